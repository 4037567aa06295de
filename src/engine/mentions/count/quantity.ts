import type { FigureWords } from '../../../model/claim.ts'
import { readCardinal } from './cardinal.ts'
import type { Word } from './words.ts'

/** How a quantity was put: what later stages need beside its bounds. */
export type QuantityForm =
  | 'number'
  | 'range'
  | 'bound'
  | 'word'
  | 'vague'
  | 'none'
  | 'all'
  | 'fraction'
  | 'indefinite'
  | 'definite'
  | 'bare-plural'
  | 'pair'

/** A stretch of words that says how many. */
export type Quantity = Readonly<{
  from: number
  next: number
  low: number | null
  high: number | null
  approximate: boolean
  words: FigureWords | null
  form: QuantityForm
  /** Of a whole named elsewhere: "half of them". */
  fraction: number | null
  /** "the two" speaks of those already counted, "another five" of others. */
  relation: 'definite' | 'additional' | null
}>

/** A number or a word such as "dozens", before any "at least" is applied. */
export type Amount = Pick<Quantity, 'next' | 'approximate' | 'words' | 'form'> & Readonly<{ low: number; high: number | null }>

const COLLECTIVES: ReadonlyMap<string, readonly [low: number, words: FigureWords]> = new Map([
  ['tens', [20, 'tens']],
  ['dozens', [24, 'dozens']],
  ['scores', [40, 'scores']],
  ['hundreds', [200, 'hundreds']],
  ['thousands', [2000, 'thousands']],
])
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['hundreds', 100],
  ['thousands', 1000],
  ['millions', 1e6],
])
const FEW: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['few', 3],
  ['many', 3],
  ['numerous', 3],
  ['multiple', 2],
  ['various', 3],
  ['countless', 24],
])
const SCALE_WORDS: ReadonlyMap<string, readonly [number, FigureWords]> = new Map([
  ['dozen', [12, 'dozens']],
  ['score', [20, 'scores']],
  ['hundred', [100, 'hundreds']],
  ['thousand', [1000, 'thousands']],
])

const readCollective = (words: readonly Word[], at: number): Amount | undefined => {
  const lower = words[at]?.lower ?? ''
  const multiple = words[at + 1]?.lower === 'of' ? MULTIPLES.get(words[at + 2]?.lower ?? '') : undefined
  if (multiple !== undefined && (lower === 'tens' || lower === 'dozens' || lower === 'hundreds')) {
    const low = (lower === 'tens' ? 20 : lower === 'dozens' ? 24 : 200) * multiple
    return { next: at + 3, low, high: null, approximate: true, words: multiple === 100 ? 'hundreds' : 'thousands', form: 'word' }
  }
  if (lower === 'millions') return { next: at + 1, low: 2e6, high: null, approximate: true, words: null, form: 'word' }
  const plain = COLLECTIVES.get(lower)
  return plain && { next: at + 1, low: plain[0], high: null, approximate: true, words: plain[1], form: 'word' }
}

const readFew = (words: readonly Word[], at: number): Amount | undefined => {
  const start = words[at]?.lower === 'a' ? at + 1 : at
  const lower = words[start]?.lower ?? ''
  if (start > at) {
    if (lower === 'handful') return { next: start + 1, low: 3, high: null, approximate: true, words: null, form: 'vague' }
    if (lower === 'couple' || lower === 'pair' || lower === 'duo') {
      // "a couple" on its own is man and wife; "a couple of dozen" is a number of dozens.
      const scale = words[start + 1]?.lower === 'of' ? SCALE_WORDS.get(words[start + 2]?.lower ?? '') : undefined
      if (scale) return { next: start + 3, low: 2 * scale[0], high: 2 * scale[0], approximate: true, words: null, form: 'number' }
      return { next: start + 1, low: 2, high: 2, approximate: false, words: null, form: 'pair' }
    }
    if (lower === 'trio') return { next: start + 1, low: 3, high: 3, approximate: false, words: null, form: 'pair' }
    if ((lower === 'number' || lower === 'series' || lower === 'group') && words[start + 1]?.lower === 'of')
      return lower === 'number' ? { next: start + 2, low: 2, high: null, approximate: true, words: null, form: 'vague' } : undefined
    if (lower !== 'few') return undefined
  }
  const low = FEW.get(lower)
  if (low === undefined) return undefined
  const scale = lower === 'several' || lower === 'few' || lower === 'many' ? SCALE_WORDS.get(words[start + 1]?.lower ?? '') : undefined
  if (scale) return { next: start + 2, low: 3 * scale[0], high: null, approximate: true, words: scale[1], form: 'word' }
  return { next: start + 1, low, high: null, approximate: true, words: null, form: 'vague' }
}

/** Reads a bare amount: "25", "two dozen", "dozens", "tens of thousands", "several hundred", "a few". */
export const readAmount = (words: readonly Word[], at: number): Amount | undefined => {
  const few = readFew(words, at)
  if (few) return few
  const collective = readCollective(words, at)
  if (collective) return collective
  const cardinal = readCardinal(words, at)
  return (
    cardinal && { next: cardinal.next, low: cardinal.value, high: cardinal.value, approximate: cardinal.round, words: null, form: 'number' }
  )
}

/** Whether the words at a place are those of a phrase. */
export const reads = (words: readonly Word[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, offset) => words[at + offset]?.lower === word)

/** The longest of the phrases that stands at a place; phrases are listed longest first. */
export const findPhrase = (words: readonly Word[], at: number, phrases: readonly (readonly string[])[]): number => {
  for (const phrase of phrases) if (reads(words, at, phrase)) return phrase.length
  return 0
}

export const phrases = (...texts: readonly string[]): readonly (readonly string[])[] =>
  texts.map((text) => text.split(' ')).sort((a, b) => b.length - a.length)
