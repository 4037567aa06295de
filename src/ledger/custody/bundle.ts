import { type Kysely, sql } from 'kysely'
import { CasusError } from '../../model/problem.ts'
import type { Ledger } from '../ledger.ts'
import { MIGRATIONS } from '../migrations/list.ts'
import type { HistoryRow, Tables } from '../rows.ts'
import { listColumns } from './backup.ts'
import { groupOf, type VouchedTable } from './digests.ts'
import { writeFileOfRows } from './file.ts'
import { groupsOf, tableOf } from './verify.ts'

type Rows = Readonly<{ table: string; rows: readonly string[] }>

/** The documents, and those whose bytes and reading they share. */
const withOriginals = async (db: Kysely<Tables>, collection: number, ids: readonly string[]): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'same_as'])
    .where('collection', '=', collection)
    .where('id', 'in', ids)
    .execute()
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new CasusError('ledger/not-found', `There is no document ${missing}.`)
  return [...new Set(rows.flatMap(({ id, same_as }) => (same_as === null ? [id] : [id, same_as])))]
}

/** What was done to some documents and to claims in them. */
const listActs = (db: Kysely<Tables>, collection: number, documents: readonly string[]): Promise<readonly HistoryRow[]> =>
  db
    .selectFrom('history')
    .selectAll()
    .where('collection', '=', collection)
    .where(({ eb, or }) => or(documents.flatMap((id) => [eb('subject', '=', id), eb('subject', 'like', `${id}.%`)])))
    .orderBy('seq')
    .execute()

type Chain = Readonly<{ entries: readonly (HistoryRow | Omit<HistoryRow, 'payload'>)[]; heads: readonly object[] }>

/** From each act to the next signed head: what leads from what is shown to a signature, without what others were told. */
const loadChain = async (db: Kysely<Tables>, collection: number, acts: readonly HistoryRow[]): Promise<Chain> => {
  const shown = new Map<number, object>(acts.map((act) => [act.seq, { ...act, payload: JSON.parse(act.payload) }]))
  const heads = new Map<number, object>()
  for (const { seq } of acts) {
    const head = await db
      .selectFrom('heads')
      .selectAll()
      .where('collection', '=', collection)
      .where('seq', '>=', seq)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    if (!head) continue
    heads.set(head.seq, head)
    const between = await db
      .selectFrom('history')
      .selectAll()
      .where('collection', '=', collection)
      .where('seq', '>', seq)
      .where('seq', '<=', head.seq)
      .execute()
    for (const entry of between) if (!shown.has(entry.seq)) shown.set(entry.seq, { ...entry, payload: null })
  }
  return { entries: [...shown].toSorted(([a], [b]) => a - b).map(([, entry]) => entry) as Chain['entries'], heads: [...heads.values()] }
}

/** Each row of a group as JSON, as PostgreSQL gives it. */
const loadGroupRows = async (
  db: Kysely<Tables>,
  collection: number,
  table: VouchedTable,
  groups: readonly string[],
): Promise<readonly string[]> => {
  const wanted = new Set(groups)
  const parts = groups.map((group) => group.split(' ').slice(1))
  const column =
    parts[0]!.length > 1 || table === 'copies'
      ? 'document'
      : { contents: 'sha256', withdrawals: 'target', versions: 'document' }[table as string]
  const { names } = await listColumns(db, table)
  const { rows } = await sql<{ row: string }>`SELECT row_to_json(r)::text AS row FROM (
    SELECT ${sql.join(names.map((name) => sql.ref(name)))} FROM ${sql.table(table)} t
    WHERE t.collection = ${collection} AND ${sql.ref(`t.${column ?? 'id'}`)} = ANY(${parts.map(([first]) => first!)}::text[])) r`.execute(
    db,
  )
  return rows.map(({ row }) => row).filter((row) => wanted.has(groupOf(table, JSON.parse(row))))
}

/**
 * Writes what the ledger holds of some documents to a file that anybody can check without the ledger: their bytes, captures, text,
 * readings and judgements, and of the history what vouches for them. Throws `ledger/not-found`.
 */
export const exportEvidence = (
  { db, collection }: Ledger,
  ids: readonly string[],
  file: string,
): Promise<Readonly<{ rows: number; sha256: string }>> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const documents = await withOriginals(trx, collection, ids)
      const acts = await listActs(trx, collection, documents)
      const { entries, heads } = await loadChain(trx, collection, acts)
      const groups = acts.flatMap(({ payload }) => groupsOf(payload).map(([group]) => group))
      const tables = async function* (): AsyncGenerator<Rows> {
        yield { table: 'history', rows: entries.map((entry) => JSON.stringify(entry)) }
        yield { table: 'heads', rows: heads.map((head) => JSON.stringify(head)) }
        for (const [table, some] of Map.groupBy(groups, tableOf)) yield { table, rows: await loadGroupRows(trx, collection, table, some) }
      }
      const head = {
        format: 'casus-evidence@1',
        made: new Date().toISOString(),
        collection,
        subjects: ids,
        migrations: Object.keys(MIGRATIONS),
      } as const
      return writeFileOfRows(file, head, tables())
    })
