import { expect, test } from 'vitest'
import { figureShort, figureWords } from './figure-words.ts'

const figure = (low: number | null, high: number | null, approximate = false) => ({ low, high, approximate })

test.each([
  [figure(25, null), 'at least 25', '25+'],
  [figure(24, 24), '24', '24'],
  [figure(45, 50), '45–50', '45–50'],
  [figure(null, 30), 'up to 30', '≤30'],
  [figure(20, 20, true), 'about 20', '~20'],
  [figure(0, 0), 'none', '0'],
  [figure(2, null), 'at least 2', '2+'],
  [figure(6000, 6000), '6,000', '6,000'],
  [{ ...figure(24, null, true), words: 'dozens' as const }, 'dozens', 'dozens'],
])('%o is worded %s, and %s where there is little room', (value, words, short) => {
  expect(figureWords(value)).toBe(words)
  expect(figureShort(value)).toBe(short)
})
