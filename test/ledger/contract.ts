import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getDocument } from '../../src/actions/get-document.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { judge } from '../../src/actions/judge.ts'
import { listDocuments } from '../../src/actions/list-documents.ts'
import { listHistory } from '../../src/actions/list-history.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { markClaim } from '../../src/actions/mark-claim.ts'
import { rebuildCards } from '../../src/actions/rebuild-cards.ts'
import { withdrawJudgement } from '../../src/actions/withdraw-judgement.ts'
import { isIntact } from '../../src/ledger/history.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { NOTHING_BEFORE } from '../../src/ledger/write.ts'
import type { DocumentFacts } from '../../src/model/document.ts'
import type { Analysis } from '../../src/model/reading.ts'
import { benchOf, numbered, PROTEST, REPRINT, type Report, SECOND, STRIKE, type TestBench, toBytes } from './reports.ts'

const GROWING = [
  'contents',
  'captures',
  'documents',
  'analyses',
  'proposals',
  'statements',
  'mentions',
  'claims',
  'relations',
  'affiliations',
  'aggregates',
  'incidents',
  'links',
  'judgements',
  'withdrawals',
  'copies',
  'bands',
  'versions',
  'history',
] as const

const add = (bench: TestBench, report: Report, facts: DocumentFacts = {}) =>
  addDocument(bench, { input: { bytes: toBytes(report), fileName: 'report.json', facts }, method: 'file', operator: 'tester' })

const addOne = async (bench: TestBench, report: Report, facts: DocumentFacts = {}) => (await add(bench, report, facts)).documents[0]!

const countRows = async ({ db }: Ledger): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {}
  for (const table of GROWING) {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]!.n
  }
  return counts
}

/** What a ledger promises, whatever PostgreSQL it lies in. `open` gives a new, empty collection of one ledger each time. */
export const ledgerContract = (name: string, open: () => Promise<Ledger>): void => {
  describe(`the ledger in ${name}`, () => {
    describe('with a first document', () => {
      let ledger: Ledger
      let bench: TestBench
      let added: Awaited<ReturnType<typeof addOne>>
      beforeAll(async () => {
        ledger = await open()
        bench = benchOf(ledger)
        added = await addOne(bench, STRIKE)
      })

      it('says what was added', () => {
        expect(added).toMatchObject({ outcome: 'new', title: STRIKE.title, claims: 5, copyOf: null, problems: [] })
        expect(added.incidents).toMatchObject([{ local: 'i1', fresh: true, title: STRIKE.title }])
      })

      it('gives the document back with its text, captures and claims', async () => {
        const document = await getDocument(ledger, added.document)
        expect(document.text).toBe(STRIKE.text)
        expect(document.captures).toMatchObject([{ method: 'file', fileName: 'report.json', operator: 'tester', tool: 'casus test' }])
        expect(document.claims.map(({ words }) => words)).toEqual([
          ['Velik'],
          ['4 March 2021'],
          ['At least 25'],
          ['55 wounded'],
          ['The Northern Front'],
        ])
        expect(document.incidents.map(({ id }) => id)).toEqual([added.incidents[0]!.id])
        expect(document.summary.content.size).toBe(toBytes(STRIKE).length)
      })

      it('gives each claim its sentence, speaker, quote and mention', async () => {
        const { claims, card } = await getIncident(ledger, added.incidents[0]!.id)
        const killed = claims.find(({ claim }) => claim.attribute === 'killed')!
        expect(killed.sentence.text).toBe('At least 25 people were killed and 55 wounded, the governor said.')
        expect(killed.speaker).toMatchObject({ key: 'words:governor', words: 'the governor', own: false, kind: 'official-other' })
        expect(killed.anchor).toMatchObject({ kind: 'text', quote: { exact: 'At least 25', suffix: ' people were killed and 55 wound' } })
        expect(killed.statement?.sourceWords).toBe('the governor')
        const place = claims.find(({ claim }) => claim.attribute === 'place')!
        expect(place.mention?.mention).toMatchObject({ kind: 'place', lat: 48.1 })
        expect(place.speaker).toMatchObject({ own: true, key: 'words:morning post' })
        expect(card).toMatchObject({
          date: { from: '2021-03-04', to: '2021-03-04', values: ['2021-03-04'] },
          place: { name: 'Velik', country: 'XA' },
          tolls: { killed: { low: 25, high: null }, wounded: { low: 55, high: 55 } },
          documents: 1,
          claims: 5,
          checked: 0,
        })
      })

      it('adds nothing for the same bytes from the same address, issuer, or nowhere in particular', async () => {
        const before = await countRows(ledger)
        for (const facts of [
          {},
          { url: STRIKE.url! },
          { publisher: STRIKE.issuer! },
          { url: 'https://other.example/', publisher: 'the morning post' },
        ]) {
          const again = await addOne(bench, STRIKE, facts)
          expect(again).toMatchObject({ outcome: 'present', document: added.document, claims: 5 })
        }
        expect(await countRows(ledger)).toEqual(before)
      })

      it('keeps the same bytes from another issuer as a document of their own, and does not read them again', async () => {
        const reads = bench.reads.count
        const copy = await addOne(bench, STRIKE, { publisher: 'Evening Mirror', url: 'https://mirror.example/1' })
        expect(bench.reads.count).toBe(reads)
        expect(copy).toMatchObject({ outcome: 'copy', copyGroup: added.copyGroup, copyOf: added.document })
        expect(copy.document).not.toBe(added.document)
        const record = await getIncident(ledger, added.incidents[0]!.id)
        expect(record.documents).toHaveLength(2)
        expect(record.card).toMatchObject({ documents: 2, texts: 1, claims: 5 })
        expect(record.copies).toMatchObject([{ id: added.copyGroup, documents: [{ share: 1 }, { share: 1 }] }])
        expect((await listIncidents(ledger, {})).items).toEqual([record.card])
        const document = await getDocument(ledger, copy.document)
        expect(document.captures).toMatchObject([{ address: 'https://mirror.example/1', issuer: 'Evening Mirror' }])
        expect(document.claims).toHaveLength(5)
        expect((await addOne(bench, STRIKE, { publisher: 'Evening Mirror' })).outcome).toBe('present')
      })
    })

    describe('with several reports of one event', () => {
      let ledger: Ledger
      let incident: string
      beforeAll(async () => {
        ledger = await open()
        const bench = benchOf(ledger)
        incident = (await addOne(bench, STRIKE)).incidents[0]!.id
        await addOne(bench, SECOND)
        await addOne(bench, PROTEST)
        await addOne(bench, REPRINT)
      })

      it('links them to one incident, with the reasons', async () => {
        const { items } = await listIncidents(ledger, {})
        expect(items.map(({ title }) => title)).toEqual([PROTEST.title, STRIKE.title])
        const { links } = await getIncident(ledger, incident)
        expect(links.map(({ because }) => because[0] ?? null)).toEqual([null, 'both Air/drone strike', 'both Air/drone strike'])
      })

      it('keeps rival tolls apart and counts the reprint once', async () => {
        const { card, copies } = await getIncident(ledger, incident)
        expect((await listIncidents(ledger, {})).items.find(({ id }) => id === incident)).toEqual(card)
        expect(card).toMatchObject({ documents: 3, texts: 2, differs: ['killed'], tolls: { killed: { low: 24, high: null } } })
        expect(copies).toHaveLength(1)
        expect(copies[0]!.documents.map(({ share }) => share)).toEqual([1, 1])
      })

      it('makes the same cards anew from the documents', async () => {
        const before = await ledger.db
          .selectFrom('cards')
          .selectAll()
          .where('collection', '=', ledger.collection)
          .orderBy('incident')
          .execute()
        expect(await rebuildCards(ledger)).toBe(2)
        const after = await ledger.db
          .selectFrom('cards')
          .selectAll()
          .where('collection', '=', ledger.collection)
          .orderBy('incident')
          .execute()
        expect(after).toEqual(before)
      })

      it.each([
        ['a word of the text', { q: 'garrison' }, [STRIKE.title]],
        ['a place', { q: 'lomna' }, [PROTEST.title]],
        ['words of no report', { q: 'zebra' }, []],
        ['search signs that mean nothing', { q: '"( & | !' }, []],
        ['a window of days', { from: '2021-04-01', to: '2021-12-31' }, [PROTEST.title]],
        ['the first and last day, both included', { from: '2021-03-04', to: '2021-03-04' }, [STRIKE.title]],
        ['a kind of event', { type: 'Protests' }, [PROTEST.title]],
        ['a sub-kind', { type: 'Air/drone strike' }, [STRIKE.title]],
        ['a country', { country: 'xa' }, [PROTEST.title, STRIKE.title]],
        ['a status', { status: 'planned' }, []],
        ['the last change', { order: 'updated' as const }, [STRIKE.title, PROTEST.title]],
      ])('lists by %s', async (_, filter, titles) => {
        expect((await listIncidents(ledger, filter)).items.map(({ title }) => title)).toEqual(titles)
      })

      it.each([{ from: 'yesterday' }, { to: '2021-02-30' }, { limit: 0 }, { after: 'nonsense' }, { status: 'likely' }])(
        'refuses the filter %o',
        async (filter) => {
          await expect(listIncidents(ledger, filter)).rejects.toMatchObject({ problem: { code: 'request/invalid' } })
        },
      )

      it('says what it does not hold', async () => {
        await expect(getIncident(ledger, 'i0')).rejects.toMatchObject({ problem: { code: 'ledger/not-found' } })
        await expect(getDocument(ledger, "'; --")).rejects.toMatchObject({ problem: { code: 'ledger/not-found' } })
      })
    })

    it('gives long lists a page at a time, nothing twice and nothing left out', async () => {
      const ledger = await open()
      const bench = benchOf(ledger)
      for (let n = 0; n < 12; n++) await addOne(bench, numbered(n))
      await addOne(bench, { ...numbered(90), claims: [{ attribute: 'place', words: 'Town90', at: [1, 1] }] })
      for (const order of ['date', 'updated'] as const) {
        const titles: string[] = []
        let after: string | undefined
        do {
          const page = await listIncidents(ledger, { order, limit: 5, ...(after ? { after } : {}) })
          titles.push(...page.items.map(({ title }) => title))
          after = page.next ?? undefined
        } while (after)
        expect(titles).toHaveLength(13)
        expect(new Set(titles).size).toBe(13)
        if (order === 'date')
          expect([titles[0], titles[11], titles[12]]).toEqual(['Shells hit Town11', 'Shells hit Town0', 'Shells hit Town90'])
      }
      const first = await listDocuments(ledger, { limit: 7 })
      const second = await listDocuments(ledger, { limit: 7, after: first.next! })
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(13)
      expect(second.next).toBeNull()
      expect((await listDocuments(ledger, { q: 'town3' })).items).toHaveLength(1)
    })

    describe('under judgement', () => {
      let ledger: Ledger
      let incident: string
      let killed: string
      beforeAll(async () => {
        ledger = await open()
        incident = (await addOne(benchOf(ledger), STRIKE)).incidents[0]!.id
        killed = (await getIncident(ledger, incident)).claims.find(({ claim }) => claim.attribute === 'killed')!.id
      })
      const reviewOf = async () => (await getIncident(ledger, incident)).claims.find(({ id }) => id === killed)!.review

      it('accepts, edits and rejects, each in the place of the one before, and undoes by withdrawing', async () => {
        expect(await judge(ledger, { claim: killed, kind: 'accept', by: 'ana' })).toMatchObject({ state: 'accepted', by: 'ana' })
        const edited = await judge(ledger, { claim: killed, kind: 'edit', value: { low: 26 }, by: 'ben', why: 'misread' })
        expect(edited).toMatchObject({ state: 'edited', by: 'ben', why: 'misread', value: { low: 26, high: null, extent: 'total' } })
        expect((await listIncidents(ledger, {})).items[0]).toMatchObject({ checked: 1, tolls: { killed: { low: 26 } } })
        const rejected = await judge(ledger, { claim: killed, kind: 'reject', by: 'ben' })
        expect((await listIncidents(ledger, {})).items[0]!.tolls.killed).toBeUndefined()
        const withdrawn = await withdrawJudgement(ledger, { judgement: rejected.judgement!, by: 'ana', why: 'a mistake' })
        expect(withdrawn.withdrawn).toMatchObject({ by: 'ana', why: 'a mistake' })
        expect(await reviewOf()).toMatchObject({ state: 'edited', judgement: edited.judgement })
        const { judgements } = await getIncident(ledger, incident)
        expect(judgements.map(({ kind, withdrawn }) => [kind, withdrawn !== null])).toEqual([
          ['accept', false],
          ['edit', false],
          ['reject', true],
        ])
      })

      it('refuses what it cannot take', async () => {
        const invalid = { problem: { code: 'request/invalid' } }
        await expect(judge(ledger, { claim: killed, kind: 'accept', by: ' ' })).rejects.toMatchObject(invalid)
        await expect(judge(ledger, { claim: killed, kind: 'edit', value: { low: -1 }, by: 'ana' })).rejects.toMatchObject(invalid)
        await expect(judge(ledger, { claim: killed, kind: 'edit', value: { low: 9, high: 3 }, by: 'ana' })).rejects.toMatchObject(invalid)
        await expect(judge(ledger, { claim: 'x', kind: 'accept', by: 'ana' })).rejects.toMatchObject({
          problem: { code: 'ledger/not-found' },
        })
        const { judgement } = await judge(ledger, { claim: killed, kind: 'accept', by: 'ana' })
        await withdrawJudgement(ledger, { judgement: judgement!, by: 'ana' })
        await expect(withdrawJudgement(ledger, { judgement: judgement!, by: 'ana' })).rejects.toMatchObject(invalid)
      })
    })

    describe('marked by hand', () => {
      let ledger: Ledger
      let document: string
      let incident: string
      beforeAll(async () => {
        ledger = await open()
        const added = await addOne(benchOf(ledger), STRIKE)
        document = added.document
        incident = added.incidents[0]!.id
      })
      const spanOf = (words: string) => ({ start: STRIKE.text.indexOf(words), end: STRIKE.text.indexOf(words) + words.length })

      it('takes a figure with a speaker named by words', async () => {
        const claim = await markClaim(ledger, {
          document,
          incident,
          attribute: 'wounded',
          spans: [spanOf('55 wounded')],
          value: { kind: 'figure', figure: { low: 55, high: 60 } },
          speaker: { kind: 'words', span: spanOf('Brig. Gen. Adam Kovac'), sourceKind: 'party-to-conflict' },
          by: 'ana',
        })
        expect(claim).toMatchObject({
          reading: 0,
          incident,
          words: ['55 wounded'],
          hand: { by: 'ana' },
          speaker: { words: 'Brig. Gen. Adam Kovac', kind: 'party-to-conflict', own: false },
          claim: { chain: ['The Morning Post', 'Brig. Gen. Adam Kovac'], value: { low: 55, high: 60 } },
        })
        const { card } = await getIncident(ledger, incident)
        expect(card).toMatchObject({ claims: 6, checked: 1, tolls: { wounded: { low: 55, high: 60 } } })
      })

      it('takes a place in the own voice with what the engine read there, and opens an incident', async () => {
        const claim = await markClaim(ledger, {
          document,
          incident: { title: 'Another strike', type: 'Explosions/Remote violence', subType: 'Air/drone strike' },
          attribute: 'place',
          spans: [spanOf('Velik')],
          value: { kind: 'words' },
          speaker: { kind: 'own' },
          by: 'ana',
        })
        expect(claim).toMatchObject({ mention: { words: 'Velik', mention: { kind: 'place', lat: 48.1 } }, speaker: { own: true } })
        expect(claim.incident).not.toBe(incident)
        expect((await getIncident(ledger, claim.incident)).card.title).toBe('Another strike')
        expect((await getDocument(ledger, document)).claims).toHaveLength(7)
      })

      it('takes the speaker of a statement that was read, for a position', async () => {
        const claim = await markClaim(ledger, {
          document,
          incident,
          attribute: 'position',
          spans: [spanOf('refused to say')],
          value: { kind: 'position', on: 'carrying-out', answer: 'declines' },
          speaker: { kind: 'statement', statement: 's0' },
          by: 'ana',
        })
        expect(claim).toMatchObject({ mention: { words: 'the governor' }, statement: { sourceWords: 'the governor' } })
      })

      it.each([
        ['a span outside the text', { spans: [{ start: 5, end: 90_000 }] as const }],
        ['an empty span', { spans: [{ start: 5, end: 5 }] as const }],
        ['a figure without numbers', { value: { kind: 'figure', figure: { low: null, high: null } } as const }],
        ['a kind of event that does not exist', { incident: { title: 'x', type: 'Battles', subType: 'Grenade' } as const }],
        ['a statement that does not exist', { speaker: { kind: 'statement', statement: 's99' } as const }],
      ])('refuses %s and writes nothing', async (_, wrong) => {
        const before = await countRows(ledger)
        const right = {
          document,
          incident,
          attribute: 'killed',
          spans: [spanOf('At least 25')],
          value: { kind: 'figure', figure: { low: 25, high: null } },
          speaker: { kind: 'own' },
          by: 'ana',
        } as const
        await expect(markClaim(ledger, { ...right, ...wrong })).rejects.toMatchObject({ problem: { code: 'request/invalid' } })
        expect(await countRows(ledger)).toEqual(before)
      })
    })

    describe('as a record', () => {
      let ledger: Ledger
      beforeAll(async () => {
        ledger = await open()
        const bench = benchOf(ledger)
        const { incidents } = await addOne(bench, STRIKE)
        await addOne(bench, STRIKE, { publisher: 'Evening Mirror' })
        await addOne(bench, SECOND)
        const [claim] = (await getIncident(ledger, incidents[0]!.id)).claims
        const { judgement } = await judge(ledger, { claim: claim!.id, kind: 'accept', by: 'ana' })
        await withdrawJudgement(ledger, { judgement: judgement!, by: 'ana' })
      })

      it.each(GROWING)('refuses to change or remove anything in %s', async (table) => {
        for (const change of [
          sql`UPDATE ${sql.table(table)} SET collection = 9`,
          sql`DELETE FROM ${sql.table(table)}`,
          sql`TRUNCATE ${sql.table(table)}`,
        ])
          await expect(change.execute(ledger.db)).rejects.toThrow('only grows')
      })

      it('holds every act in a chain of hashes', async () => {
        const { items } = await listHistory(ledger, {})
        expect(items.map(({ kind }) => kind)).toEqual([
          'judgement-withdrawn',
          'judged',
          'document-added',
          'capture-added',
          'document-added',
        ])
        const rows = await ledger.db.selectFrom('history').selectAll().where('collection', '=', ledger.collection).orderBy('seq').execute()
        let previous = NOTHING_BEFORE
        for (const row of rows) {
          expect(isIntact(row, previous)).toBe(true)
          expect(isIntact({ ...row, payload: row.payload.replace('{', '{ ') }, previous)).toBe(false)
          expect(isIntact({ ...row, by: 'somebody else' }, previous)).toBe(false)
          previous = row.hash
        }
        expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
        const page = await listHistory(ledger, { limit: 2 })
        expect((await listHistory(ledger, { limit: 10, after: page.next! })).items.map(({ seq }) => seq)).toEqual([3, 2, 1])
        expect((await listHistory(ledger, { subject: items[0]!.subject })).items).toHaveLength(2)
      })

      it('carries the collection in every key, and keeps collections apart', async () => {
        const { rows } = await sql<{ name: string; columns: readonly string[] }>`
          SELECT i.indexrelid::regclass::text AS name, array_agg(a.attname::text) AS columns FROM pg_index i
          JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(i.indkey)
          WHERE i.indisunique AND t.relname = ANY(${[...GROWING, 'cards', 'suggestions']}::text[]) GROUP BY 1`.execute(ledger.db)
        expect(rows).toHaveLength(GROWING.length + 2)
        expect(rows.filter(({ columns }) => !columns.includes('collection'))).toEqual([])
        const other: Ledger = { ...ledger, collection: ledger.collection + 1_000_000 }
        expect((await listIncidents(other, {})).items).toEqual([])
        expect((await addOne(benchOf(other), STRIKE)).outcome).toBe('new')
      })
    })

    it('takes a document whole or not at all', async () => {
      const ledger = await open()
      const before = await countRows(ledger)
      const twice = (analysis: Analysis): Analysis => ({ ...analysis, claims: [...analysis.claims, ...analysis.claims] })
      expect(await add(benchOf(ledger, twice), STRIKE)).toMatchObject({ documents: [], problems: [{ code: 'internal/unexpected' }] })
      expect(await countRows(ledger)).toEqual(before)
      const bad = await addDocument(benchOf(ledger), { input: { bytes: new Uint8Array([1, 2, 3]), fileName: 'x.bin' }, method: 'file' })
      expect(bad).toMatchObject({ documents: [], problems: [{ code: 'document/not-text' }] })
      const blank = await add(benchOf(ledger), { text: ' \n', claims: [] })
      expect(blank).toMatchObject({ documents: [], problems: [{ code: 'document/empty' }] })
      expect(await countRows(ledger)).toEqual(before)
      expect((await addOne(benchOf(ledger), STRIKE)).outcome).toBe('new')
    })

    it('takes text that databases stumble over', async () => {
      const ledger = await open()
      const text = `${'\u{1F525}'.repeat(40)}25 dead\u{1F525}${'\u{1F525}'.repeat(40)} \u202Eright to left\u202C ' \\ \u2028 {"a":1}`
      const report: Report = { text, title: 'null \0 and half \uD83D', claims: [{ attribute: 'killed', words: '25 dead', low: 25 }] }
      // A mark that cuts an emoji in two, as offsets in UTF-16 can.
      const cut = (analysis: Analysis): Analysis => ({
        ...analysis,
        claims: analysis.claims.map((claim) => ({ ...claim, spans: [{ start: claim.spans[0].start - 1, end: claim.spans[0].end + 1 }] })),
      })
      const { document, incidents } = await addOne(benchOf(ledger, cut), report)
      const record = await getDocument(ledger, document)
      expect(record.text).toBe(text)
      expect(record.summary.title).toBe('null \uFFFD and half \uFFFD')
      expect(record.claims[0]!.words[0]).toContain('25 dead')
      expect((await getIncident(ledger, incidents[0]!.id)).claims).toHaveLength(1)
    })

    it('takes a document without incidents, and a very long one', async () => {
      const ledger = await open()
      const quiet = await addOne(benchOf(ledger), { text: 'The library opens at nine.', claims: [] })
      expect(quiet).toMatchObject({ outcome: 'new', incidents: [], claims: 0 })
      const text = `${Array.from({ length: 400_000 }, (_, i) => `w${i.toString(36)}`).join(' ')} 3 dead.`
      const long = await addOne(benchOf(ledger), { text, claims: [{ attribute: 'killed', words: '3 dead', low: 3 }] })
      expect((await getDocument(ledger, long.document)).text.length).toBe(text.length)
    })

    it('takes the same bytes from many hands at once as one document', async () => {
      const ledger = await open()
      const bench = benchOf(ledger)
      const results = await Promise.all(Array.from({ length: 6 }, () => addOne(bench, STRIKE)))
      expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['new', 'present', 'present', 'present', 'present', 'present'])
      const others = await Promise.all([SECOND, REPRINT, PROTEST, numbered(1), numbered(2)].map((report) => addOne(bench, report)))
      expect(others.every(({ outcome }) => outcome === 'new')).toBe(true)
      expect((await listIncidents(ledger, {})).items).toHaveLength(4)
    })
  })
}
