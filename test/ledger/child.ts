/**
 * A process of its own on a ledger, for tests that kill it: `child.ts WHERE add FROM TO`, one by one; `stream FROM TO [FILLER]`, read side
 * by side and kept in runs, each text with so many characters more; `work`, from the queue; `hold` until its input ends.
 */
import { addDocument, addDocuments } from '../../src/actions/add-document.ts'
import type { AddRequest } from '../../src/actions/prepare-document.ts'
import { workOff } from '../../src/actions/work-off.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import { openQueue } from '../../src/ledger/queue/queue.ts'
import { CasusError } from '../../src/model/problem.ts'
import { benchOf, longNumbered, toBytes } from './reports.ts'

const [where, act, from = '0', to = '0', filler = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const requestOf = (n: number): AddRequest => ({
  input: { bytes: toBytes(longNumbered(n, Number(filler))), fileName: String(n) },
  method: 'file',
})

function* requests(): Generator<AddRequest> {
  for (let n = Number(from); n < Number(to); n++) yield requestOf(n)
}

try {
  const ledger = await openLedger(where!.startsWith('postgres:') ? { databaseUrl: where! } : { folder: where! })
  say(`open ${process.getuid?.()}`)
  const bench = benchOf(ledger)
  if (act === 'hold') for await (const _ of process.stdin);
  if (act === 'add')
    for (const request of requests()) {
      const { documents } = await addDocument(bench, request)
      say(`added ${request.input.fileName} ${documents[0]!.document}`)
    }
  if (act === 'stream') {
    let n = Number(from)
    for await (const { documents, problems } of addDocuments(bench, requests()))
      say(documents[0] ? `added ${n++} ${documents[0].document}` : `refused ${n++} ${JSON.stringify(problems)}`)
  }
  if (act === 'work') {
    const queue = await openQueue(ledger, { delaySeconds: 1, silenceSeconds: 10 })
    await workOff(bench, queue, { isStopped: () => false, idleMs: 50, told: ({ documents }) => say(`added ${documents[0]?.document}`) })
  }
  await ledger.close()
  say('closed')
} catch (error) {
  say(`failed ${error instanceof CasusError ? error.problem.code : String(error)}`)
  process.exit(1)
}
