import { sql } from 'kysely'
import type { DocumentSummary } from '../model/record.ts'
import { summaryColumns } from './load-links.ts'
import type { Source } from './source.ts'
import { issuerKey, speakerKey } from './source-keys.ts'
import { type SummaryRow, toSummary } from './to-records.ts'

/** Which documents, in which order, from where on; null: anything. */
export type DocumentLineQuery = Readonly<{
  q: string | null
  /** The key of whoever puts it out. */
  issuer: string | null
  /** The key of somebody it quotes. */
  speaker: string | null
  language: string | null
  order: 'added' | 'published'
  limit: number
  after: readonly (string | number | null)[] | null
}>

/** A document with what was found in it and the text it shares. */
export type DocumentLineRecord = Readonly<{
  summary: DocumentSummary
  /** How its text starts. */
  start: string
  claims: number
  incidents: readonly Readonly<{ id: string; title: string }>[]
  /** Documents that share its text, itself included, and the one of them that came first. */
  group: number
  original: string
}>

type Row = SummaryRow &
  Readonly<{ start: string; claims: number; incidents: DocumentLineRecord['incidents'] | null; group: number; original: string }>

/** Incidents named in a line; the document's page has them all. */
const MOST_INCIDENTS = 3

/** Documents as lines of a list, one more than asked for when there are more. */
export const listDocumentLines = async ({ db, collection }: Source, query: DocumentLineQuery): Promise<readonly DocumentLineRecord[]> => {
  const { q, issuer, speaker, language, order, limit, after } = query
  const where = [sql`d.collection = ${collection}`]
  if (q !== null)
    where.push(sql`(d.search @@ websearch_to_tsquery('english', ${q}) OR d.issuer_name ILIKE ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`})`)
  if (issuer !== null) where.push(sql`${issuerKey('d')} = ${issuer}`)
  if (language !== null) where.push(sql`d.language = ${language}`)
  if (speaker !== null)
    where.push(
      sql`coalesce(d.same_as, d.id) IN (SELECT k.document FROM claims k WHERE k.collection = ${collection} AND ${speakerKey('k')} = ${speaker})`,
    )
  const by = order === 'added' ? sql`d.at` : sql`coalesce(d.published, '')`
  if (after)
    where.push(
      order === 'added'
        ? sql`(d.at, d.id) < (${after[0]}::timestamptz, ${String(after[1])})`
        : sql`(${by}, d.id) < (${String(after[0] ?? '')}, ${String(after[1])})`,
    )
  const { rows } = await sql<Row>`
    SELECT ${summaryColumns}, left(ltrim(d.text), 140) AS start,
      (SELECT count(*)::int FROM claims k WHERE k.collection = d.collection AND k.document = coalesce(d.same_as, d.id)) AS claims,
      (SELECT jsonb_agg(jsonb_build_object('id', i.incident, 'title', i.title)) FROM (
        SELECT DISTINCT l.incident, n.card->>'title' AS title FROM links l JOIN cards n ON n.collection = l.collection AND n.incident = l.incident
        WHERE l.collection = d.collection AND l.document = coalesce(d.same_as, d.id)
          AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = l.collection AND w.target = l.id)
        ORDER BY l.incident LIMIT ${MOST_INCIDENTS}) i) AS incidents,
      (SELECT count(*)::int FROM documents o WHERE o.collection = d.collection AND o.copy_group = d.copy_group) AS group,
      (SELECT o.id FROM documents o WHERE o.collection = d.collection AND o.copy_group = d.copy_group
        ORDER BY coalesce(o.published, '~'), o.at, o.id LIMIT 1) AS original
    FROM documents d JOIN contents c ON c.collection = d.collection AND c.sha256 = d.content
    WHERE ${sql.join(where, sql` AND `)} ORDER BY ${by} DESC, d.id DESC LIMIT ${limit + 1}`.execute(db)
  return rows.map((row) => ({
    summary: toSummary(row),
    start: row.start,
    claims: row.claims,
    incidents: row.incidents ?? [],
    group: row.group,
    original: row.original,
  }))
}
