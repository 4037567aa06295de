import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './lock.ts'

/** What a running server says of itself in `postmaster.pid`. */
export type Postmaster = Readonly<{ pid: number; socketFolder: string; port: number; ready: boolean }>

/** Line numbers of `postmaster.pid`, from PostgreSQL's `src/include/utils/pidfile.h`. */
const LINE = { pid: 0, port: 3, socketFolder: 4, status: 7 } as const

/** The server that holds the data, as its file says; undefined where there is no such file. */
export const findPostmaster = async (data: string): Promise<Postmaster | undefined> => {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Math.abs(Number.parseInt(lines[LINE.pid] ?? '', 10))
  if (!Number.isInteger(pid)) return undefined
  return {
    pid,
    socketFolder: lines[LINE.socketFolder] ?? '',
    port: Number.parseInt(lines[LINE.port] ?? '', 10) || 5432,
    ready: lines[LINE.status] === 'ready',
  }
}

const nameOf = async (pid: number): Promise<string> => {
  const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)
  if (comm !== undefined) return comm
  const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout
}

/** Whether the process that the file names still runs, and is PostgreSQL rather than one that got its number later. */
export const isRunning = async ({ pid }: Postmaster): Promise<boolean> => isAlive(pid) && (await nameOf(pid)).includes('postgres')
