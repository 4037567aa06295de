import { sql } from 'kysely'
import type { DocumentSummary } from '../model/record.ts'
import { summaryColumns } from './load-links.ts'
import type { Source } from './source.ts'
import { type SummaryRow, toSummary } from './to-records.ts'

export type DocumentQuery = Readonly<{ q: string | null; limit: number; after: readonly (string | number | null)[] | null }>

/** Documents, last taken in first, one more than asked for when there are more. */
export const searchDocuments = async (
  { db, collection }: Source,
  { q, limit, after }: DocumentQuery,
): Promise<readonly DocumentSummary[]> => {
  const where = [sql`d.collection = ${collection}`]
  if (q !== null) where.push(sql`d.search @@ websearch_to_tsquery('english', ${q})`)
  if (after) where.push(sql`(d.at, d.id) < (${after[0]}::timestamptz, ${String(after[1])})`)
  const { rows } = await sql<SummaryRow>`
    SELECT ${summaryColumns} FROM documents d JOIN contents c ON c.collection = d.collection AND c.sha256 = d.content
    WHERE ${sql.join(where, sql` AND `)} ORDER BY d.at DESC, d.id DESC LIMIT ${limit + 1}`.execute(db)
  return rows.map(toSummary)
}
