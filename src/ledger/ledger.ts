import { type Kysely, sql } from 'kysely'
import { CasusError } from '../model/problem.ts'
import { connect } from './connect.ts'
import { openSigner, readSigner, type Signer } from './custody/signing.ts'
import { openEmbedded } from './embedded/open.ts'
import type { KnownSheets } from './known-sheets.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './rows.ts'

/**
 * Where the ledger lies: a folder, in which Casus runs PostgreSQL itself, or a PostgreSQL of your own. `signingKey`: a file with the key
 * that signs its history; a folder has one of its own, made at first use.
 */
export type LedgerOptions = Readonly<({ folder: string } | { databaseUrl: string }) & { collection?: number; signingKey?: string }>

/** An open ledger. */
export type Ledger = Readonly<{
  db: Kysely<Tables>
  /** How the queue reaches the same database; null in a folder, where the one process does the work itself. */
  databaseUrl: string | null
  /** Which collection of the ledger is written and read: the key that every row carries. */
  collection: number
  /** Where the data lies, for a person to read. */
  where: string
  /** What a person should know about that place, such as that it is not the folder asked for. */
  note: string | null
  /** What this process has lately read of what linking compares. */
  known: KnownSheets
  /** Signs what is written; null: no key is at hand, and what is written stays unsigned. */
  signer: Signer | null
  close: () => Promise<void>
}>

/** The collection of a ledger that was never divided. */
const WHOLE = 1

type Opened = Omit<Ledger, 'collection' | 'known'>

const openFolder = async (folder: string): Promise<Opened> => {
  const server = await openEmbedded(folder)
  const db = connect(server.connection)
  const close = async (): Promise<void> => {
    await db.destroy()
    await server.close()
  }
  return { db, databaseUrl: null, where: server.place.base, note: server.place.note, signer: await openSigner(server.place.folder), close }
}

/** A database address without its password. */
const toShown = (databaseUrl: string): string => {
  try {
    const url = new URL(databaseUrl)
    if (url.password) url.password = '…'
    return decodeURI(url.href)
  } catch {
    return 'the database given'
  }
}

const openDatabase = async (databaseUrl: string): Promise<Opened> => {
  const db = connect({ connectionString: databaseUrl, application_name: 'casus' })
  return { db, databaseUrl, where: toShown(databaseUrl), note: null, signer: null, close: () => db.destroy() }
}

const toUnavailable = (error: unknown, where: string): CasusError =>
  error instanceof CasusError
    ? error
    : new CasusError('ledger/unavailable', `The ledger at ${where} could not be opened: ${(error as Error).message || String(error)}`, {
        cause: error,
      })

/**
 * Opens the ledger, starting its PostgreSQL where needed and bringing its tables up to date. The last one to close an embedded
 * ledger stops its server. Throws `ledger/unavailable`, `ledger/in-use` or `ledger/not-writable`.
 */
export const openLedger = async (options: LedgerOptions): Promise<Ledger> => {
  const where = 'folder' in options ? options.folder : toShown(options.databaseUrl)
  try {
    const opened = 'folder' in options ? await openFolder(options.folder) : await openDatabase(options.databaseUrl)
    try {
      await sql`SELECT 1`.execute(opened.db)
      await migrate(opened.db)
    } catch (error) {
      await opened.close()
      throw error
    }
    let closing: Promise<void> | undefined
    const close = (): Promise<void> => {
      closing ??= opened.close()
      return closing
    }
    const signer = options.signingKey === undefined ? opened.signer : await readSigner(options.signingKey)
    return { ...opened, signer, close, known: new Map(), collection: options.collection ?? WHOLE }
  } catch (error) {
    throw toUnavailable(error, where)
  }
}
