import { TITLE_ABBREVIATIONS } from './abbreviations.ts'
import type { Words } from './tokens.ts'

/** A sentence longer than this is cut, so that no text can make one sentence of a book (longest in the treebanks: 219). */
export const LONGEST_SENTENCE = 240

const STOP = /^(?:[.!?…]+|\.\.+)$/
const CLOSER = /^(?:["”’'»)\]]|''|’’)$/
const OPENS_LOW = /^[\p{Ll}]/u
const LOUD = /^[\p{Lu}\p{N}]/u
const BLANK_LINE = /\n\s{0,40}?\n/
const STARTERS = new Set(
  'the a an in on at it he she they we i you this that these those there but and however after before when while if as for from according his her its their our some many most no one two several officials police witnesses'.split(
    ' ',
  ),
)

/** The index of the first word of each sentence: words of one passage in, at least one entry out where there is a word. */
export const findSentenceStarts = (text: string, words: Words): readonly number[] => {
  const n = words.starts.length
  if (n === 0) return []
  const found = [0]
  let first = 0
  for (let i = 1; i < n; i += 1) {
    if (!isStart(text, words, first, i) && !isAfterHeading(text, words, i) && i - first < LONGEST_SENTENCE) continue
    found.push(i)
    first = i
  }
  return found
}

const isStart = (text: string, words: Words, first: number, i: number): boolean => {
  const gap = text.slice(words.ends[i - 1]!, Math.min(words.starts[i]!, words.ends[i - 1]! + 60))
  if (gap.includes('\n') && BLANK_LINE.test(gap)) return true
  const word = wordAt(text, words, i)
  // Closing marks go with the sentence they close.
  if (gap === '' && CLOSER.test(word)) return false
  let last = i - 1
  while (last > first && last > i - 4 && isClosing(text, words, last)) last -= 1
  const before = wordAt(text, words, last)
  if (STOP.test(before)) {
    // Small letters open a sentence in careless writing ("call them. they left."), never after a closing mark ("Why?" he asked).
    if (OPENS_LOW.test(word)) return gap !== '' && last === i - 1 && !isHesitation(before)
    if (gap === '' && last === i - 1 && !LOUD.test(word)) return false
    if (isHesitation(before)) return LOUD.test(word) && gap !== ''
    return !STOP.test(word)
  }
  if (last === i - 1 && before.endsWith('.') && before.length > 1 && gap !== '') return isAfterAbbreviation(before, word)
  return false
}

/** Words from a passage's start within which an agency's heading may stand ("BEIRUT, Dec 29 (Agency) --", "[REPORT] [TEXT]"). */
const HEADING = 40
const DASH = /^(?:--|[—–-])$/
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u

/** Behind an agency's heading the text proper begins: after a dateline's dash, and after a bracket that follows it. */
const isAfterHeading = (text: string, words: Words, i: number): boolean => {
  if (i > HEADING) return false
  const before = wordAt(text, words, i - 1)
  if (before === ']') {
    const open = findOpening(text, words, i - 1)
    if (open === -1 || OPENS_LOW.test(wordAt(text, words, i))) return false
    const led = open === 0 ? '' : wordAt(text, words, open - 1)
    return open === 0 || DASH.test(led) || led === ']'
  }
  return DASH.test(before) && words.starts[i]! > words.ends[i - 1]! && isDateline(text, words, i - 1)
}

/** The bracket that opens a row of at most six words, all in capitals; -1 where there is none. */
const findOpening = (text: string, words: Words, close: number): number => {
  for (let i = close - 1; i >= Math.max(0, close - 7); i -= 1) {
    const word = wordAt(text, words, i)
    if (word === '[') return i < close - 1 ? i : -1
    if (!CAPITALS.test(word) && word !== ',') return -1
  }
  return -1
}

/** From the passage's start to the dash at `dash`: a place in capitals, then a date or an agency in brackets, or nothing more. */
const isDateline = (text: string, words: Words, dash: number): boolean => {
  const place = wordAt(text, words, 0)
  if (dash > 16 || place.length < 3 || !CAPITALS.test(place) || STARTERS.has(place.toLowerCase())) return false
  const list = Array.from({ length: dash }, (_, k) => wordAt(text, words, k))
  const dated = list.some((word) => /^\d/.test(word) || word === '(')
  return dated
    ? list.includes(',') || list.includes('(')
    : dash <= 4 && list.every((word) => CAPITALS.test(word) || word === ',') && words.starts[dash]! > words.ends[dash - 1]!
}

const isHesitation = (word: string): boolean => word.startsWith('..') || word.startsWith('…')

const isClosing = (text: string, words: Words, i: number): boolean =>
  words.ends[i - 1] === words.starts[i] && CLOSER.test(wordAt(text, words, i))

/** "… in the U.S. The army …": an abbreviation ends a sentence where a word follows that opens sentences. */
const isAfterAbbreviation = (abbreviation: string, word: string): boolean => {
  const bare = abbreviation.slice(0, -1).toLowerCase()
  if (bare.length === 1 || TITLE_ABBREVIATIONS.has(bare)) return false
  return LOUD.test(word) && STARTERS.has(word.toLowerCase())
}

const wordAt = (text: string, words: Words, i: number): string =>
  text.slice(words.starts[i]!, Math.min(words.ends[i]!, words.starts[i]! + 40))
