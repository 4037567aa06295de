import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { ledgerContract } from './contract.ts'
import { custodyContract } from './custody.case.ts'
import { fiveDocumentsContract } from './five-documents.ts'
import { judgementContract } from './judgements.ts'

const ADMIN = process.env.CASUS_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

const run = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ADMIN, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const reason = await run('SELECT 1').then(
  () => null,
  (error: Error) => error.message,
)

if (reason !== null && process.env.CASUS_TEST_DATABASE_URL !== undefined)
  throw new Error(`CASUS_TEST_DATABASE_URL is set but does not answer: ${reason}`)

if (reason !== null)
  describe('the ledger in a PostgreSQL of your own', () => {
    it.skip(`(no PostgreSQL answers on 127.0.0.1:5432, and CASUS_TEST_DATABASE_URL is not set: ${reason})`)
  })
else {
  const name = `casus_test_${randomBytes(6).toString('hex')}`
  const second = `${name}_second`
  let ledger: Ledger
  let other: Ledger
  let collection = 0
  const openNew = async (one: string): Promise<Ledger> => {
    await run(`CREATE DATABASE ${one}`)
    const url = new URL(ADMIN)
    url.pathname = `/${one}`
    return openLedger({ databaseUrl: url.href })
  }
  beforeAll(async () => {
    ledger = await openNew(name)
    other = await openNew(second)
  })
  afterAll(async () => {
    await ledger?.close()
    await other?.close()
    for (const one of [name, second]) await run(`DROP DATABASE IF EXISTS ${one} WITH (FORCE)`)
  })
  ledgerContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  judgementContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  fiveDocumentsContract('a PostgreSQL of your own', async () => ({ ...ledger, collection: ++collection }))
  custodyContract(
    'a PostgreSQL of your own',
    async () => ({ ...ledger, collection: ++collection }),
    async (same) => ({ ...other, collection: same }),
  )
}
