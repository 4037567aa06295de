import { expect, it } from 'vitest'
import { toCompareView } from './compare-view.ts'
import { velik } from './velik.case.ts'

const { incident, documents } = velik()
const compare = (a: string, b: string) =>
  toCompareView(incident, documents.find(({ id }) => id === a)!, documents.find(({ id }) => id === b)!)

it('finds a reprint the same in every row, and its text copied', () => {
  const view = compare('d1', 'd2')
  expect(new Set(view.rows.map(({ relation }) => relation))).toEqual(new Set(['same']))
  expect(view.share).toBe(100)
  expect(view.left.passages.some(({ pieces }) => pieces.some(({ isShared }) => isShared))).toBe(true)
})

it('says what differs and what only one account has', () => {
  const { rows } = compare('d1', 'd3')
  expect(rows.find(({ id }) => id === 'killed')?.relation).toBe('differs')
  expect(rows.find(({ id }) => id === 'wounded')?.relation).toBe('only-left')
})

it('leaves comments out of what is compared', () => {
  const { right } = compare('d1', 'd4')
  expect(right.passages.map(({ kind }) => kind)).not.toContain('comment')
})
