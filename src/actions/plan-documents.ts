import { listCards } from '../ledger/cards.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import { loadSuggestions } from '../ledger/suggestions.ts'
import { tryWrite } from '../ledger/try-write.ts'
import type { Writer } from '../ledger/write.ts'
import type { IncidentCard } from '../model/record.ts'
import { type IncidentLine, toIncidentLine } from '../publish/incident-list-view.ts'
import { toSuggestionView } from '../publish/suggestion-view.ts'
import { type Appended, appendFound } from './append-found.ts'
import type { Tray } from './tray.ts'
import type { Workbench } from './workbench.ts'

/** Another incident that one may be the same as. `words`: how near the two are; `percent`: how likely it is that they are one. */
export type MaybeSame = Readonly<{ line: IncidentLine; words: string; percent: number; because: readonly string[] }>

/** Where something that a document tells of would go. `fresh`: into an incident that is not there yet. */
export type PlannedIncident = Readonly<{
  /** The incident as it would stand then, with all that is said of it. */
  line: IncidentLine
  fresh: boolean
  because: readonly string[]
  maybe: readonly MaybeSame[]
}>

/** What would become of a document of the tray if it were kept now. */
export type PlannedDocument = Readonly<{
  key: string
  outcome: 'new' | 'copy' | 'present'
  document: string
  /** The document whose text it shares, with how much (0–1); null: nobody's. */
  copyOf: Readonly<{ document: string; title: string | null; publisher: string | null; share: number }> | null
  incidents: readonly PlannedIncident[]
}>

/** `missing`: keys of what the tray does not hold any more. */
export type Plan = Readonly<{ documents: readonly PlannedDocument[]; missing: readonly string[] }>

/** So many look-alikes of one incident are shown; the others are for the review. */
const MOST_MAYBE = 3

const listMaybe = async ({ trx, collection }: Writer, incident: string): Promise<readonly MaybeSame[]> => {
  const source = { db: trx, collection }
  const rows = await loadSuggestions(source, { incident, limit: MOST_MAYBE, after: null })
  const cards = new Map((await listCards(source, [...new Set(rows.flatMap(({ a, b }) => [a, b]))])).map((card) => [card.id, card]))
  return rows.slice(0, MOST_MAYBE).flatMap(({ a, b, score, because }) => {
    const [own, other] = [cards.get(incident), cards.get(a === incident ? b : a)]
    if (!own || !other) return []
    const { words, percent } = toSuggestionView({ incidents: [own, other], score, because, answer: null })
    return [{ line: toIncidentLine(other), words, percent, because }]
  })
}

type Placed = Readonly<{ id: string; fresh: boolean; because: readonly string[] }>

const listPlaced = async ({ trx, collection }: Writer, appended: Appended): Promise<readonly Placed[]> => {
  if (appended.outcome === 'unread') return []
  if (appended.outcome === 'new') return appended.incidents
  const read = appended.row.same_as ?? appended.row.id
  const links = await loadLinksOfDocuments({ db: trx, collection }, [read])
  return links.map(({ incident, because }) => ({ id: incident, fresh: false, because }))
}

const findShared = async ({ trx, collection }: Writer, document: string, of: string): Promise<PlannedDocument['copyOf']> => {
  const original = await trx
    .selectFrom('documents')
    .select(['id', 'title', 'issuer_name'])
    .where('collection', '=', collection)
    .where('id', '=', of)
    .executeTakeFirst()
  const copy = await trx
    .selectFrom('copies')
    .select('share')
    .where('collection', '=', collection)
    .where('document', '=', document)
    .where('of', '=', of)
    .executeTakeFirst()
  return original ? { document: of, title: original.title, publisher: original.issuer_name, share: copy?.share ?? 1 } : null
}

const toPlanned = async (
  writer: Writer,
  key: string,
  appended: Appended,
  cards: Map<string, IncidentCard>,
): Promise<readonly PlannedDocument[]> => {
  if (appended.outcome === 'unread') return []
  const { outcome, row } = appended
  const of = outcome === 'new' ? appended.of : row.same_as
  const placed = await listPlaced(writer, appended)
  const unknown = placed.map(({ id }) => id).filter((id) => !cards.has(id))
  for (const card of await listCards({ db: writer.trx, collection: writer.collection }, unknown)) cards.set(card.id, card)
  const incidents: PlannedIncident[] = []
  for (const { id, fresh, because } of placed) {
    const card = cards.get(id)
    const maybe = outcome === 'new' ? await listMaybe(writer, id) : []
    if (card) incidents.push({ line: toIncidentLine(card), fresh, because, maybe })
  }
  return [{ key, outcome, document: row.id, copyOf: of === null ? null : await findShared(writer, row.id, of), incidents }]
}

/** What would become of documents of the tray if they were kept together, in this order: worked out in full, and taken back. */
export const planDocuments = async (bench: Workbench, tray: Tray, keys: readonly string[]): Promise<Plan> => {
  const held = keys.flatMap((key) => {
    const ready = tray.find(key)
    return ready ? [{ key, ready }] : []
  })
  const missing = keys.filter((key) => !tray.find(key))
  if (held.length === 0) return { documents: [], missing }
  const documents = await tryWrite(bench.ledger, async (writer) => {
    const appended = await appendFound(
      writer,
      held.map(({ ready }) => ready),
    )
    const cards = new Map<string, IncidentCard>()
    const planned: PlannedDocument[] = []
    for (const [i, { key }] of held.entries()) planned.push(...(await toPlanned(writer, key, appended[i]!, cards)))
    return planned
  })
  return { documents, missing }
}
