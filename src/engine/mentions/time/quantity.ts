import { isDash, isGlued, type Line, numAt, wordAt } from './piece.ts'
import { DURATION_CODE, NUMBERS, type Unit } from './words.ts'

/** How many: null where the words name no number ("several", "a few"). */
export type Quantity = Readonly<{ n: number | null; to: number; vague: boolean }>

const TENS_FROM = 20
const VAGUE = new Set(['several', 'some', 'many', 'few', 'numerous', 'various'])

const wordNumber = (line: Line, at: number): Quantity | undefined => {
  const first = NUMBERS.get(wordAt(line, at))
  if (first === undefined) return undefined
  let n = first
  let to = at + 1
  if (first >= TENS_FROM) {
    const ones = NUMBERS.get(wordAt(line, isDash(line, to) ? to + 1 : to))
    if (ones !== undefined && ones > 0 && ones < 10) {
      n += ones
      to += isDash(line, to) ? 2 : 1
    }
  }
  if (wordAt(line, to) === 'hundred') return { n: n * 100, to: to + 1, vague: false }
  if (wordAt(line, to) === 'thousand') return { n: n * 1000, to: to + 1, vague: false }
  return { n, to, vague: false }
}

const digitNumber = (line: Line, at: number): Quantity | undefined => {
  let n = numAt(line, at)
  // a bare figure of four digits from 1900 on is a year ("the 1988 quarter")
  if (n < 0 || (n >= 1900 && n < 2100 && line.pieces[at]!.text.length === 4)) return undefined
  let to = at + 1
  while (
    wordAt(line, to) === ',' &&
    isGlued(line, to) &&
    isGlued(line, to + 1) &&
    line.pieces[to + 1]?.text.length === 3 &&
    numAt(line, to + 1) >= 0
  ) {
    n = n * 1000 + numAt(line, to + 1)
    to += 2
  }
  if (wordAt(line, to) === '.' && isGlued(line, to) && isGlued(line, to + 1) && numAt(line, to + 1) >= 0) {
    n += Number(`0.${line.pieces[to + 1]!.text}`)
    to += 2
  }
  if (numAt(line, to) === 1 && wordAt(line, to + 1) === '/' && numAt(line, to + 2) === 2) return { n: n + 0.5, to: to + 3, vague: false }
  return { n, to, vague: false }
}

/** "two", "24", "5 1/2", "a", "a couple of", "several", "a few", "half an", "a hundred", "two more". */
export const quantityAt = (line: Line, at: number): Quantity | undefined => {
  const word = wordAt(line, at)
  const next = wordAt(line, at + 1)
  const more = (q: Quantity | undefined): Quantity | undefined =>
    q && ['more', 'full', 'straight', 'consecutive', 'long', 'whole', 'other', 'additional'].includes(wordAt(line, q.to))
      ? { ...q, to: q.to + 1 }
      : q
  if (word === 'a' || word === 'an') {
    if (next === 'couple') return { n: 2, to: wordAt(line, at + 2) === 'of' ? at + 3 : at + 2, vague: false }
    if (next === 'few') return { n: null, to: at + 2, vague: true }
    if (next === 'dozen') return { n: 12, to: at + 2, vague: false }
    if (next === 'hundred') return { n: 100, to: at + 2, vague: false }
    if (next === 'thousand') return { n: 1000, to: at + 2, vague: false }
    if (next === 'half' && !isGlued(line, at + 1)) return { n: 0.5, to: isDash(line, at + 2) ? at + 3 : at + 2, vague: false }
    return more({ n: 1, to: at + 1, vague: false })
  }
  if (word === 'half' && (next === 'a' || next === 'an')) return { n: 0.5, to: at + 2, vague: false }
  if (VAGUE.has(word)) return { n: null, to: word === 'few' && next === 'more' ? at + 2 : at + 1, vague: true }
  const number = digitNumber(line, at) ?? wordNumber(line, at)
  if (!number) return undefined
  if (
    wordAt(line, number.to) === 'and' &&
    wordAt(line, number.to + 1) === 'a' &&
    wordAt(line, number.to + 2) === 'half' &&
    number.n !== null
  )
    return { n: number.n + 0.5, to: number.to + 3, vague: false }
  return more(number)
}

const HALVES: Readonly<Partial<Record<Unit, (whole: number) => string>>> = {
  hour: (n) => `${n ? `${n}H` : ''}30M`,
  minute: (n) => `${n ? `${n}M` : ''}30S`,
  year: (n) => `${n ? `${n}Y` : ''}6M`,
}

/** TIMEX3 duration: `P3D`, `PT5H30M`, `PXW`. */
export const durationValue = (n: number | null, unit: Unit): string => {
  const [prefix, letter, factor] = DURATION_CODE[unit]
  if (n === null) return `${prefix}X${unit === 'decade' ? 'E' : unit === 'century' ? 'C' : letter}`
  const half = HALVES[unit]
  if (n % 1 === 0.5 && half) return prefix + half(Math.floor(n))
  return `${prefix}${n * factor}${letter}`
}
