import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssets } from '../../src/assets/load.ts'
import { extract } from '../../src/engine/extract.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import type { Analysis } from '../../src/model/reading.ts'
import { addInOrder, ORDERS, policyOf } from '../ledger/five-documents.ts'
import { newHome } from '../ledger/processes.ts'

/** The case lies beside the checkout, with the corpora; where it does not, there is nothing to read. */
const CASE = resolve(import.meta.dirname, '../../../shared/cases/al-qaim')

describe.skipIf(!existsSync(CASE))('five documents on the strikes near al-Qaim, read and linked', () => {
  let home: string
  let ledger: Ledger
  let analyses: readonly Analysis[]
  let collection = 0
  beforeAll(async () => {
    home = await newHome()
    ledger = await openLedger({ folder: join(home, 'data') })
    const assets = loadAssets()
    const names = readdirSync(CASE).filter((name) => name.endsWith('.txt'))
    analyses = names.sort().map((id) => extract({ id, text: readFileSync(join(CASE, id), 'utf8'), facts: {} }, assets))
  })
  afterAll(async () => {
    await ledger?.close()
    await rm(home, { recursive: true, force: true })
  })

  it.each(ORDERS.map((order) => [order.join(''), order] as const))('come to the same in the order %s', async (_, order) => {
    const views = await addInOrder({ ...ledger, collection: ++collection }, analyses, order)
    const strikes = views.filter(({ subType, documents }) => subType === 'Air/drone strike' && documents.length > 1)
    const rockets = views.filter(({ subType, documents }) => subType === 'Shelling/artillery/missile attack' && documents.length > 1)
    expect([strikes.length, rockets.length]).toEqual([1, 1])
    expect(strikes[0]!.documents.map(({ copies }) => copies.length).toSorted()).toEqual([0, 0, 0, 1])
    const killed = strikes[0]!.estimates.filter(({ attribute }) => attribute === 'killed')
    expect(killed).toMatchObject([{ words: '24–25+', scope: 'in Iraq', independent: { low: 1, high: 2 } }])
    expect(killed[0]!.used.map(({ words, documents }) => [words, documents.length])).toEqual(
      expect.arrayContaining([
        ['at least 25', 3],
        ['24', 1],
      ]),
    )
    expect(policyOf(strikes[0]!, 'acled').estimates).toMatchObject([{ words: '24' }])
    expect(policyOf(strikes[0]!, 'ibc')).toMatchObject({ row: false })
    expect(policyOf(strikes[0]!, 'airwars').labels.slice(0, 2)).toMatchObject([{ value: 'Declared' }, { value: 'not graded' }])
    const wounded = rockets[0]!.estimates.find(({ attribute }) => attribute === 'wounded')!
    expect(wounded).toMatchObject({ words: '6', used: [{ addedUp: true }, { addedUp: true }, { addedUp: true }] })
  })
})
