import type { Kysely } from 'kysely'
import type { Tables } from './rows.ts'

/**
 * Where rows are read from: an open ledger, or a transaction on one of its collections. `at` (UTC): as the ledger stood then; links,
 * judgements and marks made since are not seen.
 */
export type Source = Readonly<{ db: Kysely<Tables>; collection: number; at?: string | null }>
