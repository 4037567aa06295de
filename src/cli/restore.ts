import { parseArgs } from 'node:util'
import { restoreLedger } from '../ledger/custody/restore.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus restore FILE [options]

Puts a backup into an empty ledger: all of it, or, where the file is not whole, nothing. Run \`casus verify\` afterwards.

${LEDGER_HELP}`

/** `casus restore`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...LEDGER_OPTION, help: { type: 'boolean', short: 'h' } },
  })
  const [file] = positionals
  if (values.help || file === undefined || positionals.length > 1) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const { rows } = await withLedger(values.ledger, (ledger) => restoreLedger(ledger, file))
  process.stdout.write(`${file}: ${rows} rows restored\n`)
  return 0
}
