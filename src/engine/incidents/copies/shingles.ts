import type { Document } from '../../../model/document.ts'
import { isEvidenceBearing } from '../../../model/passage.ts'
import { wordsOf } from '../../../model/span.ts'

/** A text as its overlapping three-word stretches. `hashes` has one per stretch, repeats left out. */
export type Shingles = Readonly<{
  hashes: ReadonlySet<number>
  /** Stretches that hold figures: the stretch without its figures, and the figures it was found with. */
  figures: ReadonlyMap<number, ReadonlySet<string>>
}>

/** Words of a stretch: the usual size for reprints; two finds set phrases, four loses light rewrites. */
const WIDTH = 3
/** A text is compared by its first words only: more than any article has, and a bound on hostile input. */
const MOST_WORDS = 20_000

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens scores hundreds thousands'
  ).split(' '),
)
const isFigure = (word: string): boolean => /^\d/.test(word) || NUMBER_WORDS.has(word)

/** FNV-1a over UTF-16 code units, then a final mix (MurmurHash3) so that low bits are as good as high ones. */
export const hashOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The part of a document that can be copied: no comments, no page furniture. */
export const copyableText = ({ text, passages }: Pick<Document, 'text' | 'passages'>): string => {
  const parts = passages.filter(isEvidenceBearing).map((passage) => wordsOf(text, passage))
  return parts.length > 0 ? parts.join('\n') : text
}

/** What ends a sentence, or an item of a list. */
const BOUNDARY = /[.!?;:]|\n\s{0,20}\n/
const LONGEST_GAP = 40

/** The shingles of a text; punctuation and case do not count. */
export const shinglesOf = (text: string): Shingles => {
  const hashes = new Set<number>()
  const figures = new Map<number, Set<string>>()
  const window: string[] = []
  let words = 0
  const lower = text.toLowerCase()
  let end = 0
  /** Words since the sentence began. */
  let inSentence = 0
  for (const { 0: word, index } of lower.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)?/gu)) {
    if (++words > MOST_WORDS) break
    inSentence = BOUNDARY.test(lower.slice(end, Math.min(index, end + LONGEST_GAP))) ? 1 : inSentence + 1
    end = index + word.length
    window.push(word)
    if (window.length > WIDTH) window.shift()
    if (window.length < WIDTH) continue
    hashes.add(hashOf(window.join(' ')))
    const numbers = window.filter(isFigure)
    // Two figures in three words leave nothing to recognise the stretch by.
    // What the next sentence begins with belongs to no figure of this one: sentences change places.
    if (numbers.length !== 1 || inSentence < WIDTH) continue
    const frame = hashOf(window.map((one) => (isFigure(one) ? '#' : one)).join(' '))
    const seen = figures.get(frame)
    if (seen) seen.add(numbers[0]!)
    else figures.set(frame, new Set(numbers))
  }
  return { hashes, figures }
}
