import { describe, expect, it } from 'vitest'
import { type CaseClaim, caseRecords } from '../records.case.ts'
import { velik } from '../velik.case.ts'
import { rangeEstimates } from './range.ts'

const MAYOR = { words: 'the mayor' }
const SOURCES = { words: 'security sources', kind: 'unknown', named: false } as const
const HOSPITAL = { words: 'the hospital', kind: 'medical' } as const
const REBELS = { words: 'the rebels', kind: 'party-to-conflict' } as const

const TEXT = '12 dead, 5 soldiers, 7 guards, 20 dead, dozens, none, perhaps 90; the mayor, security sources, the hospital, the rebels.'
const estimate = (...claims: readonly CaseClaim[]) =>
  rangeEstimates(caseRecords([{ id: 'd', text: TEXT, issuer: 'Example Wire', claims }]).incident, 'killed')
const killed = (words: string, value: CaseClaim['value'], rest: Partial<CaseClaim> = {}): CaseClaim => ({
  attribute: 'killed',
  words,
  value: value!,
  ...rest,
})

describe('the policy "range"', () => {
  it('goes from the lowest low to the highest high, and an open end stays open', () => {
    const [first] = estimate(killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }), killed('20 dead', { low: 20 }, { by: HOSPITAL }))
    expect(first).toMatchObject({ low: 12, high: null, words: '12–20+', independent: { low: 2, high: 2 } })
  })

  it('adds up the groups of one speaker and says so', () => {
    const [first] = estimate(
      killed('5 soldiers', { low: 5, high: 5, extent: 'group' }, { by: MAYOR }),
      killed('7 guards', { low: 7, high: 7, extent: 'group' }, { by: MAYOR }),
    )
    expect(first?.words).toBe('12')
    expect(first?.used).toMatchObject([{ origin: 'the mayor', addedUp: true, claims: ['d-c1', 'd-c2'] }])
  })

  it('leaves parts, possibilities, denials and a party’s "none" out, with the reason', () => {
    const [first] = estimate(
      killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }),
      killed('5 soldiers', { low: 5, high: 5, extent: 'part' }, { by: MAYOR }),
      killed('perhaps 90', { low: 90, high: 90 }, { by: MAYOR, modality: 'possible' }),
      killed('none', { low: 0, high: 0 }, { by: REBELS }),
    )
    expect(first?.words).toBe('12')
    expect(first?.leftOut.map(({ why }) => why)).toEqual([
      'already inside another figure',
      'said to be possible, not to have happened',
      'a party’s “none” is a position, shown beside the figure',
    ])
  })

  it('does not pool figures of different scope', () => {
    const scope = { places: ['the north'], sites: null }
    const both = estimate(
      killed('12 dead', { low: 12, high: 12 }, { by: MAYOR }),
      killed('20 dead', { low: 20, high: 20, scope }, { by: HOSPITAL }),
    )
    expect(both.map(({ words, scope: where }) => [words, where])).toEqual([
      ['12', null],
      ['20', 'in the north'],
    ])
  })

  it('never turns a word into a number', () => {
    expect(estimate(killed('dozens', { low: 24, approximate: true, words: 'dozens' }, { by: MAYOR }))[0]?.words).toBe('dozens')
  })

  it('does not assume that an unnamed source is apart from a named one', () => {
    const [first] = estimate(killed('12 dead', { low: 12 }, { by: SOURCES }), killed('20 dead', { low: 20 }, { by: MAYOR }))
    expect(first?.independent).toMatchObject({ low: 1, high: 2, why: ['security sources are unnamed and may belong to the mayor'] })
  })

  it('counts an own voice only where nobody else is given as the source of the figure', () => {
    const [first] = estimate(killed('12 dead', { low: 12 }, { by: MAYOR }), killed('12', { low: 12, high: 12 }))
    expect(first?.used.map(({ origin }) => origin)).toEqual(['the mayor'])
    expect(first?.leftOut[0]?.why).toBe('repeats the figure attributed to the mayor')
  })
})

it('over several documents, folds copies and drops a figure that its speaker has revised', () => {
  const [first] = rangeEstimates(velik().incident, 'killed')
  expect(first?.words).toBe('24–31')
  expect(first?.used.map(({ origin, words, documents }) => [origin, words, documents])).toEqual([
    ['the governor, Ana Petrova', '31', [3]],
    ['hospital sources', '24', [3]],
    ['author of document 4', '25', [4]],
  ])
  expect(first?.leftOut.map(({ why, documents }) => [why, documents])).toContainEqual(['its speaker has revised it', [1, 2, 3]])
})
