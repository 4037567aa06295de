import type { Kysely } from 'kysely'
import type { Tables } from './rows.ts'

/** Where rows are read from: an open ledger, or a transaction on one of its collections. */
export type Source = Readonly<{ db: Kysely<Tables>; collection: number }>
