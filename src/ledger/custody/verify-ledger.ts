import { type Kysely, sql } from 'kysely'
import { problem } from '../../model/problem.ts'
import type { Ledger } from '../ledger.ts'
import type { Tables } from '../rows.ts'
import { NOTHING_BEFORE } from '../write.ts'
import { VOUCHED } from './digests.ts'
import { loadGroups } from './load-groups.ts'
import { type Check, type Expected, groupsOf, openCheck, type Verdict } from './verify.ts'

/** Entries that are checked at a time, with the rows they tell of. */
const STRETCH = 200

const checkHistory = async (db: Kysely<Tables>, collection: number, check: Check): Promise<void> => {
  for (let after = 0; ; ) {
    const entries = await db
      .selectFrom('history')
      .selectAll()
      .where('collection', '=', collection)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(STRETCH)
      .execute()
    const last = entries.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER
    const heads = await db
      .selectFrom('heads')
      .selectAll()
      .where('collection', '=', collection)
      .where('seq', '>', after)
      .where('seq', '<=', last)
      .orderBy('seq')
      .execute()
    const groups = entries.flatMap(({ payload }) => groupsOf(payload).map(([group]) => group))
    check.take({ entries, heads, ...(await loadGroups({ db, collection }, groups)) })
    if (entries.length === 0) return
    after = last
  }
}

/** Rows that no entry tells of: there are more than the entries told of. */
const checkCounts = async (db: Kysely<Tables>, collection: number, check: Check): Promise<void> => {
  for (const table of VOUCHED) {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE collection = ${collection}`.execute(db)
    const more = rows[0]!.n - (check.counts.get(table) ?? 0)
    if (more > 0)
      check.add(problem('custody/row-unknown', `${table}: ${more} more ${more === 1 ? 'row' : 'rows'} than the history tells of.`))
  }
}

/**
 * Checks a ledger as it is at one moment, while others go on writing: that the history is one chain and signed, that every row is as
 * the history says it was written, that bytes and analyses are what their hashes say, and that there are no rows beside.
 */
export const verifyLedger = async ({ db, collection, signer }: Ledger, expected: Partial<Expected> = {}): Promise<Verdict> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const check = openCheck(
        { keys: expected.keys ?? signer?.trusted ?? null, head: expected.head ?? null },
        { before: NOTHING_BEFORE, gaps: false },
      )
      await checkHistory(trx, collection, check)
      await checkCounts(trx, collection, check)
      return check.end()
    })
