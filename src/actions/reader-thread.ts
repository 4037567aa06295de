import { parentPort } from 'node:worker_threads'
import { loadAssets } from '../assets/load.ts'
import { type Answer, type Question, readerHere } from './reader.ts'

/** A thread of `openReaderThreads`: one question at a time comes in, one answer goes out. */
const answer = async ({ act, args }: Question): Promise<Answer> => {
  const reader = readerHere(loadAssets())
  try {
    return { value: act === 'open' ? await reader.open(...args) : await reader.read(...args) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)))
