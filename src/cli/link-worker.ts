import { parentPort } from 'node:worker_threads'
import { loadAssets } from '../assets/load.ts'
import { type Linkable, toLinkable } from '../engine/incidents/linking/link-documents.ts'
import { isFatal, readLine, type Unread } from './read-line.ts'
import type { Answer, Work } from './threads.ts'

/** A thread of `casus link --jsonl`: a line comes in, what linking needs of the document goes out. */
export type Linked = Answer & Readonly<{ fatal: boolean } & ({ document: Linkable } | { unread: Unread })>

const assets = loadAssets()

parentPort?.on('message', ({ n, line }: Work) => {
  const read = readLine(line, assets)
  const fatal = isFatal(read)
  parentPort?.postMessage(
    ('document' in read && !fatal
      ? { n, fatal, document: toLinkable(read) }
      : { n, fatal, unread: { id: read.id, problems: read.problems } }) satisfies Linked,
  )
})
