import type { Readable } from 'node:stream'
import { loadAssets } from '../assets/load.ts'
import { writeLine } from './output.ts'
import { isFatal, readLine } from './read-line.ts'
import { linesOf, mapLines } from './threads.ts'
import type { Done } from './worker.ts'

const alone = async (input: Readable): Promise<boolean> => {
  const assets = loadAssets()
  let fatal = false
  for await (const line of linesOf(input)) {
    const read = readLine(line, assets)
    fatal ||= isFatal(read)
    await writeLine(JSON.stringify(read))
  }
  return fatal
}

const withThreads = async (input: Readable, jobs: number): Promise<boolean> => {
  let fatal = false
  for await (const done of mapLines<Done>(input, { jobs, script: new URL('./worker.ts', import.meta.url) })) {
    fatal ||= done.fatal
    await writeLine(done.line)
  }
  return fatal
}

/** Reads documents line by line and writes a line for each, in order. True when one of them could not be read. */
export const runLines = (input: Readable, { jobs }: Readonly<{ jobs: number }>): Promise<boolean> =>
  jobs > 1 ? withThreads(input, jobs) : alone(input)
