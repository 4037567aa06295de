import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CasusError } from '../../model/problem.ts'

/** A start takes under a second, a first one two: a lock older than this was left behind. */
const STALE_MS = 60_000
const PATIENCE_MS = 90_000

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isStale = async (path: string): Promise<boolean> => {
  const holder = await readFile(path, 'utf8').catch(() => undefined)
  if (holder === undefined) return false
  if (!isAlive(Number.parseInt(holder, 10))) return true
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  return age > STALE_MS
}

/** Puts a stale lock aside. Two processes may see the same one: what was moved is looked at again, and put back if it is a new one. */
const clearStale = async (path: string): Promise<void> => {
  const aside = `${path}.${process.pid}`
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  if (!(await isStale(aside))) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Runs `act` while no other process starts or stops the same server. */
export const withLock = async <Result>(path: string, act: () => Promise<Result>): Promise<Result> => {
  const token = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    await writeFile(token, `${process.pid}\n`)
    const taken = await link(token, path).then(
      () => true,
      () => false,
    )
    await rm(token, { force: true })
    if (taken) break
    if (await isStale(path)) await clearStale(path)
    else await sleep(20)
    if (Date.now() > until)
      throw new CasusError('ledger/in-use', `Another process has been starting the ledger for too long; it holds ${path}.`)
  }
  try {
    return await act()
  } finally {
    await rm(path, { force: true })
  }
}
