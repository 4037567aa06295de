/** A process of its own on a ledger, for tests that kill it: `child.ts FOLDER add FROM TO`, or `hold` until its input ends. */
import { addDocument } from '../../src/actions/add-document.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import { CasusError } from '../../src/model/problem.ts'
import { benchOf, numbered, toBytes } from './reports.ts'

const [folder, act, from = '0', to = '0'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const ledger = await openLedger({ folder: folder! })
  say(`open ${process.getuid?.()}`)
  if (act === 'hold') for await (const _ of process.stdin);
  const bench = benchOf(ledger)
  for (let n = Number(from); n < Number(to); n++) {
    const { documents } = await addDocument(bench, { input: { bytes: toBytes(numbered(n)), fileName: null }, method: 'file' })
    say(`added ${n} ${documents[0]!.document}`)
  }
  await ledger.close()
  say('closed')
} catch (error) {
  say(`failed ${error instanceof CasusError ? error.problem.code : String(error)}`)
  process.exitCode = 1
}
