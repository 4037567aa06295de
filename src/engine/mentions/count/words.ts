import type { Span } from '../../../model/span.ts'

/**
 * A word, a run of digits or a single sign. Coarser questions ("is this a count?") are asked of these rather than of the language
 * core's tokens, because what decides is often how signs are glued: "45-50 people", "AK-47", "20-year-old", "48-6".
 */
export type Word = Span &
  Readonly<{
    text: string
    lower: string
    /** No white space before it. */
    glued: boolean
    /** The number its digits write; null for words and for digits that are not one number ("1,2"). */
    digits: number | null
    kind: 'letters' | 'digits' | 'sign'
  }>

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\S/gu
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const PLAIN = /^\d+(?:\.\d+)?$/

/** Longer runs of digits are identifiers, never quantities of people or things. */
const MAX_DIGITS = 12

const toDigits = (text: string): number | null => {
  // A leading zero is that of a code or a telephone number.
  if (text.length > MAX_DIGITS || /^0\d/.test(text)) return null
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''))
  return PLAIN.test(text) ? Number(text) : null
}

/** The words of `text` between two offsets, in order. */
export const toWords = (text: string, { start, end }: Span): readonly Word[] => {
  const words: Word[] = []
  let last = -1
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index
    const [word] = match
    const first = word.charCodeAt(0)
    const isDigit = first >= 48 && first <= 57
    const kind = isDigit ? 'digits' : /^[\p{L}\p{M}]/u.test(word) ? 'letters' : 'sign'
    words.push({
      start: at,
      end: at + word.length,
      text: word,
      lower: word.toLowerCase(),
      glued: at === last,
      digits: isDigit ? toDigits(word) : null,
      kind,
    })
    last = at + word.length
  }
  return words
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '‐', '‑', '–', '—'])
export const isHyphen = (word: Word | undefined): boolean => word !== undefined && HYPHENS.has(word.text)
