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

/**
 * Inserts rows of several tables in one statement, however many: each table's travel as one JSON value, so no limit on parameters
 * applies and one journey to the server does for all.
 */
export const insertRows = async (trx: Transaction<Tables>, rows: NewRows): Promise<void> => {
  const inserts = Object.entries(rows)
    .filter(([, some]) => some.length > 0)
    .map(([table, some]) => toInsert(table, some))
  if (inserts.length === 0) return
  const parts = inserts.map((insert, i) => sql`${sql.ref(`part${i}`)} AS (${insert})`)
  await sql`WITH ${sql.join(parts)} SELECT`.execute(trx)
}
