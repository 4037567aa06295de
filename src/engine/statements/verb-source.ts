import type { Token } from '../language/parsed.ts'
import { isBreak, isNominal, type Tree } from './clause.ts'
import type { CueWords } from './cue-words.ts'
import { PERSONAL, POSSESSIVE, WEEKDAYS } from './cues/words.ts'
import { toSpeakerKind } from './kind.ts'
import { quoteClosedBy, type Reading, spanOf } from './reading.ts'
import { type Source, type Subject, toSource } from './source.ts'

export const sourceBeside = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  words: CueWords,
  subject: Subject,
  speech: boolean,
): Source | undefined => {
  const found = sourceOf(reading, tree, verb, words, subject)
  if (!speech || found?.to === words.from || (found && found.from >= words.to)) return found
  return invertedSource(reading, tree, verb, words) ?? found ?? adjacentSource(reading, tree, verb, words)
}

/** "Who police said": a noun right before the verb that the parser took for something else. */
const adjacentSource = (reading: Reading, tree: Tree, verb: Token, words: CueWords): Source | undefined => {
  const before = tree.tokens[words.from - 1]
  if (!before || before.sentence !== verb.sentence || words.passive || !['VBD', 'VBZ', 'VBP'].includes(verb.xpos)) return undefined
  if (toSpeakerKind({ words: before.text }) !== 'unknown')
    return { span: spanOf(reading, before.i, before.i + 1), head: before.i, from: before.i, to: before.i + 1 }
  return isNominal(before) ? toSource(reading, tree, before.i, { to: words.from }) : undefined
}

/** "…,” said a teacher from the village": the speaker behind the verb, whatever the parser makes of it. */
const invertedSource = (reading: Reading, tree: Tree, verb: Token, words: CueWords): Source | undefined => {
  const { tokens } = tree
  const before = tokens[words.from - 1]
  const next = tokens[words.to]
  if (!before || !next || before.sentence !== verb.sentence || !['VBD', 'VBZ', 'VBP'].includes(verb.xpos)) return undefined
  if (quoteClosedBy(reading, before.i) < 0 && !/^[,?!]$/.test(before.text)) return undefined
  if (
    !['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON'].includes(next.upos) ||
    WEEKDAYS.has(next.lower) ||
    next.lower === 'that' ||
    next.lower === 'this'
  )
    return undefined
  const head = tree.children(verb.i).find((child) => child.i >= words.to && tree.left(child.i) === words.to)
  return head && (isNominal(head) || head.upos === 'ADJ') ? toSource(reading, tree, head.i, { from: words.to }) : undefined
}

const sourceOf = (reading: Reading, tree: Tree, verb: Token, words: CueWords, { head, path }: Subject): Source | undefined => {
  if (!head || (reading.quoteOf(head.i) >= 0 && reading.quoteOf(head.i) !== reading.quoteOf(verb.i))) return undefined
  if (path === 'own') {
    if (head.i < words.from) return besideMisread(reading, tree, head, words.from) ?? toSource(reading, tree, head.i, { to: words.from })
    return toSource(reading, tree, head.i, { from: words.to })
  }
  if (path === 'noun')
    return toSource(reading, tree, head.i, head.i < verb.i ? { to: Math.min(tree.left(verb.i), words.from) } : { from: words.to })
  if (path === 'agent') return toSource(reading, tree, head.i, { from: words.to })
  if (head.i > verb.i) return toSource(reading, tree, head.i, { from: words.to })
  // A subject shared with the verb that this one hangs on stands before that verb.
  let owner = head.head
  while (owner > head.i && owner < verb.i && ['AUX', 'ADV', 'PART'].includes(tree.tokens[owner - 1]?.upos ?? '')) owner--
  const misread = owner > head.i && owner < verb.i ? besideMisread(reading, tree, head, owner) : undefined
  return misread ?? toSource(reading, tree, head.i, { to: words.from })
}

/**
 * A subject that cannot be one: a verb ("an official who asked not to be named said") or the noun behind a preposition ("the office in
 * Oslo lowered"). The speaker is then the noun phrase that the words before the verb begin with.
 */
const besideMisread = (reading: Reading, tree: Tree, head: Token, to: number): Source | undefined => {
  const { tokens, sentence } = tree
  const before = tokens[tree.left(head.i) - 1]
  const behindPreposition =
    before?.upos === 'ADP' && before.i > sentence.first && ['PROPN', 'NOUN'].includes(tokens[before.i - 1]?.upos ?? '')
  if (!behindPreposition && head.upos !== 'VERB' && head.upos !== 'AUX' && head.upos !== 'PART') return undefined
  let from = to
  while (
    from > sentence.first &&
    to - from < 16 &&
    !isBreak(tokens[from - 1]) &&
    tokens[from - 1]?.upos !== 'CCONJ' &&
    tokens[from - 1]?.xpos !== 'MD'
  )
    from--
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || !['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'PUNCT'].includes(token.upos)) return undefined
    const next = tokens[i + 1]
    const ends =
      (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ') &&
      next &&
      (next.upos === 'ADP' || ['who', 'that', 'which'].includes(next.lower))
    if (ends) return { span: spanOf(reading, from, to), head: i, from, to }
  }
  return undefined
}

export const sourceType = (tree: Tree, source: Source | undefined): string => {
  if (!source) return 'none'
  const head = tree.tokens[source.head]
  if (!head) return 'none'
  if (PERSONAL.has(head.lower) || POSSESSIVE.has(head.lower)) {
    if (['who', 'which', 'that'].includes(head.lower)) return 'relative'
    if (['it', 'this'].includes(head.lower)) return 'it'
    if (['i', 'we', 'you', 'my', 'our', 'your'].includes(head.lower)) return 'first'
    return 'personal'
  }
  if (head.name !== 'O' || head.upos === 'PROPN') return 'name'
  if (head.upos === 'PRON' || head.upos === 'DET') return 'pronoun'
  return head.lemma === head.lower ? 'noun' : 'plural'
}
