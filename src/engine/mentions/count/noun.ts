import type { Sentence, Token } from '../../language/parsed.ts'
import { BEFALLEN } from '../act/surface.ts'

/** What a quantity counts: the quantity's own head token, and the noun counted (null when none is said). */
export type Counted = Readonly<{ head: number; noun: number | null }>

const NOMINAL = new Set(['NOUN', 'PROPN'])
/** Words between a number and its noun, or between "of" and it. */
const BETWEEN = new Set('of the these those his her their its our my other more additional further extra such'.split(' '))
/** Adjectives that stand for people after "of the": "nine of the dead". */
const STATES = new Set(['dead', 'wounded', 'injured', 'missing', 'deceased', 'accused', 'arrested', 'slain'])
/** A number modifies a noun this far away at most; farther heads are parsing errors. */
const REACH = 12

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && (NOMINAL.has(token.upos) || token.lower === 'others' || token.lower === 'them' || token.lower === 'whom')

/** Whether a noun and the next are one ("army officers"); "women police" are two. */
const isJoined = (one: Token, next: Token): boolean =>
  !(one.xpos === 'NNS' && isNominal(next) && one.head !== next.i && next.head !== one.i)

const surfaceNoun = (tokens: readonly Token[], sentence: Sentence, from: number): number | null => {
  let found: number | null = null
  const limit = Math.min(sentence.last, from + REACH)
  for (let at = from; at < limit; at += 1) {
    const token = tokens[at]!
    if (found !== null && !isJoined(tokens[found]!, token)) break
    if (BEFALLEN.has(token.lower) && token.upos !== 'ADJ') break
    if (isNominal(token) || (found === null && STATES.has(token.lower) && !isNominal(tokens[at + 1]))) {
      found = at
      continue
    }
    if (found !== null) break
    const modifies =
      token.upos === 'ADJ' ||
      token.upos === 'NUM' ||
      token.xpos === 'VBN' ||
      token.xpos === 'VBG' ||
      token.text === '-' ||
      token.upos === 'CCONJ'
    if (!BETWEEN.has(token.lower) && !modifies) break
  }
  return found
}

/** Finds what the quantity in tokens `first` to `last` counts, by the parse and, where there is none, by what follows. */
export const nounOf = (tokens: readonly Token[], sentence: Sentence, first: number, last: number): Counted => {
  let head = last
  for (let at = first; at <= last; at += 1) if (tokens[at]!.upos === 'NUM') head = at
  for (let steps = 0; steps < 4; steps += 1) {
    const up = tokens[head]!.head
    if (up < first || up > last) break
    head = up
  }
  const token = tokens[head]!
  const up = token.head >= 0 ? tokens[token.head] : undefined
  const follows = tokens[last + 1]?.lower === 'of' || tokens[last]!.lower === 'of'
  if (follows) {
    const noun = surfaceNoun(tokens, sentence, tokens[last]!.lower === 'of' ? last + 1 : last + 2)
    if (noun !== null) return { head, noun }
  }
  const modifies =
    token.deprel === 'nummod' ||
    token.deprel === 'det' ||
    token.deprel === 'amod' ||
    token.deprel === 'compound' ||
    token.deprel.startsWith('nmod') ||
    token.deprel === 'det:predet'
  if (up && modifies && up.i > last && up.i - last <= REACH && isNominal(up) && !(BEFALLEN.has(up.lower) && up.i === last + 1))
    return { head, noun: up.i }
  if (
    isNominal(token) &&
    token.upos !== 'PROPN' &&
    head === last &&
    token.lemma !== token.lower &&
    !/^\d/.test(token.text) &&
    ['dozen', 'score', 'hundred', 'thousand'].includes(token.lemma)
  )
    return { head, noun: null }
  const next = tokens[last + 1]
  if (next && BEFALLEN.has(next.lower) && !isNominal(tokens[next.i + 1])) return { head, noun: null }
  // "four wounded soldiers" has a noun further on; "four were" has none.
  if (
    next &&
    next.i < sentence.last &&
    (isNominal(next) ||
      (next.upos === 'ADJ' && !STATES.has(next.lower)) ||
      (STATES.has(next.lower) && isNominal(tokens[next.i + 1])) ||
      BETWEEN.has(next.lower))
  )
    return { head, noun: surfaceNoun(tokens, sentence, last + 1) }
  return { head, noun: null }
}
