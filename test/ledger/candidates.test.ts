import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCandidates } from '../../src/ledger/card-keys.ts'
import { dropCards } from '../../src/ledger/cards.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import type { Tables } from '../../src/ledger/rows.ts'
import { missingDatabase, newDatabase } from './database.ts'

/** Of each key so many incidents are read (`card-keys.ts`). */
const MOST_OF_KEY = 40
const MOST_CANDIDATES = 200
const SAMPLES = 3

/** As PostgreSQL does by itself after so many rows. */
const analyse = ({ db }: Pick<Ledger, 'db'>) => sql`VACUUM (ANALYZE) cards, card_keys`.execute(db)

/** Puts incidents into the index, as many as asked for: each with a key of its own, all with `city`, every hundredth with `street`. */
const fill = async ({ db, collection }: Ledger, from: number, to: number): Promise<void> => {
  await sql`INSERT INTO cards (collection, incident, type, sub_type, status, countries, keys, sheet, card, words, updated)
    SELECT ${collection}::int, 'i' || lpad(n::text, 6, '0'), 'Battles', 'Armed clash', 'happened', '{}',
      ARRAY['own' || n, 'city'] || CASE WHEN n % 100 = 0 THEN ARRAY['street'] ELSE '{}' END, '{}', '{}', '', now()
    FROM generate_series(${from}::int, ${to - 1}::int) AS n`.execute(db)
  await sql`INSERT INTO card_keys (collection, key, incident) SELECT c.collection, k.key, c.incident FROM cards c CROSS JOIN LATERAL unnest(c.keys) AS k(key)
    ON CONFLICT DO NOTHING`.execute(db)
  await analyse({ db })
}

/** Entries of the two tables and their indexes that this transaction has read. */
const countRead = async (trx: Transaction<Tables>): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT sum(pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid))::int AS n FROM pg_class c
    WHERE c.relname LIKE 'cards%' OR c.relname LIKE 'card\\_keys%'`.execute(trx)
  return rows[0]!.n
}

const reason = await missingDatabase()

describe.skipIf(reason !== null)(`what linking looks at ${reason ?? ''}`, () => {
  let database: Awaited<ReturnType<typeof newDatabase>>
  let ledger: Ledger
  beforeAll(async () => {
    database = await newDatabase()
    ledger = await openLedger({ databaseUrl: database.url })
  })
  afterAll(async () => {
    await ledger?.close()
    await database?.drop()
  })

  const look = (lookups: readonly (readonly string[])[]) =>
    ledger.db.transaction().execute(async (trx) => {
      const found = await listCandidates({ db: trx, collection: ledger.collection }, lookups)
      return { found: found.map((rows) => rows.map(({ incident }) => incident)), read: await countRead(trx) }
    })

  it('is as much in a large ledger as in a small one', async () => {
    // As many documents as one transaction takes, each with as many keys as a report has.
    const keys = Array.from({ length: 48 }, (_, n) => [
      'own700',
      'street',
      'city',
      ...Array.from({ length: 60 }, (__, i) => `own${n * 60 + i}`),
    ])
    await fill(ledger, 0, 4_000)
    const small = await look(keys)
    expect(small.read).toBeGreaterThan(2 * MOST_OF_KEY)
    await fill(ledger, 4_000, 40_000)
    let large = await look(keys)
    // The plan hangs on the sample that PostgreSQL draws of a table: another may be needed to read the index in order.
    for (let sample = 0; sample < SAMPLES && large.read > small.read * 1.1; sample++) {
      await analyse(ledger)
      large = await look(keys)
    }
    expect(large.read).toBeLessThanOrEqual(small.read * 1.1)
    expect(large.found[0]!.length).toBeLessThanOrEqual(60 + 2 * MOST_OF_KEY)
  })

  it('is what shares most, and the rarest, first; each set of keys by itself', async () => {
    const { found } = await look([['own700', 'street', 'city'], ['own3', 'own4'], ['nowhere']])
    expect(found[0]!.slice(0, 1)).toEqual(['i000700'])
    expect(found.slice(1)).toEqual([['i000003', 'i000004'], []])
  })

  it('is no more than can be compared', async () => {
    const { found } = await look([Array.from({ length: 300 }, (_, n) => `own${n}`)])
    expect(found[0]).toHaveLength(MOST_CANDIDATES)
  })

  it('leaves out what is taken from the index', async () => {
    await ledger.db.transaction().execute((trx) => dropCards(trx, ledger.collection, ['i000003']))
    expect((await look([['own3', 'own4']])).found).toEqual([['i000004']])
    const held = await ledger.db.selectFrom('card_keys').select('key').where('incident', '=', 'i000003').execute()
    expect(held).toEqual([])
  })
})
