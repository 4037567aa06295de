import { sql } from 'kysely'
import type { AffiliationRow, AggregateRow, ClaimRow, LinkRow, MentionRow, ProposalRow, RelationRow, StatementRow } from './rows.ts'
import type { Source } from './source.ts'
import { type SummaryRow, toSummary } from './to-records.ts'

/** A document's columns without its search vector. */
export const documentColumns = [
  'collection',
  'id',
  'content',
  'url',
  'issuer_name',
  'title',
  'standfirst',
  'byline',
  'published',
  'language',
  'issuer',
  'version',
  'text',
  'passages',
  'same_as',
  'copy_group',
  'at',
] as const

export type Parts = readonly Readonly<{ document: string; reading: number }>[]

/** Readings as a relation to join with: two arrays, whatever their number. */
const partsTable = (parts: Parts) =>
  sql`unnest(${parts.map(({ document }) => document)}::text[], ${parts.map(({ reading }) => reading)}::int[]) AS part(document, reading)`

type PartTable = {
  proposals: ProposalRow
  statements: StatementRow
  mentions: MentionRow
  claims: ClaimRow
  relations: RelationRow
  affiliations: AffiliationRow
  aggregates: AggregateRow
}

/** All rows of some readings in one table, in the order of the document where the table has one. */
export const loadParts = async <Table extends keyof PartTable>(
  { db, collection }: Source,
  table: Table,
  parts: Parts,
): Promise<readonly PartTable[Table][]> => {
  if (parts.length === 0) return []
  const ordered = table === 'statements' || table === 'mentions' ? sql`t.id` : sql`t.ord`
  const { rows } = await sql<PartTable[Table]>`
    SELECT t.* FROM ${partsTable(parts)} JOIN ${sql.table(table)} t
      ON t.collection = ${collection} AND t.document = part.document AND t.reading = part.reading
    ORDER BY t.document, t.reading, ${ordered}`.execute(db)
  return rows
}

const isCurrent = sql`NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = l.collection AND w.target = l.id)`

/** Links that stand, of some incidents. */
export const loadLinksOfIncidents = async ({ db, collection }: Source, incidents: readonly string[]): Promise<readonly LinkRow[]> => {
  const { rows } = await sql<LinkRow>`
    SELECT l.* FROM links l WHERE l.collection = ${collection} AND l.incident = ANY(${incidents}::text[]) AND ${isCurrent}
    ORDER BY l.at, l.id`.execute(db)
  return rows
}

/** Links that stand, of some documents, whatever the reading. */
export const loadLinksOfDocuments = async ({ db, collection }: Source, documents: readonly string[]): Promise<readonly LinkRow[]> => {
  const { rows } = await sql<LinkRow>`
    SELECT l.* FROM links l WHERE l.collection = ${collection} AND l.document = ANY(${documents}::text[]) AND ${isCurrent}
    ORDER BY l.at, l.id`.execute(db)
  return rows
}

export const summaryColumns = sql`d.id, d.content, d.url, d.title, d.standfirst, d.byline, d.published, d.language, d.issuer, d.version, d.same_as,
  d.copy_group, d.at, c.size, c.media_type`

/** Documents by id, with those that share their bytes where asked for. */
export const loadSummaries = async (
  { db, collection }: Source,
  ids: readonly string[],
  { sameBytes }: Readonly<{ sameBytes: boolean }>,
) => {
  const same = sameBytes ? sql`OR d.same_as = ANY(${ids}::text[])` : sql``
  const { rows } = await sql<SummaryRow>`
    SELECT ${summaryColumns} FROM documents d JOIN contents c ON c.collection = d.collection AND c.sha256 = d.content
    WHERE d.collection = ${collection} AND (d.id = ANY(${ids}::text[]) ${same})`.execute(db)
  return rows.map(toSummary)
}
