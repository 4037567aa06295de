import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { CARD, type CaseClaim, caseRecords } from './records.case.ts'
import { listSaid } from './said.ts'
import { namedWords, victimViews } from './victim-view.ts'

const TEXT =
  'Mohammed Khalil, 40, a baker. Muhammad Khalil was a father. Sara Khalil, 12. A shepherd. Mohamed Khalil, 19, a student. the mayor, the hospital'
const victim = (words: string, value: Readonly<Record<string, unknown>>, named = true): CaseClaim => ({
  attribute: 'victim',
  words,
  value: { fate: 'killed', ...value },
  mention: { type: 'person', named } as never,
})
const record = caseRecords([
  {
    id: 'd1',
    text: TEXT,
    claims: [
      victim('Mohammed Khalil', { age: 40, occupation: 'baker' }),
      victim('Muhammad Khalil', { sex: 'male' }),
      victim('Sara Khalil', { age: 12, band: 'child' }),
      victim('A shepherd', {}, false),
      victim('Mohamed Khalil', { age: 19 }),
    ],
  },
]).incident
const views = (judgements: readonly Judgement[] = []) => victimViews({ ...record, judgements }, listSaid(record))

it('puts spellings of one name together, and tells persons of one name by age', () => {
  expect(views().map(({ name, names, age }) => [name, names.length, age.map(({ value }) => value)])).toEqual([
    ['Mohammed Khalil', 2, ['40']],
    ['Sara Khalil', 1, ['12']],
    ['Mohamed Khalil', 1, ['19']],
  ])
})

it('holds every detail as somebody’s claim, and asks about relatives', () => {
  const [first] = views()
  expect(first).toMatchObject({ occupation: [{ value: 'baker', claim: 'd1-c1', document: 1 }], sex: [{ value: 'male', claim: 'd1-c2' }] })
  expect(first!.maybeSame).toContain(views()[1]!.key)
})

it('takes a person’s word on two of them', () => {
  const [a, b] = views()
  const pair = [a!.key, b!.key].sort()
  const base = {
    id: 'j',
    target: CARD.id,
    value: { of: 'victims', pair },
    by: 'ana',
    at: '2024-01-01T00:00:00Z',
    why: null,
    withdrawn: null,
  }
  expect(views([{ ...base, kind: 'same' }])).toHaveLength(2)
  expect(views([{ ...base, kind: 'different' }])[0]!.maybeSame).not.toContain(b!.key)
})

it('says how many of a toll are known by name, and adds none of them to it', () => {
  expect(namedWords(views(), '24–25+')).toBe('3 named of 24–25+')
  expect(namedWords([], '24–25+')).toBeNull()
})
