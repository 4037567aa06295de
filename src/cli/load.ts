import { parseArgs } from 'node:util'
import { addDocuments } from '../actions/add-document.ts'
import { findAnalyses } from '../actions/find-analyses.ts'
import { ENGINE } from '../actions/find-documents.ts'
import { readInputs } from './add-inputs.ts'
import { openReport } from './add-report.ts'
import { LEDGER_HELP, LEDGER_OPTION, watchForStop, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus load FILE.jsonl… [options]

Keeps what \`casus extract --jsonl\` wrote, on any machine, without reading it again: for filling a ledger with an archive. What the ledger
holds already is not loaded again. The text is kept, not the bytes that were captured: those stay where they were read.

  --json           one JSON object for each part of the input: what was loaded, or why not
  --quiet          nothing but the summary
${LEDGER_HELP}`

/** `casus load`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...LEDGER_OPTION, json: { type: 'boolean' }, quiet: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  return withLedger(values.ledger, async (ledger) => {
    const bench = { ledger, engine: `${ENGINE}, loaded`, find: findAnalyses }
    const report = openReport(positionals.length, { json: values.json === true, quiet: values.quiet === true })
    const stop = watchForStop()
    const files: Readonly<{ file: string; last: boolean }>[] = []
    const requests = async function* () {
      for await (const part of readInputs(positionals, {}, stop.isAsked)) {
        if ('failed' in part) report.tell(part.file, part.failed, { last: part.last })
        else {
          files.push(part)
          yield { input: part.input, method: 'loaded' as const, operator: null }
        }
      }
    }
    try {
      for await (const result of addDocuments(bench, requests())) {
        const { file, last } = files.shift()!
        report.tell(file, result, { last })
      }
    } finally {
      stop.end()
      report.end(ledger.where)
    }
    if (stop.isAsked()) return 130
    return report.hasFailed() ? 1 : 0
  })
}
