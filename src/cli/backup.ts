import { parseArgs } from 'node:util'
import { backupLedger } from '../ledger/custody/backup.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus backup FILE [options]

Writes the whole ledger to one file, as it is at one moment; others may go on writing meanwhile. \`casus verify FILE\` checks the file,
\`casus restore FILE\` puts it into an empty ledger. The key that signs the history is not in it: keep it elsewhere.

${LEDGER_HELP}`

/** `casus backup`. */
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
  const { rows, sha256 } = await withLedger(values.ledger, (ledger) => backupLedger(ledger, file))
  process.stdout.write(`${file}: ${rows} rows, sha256 ${sha256}\n`)
  return 0
}
