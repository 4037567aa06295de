import { expect, it } from 'vitest'
import { timeTicks, toDay, toIso, toLanes } from './timeline-scale.ts'

const labels = (from: string, to: string, wanted = 8): readonly string[] =>
  timeTicks(toDay(from), toDay(to), wanted).map(({ label }) => label)

it('marks days, months or years, whichever are few enough', () => {
  expect(labels('2019-12-27', '2019-12-30')).toEqual(['27 Dec 2019', '28 Dec', '29 Dec', '30 Dec'])
  expect(labels('2019-11-15', '2020-03-20')).toEqual(['Dec 2019', 'Jan 2020', 'Feb', 'Mar'])
  expect(labels('1990-06-01', '2024-01-02')).toEqual(['1995', '2000', '2005', '2010', '2015', '2020'])
})

it('goes from a day to its number and back', () => expect(toIso(toDay('2020-02-29'))).toBe('2020-02-29'))

it('puts bars that would meet into lanes of their own', () => {
  const bar = (item: string, left: number, room: number) => ({ item, left, width: 6, room })
  const { bars, lanes } = toLanes([bar('a', 0, 50), bar('b', 20, 50), bar('c', 70, 50)])
  expect(bars.map(({ item, lane }) => [item, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ])
  expect(lanes).toBe(2)
})
