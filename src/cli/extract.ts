import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { loadAssets } from '../assets/load.ts'
import { type Assets, extract } from '../engine/extract.ts'
import { readBytes } from '../engine/read/read.ts'
import { type Problem, problem } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'
import { runLines } from './jsonl.ts'
import { contentId, isFatal, readLine, type Unread } from './read-line.ts'
import { showAnalysis } from './terminal.ts'

const USAGE = `Usage: casus extract FILE… [--json]
       casus extract --jsonl [--jobs N] [FILE…] < lines > lines

Reads documents and says what happened in them according to whom. No database is opened.
FILE is .txt, .md, .html, .pdf, .eml, .warc(.gz), .jsonl or "-" for standard input.

  --json     one JSON object per document: pretty for one, one per line for several
  --jsonl    lines {"id","text" or "html","title"?,"published"?,"publisher"?,"url"?} in, one line out for each, same order
  --jobs N   read lines in N threads
`

/** Larger files are refused before they are read. */
const MOST_BYTES = 256 * 1024 * 1024

const fromStdin = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

const unread = (id: string, problems: readonly Problem[]): Unread => ({ id, problems })

/** Every document in one file, or why there is none. */
const readFileInput = async (file: string, assets: Assets): Promise<readonly (Analysis | Unread)[]> => {
  let bytes: Uint8Array
  try {
    if (file !== '-' && (await stat(file)).size > MOST_BYTES)
      return [unread(file, [problem('document/too-large', `${file} is larger than 256 MB.`)])]
    bytes = file === '-' ? await fromStdin() : await readFile(file)
  } catch (error) {
    return [unread(file, [problem('document/unreadable', error instanceof Error ? error.message : String(error))])]
  }
  if (/\.(?:jsonl|ndjson)$/i.test(file))
    return new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => readLine(line, assets))
  const readings = await readBytes(bytes, file === '-' ? {} : { fileName: basename(file) })
  return readings.map(({ content, facts, bytes: own, problems }): Analysis | Unread => {
    const id = contentId(own)
    if (!content) return { id: file, problems }
    const analysis = extract({ facts, id, ...content }, assets)
    return problems.length > 0 ? { ...analysis, problems: [...problems, ...analysis.problems] } : analysis
  })
}

const toCount = (text: string | undefined): number => {
  const n = Number(text ?? 1)
  return Number.isInteger(n) && n >= 1 && n <= 64 ? n : 1
}

/** `casus extract`: the exit status is 1 when a document could not be read; the others are read all the same. */
export const run = async (args: readonly string[]): Promise<number> => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    process.stderr.write(`casus extract: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    return 2
  }
  const { values, positionals } = parsed
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (values.jsonl) {
    const inputs = positionals.length > 0 ? positionals : ['-']
    let fatal = false
    for (const file of inputs)
      fatal = (await runLines(file === '-' ? process.stdin : createReadStream(file), { jobs: toCount(values.jobs) })) || fatal
    return fatal ? 1 : 0
  }
  if (positionals.length === 0) {
    process.stderr.write(USAGE)
    return 2
  }
  const assets = loadAssets()
  let fatal = false
  let shown = 0
  const pretty = positionals.length === 1
  for (const file of positionals) {
    const readings = await readFileInput(file, assets)
    for (const reading of readings) {
      fatal ||= isFatal(reading)
      if (values.json) process.stdout.write(`${JSON.stringify(reading, null, pretty && readings.length === 1 ? 2 : undefined)}\n`)
      else {
        if (shown++ > 0) process.stdout.write('\n')
        process.stdout.write(
          showAnalysis(reading, {
            file,
            width: process.stdout.columns ?? 100,
            colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
          }),
        )
      }
    }
  }
  return fatal ? 1 : 0
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, jobs: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
