import { beforeAll, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { listHistory } from '../../src/actions/list-history.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { listSuggestions } from '../../src/actions/list-suggestions.ts'
import { type JudgementRequest, makeJudgement } from '../../src/actions/make-judgement.ts'
import { withdrawJudgement } from '../../src/actions/withdraw-judgement.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { IncidentRecord } from '../../src/model/record.ts'
import { toIncidentView } from '../../src/publish/incident-view.ts'
import { benchOf, PROTEST, type Report, SECOND, STRIKE, toBytes } from './reports.ts'

const add = async (ledger: Ledger, report: Report): Promise<Readonly<{ document: string; incident: string }>> => {
  const input = { bytes: toBytes(report), fileName: 'report.json' }
  const { documents } = await addDocument(benchOf(ledger), { input, method: 'file', operator: 'tester' })
  return { document: documents[0]!.document, incident: documents[0]!.incidents[0]!.id }
}

const ids = async (ledger: Ledger): Promise<readonly string[]> => (await listIncidents(ledger, {})).items.map(({ id }) => id).toSorted()

/** What an incident holds, without what its card says of when. */
const held = ({ documents, claims, links }: IncidentRecord) => ({
  documents: documents.map(({ id }) => id),
  claims: claims.map(({ id }) => id),
  links: links.map(({ document, reading, local, incident, because, by }) => ({ document, reading, local, incident, because, by })),
})

type Distributed<Request> = Request extends unknown ? Omit<Request, 'by'> : never

/** What judgements promise, whatever PostgreSQL they lie in. `open` gives a new, empty collection of one ledger each time. */
export const judgementContract = (name: string, open: () => Promise<Ledger>): void => {
  describe(`judgements in ${name}`, () => {
    let ledger: Ledger
    let strike: Readonly<{ document: string; incident: string }>
    let second: Readonly<{ document: string; incident: string }>
    let protest: Readonly<{ document: string; incident: string }>
    const make = (request: Distributed<JudgementRequest>) => makeJudgement(ledger, { ...request, by: 'ana' } as JudgementRequest)
    const undo = (judgement: string) => withdrawJudgement(ledger, { judgement, by: 'ben', why: 'a slip' })
    const get = (id: string) => getIncident(ledger, id)
    beforeAll(async () => {
      ledger = await open()
      strike = await add(ledger, STRIKE)
      second = await add(ledger, SECOND)
      protest = await add(ledger, PROTEST)
    })

    it('starts from one incident of two documents and one of one', () => {
      expect(second.incident).toBe(strike.incident)
      expect(protest.incident).not.toBe(strike.incident)
    })

    it('merges incidents, and takes them apart again', async () => {
      const before = [await get(strike.incident), await get(protest.incident)]
      const { judgement, incidents } = await make({ kind: 'merge', incidents: [strike.incident, protest.incident], why: 'one day of war' })
      expect(incidents).toEqual([strike.incident])
      expect(await ids(ledger)).toEqual([strike.incident])
      expect((await get(strike.incident)).documents).toHaveLength(3)
      // The old address leads to what it became.
      expect((await get(protest.incident)).id).toBe(strike.incident)
      await undo(judgement.id)
      const after = [await get(strike.incident), await get(protest.incident)]
      expect(after.map(held)).toEqual(before.map(held))
      expect(after.map(({ card }) => card.title)).toEqual(before.map(({ card }) => card.title))
      expect(after[0]!.judgements).toMatchObject([{ kind: 'merge', by: 'ana', withdrawn: { by: 'ben', why: 'a slip' } }])
    })

    it('splits documents off, and puts them together again', async () => {
      const before = await get(strike.incident)
      const { judgement, incidents } = await make({ kind: 'split', incident: strike.incident, documents: [second.document] })
      const [rest, off] = [await get(incidents[0]!), await get(incidents[1]!)]
      expect(rest.documents.map(({ id }) => id)).toEqual([strike.document])
      expect(off.documents.map(({ id }) => id)).toEqual([second.document])
      expect(off.card.tolls.killed).toMatchObject({ low: 24, high: 24 })
      expect(await ids(ledger)).toHaveLength(3)
      await undo(judgement.id)
      expect(held(await get(strike.incident))).toEqual(held(before))
      expect(await ids(ledger)).toHaveLength(2)
    })

    it('splits single claims off: they count for the new incident and for no other', async () => {
      const before = await get(strike.incident)
      const wounded = before.claims.find(({ claim }) => claim.attribute === 'wounded')!
      const { judgement, incidents } = await make({ kind: 'split', incident: strike.incident, claims: [wounded.id] })
      const [rest, off] = [await get(incidents[0]!), await get(incidents[1]!)]
      expect(off.claims.map(({ id }) => id)).toEqual([wounded.id])
      expect(rest.claims.map(({ id }) => id)).toEqual(before.claims.map(({ id }) => id).filter((id) => id !== wounded.id))
      await undo(judgement.id)
      expect(held(await get(strike.incident))).toEqual(held(before))
    })

    it('refuses to undo what a later judgement was built on, and says which', async () => {
      const before = held(await get(strike.incident))
      const split = await make({ kind: 'split', incident: strike.incident, documents: [second.document] })
      const merge = await make({ kind: 'merge', incidents: [protest.incident, split.incidents[1]!] })
      await expect(undo(split.judgement.id)).rejects.toThrow(merge.judgement.id)
      await undo(merge.judgement.id)
      await undo(split.judgement.id)
      expect(held(await get(strike.incident))).toEqual(before)
      await expect(undo(split.judgement.id)).rejects.toThrow('was withdrawn before')
    })

    it.each([
      ['nothing', {}],
      ['everything', { documents: 'all' }],
      ['what is not there', { claims: ['d00000000000000000000.1.c1'] }],
    ])('does not split off %s', async (_, what) => {
      const documents = 'documents' in what ? [strike.document, second.document] : []
      const claims = 'claims' in what ? what.claims : []
      await expect(make({ kind: 'split', incident: strike.incident, documents, claims: claims! })).rejects.toThrow()
    })

    it('merges two incidents that are judged the same, and keeps the others as they are', async () => {
      const { judgement } = await make({ kind: 'same', of: 'incidents', pair: [strike.incident, protest.incident] })
      expect(judgement.kind).toBe('merge')
      await undo(judgement.id)
      const different = await make({ kind: 'different', of: 'incidents', pair: [strike.incident, protest.incident] })
      expect(different.judgement.target.split(' ')).toEqual([strike.incident, protest.incident].toSorted())
      await undo(different.judgement.id)
      expect(await ids(ledger)).toHaveLength(2)
    })

    it('carries an incident to the public, step by step', async () => {
      const { judgement } = await make({ kind: 'status', incident: strike.incident, value: { status: 'published' }, why: 'checked twice' })
      expect((await get(strike.incident)).card.publication).toBe('published')
      expect(toIncidentView(await get(strike.incident)).publication).toMatchObject({ status: 'published', by: 'ana', why: 'checked twice' })
      expect((await listIncidents(ledger, {})).items.find(({ id }) => id === strike.incident)?.publication).toBe('published')
      await undo(judgement.id)
      expect((await get(strike.incident)).card.publication).toBe('draft')
    })

    it('publishes the value of a policy, or of a person who says why', async () => {
      const published = async () => toIncidentView(await get(strike.incident)).published.find(({ attribute }) => attribute === 'killed')
      expect(await published()).toMatchObject({ policy: 'range', words: '24–25+', chosen: null, review: { claims: 2, checked: 0 } })
      const scope = (await published())!.scopeKey
      const value = { attribute: 'killed', scope, policy: 'acled' } as const
      const policy = await make({ kind: 'choose', incident: strike.incident, value })
      expect(await published()).toMatchObject({ policy: 'acled', words: '24', chosen: { by: 'ana' } })
      const own = { attribute: 'killed', scope, policy: null, low: 25, high: 25, approximate: false } as const
      await expect(make({ kind: 'choose', incident: strike.incident, value: own })).rejects.toThrow('reason')
      const person = await make({ kind: 'choose', incident: strike.incident, value: own, why: 'names were counted' })
      expect(await published()).toMatchObject({ policy: 'person', words: '25', chosen: { why: 'names were counted' } })
      await undo(person.judgement.id)
      expect(await published()).toMatchObject({ policy: 'acled' })
      await undo(policy.judgement.id)
      expect(await published()).toMatchObject({ policy: 'range', chosen: null })
    })

    it('takes a person’s word on two origins', async () => {
      const view = async () => toIncidentView(await get(strike.incident))
      const killed = async () => (await view()).estimates.find(({ attribute }) => attribute === 'killed')!
      const { origins } = await view()
      const pair = [origins[0]!.key, origins[1]!.key] as const
      const same = await make({ kind: 'same', of: 'origins', incident: strike.incident, pair })
      expect((await killed()).independent).toMatchObject({ low: 1, high: 1 })
      await undo(same.judgement.id)
      const different = await make({ kind: 'different', of: 'origins', incident: strike.incident, pair, why: 'two offices' })
      expect((await killed()).independent).toEqual({ low: 2, high: 2, why: ['ana judged so: two offices'] })
      const affiliated = await make({ kind: 'affiliated', of: 'origins', incident: strike.incident, pair })
      expect((await killed()).independent).toMatchObject({ low: 1, high: 1 })
      expect((await view()).pairs.find(({ judgement }) => judgement !== null)).toMatchObject({ relation: 'affiliated' })
      for (const { judgement } of [affiliated, different]) await undo(judgement.id)
    })

    it('puts an incident under another one, whose toll stays its own', async () => {
      const { judgement } = await make({ kind: 'part-of', incident: protest.incident, value: { parent: strike.incident } })
      expect((await get(protest.incident)).parent).toMatchObject({ id: strike.incident, title: STRIKE.title })
      const parent = await get(strike.incident)
      expect(parent.children.map(({ id }) => id)).toEqual([protest.incident])
      expect(toIncidentView(parent).policies.find(({ policy }) => policy === 'acled')).toMatchObject({ row: false })
      await expect(make({ kind: 'part-of', incident: strike.incident, value: { parent: strike.incident } })).rejects.toThrow(
        'no part of itself',
      )
      await undo(judgement.id)
      expect((await get(strike.incident)).children).toEqual([])
    })

    it('takes two documents for copies, or apart, on a person’s word', async () => {
      const texts = async () => (await get(strike.incident)).card.texts
      expect(await texts()).toBe(2)
      const same = await make({ kind: 'same', of: 'documents', pair: [strike.document, second.document] })
      expect(await texts()).toBe(1)
      expect((await get(strike.incident)).copies).toHaveLength(1)
      await undo(same.judgement.id)
      expect(await texts()).toBe(2)
    })

    it('keeps a grade that only a person gives', async () => {
      const grade = async () =>
        toIncidentView(await get(strike.incident))
          .policies.find(({ policy }) => policy === 'airwars')!
          .labels.find((label) => label.name === 'grade')
      expect(await grade()).toMatchObject({ value: 'not graded' })
    })

    it('asks about incidents that may be the same, until a person has said', async () => {
      const other: Report = {
        title: 'A barn burns',
        published: '2021-03-09',
        text: 'A barn burned in Velik on 7 March 2021, a shepherd told the radio.',
        claims: [
          { attribute: 'place', words: 'Velik', at: [48.4, 20.2] },
          { attribute: 'date', words: '7 March 2021', day: '2021-03-07' },
        ],
      }
      const own = await open()
      const first = await add(own, STRIKE)
      const second = await add(own, other)
      expect(second.incident).not.toBe(first.incident)
      const pair = [first.incident, second.incident].toSorted() as [string, string]
      const asked = async () =>
        (await listSuggestions(own, {})).items.map(({ incidents, answer }) => [incidents.map(({ id }) => id), answer])
      expect(await asked()).toEqual([[pair, null]])
      expect((await listSuggestions(own, { incident: first.incident })).items).toHaveLength(1)
      expect((await listSuggestions(own, { incident: protest.incident })).items).toEqual([])
      await makeJudgement(own, { kind: 'unsure', of: 'incidents', pair, by: 'ana' })
      expect(await asked()).toEqual([[pair, 'unsure']])
      const { judgement } = await makeJudgement(own, { kind: 'different', of: 'incidents', pair, by: 'ana' })
      expect(await asked()).toEqual([])
      await withdrawJudgement(own, { judgement: judgement.id, by: 'ana' })
      expect(await asked()).toEqual([[pair, 'unsure']])
      await makeJudgement(own, { kind: 'same', of: 'incidents', pair, by: 'ana' })
      expect(await asked()).toEqual([])
    })

    it('refuses what names nothing', async () => {
      await expect(make({ kind: 'merge', incidents: [strike.incident, 'i0'] })).rejects.toMatchObject({
        problem: { code: 'ledger/not-found' },
      })
      await expect(make({ kind: 'merge', incidents: [strike.incident, strike.incident] })).rejects.toThrow('two or more')
      await expect(
        makeJudgement(ledger, { kind: 'status', incident: strike.incident, value: { status: 'draft' }, by: ' ' }),
      ).rejects.toThrow('who')
    })

    it('leaves the history whole: every judgement and every withdrawal is in it', async () => {
      const { items } = await listHistory(ledger, { limit: 500 })
      const judged = items.filter(({ kind }) => kind === 'judged').length
      const { rows } = { rows: await ledger.db.selectFrom('judgements').select('id').where('collection', '=', ledger.collection).execute() }
      expect(judged).toBe(rows.length)
      expect(items.filter(({ kind }) => kind === 'judgement-withdrawn').length).toBe(rows.length)
      expect(await ids(ledger)).toEqual([strike.incident, protest.incident].toSorted())
    })
  })
}
