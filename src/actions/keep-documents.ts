import { listCards } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents } from '../ledger/load-links.ts'
import { CasusError, type Problem, problem } from '../model/problem.ts'
import type { Ready } from './append-found.ts'
import { type AddedDocument, keepReady } from './keep-ready.ts'
import type { Linked } from './link-document.ts'
import { mergeIncidents } from './merge-incidents.ts'
import { splitIncident } from './split-incident.ts'
import type { Tray } from './tray.ts'
import type { Workbench } from './workbench.ts'

/** Where a person wants something that a document tells of, other than where it would go: into that incident, or (`apart`) one of its own. */
export type Choice = Readonly<{
  /** The incident that the plan named. */
  incident: string
  into: string | 'apart'
}>

export type KeepRequest = Readonly<{
  documents: readonly Readonly<{ key: string; choices?: readonly Choice[] }>[]
  by: string
}>

/** What became of one document of the tray. `document` is null where it could not be kept. */
export type Kept = Readonly<{ key: string; document: AddedDocument | null; problems: readonly Problem[] }>

const WHY = 'chosen when the document was added'

const findNow = async ({ db, collection }: Ledger, document: string, local: string): Promise<string | undefined> =>
  (await loadLinksOfDocuments({ db, collection }, [document])).find((link) => link.local === local)?.incident

/** The incident that holds nothing but what this document tells: the one it stands in, or one split off for it. */
const toOwn = async (ledger: Ledger, document: string, incident: string, by: string): Promise<string> => {
  const links = await loadLinksOfIncidents({ db: ledger.db, collection: ledger.collection }, [incident])
  if (links.every((link) => link.document === document)) return incident
  const { incidents } = await splitIncident(ledger, { incident, documents: [document], by, why: WHY })
  return incidents[1]!
}

/** Does what a person chose, by judgements like any other: each can be undone. */
const choose = async (ledger: Ledger, document: string, linked: Linked, { into }: Choice, by: string): Promise<Linked> => {
  const now = (await findNow(ledger, document, linked.local)) ?? linked.id
  if (now === into) return linked
  const own = linked.fresh && into !== 'apart' ? now : await toOwn(ledger, document, now, by)
  if (into !== 'apart') await mergeIncidents(ledger, { incidents: [into, own], by, why: WHY })
  const id = into === 'apart' ? own : into
  return { ...linked, id, fresh: into === 'apart', because: [WHY] }
}

const settle = async (ledger: Ledger, document: AddedDocument, choices: readonly Choice[], by: string): Promise<Omit<Kept, 'key'>> => {
  const problems: Problem[] = []
  const incidents: Linked[] = []
  for (const linked of document.incidents) {
    const choice = choices.find(({ incident }) => incident === linked.id)
    try {
      incidents.push(choice ? await choose(ledger, document.document, linked, choice, by) : linked)
    } catch (error) {
      if (!(error instanceof CasusError)) throw error
      incidents.push(linked)
      problems.push(error.problem)
    }
  }
  return { document: { ...document, incidents }, problems }
}

/** Where the incidents of kept documents stand once every choice was followed: one may have moved those of others. */
const toStanding = async ({ db, collection }: Ledger, kept: readonly Kept[]): Promise<readonly Kept[]> => {
  const source = { db, collection }
  const links = await loadLinksOfDocuments(
    source,
    kept.flatMap(({ document }) => document?.document ?? []),
  )
  const standing = new Map(links.map(({ document, local, incident }) => [`${document} ${local}`, incident]))
  const titles = new Map((await listCards(source, [...new Set(standing.values())])).map(({ id, title }) => [id, title]))
  return kept.map((one) => {
    if (!one.document) return one
    const { document, incidents } = one.document
    const toNow = (linked: Linked): Linked => {
      const id = standing.get(`${document} ${linked.local}`) ?? linked.id
      return { ...linked, id, title: titles.get(id) ?? linked.title }
    }
    return { ...one, document: { ...one.document, incidents: incidents.map(toNow) } }
  })
}

const GONE = problem('request/not-found', 'This reading is not held any more. Read the document again.')

/** Keeps documents of the tray, then does what the person chose for each. */
export const keepDocuments = async (bench: Workbench, tray: Tray, { documents, by }: KeepRequest): Promise<readonly Kept[]> => {
  const held = documents.flatMap(({ key, choices = [] }): readonly { key: string; choices: readonly Choice[]; ready: Ready }[] => {
    const ready = tray.find(key)
    return ready ? [{ key, choices, ready: { ...ready, capture: { ...ready.capture, operator: by } } }] : []
  })
  const results = await keepReady(
    bench.ledger,
    held.map(({ ready }) => ready),
  )
  const kept = new Map<string, Kept>()
  for (const [i, { key, choices }] of held.entries()) {
    const result = results[i]!
    const settled = 'outcome' in result ? await settle(bench.ledger, result, choices, by) : { document: null, problems: result }
    if (settled.document) tray.drop(key)
    kept.set(key, { key, ...settled })
  }
  return toStanding(
    bench.ledger,
    documents.map(({ key }) => kept.get(key) ?? { key, document: null, problems: [GONE] }),
  )
}
