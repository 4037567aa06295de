import { sql, type Transaction } from 'kysely'
import { CasusError } from '../../model/problem.ts'
import type { Ledger } from '../ledger.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import type { Tables } from '../rows.ts'
import { listTables } from './backup.ts'
import { type FileHead, type FileRows, readFileOfRows } from './file.ts'

const check = (head: FileHead, { collection }: Ledger, file: string): void => {
  if (head.format !== 'casus-backup@1') throw new CasusError('custody/file-broken', `${file} is an evidence bundle, not a backup.`)
  const unknown = head.migrations.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0)
    throw new CasusError('custody/file-broken', `${file} was made by a newer Casus: its tables went through ${unknown.join(', ')}.`)
  if (head.collection !== collection)
    throw new CasusError('custody/file-broken', `${file} is of collection ${head.collection}; it is restored into that one only.`)
}

/** Analyses may hold escapes that PostgreSQL takes into a json column only, and does not look into: they go there straight. */
const insertAnalyses = async (trx: Transaction<Tables>, rows: FileRows['rows']): Promise<void> => {
  const whole = rows.map((row) => ({ ...row, body: JSON.stringify(row.body) }))
  await trx
    .insertInto('analyses')
    .values(whole as unknown as Tables['analyses'][])
    .execute()
}

const insertPart = async (trx: Transaction<Tables>, { table, rows, text }: FileRows): Promise<void> => {
  const [first] = rows
  if (!first) return
  if (table === 'analyses') return insertAnalyses(trx, rows)
  const list = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  // The text as it stands in the file: what is kept to the byte stays so.
  await sql`INSERT INTO ${sql.table(table)} (${list})
    SELECT ${list} FROM json_populate_recordset(null::${sql.table(table)}, ${text}::json)`.execute(trx)
}

/**
 * Puts the rows of a backup into an empty collection, in one transaction: all of them, and the file whole, or none. The collection must
 * be the one it was made of, because the history names it. The keys that signed it are trusted from then on. Throws `ledger/not-empty`, `custody/file-broken`.
 */
export const restoreLedger = async (ledger: Ledger, file: string): Promise<Readonly<{ rows: number }>> => {
  const { rows, keys } = await insertAll(ledger, file)
  await ledger.signer?.trust(keys)
  return { rows }
}

const insertAll = (ledger: Ledger, file: string): Promise<Readonly<{ rows: number; keys: readonly string[] }>> =>
  ledger.db.transaction().execute(async (trx) => {
    const { collection } = ledger
    const held = await trx.selectFrom('history').select('seq').where('collection', '=', collection).limit(1).executeTakeFirst()
    if (held) throw new CasusError('ledger/not-empty', `The ledger at ${ledger.where} holds something already.`)
    const tables = new Set(await listTables(trx))
    const keys = new Set<string>()
    let rows = 0
    for await (const part of readFileOfRows(file, (head) => check(head, ledger, file))) {
      const { table } = part
      if (!tables.has(table)) throw new CasusError('custody/file-broken', `${file} tells of a table ${table} that there is none of.`)
      if (part.rows.some((row) => row.collection !== collection))
        throw new CasusError('custody/file-broken', `${file} holds rows of another collection.`)
      await insertPart(trx, part)
      if (table === 'heads') for (const { key } of part.rows) keys.add(String(key))
      rows += part.rows.length
    }
    return { rows, keys: [...keys] }
  })
