import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { findCounts } from './counts.ts'
import { EXCLUSIONS, findCountable, findCountableIn } from './exclude.ts'
import { findQuantities, QUANTITY_RULES } from './rules.ts'
import { toWords } from './words.ts'

const language = loadLanguage()

const toContext = (text: string): Context => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, start: 0, end: text.length }]
  const document: Document = {
    id: 'd',
    title: null,
    standfirst: null,
    byline: null,
    published: null,
    url: null,
    language: 'en',
    issuer: { name: null, kind: 'unknown', from: null },
    version: null,
    text,
    passages,
  }
  return { document, parsed: readLanguage(text, passages, language), mentions: [], statements: [] }
}

const wordsOf = (text: string) => toWords(text, { start: 0, end: text.length })

/** A text with guillemets around what was found. */
const marked = (text: string, found: readonly { start: number; end: number }[]): string =>
  [...found]
    .sort((a, b) => b.start - a.start)
    .reduce((marks, { start, end }) => `${marks.slice(0, start)}«${marks.slice(start, end)}»${marks.slice(end)}`, text)
const plain = (text: string): string => text.replace(/[«»]/g, '')

describe.each(QUANTITY_RULES.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples)('reads %s', (example) => expect(marked(plain(example), rule.find(wordsOf(plain(example))))).toBe(example))
  it.each(rule.counterExamples)('leaves alone %s', (example) => expect(rule.find(wordsOf(example))).toEqual([]))
})

describe.each(EXCLUSIONS.map((exclusion) => [exclusion.name, exclusion] as const))('%s', (_, exclusion) => {
  const applies = (text: string): boolean => findQuantities(wordsOf(text)).some((quantity) => exclusion.applies(wordsOf(text), quantity))
  it.each(exclusion.examples)('leaves out %s', (example) => {
    expect(applies(example)).toBe(true)
    expect(findCountableIn(example)).toEqual([])
  })
  it.each(exclusion.counterExamples)('keeps %s', (example) => expect(applies(example)).toBe(false))
})

describe('how many', () => {
  const figures: readonly (readonly [string, readonly (number | null | boolean | string)[]])[] = [
    ['at least 25 people', [25, null, false, null]],
    ['25 or more people', [25, null, false, null]],
    ['25-plus people', [25, null, false, null]],
    ['between 45 and 50 people', [45, 50, false, null]],
    ['45-50 people', [45, 50, false, null]],
    ['more than 20 people', [21, null, false, null]],
    ['up to 30 people', [null, 30, false, null]],
    ['as many as 30 people', [null, 30, false, null]],
    ['fewer than 5 people', [null, 4, false, null]],
    ['about 20 people', [20, 20, true, null]],
    ['nearly 20 people', [20, 20, true, null]],
    ['a dozen people', [12, 12, true, null]],
    ['at least a dozen people', [12, null, false, null]],
    ['several people', [3, null, true, null]],
    ['dozens of people', [24, null, true, 'dozens']],
    ['scores of people', [40, null, true, 'scores']],
    ['hundreds of people', [200, null, true, 'hundreds']],
    ['thousands of people', [2000, null, true, 'thousands']],
    ['tens of thousands of people', [20000, null, true, 'thousands']],
    ['two hundred and five people', [205, 205, false, null]],
    ['TWENTY-FIVE PEOPLE', [25, 25, false, null]],
    ['1,200 people', [1200, 1200, false, null]],
    ['1.2 million people', [1200000, 1200000, false, null]],
    ['half a dozen people', [6, 6, true, null]],
    ['two to three hundred people', [200, 300, false, null]],
    ['at least 20 and possibly as many as 30 people', [20, 30, false, null]],
    ['a hundred thousand people', [100000, 100000, true, null]],
  ]
  it.each(figures)('%s', (text, [low, high, approximate, words]) => {
    expect(findCountable(wordsOf(text))).toMatchObject([{ low, high, approximate, words }])
  })
})

describe('what is counted', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Four nurses and two soldiers were hurt.', ['Four of nurse 4-4', 'two of soldier 2-2']],
    ['Dozens of villagers fled.', ['Dozens of villager 24-']],
    ['No casualties were reported.', ['No casualties of casualty 0-0']],
    ['A soldier was killed near Basra.', ['A soldier of soldier 1-1']],
    ['The blast killed civilians.', ['civilians of civilian 2-']],
    ['Nine of the dead were soldiers.', ['Nine of person 9-9']],
    ['Five others were wounded.', ['Five of person 5-5']],
    ['The visitors won 48-6.', []],
    ['In 1990, Highway 101 was 20 kilometres long.', []],
  ]
  it.each(cases)('%s', (text, expected) => {
    const found = findCounts(toContext(text)).map(
      ({ start, end, of, low, high }) => `${text.slice(start, end)} of ${of} ${low ?? ''}-${high ?? ''}`,
    )
    for (const reading of expected) expect(found).toContain(reading)
    if (expected.length === 0) expect(found.filter((reading) => /^\d/.test(reading))).toEqual([])
  })

  it('tells those already counted from others', () => {
    const text = 'The two men fled. Another five men were held. Two of the men died.'
    expect(
      findCounts(toContext(text))
        .filter(({ form }) => form === 'number')
        .map(({ relation }) => relation),
    ).toEqual(['definite', 'additional', 'part'])
  })
})

it('holds for every text: spans lie inside it, and a low end is never above a high one', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'at',
          'least',
          '25',
          '-',
          'to',
          'dozen',
          'a',
          'half',
          'of',
          'million',
          '1,2',
          'one',
          'hundred',
          'and',
          'or',
          'more',
          ',',
          '"',
          'people',
        ),
        { maxLength: 30 },
      ),
      (parts) => {
        const text = parts.join(' ')
        for (const { start, end, low, high } of findCountableIn(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high)
        }
      },
    ),
  )
})
