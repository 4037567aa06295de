import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPostmaster, isRunning } from '../../src/ledger/embedded/postmaster.ts'

export const isRoot = process.getuid?.() === 0

/** A new folder that the server's own account can pass through, as it could through anybody's working folder. */
export const newHome = async (): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'casus-test-'))
  await chmod(home, 0o711)
  return home
}

/** The process of the server on this data; undefined when none runs. */
export const findServer = async (data: string): Promise<number | undefined> => {
  const postmaster = await findPostmaster(data)
  return postmaster && (await isRunning(postmaster)) ? postmaster.pid : undefined
}

export type Child = Readonly<{
  process: ChildProcess
  lines: readonly string[]
  /** Waits for a line that begins so; throws when the process ends without one. */
  until: (start: string) => Promise<string>
  ended: Promise<number | null>
}>

/** As whom a child runs, and how long the files may become that it and its server write (MB). */
type Bounds = Readonly<{ uid?: number; gid?: number; fileMb?: number }>

/** Runs `child.ts` with some arguments. */
export const runChild = (args: readonly string[], { fileMb, ...account }: Bounds = {}): Child => {
  const script = join(import.meta.dirname, 'child.ts')
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', script, ...args]
  const bounded = fileMb === undefined ? command : ['sh', '-c', `ulimit -f ${fileMb * 2048}; exec "$@"`, 'sh', ...command]
  const child = spawn(bounded[0]!, bounded.slice(1), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
    ...account,
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const one of waiting) one()
  }
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  let over = false
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      over = true
      wake()
      resolve(code)
    }),
  )
  const until = async (start: string): Promise<string> => {
    for (;;) {
      const found = lines.find((line) => line.startsWith(start))
      if (found !== undefined) return found
      if (over) throw new Error(`the process ended without "${start}": ${lines.join(' / ')}`)
      await new Promise<void>((resolve) => {
        const once = () => {
          waiting.delete(once)
          resolve()
        }
        waiting.add(once)
      })
    }
  }
  return { process: child, lines, until, ended }
}
