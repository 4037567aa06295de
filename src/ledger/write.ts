import { sql, type Transaction } from 'kysely'
import { digestsByOwner } from './custody/digests.ts'
import type { Signer } from './custody/signing.ts'
import { historyEntry } from './history.ts'
import { gatherInserts } from './insert.ts'
import type { KnownSheets } from './known-sheets.ts'
import type { Ledger } from './ledger.ts'
import type { HistoryRow, Tables } from './rows.ts'
import { toJson } from './text.ts'

/** What an act is recorded as. */
type Act = Readonly<{ kind: HistoryRow['kind']; subject: string; by: string | null; payload: object }>

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

type End = Readonly<{ seq: number; hash: string }>

const findEnd = async (trx: Transaction<Tables>, collection: number): Promise<End> => {
  const head = await trx
    .selectFrom('history')
    .select(['seq', 'hash'])
    .where('collection', '=', collection)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head ?? { seq: 0, hash: NOTHING_BEFORE }
}

/** Acts with the hashes of the rows they added: each those of its subject, the last one what is nobody's. */
const withRows = (acts: readonly Act[], digests: ReturnType<typeof digestsByOwner>): readonly Act[] => {
  const subjects = new Map(acts.map(({ subject }, i) => [subject, i]))
  const rows = acts.map((): Record<string, string> => ({}))
  for (const [owner, some] of digests) {
    const place = owner === undefined ? undefined : subjects.get(owner)
    Object.assign(rows[place ?? acts.length - 1]!, some)
  }
  return acts.map((act, i) => ({ ...act, payload: { ...act.payload, rows: rows[i]! } }))
}

const appendHistory = async ({ trx, collection, at }: Omit<Writer, 'record'>, acts: readonly Act[], end: End, signer: Signer | null) => {
  let last = end
  const entries = acts.map((act) => {
    const entry = historyEntry({ ...act, collection, at, payload: toJson(act.payload), seq: last.seq + 1, previous: last.hash })
    last = entry
    return entry
  })
  await trx.insertInto('history').values(entries).execute()
  if (!signer) return
  const head = { collection, seq: last.seq, hash: last.hash }
  await trx
    .insertInto('heads')
    .values({ ...head, at, key: signer.key, signature: signer.sign(head) })
    .execute()
}

/** Runs `act` in a transaction: all of it is kept, or nothing. What it records goes into the history with the hashes of the rows it added. */
export const write = <Result>({ db, collection, known, signer }: Ledger, act: (writer: Writer) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK_CLASS}, ${collection})`.execute(trx)
    const end = await findEnd(trx, collection)
    const at = new Date().toISOString()
    const inserted = gatherInserts(trx)
    const acts: Act[] = []
    const record = async (one: Act): Promise<void> => {
      acts.push(one)
    }
    const writer = { trx, collection, at, known }
    const result = await act({ ...writer, record })
    if (acts.length > 0) await appendHistory(writer, withRows(acts, digestsByOwner(inserted())), end, signer)
    return result
  })
