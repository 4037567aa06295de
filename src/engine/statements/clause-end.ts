import type { Token } from '../language/parsed.ts'
import { isBreak, relationOf, type Tree } from './clause.ts'
import { TIME_WORDS } from './cues/words.ts'
import { speaksAnew } from './new-voice.ts'
import type { Reading } from './reading.ts'

const isCounted = (tree: Tree, noun: Token): boolean =>
  noun.upos === 'NOUN' && !TIME_WORDS.has(noun.lemma) && tree.children(noun.i).some((child) => relationOf(child) === 'nummod')

/** What stands between the verb and its clause belongs to the clause unless it hangs on the verb ("said on Monday in Oslo that"). */
export const clauseStart = (tree: Tree, verb: Token, start: number, left: number, clause: number): number => {
  if (start >= left) return Math.min(start, clause)
  const between = tree
    .children(verb.i)
    .find(
      (child) =>
        child.i >= start &&
        tree.left(child.i) <= start &&
        tree.right(child.i) <= left &&
        ['obl', 'advmod', 'iobj', 'advcl'].includes(relationOf(child)),
    )
  // "said at least 19 people, six of them children, had died": a count before a clause without a subject is its subject.
  const isSubject = between && isCounted(tree, between) && !tree.children(clause).some((child) => relationOf(child) === 'nsubj')
  return between && between.i !== clause && !isSubject ? left : start
}

/** Words that follow without any mark are part of what is said, whatever the parser hangs them on. */
export const toBoundary = (tree: Tree, verb: Token, end: number): number => {
  const { tokens, sentence } = tree
  let to = end
  while (to < sentence.last) {
    const token = tokens[to]
    if (token?.text === ',' && tokens[to + 1]?.lower === 'and' && isPlainClause(tree, to + 2)) to += 2
    else if (!token || (isBreak(token) && !QUOTE.test(token.text))) break
    if (token.upos === 'CCONJ' && isSharedVerb(tree, to + 1) && tokens[token.head]?.head === verb.i) break
    to++
  }
  return to
}
const QUOTE = /^["“”]$|^''$/

/** "…, and at least a dozen were hurt.": a clause up to the end that nobody else is said to say. */
const isPlainClause = (tree: Tree, from: number): boolean => {
  const { tokens, sentence } = tree
  let verbs = 0
  for (let i = from; i < sentence.last; i++) {
    const token = tokens[i]
    if (!token || (token.text === ',' && i < sentence.last - 1)) return false
    if (token.upos === 'VERB' || token.upos === 'AUX') {
      if (i === from || SPOKEN.has(token.lemma)) return false
      verbs++
    }
  }
  return verbs > 0
}

/** "put the toll at 89, including 31 women and five children", "31 dead, with seven missing": on to where the breakdown of a figure ends. */
export const breakdownEnd = (tree: Tree, end: number): number => {
  const { tokens, sentence } = tree
  let to = end
  while (to + 2 < sentence.last && tokens[to]?.text === ',' && isBreakdown(tokens, to + 1)) {
    to++
    while (to < sentence.last && !(isBreak(tokens[to]) && !QUOTE.test(tokens[to]?.text ?? ''))) {
      if (tokens[to]?.upos === 'CCONJ' && /^VB[DZP]$/.test(tokens[to + 1]?.xpos ?? '')) break
      to++
    }
  }
  return to
}

const isBreakdown = (tokens: Tree['tokens'], i: number): boolean => {
  const [first, second] = [tokens[i]?.lower ?? '', tokens[i + 1]?.lower ?? '']
  return (
    /^(?:including|among)$/.test(first) ||
    (first === 'with' && tokens[i + 1]?.upos === 'NUM') ||
    (second === 'of' && /^(?:them|whom|these|those)$/.test(tokens[i + 2]?.lower ?? ''))
  )
}

/** A verb right behind "and" has the subject of the verb of saying; "and nine were hurt" goes on with what is said. */
const isSharedVerb = (tree: Tree, i: number): boolean => {
  let at = i
  while (['ADV', 'PART'].includes(tree.tokens[at]?.upos ?? '')) at++
  return ['VERB', 'AUX'].includes(tree.tokens[at]?.upos ?? '')
}

/**
 * Where the speaker's words end and the document speaks of the saying again: ", adding that …", ", citing police", "and called it …".
 */
export const beforeAside = (reading: Reading, tree: Tree, verb: Token, from: number, to: number): number => {
  const { tokens } = tree
  const quoted = reading.quoteOf(verb.i)
  for (let i = from + 1; i < to - 1; i++) {
    const token = tokens[i]
    if (!token || reading.quoteOf(i) !== quoted) continue
    if (token.text === ',' && isAside(tree, i + 1)) return i
    if (speaksAnew(tree, i)) return i
    if (token.upos === 'CCONJ' && isSameVoice(tree, verb, i)) return i
    if (DASH.test(token.text) && !hasDash(tree, i + 1, to)) return i
  }
  return to
}

const DASH = /^(?:—|–|--|―)$/
const hasDash = (tree: Tree, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (DASH.test(tree.tokens[i]?.text ?? '')) return true
  return false
}

const isAside = ({ tokens }: Tree, i: number): boolean => {
  const token = tokens[i]
  if (token?.lower === 'according') return tokens[i + 1]?.lower === 'to'
  return token?.xpos === 'VBG' && ASIDES.has(token.lemma)
}
const ASIDES = new Set([
  'add',
  'cite',
  'quote',
  'say',
  'note',
  'argue',
  'refer',
  'reference',
  'tell',
  'warn',
  'stress',
  'insist',
  'claim',
  'point',
  'describe',
  'call',
  'accuse',
  'blame',
])

/** "Said A and called it B": a second verb of saying in the same tense, without a subject of its own. */
const isSameVoice = (tree: Tree, verb: Token, i: number): boolean => {
  let at = i + 1
  while (tree.tokens[at]?.upos === 'ADV') at++
  const next = tree.tokens[at]
  const sameTense = next?.xpos === verb.xpos || (verb.xpos === 'VBD' && next?.xpos === 'VBN' && next.lemma === 'call')
  if (next?.upos !== 'VERB' || !sameTense || !SPOKEN.has(next.lemma)) return false
  return !tree.children(next.i).some((child) => relationOf(child) === 'nsubj' && child.i < next.i)
}
const SPOKEN = new Set([
  'say',
  'add',
  'call',
  'tell',
  'warn',
  'urge',
  'accuse',
  'blame',
  'deny',
  'insist',
  'describe',
  'ask',
  'defend',
  'criticize',
  'criticise',
  'praise',
  'promise',
  'vow',
  'note',
  'argue',
  'attribute',
  'dismiss',
  'reject',
  'condemn',
  'denounce',
])

/** "Said A, and B died": the second clause has a subject of its own and may be said too. */
const hasOwnSubject = (tree: Tree, verb: Token): boolean =>
  tree.children(verb.i).some((child) => relationOf(child) === 'nsubj' && child.i < verb.i)

/** A coordinated verb of the same speaker ends the clause: "said A and added B". */
export const clauseEnd = (tree: Tree, verb: Token, right: number): number => {
  const next = tree
    .children(verb.i)
    .find(
      (child) =>
        relationOf(child) === 'conj' &&
        child.i > verb.i &&
        (child.xpos === verb.xpos || child.upos !== 'VERB') &&
        !hasOwnSubject(tree, child),
    )
  return next ? Math.min(right, Math.max(verb.i + 1, tree.left(next.i))) : right
}

/** ", which has denied it" after the one accused is the document's own addition. */
export const withoutRelative = (tree: Tree, from: number, to: number): number => {
  for (let i = from + 1; i < to - 1; i++)
    if (tree.tokens[i]?.text === ',' && ['which', 'who', 'whose', 'whom'].includes(tree.tokens[i + 1]?.lower ?? '')) return i
  return to
}
