import { sql, type Transaction } from 'kysely'
import { historyEntry } from './history.ts'
import type { KnownSheets } from './known-sheets.ts'
import type { Ledger } from './ledger.ts'
import type { HistoryRow, Tables } from './rows.ts'
import { toJson } from './text.ts'

/** What an act is recorded as. */
type Act = Readonly<{ kind: HistoryRow['kind']; subject: string; by: string | null; payload: unknown }>

/** A transaction that writes to one collection, alone: linking sees every incident, and the history is one chain. */
export type Writer = Readonly<{
  trx: Transaction<Tables>
  collection: number
  /** When this is written (UTC). */
  at: string
  /** What this process knows of what linking compares. */
  known: KnownSheets
  /** Puts an act into the history: the entries are written at the end of the same transaction. */
  record: (act: Act) => Promise<void>
}>

/** Casus's own number among PostgreSQL's advisory locks: "casu" in ASCII. */
const LOCK_CLASS = 0x63617375

/** What the first entry of a history follows. */
export const NOTHING_BEFORE = '0'.repeat(64)

/** Runs `act` in a transaction: all of it is kept, or nothing. */
export const write = <Result>({ db, collection, known }: Ledger, act: (writer: Writer) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK_CLASS}, ${collection})`.execute(trx)
    const head = await trx
      .selectFrom('history')
      .select(['seq', 'hash'])
      .where('collection', '=', collection)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    let last = { seq: head?.seq ?? 0, hash: head?.hash ?? NOTHING_BEFORE }
    const at = new Date().toISOString()
    const entries: HistoryRow[] = []
    const record = async (one: Act): Promise<void> => {
      const entry = historyEntry({ ...one, collection, at, payload: toJson(one.payload), seq: last.seq + 1, previous: last.hash })
      entries.push(entry)
      last = entry
    }
    const result = await act({ trx, collection, at, known, record })
    if (entries.length > 0) await trx.insertInto('history').values(entries).execute()
    return result
  })
