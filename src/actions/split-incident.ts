import { findClaimKey, newId, toSplitId } from '../ledger/id.ts'
import { incidentOf } from '../ledger/incident-of.ts'
import { insertRows } from '../ledger/insert.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents } from '../ledger/load-links.ts'
import { relink } from '../ledger/relink.ts'
import type { LinkRow } from '../ledger/rows.ts'
import type { Source } from '../ledger/source.ts'
import { type Writer, write } from '../ledger/write.ts'
import type { SplitValue } from '../model/judgement.ts'
import { CasusError } from '../model/problem.ts'
import { checkIncident } from './check-incident.ts'
import { type Decided, type Judged, keepJudgement } from './keep-judgement.ts'
import { rebuildCard } from './rebuild-cards.ts'

/** What goes out of an incident into a new one: all that some documents tell of it, or single claims. */
export type SplitRequest = Readonly<{ kind: 'split'; incident: string; documents?: readonly string[]; claims?: readonly string[] }> &
  Decided

const BECAUSE = ['split off by a person']

type Chosen = Readonly<{ document: string; reading: number; local: string; claim: string }>

/** The claims chosen, each with the telling it stands in. Throws when one does not count for the incident. */
const getChosen = async (source: Source, incident: string, ids: readonly string[]): Promise<readonly Chosen[]> => {
  const keys = ids.map((id) => findClaimKey(id) ?? refuse(`${id} is no claim.`))
  if (keys.length === 0) return []
  const documents = [...new Set(keys.map(({ document }) => document))]
  const { ofClaim } = incidentOf(await loadLinksOfDocuments(source, documents))
  const rows = await source.db
    .selectFrom('claims')
    .select(['document', 'reading', 'id', 'incident'])
    .where('collection', '=', source.collection)
    .where('document', 'in', documents)
    .execute()
  const byKey = new Map(rows.map((row) => [`${row.document}.${row.reading}.${row.id}`, row]))
  return ids.map((id) => {
    const row = byKey.get(id)
    if (!row || ofClaim(row) !== incident) return refuse(`The claim ${id} does not stand under ${incident}.`)
    return { document: row.document, reading: row.reading, local: row.incident, claim: row.id }
  })
}

const refuse = (message: string): never => {
  throw new CasusError('request/invalid', message)
}

const splitOff = async (writer: Writer, request: Omit<SplitRequest, 'kind'>): Promise<Judged> => {
  const { trx, collection, at } = writer
  const source = { db: trx, collection }
  const { incident, documents = [], claims = [], by, why = null } = request
  await checkIncident(source, incident)
  const links = await loadLinksOfIncidents(source, [incident])
  const whole = links.filter(({ document }) => documents.includes(document))
  for (const document of documents)
    if (!whole.some((link) => link.document === document)) refuse(`The document ${document} does not tell of ${incident}.`)
  const moved = new Set(whole.map(({ document }) => document))
  const chosen = (await getChosen(source, incident, claims)).filter(({ document }) => !moved.has(document))
  if (whole.length === 0 && chosen.length === 0) refuse('A split needs documents or claims to go out.')
  if (whole.length === links.length && chosen.length === 0) refuse('A split must leave something behind.')
  const id = newId('j')
  const into = toSplitId(id)
  const value: SplitValue = { into, documents: [...moved], claims: chosen.map((one) => `${one.document}.${one.reading}.${one.claim}`) }
  const judgement = await keepJudgement(writer, { id, kind: 'split', target: incident, value, by, why })
  const [first] = [...whole, ...chosen]
  await insertRows(trx, {
    incidents: [{ collection, id: into, document: first!.document, reading: first!.reading, local: first!.local, at }],
  })
  const mover = { by: judgement.by, judgement: judgement.id, why: judgement.why }
  const moves = whole.map((link) => ({ link, to: into, because: BECAUSE }))
  await relink(writer, moves, mover)
  await insertRows(trx, { links: toClaimLinks(writer, into, chosen, mover) })
  for (const one of [incident, into]) await rebuildCard(writer, one)
  return { judgement, incidents: [incident, into] }
}

/** Links of single claims, one for each telling they stand in. */
const toClaimLinks = (
  { collection, at }: Writer,
  into: string,
  chosen: readonly Chosen[],
  { by, judgement }: Readonly<{ by: string; judgement: string }>,
): readonly LinkRow[] =>
  [...Map.groupBy(chosen, ({ document, reading, local }) => `${document} ${reading} ${local}`).values()].map((same) => {
    const { document, reading, local } = same[0]!
    const claims = same.map(({ claim }) => claim)
    const key = { collection, document, reading, id: newId('l'), incident: into, local }
    return { ...key, score: null, because: BECAUSE, by, at, claims, judgement, replaces: null }
  })

/** Splits an incident in two; withdrawing the judgement puts it together again. Throws `ledger/not-found`, `request/invalid`. */
export const splitIncident = (ledger: Ledger, request: Omit<SplitRequest, 'kind'>): Promise<Judged> =>
  write(ledger, (writer) => splitOff(writer, request))
