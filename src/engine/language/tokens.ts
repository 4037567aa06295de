import { BOUND_PREFIXES, OTHER_ABBREVIATIONS, TITLE_ABBREVIATIONS } from './abbreviations.ts'

/** Where words begin and end, in order; both lists have one entry for each word. */
export type Words = Readonly<{ starts: readonly number[]; ends: readonly number[] }>

const SPACE = /\s/
const LETTER = /[\p{L}\p{M}]/u
const URL_HEAD = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”|]{2,2000}/iy
const URL_TAIL = /[.,;:!?'’”)\]}]/
// Every quantifier that another attempt could walk over again is capped: the whole stays linear.
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/y
const HANDLE = /[@#][\p{L}_][\p{L}\p{M}\p{N}_]{0,60}/uy
const ACRONYM = /\p{L}\.(?:\p{L}\.){1,9}(?:\p{L}(?![\p{L}\p{N}]))?/uy
const NUMBER = /\d{1,4}\/\d{1,2}\/\d{1,4}|\d{3}-\d{3}-\d{4}|\d{1,4}-\d{1,2}-\d{1,4}|\d+(?:[.,:]\d+)*/y
const NUMBER_TAIL = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/uy
const UNIT =
  /^(?:kg|k|m|mm|cm|km|kms|ft|mi|am|pm|bn|b|mn|x|percent|watt|hz|khz|mhz|ghz|c|f|p|kb|mb|gb|lb|lbs|hrs?|mins?|minutes|days|persons|by)$/i
const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’‘`ʼ][\p{L}\p{M}\p{N}_]+)*/uy
const HYPHEN_TAIL = /-[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*/uy
const AMPERSAND = /[A-Z]{1,4}&[A-Z]{1,4}(?![A-Za-z])/y
const DOMAIN_TAIL =
  /(?:\.[A-Za-z0-9-]{1,30}){0,5}\.(?:com|org|net|edu|gov|mil|int|info|co|uk|de|fr|ru|sy|iq|ir|tv|me|io|doc|docx|xls|xlsx|pdf|html|htm|jpg|png|ppt|txt)(?![\p{L}\p{N}])/iuy
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i
const BARE_NEGATION = /^(?:do|does|did|is|was|were|are|has|have|had|could|would|should)nt$/i
const FUSED: ReadonlyMap<string, number> = new Map(['cannot', 'gonna', 'wanna', 'gotta', 'gimme', 'lemme'].map((word) => [word, 3]))
const RUN = /[!?.]{2,}|\.{2,}|-{2,}|\*{1,}|={1,}|_{1,}|~{1,}|\+{1,}|#{2,}|…+|''|``|’’|‘’|‘‘|<<|>>|\){2,}|[—–]{1,}/y
const SMILEY = /[:;=]['-]?[)(DPp](?=\s|$)/y

const at = (pattern: RegExp, text: string, index: number): number => {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** The words of `text` between `start` and `end`, cut as the English Web Treebank cuts them. Time is linear in the length. */
export const findWords = (text: string, start: number, end: number): Words => {
  const starts: number[] = []
  const ends: number[] = []
  // A slice keeps the patterns from looking past the end; offsets are given back to the whole text.
  const source = start === 0 && end === text.length ? text : text.slice(start, end)
  const push = (from: number, to: number): void => {
    starts.push(start + from)
    ends.push(start + to)
  }
  let i = 0
  while (i < source.length) {
    if (SPACE.test(source[i]!)) i += 1
    else i = readWord(source, i, push)
  }
  return { starts, ends }
}

type Push = (from: number, to: number) => void

const readWord = (source: string, i: number, push: Push): number => {
  const character = source.codePointAt(i)!
  const width = character > 0xffff ? 2 : 1
  const whole = wholeToken(source, i)
  if (whole > i) {
    push(i, whole)
    return whole
  }
  if (isDigit(character)) return readNumber(source, i, push)
  const word = at(WORD, source, i)
  if (word > i) return readLetters(source, i, word, push)
  const run = at(RUN, source, i)
  const to = run > i ? run : i + width
  push(i, to)
  return to
}

const isDigit = (character: number): boolean => character >= 48 && character <= 57

/** Addresses, handles, smileys and acronyms: tokens that no other rule may cut. */
const wholeToken = (source: string, i: number): number => {
  const url = at(URL_HEAD, source, i)
  if (url > i) {
    let to = url
    while (to > i + 1 && URL_TAIL.test(source[to - 1]!)) to -= 1
    return to
  }
  const email = at(EMAIL, source, i)
  if (email > i) return email
  const handle = at(HANDLE, source, i)
  if (handle > i) return handle
  const acronym = at(ACRONYM, source, i)
  if (acronym > i) return acronym
  const ampersand = at(AMPERSAND, source, i)
  if (ampersand > i) return ampersand
  const atWordStart = i === 0 || SPACE.test(source[i - 1]!)
  return atWordStart ? at(SMILEY, source, i) : -1
}

const readNumber = (source: string, i: number, push: Push): number => {
  const number = at(NUMBER, source, i)
  const tail = at(NUMBER_TAIL, source, number)
  if (tail === -1) {
    push(i, number)
    return number
  }
  if (UNIT.test(source.slice(number, tail))) {
    push(i, number)
    push(number, tail)
    return tail
  }
  push(i, tail)
  return tail
}

const readLetters = (source: string, i: number, word: number, push: Push): number => {
  const lower = source.slice(i, Math.min(word, i + 40)).toLowerCase()
  if (source[word] === '-' && BOUND_PREFIXES.has(lower)) {
    const tail = at(HYPHEN_TAIL, source, word)
    if (tail > word) {
      push(i, tail)
      return tail
    }
  }
  if (source[word] === '.') {
    const domain = at(DOMAIN_TAIL, source, word)
    if (domain > word) {
      push(i, domain)
      return domain
    }
    if (keepsStop(source, i, word, lower)) {
      push(i, word + 1)
      return word + 1
    }
  }
  return splitClitics(source, i, word, lower, push)
}

/** Whether the full stop at `word` belongs to the abbreviation or initial before it. */
const keepsStop = (source: string, i: number, word: number, lower: string): boolean => {
  const after = nextVisible(source, word + 1)
  const spaced = after > word + 1
  if (lower === 'no' || lower === 'nos') return after < source.length && isDigit(source.charCodeAt(after))
  if (lower.length === 1 && LETTER.test(lower)) return spaced && after < source.length && source[i] !== lower && startsUpper(source, after)
  const known = TITLE_ABBREVIATIONS.has(lower) || OTHER_ABBREVIATIONS.has(lower)
  if (!known) return false
  // Lower-case words that are also abbreviations ("in", "est", "sat") do not count; "Sat." does. An ordinary word at the end of
  // the passage ends a sentence.
  if (AMBIGUOUS.has(lower)) return source[i] !== lower[0] && after < source.length && (isDigit(source.charCodeAt(after)) || !spaced)
  return true
}

const AMBIGUOUS = new Set([
  'mar',
  'sat',
  'mon',
  'sun',
  'fig',
  'art',
  'fr',
  'min',
  'ill',
  'miss',
  'mass',
  'wash',
  'ore',
  'del',
  'la',
  'pa',
  'al',
  'mo',
  'det',
  'dep',
  'est',
  'hon',
  'ext',
  'sec',
  'may',
  'mi',
  'ind',
  'ca',
  'op',
])

const startsUpper = (source: string, i: number): boolean => {
  const letter = source[i]!
  return letter !== letter.toLowerCase()
}

const nextVisible = (source: string, i: number): number => {
  let next = i
  // 8: enough to see over a line break with its indent; more is a gap that no abbreviation reaches over.
  while (next < source.length && next < i + 8 && SPACE.test(source[next]!)) next += 1
  return next
}

const splitClitics = (source: string, i: number, word: number, lower: string, push: Push): number => {
  const cut = FUSED.get(lower)
  if (cut !== undefined) {
    push(i, i + cut)
    push(i + cut, word)
    return word
  }
  if (BARE_NEGATION.test(lower)) {
    push(i, word - 2)
    push(word - 2, word)
    return word
  }
  const clitic = CLITIC.exec(source.slice(Math.max(i, word - 4), word))
  const length = clitic?.[0].length ?? 0
  if (length === 0 || length === word - i) {
    push(i, word)
    return word
  }
  push(i, word - length)
  push(word - length, word)
  return word
}
