/**
 * A large ledger: analyses made from articles (`generator.ts`) are loaded by `casus load`, in parts, with what each part costs; then pages are
 * asked for at random. `--documents=N` says how many (5,000 unless told), `--words=N` how long their articles are (500). `--large` is
 * 100,000 documents of 200 words in a folder, or with `--ledger=ADDRESS` 1,000,000 on that PostgreSQL. A ledger that is there (an address or
 * a folder) is gone on with. Ctrl+C ends the loading after the part under way; what is there is measured.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { getIncident } from '../../src/actions/get-incident.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { listSuggestions } from '../../src/actions/list-suggestions.ts'
import { loadAssets } from '../../src/assets/load.ts'
import { extract } from '../../src/engine/extract.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import type { Analysis } from '../../src/model/reading.ts'
import { listArticles } from './made/articles.ts'
import { makeAnalysis } from './made/generator.ts'
import { loadMade } from './made/loading.ts'
import { median, p95, say, timed } from './made/measure.ts'

const BASE = 400
const PART = 5_000
const ASKED = 200
const LARGE = { folder: 100_000, database: 1_000_000, words: 200 } as const

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '5000' },
    words: { type: 'string', default: '500' },
    large: { type: 'boolean' },
    ledger: { type: 'string' },
  },
  strict: false,
})
const given = typeof values.ledger === 'string' ? values.ledger : null
const address = given?.includes('://') ? given : null
const wanted = values.large ? LARGE[address ? 'database' : 'folder'] : Number(values.documents)
const words = values.large ? LARGE.words : Number(values.words)
const home = await mkdtemp(join(tmpdir(), 'casus-bench-'))
await chmod(home, 0o711)
const where = given ?? join(home, 'ledger')
const open = (): Promise<Ledger> => openLedger(address ? { databaseUrl: address } : { folder: where })

const count = async (ledger: Ledger, table: string): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE collection = ${ledger.collection}`.execute(ledger.db))
    .rows[0]!.n

/** Rows that all queries have read so far: how much work was done, whatever else the machine does. */
const countRead = async (): Promise<number> => {
  const ledger = await open()
  try {
    const { rows } = await sql<{ n: number }>`
      SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 AS n FROM pg_stat_user_tables`.execute(ledger.db)
    return rows[0]!.n
  } finally {
    await ledger.close()
  }
}

const makeAll = (): ((n: number) => Analysis) => {
  const assets = loadAssets()
  return makeAnalysis(
    listArticles(BASE, words).map((text, i) => extract({ id: `sha256:${i}`, facts: { published: '2016-06-01' }, text }, assets)),
  )
}

const load = async (from: number): Promise<void> => {
  let stopped = false
  process.once('SIGINT', () => {
    stopped = true
  })
  const make = makeAll()
  let read = await countRead()
  for (let n = from; n < wanted && !stopped; n += PART) {
    const to = Math.min(wanted, n + PART)
    const { ms, mb } = await loadMade(make, { from: n, to, where, home })
    const now = await countRead()
    const memory = mb > 0 ? `, at most ${mb.toFixed(0)} MB${address ? ' (without the server)' : ''}` : ''
    const rate = ((1000 * (to - n)) / ms).toFixed(0)
    say(
      `  ${to} documents: ${rate} a second, ${((now - read) / (to - n)).toFixed(0)} rows read for each${memory}; load ${loadavg()[0]!.toFixed(0)} on ${cpus().length}`,
    )
    read = now
  }
}

/** Incidents, words and parties to ask for, taken from all over the ledger. */
const listAsked = async (
  ledger: Ledger,
): Promise<
  readonly Readonly<{ incident: string; day: string | null; lat: number | null; lon: number | null; party: string | null; words: string }>[]
> => {
  const { rows } = await sql<{
    incident: string
    day: string | null
    lat: number | null
    lon: number | null
    party: string | null
    words: string
  }>`
    SELECT incident, day_from AS day, lat, lon, parties->>0 AS party, card->>'title' AS words FROM cards
    WHERE collection = ${ledger.collection} ORDER BY md5(incident) LIMIT ${ASKED}`.execute(ledger.db)
  return rows
}

const around = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A window of the map of sixteen degrees. */
const boxAround = (lat: number, lon: number): string =>
  [Math.max(-180, lon - 8), Math.max(-90, lat - 8), Math.min(180, lon + 8), Math.min(90, lat + 8)].join(',')

const measure = async (ledger: Ledger): Promise<void> => {
  await sql`ANALYZE`.execute(ledger.db)
  const size = await sql<{ n: number }>`SELECT pg_database_size(current_database())::float8 AS n`.execute(ledger.db)
  const [documents, claims, incidents] = [await count(ledger, 'documents'), await count(ledger, 'claims'), await count(ledger, 'cards')]
  const kb = size.rows[0]!.n / 1024 / documents
  say(
    `${documents} documents, ${claims} claims, ${incidents} incidents, ${kb.toFixed(0)} kB a document; n = ${ASKED} of each, milliseconds within one process`,
  )
  const asked = await listAsked(ledger)
  const ask: Readonly<Record<string, (one: (typeof asked)[number]) => Promise<unknown>>> = {
    'incident page': ({ incident }) => getIncident(ledger, incident),
    'list by day, map window and actor': ({ day, lat, lon, party }) =>
      listIncidents(ledger, {
        ...(day ? { from: around(day, -60), to: around(day, 60) } : {}),
        ...(lat !== null && lon !== null ? { box: boxAround(lat, lon) } : {}),
        ...(party ? { actor: party } : {}),
      }),
    'full-text search': ({ words }) => listIncidents(ledger, { q: words.split(/\s+/).slice(0, 3).join(' ') }),
    'suggestions for one incident': ({ incident }) => listSuggestions(ledger, { incident }),
  }
  for (const [name, act] of Object.entries(ask)) {
    for (const one of asked.slice(0, 10)) await act(one)
    const times: number[] = []
    for (const one of asked) times.push(await timed(() => act(one)))
    say(`${name.padEnd(36)} median ${median(times).toFixed(1)}  p95 ${p95(times).toFixed(1)}`)
  }
}

try {
  const ledger = await open()
  const held = await count(ledger, 'documents')
  await ledger.close()
  if (held < wanted) await load(held)
  const loaded = await open()
  try {
    await measure(loaded)
  } finally {
    await loaded.close()
  }
} finally {
  await rm(home, { recursive: true, force: true })
}
