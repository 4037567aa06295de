import { sql } from 'kysely'
import type { LinkRow } from './rows.ts'
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

/** Links that stand, or stood at a moment. */
const stands = ({ at = null }: Pick<Source, 'at'>) => sql`(${at}::timestamptz IS NULL OR l.at <= ${at}) AND NOT EXISTS (
  SELECT FROM withdrawals w WHERE w.collection = l.collection AND w.target = l.id AND (${at}::timestamptz IS NULL OR w.at <= ${at}))`

/** Links that stand, of some incidents. */
export const loadLinksOfIncidents = async (source: Source, incidents: readonly string[]): Promise<readonly LinkRow[]> => {
  const { rows } = await sql<LinkRow>`
    SELECT l.* FROM links l WHERE l.collection = ${source.collection} AND l.incident = ANY(${incidents}::text[]) AND ${stands(source)}
    ORDER BY l.at, l.id`.execute(source.db)
  return rows
}

/** Links that stand, of some documents, whatever the reading. */
export const loadLinksOfDocuments = async (source: Source, documents: readonly string[]): Promise<readonly LinkRow[]> => {
  const { rows } = await sql<LinkRow>`
    SELECT l.* FROM links l WHERE l.collection = ${source.collection} AND l.document = ANY(${documents}::text[]) AND ${stands(source)}
    ORDER BY l.at, l.id`.execute(source.db)
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
