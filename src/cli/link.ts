import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { linkDocuments } from '../engine/incidents/linking/link-documents.ts'
import type { Linked } from './link-worker.ts'
import { writeLine } from './output.ts'
import { mapLines } from './threads.ts'

const USAGE = `Usage: casus link --jsonl [--jobs N] [FILE] < lines > lines

Reads documents together and says which of them tell of the same incidents, and which are copies of each other.
No database is opened. The order of the lines does not matter to what is found.

  --jsonl    lines {"id","text" or "html","title"?,"published"?,"publisher"?,"url"?} in; out, in the same order,
             {"id","incident": cluster of the main incident or null,"incidents":[{"local","incident"}],"copyGroup"}
  --jobs N   read lines in N threads
`

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { jsonl: { type: 'boolean' }, jobs: { type: 'string', default: '1' }, help: { type: 'boolean', short: 'h' } },
  })

const MOST_JOBS = 64

/** `casus link`: the exit status is 1 when a line could not be read; the others are linked all the same. */
export const run = async (args: readonly string[]): Promise<number> => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    process.stderr.write(`casus link: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    return 2
  }
  const { values, positionals } = parsed
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const jobs = Number(values.jobs)
  if (!values.jsonl || positionals.length > 1 || !Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    process.stderr.write(USAGE)
    return 2
  }
  const [file = '-'] = positionals
  const answers: Linked[] = []
  const input = file === '-' ? process.stdin : createReadStream(file)
  for await (const answer of mapLines<Linked>(input, { jobs, script: new URL('./link-worker.ts', import.meta.url) })) answers.push(answer)
  const linked = linkDocuments(answers.flatMap((answer) => ('document' in answer ? [answer.document] : [])))
  let next = 0
  for (const answer of answers) await writeLine(JSON.stringify('document' in answer ? linked[next++] : answer.unread))
  return answers.some(({ fatal }) => fatal) ? 1 : 0
}
