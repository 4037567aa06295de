import { Worker } from 'node:worker_threads'
import type { Answer, Question, Reader } from './reader.ts'

/** Readers in threads of their own. `close` ends them; what is under way then fails. */
type ReaderThreads = Reader & Readonly<{ close: () => Promise<void> }>

type Task = Readonly<{ question: Question; resolve: (value: never) => void; reject: (error: Error) => void }>
type Thread = { worker: Worker; task: Task | null }

const SCRIPT = new URL('./reader-thread.ts', import.meta.url)

/** Starts up to `most` threads, each when it is first needed: one holds the models and the gazetteer in its memory. */
export const openReaderThreads = (most: number): ReaderThreads => {
  // Opening goes before reading: what is to be read must be known, so that no thread runs dry.
  const waiting: Readonly<Record<Question['act'], Task[]>> = { open: [], read: [] }
  const threads = new Set<Thread>()
  let closed = false

  const fail = (thread: Thread, error: Error): void => {
    threads.delete(thread)
    thread.task?.reject(error)
    thread.task = null
    if (!closed) give()
  }
  const start = (): Thread => {
    const thread: Thread = { worker: new Worker(SCRIPT), task: null }
    thread.worker.on('message', (answer: Answer) => {
      const { task } = thread
      thread.task = null
      if ('error' in answer) task?.reject(new Error(answer.error))
      else task?.resolve(answer.value as never)
      give()
    })
    thread.worker.on('error', (error) => fail(thread, error instanceof Error ? error : new Error(String(error))))
    thread.worker.on('exit', () => fail(thread, new Error('The thread that read the document ended.')))
    // An idle thread does not keep the process alive.
    thread.worker.unref()
    threads.add(thread)
    return thread
  }
  const give = (): void => {
    for (;;) {
      if (waiting.open.length + waiting.read.length === 0) return
      const free = [...threads].find(({ task }) => task === null) ?? (threads.size < most ? start() : undefined)
      if (!free) return
      free.task = waiting.open.shift() ?? waiting.read.shift()!
      free.worker.ref()
      free.worker.postMessage(free.task.question)
    }
  }
  const ask = <Result>(question: Question): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      if (closed) reject(new Error('The readers are closed.'))
      else {
        waiting[question.act].push({ question, resolve, reject })
        give()
      }
    })
  return {
    open: (...args) => ask({ act: 'open', args }),
    read: (...args) => ask({ act: 'read', args }),
    close: async () => {
      closed = true
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
