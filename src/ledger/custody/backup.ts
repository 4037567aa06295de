import { type Kysely, sql } from 'kysely'
import type { Ledger } from '../ledger.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import type { Tables } from '../rows.ts'
import { writeFileOfRows } from './file.ts'

/** Rows that travel together, unless they are large. */
const ROWS_AT_A_TIME = 500
const LARGE: ReadonlySet<string> = new Set(['contents', 'documents', 'analyses'])
const LARGE_AT_A_TIME = 16

type Columns = Readonly<{ names: readonly string[]; key: readonly string[] }>

/** The columns that hold what was kept (not what PostgreSQL makes of them), and the table's key. */
export const listColumns = async (db: Kysely<Tables>, table: string): Promise<Columns> => {
  const { rows } = await sql<{ name: string; place: number | null }>`
    SELECT a.attname AS name, array_position(i.indkey::int2[], a.attnum) AS place
    FROM pg_attribute a JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
    WHERE a.attrelid = ${table}::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY a.attnum`.execute(db)
  const key = rows.filter(({ place }) => place !== null).toSorted((a, b) => a.place! - b.place!)
  return { names: rows.map(({ name }) => name), key: key.map(({ name }) => name) }
}

/** Tables of the ledger: all that carry a collection. */
export const listTables = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'collection'
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`.execute(db)
  return rows.map(({ name }) => name)
}

async function* rowsOf(
  db: Kysely<Tables>,
  collection: number,
  table: string,
): AsyncGenerator<Readonly<{ table: string; rows: readonly string[] }>> {
  const { names, key } = await listColumns(db, table)
  const order = sql.join(key.map((name) => sql.ref(name)))
  const cursor = `casus_${table}`
  await sql`DECLARE ${sql.ref(cursor)} NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM (
    SELECT ${sql.join(names.map((name) => sql.ref(name)))} FROM ${sql.table(table)} WHERE collection = ${sql.lit(collection)} ORDER BY ${order}) t`.execute(
    db,
  )
  const count = LARGE.has(table) ? LARGE_AT_A_TIME : ROWS_AT_A_TIME
  for (;;) {
    const { rows } = await sql<{ row: string }>`FETCH ${sql.lit(count)} FROM ${sql.ref(cursor)}`.execute(db)
    if (rows.length === 0) break
    yield { table, rows: rows.map(({ row }) => row) }
  }
  await sql`CLOSE ${sql.ref(cursor)}`.execute(db)
}

async function* everyRow(db: Kysely<Tables>, collection: number) {
  for (const table of await listTables(db)) yield* rowsOf(db, collection, table)
}

/** Writes a collection to a file, as it is at one moment, while others go on writing. */
export const backupLedger = ({ db, collection }: Ledger, file: string): Promise<Readonly<{ rows: number; sha256: string }>> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const head = {
        format: 'casus-backup@1',
        made: new Date().toISOString(),
        collection,
        subjects: [],
        migrations: Object.keys(MIGRATIONS),
      } as const
      return writeFileOfRows(file, head, everyRow(trx, collection))
    })
