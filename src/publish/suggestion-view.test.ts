import { expect, it } from 'vitest'
import type { IncidentCard } from '../model/record.ts'
import { CARD } from './records.case.ts'
import { toSuggestionListView } from './suggestion-view.ts'

const card = (id: string, day: string | null, lat: number | null, low: number | null): IncidentCard => ({
  ...CARD,
  id,
  date: day === null ? null : { from: day, to: day, values: [day] },
  place: lat === null ? null : { name: 'Velik', country: 'XX', lat, lon: 20, precision: 1, radiusM: null },
  tolls: low === null ? {} : { killed: { low, high: low, approximate: false, claims: 1 } },
})

const words = (a: IncidentCard, b: IncidentCard): string =>
  toSuggestionListView({ items: [{ incidents: [a, b], score: 0.4, because: [], answer: null }], next: null }).suggestions[0]!.words

it('says why two incidents may be the same', () => {
  expect(words(card('a', '2021-05-03', 48, 24), card('b', '2021-05-03', 48.027, 25))).toBe(
    'may be the same: same day, 3 km apart, tolls 24 and 25',
  )
  expect(words(card('a', '2021-05-03', 48, 24), card('b', '2021-05-04', 48, 24))).toBe(
    'may be the same: a day apart, same place, both 24 killed',
  )
})

it('says what is not known, and takes it for no difference', () => {
  expect(words(card('a', null, null, null), card('b', '2021-05-03', 48, 25))).toBe(
    'may be the same: day not known for both, place not known for both, one toll known',
  )
})
