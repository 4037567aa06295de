import { keysOf, lookupKeysOf } from '../engine/incidents/linking/keys.ts'
import { type Candidate, link, type Match } from '../engine/incidents/linking/match.ts'
import { mergeSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { FIRST_READING } from '../ledger/append-document.ts'
import { listCandidates } from '../ledger/cards.ts'
import { newId, toIncidentId } from '../ledger/id.ts'
import type { NewRows } from '../ledger/insert.ts'
import type { Writer } from '../ledger/write.ts'
import { type Analysis, mainIncident } from '../model/reading.ts'
import type { IncidentCard } from '../model/record.ts'
import { refreshCard } from './refresh-card.ts'

/** How a document's incidents stand to the ledger's, before anything is written. */
export type Proposal = Readonly<{ matches: readonly Match[]; sheets: ReadonlyMap<string, Sheet>; candidates: readonly Candidate[] }>

/** A document's incident under an incident of the ledger. `fresh`: not in the ledger before. */
export type Linked = Readonly<{ id: string; local: string; title: string; fresh: boolean; because: readonly string[] }>

/** Incidents that a transaction has changed, as linking compares them now; their cards are made anew at its end. */
export type Changed = Map<string, Readonly<{ sheet: Sheet; keys: ReadonlySet<string> }>>

export const setChanged = (changed: Changed, incident: string, sheet: Sheet): void => {
  // Last changed, last in the map.
  changed.delete(incident)
  changed.set(incident, { sheet, keys: new Set(keysOf(sheet)) })
}

const listChanged = (changed: Changed, keys: readonly string[]): readonly Candidate[] =>
  [...changed].flatMap(([incident, one]) => (keys.some((key) => one.keys.has(key)) ? [{ incident, sheet: one.sheet }] : [])).toReversed()

/** Compares the incidents of an analysis with those of the ledger that share a place, a party or a day with them. */
export const proposeLinks = async ({ trx, collection, known }: Writer, analysis: Analysis, changed: Changed): Promise<Proposal> => {
  const sheets = new Map(analysis.incidents.map(({ id }) => [id, toSheet(analysis, id)]))
  const keys = [...new Set([...sheets.values()].flatMap(lookupKeysOf))]
  const found = await listCandidates({ db: trx, collection }, keys, known)
  const held = found.filter(({ incident }) => !changed.has(incident)).map(({ incident, sheet }) => ({ incident, sheet: sheet as Sheet }))
  const candidates = [...listChanged(changed, keys), ...held]
  const matches = link(
    [...sheets].map(([local, sheet]) => ({ local, sheet })),
    candidates,
  )
  return { matches, sheets, candidates }
}

/** The rows that link a new document, with the incidents that are new. Main incident first. */
export const linkDocument = (
  { collection, at }: Writer,
  document: string,
  analysis: Analysis,
  { matches, sheets, candidates }: Proposal,
  changed: Changed,
): Readonly<{ linked: readonly Linked[]; rows: NewRows }> => {
  const reading = FIRST_READING
  const main = mainIncident(analysis)?.id
  const titles = new Map(analysis.incidents.map(({ id, title }) => [id, title]))
  const linked = matches
    .map(({ local, incident, because, score }) => {
      const id = incident ?? toIncidentId(document, reading, local)
      return { id, local, title: titles.get(local)!, fresh: incident === null, because, score }
    })
    .toSorted((a, b) => Number(b.local === main) - Number(a.local === main))
  const key = { collection, document, reading, at }
  const rows: NewRows = {
    incidents: linked.filter(({ fresh }) => fresh).map(({ id, local }) => ({ ...key, id, local })),
    links: linked.map(({ id, local, score, because, fresh }) => ({
      ...key,
      id: newId('l'),
      incident: id,
      local,
      score: fresh ? null : score,
      because,
      by: null,
    })),
  }
  const held = new Map(candidates.map(({ incident, sheet }) => [incident, sheet]))
  for (const { id, local } of linked) {
    const sheet = sheets.get(local)!
    const before = changed.get(id)?.sheet ?? held.get(id)
    setChanged(changed, id, before ? mergeSheets(before, sheet) : sheet)
  }
  return { linked: linked.map(({ score: _, ...one }) => one), rows }
}

/** Makes the cards of changed incidents anew; gives them by incident. */
export const refreshChanged = async (writer: Writer, changed: Changed): Promise<ReadonlyMap<string, IncidentCard>> => {
  const cards = new Map<string, IncidentCard>()
  for (const [incident, { sheet }] of changed) {
    const card = await refreshCard(writer, incident, sheet)
    if (card) cards.set(incident, card)
  }
  return cards
}
