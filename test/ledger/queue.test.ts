import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDocuments } from '../../src/actions/list-documents.ts'
import type { AddRequest } from '../../src/actions/prepare-document.ts'
import { queueDocuments } from '../../src/actions/queue-documents.ts'
import { workOff } from '../../src/actions/work-off.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { openQueue, type Queue } from '../../src/ledger/queue/queue.ts'
import { missingDatabase, newDatabase } from './database.ts'
import { newHome } from './processes.ts'
import { benchOf, numbered, toBytes } from './reports.ts'

const reason = await missingDatabase()

const requestOf = (n: number): AddRequest => ({
  input: { bytes: toBytes(numbered(n)), fileName: `report-${n}.json`, facts: { url: `https://post.example/${n}` } },
  method: 'file',
  operator: 'tester',
})

describe.skipIf(reason !== null)(`the queue of a database ${reason ?? ''}`, () => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  let ledger: Ledger
  let queue: Queue
  beforeAll(async () => {
    database = await newDatabase()
    ledger = await openLedger({ databaseUrl: database.url })
    queue = await openQueue(ledger, { retries: 1, delaySeconds: 1, mostDelaySeconds: 1 })
  })
  afterAll(async () => {
    await queue?.close()
    await ledger?.close()
    await database?.drop()
  })
  const work = (bench = benchOf(ledger)) => workOff(bench, queue, { isStopped: () => false, untilEmpty: true })
  const countDocuments = async () => (await listDocuments(ledger, { limit: 500 })).items.length

  it('keeps what is put in until a worker has added it', async () => {
    await queueDocuments(queue, [0, 1, 2].map(requestOf))
    expect(await queue.state()).toMatchObject({ waiting: 3, active: 0, failed: [] })
    expect(await countDocuments()).toBe(0)
    await work()
    expect(await countDocuments()).toBe(3)
    const { items } = await listDocuments(ledger, {})
    expect(items.map(({ url }) => url).toSorted()).toEqual([0, 1, 2].map((n) => `https://post.example/${n}`))
    expect(await ledger.db.selectFrom('inbox').selectAll().execute()).toEqual([])
  })

  it('adds nothing twice when the same input comes again', async () => {
    await queueDocuments(queue, [0, 1].map(requestOf))
    await work()
    expect(await countDocuments()).toBe(3)
  })

  it('puts what cannot be read aside at once, with why, and takes it again when told to', async () => {
    const bad: AddRequest = { ...requestOf(9), input: { bytes: new Uint8Array([1, 2, 3]), fileName: 'x.bin' } }
    await queueDocuments(queue, [bad])
    await work()
    const { failed } = await queue.state()
    expect(failed).toMatchObject([{ request: { input: { fileName: 'x.bin' }, operator: 'tester' } }])
    expect((failed[0]!.why as { code: string }[])[0]!.code).toMatch(/^document\//)
    await queue.retry(failed[0]!.id)
    expect(await queue.state()).toMatchObject({ waiting: 1, failed: [] })
    await expect(queue.retry(failed[0]!.id)).rejects.toMatchObject({ problem: { code: 'ledger/not-found' } })
    await work()
    expect((await queue.state()).failed).toHaveLength(1)
  })

  it('tries again what failed for another reason, and in the end puts it aside', async () => {
    const before = (await queue.state()).failed.length
    let tries = 0
    const bench = benchOf(ledger, () => {
      tries++
      throw new Error('no memory')
    })
    await queueDocuments(queue, [requestOf(20)])
    const until = Date.now() + 30_000
    while ((await queue.state()).failed.length === before && Date.now() < until) {
      await work(bench)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    expect(tries).toBe(2)
    const { failed } = await queue.state()
    expect(JSON.stringify(failed.at(-1)!.why)).toContain('no memory')
    await queue.retry(failed.at(-1)!.id)
    await work()
    expect((await queue.state()).failed).toHaveLength(before)
    expect(await countDocuments()).toBe(4)
  })

  it('finishes what it took when told to stop, and takes nothing more', async () => {
    await queueDocuments(
      queue,
      Array.from({ length: 120 }, (_, n) => requestOf(100 + n)),
    )
    let done = 0
    await workOff(benchOf(ledger), queue, { isStopped: () => done > 0, told: () => done++ })
    const { waiting, active } = await queue.state()
    expect(active).toBe(0)
    expect(done + waiting).toBe(120)
    expect(waiting).toBeGreaterThan(0)
    await work()
    expect(await countDocuments()).toBe(124)
  })
})

it('is not there for a ledger in a folder', async () => {
  const ledger = await openLedger({ folder: `${await newHome()}/data` })
  await expect(openQueue(ledger)).rejects.toMatchObject({ problem: { code: 'work/no-queue' } })
  await ledger.close()
})
