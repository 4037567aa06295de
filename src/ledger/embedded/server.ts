import { spawn } from 'node:child_process'
import { mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CasusError } from '../../model/problem.ts'
import { giveTo, type Place } from './place.ts'
import { findPostmaster, isRunning, type Postmaster } from './postmaster.ts'
import type { Program } from './program.ts'
import type { Account } from './reach.ts'
import { getSocketFolder } from './socket.ts'

export const DATABASE_USER = 'casus'
export const DATABASE_NAME = 'postgres'

/** Crash recovery after a long write may take this long; a plain start takes well under a second. */
const START_PATIENCE_MS = 120_000

/** The server's whole environment: nothing of ours reaches it. */
const toEnvironment = ({ libraries }: Program): NodeJS.ProcessEnv => ({
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries }),
})

const unavailable = (message: string): CasusError => new CasusError('ledger/unavailable', message)

const readTail = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n')

/** Runs a program of PostgreSQL to its end; its output goes to the log. */
const run = async (program: Program, name: string, args: readonly string[], place: Place, account: Account | undefined): Promise<void> => {
  const log = await open(place.log, 'a', 0o600)
  try {
    const child = spawn(join(program.bin, name), args, {
      stdio: ['ignore', log.fd, log.fd],
      cwd: place.base,
      env: toEnvironment(program),
      ...account,
    })
    const code = await new Promise<number | string>((resolve) => {
      child.on('error', (error) => resolve(error.message))
      child.on('exit', (status, signal) => resolve(status ?? signal ?? 'unknown'))
    })
    if (code !== 0) throw unavailable(`${name} failed (${code}): ${await readTail(place.log)}`)
  } finally {
    await log.close()
  }
}

/** Text sorts and compares by code point in UTF-8, on every machine alike. */
const localeOf = ({ major }: Program): readonly string[] =>
  major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8']

/** Makes the data folder. It gets its name only when it is whole: a killed start leaves nothing that looks like a ledger. */
export const createData = async (place: Place, program: Program, account: Account | undefined): Promise<void> => {
  const partial = `${place.data}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  await giveTo(partial, account)
  const options = ['--no-sync', '--no-instructions', '--encoding=UTF8', '--auth=trust', `--username=${DATABASE_USER}`]
  await run(program, 'initdb', [...options, ...localeOf(program), '-D', partial], place, account)
  await rename(partial, place.data)
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
}

/** Starts the server and waits until it takes connections. It is no child of the terminal: Ctrl-C reaches Casus, which stops it in order. */
export const startServer = async (place: Place, program: Program, account: Account | undefined): Promise<Postmaster> => {
  const socketFolder = await getSocketFolder(place.data, account)
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socketFolder }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const log = await open(place.log, 'a', 0o600)
  const child = spawn(join(program.bin, 'postgres'), ['-D', place.data, ...settings], {
    stdio: ['ignore', log.fd, log.fd],
    cwd: place.base,
    env: toEnvironment(program),
    detached: true,
    ...account,
  })
  await log.close()
  let ended: string | null = null
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', (status, signal) => {
    ended = `exit ${status ?? signal}`
  })
  child.unref()
  const until = Date.now() + START_PATIENCE_MS
  while (Date.now() < until) {
    const postmaster = await findPostmaster(place.data)
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster
    if (ended !== null) throw unavailable(`PostgreSQL did not start (${ended}): ${await readTail(place.log)}`)
    await sleep(10)
  }
  throw unavailable(`PostgreSQL did not start in time: ${await readTail(place.log)}`)
}

/** Stops the server in order: no new connections, transactions rolled back, everything on disk. */
export const stopServer = async (place: Place): Promise<void> => {
  const postmaster = await findPostmaster(place.data)
  if (!postmaster || !(await isRunning(postmaster))) return
  process.kill(postmaster.pid, 'SIGINT')
  const until = Date.now() + START_PATIENCE_MS
  // The file goes last of all; the process may linger as a zombie of whoever started it.
  while (Date.now() < until && (await findPostmaster(place.data)) && (await isRunning(postmaster))) await sleep(10)
  await rmdir(postmaster.socketFolder).catch(() => undefined)
}
