import type { Incident } from '../model/incident.ts'
import type { IncidentRecord, LinkRecord, RelationRecord } from '../model/record.ts'
import { toClaimId } from './id.ts'
import { type IncidentOf, incidentOf } from './incident-of.ts'
import { judgedCopies } from './judged-copies.ts'
import { listJudgements, listPairJudgements } from './judgements.ts'
import { listIdsOf } from './list-ids-of.ts'
import { loadFamily } from './load-family.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents, loadSummaries } from './load-links.ts'
import { loadReadings, type Parts } from './load-readings.ts'
import type { LinkRow, RelationRow } from './rows.ts'
import type { Source } from './source.ts'
import { byPublication, findClaimRecord, partKey, toAffiliation, toAggregate, toCopyGroups, toMention, toStatement } from './to-records.ts'

/** All that the ledger keeps of an incident; the card is made from it. */
export type IncidentParts = Omit<IncidentRecord, 'card' | 'actors'> &
  Readonly<{
    /** The incident as each document tells it, in the order of the links. */
    tellings: readonly Readonly<{ document: string; incident: Incident }>[]
    added: string
    updated: string
  }>

const unique = (links: readonly LinkRow[]): Parts => [
  ...new Map(links.map(({ document, reading }) => [`${document} ${reading}`, { document, reading }])).values(),
]

export const toLinkRecord = ({ id, document, reading, local, incident, score, because, by, at }: LinkRow): LinkRecord => ({
  id,
  document,
  reading,
  local,
  incident,
  score,
  because,
  by,
  at,
})

const loadTitles = async ({ db, collection }: Source, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('cards')
    .select(['incident', 'card'])
    .where('collection', '=', collection)
    .where('incident', 'in', ids)
    .execute()
  return new Map(rows.map(({ incident, card }) => [incident, card.title]))
}

/** Relations that join an incident of the ledger to another one; both ends must be linked. */
const toRelations = async (
  source: Source,
  rows: readonly RelationRow[],
  { ofTelling }: IncidentOf,
  id: string,
): Promise<readonly RelationRecord[]> => {
  const joined = rows.flatMap((row) => {
    const from = ofTelling(row, row.value.from)
    const to = ofTelling(row, row.value.to)
    return from && to && from !== to && (from === id || to === id) ? [{ row, from, to, other: from === id ? to : from }] : []
  })
  const titles = await loadTitles(source, [...new Set(joined.map(({ other }) => other))])
  return joined.map(({ row: { document, value, words, speaker }, from, to, other }) => ({
    from,
    to,
    type: value.type,
    document,
    spans: value.spans,
    words,
    speaker,
    other: { id: other, title: titles.get(other) ?? '' },
  }))
}

/** Whether something was there at the moment that is asked for. */
const wasMade = ({ at = null }: Source, made: string | null): boolean => at === null || made === null || made <= at

/** Loads an incident of the ledger; undefined when there is none, or when no document is linked to it any more. */
export const findIncident = async (source: Source, id: string): Promise<IncidentParts | undefined> => {
  const links = await loadLinksOfIncidents(source, [id])
  if (links.length === 0) return undefined
  const parts = unique(links)
  const ids = [...new Set(links.map(({ document }) => document))]
  const [summaries, allLinks, readings] = await Promise.all([
    loadSummaries(source, ids, { sameBytes: true }),
    loadLinksOfDocuments(source, ids),
    loadReadings(source, parts),
  ])
  const pairs = await listPairJudgements(source, [id, ...summaries.map((summary) => summary.id)])
  const documents = judgedCopies(summaries.filter(({ added }) => wasMade(source, added)).toSorted(byPublication), pairs)
  const place = new Map(documents.map((document, i) => [document.id, i]))
  const incidents = incidentOf(allLinks)
  const mine = readings.claims
    .filter((row) => incidents.ofClaim(row) === id && wasMade(source, row.at))
    .toSorted((a, b) => place.get(a.document)! - place.get(b.document)! || a.reading - b.reading || a.ord - b.ord)
  const own = await listJudgements(source, [
    ...(await listIdsOf(source, id, links)),
    ...mine.map((row) => toClaimId(row.document, row.reading, row.id)),
  ])
  const judgements = [...own, ...pairs].toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1))
  const mentions = new Map(readings.mentions.map((row) => [partKey(row, row.id), toMention(row)]))
  const statements = new Map(readings.statements.map((row) => [partKey(row, row.id), toStatement(row)]))
  const told = new Map(readings.proposals.map((row) => [partKey(row, row.id), row.incident]))
  const context = {
    mentions,
    statements,
    judgements: Map.groupBy(judgements, ({ target }) => target),
    incidentOf: incidents.ofClaim,
  }
  const claims = mine.flatMap((row) => findClaimRecord(row, context) ?? [])
  const affiliations = readings.affiliations.flatMap((row) => toAffiliation(mentions, row))
  const copies = await source.db
    .selectFrom('copies')
    .selectAll()
    .where('collection', '=', source.collection)
    .where('document', 'in', [...place.keys()])
    .execute()
  return {
    id,
    documents,
    claims,
    mentions: [...mentions.values()],
    statements: [...statements.values()],
    relations: await toRelations(source, readings.relations, incidents, id),
    affiliations,
    aggregates: readings.aggregates.map(toAggregate),
    copies: toCopyGroups(documents, copies),
    links: links.map(toLinkRecord),
    judgements,
    ...(await loadFamily(source, id, judgements)),
    tellings: links.flatMap((link) => {
      const incident = told.get(partKey(link, link.local))
      return incident ? [{ document: link.document, incident }] : []
    }),
    added: links[0]!.at,
    updated: [...links.map(({ at }) => at), ...judgements.map(({ at }) => at)].toSorted().at(-1)!,
  }
}
