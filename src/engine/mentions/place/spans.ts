import type { ParsedText, Sentence, Token } from '../../language/parsed.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'
import { COMPASS, INNER, LAND_ENDINGS, STREETS } from './words.ts'

/** What sort of name a span is by its form. */
export type SpanForm = 'name' | 'street' | 'land'

/** A stretch of words that may be the name of a place. Tokens `first` up to but not including `last`. */
export type NameSpan = Readonly<{
  first: number
  last: number
  start: number
  end: number
  key: string
  form: SpanForm
  /** What the gazetteer has under this name, or under the name inside it (`inner`). */
  meanings: readonly Candidate[]
  inner: boolean
  sentence: Sentence
  /** Capitals say nothing here. */
  shouting: boolean
}>

const MOST_WORDS = 7
const CAPITAL = /^\p{Lu}/u
const ALL_CAPITALS = /^[^\p{Ll}]+$/u

const isHyphen = (token: Token): boolean => token.text === '-' || token.text === '–' || token.text === '‑'
const glued = (tokens: readonly Token[], i: number): boolean => i > 0 && tokens[i - 1]!.end === tokens[i]!.start

/** Mostly capitals: a headline in capitals, or a wire of before lower case. */
export const isShouting = (tokens: readonly Token[], { first, last }: Sentence): boolean => {
  let letters = 0
  let capitals = 0
  for (let i = first; i < last; i++) {
    const { text } = tokens[i]!
    if (!/^\p{L}{2}/u.test(text)) continue
    letters++
    if (ALL_CAPITALS.test(text)) capitals++
  }
  return letters >= 3 && capitals > letters * 0.7
}

const isNameWord = (token: Token): boolean => CAPITAL.test(token.text)

/** Lower-case article glued to a capital: "al-Qaim". */
const isPrefix = (tokens: readonly Token[], i: number, last: number): boolean =>
  INNER.has(tokens[i]!.lower) &&
  i + 2 < last &&
  isHyphen(tokens[i + 1]!) &&
  glued(tokens, i + 1) &&
  glued(tokens, i + 2) &&
  isNameWord(tokens[i + 2]!)

/** Where a run of name words that starts at `i` can end: indices after each name word. */
const listEnds = (tokens: readonly Token[], i: number, last: number): number[] => {
  const ends: number[] = []
  let words = 0
  for (let k = i; k < last && words < MOST_WORDS; k++) {
    const token = tokens[k]!
    if (isNameWord(token) || (k === i && isPrefix(tokens, i, last))) {
      words++
      if (isNameWord(token)) ends.push(k + 1)
      continue
    }
    if (isHyphen(token) && glued(tokens, k) && k + 1 < last && glued(tokens, k + 1)) continue
    if (
      INNER.has(token.lower) &&
      k > i &&
      k + 1 < last &&
      (isNameWord(tokens[k + 1]!) || INNER.has(tokens[k + 1]!.lower) || isHyphen(tokens[k + 1]!))
    )
      continue
    if ((token.text === "'" || token.text === '’') && glued(tokens, k) && k + 1 < last && glued(tokens, k + 1)) continue
    break
  }
  return ends
}

const keyOfTokens = (tokens: readonly Token[], from: number, to: number): string => {
  let key = ''
  for (let k = from; k < to; k++) {
    const token = tokens[k]!
    if (isHyphen(token)) continue
    const part = nameKey(token.text)
    if (part !== '') key += key === '' ? part : ` ${part}`
  }
  return key
}

const ofLocation = (token: Token | undefined): boolean => token?.name === 'B-LOC' || token?.name === 'I-LOC'

/** End of the name model's span that begins at `i`, hyphens and all; `i` if none begins here. */
const endOfTagged = (tokens: readonly Token[], i: number, last: number): number => {
  if (
    !ofLocation(tokens[i]) ||
    (tokens[i]!.name === 'I-LOC' && i > 0 && ofLocation(tokens[i - 1]) && tokens[i - 1]!.sentence === tokens[i]!.sentence)
  )
    return i
  let k = i + 1
  while (k < last && tokens[k]!.name === 'I-LOC') k++
  return k
}

type Reading = Readonly<{ last: number; key: string; form: SpanForm; meanings: readonly Candidate[]; inner: boolean }>

const readSpan = (tokens: readonly Token[], i: number, sentence: Sentence, gazetteer: Gazetteer): Reading | undefined => {
  const ends = listEnds(tokens, i, sentence.last)
  let found: Reading | undefined
  for (let n = ends.length - 1; n >= 0 && !found; n--) {
    const last = ends[n]!
    const key = keyOfTokens(tokens, i, last)
    if (key.length < 2) continue
    const meanings = gazetteer.listNamed(key)
    if (meanings.length > 0 && !(n > 0 && meanings[0]!.quality === 'loose' && last - i > 3))
      found = { last, key, form: 'name', meanings, inner: false }
  }
  const street = findStreet(tokens, i, ends)
  if (street && street >= (found?.last ?? 0))
    return { last: street, key: keyOfTokens(tokens, i, street), form: 'street', meanings: [], inner: false }
  const tagged = endOfTagged(tokens, i, sentence.last)
  const ending = found && found.last < sentence.last ? tokens[found.last]! : undefined
  // "Hamilton Township", "Neches River": land named after a place the gazetteer knows
  if (found && ending && isNameWord(ending) && LAND_ENDINGS.has(ending.lower) && !INNER.has(tokens[found.last - 1]!.lower))
    return { last: found.last + 1, key: keyOfTokens(tokens, i, found.last + 1), form: 'land', meanings: found.meanings, inner: true }
  if (found) return found
  const whole = ends.at(-1) ?? i
  if (ends.length > 1 && whole - i <= 4 && LAND_ENDINGS.has(tokens[whole - 1]!.lower))
    return { last: whole, key: keyOfTokens(tokens, i, whole), form: 'land', meanings: [], inner: false }
  // "North Dallas", "Greater Mumbai"
  if (ends.length > 1 && COMPASS.has(tokens[i]!.lower)) {
    for (let n = ends.length - 1; n > 0; n--) {
      const meanings = gazetteer.listNamed(keyOfTokens(tokens, isHyphen(tokens[i + 1]!) ? i + 2 : i + 1, ends[n]!))
      if (meanings.length > 0) return { last: ends[n]!, key: keyOfTokens(tokens, i, ends[n]!), form: 'name', meanings, inner: true }
    }
  }
  return tagged > i ? { last: tagged, key: keyOfTokens(tokens, i, tagged), form: 'name', meanings: [], inner: false } : undefined
}

/** End of a street name that begins at `i`: "Edwards Street", "County Road 225", "S. Clinton Avenue". */
const findStreet = (tokens: readonly Token[], i: number, ends: readonly number[]): number | undefined => {
  for (const last of ends) {
    if (last - i < 2) continue
    if (!STREETS.has(tokens[last - 1]!.lower) || last - i > 5) continue
    const next = tokens[last]
    const numbered = ['road', 'highway', 'hwy', 'route', 'interstate'].includes(tokens[last - 1]!.lower) && next && /^\d+$/.test(next.text)
    if (
      ['court', 'place', 'way', 'bridge', 'square', 'plaza', 'pass'].includes(tokens[last - 1]!.lower) &&
      isNameWord(next ?? tokens[i]!) &&
      next
    )
      continue
    return numbered ? last + 1 : last
  }
  return undefined
}

/** Every stretch of words that may name a place, longest first, none overlapping. */
export const listSpans = ({ text, tokens, sentences }: ParsedText, gazetteer: Gazetteer): NameSpan[] => {
  const spans: NameSpan[] = []
  for (const sentence of sentences) {
    const shouting = isShouting(tokens, sentence)
    for (let i = sentence.first; i < sentence.last; ) {
      const token = tokens[i]!
      const starts = isNameWord(token) || isPrefix(tokens, i, sentence.last) || ofLocation(token)
      const reading = starts ? readSpan(tokens, i, sentence, gazetteer) : undefined
      if (!reading) {
        i++
        continue
      }
      const start = token.start
      const end = tokens[reading.last - 1]!.end
      spans.push({ ...reading, first: i, start, end, sentence, shouting })
      i = reading.last
    }
  }
  void text
  return spans
}
