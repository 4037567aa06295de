import { expect, it, test } from 'vitest'
import { daysWords, toIncidentListView } from './incident-list-view.ts'
import { velik } from './velik.case.ts'

test.each([
  ['2019-12-29', '2019-12-29', '29 Dec 2019'],
  ['2019-12-28', '2019-12-29', '28–29 Dec 2019'],
  ['2019-12-01', '2019-12-31', 'Dec 2019'],
  ['2020-02-01', '2020-02-29', 'Feb 2020'],
  ['2019-01-01', '2019-12-31', '2019'],
  ['2019-11-30', '2019-12-02', '30 Nov – 2 Dec 2019'],
  ['2019-12-31', '2020-01-01', '31 Dec 2019 – 1 Jan 2020'],
])('the days from %s to %s are written %s', (from, to, words) => expect(daysWords(from, to)).toBe(words))

it('gives a line its toll as text and as the ends of a bar', () => {
  const { incidents } = toIncidentListView({ items: [velik().incident.card], next: null })
  expect(incidents[0]?.killed).toEqual({ low: 24, high: null, words: 'at least 24', short: '24+' })
  expect(incidents[0]?.differs).toEqual(['killed'])
})
