import type { Token } from '../language/parsed.ts'
import { isBreak, isNominal, relationOf, type Tree } from './clause.ts'
import type { CueWords } from './cue-words.ts'
import { PERSONAL, POSSESSIVE, WEEKDAYS } from './cues/words.ts'
import { toSpeakerKind } from './kind.ts'
import { quoteClosedBy, type Reading, spanOf } from './reading.ts'
import { skipSetting } from './setting.ts'
import { type Source, type Subject, toSource } from './source.ts'
import { isFiniteForm } from './verb-frame.ts'

export const sourceBeside = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  words: CueWords,
  subject: Subject,
  speech: boolean,
): Source | undefined => {
  const shared = sharedInHeadline(reading, tree, verb, words)
  if (shared) return shared
  const found = sourceOf(reading, tree, verb, words, subject)
  // "The man, who asked not to be named, said eleven of them were children": a clause behind the verb is no speaker.
  if (found && tree.tokens[words.from - 1]?.text === ',' && isMisplaced(tree, verb, words, found)) {
    const opening = openingSource(reading, tree, words)
    if (opening) return opening
  }
  if (!speech) return found
  const tail = tailSource(reading, tree, verb, words, found)
  if (tail) return tail
  const inverted = invertedSource(reading, tree, verb, words)
  // "…, said a spokesman.": nothing but the speaker up to the end.
  if (inverted && tree.tokens[inverted.to]?.text === '.' && tree.tokens[inverted.to]?.sentence === verb.sentence) return inverted
  if (found?.to === words.from || (found && found.from >= words.to)) return found
  return inverted ?? found ?? adjacentSource(reading, tree, verb, words)
}

/** Verbs behind which a speaker may stand: "…, said the mayor". Nobody writes "…, rejected the mayor". */
const INVERTING = new Set(
  'say add write note ask reply recall explain warn insist announce declare state remark tell read argue'.split(' '),
)

/** A speaker that the parser found behind the verb or in an apposition, where one stands at the beginning of the sentence. */
const isMisplaced = (tree: Tree, verb: Token, words: CueWords, found: Source): boolean => {
  if (found.from >= words.to) return holdsFiniteVerb(tree, found) || !INVERTING.has(verb.lemma)
  const before = tree.tokens[found.from - 1]
  return found.from > tree.sentence.first && (before?.text === ',' || /^(?:which|who|whom|whose)$/.test(before?.lower ?? ''))
}

const holdsFiniteVerb = ({ tokens }: Tree, { from, to }: Source): boolean =>
  tokens
    .slice(from, to)
    .some(({ upos, xpos }, k) => k > 0 && (upos === 'VERB' || upos === 'AUX') && ['VBD', 'VBP', 'VBZ'].includes(xpos)) &&
  !tokens.slice(from, to).some(({ lower }) => /^(?:who|which|that|whose)$/.test(lower))

/** Longer than this, the words between the last comma and "said" are no name. */
const LONGEST_NAME = 14
const NAME_PARTS = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'ADP', 'PART', 'X', 'CCONJ', 'SYM'])

/** "…, City Police Department Sergeant Anna Berg said.": all between the last comma and the verb, whatever the parser makes of it. */
const tailSource = (reading: Reading, tree: Tree, verb: Token, words: CueWords, found: Source | undefined): Source | undefined => {
  const { tokens, sentence } = tree
  if (words.passive || !isFiniteForm(tree, verb)) return undefined
  const next = tokens[skipSetting(tree, words.to)]
  if (next && next.sentence === verb.sentence && !isBreak(next)) return undefined
  let from = words.from
  while (from > sentence.first && words.from - from < LONGEST_NAME && isNamePart(tokens[from - 1])) from--
  const before = tokens[from - 1]
  if (from === words.from || from === sentence.first || !before || !/^(?:[,"”]|'')$/.test(before.text)) return undefined
  if (tokens[from]?.upos === 'CCONJ' || tokens[from]?.upos === 'ADP') return undefined
  // "A, B and C said" are three speakers; "…, B said" is one, even where the parser joins it to the noun before the comma.
  if (
    found?.to === words.from &&
    (found.from === from || (found.from < from && tokens.slice(from, words.from).some(({ upos }) => upos === 'CCONJ')))
  )
    return undefined
  const head = found && found.head >= from && found.head < words.from ? found.head : words.from - 1
  return { span: spanOf(reading, from, words.from), head, from, to: words.from }
}

const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined &&
  !isBreak(token) &&
  (NAME_PARTS.has(token.upos) || token.upos === 'PUNCT' || toSpeakerKind({ words: token.text }) !== 'unknown')

/** "Who police said": a noun right before the verb that the parser took for something else. */
export const adjacentSource = (reading: Reading, tree: Tree, verb: Token, words: CueWords): Source | undefined => {
  const before = tree.tokens[words.from - 1]
  if (!before || before.sentence !== verb.sentence || words.passive || !isFiniteForm(tree, verb)) return undefined
  if (toSpeakerKind({ words: before.text }) !== 'unknown')
    return { span: spanOf(reading, before.i, before.i + 1), head: before.i, from: before.i, to: before.i + 1 }
  if (before.text === ',') return openingSource(reading, tree, words)
  // A name that was taken for an auxiliary: "VARGAS SAID".
  if (before.upos === 'AUX' && before.i === tree.sentence.first)
    return { span: spanOf(reading, before.i, before.i + 1), head: before.i, from: before.i, to: before.i + 1 }
  if (before.upos === 'VERB' && verb.lower === 'said') return phraseBefore(reading, tree, words.from)
  if (!isNominal(before)) return undefined
  return toSource(reading, tree, before.i, { to: words.from }) ?? besideSetting(reading, tree, words.from)
}

/** "In the House of Commons the Secretary of State called": the noun phrase that begins with the last article, right behind another noun. */
const besideSetting = (reading: Reading, tree: Tree, to: number): Source | undefined => {
  const { tokens, sentence } = tree
  for (let from = to - 1; from > sentence.first && to - from < LONGEST_NAME && isNamePart(tokens[from]); from--) {
    const before = tokens[from - 1]
    if (tokens[from]?.upos !== 'DET' || (before?.upos !== 'NOUN' && before?.upos !== 'PROPN')) continue
    const head = tokens.slice(from + 1, to).find(({ upos }) => upos === 'NOUN' || upos === 'PROPN')
    return head && { span: spanOf(reading, from, to), head: head.i, from, to }
  }
  return undefined
}

/** "Berg, who knew none of the victims, said": the words that open the sentence, up to the comma before the verb. */
export const openingSource = (reading: Reading, tree: Tree, words: Pick<CueWords, 'from'>): Source | undefined => {
  const { tokens } = tree
  const from = behindTime(tree)
  const comma = tokens.slice(from, from + 12).find(({ text }) => text === ',')?.i
  if (comma === undefined || comma + 2 >= words.from || words.from - comma > 25 || comma === from) return undefined
  // "An official who was in the street,": a clause may say which one it is.
  const clause = tokens.slice(from + 1, comma).find(({ lower }) => lower === 'who')?.i ?? comma
  for (let i = from; i < clause; i++) if (!NAME_PARTS.has(tokens[i]?.upos ?? '') || tokens[from]?.upos === 'ADP') return undefined
  // "The head of the railways, Anna Berg,": the noun before the first preposition, else the last word.
  const preposition = tokens.slice(from + 1, clause).find(({ upos }) => upos === 'ADP')?.i
  return { span: spanOf(reading, from, words.from), head: (preposition ?? clause) - 1, from, to: words.from }
}

/** "By nightfall the mission, citing its staff, put it at 35": where the speaker begins behind a time that opens the sentence. */
const behindTime = ({ tokens, sentence }: Tree): number => {
  if (tokens[sentence.first]?.upos !== 'ADP') return sentence.first
  const article = tokens.slice(sentence.first + 2, sentence.first + 5).find(({ upos }) => upos === 'DET')
  const before = article && tokens[article.i - 1]
  return article && (before?.upos === 'NOUN' || before?.upos === 'PROPN') && before.lower !== 'of' ? article.i : sentence.first
}

/** "…,” said a teacher from the village": the speaker behind the verb, whatever the parser makes of it. */
const invertedSource = (reading: Reading, tree: Tree, verb: Token, words: CueWords): Source | undefined => {
  const { tokens } = tree
  const before = tokens[words.from - 1]
  const next = tokens[words.to]
  if (!before || !next || before.sentence !== verb.sentence || !isFiniteForm(tree, verb)) return undefined
  if (quoteClosedBy(reading, before.i) < 0 && !/^[,?!]$/.test(before.text)) return undefined
  if (
    !['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON'].includes(next.upos) ||
    WEEKDAYS.has(next.lower) ||
    next.lower === 'that' ||
    next.lower === 'this'
  )
    return undefined
  if (!INVERTING.has(verb.lemma) && quoteClosedBy(reading, before.i) < 0) return undefined
  const head = tree.children(verb.i).find((child) => child.i >= words.to && tree.left(child.i) === words.to)
  // "The man, who asked not to be named, said eleven of them were children": a clause is no speaker.
  if (head && tree.children(head.i).some((child) => relationOf(child) === 'nsubj' || relationOf(child) === 'cop')) return undefined
  return head && (isNominal(head) || head.upos === 'ADJ') ? toSource(reading, tree, head.i, { from: words.to }) : undefined
}

/** "Army says convoy hit, denies losses": in a headline the second verb shares the speaker, and what follows is no speaker. */
const sharedInHeadline = (reading: Reading, tree: Tree, verb: Token, words: CueWords): Source | undefined => {
  const { tokens, sentence } = tree
  if (verb.xpos !== 'VBZ' || !SHARING.has(verb.lemma) || verb.lemma === 'say' || tokens[words.from - 1]?.text !== ',') return undefined
  const first = tokens
    .slice(sentence.first + 1, words.from - 1)
    .find(({ upos, xpos, lemma }) => upos === 'VERB' && xpos === 'VBZ' && SHARING.has(lemma))
  return first && phraseOpening(reading, tree, first.i)
}
const SHARING = new Set(['say', 'deny', 'claim', 'confirm', 'admit', 'blame', 'accuse', 'report'])

/** The words with which a headline begins, up to its verb. */
const phraseOpening = (reading: Reading, tree: Tree, to: number): Source | undefined => {
  const from = tree.sentence.first
  if (to - from > LONGEST_NAME || !tree.tokens.slice(from, to).every(isNamePart)) return undefined
  return { span: spanOf(reading, from, to), head: to - 1, from, to }
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
  return phraseBefore(reading, tree, to)
}

/** The noun phrase with which the words before a verb begin. */
const phraseBefore = (reading: Reading, tree: Tree, to: number): Source | undefined => {
  const { tokens, sentence } = tree
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
