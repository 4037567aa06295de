import { availableParallelism, userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { type AddResult, addDocuments } from '../actions/add-document.ts'
import { ENGINE, findDocuments } from '../actions/find-documents.ts'
import type { AddRequest } from '../actions/prepare-document.ts'
import { queueDocuments } from '../actions/queue-documents.ts'
import { openReaderThreads } from '../actions/reader-threads.ts'
import type { Workbench } from '../actions/workbench.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openQueue } from '../ledger/queue/queue.ts'
import type { DocumentFacts } from '../model/document.ts'
import { type InputPart, readInputs } from './add-inputs.ts'
import { openReport, type Report } from './add-report.ts'
import { listInputs } from './inputs.ts'
import { LEDGER_HELP, LEDGER_OPTION, watchForStop, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus add FILE|FOLDER|PATTERN|-… [options]

Reads documents into the ledger. What the ledger holds already is not added again: a run that was interrupted is
resumed by the same command. The exit status is 1 when a document could not be read; the others are added all the same.

  --title TEXT --published DATE --issuer NAME --url ADDRESS
                   what is known of the document, for a single input
  --jobs N         reads in N threads (one for each core unless told)
  --by NAME        who adds it (your user name unless told)
  --queue          puts the documents into the queue of the database, for casus worker, and does not wait for them to be read
  --json           one JSON object per input: what was added, or why not; for a long file of JSON lines, one for each part
${LEDGER_HELP}`

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...LEDGER_OPTION,
      title: { type: 'string' },
      published: { type: 'string' },
      issuer: { type: 'string' },
      url: { type: 'string' },
      jobs: { type: 'string' },
      by: { type: 'string' },
      queue: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })

type Values = ReturnType<typeof parse>['values']

const toFacts = ({ title, published, issuer, url }: Values): DocumentFacts => ({
  ...(title === undefined ? {} : { title }),
  ...(published === undefined ? {} : { published }),
  ...(issuer === undefined ? {} : { publisher: issuer }),
  ...(url === undefined ? {} : { url }),
})

const MOST_JOBS = 64

/** How many threads read: one for each core unless told. */
const toJobs = (said: string | undefined): number => {
  const n = Number(said ?? availableParallelism())
  return Number.isInteger(n) && n >= 1 ? Math.min(n, MOST_JOBS) : 1
}

const operatorOf = (by: string | undefined): string | null => {
  if (by !== undefined) return by
  try {
    return userInfo().username
  } catch {
    return null
  }
}

type Waiting = Pick<InputPart, 'file' | 'last'> & Readonly<{ failed: AddResult | null }>

/** Adds what the inputs hold and tells of each in its turn, also of those that could not be read. */
const addInputs = async (bench: Workbench, inputs: AsyncIterable<InputPart>, operator: string | null, report: Report): Promise<void> => {
  const waiting: Waiting[] = []
  const tellFailed = (): void => {
    while (waiting[0]?.failed) {
      const { file, last, failed } = waiting.shift()!
      report.tell(file, failed!, { last })
    }
  }
  const requests = async function* (): AsyncGenerator<AddRequest> {
    for await (const part of inputs) {
      waiting.push({ file: part.file, last: part.last, failed: 'failed' in part ? part.failed : null })
      if ('input' in part) yield { input: part.input, method: part.file === '-' ? 'stdin' : 'file', operator }
      else tellFailed()
    }
  }
  for await (const result of addDocuments(bench, requests())) {
    tellFailed()
    const { file, last } = waiting.shift()!
    report.tell(file, result, { last })
    tellFailed()
  }
  tellFailed()
}

/** Inputs that are put into the queue in one transaction. */
const QUEUED_AT_ONCE = 20

/** Puts what the inputs hold into the queue. True when one of them could not be opened. */
const queueAll = async (ledger: Ledger, inputs: AsyncIterable<InputPart>, operator: string | null): Promise<number> => {
  const queue = await openQueue(ledger)
  let waiting: AddRequest[] = []
  let queued = 0
  let failed = 0
  const send = async (): Promise<void> => {
    await queueDocuments(queue, waiting)
    queued += waiting.length
    waiting = []
  }
  try {
    for await (const part of inputs) {
      if ('input' in part) waiting.push({ input: part.input, method: part.file === '-' ? 'stdin' : 'file', operator })
      else {
        failed++
        for (const { code, message } of part.failed.problems) process.stderr.write(`failed ${code}  ${part.file}: ${message}\n`)
      }
      if (waiting.length >= QUEUED_AT_ONCE) await send()
    }
    await send()
  } finally {
    await queue.close()
  }
  process.stdout.write(`${queued} ${queued === 1 ? 'input waits' : 'inputs wait'} for casus worker · ledger: ${ledger.where}\n`)
  return failed > 0 ? 1 : 0
}

const addAll = async (ledger: Ledger, inputs: readonly string[], values: Values): Promise<number> => {
  if (values.queue)
    return queueAll(
      ledger,
      readInputs(inputs, toFacts(values), () => false),
      operatorOf(values.by),
    )
  const readers = openReaderThreads(toJobs(values.jobs))
  const bench: Workbench = { ledger, engine: ENGINE, find: findDocuments(readers) }
  const report = openReport(inputs.length, { json: values.json === true })
  const stop = watchForStop()
  try {
    await addInputs(bench, readInputs(inputs, toFacts(values), stop.isAsked), operatorOf(values.by), report)
  } finally {
    stop.end()
    report.end(ledger.where)
    await readers.close()
  }
  if (stop.isAsked()) return 130
  return report.hasFailed() ? 1 : 0
}

/** `casus add`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parse(args)
  if (values.help || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const inputs = await listInputs(positionals)
  if (inputs.length > 1 && Object.keys(toFacts(values)).length > 0) {
    process.stderr.write('casus add: --title, --published, --issuer and --url are for a single input.\n')
    return 2
  }
  if (inputs.length === 0) {
    process.stderr.write('casus add: no documents were found there.\n')
    return 1
  }
  return withLedger(values.ledger, (ledger) => addAll(ledger, inputs, values))
}
