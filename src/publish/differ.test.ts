import { expect, it } from 'vitest'
import { findRivals } from './differ.ts'
import { type CaseClaim, caseRecords } from './records.case.ts'
import { listSaid } from './said.ts'

const ONE = { words: 'the mayor', kind: 'official-other' } as const
const TWO = { words: 'the militia', kind: 'party-to-conflict' } as const

const NORTH = { name: 'Northland', country: 'XN', lat: 50, lon: 20, precision: 6, radiusM: 200_000 } as never
const SOUTH = { name: 'Southland', country: 'XS', lat: 40, lon: 20, precision: 6, radiusM: 200_000 } as never

/** The words of the claims that have a rival, in a text that the claims are found in. */
const rivals = (text: string, claims: readonly CaseClaim[]): readonly string[] => {
  const { incident } = caseRecords([{ id: 'd1', text: `${text} said the mayor, said the militia.`, claims }])
  return [...findRivals(listSaid(incident))].map(({ record }) => record.words[0]!)
}

it('takes two speakers as agreed where one names more places than the other', () => {
  const claims = [
    { attribute: 'place', words: 'Northland', by: ONE, mention: NORTH },
    { attribute: 'place', words: 'Southland', by: ONE, mention: SOUTH },
    { attribute: 'place', words: 'the north', by: TWO, mention: NORTH },
  ] as const
  expect(rivals('Northland and Southland, the north,', claims)).toEqual([])
})

it('marks places that cannot both be right', () => {
  const claims = [
    { attribute: 'place', words: 'Northland', by: ONE, mention: NORTH },
    { attribute: 'place', words: 'Southland', by: TWO, mention: SOUTH },
  ] as const
  expect(rivals('Northland, Southland,', claims)).toEqual(['Northland', 'Southland'])
})

it('takes a state and its forces as no rivals, and two armies as rivals', () => {
  const by = (actor: string, other: string) =>
    rivals('the soldiers, the troops,', [
      { attribute: 'perpetrator', words: 'the soldiers', by: ONE, mention: { kind: 'party', actor } as never },
      { attribute: 'perpetrator', words: 'the troops', by: TWO, mention: { kind: 'party', actor: other } as never },
    ])
  expect(by('north', 'north-forces')).toEqual([])
  expect(by('north', 'northwest')).toEqual(['the soldiers', 'the troops'])
})

it('takes a longer wording of the same as no rival', () => {
  const called = (one: string, two: string) =>
    rivals(`${one}, ${two},`, [
      { attribute: 'characterisation', words: one, by: ONE, value: { text: one } },
      { attribute: 'characterisation', words: two, by: TWO, value: { text: two } },
    ])
  expect(called('defensive strikes', 'precise defensive strikes')).toEqual([])
  expect(called('defensive strikes', 'a massacre')).toEqual(['defensive strikes', 'a massacre'])
})

it('still marks two figures that cannot both be right', () => {
  const claims = [
    { attribute: 'killed', words: '25 people', by: ONE, value: { low: 25, high: 25 } },
    { attribute: 'killed', words: '24 dead', by: TWO, value: { low: 24, high: 24 } },
  ] as const
  expect(rivals('25 people, 24 dead,', claims)).toEqual(['25 people', '24 dead'])
})
