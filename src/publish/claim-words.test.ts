import { expect, test } from 'vitest'
import { indexMentions, scopeWords } from './claim-words.ts'

const index = indexMentions([])

test.each([
  [{ places: ['Iraq'], sites: 3, text: 'three US\nairstrikes' }, 'in three US airstrikes in Iraq'],
  [{ places: ['Iraq'], sites: 3 }, 'at 3 sites in Iraq'],
  [{ places: ['Derna', 'Sirte'], sites: null }, 'in Derna and Sirte'],
  [{ places: ['the country'], sites: null }, 'in the country'],
])('%o is worded %s', (scope, words) => {
  expect(scopeWords(index, 'd', scope)).toBe(words)
})
