import { parseArgs } from 'node:util'
import { openQueue, type WorkState } from '../ledger/queue/queue.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus work [list] [--json] [options]
       casus work retry ID…|all [options]

Says what waits in the queue of a database, and what workers could not do after several tries, with why; puts it back into the queue.

${LEDGER_HELP}`

const toLines = ({ waiting, active, failed }: WorkState): readonly string[] => [
  `${waiting} waiting, ${active} being added, ${failed.length} failed`,
  ...failed.map(({ id, at, request, why }) => {
    const { input } = (request ?? {}) as { input?: { fileName?: string | null; facts?: { url?: string } } }
    return `${id}  ${at}  ${input?.fileName ?? input?.facts?.url ?? 'pasted'}: ${JSON.stringify(why)}`
  }),
]

/** `casus work`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...LEDGER_OPTION, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  const [act = 'list', ...ids] = positionals
  if (values.help || (act !== 'list' && act !== 'retry') || (act === 'retry') !== ids.length > 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  return withLedger(values.ledger, async (ledger) => {
    const queue = await openQueue(ledger)
    try {
      const state = await queue.state()
      if (act === 'list') process.stdout.write(values.json ? `${JSON.stringify(state)}\n` : `${toLines(state).join('\n')}\n`)
      else for (const id of ids[0] === 'all' ? state.failed.map((one) => one.id) : ids) await queue.retry(id)
      return 0
    } finally {
      await queue.close()
    }
  })
}
