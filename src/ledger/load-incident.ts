import type { Incident } from '../model/incident.ts'
import type { Judgement } from '../model/judgement.ts'
import type { DocumentSummary, IncidentRecord, LinkRecord, RelationRecord } from '../model/record.ts'
import { toClaimId } from './id.ts'
import { type IncidentOf, incidentOf } from './incident-of.ts'
import { judgedCopies } from './judged-copies.ts'
import { listJudgements, listPairJudgements } from './judgements.ts'
import { listIdsOf } from './list-ids-of.ts'
import { type Family, loadFamilies } from './load-family.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents, loadSummaries } from './load-links.ts'
import { loadReadings, type Parts, readingsByPart } from './load-readings.ts'
import type { ReadingRows } from './reading-rows.ts'
import type { CopyRow, LinkRow, RelationRow } from './rows.ts'
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

const loadCopies = ({ db, collection }: Source, documents: readonly string[]): Promise<readonly CopyRow[]> =>
  db.selectFrom('copies').selectAll().where('collection', '=', collection).where('document', 'in', documents).execute()

type Joined = Readonly<{ row: RelationRow; from: string; to: string; other: string }>

/** Relations that join an incident of the ledger to another one; both ends must be linked. */
const joinedBy = (rows: readonly RelationRow[], { ofTelling }: IncidentOf, id: string): readonly Joined[] =>
  rows.flatMap((row) => {
    const from = ofTelling(row, row.value.from)
    const to = ofTelling(row, row.value.to)
    return from && to && from !== to && (from === id || to === id) ? [{ row, from, to, other: from === id ? to : from }] : []
  })

const toRelation = (
  { row: { document, value, words, speaker }, from, to, other }: Joined,
  titles: ReadonlyMap<string, string>,
): RelationRecord => ({
  from,
  to,
  type: value.type,
  document,
  spans: value.spans,
  words,
  speaker,
  other: { id: other, title: titles.get(other) ?? '' },
})

/** Whether something was there at the moment that is asked for. */
const wasMade = ({ at = null }: Source, made: string | null): boolean => at === null || made === null || made <= at

/** An incident's own share of what was loaded for several. */
type Share = Readonly<{
  id: string
  links: readonly LinkRow[]
  documents: readonly DocumentSummary[]
  readings: ReadingRows
  /** On pairs of which the incident or a document of it is one. */
  pairs: readonly Judgement[]
  incidents: IncidentOf
  claims: ReadingRows['claims']
  /** What judgements on it, or on its claims, are about. */
  targets: ReadonlySet<string>
  joined: readonly Joined[]
}>

type Loaded = Readonly<{
  judgements: readonly Judgement[]
  copies: readonly CopyRow[]
  titles: ReadonlyMap<string, string>
}>

const judgementsOn = ({ targets, pairs }: Share, judgements: readonly Judgement[]): readonly Judgement[] =>
  [...judgements.filter(({ target }) => targets.has(target)), ...pairs].toSorted((a, b) =>
    a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1,
  )

const toParts = (share: Share, { judgements: all, copies, titles }: Loaded, family: Family): IncidentParts => {
  const { id, links, documents, readings, incidents, joined } = share
  const judgements = judgementsOn(share, all)
  const mentions = new Map(readings.mentions.map((row) => [partKey(row, row.id), toMention(row)]))
  const statements = new Map(readings.statements.map((row) => [partKey(row, row.id), toStatement(row)]))
  const told = new Map(readings.proposals.map((row) => [partKey(row, row.id), row.incident]))
  const context = {
    mentions,
    statements,
    judgements: Map.groupBy(judgements, ({ target }) => target),
    incidentOf: incidents.ofClaim,
  }
  const own = new Set(documents.map((document) => document.id))
  return {
    id,
    documents,
    claims: share.claims.flatMap((row) => findClaimRecord(row, context) ?? []),
    mentions: [...mentions.values()],
    statements: [...statements.values()],
    relations: joined.map((one) => toRelation(one, titles)),
    affiliations: readings.affiliations.flatMap((row) => toAffiliation(mentions, row)),
    aggregates: readings.aggregates.map(toAggregate),
    copies: toCopyGroups(
      documents,
      copies.filter(({ document }) => own.has(document)),
    ),
    links: links.map(toLinkRecord),
    judgements,
    ...family,
    tellings: links.flatMap((link) => {
      const incident = told.get(partKey(link, link.local))
      return incident ? [{ document: link.document, incident }] : []
    }),
    added: links[0]!.at,
    updated: [...links.map(({ at }) => at), ...judgements.map(({ at }) => at)].toSorted().at(-1)!,
  }
}

/**
 * Loads incidents of the ledger, by id: as many questions to the database for many as for one. One that there is none of, or that no
 * document is linked to any more, is not among them.
 */
export const loadIncidents = async (source: Source, ids: readonly string[]): Promise<ReadonlyMap<string, IncidentParts>> => {
  const links = Map.groupBy(await loadLinksOfIncidents(source, ids), ({ incident }) => incident)
  if (links.size === 0) return new Map()
  const everyLink = [...links.values()].flat()
  const everyDocument = [...new Set(everyLink.map(({ document }) => document))]
  const [summaries, linksOfDocuments, readings] = await Promise.all([
    loadSummaries(source, everyDocument, { sameBytes: true }),
    loadLinksOfDocuments(source, everyDocument),
    loadReadings(source, unique(everyLink)),
  ])
  const everyPair = await listPairJudgements(source, [...links.keys(), ...summaries.map(({ id }) => id)])
  const everyId = await listIdsOf(source, links)
  const readBy = readingsByPart(readings)
  const incidents = incidentOf(linksOfDocuments)
  const shares = [...links].map(([id, own]): Share => {
    const linked = new Set(own.map(({ document }) => document))
    const mine = summaries.filter((one) => linked.has(one.id) || (one.sameAs !== null && linked.has(one.sameAs)))
    const about = new Set([id, ...mine.map((one) => one.id)])
    const pairs = everyPair.filter(({ target }) => target.split(' ').some((one) => about.has(one)))
    const documents = judgedCopies(mine.filter(({ added }) => wasMade(source, added)).toSorted(byPublication), pairs)
    const place = new Map(documents.map((document, i) => [document.id, i]))
    const read = readBy(unique(own))
    const claims = read.claims
      .filter((row) => incidents.ofClaim(row) === id && wasMade(source, row.at))
      .toSorted((a, b) => place.get(a.document)! - place.get(b.document)! || a.reading - b.reading || a.ord - b.ord)
    const targets = new Set([...everyId.get(id)!, ...claims.map((row) => toClaimId(row.document, row.reading, row.id))])
    return { id, links: own, documents, readings: read, pairs, incidents, claims, targets, joined: joinedBy(read.relations, incidents, id) }
  })
  const judgements = await listJudgements(source, [...new Set(shares.flatMap(({ targets }) => [...targets]))])
  const copies = await loadCopies(source, [...new Set(shares.flatMap(({ documents }) => documents.map(({ id }) => id)))])
  const titles = await loadTitles(source, [...new Set(shares.flatMap(({ joined }) => joined.map(({ other }) => other)))])
  const families = await loadFamilies(source, new Map(shares.map((share) => [share.id, judgementsOn(share, judgements)])))
  return new Map(shares.map((share) => [share.id, toParts(share, { judgements, copies, titles }, families.get(share.id)!)]))
}

/** Loads an incident of the ledger; undefined when there is none, or when no document is linked to it any more. */
export const findIncident = async (source: Source, id: string): Promise<IncidentParts | undefined> =>
  (await loadIncidents(source, [id])).get(id)
