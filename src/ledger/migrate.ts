import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { CasusError } from '../model/problem.ts'
import { MIGRATIONS } from './migrations/list.ts'

/** Brings the tables up to date; one process at a time, the others wait. */
export const migrate = async <Schema>(db: Kysely<Schema>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new CasusError('ledger/unavailable', `The ledger's tables could not be brought up to date: ${message}`, { cause: error })
  }
}
