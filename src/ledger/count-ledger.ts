import { sql } from 'kysely'
import type { Source } from './source.ts'

/** How much a ledger holds, and who has judged in it. */
export type LedgerCounts = Readonly<{
  incidents: number
  documents: number
  claims: number
  judgements: number
  history: number
  /** Bytes of the whole database. */
  size: number
  /** Of the database server. */
  version: string
  last: string | null
  people: readonly Readonly<{ name: string; judgements: number; last: string }>[]
}>

type Row = Omit<LedgerCounts, 'people'>

/** Names listed; a ledger has few. */
const MOST_PEOPLE = 200

export const countLedger = async ({ db, collection }: Source): Promise<LedgerCounts> => {
  const { rows } = await sql<Row>`SELECT
    (SELECT count(*)::int FROM cards WHERE collection = ${collection}) AS incidents,
    (SELECT count(*)::int FROM documents WHERE collection = ${collection}) AS documents,
    (SELECT count(*)::int FROM claims WHERE collection = ${collection}) AS claims,
    (SELECT count(*)::int FROM judgements WHERE collection = ${collection}) AS judgements,
    (SELECT count(*)::int FROM history WHERE collection = ${collection}) AS history,
    pg_database_size(current_database())::float8 AS size, current_setting('server_version') AS version,
    (SELECT to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM history WHERE collection = ${collection}) AS last`.execute(
    db,
  )
  const people = await sql<LedgerCounts['people'][number]>`
    SELECT by AS name, count(*)::int AS judgements, to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS last
    FROM judgements WHERE collection = ${collection} GROUP BY by ORDER BY 2 DESC, 1 LIMIT ${MOST_PEOPLE}`.execute(db)
  return { ...rows[0]!, people: people.rows }
}
