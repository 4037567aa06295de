import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, isBreak, relationOf, type Tree } from './clause.ts'
import { quoteRun, toContentSpan } from './content.ts'
import { quoteClosedBy, type Reading, spanOf } from './reading.ts'
import { type Source, toSource } from './source.ts'

/** Words that name a speaker without a verb: "according to", "per", "in the words of", "in the view of". */
const OPENINGS: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['per'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
  ['in', 'the', 'estimation', 'of'],
  ['in', 'the', 'eyes', 'of'],
  ['by', 'the', 'account', 'of'],
  ['by', 'the', 'estimate', 'of'],
  ['by', 'the', 'reckoning', 'of'],
  ['on', 'the', 'evidence', 'of'],
  ['on', 'the', 'word', 'of'],
  ['as', 'per'],
  ['citing'],
  ['quoting'],
]
const CITING = new Set(['citing', 'quoting'])

/** Reads "according to X" and its like: the rest of the sentence is X's word. */
export const toPrepositionCandidate = (reading: Reading, tree: Tree, token: Token): Candidate | undefined => {
  const { tokens, sentence } = tree
  const opening = OPENINGS.find((words) => words.every((word, k) => tokens[token.i + k]?.lower === word && token.i + k < sentence.last))
  if (!opening || CITING.has(token.lower)) return undefined
  const after = token.i + opening.length
  if (after >= sentence.last) return undefined
  const head = findHead(tree, token.i, after)
  const source =
    frontedSource(reading, tree, token.i, after, head ?? after) ??
    (head === undefined ? plainSource(reading, tree, after) : toSource(reading, tree, head, { from: after }))
  if (!source) return undefined
  const content = contentAround(reading, tree, token.i, source.to)
  if (content.length === 0) return undefined
  return {
    at: token.i,
    cue: spanOf(reading, token.i, after),
    source: source.span,
    sourceHead: source.head,
    content,
    direct: reading.quoteOf(token.i - 2) >= 0 ? 'all' : 'none',
    stance: 'asserts',
    features: ['preposition', `preposition=${opening[0]}`, reading.quoteOf(token.i) >= 0 ? 'inside-quote' : 'outside-quote'],
  }
}

/** Up to the next mark, where the parser sees no noun. */
const plainSource = (reading: Reading, tree: Tree, from: number): Source | undefined => {
  let to = from
  while (to < tree.sentence.last && to - from < 10 && !isBreak(tree.tokens[to])) to++
  return to > from && to - from < 10 ? { span: spanOf(reading, from, to), head: to - 1, from, to } : undefined
}

/** "According to police in Oslo, the man fled": up to the comma; an apposition between two commas belongs to the speaker. */
const frontedSource = (reading: Reading, tree: Tree, at: number, from: number, head: number): Source | undefined => {
  const { tokens, sentence } = tree
  if (at > sentence.first + 1) return undefined
  const commaAfter = (i: number): number => {
    for (let k = i; k < Math.min(sentence.last, i + 25); k++) if (tokens[k]?.text === ',') return k
    return -1
  }
  const first = commaAfter(from)
  if (first <= from) return undefined
  const second = commaAfter(first + 1)
  const behind = tokens[second + 1]
  const apposed =
    second > 0 &&
    behind &&
    ['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(behind.upos) &&
    ['DET', 'NOUN', 'PROPN'].includes(tokens[first + 1]?.upos ?? '')
  const to = apposed && !hasVerb(tokens, first, second) ? second : first
  return { span: spanOf(reading, from, to === second ? to + 1 : to), head: Math.min(head, to - 1), from, to }
}

const hasVerb = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (tokens[i]?.upos === 'VERB' || tokens[i]?.upos === 'AUX') return true
  return false
}

/** The noun that the words govern: the nearest one after them whose subtree reaches back to them or begins behind them. */
const findHead = (tree: Tree, from: number, after: number): number | undefined => {
  for (let i = after; i < tree.sentence.last; i++) {
    const token = tree.tokens[i]
    if (!token || token.upos === 'VERB' || isBreak(token)) return undefined
    if (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON') {
      let head = token
      for (
        let up = tree.tokens[head.head];
        up && up.i > after && (tree.left(up.i) <= after || isPartOf(head, up)) && ['NOUN', 'PROPN'].includes(up.upos);
        up = tree.tokens[up.head]
      )
        head = up
      return tree.left(head.i) >= from - 2 || head.i === i ? head.i : i
    }
  }
  return undefined
}

/** "Charlotte" of "the Charlotte-Mecklenburg Police Department". */
const isPartOf = (part: Token, whole: Token): boolean => whole.i > part.i && relationOf(part) === 'compound'

const contentAround = (reading: Reading, tree: Tree, from: number, to: number): readonly { start: number; end: number }[] => {
  const { sentence, tokens } = tree
  // "According to X, …": what follows.
  if (from <= sentence.first + 1) {
    const start = tokens[to]?.text === ',' ? to + 1 : to
    const rest = toContentSpan(reading, { from: start, to: sentence.last })
    return rest ? [rest] : []
  }
  const q = quoteClosedBy(reading, from - 1)
  const first = tokens[sentence.first]
  const quote = reading.quotes[q]
  if (q >= 0 && quote && first && quote.start <= first.start) return quoteRun(reading, q)
  const clause = clauseStart(tree, from)
  const before = toContentSpan(reading, { from: clause, to: from })
  if (!before) return []
  const comma = tokens[from - 1]?.text === ',' && tokens[to]?.text === ','
  const next = tokens[to + 1]
  if (
    comma &&
    next &&
    next.upos !== 'CCONJ' &&
    next.xpos !== 'VBG' &&
    to + 2 < sentence.last &&
    next.lower !== 'which' &&
    next.lower !== 'who'
  ) {
    const rest = toContentSpan(reading, { from: to + 1, to: sentence.last })
    if (rest) return [before, rest]
  }
  return [before]
}

/** Where the clause begins that the words belong to: behind an opening "But" or "and". */
const clauseStart = (tree: Tree, from: number): number => {
  const { sentence, tokens } = tree
  let at = sentence.first
  while (at < from && tokens[at]?.upos === 'PUNCT' && !/["“‘'(]/.test(tokens[at]?.text ?? '')) at++
  if (tokens[at]?.upos === 'CCONJ') at++
  const governor = tokens[tokens[from]?.head ?? -1]
  const host = governor && governor.i > from ? tokens[governor.head] : governor
  if (host && host.i < from && (relationOf(host) === 'conj' || relationOf(host) === 'parataxis') && childBy(tree, host.i, 'nsubj')) {
    let left = tree.left(host.i)
    while (left < host.i && (tokens[left]?.upos === 'CCONJ' || tokens[left]?.upos === 'PUNCT')) left++
    return Math.max(at, left)
  }
  return at
}
