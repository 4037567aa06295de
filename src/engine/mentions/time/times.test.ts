import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { findTimes, TIME_RULES, traceTimes } from './times.ts'

const language = loadLanguage()

const toContext = (text: string, published: string | null): Context => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, start: 0, end: text.length }]
  const document: Document = {
    id: 'd',
    title: null,
    standfirst: null,
    byline: null,
    published,
    url: null,
    language: 'en',
    issuer: { name: null, kind: 'unknown', from: null },
    version: null,
    text,
    passages,
  }
  return { document, parsed: readLanguage(text, passages, language), mentions: [], statements: [] }
}

/** A text with guillemets around what is to be found, and what it is worth. */
const read = (text: string, found: readonly { start: number; end: number; value?: string | null }[]): string => {
  let out = ''
  let at = 0
  for (const { start, end } of found) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return out + text.slice(at)
}

// a Wednesday
const PUBLISHED = '2020-01-08'

const CASES: readonly (readonly [marked: string, ...values: (string | null)[]])[] = [
  ['The raid began on «Dec. 29, 2019».', '2019-12-29'],
  ['The raid began on «29 December».', '2019-12-29'],
  ['Shells fell on «Dec. 29» and «Jan. 3».', '2019-12-29', '2020-01-03'],
  ['SITUATION AS OF «5 JAN 90».', '1990-01-05'],
  ['Dated «12/29/2019» and «2019-12-30».', '2019-12-29', '2019-12-30'],
  ['Two soldiers died on «Sunday».', '2020-01-05'],
  ['Two soldiers died on «Wednesday».', '2020-01-08'],
  ['The court will meet on «Friday».', '2020-01-10'],
  ['The talks are scheduled for «Monday».', '2020-01-13'],
  ['They left «last Thursday» and return «next Tuesday».', '2020-01-02', '2020-01-14'],
  ['A house was hit «yesterday»; another fell «today».', '2020-01-07', '2020-01-08'],
  ['The town was shelled «last night».', '2020-01-07TNI'],
  ['The siren sounded on «Sunday morning».', '2020-01-05TMO'],
  ['Gunmen struck at about «6 p.m. Monday».', '2020-01-06T18:00'],
  ['Gunmen struck «Monday at 6:30 p.m.», police said.', '2020-01-06T18:30'],
  ['The blast came at «18:45» on Sunday.'.replace('«18:45» on Sunday', '«18:45 on Sunday»'), '2020-01-05T18:45'],
  ['He was shot on «Jan. 2». He died «two days later».', '2020-01-02', '2020-01-04'],
  ['He was shot on «Jan. 2». «The previous evening», he had met friends.', '2020-01-02', '2020-01-01TEV'],
  ['He was shot on «Jan. 2». «The night before», he had met friends.', '2020-01-02', '2020-01-01TNI'],
  ['It stood empty «three weeks ago».', '2019-W51'],
  ['It was closed «last week» and «last weekend».', '2020-W01', '2020-W01-WE'],
  ['Fighting resumed «earlier this week».', '2020-W02'],
  ['Prices rose in «September».', '2019-09'],
  ['The vote is due in «March».', '2020-03'],
  ['He came «last November».', '2019-11'],
  ['It began in «July 1997» and ended in «1999».', '1997-07', '1999'],
  ['In the «1990s» it was calm.', '199X'],
  ['The siege lasted «three days».', 'P3D'],
  ['A «two-hour» meeting followed.', 'PT2H'],
  ['They meet «every day» and on «Mondays».', 'P1D', 'XXXX-WXX-1'],
  ['Calm has «recently» returned.', 'PAST_REF'],
  ['Sales fell in «the third quarter of 1990».', '1990-Q3'],
]

const NOTHING = [
  'They may march on the town, and the second man sat down.',
  'A 12-year-old boy and a man of 40 were hit.',
  'The Sunday Times reported it.',
  'Some 2000 people fled; about 1430 came back.',
  'The fall of the city was a blow.',
  'Bloody Sunday changed the city.',
]

describe('findTimes', () => {
  it.each(CASES.map(([marked, ...values]) => ({ marked, values })))('$marked', ({ marked, values }) => {
    const text = marked.replace(/[«»]/g, '')
    const found = findTimes(toContext(text, PUBLISHED))
    expect(read(text, found)).toBe(marked)
    expect(found.map(({ value }) => value)).toEqual(values)
  })

  it.each(NOTHING)('finds nothing in: %s', (text) => {
    expect(read(text, findTimes(toContext(text, PUBLISHED)))).toBe(text)
  })

  it('guesses nothing where the document has no date', () => {
    const values = (text: string): (string | null)[] => findTimes(toContext(text, null)).map(({ value }) => value)
    expect(values('He was hit on Sunday.')).toEqual([null])
    expect(values('He was hit on Sunday night, and died yesterday.')).toEqual([null, null])
    expect(values('He was hit on Dec 29, 2019.')).toEqual(['2019-12-29'])
    expect(values('He was hit on December 29.')).toEqual(['XXXX-12-29'])
    expect(values('He died two days later.')).toEqual([null])
  })

  it('says what was taken from the document and gives days', () => {
    const [time] = findTimes(toContext('He was hit on Dec. 29 at dawn.', PUBLISHED))
    expect(time).toMatchObject({ assumed: ['year'], from: '2019-12-29', to: '2019-12-29', part: 'dawn', type: 'TIME' })
    const [week] = findTimes(toContext('It fell last week.', PUBLISHED))
    expect(week).toMatchObject({ from: '2019-12-30', to: '2020-01-05' })
  })

  it('never throws and never overlaps', () => {
    const words = [
      'Dec.',
      '29',
      ',',
      '2019',
      'Sunday',
      'the',
      'two',
      'days',
      'later',
      'at',
      '6',
      'p.m.',
      '-',
      'of',
      'last',
      '1/2',
      ':',
      'early',
      "'90s",
      'third',
      'quarter',
      '٣',
      '\u202e',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        const found = traceTimes(toContext(text, PUBLISHED))
        found.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe.each(TIME_RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
  it.each(rule.examples)('%s', (marked) => {
    const text = marked.replace(/[«»]/g, '')
    expect(read(text, rule.find(toContext(text, PUBLISHED)))).toBe(marked)
  })
  it.each(rule.counterExamples)('not in: %s', (text) => {
    expect(read(text, rule.find(toContext(text, PUBLISHED)))).toBe(text)
  })
})
