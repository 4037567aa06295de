/**
 * Adding to a ledger, beside what `casus extract --jsonl --jobs 2` does with the same articles in the same run: embedded, and (where a
 * PostgreSQL answers) on one of your own with two workers that take from the queue.
 */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { missingDatabase, newDatabase } from '../../test/ledger/database.ts'
import { listArticles } from './made/articles.ts'
import { median, say, timed } from './made/measure.ts'

const DOCUMENTS = 400
const WORDS = 500
const ROUNDS = 3

const main = resolve(import.meta.dirname, '../../src/cli/main.ts')
const casus = (args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`casus ${args[0]} ended with ${code}`))))
  })

const home = await mkdtemp(join(tmpdir(), 'casus-bench-'))
await chmod(home, 0o711)
const articles = listArticles(DOCUMENTS, WORDS)
const file = join(home, 'articles.jsonl')
await writeFile(file, articles.map((text, i) => JSON.stringify({ id: String(i), text, url: `https://bench.example/${i}` })).join('\n'))
// The queue hands out files; a file of JSON lines would be one piece of work.
const files = await Promise.all(
  articles.map(async (text, i) => {
    const path = join(home, `${i}.txt`)
    await writeFile(path, text)
    return path
  }),
)

const embedded = async (n: number): Promise<number> =>
  timed(() => casus(['add', file, '--jobs', '2', '--ledger', join(home, `ledger-${n}`)]))

const withWorkers = async (): Promise<number> => {
  const database = await newDatabase()
  try {
    await casus(['add', '--queue', '--ledger', database.url, ...files])
    const worker = () => casus(['worker', '--until-empty', '--ledger', database.url])
    return await timed(() => Promise.all([worker(), worker()]))
  } finally {
    await database.drop()
  }
}

const rate = (ms: readonly number[]): number => (1000 * articles.length) / median(ms)
try {
  const hasDatabase = (await missingDatabase()) === null
  const took = { extract: [] as number[], embedded: [] as number[], workers: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    took.extract.push(await timed(() => casus(['extract', '--jsonl', '--jobs', '2', file])))
    took.embedded.push(await embedded(round))
    if (hasDatabase) took.workers.push(await withWorkers())
  }
  const peer = rate(took.extract)
  say(`n = ${articles.length} articles of ${WORDS} words, median of ${ROUNDS} rounds, whole processes from start to end`)
  say(`casus extract --jsonl --jobs 2   ${peer.toFixed(1)} documents/s`)
  say(`casus add, embedded              ${rate(took.embedded).toFixed(1)} documents/s, ratio ${(rate(took.embedded) / peer).toFixed(2)}`)
  if (hasDatabase)
    say(`two casus worker, PostgreSQL     ${rate(took.workers).toFixed(1)} documents/s, ratio ${(rate(took.workers) / peer).toFixed(2)}`)
  else say('two casus worker, PostgreSQL     not measured: no PostgreSQL answers')
} finally {
  await rm(home, { recursive: true, force: true })
}
