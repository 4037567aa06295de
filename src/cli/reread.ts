import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ENGINE, findDocuments } from '../actions/find-documents.ts'
import { openReaderThreads } from '../actions/reader-threads.ts'
import { rereadDocument } from '../actions/reread.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { LEDGER_HELP, LEDGER_OPTION, watchForStop, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus reread [DOCUMENT…] [options]

Reads documents again that an earlier version of the engine read, from the bytes that were kept, and shows what it says otherwise. Where
it differs, the new reading takes the place of the last one; the old one stays in the ledger. What people judged stays: on the same claim
of the new reading, or, where that does not make it, on the old claim. Documents whose incidents people merged or split are left alone.

  --dry-run        shows the difference and keeps nothing
  --force          also documents that this version read
  --json           one JSON object per document
${LEDGER_HELP}`

const PAGE = 500

async function* listAll({ db, collection }: Ledger): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where('collection', '=', collection)
      .where('same_as', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const { id } of rows) yield id
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

/** `casus reread`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...LEDGER_OPTION,
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  return withLedger(values.ledger, async (ledger) => {
    const readers = openReaderThreads(availableParallelism())
    const bench = { ledger, engine: ENGINE, find: findDocuments(readers) }
    const stop = watchForStop()
    const counts: Record<string, number> = {}
    try {
      for await (const id of positionals.length > 0 ? positionals : listAll(ledger)) {
        if (stop.isAsked()) break
        const result = await rereadDocument(bench, id, { dryRun: values['dry-run'], force: values.force })
        counts[result.outcome] = (counts[result.outcome] ?? 0) + 1
        if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
        else if (result.outcome !== 'current' && result.outcome !== 'same') {
          process.stdout.write(`${result.outcome.padEnd(9)} ${id}  ${result.engines.before} → ${result.engines.now}\n`)
          for (const words of result.gone) process.stdout.write(`  - ${words}\n`)
          for (const words of result.added) process.stdout.write(`  + ${words}\n`)
        }
      }
    } finally {
      stop.end()
      await readers.close()
    }
    const summary = Object.entries(counts).map(([outcome, n]) => `${n} ${outcome}`)
    if (!values.json) process.stdout.write(`${summary.join(', ') || 'no documents'}\n`)
    return stop.isAsked() ? 130 : 0
  })
}
