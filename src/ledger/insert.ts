import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from './rows.ts'
import { toJson } from './text.ts'

/** Rows to insert, by table. Every row of a table must have the same fields, named as the columns are. */
export type NewRows = { readonly [Table in keyof Tables]?: readonly Tables[Table][] }

const toInsert = (table: string, rows: readonly object[]): RawBuilder<unknown> => {
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)))
  return sql`INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(null::${sql.table(table)}, ${toJson(rows)}::json)`
}

/** Tables with columns that are kept to the byte: their rows travel as parameters, not as a part of one JSON value. */
const BY_BYTE = ['contents', 'analyses'] as const

/** Rows of one statement that is sent as parameters: PostgreSQL takes 65,535 of those. */
const MOST_BY_BYTE = 500

const insertByByte = async (trx: Transaction<Tables>, rows: NewRows): Promise<void> => {
  for (const table of BY_BYTE) {
    const some = rows[table] ?? []
    for (let from = 0; from < some.length; from += MOST_BY_BYTE) {
      const insert = trx.insertInto(table as 'contents').values(some.slice(from, from + MOST_BY_BYTE) as NewRows['contents'] & object)
      // The same bytes may be there from another document.
      await (table === 'contents' ? insert.onConflict((conflict) => conflict.doNothing()) : insert).execute()
    }
  }
}

/** Several sets of rows as one. */
export const joinRows = (all: readonly NewRows[]): NewRows => {
  const joined: Record<string, object[]> = {}
  for (const rows of all)
    for (const [table, some] of Object.entries(rows)) {
      const list = joined[table] ?? []
      for (const row of some) list.push(row)
      joined[table] = list
    }
  return joined as NewRows
}

/** What was inserted in transactions whose history is to vouch for it. */
const gathered = new WeakMap<Transaction<Tables>, NewRows[]>()

/** From now on keeps what is inserted in a transaction; the function it gives says what that was. */
export const gatherInserts = (trx: Transaction<Tables>): (() => NewRows) => {
  const all: NewRows[] = []
  gathered.set(trx, all)
  return () => joinRows(all)
}

/**
 * Inserts rows of several tables in one statement, however many: each table's travel as one JSON value, so no limit on parameters
 * applies and one journey to the server does for all but what is kept to the byte.
 */
export const insertRows = async (trx: Transaction<Tables>, rows: NewRows): Promise<void> => {
  gathered.get(trx)?.push(rows)
  await insertByByte(trx, rows)
  const inserts = Object.entries(rows)
    .filter(([table, some]) => some.length > 0 && !(BY_BYTE as readonly string[]).includes(table))
    .map(([table, some]) => toInsert(table, some))
  if (inserts.length === 0) return
  const parts = inserts.map((insert, i) => sql`${sql.ref(`part${i}`)} AS (${insert})`)
  await sql`WITH ${sql.join(parts)} SELECT`.execute(trx)
}
