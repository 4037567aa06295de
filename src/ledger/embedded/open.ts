import { randomUUID } from 'node:crypto'
import { access, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { CasusError } from '../../model/problem.ts'
import { findServerAccount } from './account.ts'
import { isAlive, withLock } from './lock.ts'
import { getPlace, type Place } from './place.ts'
import { findPostmaster, isRunning, type Postmaster } from './postmaster.ts'
import { findProgram } from './program.ts'
import { createData, DATABASE_NAME, DATABASE_USER, startServer, stopServer } from './server.ts'

/** A running server of our own, and how to reach it. */
export type EmbeddedServer = Readonly<{
  connection: Readonly<{ host: string; port: number; user: string; database: string; application_name: string; ssl: false }>
  place: Place
  /** Gives up this user's hold on the server; the last user stops it. */
  close: () => Promise<void>
}>

const JOIN_PATIENCE_MS = 120_000

/** A server that already holds the data, left by a killed process or used by a living one; waits while it starts or stops. */
const findRunning = async (place: Place): Promise<Postmaster | undefined> => {
  const until = Date.now() + JOIN_PATIENCE_MS
  for (;;) {
    const postmaster = await findPostmaster(place.data)
    if (!postmaster) return undefined
    if (!(await isRunning(postmaster))) {
      // Dead, or another program under the same number: PostgreSQL itself would refuse to start in the second case.
      await rm(join(place.data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (postmaster.ready) return postmaster
    if (Date.now() > until)
      throw new CasusError('ledger/in-use', `The server (process ${postmaster.pid}) that holds ${place.data} does not answer.`)
    await sleep(20)
  }
}

const dataMajorOf = async (data: string): Promise<number | null> => {
  const text = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? null : Number.parseInt(text, 10)
}

const start = async (place: Place): Promise<Postmaster> => {
  const present = await access(place.data).then(
    () => true,
    () => false,
  )
  const account = await findServerAccount(present ? place.data : undefined)
  const major = present ? await dataMajorOf(place.data) : null
  const program = await findProgram(place.base, account, major)
  if (!program)
    throw new CasusError(
      'ledger/unavailable',
      major === null
        ? `No PostgreSQL was found for ${process.platform} ${process.arch}. Install PostgreSQL 15 or newer, or set DATABASE_URL.`
        : `${place.data} was made by PostgreSQL ${major}, which was not found. Install it, or set DATABASE_URL.`,
    )
  if (!present) await createData(place, program, account)
  return startServer(place, program, account)
}

/** Names of the connections of others. Ours carry the number of their process: `casus 1234 0a1b2c3d`. */
const listOthers = async (holder: pg.Client, own: string): Promise<readonly string[]> => {
  const { rows } = await holder.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> $1`,
    [own],
  )
  return rows.map(({ name }) => name)
}

const isOfLiving = (name: string): boolean => {
  const pid = /^casus (\d+) /.exec(name)?.[1]
  return pid === undefined || isAlive(Number(pid))
}

/** The server notices within moments that a killed process is gone. */
const NOTICE_MS = 2_000

/** Whether anybody but `own` uses the server. */
const hasOthers = async (holder: pg.Client, own: string): Promise<boolean> => {
  const until = Date.now() + NOTICE_MS
  for (;;) {
    const others = await listOthers(holder, own)
    // A process that cannot be seen may be dead, or live in another container: only the server can tell.
    if (others.length === 0 || others.some(isOfLiving) || Date.now() > until) return others.length > 0
    await sleep(20)
  }
}

/** A server that was killed a moment ago still seems to run, or its last processes hold its memory: they are gone within moments. */
const DYING_MS = 15_000

type Held = Readonly<{ holder: pg.Client; connection: EmbeddedServer['connection'] }>

const connectTo = async ({ socketFolder, port }: Postmaster, name: string): Promise<Held> => {
  const connection = { host: socketFolder, port, user: DATABASE_USER, database: DATABASE_NAME, application_name: name, ssl: false } as const
  const holder = new pg.Client(connection)
  holder.on('error', () => undefined)
  await holder.connect()
  return { holder, connection }
}

/** Finds or starts the server and holds a connection to it. */
const hold = async (place: Place, name: string): Promise<Held> => {
  const until = Date.now() + DYING_MS
  for (;;) {
    const running = await findRunning(place)
    try {
      return await connectTo(running ?? (await start(place)), name)
    } catch (error) {
      const isDying = running !== undefined || /pre-existing shared memory|lock file .* already exists/.test((error as Error).message)
      if (!isDying || Date.now() > until) throw error
      await sleep(50)
    }
  }
}

/** Starts the PostgreSQL of the ledger in `folder`, or joins the one that runs already. */
export const openEmbedded = async (folder: string): Promise<EmbeddedServer> => {
  if (process.platform === 'win32')
    throw new CasusError('ledger/unavailable', 'On Windows Casus cannot run PostgreSQL itself: use WSL, or set DATABASE_URL.')
  const place = await getPlace(folder, await findServerAccount(undefined))
  const lock = join(place.base, 'starting.lock')
  const name = `casus ${process.pid} ${randomUUID().slice(0, 8)}`
  // One connection is held as long as the ledger is open: by it others see that somebody is there, and a killed process is gone at once.
  const { holder, connection } = await withLock(lock, () => hold(place, name))
  const close = (): Promise<void> =>
    withLock(lock, async () => {
      const last = await hasOthers(holder, name).then(
        (others) => !others,
        () => false,
      )
      await holder.end().catch(() => undefined)
      if (last) await stopServer(place)
    })
  return { connection, place, close }
}
