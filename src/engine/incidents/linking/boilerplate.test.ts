import { expect, it } from 'vitest'
import { findBoilerplate } from './boilerplate.ts'

const document = (published: string | null, ...keys: readonly number[]) => ({ published, lines: keys.map((key) => ({ key })) })

it('a line that comes back after weeks is boilerplate, one reprinted within days is not', () => {
  const found = findBoilerplate([document('2021-03-01', 1, 2), document('2021-03-03', 2, 3), document('2021-06-01', 1, 3)])
  expect([...found].sort()).toEqual([1, 3])
})

it('without dates a line must stand in many documents', () => {
  expect(findBoilerplate(Array.from({ length: 5 }, () => document(null, 1))).size).toBe(0)
  expect(findBoilerplate(Array.from({ length: 6 }, () => document(null, 1, 1))).size).toBe(1)
})
