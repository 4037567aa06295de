import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { verifyLedger } from '../../src/ledger/custody/verify-ledger.ts'
import { findNative, linkLibraries, toReachable } from '../../src/ledger/embedded/native.ts'
import { isReachable } from '../../src/ledger/embedded/reach.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { findServer, isRoot, newHome, runChild } from './processes.ts'
import { benchOf, numbered, STRIKE, toBytes } from './reports.ts'

const NOBODY = { uid: 65534, gid: 65534 }

let home: string
let folder: string
let data: string
const children: ReturnType<typeof runChild>[] = []
const start = (...args: Parameters<typeof runChild>) => {
  const child = runChild(...args)
  children.push(child)
  return child
}

beforeEach(async () => {
  home = await newHome()
  folder = join(home, 'data')
  data = join(folder, 'postgres')
})

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGKILL')
    await child.ended
  }
  const left = await findServer(data)
  if (left !== undefined) process.kill(left, 'SIGQUIT')
  while ((await findServer(data)) !== undefined) await sleep(10)
  await rm(home, { recursive: true, force: true })
})

const documentsOf = async ({ db, collection }: Ledger): Promise<readonly string[]> =>
  (await db.selectFrom('documents').select('id').where('collection', '=', collection).execute()).map(({ id }) => id)

const isWhole = async (ledger: Ledger): Promise<boolean> => (await verifyLedger(ledger)).wrong === 0

const addStrike = (ledger: Ledger) => addDocument(benchOf(ledger), { input: { bytes: toBytes(STRIKE), fileName: null }, method: 'file' })

describe('a killed process', () => {
  it('leaves a server that the next one takes over, with every acknowledged document', async () => {
    const acknowledged = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const child = start([folder, 'add', String(round * 1000), String(round * 1000 + 900)])
      await child.until(`added ${round * 1000 + 2}`)
      // Somewhere in the middle of a write, at another moment each round.
      await sleep(round * 17)
      child.process.kill('SIGKILL')
      await child.ended
      for (const line of child.lines) if (line.startsWith('added')) acknowledged.add(line.split(' ')[2]!)
      const left = await findServer(data)
      expect(left).toBeDefined()
      const ledger = await openLedger({ folder })
      expect(await findServer(data)).toBe(left)
      const held = await documentsOf(ledger)
      expect([...acknowledged].filter((id) => !held.includes(id))).toEqual([])
      // At most the one under way was kept without having been told of.
      expect(held.length).toBeLessThanOrEqual(acknowledged.size + round + 1)
      expect(await isWhole(ledger)).toBe(true)
      await ledger.close()
      expect(await findServer(data)).toBeUndefined()
    }
  })

  it('does not take the server from others', async () => {
    const child = start([folder, 'hold'])
    await child.until('open')
    const ledger = await openLedger({ folder })
    child.process.kill('SIGKILL')
    await child.ended
    await addStrike(ledger)
    expect(await documentsOf(ledger)).toHaveLength(1)
    await ledger.close()
    expect(await findServer(data)).toBeUndefined()
  })
})

describe('a killed server', () => {
  it('is started again, with everything it acknowledged', async () => {
    const first = await openLedger({ folder })
    await addStrike(first)
    process.kill((await findServer(data))!, 'SIGKILL')
    await first.close()
    const again = await openLedger({ folder })
    expect(await documentsOf(again)).toHaveLength(1)
    await again.close()
  })
})

describe('several processes on one folder', () => {
  it('share one server, which the last one stops', async () => {
    const child = start([folder, 'hold'])
    await child.until('open')
    const server = await findServer(data)
    const ledger = await openLedger({ folder })
    await addStrike(ledger)
    expect(await findServer(data)).toBe(server)
    await ledger.close()
    expect(await findServer(data)).toBe(server)
    child.process.stdin!.end()
    await child.until('closed')
    expect(await findServer(data)).toBeUndefined()
  })

  it('may all start at once on an empty folder', async () => {
    const all = [0, 1, 2].map((n) => start([folder, 'add', String(n * 4), String(n * 4 + 5)]))
    await Promise.all(all.map((child) => child.until('closed')))
    const ledger = await openLedger({ folder })
    // 0–4, 4–8 and 8–12: the two that overlap are there once.
    expect(await documentsOf(ledger)).toHaveLength(13)
    expect(await isWhole(ledger)).toBe(true)
    await ledger.close()
  })

  it('are not held up by a lock that a killed one left', async () => {
    await mkdir(folder, { mode: 0o711 })
    const gone = start([folder, 'nothing'])
    await gone.ended
    await writeFile(join(folder, 'starting.lock'), `${gone.process.pid}\n`)
    const ledger = await openLedger({ folder })
    await ledger.close()
    expect((await readdir(folder)).filter((name) => name.includes('lock'))).toEqual([])
  })
})

describe('the folder', () => {
  it('may have a path longer than a socket’s may be', async () => {
    const long = join(home, 'a'.repeat(90), 'b'.repeat(90))
    const ledger = await openLedger({ folder: long })
    await addStrike(ledger)
    expect(ledger.where).toBe(long)
    await ledger.close()
  })

  it('is told of when it cannot be written to', async () => {
    await writeFile(folder, 'a file')
    await expect(openLedger({ folder })).rejects.toMatchObject({ problem: { code: 'ledger/not-writable' } })
    if (isRoot) return
    const closed = join(home, 'closed')
    await mkdir(closed, { mode: 0o500 })
    await expect(openLedger({ folder: join(closed, 'data') })).rejects.toMatchObject({ problem: { code: 'ledger/not-writable' } })
  })

  it('is left alone when its data is of a version that is not there', async () => {
    await mkdir(data, { recursive: true })
    await writeFile(join(data, 'PG_VERSION'), '7\n')
    await expect(openLedger({ folder })).rejects.toMatchObject({ problem: { code: 'ledger/unavailable' } })
    expect(await readdir(data)).toEqual(['PG_VERSION'])
  })
})

const isCheckoutOpen = await isReachable(resolve(import.meta.dirname, '../..'), NOBODY)

describe.runIf(isRoot)('as root', () => {
  it('runs the server under an account that owns nothing', async () => {
    const ledger = await openLedger({ folder })
    expect((await stat(data)).uid).toBe(NOBODY.uid)
    expect((await stat(data)).mode & 0o777).toBe(0o700)
    expect(ledger.note).toBeNull()
    await ledger.close()
  })

  it('keeps the data where that account can reach it, says where, and finds it again', async () => {
    await chmod(home, 0o700)
    const ledger = await openLedger({ folder })
    try {
      expect(ledger.where).not.toBe(folder)
      expect(ledger.note).toContain(ledger.where)
      await addStrike(ledger)
      await ledger.close()
      const again = await openLedger({ folder })
      expect(again.where).toBe(ledger.where)
      expect(await documentsOf(again)).toHaveLength(1)
      await again.close()
    } finally {
      await rm(ledger.where, { recursive: true, force: true })
    }
  })

  it('runs programs that the account cannot reach from a copy that it can', async () => {
    const native = await findNative()
    if (!native) return
    const hidden = await mkdtemp(join(tmpdir(), 'casus-test-'))
    try {
      await promisify(execFile)('cp', ['-r', native.root, join(hidden, 'native')])
      const copied = await toReachable({ root: join(hidden, 'native'), version: native.version }, home, NOBODY)
      expect(copied).toBe(join(home, `postgresql-${native.version}`, 'native'))
      await linkLibraries(copied, home)
      const { stdout } = await promisify(execFile)(join(copied, 'bin', 'postgres'), ['--version'], { ...NOBODY, cwd: '/' })
      expect(stdout).toContain('PostgreSQL')
    } finally {
      await rm(hidden, { recursive: true, force: true })
    }
  })

  it.runIf(isCheckoutOpen)('leaves other users what they have: their own server, their own folder, and a refusal elsewhere', async () => {
    await chown(home, NOBODY.uid, NOBODY.gid)
    await chmod(home, 0o700)
    const own = start([folder, 'add', '0', '2'], NOBODY)
    await own.until('closed')
    expect(own.lines[0]).toBe(`open ${NOBODY.uid}`)
    expect((await stat(data)).uid).toBe(NOBODY.uid)
    await chown(home, 0, 0)
    await chmod(home, 0o755)
    const refused = start([join(home, 'other'), 'add', '0', '1'], NOBODY)
    await refused.until('failed ledger/not-writable')
  })

  it('opens a ledger that another user made, under that user’s account', async () => {
    await chown(home, 1234, 1234)
    await mkdir(folder, { mode: 0o711 })
    const ledger = await openLedger({ folder })
    await ledger.close()
    await promisify(execFile)('chown', ['-R', '1234:1234', data])
    const again = await openLedger({ folder })
    await addDocument(benchOf(again), { input: { bytes: toBytes(numbered(1)), fileName: null }, method: 'file' })
    expect((await stat(join(data, 'postmaster.pid'))).uid).toBe(1234)
    await again.close()
  })
})
