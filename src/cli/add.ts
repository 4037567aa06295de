import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type AddResult, addDocument } from '../actions/add-document.ts'
import { ENGINE, findDocuments } from '../actions/find-documents.ts'
import type { Input, Workbench } from '../actions/workbench.ts'
import { loadAssets } from '../assets/load.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { DocumentFacts } from '../model/document.ts'
import { problem } from '../model/problem.ts'
import { openReport } from './add-report.ts'
import { listInputs } from './inputs.ts'
import { LEDGER_HELP, LEDGER_OPTION, watchForStop, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus add FILE|FOLDER|PATTERN|-… [options]

Reads documents into the ledger. What the ledger holds already is not added again: a run that was interrupted is
resumed by the same command. The exit status is 1 when a document could not be read; the others are added all the same.

  --title TEXT --published DATE --issuer NAME --url ADDRESS
                   what is known of the document, for a single input
  --by NAME        who adds it (your user name unless told)
  --json           one JSON object per input: what was added, or why not
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
      by: { type: 'string' },
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

/** Larger files are refused before they are read. */
const MOST_BYTES = 256 * 1024 * 1024

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

const failed = (code: 'document/unreadable' | 'document/too-large' | 'internal/unexpected', message: string): AddResult => ({
  documents: [],
  problems: [problem(code, message)],
})

const readInput = async (file: string, facts: DocumentFacts): Promise<Input | AddResult> => {
  try {
    if (file === '-') return { bytes: await readStdin(), fileName: null, facts }
    if ((await stat(file)).size > MOST_BYTES) return failed('document/too-large', 'The file is larger than 256 MB.')
    return { bytes: await readFile(file), fileName: basename(file), facts }
  } catch (error) {
    return failed('document/unreadable', (error as Error).message)
  }
}

const operatorOf = (by: string | undefined): string | null => {
  if (by !== undefined) return by
  try {
    return userInfo().username
  } catch {
    return null
  }
}

/** Codes of PostgreSQL and of the system that say the ledger itself is in trouble: the next document would fare no better. */
const isLedgerTrouble = (error: unknown): boolean => {
  const code = String((error as { code?: unknown }).code ?? '')
  return (
    /^(?:08|53|57|58|XX)/.test(code) || /^E(?:CONN|PIPE|NOENT|NOSPC)/.test(code) || /Connection terminated/.test((error as Error).message)
  )
}

const addOne = async (bench: Workbench, file: string, facts: DocumentFacts, operator: string | null): Promise<AddResult> => {
  const input = await readInput(file, facts)
  if ('problems' in input) return input
  try {
    return await addDocument(bench, { input, method: file === '-' ? 'stdin' : 'file', operator })
  } catch (error) {
    if (isLedgerTrouble(error)) throw error
    return failed('internal/unexpected', error instanceof Error ? error.message : String(error))
  }
}

const addAll = async (ledger: Ledger, inputs: readonly string[], values: Values): Promise<number> => {
  const bench: Workbench = { ledger, engine: ENGINE, find: findDocuments(loadAssets()) }
  const report = openReport(inputs.length, { json: values.json === true })
  const stop = watchForStop()
  try {
    for (const file of inputs) {
      if (stop.isAsked()) break
      report.tell(file, await addOne(bench, file, toFacts(values), operatorOf(values.by)))
    }
  } finally {
    stop.end()
    report.end(ledger.where)
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
