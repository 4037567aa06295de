/**
 * How long pages take on a large ledger: analyses made from articles (`generator.ts`) are loaded through the same action as `casus load`,
 * then pages are asked for at random. `--documents=N` says how many (5,000 unless told; `--large` is 1,000,000); `--ledger=ADDRESS` measures
 * a ledger that is there, and loads only what it lacks.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { addDocuments } from '../../src/actions/add-document.ts'
import { findAnalyses } from '../../src/actions/find-analyses.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { listSuggestions } from '../../src/actions/list-suggestions.ts'
import { loadAssets } from '../../src/assets/load.ts'
import { extract } from '../../src/engine/extract.ts'
import { openLedger } from '../../src/ledger/ledger.ts'
import { listArticles } from './made/articles.ts'
import { makeAnalysis } from './made/generator.ts'
import { median, p95, say, timed } from './made/measure.ts'

const BASE = 400
const WORDS = 500
const PART = 100
const ASKED = 200
const LARGE = 1_000_000

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '5000' }, large: { type: 'boolean' }, ledger: { type: 'string' } },
  strict: false,
})
const wanted = values.large ? LARGE : Number(values.documents)
const home = await mkdtemp(join(tmpdir(), 'casus-bench-'))
await chmod(home, 0o711)
const ledger = await openLedger(typeof values.ledger === 'string' ? { databaseUrl: values.ledger } : { folder: join(home, 'ledger') })
const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE collection = ${ledger.collection}`.execute(ledger.db))
    .rows[0]!.n

const load = async (from: number, to: number): Promise<void> => {
  const assets = loadAssets()
  const make = makeAnalysis(
    listArticles(BASE, WORDS).map((text, i) => extract({ id: `sha256:${i}`, facts: { published: '2016-06-01' }, text }, assets)),
  )
  const encoder = new TextEncoder()
  const requests = function* () {
    for (let n = from; n < to; n += PART) {
      const lines = Array.from({ length: Math.min(PART, to - n) }, (_, i) => JSON.stringify(make(n + i)))
      yield { input: { bytes: encoder.encode(lines.join('\n')), fileName: 'made.jsonl' }, method: 'loaded' as const }
    }
  }
  let done = from
  const start = performance.now()
  for await (const { documents } of addDocuments({ ledger, engine: 'casus bench', find: findAnalyses }, requests())) {
    done += documents.length
    if (done % 10_000 < PART) say(`  ${done} documents, ${((1000 * (done - from)) / (performance.now() - start)).toFixed(0)} a second`)
  }
}

/** Incidents, words and parties to ask for, taken from all over the ledger. */
const listAsked = async (): Promise<
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

try {
  const held = await count('documents')
  if (held < wanted) await load(held, wanted)
  await sql`ANALYZE`.execute(ledger.db)
  const [documents, claims, incidents] = [await count('documents'), await count('claims'), await count('cards')]
  say(`${documents} documents, ${claims} claims, ${incidents} incidents; n = ${ASKED} of each, milliseconds within one process`)
  const asked = await listAsked()
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
} finally {
  await ledger.close()
  await rm(home, { recursive: true, force: true })
}
