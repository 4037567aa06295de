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
  // OFFSET 0: each part is looked up by itself, whatever PostgreSQL believes of a table that it has not counted yet.
  return sql`(SELECT json_agg(t ORDER BY t.document, t.reading, ${order}) FROM part CROSS JOIN LATERAL (
    SELECT * FROM ${sql.table(table)} r WHERE r.collection = ${collection} AND r.document = part.document AND r.reading = part.reading OFFSET 0) t)
    AS ${sql.ref(table)}`
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

/** Of what was read, what some readings hold, in the order of the documents. */
export const readingsByPart = (readings: ReadingRows): ((parts: Parts) => ReadingRows) => {
  const partOf = ({ document, reading }: Parts[number]): string => `${document} ${reading}`
  const byTable = TABLES.map((table) => [table, Map.groupBy(readings[table] as readonly Parts[number][], partOf)] as const)
  return (parts) => {
    const keys = parts.toSorted((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : a.reading - b.reading)).map(partOf)
    return Object.fromEntries(byTable.map(([table, rows]) => [table, keys.flatMap((key) => rows.get(key) ?? [])])) as unknown as ReadingRows
  }
}
