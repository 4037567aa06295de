import { setTimeout } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getDocument } from '../../src/actions/get-document.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { judge } from '../../src/actions/judge.ts'
import { listDocuments } from '../../src/actions/list-documents.ts'
import { listHistory } from '../../src/actions/list-history.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { getAgreement } from '../../src/actions/list-review.ts'
import { listSuggestions } from '../../src/actions/list-suggestions.ts'
import { listVictims } from '../../src/actions/list-victims.ts'
import { rebuildCards } from '../../src/actions/rebuild-cards.ts'
import { listFacets, surveyTime } from '../../src/actions/survey-incidents.ts'
import { withdrawJudgement } from '../../src/actions/withdraw-judgement.ts'
import { listTables } from '../../src/ledger/custody/backup.ts'
import { verifyLedger } from '../../src/ledger/custody/verify-ledger.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import type { Tables } from '../../src/ledger/rows.ts'
import { missingDatabase, newDatabase } from './database.ts'
import { benchOf, numbered, PROTEST, REPRINT, type Report, SECOND, STRIKE, toBytes } from './reports.ts'

/** Into how many parts every table is cut by the hash of its collection, as a sharded PostgreSQL would spread them over nodes. */
const PARTS = 4

/** Cuts an empty table into parts. Fails where a primary or unique key does not carry the collection. */
const cut = async (db: Kysely<Tables>, table: string): Promise<void> => {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`ALTER TABLE ${table} RENAME TO whole_${table}`)
  await run(`CREATE TABLE ${table} (LIKE whole_${table} INCLUDING ALL) PARTITION BY HASH (collection)`)
  await run(`DROP TABLE whole_${table}`)
  for (let part = 0; part < PARTS; part++)
    await run(`CREATE TABLE ${table}_part${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${part})`)
}

/** Until every other connection to the database has ended: a connection tells what it scanned at its end, at the latest. */
const awaitAlone = async (client: pg.Client): Promise<void> => {
  const others = `SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`
  while ((await client.query<{ n: number }>(others)).rows[0]!.n > 0) await setTimeout(20)
}

const reason = await missingDatabase()

describe.skipIf(reason !== null)(`a ledger spread by collection ${reason ?? ''}`, () => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  beforeAll(async () => {
    database = await newDatabase()
    const ledger = await openLedger({ databaseUrl: database.url })
    for (const table of await listTables(ledger.db)) await cut(ledger.db, table)
    await ledger.close()
  })
  afterAll(() => database?.drop())

  const add = (on: Ledger, report: Report) =>
    addDocument(benchOf(on), { input: { bytes: toBytes(report), fileName: null, facts: {} }, method: 'file', operator: 'tester' })

  /** What people and programs do all day. */
  const work = async (on: Ledger): Promise<void> => {
    const { documents } = await add(on, STRIKE)
    for (const report of [SECOND, REPRINT, PROTEST, numbered(on.collection)]) await add(on, report)
    const { document, incidents } = documents[0]!
    await getIncident(on, incidents[0]!.id)
    await getDocument(on, document)
    for (const filter of [{}, { q: 'garrison' }, { from: '2021-03-01', to: '2021-03-31', country: 'XA' }, { type: 'Protests' }])
      await listIncidents(on, filter)
    await listDocuments(on, { q: 'depot' })
    await listHistory(on, { subject: document })
    await listSuggestions(on, {})
    await listFacets(on, {})
    await surveyTime(on, {})
    await listVictims(on, {})
    await getAgreement(on)
    const { judgement } = await judge(on, { claim: `${document}.1.c2`, kind: 'reject', by: 'tester' })
    await withdrawJudgement(on, { judgement: judgement!, by: 'tester' })
    await rebuildCards(on)
    expect((await verifyLedger(on)).problems.map(({ code }) => code)).toEqual(['custody/unsigned'])
  }

  it('works as one that is whole, each collection by itself', async () => {
    const ledger = await openLedger({ databaseUrl: database.url })
    for (const collection of [1, 2, 3]) await work({ ...ledger, collection })
    for (const collection of [1, 2, 3]) expect((await listDocuments({ ...ledger, collection }, {})).items).toHaveLength(5)
    await ledger.close()
  })

  it('asks no part but that of the collection asked for', async () => {
    const watch = new pg.Client({ connectionString: database.url })
    await watch.connect()
    await awaitAlone(watch)
    await watch.query('SELECT pg_stat_reset()')
    const collection = 7
    const own = await openLedger({ databaseUrl: database.url, collection })
    await work(own)
    await own.close()
    await awaitAlone(watch)
    const { rows } = await watch.query<{ name: string; scans: string }>(`
      SELECT relname AS name, coalesce(seq_scan, 0) + coalesce(idx_scan, 0) AS scans FROM pg_stat_user_tables
      WHERE relname ~ '_part[0-9]$'`)
    const part = await watch.query<{ name: string }>('SELECT tableoid::regclass::text AS name FROM history WHERE collection = $1 LIMIT 1', [
      collection,
    ])
    await watch.end()
    const mine = part.rows[0]!.name.slice('history'.length)
    const scanned = rows.filter(({ scans }) => Number(scans) > 0)
    expect(scanned.filter(({ name }) => name.endsWith(mine)).length).toBeGreaterThan(15)
    expect(scanned.filter(({ name }) => !name.endsWith(mine))).toEqual([])
  })
})
