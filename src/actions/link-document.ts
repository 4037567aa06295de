import { lookupKeysOf } from '../engine/incidents/linking/keys.ts'
import { type Candidate, link, type Match } from '../engine/incidents/linking/match.ts'
import { mergeSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { FIRST_READING } from '../ledger/append-document.ts'
import { listCandidates } from '../ledger/cards.ts'
import { newId, toIncidentId } from '../ledger/id.ts'
import { insertRows } from '../ledger/insert.ts'
import type { Writer } from '../ledger/write.ts'
import { type Analysis, mainIncident } from '../model/reading.ts'
import { refreshCard } from './refresh-card.ts'

/** How a document's incidents stand to the ledger's, before anything is written. */
export type Proposal = Readonly<{ matches: readonly Match[]; sheets: ReadonlyMap<string, Sheet>; candidates: readonly Candidate[] }>

/** A document's incident under an incident of the ledger. `fresh`: not in the ledger before. */
export type Linked = Readonly<{ id: string; local: string; title: string; fresh: boolean; because: readonly string[] }>

/** Compares the incidents of an analysis with those of the ledger that share a place, a party or a day with them. */
export const proposeLinks = async ({ trx, collection }: Writer, analysis: Analysis): Promise<Proposal> => {
  const sheets = new Map(analysis.incidents.map(({ id }) => [id, toSheet(analysis, id)]))
  const keys = new Set([...sheets.values()].flatMap(lookupKeysOf))
  const found = await listCandidates({ db: trx, collection }, [...keys])
  const candidates = found.map(({ incident, sheet }) => ({ incident, sheet: sheet as Sheet }))
  const matches = link(
    [...sheets].map(([local, sheet]) => ({ local, sheet })),
    candidates,
  )
  return { matches, sheets, candidates }
}

/** Writes the links of a new document, with the incidents that are new, and makes their cards anew. Main incident first. */
export const linkDocument = async (
  writer: Writer,
  document: string,
  analysis: Analysis,
  { matches, sheets, candidates }: Proposal,
): Promise<readonly Linked[]> => {
  const { trx, collection, at } = writer
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
  await insertRows(trx, {
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
  })
  const held = new Map(candidates.map(({ incident, sheet }) => [incident, sheet]))
  const results: Linked[] = []
  for (const { score: _, ...one } of linked) {
    const sheet = sheets.get(one.local)!
    const before = held.get(one.id)
    const card = await refreshCard(writer, one.id, before ? mergeSheets(before, sheet) : sheet)
    results.push({ ...one, title: card?.title ?? one.title })
  }
  return results
}
