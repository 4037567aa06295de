import { type RawBuilder, sql } from 'kysely'
import type { ReadingRows } from './reading-rows.ts'
import type { Source } from './source.ts'

/** Readings of documents. */
export type Parts = readonly Readonly<{ document: string; reading: number }>[]

const TABLES = ['proposals', 'statements', 'mentions', 'claims', 'relations', 'affiliations', 'aggregates'] as const

/** Tables whose rows have a place in the document; the others are in the order of their ids. */
const ORDERED: ReadonlySet<string> = new Set(['proposals', 'claims', 'relations', 'affiliations', 'aggregates'])

const NOTHING: ReadingRows = { proposals: [], statements: [], mentions: [], claims: [], relations: [], affiliations: [], aggregates: [] }

const toSelect = (table: (typeof TABLES)[number], collection: number): RawBuilder<unknown> => {
  const order = sql.ref(ORDERED.has(table) ? 't.ord' : 't.id')
  return sql`(SELECT json_agg(t ORDER BY t.document, t.reading, ${order}) FROM part JOIN ${sql.table(table)} t
    ON t.collection = ${collection} AND t.document = part.document AND t.reading = part.reading) AS ${sql.ref(table)}`
}

/** JSON gives times with their offset; the ledger's are ISO 8601 with a Z. */
const toTimes = (claim: ReadingRows['claims'][number]): ReadingRows['claims'][number] =>
  claim.at === null ? claim : { ...claim, at: new Date(claim.at).toISOString() }

/** All that was read in some readings, in one journey to the server: each table in the order of the documents. */
export const loadReadings = async ({ db, collection }: Source, parts: Parts): Promise<ReadingRows> => {
  if (parts.length === 0) return NOTHING
  const { rows } = await sql<Record<keyof ReadingRows, string | null>>`
    WITH part AS MATERIALIZED (
      SELECT * FROM unnest(${parts.map(({ document }) => document)}::text[], ${parts.map(({ reading }) => reading)}::int[]) AS p(document, reading))
    SELECT ${sql.join(TABLES.map((table) => toSelect(table, collection)))}`.execute(db)
  const [row] = rows
  const loaded = Object.fromEntries(TABLES.map((table) => [table, JSON.parse(row?.[table] ?? '[]')])) as ReadingRows
  return { ...loaded, claims: loaded.claims.map(toTimes) }
}
