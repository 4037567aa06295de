import { sql, type Transaction } from 'kysely'
import type { Tables } from './rows.ts'
import { toJson } from './text.ts'

/**
 * Inserts rows of one table in one statement, however many: they travel as one JSON value, so no limit on parameters applies. Every
 * row must have the same fields, named as the columns are.
 */
export const insertRows = async <Table extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  await sql`INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(null::${sql.table(table)}, ${toJson(rows)}::json)`.execute(trx)
}
