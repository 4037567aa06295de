import type { Span } from '../../model/span.ts'
import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, isBreak, relationOf, type Tree } from './clause.ts'
import { OPENERS } from './cues/words.ts'
import { speaksAnew } from './new-voice.ts'
import { quoteClosedBy, quoteOpenedBy, type Reading, spanOf } from './reading.ts'
import { skipSetting } from './setting.ts'

/** A stretch of words, as token indices. */
export type Stretch = Readonly<{ from: number; to: number }>

const isMark = (token: Token | undefined): boolean => token !== undefined && token.upos === 'PUNCT'
const QUOTE_MARK = /^["“”„‟«»'’‘`]{1,2}$/
const CLOSING = /^[)\]%]$/
const OPENING = /^[([]$/

/** Commas, colons and full stops at either end do not belong to what is said; quotation marks and brackets do. */
export const trimmed = (reading: Reading, { from, to }: Stretch): Stretch => {
  const { tokens } = reading.parsed
  let a = from
  let b = to
  while (a < b && isMark(tokens[a]) && !QUOTE_MARK.test(tokens[a]?.text ?? '') && !OPENING.test(tokens[a]?.text ?? '')) a++
  while (b > a && isMark(tokens[b - 1]) && !QUOTE_MARK.test(tokens[b - 1]?.text ?? '') && !CLOSING.test(tokens[b - 1]?.text ?? '')) b--
  if (tokens[b - 1]?.upos === 'CCONJ' && b - 1 > a) return trimmed(reading, { from: a, to: b - 1 })
  if (CLOSING.test(tokens[b - 1]?.text ?? '') && tokens[b - 1]?.text !== '%' && !opensBracket(tokens, a, b))
    return trimmed(reading, { from: a, to: b - 1 })
  // A mark that closes a quotation opened outside the stretch.
  const q = quoteClosedBy(reading, b - 1)
  if (q >= 0 && b - 1 > a && (reading.quotes[q]?.start ?? 0) < (tokens[a]?.start ?? 0)) return trimmed(reading, { from: a, to: b - 1 })
  return { from: a, to: b }
}

const opensBracket = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (OPENING.test(tokens[i]?.text ?? '')) return true
  return false
}

/** Widens a stretch that ends inside a quotation it opened, to the quotation's end, even where that lies in a later sentence. */
export const toContentSpan = (reading: Reading, stretch: Stretch): Span | undefined => {
  const { from, to } = trimmed(reading, stretch)
  if (from >= to) return undefined
  const span = spanOf(reading, from, to)
  const q = reading.quoteOf(to - 1)
  const quote = reading.quotes[q]
  if (quote && quote.start >= span.start && quote.end > span.end) return { start: span.start, end: quote.end }
  return span
}

/** The quotation and, where it runs on over paragraphs, the quotations that continue it. */
export const quoteRun = (reading: Reading, q: number): readonly Span[] => {
  const spans: Span[] = []
  for (let at = q; at < reading.quotes.length; at++) {
    const quote = reading.quotes[at]
    if (!quote || (at > q && !quote.continues)) break
    spans.push({ start: quote.start, end: quote.end })
    if (quote.closed) break
  }
  return spans
}

export type Inquit = Readonly<{ content: readonly Span[]; direct: 'all' | 'some' | 'none'; medial: boolean; sentenceStart: boolean }>

/** What stands around "… , X said, …": the words before it and, where they go on, those after. */
export const aroundInquit = (reading: Reading, tree: Tree, from: number, to: number): Inquit | undefined => {
  const { tokens, sentence } = tree
  let edge = from
  if (tokens[edge - 1]?.lower === 'as' && edge - 1 > sentence.first) edge--
  const before = tokens[edge - 1]
  const content: Span[] = []
  let quoted = false
  let q = -1
  const sentenceStart = edge === sentence.first
  if (!before) return undefined
  if (sentenceStart) {
    q = quoteClosedBy(reading, edge - 1)
    if (q < 0 || !samePassage(reading, edge - 1, sentence.first)) return undefined
    content.push(...backTo(reading, q))
    quoted = true
  } else {
    q = quoteClosedBy(reading, edge - 1)
    if (q < 0 && !/^(?:,|\?|!|—|–|--|-|\.\.\.|…|["”]|'')$/.test(before.text)) return undefined
    let start = sentence.first
    while (start < edge && tokens[start]?.upos === 'PUNCT' && quoteOpenedBy(reading, start) < 0 && !OPENING.test(tokens[start]?.text ?? ''))
      start++
    if (OPENERS.has(tokens[start]?.lower ?? '') && (tokens[start]?.upos === 'CCONJ' || tokens[start + 1]?.text === ',')) start++
    if (tokens[start]?.text === ',') start++
    start = behindOther(tree, start, edge)
    if (start >= edge) return undefined
    const quote = reading.quotes[q]
    const first = tokens[start]
    if (quote && first && quote.start <= first.start) {
      content.push(...backTo(reading, q))
      quoted = true
    } else {
      const span = toContentSpan(reading, { from: start, to: edge })
      if (!span || (q < 0 && isSettingOnly(tree, start, edge))) return undefined
      content.push(span)
    }
  }
  const after = skipSetting(tree, to)
  const medial = isMedial(tree, edge, after)
  let next = after
  if (/^[,;]$/.test(tokens[next]?.text ?? '') && next < sentence.last) next++
  const opened = quoteOpenedBy(reading, next)
  if (opened >= 0 && next < sentence.last && q >= 0) content.push(...quoteRun(reading, opened))
  else if (medial && !sentenceStart) {
    const span = toContentSpan(reading, { from: next, to: beforeOther(tree, next) })
    if (span) content.push(span)
  } else if (q >= 0) {
    const following = followingQuote(reading, tree)
    if (following >= 0) content.push(...quoteRun(reading, following))
  }
  return { content, direct: quoted && !medial ? 'all' : q >= 0 || quoted ? 'some' : 'none', medial, sentenceStart }
}

const COUNTING = /^(?:numbered|totall?ed|reached|exceeded)$/

/** "In an interview on Monday, X said": nothing before the comma is said. */
const isSettingOnly = (tree: Tree, from: number, to: number): boolean => {
  let loose = 0
  const first = tree.tokens[from]
  if (!first || (!['ADP', 'SCONJ', 'ADV'].includes(first.upos) && !['VBG', 'VBN', 'WRB', 'TO'].includes(first.xpos))) return false
  for (let i = from; i < to; i++) {
    const token = tree.tokens[i]
    if (!token || token.upos === 'PUNCT') continue
    // "By Sunday the dead numbered 76, a fisherman told the paper": taken for a participle, it still says how many.
    if (COUNTING.test(token.lower) && tree.tokens[i + 1]?.upos === 'NUM') return false
    if (token.head >= from && token.head < to) continue
    // "At least 30 people were missing, the Red Cross said": a clause of its own, whatever the parser hangs it on.
    if (relationOf(token) === 'advcl' && childBy(tree, i, 'nsubj') && !childBy(tree, i, 'mark') && !childBy(tree, i, 'advmod')) return false
    if (!['advcl', 'obl', 'nmod', 'advmod', 'mark', 'cc', 'case', 'discourse', 'vocative'].includes(relationOf(token))) return false
    loose++
  }
  return loose > 0
}

/** The quotation that opens the next sentence of the same passage: "… ,” he said. “…”. */
const followingQuote = (reading: Reading, { sentence }: Tree): number => {
  const next = reading.parsed.sentences[sentence.i + 1]
  return next && next.passage === sentence.passage ? quoteOpenedBy(reading, next.first) : -1
}

const samePassage = ({ parsed }: Reading, a: number, b: number): boolean =>
  parsed.sentences[parsed.tokens[a]?.sentence ?? -1]?.passage === parsed.sentences[parsed.tokens[b]?.sentence ?? -1]?.passage

/** A quotation and the paragraphs before it that it continues. */
const backTo = (reading: Reading, q: number): readonly Span[] => {
  let first = q
  while (first > 0 && reading.quotes[first]?.continues) first--
  return reading.quotes.slice(first, q + 1).map(({ start, end }) => ({ start, end }))
}

/** "The move, X said, was …": the words before and after the inquit are one clause. */
const isMedial = (tree: Tree, edge: number, to: number): boolean => {
  const { tokens, sentence } = tree
  if (to + 2 >= sentence.last || speaksAnew(tree, to)) return false
  if (tokens[to]?.text === ';') return !isToldByOther(tree, to + 1) && joinsClause(tree, to + 1)
  if (tokens[to]?.text !== ',') return false
  const next = tokens[to + 1]
  if (!next || next.xpos === 'VBG' || next.lower === 'but' || next.lower === 'who' || next.lower === 'which' || next.lower === 'as')
    return false
  if (next.lower === 'and') return joinsClause(tree, to + 2)
  if (next.lower === 'because' || next.lower === 'although' || next.lower === 'though') return true
  for (let i = sentence.first; i < edge; i++) {
    const head = tokens[i]?.head ?? -1
    if (head > to) return true
  }
  for (let i = to; i < sentence.last; i++) {
    const token = tokens[i]
    if (token && token.head >= sentence.first && token.head < edge - 1 && token.upos !== 'PUNCT' && relationOf(token) !== 'parataxis')
      return true
  }
  return false
}

/** "Fifty died, a medic said; a hundred were hurt, police said": the second half is somebody else's. */
const isToldByOther = ({ tokens, sentence }: Tree, from: number): boolean =>
  tokens.slice(from, sentence.last).some(({ lemma, xpos }) => /^(?:say|add|tell|report|accord)$/.test(lemma) && /^VB[DZPG]$/.test(xpos))

/** "Fifty died, a medic said; a hundred were hurt, police said": of what stands before them police said the second half. */
const behindOther = (tree: Tree, from: number, edge: number): number => {
  for (let i = edge - 1; i > from; i--)
    if (tree.tokens[i]?.text === ';' && tree.tokens.slice(from, i).some(({ lemma, xpos }) => lemma === 'say' && xpos === 'VBD'))
      return i + 1
  return from
}

/** Where what goes on behind the speaker ends: at the next speaker, else with the sentence. */
export const beforeOther = (tree: Tree, from: number): number => {
  for (let i = from; i < tree.sentence.last; i++) if (speaksAnew(tree, i)) return i
  return tree.sentence.last
}

/** "Nine died, the sources said, and one house burned down": a second clause with a subject of its own is said by the same speaker. */
const joinsClause = (tree: Tree, from: number): boolean => {
  const { tokens, sentence } = tree
  for (let i = from; i < sentence.last; i++) {
    const token = tokens[i]
    if (!token || isBreak(token)) return false
    if (token.upos === 'VERB' || token.upos === 'AUX') return i > from && token.xpos !== 'VBG'
  }
  return false
}

/** Complements a verb of saying may take after it. */
export type Complement =
  | 'quote'
  | 'clause'
  | 'infinitive'
  | 'object'
  | 'oblique'
  | 'inquit'
  | 'predicate'
  | 'medial'
  | 'passive'
  | 'colon'
  | 'opening'

export const clauseAfter = (tree: Tree, verb: Token, after: number): Token | undefined =>
  tree.children(verb.i).find((child) => child.i >= after && (relationOf(child) === 'ccomp' || isThatClause(tree, child)))

/** A clause with "that" hangs on the verb as its content, whatever the parser calls it. */
const isThatClause = (tree: Tree, clause: Token): boolean =>
  (relationOf(clause) === 'advcl' || relationOf(clause) === 'parataxis') &&
  tree.children(clause.i).some((child) => child.lower === 'that' && relationOf(child) === 'mark')

export const infinitiveAfter = (tree: Tree, verb: Token, after: number): Token | undefined =>
  tree
    .children(verb.i)
    .find(
      (child) =>
        child.i >= after &&
        (relationOf(child) === 'xcomp' || (relationOf(child) === 'advcl' && childBy(tree, child.i, 'mark')?.lower === 'to')),
    )

/** Whether words in quotation marks stand among what is said. */
export const directness = (reading: Reading, { from, to }: Stretch): Candidate['direct'] => {
  for (let i = from; i < to; i++) if (reading.quoteOf(i) >= 0 && quoteOpenedBy(reading, i) >= 0) return 'some'
  return 'none'
}
