import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { ledgerContract } from './contract.ts'
import { custodyContract } from './custody.case.ts'
import { fiveDocumentsContract } from './five-documents.ts'
import { judgementContract } from './judgements.ts'
import { newHome } from './processes.ts'
import { rereadContract } from './reread.case.ts'

let home: string
let ledger: Ledger
let second: Ledger
let collection = 0

beforeAll(async () => {
  home = await newHome()
  ledger = await openLedger({ folder: join(home, 'data') })
  second = await openLedger({ folder: join(home, 'second') })
})

afterAll(async () => {
  await ledger?.close()
  await second?.close()
  await rm(home, { recursive: true, force: true })
})

ledgerContract('a folder', async () => ({ ...ledger, collection: ++collection }))
judgementContract('a folder', async () => ({ ...ledger, collection: ++collection }))
rereadContract('a folder', async () => ({ ...ledger, collection: ++collection }))
fiveDocumentsContract('a folder', async () => ({ ...ledger, collection: ++collection }))

custodyContract(
  'a folder',
  async () => ({ ...ledger, collection: ++collection }),
  async (same) => ({ ...second, collection: same }),
)
