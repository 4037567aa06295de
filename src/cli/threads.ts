import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { readLines } from '../ledger/lines.ts'

/** What goes to a thread and what comes back, numbered so that the order can be kept. */
export type Work = Readonly<{ n: number; line: string }>
export type Answer = Readonly<{ n: number }>

/** How many lines may wait for their turn, for each thread: memory stays the same however long the input. */
const WINDOW = 16

/** The lines of an input that hold anything. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const line of readLines(input)) if (line.trim() !== '') yield line
}

/** Hands lines to threads that run `script` (each answers every line once) and gives the answers in the order of the lines. */
export async function* mapLines<Done extends Answer>(
  input: Readable,
  { jobs, script }: Readonly<{ jobs: number; script: URL }>,
): AsyncGenerator<Done> {
  const ready = new Map<number, Done>()
  let wake: () => void = () => {}
  let failed: Error | undefined
  const workers = Array.from({ length: jobs }, () => {
    const worker = new Worker(script)
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
  let given = 0
  const next = async (): Promise<Done> => {
    for (;;) {
      if (failed) throw failed
      const done = ready.get(given)
      if (done) {
        ready.delete(given++)
        return done
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  try {
    for await (const line of linesOf(input)) {
      workers[sent % jobs]!.postMessage({ n: sent, line } satisfies Work)
      sent++
      while (sent - given > WINDOW * jobs) yield await next()
    }
    while (given < sent) yield await next()
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
