import { readdir, readFile } from 'node:fs/promises'
import { availableParallelism, hostname, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addDocument } from '../actions/add-document.ts'
import { ENGINE, findDocuments } from '../actions/find-documents.ts'
import { listDocuments } from '../actions/list-documents.ts'
import { openReaderThreads } from '../actions/reader-threads.ts'
import type { Workbench } from '../actions/workbench.ts'
import { openQueue } from '../ledger/queue/queue.ts'
import { SCOPES } from '../model/access-token.ts'
import { createApp } from '../server/app.ts'
import { type Desk, toDesk } from '../server/desk.ts'
import { listen } from '../server/listen.ts'
import { readPages } from '../server/pages.ts'
import { toQueueDoor } from '../server/queue.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'

const PORT = 4780

const USAGE = `Usage: casus serve [--port ${PORT}] [--host 127.0.0.1] [--ledger FOLDER]

Opens the ledger and serves its pages and their machine twins.

  --port N         the port; 0 takes any free one
  --host NAME      the address to listen on
  --tokens         asks everybody for a token; so it does at any address but this machine's own, unless --no-tokens
  --queue          puts documents that come in into the queue of the database, for casus worker, instead of reading them here
  --example DIR    reads the documents of a folder first, if the ledger is empty
${LEDGER_HELP}`

/** Documents that are read at a time; each thread holds the models in its memory. */
const READERS = Math.max(1, Math.min(4, availableParallelism()))

const PAGES = resolve(import.meta.dirname, '../../dist/web')

const operator = (): string => {
  try {
    return userInfo().username
  } catch {
    return 'local'
  }
}

const stopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })

/** Gives an empty ledger something to show. */
const addExample = async (bench: Workbench, folder: string): Promise<void> => {
  if ((await listDocuments(bench.ledger, { limit: 1 })).items.length > 0) return
  process.stdout.write('The ledger is empty: reading the example …\n')
  for (const fileName of (await readdir(folder)).sort())
    await addDocument(bench, { input: { bytes: await readFile(join(folder, fileName)), fileName }, method: 'bundled', operator: null })
}

/** Whether only programs on this machine reach the address. */
const isOwn = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Where no token stands, makes one that allows everything and shows it this once. */
const giveFirstToken = async (desk: Desk): Promise<void> => {
  if ((await desk.listTokens()).some(({ revoked }) => revoked === null)) return
  const by = operator()
  const { secret } = await desk.makeToken({ name: by, scopes: SCOPES, by })
  process.stdout.write(`The first token, shown this once:  ${secret}\n`)
}

/** `casus serve`: runs until it is told to stop, then closes the ledger. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string', default: String(PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      ...LEDGER_OPTION,
      queue: { type: 'boolean' },
      tokens: { type: 'boolean' },
      example: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const port = Number(values.port)
  if (values.help || !Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  await withLedger(values.ledger, async (ledger) => {
    const stop = stopped()
    // In threads of their own: pages are answered while a long text is read. Each starts, and loads the models, when it is first needed.
    const readers = openReaderThreads(READERS)
    const bench: Workbench = { ledger, engine: ENGINE, find: findDocuments(readers) }
    if (values.example !== undefined) await addExample(bench, values.example)
    const pages = readPages(PAGES)
    const queue = values.queue ? await openQueue(ledger) : null
    const door = queue ? { queue: toQueueDoor(queue) } : {}
    const needsToken = values.tokens ?? !isOwn(values.host)
    const desk = toDesk(bench)
    if (needsToken) await giveFirstToken(desk)
    const app = createApp({ desk, pages, ...door, operator: operator(), needsToken, hosts: [values.host, hostname()] })
    const server = await listen(app, { host: values.host, port })
    process.stdout.write(`Casus is at  ${server.url}\nThe data is  ${ledger.where}\nStop it with Ctrl+C.\n`)
    await stop
    await server.close()
    await queue?.close()
    await readers.close()
  })
  return 0
}
