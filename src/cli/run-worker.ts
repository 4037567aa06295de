import { parseArgs } from 'node:util'
import { ENGINE, findDocuments } from '../actions/find-documents.ts'
import { openReaderThreads } from '../actions/reader-threads.ts'
import { workOff } from '../actions/work-off.ts'
import { openQueue } from '../ledger/queue/queue.ts'
import { LEDGER_HELP, LEDGER_OPTION, watchForStop, withLedger } from './ledger-options.ts'

const USAGE = `Usage: casus worker [options]

Takes documents from the queue of a database (casus add --queue, casus serve --queue) and adds them to the ledger. Any number of workers
may run, on any machines. On SIGINT or SIGTERM what was taken is finished, nothing new begun. What a killed worker held goes to others.

  --jobs N         reads in N threads (1 unless told: run one worker for each core instead)
  --until-empty    ends when nothing waits
${LEDGER_HELP}`

const MOST_JOBS = 64

/** `casus worker`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...LEDGER_OPTION,
      jobs: { type: 'string', default: '1' },
      'until-empty': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const jobs = Number(values.jobs)
  if (values.help || !Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  return withLedger(values.ledger, async (ledger) => {
    const queue = await openQueue(ledger)
    const readers = openReaderThreads(jobs)
    const stop = watchForStop()
    const counts = { documents: 0, failed: 0 }
    try {
      await workOff({ ledger, engine: ENGINE, find: findDocuments(readers) }, queue, {
        isStopped: stop.isAsked,
        untilEmpty: values['until-empty'],
        told: ({ documents, problems }) => {
          counts.documents += documents.length
          if (problems.length > 0) counts.failed++
        },
      })
    } finally {
      stop.end()
      await queue.close()
      await readers.close()
      process.stdout.write(
        `${counts.documents} documents added or there already, ${counts.failed} inputs failed · ledger: ${ledger.where}\n`,
      )
    }
    return 0
  })
}
