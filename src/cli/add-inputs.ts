import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AddResult } from '../actions/add-document.ts'
import type { Input } from '../actions/workbench.ts'
import type { DocumentFacts } from '../model/document.ts'
import { problem } from '../model/problem.ts'

/** An input, or a part of a long one: what is to be added, or why it cannot be. `last`: no more of this file comes. */
export type InputPart = Readonly<{ file: string; last: boolean } & ({ input: Input } | { failed: AddResult })>

/** Larger files are refused before they are read; a file of JSON lines is read in parts, and may be of any length. */
const MOST_BYTES = 256 * 1024 * 1024
/** What one part of a file of JSON lines holds, unless a single line is longer. */
const PART_BYTES = 2 * 1024 * 1024

const failed = (file: string, code: 'document/unreadable' | 'document/too-large', message: string): InputPart => ({
  file,
  last: true,
  failed: { documents: [], problems: [problem(code, message)] },
})

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

const LINE_END = 10

/** A file of JSON lines in parts that end where a line ends. */
async function* linesInParts(file: string): AsyncGenerator<InputPart> {
  const fileName = basename(file)
  let held: Buffer[] = []
  let size = 0
  let firstLine = 1
  const toPart = (bytes: Buffer, last: boolean): InputPart => {
    const part = { file, last, input: { bytes, fileName, firstLine } }
    if (!last) for (const byte of bytes) if (byte === LINE_END) firstLine++
    return part
  }
  for await (const chunk of createReadStream(file, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(LINE_END) + 1
    if (size + chunk.length >= PART_BYTES && end > 0) {
      yield toPart(Buffer.concat([...held, chunk.subarray(0, end)]), false)
      held = [chunk.subarray(end)]
      size = chunk.length - end
    } else {
      held.push(chunk)
      size += chunk.length
    }
    if (size > MOST_BYTES) {
      yield failed(file, 'document/too-large', 'A line is longer than 256 MB.')
      return
    }
  }
  yield toPart(Buffer.concat(held), true)
}

async function* readInput(file: string, facts: DocumentFacts): AsyncGenerator<InputPart> {
  try {
    if (file === '-') yield { file, last: true, input: { bytes: await readStdin(), fileName: null, facts } }
    else if (/\.(?:jsonl|ndjson)$/i.test(file)) yield* linesInParts(file)
    else if ((await stat(file)).size > MOST_BYTES) yield failed(file, 'document/too-large', 'The file is larger than 256 MB.')
    else yield { file, last: true, input: { bytes: await readFile(file), fileName: basename(file), facts } }
  } catch (error) {
    yield failed(file, 'document/unreadable', (error as Error).message)
  }
}

/** What some files hold, file by file, until `isStopped` says that it is enough. */
export async function* readInputs(files: readonly string[], facts: DocumentFacts, isStopped: () => boolean): AsyncGenerator<InputPart> {
  for (const file of files)
    for await (const part of readInput(file, facts)) {
      if (isStopped()) return
      yield part
    }
}
