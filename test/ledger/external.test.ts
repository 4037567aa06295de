import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { ledgerContract } from './contract.ts'
import { custodyContract } from './custody.case.ts'
import { missingDatabase, newDatabase } from './database.ts'
import { fiveDocumentsContract } from './five-documents.ts'
import { judgementContract } from './judgements.ts'
import { rereadContract } from './reread.case.ts'

const reason = await missingDatabase()

if (reason !== null)
  describe('the ledger in a PostgreSQL of your own', () => {
    it.skip(`(no PostgreSQL answers on 127.0.0.1:5432, and CASUS_TEST_DATABASE_URL is not set: ${reason})`)
  })
else {
  const databases: Awaited<ReturnType<typeof newDatabase>>[] = []
  let ledger: Ledger
  let other: Ledger
  let collection = 0
  beforeAll(async () => {
    databases.push(await newDatabase(), await newDatabase())
    ledger = await openLedger({ databaseUrl: databases[0]!.url })
    other = await openLedger({ databaseUrl: databases[1]!.url })
  })
  afterAll(async () => {
    await ledger?.close()
    await other?.close()
    for (const one of databases) await one.drop()
  })
  ledgerContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  judgementContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  rereadContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  fiveDocumentsContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  custodyContract(
    'a PostgreSQL of your own',
    async () => ({ ...ledger, collection: ++collection }),
    async (same) => ({ ...other, collection: same }),
  )
}
