import { parseArgs } from 'node:util'
import { readPublicKey } from '../ledger/custody/signing.ts'
import type { Expected, Verdict } from '../ledger/custody/verify.ts'
import { verifyFile } from '../ledger/custody/verify-file.ts'
import { verifyLedger } from '../ledger/custody/verify-ledger.ts'
import { CasusError } from '../model/problem.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus verify [FILE] [options]

Checks that nothing was changed since it was kept: that the history is one chain and signed, that every row is as the history says,
and that bytes and analyses are what their hashes say. Of the ledger, or, with nothing but the file, of a backup or an evidence
bundle. The exit status is 1 when anything is wrong.

  --key FILE       a key that signatures may be of (PEM, public or private), may be given several times; else for a ledger's folder its
                   own and those of backups restored into it, for anything else any key
  --head SEQ:HASH  a head noted earlier, which the history must hold: without one, what was cut off the end cannot be seen
  --json           the result as one JSON object
${LEDGER_HELP}`

const toHead = (text: string): NonNullable<Expected['head']> => {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text)
  if (!match) throw new CasusError('request/invalid', `--head must be SEQ:HASH, as casus verify prints it, not ${text.slice(0, 80)}.`)
  return { seq: Number(match[1]), hash: match[2]! }
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

const toLines = (what: string, { entries, rows, head, signed, problems, wrong }: Verdict): readonly string[] => [
  ...problems.map(({ code, message }) => `${code}  ${message}`),
  ...(wrong > problems.length ? [`… and ${wrong - problems.length} more`] : []),
  `${what}: ${many(entries, 'entry', 'entries')} of history, ${many(rows, 'row', 'rows')}: ${wrong === 0 ? 'all as it was kept' : many(wrong, 'problem', 'problems')}`,
  ...(head ? [`head ${head.seq}:${head.hash}`] : []),
  ...(signed ? [`signed up to entry ${signed.seq} on ${signed.at} with the key ${signed.fingerprint}`] : []),
]

/** `casus verify`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...LEDGER_OPTION,
      key: { type: 'string', multiple: true },
      head: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || positionals.length > 1) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const [file] = positionals
  const expected = {
    keys: values.key === undefined ? null : await Promise.all(values.key.map(readPublicKey)),
    head: values.head === undefined ? null : toHead(values.head),
  }
  const [what, verdict] =
    file === undefined
      ? await withLedger(values.ledger, async (ledger) => [ledger.where, await verifyLedger(ledger, expected)] as const)
      : ([file, await verifyFile(file, expected)] as const)
  process.stdout.write(values.json ? `${JSON.stringify(verdict)}\n` : `${toLines(what, verdict).join('\n')}\n`)
  return verdict.wrong === 0 ? 0 : 1
}
