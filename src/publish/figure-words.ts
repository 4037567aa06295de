import type { Figure, FigureAttribute, FigureWords } from '../model/claim.ts'

/** The ends of a figure; what a range of several figures has too. */
export type Ends = Pick<Figure, 'low' | 'high' | 'approximate'> & Readonly<{ words?: FigureWords | null }>

/** English groups thousands with a comma; the views are English until the interface is translated. */
export const numberWords = (n: number): string => n.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** What a figure says: `at least 25`, `dozens`, `about 20`, `up to 30`. A word such as "dozens" is never shown as a number. */
export const figureWords = ({ low, high, approximate, words = null }: Ends): string => {
  if (words) return words
  const about = approximate ? 'about ' : ''
  if (low === null && high === null) return 'a number not stated'
  if (low === null) return `up to ${numberWords(high!)}`
  if (high === null) return `${approximate ? 'about ' : 'at least '}${numberWords(low)}${approximate ? ' or more' : ''}`
  if (low === high) return low === 0 ? 'none' : `${about}${numberWords(low)}`
  if (low === 0) return `up to ${numberWords(high)}`
  return `${about}${numberWords(low)}–${numberWords(high)}`
}

/** The same, as short as a margin allows: `25+`, `~20`, `≤30`. */
export const figureShort = ({ low, high, approximate, words = null }: Ends): string => {
  if (words) return words
  const about = approximate ? '~' : ''
  if (low === null && high === null) return '?'
  if (low === null) return `≤${numberWords(high!)}`
  if (high === null) return `${about}${numberWords(low)}+`
  return low === high ? `${about}${numberWords(low)}` : `${about}${numberWords(low)}–${numberWords(high)}`
}

const NOUNS: Readonly<Record<FigureAttribute, string>> = {
  killed: 'killed',
  wounded: 'wounded',
  missing: 'missing',
  captured: 'captured',
  displaced: 'displaced',
  quantity: 'counted',
}

export const figureNoun = (attribute: FigureAttribute): string => NOUNS[attribute]
