import { expect, it } from 'vitest'
import { fromCursor, toCursor, toLimit, toPage } from './paging.ts'

it('carries a place in a cursor that fits an address', () => {
  const place = ['2021-03-04', null, 7] as const
  expect(toCursor(place)).toMatch(/^[\w-]+$/)
  expect(fromCursor(toCursor(place), 3)).toEqual(place)
})

it.each(['', 'x', '[]', toCursor([1]), toCursor([{} as never, 1]), Buffer.from('{"a":1}').toString('base64url')])(
  'refuses the cursor %s',
  (cursor) => {
    expect(() => fromCursor(cursor, 2)).toThrow('not a cursor')
  },
)

it.each([0, -1, 501, 1.5, Number.NaN])('refuses a page of %d', (limit) => {
  expect(() => toLimit(limit)).toThrow('limit')
})

it('says where the next page starts only when there is one', () => {
  const place = (n: number) => [n]
  expect(toPage([1, 2, 3], 2, String, place)).toEqual({ items: ['1', '2'], next: toCursor([2]) })
  expect(toPage([1, 2], 2, String, place).next).toBeNull()
})
