import { describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getIncident } from '../../src/actions/get-incident.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import type { Workbench } from '../../src/actions/workbench.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { PolicyName } from '../../src/model/judgement.ts'
import type { Analysis } from '../../src/model/reading.ts'
import { type IncidentView, toIncidentView } from '../../src/publish/incident-view.ts'
import { analyseTold, FIVE } from './cluster.ts'

/** A bench that finds what was read beforehand, by the text. */
export const benchOfRead = (ledger: Ledger, analyses: readonly Analysis[]): Workbench => ({
  ledger,
  engine: 'casus test',
  find: async ({ bytes }) => {
    const text = new TextDecoder().decode(bytes)
    const analysis = analyses.find(({ document }) => document.text === text)!
    return [{ bytes, mediaType: 'text/plain', facts: {}, problems: [], extract: async () => analysis }]
  },
})

/** Adds documents in an order; gives each incident's page. */
export const addInOrder = async (
  ledger: Ledger,
  analyses: readonly Analysis[],
  order: readonly number[],
): Promise<readonly IncidentView[]> => {
  const bench = benchOfRead(ledger, analyses)
  for (const i of order) {
    const bytes = new TextEncoder().encode(analyses[i]!.document.text)
    await addDocument(bench, { input: { bytes, fileName: null }, method: 'file' })
  }
  const { items } = await listIncidents(ledger, {})
  return Promise.all(items.map(async ({ id }) => toIncidentView(await getIncident(ledger, id))))
}

export const policyOf = (view: IncidentView, name: PolicyName) => view.policies.find(({ policy }) => policy === name)!

/** Each document comes first and last once, and the reprint both before and after what it copies. */
export const ORDERS: readonly (readonly number[])[] = [0, 1, 2, 3, 4].flatMap((n) => {
  const turned = [0, 1, 2, 3, 4].map((i) => (i + n) % 5)
  return [turned, turned.toReversed()]
})

const analyses = FIVE.map((told, i) => analyseTold(told, `told-${i}`))

/** What five documents on one event come to, in whatever order they come in. */
export const fiveDocumentsContract = (name: string, open: () => Promise<Ledger>): void => {
  describe(`five documents in ${name}`, () => {
    it.each(ORDERS.map((order) => [order.join(''), order] as const))('in the order %s are two incidents', async (_, order) => {
      const views = await addInOrder(await open(), analyses, order)
      expect(views.map(({ subType }) => subType).toSorted()).toEqual(['Air/drone strike', 'Shelling/artillery/missile attack'])
      const strikes = views.find(({ subType }) => subType === 'Air/drone strike')!
      const rockets = views.find(({ subType }) => subType !== 'Air/drone strike')!
      expect(strikes.documents.flatMap(({ copies }) => copies)).toHaveLength(1)
      const killed = strikes.estimates.filter(({ attribute }) => attribute === 'killed')
      expect(killed).toMatchObject([
        { words: '24–25+', scope: 'in Northland', independent: { low: 1, high: 2 }, sources: { documents: 4, texts: 3, outlets: 2 } },
      ])
      expect(killed[0]!.used.map(({ origin, words, documents }) => [origin, words, documents.length]).toSorted()).toEqual([
        [expect.stringMatching(/^Army .*militia sources$/), 'at least 25', 3],
        ['Ivan Petrov of the Northern Front', '24', 1],
      ])
      expect(killed[0]!.independent.why).toEqual([expect.stringMatching(/unnamed and may belong to the Northern Front$/)])
      expect(policyOf(strikes, 'acled').estimates).toMatchObject([{ words: '24', best: 24 }])
      expect(policyOf(strikes, 'ibc')).toMatchObject({ row: false, why: ['no source says that a civilian was killed', expect.any(String)] })
      expect(policyOf(strikes, 'airwars')).toMatchObject({ row: false, why: ['no civilian harm reported, not graded'] })
      expect(policyOf(strikes, 'airwars').labels.slice(0, 2)).toMatchObject([{ value: 'Declared' }, { value: 'not graded' }])
      expect(policyOf(strikes, 'ucdp').estimates).toMatchObject([{ state: 'pending', low: 24, high: 25, best: null }])
      const wounded = rockets.estimates.find(({ attribute }) => attribute === 'wounded')!
      expect(wounded).toMatchObject({ words: '6', scope: null })
      expect(wounded.used.every(({ addedUp }) => addedUp)).toBe(true)
    })
  })
}
