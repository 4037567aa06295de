import { parentPort } from 'node:worker_threads'
import { loadAssets } from '../assets/load.ts'
import { isFatal, readLine } from './read-line.ts'
import type { Answer, Work } from './threads.ts'

/** A thread of `casus extract --jsonl --jobs N`: lines come in, lines go out, numbered. */
export type Done = Answer & Readonly<{ line: string; fatal: boolean }>

const assets = loadAssets()

parentPort?.on('message', ({ n, line }: Work) => {
  const read = readLine(line, assets)
  parentPort?.postMessage({ n, line: JSON.stringify(read), fatal: isFatal(read) } satisfies Done)
})
