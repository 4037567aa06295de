import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { loadAssets } from '../assets/load.ts'
import { isFatal, readLine } from './read-line.ts'
import type { Done } from './worker.ts'

/** How many lines may wait for their turn, for each thread: memory stays the same however long the input. */
const WINDOW = 16

const drained = (): Promise<void> => new Promise((resolve) => process.stdout.once('drain', () => resolve()))

const write = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) await drained()
}

const linesOf = (input: Readable): AsyncIterable<string> => createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })

const alone = async (input: Readable): Promise<boolean> => {
  const assets = loadAssets()
  let fatal = false
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    const read = readLine(line, assets)
    fatal ||= isFatal(read)
    await write(JSON.stringify(read))
  }
  return fatal
}

const withThreads = async (input: Readable, jobs: number): Promise<boolean> => {
  const ready = new Map<number, Done>()
  let wake: () => void = () => {}
  let failed: Error | undefined
  const workers = Array.from({ length: jobs }, () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    worker.on('message', (done: Done) => {
      ready.set(done.n, done)
      wake()
    })
    worker.on('error', (error) => {
      failed = error instanceof Error ? error : new Error(String(error))
      wake()
    })
    return worker
  })
  let sent = 0
  let written = 0
  let fatal = false
  const flush = async (most: number): Promise<void> => {
    while (sent - written > most) {
      if (failed) throw failed
      const done = ready.get(written)
      if (!done) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      ready.delete(written)
      written++
      fatal ||= done.fatal
      await write(done.line)
    }
  }
  try {
    for await (const line of linesOf(input)) {
      if (line.trim() === '') continue
      workers[sent % jobs]!.postMessage({ n: sent, line })
      sent++
      await flush(WINDOW * jobs)
    }
    await flush(0)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return fatal
}

/** Reads documents line by line and writes a line for each, in order. True when one of them could not be read. */
export const runLines = (input: Readable, { jobs }: Readonly<{ jobs: number }>): Promise<boolean> =>
  jobs > 1 ? withThreads(input, jobs) : alone(input)
