import { keysOf, lookupKeysOf } from '../engine/incidents/linking/keys.ts'
import type { Candidate } from '../engine/incidents/linking/match.ts'
import { type Fresh, type Likeness, type Placement, place, type Shift } from '../engine/incidents/linking/place.ts'
import { type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { type CandidateRow, listCandidates } from '../ledger/card-keys.ts'
import { dropCards } from '../ledger/cards.ts'
import { newId, toIncidentId } from '../ledger/id.ts'
import { joinRows, type NewRows } from '../ledger/insert.ts'
import { listApart } from '../ledger/judgements.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents } from '../ledger/load-links.ts'
import { toRelinked } from '../ledger/relink.ts'
import type { LinkRow } from '../ledger/rows.ts'
import { dropSuggestions, putSuggestions } from '../ledger/suggestions.ts'
import type { Writer } from '../ledger/write.ts'
import { pairTarget } from '../model/judgement.ts'
import { type Analysis, mainIncident } from '../model/reading.ts'
import type { IncidentCard } from '../model/record.ts'
import { ledgerRarity } from './ledger-rarity.ts'
import { refreshCards } from './refresh-card.ts'

/** A document's incident under an incident of the ledger. `fresh`: not in the ledger before. */
export type Linked = Readonly<{ id: string; local: string; title: string; fresh: boolean; because: readonly string[] }>

type ChangedIncident = Readonly<{
  /** As linking compares it now; null: nothing stands under it any more. */
  sheet: Sheet | null
  keys: ReadonlySet<string>
}>

/** What a transaction has changed in linking and not yet written; cards and suggestions are made anew at its end. */
export type Changed = Readonly<{
  incidents: Map<string, ChangedIncident>
  /** Links gathered, by telling; those that were withdrawn, by id. */
  links: Map<string, LinkRow>
  gone: Set<string>
  created: Set<string>
  likenesses: Map<string, Likeness>
}>

export const nothingChanged = (): Changed => ({
  incidents: new Map(),
  links: new Map(),
  gone: new Set(),
  created: new Set(),
  likenesses: new Map(),
})

export const setChanged = ({ incidents }: Changed, incident: string, sheet: Sheet | null): void => {
  // Last changed, last in the map.
  incidents.delete(incident)
  incidents.set(incident, { sheet, keys: new Set(sheet ? keysOf(sheet) : []) })
}

const listChanged = ({ incidents }: Changed, keys: readonly string[]): readonly Candidate[] =>
  [...incidents]
    .flatMap(([incident, { sheet, keys: own }]) => (sheet && keys.some((key) => own.has(key)) ? [{ incident, sheet }] : []))
    .toReversed()

const tellingKey = ({ document, reading, local }: Pick<LinkRow, 'document' | 'reading' | 'local'>): string =>
  `${document} ${reading} ${local}`

const idOf = (telling: string): string => {
  const [document = '', reading, local = ''] = telling.split(' ')
  return toIncidentId(document, Number(reading), local)
}

/** A document that is to be linked: its incidents as linking compares them, and those of the ledger that it looks at. */
export type Linkable = Readonly<{ fresh: readonly Fresh[]; keys: readonly string[]; held: readonly CandidateRow[] }>

/** A reading of a document with incidents (by local id) that stand under none of the ledger's yet. */
export type Unlinked = Readonly<{ document: string; reading: number; analysis: Analysis; locals: readonly string[] }>

/** What linking needs of some documents, found together: incidents of the ledger that share a place, a party, a day or a rare name with theirs. */
export const findLinkables = async ({ trx, collection, known }: Writer, documents: readonly Unlinked[]): Promise<readonly Linkable[]> => {
  const all = documents.map(({ document, reading, analysis, locals }) => {
    const fresh = locals.map((local) => ({
      local,
      telling: tellingKey({ document, reading, local }),
      sheet: toSheet(analysis, local),
    }))
    return { fresh, keys: [...new Set(fresh.flatMap(({ sheet }) => lookupKeysOf(sheet)))] }
  })
  const found = await listCandidates(
    { db: trx, collection },
    all.map(({ keys }) => keys),
    known,
  )
  return all.map((one, i) => ({ ...one, held: found[i]! }))
}

/**
 * Finds where the incidents of a document belong among those of the ledger, as this transaction has changed them. Two that a person has
 * called different are never joined.
 */
export const proposeLinks = async (writer: Writer, { fresh, keys, held }: Linkable, changed: Changed): Promise<Placement> => {
  const unchanged = held.filter(({ incident }) => !changed.incidents.has(incident))
  const candidates = [...listChanged(changed, keys), ...unchanged.map(({ incident, sheet }) => ({ incident, sheet: sheet as Sheet }))]
  const rarity = await ledgerRarity(writer, 0)
  const first = place(fresh, candidates, { rarity, idOf })
  if (first.shifts.length === 0) return first
  const apart = await listApart({ db: writer.trx, collection: writer.collection }, [...first.sheets.keys()])
  return apart.size === 0 ? first : place(fresh, candidates, { rarity, idOf, areApart: (a, b) => apart.has(pairTarget(a, b)) })
}

/** The links that a shift takes from where they stand: gathered in this transaction, or of the ledger. */
const findShifted = async (
  { trx, collection }: Writer,
  { telling, from }: Shift,
  { links, gone }: Changed,
): Promise<readonly LinkRow[]> => {
  const source = { db: trx, collection }
  const kept =
    telling === null
      ? await loadLinksOfIncidents(source, [from])
      : (await loadLinksOfDocuments(source, [telling.slice(0, telling.indexOf(' '))])).filter((link) => tellingKey(link) === telling)
  const gathered = [...links.values()].filter((link) => telling === null || tellingKey(link) === telling)
  return [...kept.filter(({ id }) => !gone.has(id)), ...gathered].filter(({ incident, by }) => incident === from && by === null)
}

/** Links put where they stand better now, as rows; nothing a person linked is touched. */
const toShifted = async (writer: Writer, shifts: readonly Shift[], changed: Changed): Promise<NewRows> => {
  const moves: { link: LinkRow; to: string; because: readonly string[] }[] = []
  for (const shift of shifts)
    for (const link of await findShifted(writer, shift, changed)) {
      moves.push({ link, to: shift.to, because: shift.because })
      changed.gone.add(link.id)
    }
  const rows = toRelinked(writer, moves, { by: null, judgement: null, why: null })
  for (const link of rows.links ?? []) changed.links.set(tellingKey(link), link)
  return rows
}

/** Incidents that a placement names and that the ledger has no row of yet. */
const listCreated = async (
  { trx, collection, at }: Writer,
  { placed, shifts }: Placement,
  tellings: ReadonlyMap<string, string>,
  changed: Changed,
) => {
  const named = [...placed.filter(({ fresh }) => fresh).map(({ incident }) => incident), ...shifts.map(({ to }) => to)]
  const ids = [...new Set(named)].filter((id) => !changed.created.has(id))
  const own = ids.filter((id) => tellings.has(id))
  const others = ids.filter((id) => !tellings.has(id))
  const rows =
    others.length === 0
      ? []
      : await trx.selectFrom('incidents').select('id').where('collection', '=', collection).where('id', 'in', others).execute()
  const held = new Set(rows.map(({ id }) => id))
  for (const id of ids) changed.created.add(id)
  const toRow = (id: string, telling: string) => {
    const [document = '', reading, local = ''] = telling.split(' ')
    return { collection, id, document, reading: Number(reading), local, at }
  }
  const missing = others
    .filter((id) => !held.has(id))
    .flatMap((id) => shifts.filter(({ to, telling }) => to === id && telling !== null && idOf(telling) === id))
  return [...own.map((id) => toRow(id, tellings.get(id)!)), ...missing.map(({ to, telling }) => toRow(to, telling!))]
}

/** A new document as it is linked, with the rows that say so. */
export type LinkedDocument = Readonly<{ linked: readonly Linked[]; moved: readonly Shift[]; rows: NewRows }>

/** The rows that link a reading of a document, with the incidents that are new and the tellings that moved. Main incident first. */
export const linkDocument = async (
  writer: Writer,
  { document, reading, analysis }: Unlinked,
  placement: Placement,
  changed: Changed,
): Promise<LinkedDocument> => {
  const { collection, at } = writer
  const main = mainIncident(analysis)?.id
  const titles = new Map(analysis.incidents.map(({ id, title }) => [id, title]))
  const placed = placement.placed.toSorted((a, b) => Number(b.local === main) - Number(a.local === main))
  const key = { collection, document, reading, at }
  const tellings = new Map(placed.map(({ local }) => [toIncidentId(document, reading, local), tellingKey({ ...key, local })]))
  const incidents = await listCreated(writer, placement, tellings, changed)
  const links = placed.map(
    ({ local, incident, score, because, fresh }): LinkRow => ({
      ...key,
      id: newId('l'),
      incident,
      local,
      score: fresh ? null : score,
      because,
      by: null,
      claims: null,
      judgement: null,
      replaces: null,
    }),
  )
  const shifted = await toShifted(writer, placement.shifts, changed)
  for (const link of links) changed.links.set(tellingKey(link), link)
  for (const [incident, sheet] of placement.sheets) setChanged(changed, incident, sheet)
  for (const likeness of placement.likenesses) changed.likenesses.set(pairTarget(...likeness.pair), likeness)
  return {
    linked: placed.map(({ incident, local, fresh, because }) => ({ id: incident, local, title: titles.get(local)!, fresh, because })),
    moved: placement.shifts,
    rows: joinRows([{ incidents, links }, shifted]),
  }
}

/** Makes the cards of changed incidents anew, and the suggestions they stand in; gives the cards by incident. */
export const refreshChanged = async (writer: Writer, changed: Changed): Promise<ReadonlyMap<string, IncidentCard>> => {
  const { trx, collection } = writer
  const sheets = new Map([...changed.incidents].flatMap(([incident, { sheet }]) => (sheet ? [[incident, sheet] as const] : [])))
  const cards = await refreshCards(writer, sheets)
  const emptied = [...changed.incidents.keys()].filter((incident) => !cards.has(incident))
  await dropCards(trx, collection, emptied)
  await dropSuggestions(writer, emptied)
  const gone = new Set(emptied)
  await putSuggestions(
    writer,
    [...changed.likenesses.values()].filter(({ pair }) => !pair.some((id) => gone.has(id))),
  )
  await ledgerRarity(writer, changed.created.size)
  return cards
}
