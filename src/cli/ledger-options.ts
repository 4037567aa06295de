import { resolve } from 'node:path'
import { type Ledger, type LedgerOptions, openLedger } from '../ledger/ledger.ts'

/** The option that every command on a ledger takes, for `parseArgs`, and how `--help` tells of it. */
export const LEDGER_OPTION = { ledger: { type: 'string' } } as const
export const LEDGER_HELP = `  --ledger WHERE   the ledger's folder (else CASUS_LEDGER, else ./data), or the address of a PostgreSQL database
                   (else DATABASE_URL, which goes before CASUS_LEDGER)
`

const DEFAULT_FOLDER = 'data'

const isAddress = (where: string): boolean => /^postgres(?:ql)?:\/\//i.test(where)

/** Which ledger is meant: what the command says, else what the environment says, else a folder here. */
export const toLedgerOptions = (said: string | undefined, env: NodeJS.ProcessEnv = process.env): LedgerOptions => {
  const where = said || env.DATABASE_URL || env.CASUS_LEDGER || DEFAULT_FOLDER
  const key = env.CASUS_SIGNING_KEY ? { signingKey: resolve(env.CASUS_SIGNING_KEY) } : {}
  return isAddress(where) ? { databaseUrl: where, ...key } : { folder: resolve(where), ...key }
}

/** Opens the ledger for one command, and closes it whatever happens: the last to close stops its server. */
export const withLedger = async <Result>(said: string | undefined, act: (ledger: Ledger) => Promise<Result>): Promise<Result> => {
  const ledger = await openLedger(toLedgerOptions(said))
  if (ledger.note !== null) process.stderr.write(`casus: ${ledger.note}\n`)
  try {
    return await act(ledger)
  } finally {
    await ledger.close()
  }
}

/** Watches for a request to stop: what is under way is finished, nothing new begun. A second request ends at once. */
export const watchForStop = (): Readonly<{ isAsked: () => boolean; end: () => void }> => {
  let asked = false
  const stop = (): void => {
    if (asked) process.exit(130)
    asked = true
    process.stderr.write('casus: stopping after this document …\n')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return {
    isAsked: () => asked,
    end: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}
