import { sql } from 'kysely'
import { type Problem, problem } from '../../model/problem.ts'
import { documentColumns } from '../load-links.ts'
import type { Source } from '../source.ts'
import { digestsOf, groupOf, type VouchedTable } from './digests.ts'
import { tableOf } from './verify.ts'

type Row = Readonly<Record<string, unknown>>

/** Columns of a table as they are hashed: nothing that PostgreSQL makes itself, and of large values their hash. */
const columnsOf = (table: VouchedTable) => {
  if (table === 'documents') return sql.join(documentColumns.map((name) => sql.ref(`t.${name}`)))
  if (table === 'contents') return sql`t.sha256, t.size, t.media_type, t.at, encode(sha256(t.bytes), 'hex') AS actual`
  if (table === 'analyses')
    return sql`t.document, t.reading, t.engine, t.sha256, t.at, encode(sha256(convert_to(t.body::text, 'UTF8')), 'hex') AS actual`
  return sql`t.*`
}

const partsOf = (group: string): readonly string[] => group.split(' ').slice(1)

/** The rows of some groups of one table. */
const loadRows = async ({ db, collection }: Source, table: VouchedTable, groups: readonly string[]): Promise<readonly Row[]> => {
  const parts = groups.map(partsOf)
  const at = (n: number): readonly string[] => parts.map((part) => part[n]!)
  const first = { contents: 'sha256', withdrawals: 'target', versions: 'document' }[table as string] ?? 'id'
  const isOfReading = parts[0]!.length > 1 && table !== 'copies'
  const where = isOfReading
    ? sql`JOIN (SELECT DISTINCT * FROM unnest(${at(0)}::text[], ${at(1)}::int[]) AS u(document, reading)) k
        ON t.document = k.document AND t.reading = k.reading WHERE t.collection = ${collection}`
    : table === 'copies'
      ? sql`JOIN unnest(${at(0)}::text[], ${at(1)}::text[]) AS k(document, of) ON t.document = k.document AND t.of = k.of
        WHERE t.collection = ${collection}`
      : sql`WHERE t.collection = ${collection} AND ${sql.ref(`t.${first}`)} = ANY(${at(0)}::text[])`
  const { rows } = await sql<Row>`SELECT ${columnsOf(table)} FROM ${sql.table(table)} t ${where}`.execute(db)
  return rows
}

/** Bytes that are not what their hash says. */
const listChanged = (table: VouchedTable, rows: readonly Row[]): readonly Problem[] =>
  rows.flatMap((row) =>
    'actual' in row && row.actual !== row.sha256
      ? [
          problem(
            'custody/content-changed',
            `${groupOf(table, row)}: its ${table === 'contents' ? 'bytes' : 'analysis'} hash to ${row.actual}.`,
          ),
        ]
      : [],
  )

type Groups = Readonly<{ found: ReadonlyMap<string, Readonly<{ hash: string; rows: number }>>; problems: readonly Problem[] }>

/** What groups of rows hash to now; those that are not there are left out. */
export const loadGroups = async (source: Source, groups: readonly string[]): Promise<Groups> => {
  const found = new Map<string, Readonly<{ hash: string; rows: number }>>()
  const problems: Problem[] = []
  for (const [table, some] of Map.groupBy(groups, tableOf)) {
    const wanted = new Set(some)
    const rows = (await loadRows(source, table, some)).filter((row) => wanted.has(groupOf(table, row)))
    problems.push(...listChanged(table, rows))
    const bare = rows.map(({ actual: _, ...row }) => row)
    const counts = Map.groupBy(bare, (row) => groupOf(table, row))
    for (const [group, hash] of digestsOf(table, bare)) found.set(group, { hash, rows: counts.get(group)!.length })
  }
  return { found, problems }
}
