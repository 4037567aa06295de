import { execFile } from 'node:child_process'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queueDocuments } from '../../src/actions/queue-documents.ts'
import { verifyLedger } from '../../src/ledger/custody/verify-ledger.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { openQueue } from '../../src/ledger/queue/queue.ts'
import { missingDatabase, newDatabase, runAdmin } from './database.ts'
import { type Child, findServer, isRoot, newHome, runChild } from './processes.ts'
import { numbered, toBytes } from './reports.ts'

/** Moments at which a process is killed: 20, or as many as asked for (`CASUS_FAULTS=200`). */
const MOMENTS = Number(process.env.CASUS_FAULTS ?? 20)
const run = promisify(execFile)

let home: string
let folder: string
let data: string
const children: Child[] = []
const startBound = (args: readonly string[], bounds: Parameters<typeof runChild>[1]): Child => {
  const child = runChild(args, bounds)
  children.push(child)
  return child
}
const start = (...args: readonly string[]): Child => startBound(args, {})
const kill = async (child: Child): Promise<void> => {
  child.process.kill('SIGKILL')
  await child.ended
}

beforeEach(async () => {
  home = await newHome()
  folder = join(home, 'data')
  data = join(folder, 'postgres')
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  const left = await findServer(data)
  if (left !== undefined) process.kill(left, 'SIGQUIT')
  while ((await findServer(data)) !== undefined) await sleep(10)
  await run('umount', [folder]).catch(() => undefined)
  await rm(home, { recursive: true, force: true })
})

const acknowledgedBy = ({ lines }: Child): readonly string[] =>
  lines.flatMap((line) => (/^added \d+ /.test(line) ? [line.split(' ')[2]!] : []))

const contentsOf = async ({ db, collection }: Ledger): Promise<readonly Readonly<{ id: string; content: string }>[]> =>
  db.selectFrom('documents').select(['id', 'content']).where('collection', '=', collection).execute()

/** Everything acknowledged is there, nothing is there twice, and all is as the history says. */
const expectWhole = async (ledger: Ledger, acknowledged: ReadonlySet<string>): Promise<number> => {
  const held = await contentsOf(ledger)
  const ids = new Set(held.map(({ id }) => id))
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
  expect(new Set(held.map(({ content }) => content)).size).toBe(held.length)
  expect((await verifyLedger(ledger)).problems).toEqual([])
  return held.length
}

describe('a process that is killed while it adds', () => {
  it(`loses nothing it acknowledged and doubles nothing, at ${MOMENTS} random moments`, { timeout: 60_000 + MOMENTS * 5_000 }, async () => {
    const acknowledged = new Set<string>()
    const total = 1_000
    for (let moment = 0; moment < MOMENTS; moment++) {
      const from = Math.floor((moment * total) / MOMENTS)
      // From before where the last one was killed: what is there already must not be added again.
      const child = start(folder, 'stream', String(Math.max(0, from - 30)), String(from + 400))
      // While it opens and adds the first run, or with documents behind it.
      await child.until(moment % 2 === 0 ? 'open' : 'added')
      await sleep(Math.random() * 600)
      await kill(child)
      for (const id of acknowledgedBy(child)) acknowledged.add(id)
      // Now and then the server dies with it.
      const server = await findServer(data)
      if (moment % 4 === 3 && server !== undefined) process.kill(server, 'SIGKILL')
      const ledger = await openLedger({ folder })
      await expectWhole(ledger, acknowledged)
      await ledger.close()
    }
    expect(acknowledged.size).toBeGreaterThan(MOMENTS)
    const last = start(folder, 'stream', '0', String(total))
    await last.until('closed')
    for (const id of acknowledgedBy(last)) acknowledged.add(id)
    const ledger = await openLedger({ folder })
    expect(await expectWhole(ledger, acknowledged)).toBeGreaterThanOrEqual(total)
    await ledger.close()
  })
})

describe('a server that is restarted while a process adds', () => {
  it('loses nothing; the process ends with a problem, and the same command goes on', async () => {
    const first = start(folder, 'stream', '0', '2000')
    await first.until('added 40')
    process.kill((await findServer(data))!, 'SIGINT')
    expect(await first.ended).toBe(1)
    expect(first.lines.at(-1)).toMatch(/^failed /)
    const again = start(folder, 'stream', '0', '300')
    await again.until('closed')
    const ledger = await openLedger({ folder })
    await expectWhole(ledger, new Set([...acknowledgedBy(first), ...acknowledgedBy(again)]))
    await ledger.close()
  })
})

const isMountable =
  isRoot &&
  (await run('mount', ['--version']).then(
    () => true,
    () => false,
  ))

/** Two megabytes each: what is full is full within the first few dozen. */
const FILLER = '2000000'

/** A first process has come to an end for want of room; there is room again: another goes on, and nothing is lost or doubled. */
const goOn = async (first: Child): Promise<void> => {
  expect(await first.ended).toBe(1)
  const acknowledged = new Set(acknowledgedBy(first))
  expect(first.lines.at(-1)).toMatch(/^failed /)
  expect(acknowledged.size).toBeGreaterThan(0)
  const again = start(folder, 'stream', '0', String(acknowledged.size + 5), FILLER)
  await again.until('closed')
  for (const id of acknowledgedBy(again)) acknowledged.add(id)
  const ledger = await openLedger({ folder })
  expect(await expectWhole(ledger, acknowledged)).toBeGreaterThanOrEqual(acknowledged.size)
  await ledger.close()
}

describe.runIf(isMountable)('a disk that is full', () => {
  it('takes nothing more, keeps what it took, and goes on when there is room', { timeout: 240_000 }, async ({ skip }) => {
    await mkdir(folder, { mode: 0o711 })
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=0711', 'casus-test', folder]).then(
      () => true,
      () => false,
    )
    if (!mounted) return skip('mounting is refused here')
    await chmod(folder, 0o711)
    const first = start(folder, 'stream', '0', '200', FILLER)
    await first.ended
    await run('mount', ['-o', 'remount,size=900m', folder])
    await goOn(first)
  })
})

/** Longer than the files of an empty database (16 MB for a part of its log). */
const LONGEST_MB = 24

describe.skipIf(process.platform === 'win32')('files that may not grow longer', () => {
  it('take nothing more, keep what they took, and go on when they may', { timeout: 240_000 }, async () => {
    const empty = await openLedger({ folder })
    await empty.close()
    await goOn(startBound([folder, 'stream', '0', '200', FILLER], { fileMb: LONGEST_MB }))
  })
})

const reason = await missingDatabase()

describe.skipIf(reason !== null)(`on a PostgreSQL of your own ${reason ?? ''}`, () => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  beforeEach(async () => {
    database = await newDatabase()
  })
  afterEach(() => database.drop())

  it('connections cut while a process adds lose nothing and double nothing', async () => {
    const acknowledged = new Set<string>()
    const ledger = await openLedger({ databaseUrl: database.url })
    for (let round = 0; round < 5; round++) {
      const child = start(database.url, 'stream', '0', '3000')
      await child.until(`added ${round * 40 + 20}`)
      await runAdmin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database.name}' AND pid <> pg_backend_pid()`,
      )
      expect(await child.ended).toBe(1)
      for (const id of acknowledgedBy(child)) acknowledged.add(id)
      await expectUnsigned(ledger, acknowledged)
    }
    await ledger.close()
  })

  it('workers killed at random lose nothing and double nothing', { timeout: 180_000 }, async () => {
    const ledger = await openLedger({ databaseUrl: database.url })
    const queue = await openQueue(ledger, { delaySeconds: 1, silenceSeconds: 10 })
    const total = 300
    for (let n = 0; n < total; n += 50)
      await queueDocuments(
        queue,
        Array.from({ length: 50 }, (_, i) => ({ input: { bytes: toBytes(numbered(n + i)), fileName: null }, method: 'file' as const })),
      )
    const workers = [start(database.url, 'work'), start(database.url, 'work')]
    for (let killed = 0; killed < 6; killed++) {
      await workers[killed % 2]!.until('open')
      await sleep(50 + Math.random() * 350)
      await kill(workers[killed % 2]!)
      workers[killed % 2] = start(database.url, 'work')
    }
    for (;;) {
      const { waiting, active, failed } = await queue.state()
      expect(failed).toEqual([])
      if (waiting + active === 0) break
      await sleep(500)
    }
    for (const worker of workers) await kill(worker)
    await expectUnsigned(ledger, new Set())
    expect(await contentsOf(ledger)).toHaveLength(total)
    expect(await ledger.db.selectFrom('inbox').select('id').execute()).toEqual([])
    await queue.close()
    await ledger.close()
  })

  /** As above; these processes have no key. */
  const expectUnsigned = async (ledger: Ledger, acknowledged: ReadonlySet<string>): Promise<void> => {
    const held = await contentsOf(ledger)
    const ids = new Set(held.map(({ id }) => id))
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
    expect(new Set(held.map(({ content }) => content)).size).toBe(held.length)
    const { problems } = await verifyLedger(ledger)
    expect(problems.filter(({ code }) => code !== 'custody/unsigned')).toEqual([])
  }
})
