import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, findChild, isRelation, phraseTokens } from '../../language/tree.ts'
import { isTimeWord } from '../act/beings.ts'
import { isTitle } from './titles.ts'

/** First and last token of a mention. */
export type Reach = Readonly<{ first: number; last: number }>

const isLeftPart = (token: Token): boolean =>
  token.upos === 'PROPN' || token.upos === 'NOUN' || token.upos === 'ADJ' || token.text === '-' || token.text === '.'
/** Not "that": before a name it opens a clause ("said that Dr Haddad"). */
const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its', 'our', 'my', 'another'])
/** Modifiers that open a phrase only by a slip of the parse. */
const NEVER_FIRST = new Set([
  'more',
  'than',
  'at',
  'least',
  'over',
  'up',
  'to',
  'as',
  'many',
  'both',
  'especially',
  'primarily',
  'mostly',
  'mainly',
  'also',
  'even',
  'only',
  'particularly',
  'including',
  'nearly',
  'just',
  'not',
  'such',
  ',',
  ';',
  ':',
  '.',
  ')',
  '”',
  '’',
  "'",
  '"',
  '--',
  '-',
  '–',
  '—',
  'and',
  'or',
  'but',
  'that',
  'of',
])

/** Conjunctions and prepositions open clauses, not phrases. */
const OPENERS = new Set(['SCONJ', 'CCONJ', 'ADP', 'PUNCT'])

/** Words that say how many, as numbers do. */
const QUANTIFIERS = new Set(['several', 'many', 'some', 'various', 'numerous', 'few', 'about', 'approximately'])

/** The widest a phrase may be; anything wider is a slip of the parse. */
const WIDEST = 24

/** A noun phrase by the parse: determiner, modifiers, possessor, head and "of …". */
export const reachOfPhrase = (
  parsed: ParsedText,
  head: Token,
  { withOf, withNumber = true }: Readonly<{ withOf: boolean; withNumber?: boolean }>,
): Reach => {
  const phrase = phraseTokens(parsed, head, { withOf })
  let first = phrase.first.i
  let { i: last } = phrase.last
  while (
    first < head.i &&
    (NEVER_FIRST.has(parsed.tokens[first]!.lower) ||
      OPENERS.has(parsed.tokens[first]!.upos) ||
      (!withNumber && (parsed.tokens[first]!.upos === 'NUM' || QUANTIFIERS.has(parsed.tokens[first]!.lower))))
  )
    first += 1
  // "On 3 March fighters of the front …": the day is none of theirs.
  for (let at = first; at < head.i && at < first + 4; at += 1)
    if (isTimeWord(parsed.tokens[at]!) && parsed.tokens[at + 1]?.text !== "'s") first = at + 1
  if (last - first > WIDEST) {
    first = Math.max(first, head.i - 6)
    last = head.i
  }
  while (last > head.i && (parsed.tokens[last]!.upos === 'PUNCT' || parsed.tokens[last]!.lower === "'s")) last -= 1
  return { first, last }
}

/** A person's name with title, modifiers and determiner before it: "the army spokesman Brigadier Nabil Khoury". */
export const reachOfPerson = (parsed: ParsedText, { first, last }: Reach): Reach => {
  const { tokens } = parsed
  const { sentence } = tokens[first]!
  let at = first
  const previous = (): Token | undefined => (tokens[at - 1]?.sentence === sentence ? tokens[at - 1] : undefined)
  let before = previous()
  // "Lt. Gen. Talib": the point of an abbreviation may be a token of its own.
  const title = before?.text === '.' ? tokens[at - 2] : before
  if (!title || !isTitle(title.lower) || !isLeftPart(title) || isRelation(title, 'nmod:poss')) return { first, last }
  for (before = previous(); before && isLeftPart(before) && first - at < 8; before = previous()) at -= 1
  while (at < first && NEVER_FIRST.has(tokens[at]!.lower)) at += 1
  before = previous()
  if (before && DETERMINERS.has(before.lower)) at -= 1
  else if (before && (before.lower === "'s" || before.lower === '’s') && tokens[at - 2]) {
    const owner = findOwner(parsed, at - 2)
    if (owner !== undefined) at = owner
  }
  return { first: at, last }
}

const findOwner = (parsed: ParsedText, i: number): number | undefined => {
  const owner = parsed.tokens[i]
  if (!owner || (owner.upos !== 'PROPN' && owner.upos !== 'NOUN')) return undefined
  let first = i
  while (
    first > 0 &&
    parsed.tokens[first - 1]!.sentence === owner.sentence &&
    (parsed.tokens[first - 1]!.upos === 'PROPN' || parsed.tokens[first - 1]!.lower === 'the')
  )
    first -= 1
  return first
}

/** The token of a stretch that the others hang on. */
export const headOf = (parsed: ParsedText, { first, last }: Reach): Token => {
  for (let i = first; i <= last; i += 1) {
    const { head } = parsed.tokens[i]!
    if (head < first || head > last) return parsed.tokens[i]!
  }
  return parsed.tokens[last]!
}

/** A name with its determiner and the modifiers right before it; "of …" behind it. */
export const reachOfName = (parsed: ParsedText, name: Reach): Reach => {
  const { tokens } = parsed
  const { sentence } = tokens[name.first]!
  let { first } = name
  const before = tokens[first - 1]
  // "the US-led coalition": the article belongs to the coalition.
  const head = headOf(parsed, name)
  const after = tokens[name.last + 1]
  const modifies = (isRelation(head, 'compound') || isRelation(head, 'amod') || isRelation(head, 'nmod:desc')) && head.head > name.last
  if (modifies || (after?.text === '-' && after.start === tokens[name.last]!.end)) return name
  if (before?.sentence === sentence && (before.lower === 'the' || before.lower === 'so-called')) first -= 1
  if (first < name.first && tokens[first - 1]?.lower === 'the' && tokens[first]!.lower === 'so-called') first -= 1
  return { first, last: name.last }
}

/** Whether a noun is the head of its own phrase and not a modifier in another's. */
export const isPhraseHead = (parsed: ParsedText, token: Token): boolean =>
  !isRelation(token, 'compound') &&
  !isRelation(token, 'amod') &&
  !isRelation(token, 'flat') &&
  !isRelation(token, 'fixed') &&
  !isRelation(token, 'goeswith') &&
  !isRelation(token, 'case') &&
  !hasNounAfter(parsed, token)

const hasNounAfter = (parsed: ParsedText, token: Token): boolean => {
  const next = parsed.tokens[token.i + 1]
  return (
    next !== undefined &&
    next.sentence === token.sentence &&
    next.head === token.head &&
    next.upos === 'NOUN' &&
    isRelation(token, 'nmod:desc')
  )
}

/** The determiner of a phrase, in small letters. */
export const determinerOf = (parsed: ParsedText, head: Token): string | undefined =>
  (findChild(parsed, head, 'det') ?? childrenOf(parsed, head).find((child) => child.deprel === 'nmod:poss' && child.upos === 'PRON'))?.lower
