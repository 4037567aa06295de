import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Analysis } from '../../../src/model/reading.ts'

const main = resolve(import.meta.dirname, '../../../src/cli/main.ts')
const SAMPLE_MS = 1_000
const LINES_AT_A_TIME = 500

/** The parent of each process there is. */
const parents = (): ReadonlyMap<number, number> =>
  new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): readonly (readonly [number, number])[] => {
        try {
          const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
          return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]]
        } catch {
          return []
        }
      }),
  )

/** Memory of a process, what it shares counted by its share (kB). */
const memoryOf = (pid: number): number => {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Memory of a process and all that it started, in MB; Linux only, 0 elsewhere. */
const memoryOfAll = (root: number): number => {
  if (process.platform !== 'linux') return 0
  const up = parents()
  const isBelow = (pid: number): boolean => {
    for (let next: number | undefined = pid; next !== undefined && next > 1; next = up.get(next)) if (next === root) return true
    return false
  }
  return [...up.keys()].filter(isBelow).reduce((sum, pid) => sum + memoryOf(pid), 0) / 1024
}

/** Runs `casus load` on a file, and watches the memory of all its processes; gives the most there was, in MB. */
const runLoad = (file: string, where: string): Promise<number> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'load', file, '--quiet', '--ledger', where], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Ctrl+C is for the bench: the part under way is loaded to its end.
      detached: true,
    })
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, memoryOfAll(child.pid!))
    }, SAMPLE_MS)
    child.on('error', failed)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code === 0) done(most)
      else failed(new Error(`casus load ended with ${code}`))
    })
  })

/** Loads some made documents into a ledger as its user would: a file of JSON lines, and `casus load`. Gives time (ms) and memory (MB). */
export const loadMade = async (
  make: (n: number) => Analysis,
  { from, to, where, home }: Readonly<{ from: number; to: number; where: string; home: string }>,
): Promise<Readonly<{ ms: number; mb: number }>> => {
  const path = join(home, 'made.jsonl')
  const file = await open(path, 'w')
  for (let n = from; n < to; n += LINES_AT_A_TIME) {
    const lines = Array.from({ length: Math.min(LINES_AT_A_TIME, to - n) }, (_, i) => `${JSON.stringify(make(n + i))}\n`)
    await file.write(lines.join(''))
  }
  await file.close()
  const start = performance.now()
  const mb = await runLoad(path, where)
  const ms = performance.now() - start
  await rm(path)
  return { ms, mb }
}
