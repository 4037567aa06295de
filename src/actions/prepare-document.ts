import { sha256 } from '../ledger/id.ts'
import { isHeld } from '../ledger/list-by-content.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { CaptureMethod } from '../model/record.ts'
import type { Ready } from './append-found.ts'
import type { FoundDocument, Input, Workbench } from './workbench.ts'

/** Bytes that are to come into the ledger, with how they came and who brings them. */
export type AddRequest = Readonly<{ input: Input; method: CaptureMethod; operator?: string | null }>

/** The problem of a document without words. */
export const NOTHING_TO_READ: Problem = problem('document/empty', 'The document holds no text.')

/** What is left to do with a document that was found: to keep it, or to tell why it cannot be. */
export type Prepared = Readonly<{ ready: Ready } | { problems: readonly Problem[] }>

/** What nobody foresaw, as a problem. */
export const toUnexpected = (error: unknown): readonly Problem[] => [
  problem('internal/unexpected', error instanceof Error ? error.message : String(error)),
]

const toReady = (bench: Workbench, found: FoundDocument, { input, method, operator = null }: AddRequest): Ready => ({
  found,
  content: { sha256: sha256(found.bytes), bytes: found.bytes, mediaType: found.mediaType },
  capture: { method, fileName: input.fileName, tool: bench.engine, operator },
  engine: bench.engine,
  analysis: null,
})

/** Reads a document, unless the ledger holds its bytes. Before the ledger is locked: reading is what takes time. */
export const prepare = async (bench: Workbench, found: FoundDocument, request: AddRequest): Promise<Prepared> => {
  const ready = toReady(bench, found, request)
  if (await isHeld(bench.ledger, ready.content.sha256)) return { ready }
  if (!found.extract) return { problems: found.problems.length > 0 ? found.problems : [NOTHING_TO_READ] }
  try {
    const analysis = await found.extract()
    if (/\S/.test(analysis.document.text)) return { ready: { ...ready, analysis } }
    return { problems: analysis.problems.length > 0 ? analysis.problems : [NOTHING_TO_READ] }
  } catch (error) {
    return { problems: toUnexpected(error) }
  }
}
