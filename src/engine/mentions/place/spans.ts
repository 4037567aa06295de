import type { ParsedText, Sentence, Token } from '../../language/parsed.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { isArticle, nameKey } from './name-key.ts'
import { CALENDAR, COMPASS, DOUBTFUL_STREETS, INNER, LAND_ENDINGS, NOT_FIRST, STREETS } from './words.ts'

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

/** "Paris", "d'Ivoire". */
const NAME_WORD = /^(?:[dl]['’])?\p{Lu}/u
const isNameWord = (token: Token): boolean => NAME_WORD.test(token.text)
const isPossessive = (token: Token): boolean => token.lower === "'s" || token.lower === '’s'

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
    if ((isHyphen(token) || token.text === '.') && glued(tokens, k) && k + 1 < last && glued(tokens, k + 1)) continue
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
    // "Queen Anne's County": kept as one word
    if (isPossessive(token)) {
      key += 's'
      continue
    }
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
    (tokens[i]!.name === 'I-LOC' &&
      i > 0 &&
      ofLocation(tokens[i - 1]) &&
      tokens[i - 1]!.sentence === tokens[i]!.sentence &&
      !COMPASS.has(tokens[i - 1]!.lower))
  )
    return i
  let k = i + 1
  while (k < last && tokens[k]!.name === 'I-LOC') k++
  while (k > i && !/\p{L}/u.test(tokens[k - 1]!.text)) k--
  return k
}

/** "Ill." and "Kan." stand for a province; two capitals ("TX") do so after a town and a comma only. */
const findAbbreviated = (tokens: readonly Token[], from: number, to: number, key: string, gazetteer: Gazetteer): number | undefined => {
  const dotted = tokens[to - 1]!.text.endsWith('.')
  const postal =
    to - from === 1 &&
    tokens[from]!.text.length === 2 &&
    ALL_CAPITALS.test(tokens[from]!.text) &&
    tokens[from - 1]?.text === ',' &&
    CAPITAL.test(tokens[from - 2]?.text ?? '')
  return dotted || postal ? gazetteer.findAbbreviation(key) : undefined
}

const listMeanings = (tokens: readonly Token[], from: number, to: number, key: string, gazetteer: Gazetteer): readonly Candidate[] => {
  const abbreviated = findAbbreviated(tokens, from, to, key, gazetteer)
  return abbreviated === undefined ? gazetteer.listNamed(key) : [{ place: abbreviated, quality: 'own' }]
}

/** Two letters name a country or a province at most ("US", "UK", "PA"): not the town of Eu. */
const isShortName = (token: Token, key: string, gazetteer: Gazetteer): boolean =>
  !ALL_CAPITALS.test(token.text) ||
  gazetteer.listNamed(key).some(({ place }) => ['country', 'province'].includes(gazetteer.getPlace(place).kind))

type Reading = Readonly<{ last: number; key: string; form: SpanForm; meanings: readonly Candidate[]; inner: boolean }>

const readSpan = (tokens: readonly Token[], i: number, sentence: Sentence, gazetteer: Gazetteer): Reading | undefined => {
  const ends = listEnds(tokens, i, sentence.last)
  let found: Reading | undefined
  for (let n = ends.length - 1; n >= 0 && !found; n--) {
    const last = ends[n]!
    const key = keyOfTokens(tokens, i, last)
    if (key.length < 2) continue
    if (key.length === 2 && last === i + 1 && !isShortName(tokens[i]!, key, gazetteer)) continue
    if (last === i + 1 && (CALENDAR.has(key) || COMPASS.has(key) || isArticle(key))) return undefined
    const meanings = listMeanings(tokens, i, last, key, gazetteer)
    if (meanings.length > 0 && !(n > 0 && meanings[0]!.quality === 'loose' && last - i > 3))
      found = { last, key, form: 'name', meanings, inner: false }
  }
  const starts = !NOT_FIRST.has(tokens[i]!.lower)
  if (!starts && !found) return undefined
  const street = starts ? findStreet(tokens, i, ends) : undefined
  if (street && street >= (found?.last ?? 0))
    return { last: street, key: keyOfTokens(tokens, i, street), form: 'street', meanings: [], inner: false }
  const tagged = endOfTagged(tokens, i, sentence.last)
  const ending = found && found.last < sentence.last ? tokens[found.last]! : undefined
  // "Hamilton Township", "Neches River": land named after a place the gazetteer knows
  if (found && ending && isNameWord(ending) && LAND_ENDINGS.has(ending.lower) && !COMPASS.has(found.key))
    return { last: found.last + 1, key: keyOfTokens(tokens, i, found.last + 1), form: 'land', meanings: found.meanings, inner: true }
  if (found) return found
  const whole = ends.at(-1) ?? i
  if (ends.length > 1 && whole - i <= 4 && !joinsTwo(tokens, i, whole) && LAND_ENDINGS.has(tokens[whole - 1]!.lower))
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

const joinsTwo = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (tokens[k]!.lower === 'and') return true
  return false
}

const NUMBERED_ROADS = new Set(['road', 'highway', 'hwy', 'hwy.', 'route', 'interstate'])

/** End of a street name that begins at `i`: "Edwards Street", "County Road 225", "S. Clinton Avenue"; "Elm Court" behind a house number. */
const findStreet = (tokens: readonly Token[], i: number, ends: readonly number[]): number | undefined => {
  for (const last of ends) {
    if (tokens[last - 2]?.lower === 'and') break
    const ending = tokens[last - 1]!.lower
    if (last - i > 5) break
    const housed = /^\d/.test(tokens[i - 1]?.text ?? '')
    if (!STREETS.has(ending) && !(housed && DOUBTFUL_STREETS.has(ending))) continue
    const numbered = NUMBERED_ROADS.has(ending) && /^\d+$/.test(tokens[last]?.text ?? '')
    if (numbered) return last + 1
    if (last - i >= 2 && !INNER.has(ending)) return last
  }
  return undefined
}

/** Every stretch of words that may name a place, longest first, none overlapping. */
export const listSpans = ({ tokens, sentences }: ParsedText, gazetteer: Gazetteer): NameSpan[] => {
  const spans: NameSpan[] = []
  for (const sentence of sentences) {
    const shouting = isShouting(tokens, sentence)
    for (let i = sentence.first; i < sentence.last; ) {
      const token = tokens[i]!
      const starts =
        isNameWord(token) ||
        isPrefix(tokens, i, sentence.last) ||
        (ofLocation(token) && !COMPASS.has(token.lower) && /^\p{L}/u.test(token.text))
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
  return spans
}
