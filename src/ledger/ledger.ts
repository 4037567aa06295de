import type { Kysely } from 'kysely'
import type { Tables } from './rows.ts'

/** Where the ledger lies: a folder, in which Casus runs PostgreSQL itself, or a PostgreSQL of your own. */
export type LedgerOptions = Readonly<{ folder: string } | { databaseUrl: string }>

/** An open ledger. */
export type Ledger = Readonly<{
  db: Kysely<Tables>
  /** Which collection of the ledger is written and read: the key that every row carries. */
  collection: number
  /** Where the data lies, for a person to read. */
  where: string
  close: () => Promise<void>
}>

/** Opens the ledger, starting its PostgreSQL where needed and bringing its tables up to date. Throws `ledger/unavailable`. */
export declare const openLedger: (options: LedgerOptions) => Promise<Ledger>
