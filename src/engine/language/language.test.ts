import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../assets/language.ts'
import type { Passage } from '../../model/passage.ts'
import { type Language, readLanguage, readWords } from './language.ts'
import type { ParsedText, Token } from './parsed.ts'

const language = loadLanguage()
const wholeOf = (text: string): Passage => ({ id: 'p1', kind: 'paragraph', start: 0, end: text.length })
const read = (text: string): ParsedText => readLanguage(text, [wholeOf(text)], language)
const at = (parsed: ParsedText, word: string): Token => parsed.tokens.find(({ text }) => text === word)!
const headOf = (parsed: ParsedText, word: string): string | undefined => parsed.tokens[at(parsed, word).head]?.text

describe('readLanguage', () => {
  it('tags, parses and names a report', () => {
    const parsed = read('Five soldiers were killed by gunmen near Kirkuk on Sunday, General Ahmed Salim told Reuters.')
    expect(at(parsed, 'killed')).toMatchObject({ upos: 'VERB', xpos: 'VBN', lemma: 'kill' })
    expect(at(parsed, 'soldiers')).toMatchObject({ upos: 'NOUN', lemma: 'soldier', deprel: 'nsubj:pass' })
    expect(headOf(parsed, 'soldiers')).toBe('killed')
    expect(headOf(parsed, 'gunmen')).toBe('killed')
    expect(at(parsed, 'gunmen').deprel).toBe('obl:agent')
    expect(at(parsed, 'Kirkuk').name).toBe('B-LOC')
    expect([at(parsed, 'Ahmed').name, at(parsed, 'Salim').name]).toEqual(['B-PER', 'I-PER'])
  })

  it('reads a text in capitals as well', () => {
    const parsed = read('TWO PEASANTS WERE KILLED BY REBELS IN THE NORTH OF EL SALVADOR. THE ARMY DENIED IT.')
    expect(parsed.sentences).toHaveLength(2)
    expect(at(parsed, 'KILLED')).toMatchObject({ xpos: 'VBN', lemma: 'kill' })
    expect(headOf(parsed, 'PEASANTS')).toBe('KILLED')
    expect(headOf(parsed, 'ARMY')).toBe('DENIED')
    expect([at(parsed, 'EL').name, at(parsed, 'SALVADOR').name]).toEqual(['B-LOC', 'I-LOC'])
  })

  it('leaves comments and page furniture unread, and keeps every token in its passage', () => {
    const text = 'The army left. Nonsense! Read more. They came back.'
    const passages: Passage[] = [
      { id: 'p1', kind: 'paragraph', start: 0, end: 14 },
      { id: 'p2', kind: 'comment', start: 15, end: 24 },
      { id: 'p3', kind: 'other', start: 25, end: 35 },
      { id: 'p4', kind: 'quote', start: 36, end: 51 },
    ]
    const parsed = readLanguage(text, passages, language)
    expect(parsed.sentences.map(({ start, end, passage }) => [passage, text.slice(start, end)])).toEqual([
      ['p1', 'The army left.'],
      ['p4', 'They came back.'],
    ])
  })

  it.each([
    ['Tajikistan said a drone struck a mosque and killed 12 people.', 'killed', 'struck'],
    ['The ministry said a shell struck a house and wounded two guards.', 'wounded', 'struck'],
    ['The minister said a drone struck a mosque, and he blamed the army.', 'blamed', 'said'],
  ])('joins deeds to what is said: %s', (text, deed, head) => {
    expect(headOf(read(text), deed)).toBe(head)
  })

  it('reads the same words in the same way whatever else is read with them', () => {
    const alone = read('The rebels shelled the town.')
    const among = read('Nobody was hurt. The rebels shelled the town. It rained.')
    const facts = (tokens: readonly Token[]) => tokens.map(({ text, xpos, deprel, name }) => [text, xpos, deprel, name])
    expect(facts(among.tokens.slice(4, 10))).toEqual(facts(alone.tokens))
  })

  it('gives exact slices and whole trees for any text', () => {
    const words = fc.constantFrom(
      'Ali',
      'the',
      'was',
      'KILLED',
      '3',
      '.',
      ',',
      '"',
      '\n\n',
      'U.S.',
      '’s',
      '😀',
      '\u0301',
      'n’t',
      '(',
      'http://a.b/c',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const parsed = read(text)
          let end = 0
          for (const token of parsed.tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text)
            expect(token.start).toBeGreaterThanOrEqual(end)
            end = token.end
          }
          for (const { first, last } of parsed.sentences) {
            const own = parsed.tokens.slice(first, last)
            expect(own.filter(({ head }) => head === -1)).toHaveLength(1)
            for (const { head } of own) if (head !== -1) expect(head >= first && head < last).toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('does ten times the work for ten times the text, however it is written', () => {
    for (const piece of ['Six men were killed near the old bridge. ', 'word ', 'a,', '((', 'x.y-']) {
      expect(workFor(piece.repeat(1_500)) / workFor(piece.repeat(150))).toBeLessThan(11)
    }
  })
})

/** Multiplications done in the net while a text is read. */
const workFor = (text: string): number => {
  let work = 0
  const { net } = language.model
  const { kernel } = net
  const counting: Language = {
    ...language,
    model: {
      ...language.model,
      net: {
        ...net,
        kernel: {
          ...kernel,
          multiply: (a, b, c, m, k, n) => {
            work += m * k * n
            kernel.multiply(a, b, c, m, k, n)
          },
          multiplyWhole: (a, b, c, m, k, n, factors) => {
            work += 2 * m * k * n
            kernel.multiplyWhole(a, b, c, m, k, n, factors)
          },
        },
      },
    },
  }
  readLanguage(text, [wholeOf(text)], counting)
  return work
}

describe('readWords', () => {
  it('takes a sentence as words, of any length', () => {
    expect(readWords(['They', 'left', '.'], language).map(({ start, xpos }) => [start, xpos])).toEqual([
      [0, 'PRP'],
      [5, 'VBD'],
      [10, '.'],
    ])
    expect(
      readWords(
        Array.from({ length: 700 }, () => 'word'),
        language,
      ),
    ).toHaveLength(700)
    expect(readWords([], language)).toEqual([])
  })
})
