import { beforeAll, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getDocument } from '../../src/actions/get-document.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { judge } from '../../src/actions/judge.ts'
import { listSuperseded } from '../../src/actions/list-superseded.ts'
import { rereadDocument } from '../../src/actions/reread.ts'
import { verifyLedger } from '../../src/ledger/custody/verify-ledger.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Analysis } from '../../src/model/reading.ts'
import { benchOf, PROTEST, SECOND, STRIKE, toBytes } from './reports.ts'

/** A later engine: it does not make the claim on the wounded, reads another toll, and numbers its claims otherwise. */
const later = (analysis: Analysis): Analysis => ({
  ...analysis,
  claims: analysis.claims
    .filter(({ attribute }) => attribute !== 'wounded')
    .map((claim) => ({
      ...claim,
      id: `n${claim.id}`,
      ...(claim.attribute === 'killed' ? { value: { ...claim.value, low: 26 } } : {}),
    })) as Analysis['claims'],
})

/** A later engine: it reads what a document says of another event too, here the march of `PROTEST`. */
const withMarch = (analysis: Analysis): Analysis => {
  const { text } = analysis.document
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const place = {
    id: 'mp',
    kind: 'place',
    ...spanOf('Lomna'),
    lat: 51.3,
    lon: 23.7,
    name: 'Lomna',
    country: 'XA',
    precision: 1,
    radiusM: 2000,
  }
  const day = { type: 'DATE', value: '2021-05-01', from: '2021-05-01', to: '2021-05-01', part: null, assumed: [] }
  const date = { id: 'md', kind: 'time', ...spanOf('1 May 2021'), ...day }
  const claim = (id: string, attribute: string, mention: typeof place | typeof date) => ({
    ...analysis.claims[0]!,
    id,
    incident: 'i2',
    attribute,
    value: { mention: mention.id },
    spans: [{ start: mention.start, end: mention.end }],
    statement: null,
  })
  return {
    ...analysis,
    mentions: [...analysis.mentions, place, date] as Analysis['mentions'],
    incidents: [
      ...analysis.incidents,
      { id: 'i2', type: 'Protests', subType: 'Peaceful protest', status: 'happened', title: 'March in Lomna' },
    ],
    claims: [...analysis.claims, claim('cp', 'place', place), claim('cd', 'date', date)] as Analysis['claims'],
  }
}

export const rereadContract = (name: string, open: () => Promise<Ledger>): void => {
  describe(`reading again in ${name}`, () => {
    let ledger: Ledger
    let document: string
    let incident: string
    const bench = () => ({ ...benchOf(ledger, later), engine: 'casus test, later' })
    beforeAll(async () => {
      ledger = await open()
      const add = (report: typeof STRIKE) =>
        addDocument(benchOf(ledger), { input: { bytes: toBytes(report), fileName: null }, method: 'file' })
      const { documents } = await add(STRIKE)
      await add(SECOND)
      document = documents[0]!.document
      incident = documents[0]!.incidents[0]!.id
      const { claims } = await getDocument(ledger, document)
      const idOf = (attribute: string) => claims.find(({ claim }) => claim.attribute === attribute)!.id
      await judge(ledger, { claim: idOf('place'), kind: 'accept', by: 'ann', why: 'checked' })
      await judge(ledger, { claim: idOf('wounded'), kind: 'accept', by: 'ben' })
    })

    it('shows the difference before anything is kept', async () => {
      const shown = await rereadDocument(bench(), document, { dryRun: true })
      expect(shown).toMatchObject({
        outcome: 'changed',
        engines: { before: 'casus test', now: 'casus test, later' },
        added: ['killed: At least 25'],
        gone: ['killed: At least 25', 'wounded: 55 wounded'],
      })
      expect((await getDocument(ledger, document)).reading.number).toBe(1)
    })

    it('puts the new reading in the place of the old one, and every judgement stands', async () => {
      expect(await rereadDocument(bench(), document)).toMatchObject({ outcome: 'changed', judgements: { carried: 1, kept: 1 } })
      const { reading, claims } = await getDocument(ledger, document)
      expect(reading).toMatchObject({ number: 2, engine: 'casus test, later' })
      expect(claims.find(({ claim }) => claim.attribute === 'place')!.review).toMatchObject({
        state: 'accepted',
        by: 'ann',
        why: 'checked',
      })
      const record = await getIncident(ledger, incident)
      const mine = record.claims.filter((claim) => claim.document === document)
      expect(mine.filter(({ claim }) => claim.attribute === 'killed').map(({ claim }) => claim.value)).toMatchObject([{ low: 26 }])
      // What a person accepted and the later engine does not say is still there.
      expect(mine.filter(({ claim }) => claim.attribute === 'wounded')).toMatchObject([{ review: { state: 'accepted', by: 'ben' } }])
      expect(mine.map(({ claim }) => claim.attribute).toSorted()).toEqual(['date', 'killed', 'place', 'target', 'wounded'])
      expect(record.documents).toHaveLength(2)
    })

    it('reads no document twice with one engine, and leaves the history whole', async () => {
      expect(await rereadDocument(bench(), document)).toMatchObject({ outcome: 'current' })
      expect(await rereadDocument(bench(), document, { force: true })).toMatchObject({ outcome: expect.stringMatching(/same|arranged/) })
      expect((await verifyLedger(ledger)).problems.filter(({ code }) => code !== 'custody/unsigned')).toEqual([])
      await expect(rereadDocument(bench(), 'd00000000000000000000')).rejects.toMatchObject({ problem: { code: 'ledger/not-found' } })
    })
  })

  describe(`an incident that only a later reading tells of, in ${name}`, () => {
    it('is put with what the ledger holds of it', async () => {
      const ledger = await open()
      const add = async (report: typeof STRIKE) =>
        (await addDocument(benchOf(ledger), { input: { bytes: toBytes(report), fileName: null }, method: 'file' })).documents[0]!
      const march = (await add(PROTEST)).incidents[0]!.id
      const { document, incidents } = await add({ ...STRIKE, text: `${STRIKE.text} ${PROTEST.text}`, url: 'https://post.example/both' })
      expect(incidents.map(({ id }) => id)).not.toContain(march)
      await rereadDocument({ ...benchOf(ledger, withMarch), engine: 'casus test, later' }, document)
      expect((await getIncident(ledger, march)).documents).toHaveLength(2)
      expect((await getIncident(ledger, incidents[0]!.id)).documents).toHaveLength(1)
      expect((await verifyLedger(ledger)).problems.filter(({ code }) => code !== 'custody/unsigned')).toEqual([])
    })
  })

  describe(`pages that change in ${name}`, () => {
    it('are tied to what stood at their address before, with the incidents that rest on it', async () => {
      const ledger = await open()
      const add = async (text: string, facts = {}) =>
        (
          await addDocument(benchOf(ledger), {
            input: { bytes: toBytes({ ...STRIKE, text }), fileName: null, facts: { url: STRIKE.url!, ...facts } },
            method: 'file',
          })
        ).documents[0]!
      const first = await add(STRIKE.text)
      const second = await add(`${STRIKE.text} Rescuers were still digging.`)
      const third = await add(`${STRIKE.text} Rescuers had stopped digging.`)
      const elsewhere = await add(`${STRIKE.text} Nothing more was known.`, { url: 'https://other.example/' })
      expect([first, second, third, elsewhere].map(({ replaces }) => replaces)).toEqual([
        null,
        { document: first.document, reason: 'updated' },
        { document: second.document, reason: 'updated' },
        null,
      ])
      expect(await getDocument(ledger, second.document)).toMatchObject({
        replaces: { document: first.document },
        replacedBy: { document: third.document, reason: 'updated' },
      })
      const superseded = await listSuperseded(ledger, {})
      expect(superseded.map(({ of }) => of)).toEqual([second.document, first.document])
      expect(superseded[1]!.incidents).toMatchObject([{ id: first.incidents[0]!.id, publication: 'draft' }])
      expect(await listSuperseded(ledger, { published: true })).toEqual([])
      expect((await verifyLedger(ledger)).problems.filter(({ code }) => code !== 'custody/unsigned')).toEqual([])
    })
  })
}
