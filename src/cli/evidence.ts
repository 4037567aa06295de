import { parseArgs } from 'node:util'
import { exportEvidence } from '../ledger/custody/bundle.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus evidence DOCUMENT… --out FILE [options]

Writes what the ledger holds of some documents to a file: their bytes as captured, when and how they came in, what was read in them and
what people judged, with the signed history that vouches for it. \`casus verify FILE\` checks it anywhere, without the ledger.

${LEDGER_HELP}`

/** `casus evidence`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...LEDGER_OPTION, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  const { out } = values
  if (values.help || out === undefined || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const { rows, sha256 } = await withLedger(values.ledger, (ledger) => exportEvidence(ledger, positionals, out))
  process.stdout.write(`${out}: ${rows} rows, sha256 ${sha256}\n`)
  return 0
}
