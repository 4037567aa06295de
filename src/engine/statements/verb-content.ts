import type { Span } from '../../model/span.ts'
import type { Token } from '../language/parsed.ts'
import { childBy, isBreak, relationOf, type Tree } from './clause.ts'
import { beforeAside, clauseEnd, clauseStart, toBoundary } from './clause-end.ts'
import { aroundInquit, clauseAfter, directness, infinitiveAfter, quoteRun, toContentSpan } from './content.ts'
import type { CueWords } from './cue-words.ts'
import type { VerbCue } from './cues/verbs.ts'
import { speaksAnew } from './new-voice.ts'
import { quoteOpenedBy, type Reading } from './reading.ts'
import { skipSetting } from './setting.ts'
import { passiveSubject, type Source, type Subject } from './source.ts'
import { type Found, has, SPEECH } from './verb-frame.ts'
import { nominalContent } from './verb-object.ts'
import { sourceType } from './verb-source.ts'

export const contentOf = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  cue: VerbCue,
  words: CueWords,
  source: Source | undefined,
  subject: Subject,
): Found | undefined => {
  const { sentence, tokens } = tree
  // "…, said his brother": whoever stands behind the verb is its own subject, whatever the parse calls it.
  const path = source && source.from >= words.to ? 'own' : subject.path
  const afterSource = source && source.from >= words.to ? source.to : words.to
  if (words.passive) return passiveContent(reading, tree, verb, cue, words, source)

  // Words in quotation marks right after the verb: "X said, “…”".
  const speech = has(cue, ...SPEECH)
  const recipient = has(cue, 'tell', 'ask', 'answer', 'urge', 'warn') ? recipientEnd(tree, verb, afterSource) : afterSource
  const start = skipSetting(tree, skipSetting(tree, recipient))
  const lead = /^[,:]$/.test(tokens[start]?.text ?? '') ? start + 1 : start
  if (speech && lead < sentence.last) {
    const q = quoteOpenedBy(reading, lead)
    if (q >= 0) return { complement: 'quote', ...directAfter(reading, tree, verb, lead, q) }
  }

  // "Fifty died, a spokesman told reporters; about 100 were hurt", "the toll was lowered, he said, because …": the clause goes on.
  const inquitFrom = source ? Math.min(source.from, words.from) : sentence.first
  const isInside = speech && inquitFrom > sentence.first && isBreak(tokens[inquitFrom - 1])
  const isBeside = source?.to === words.from && isAddition(tree, inquitFrom, start)
  if (isInside && ((path === 'own' && goesOn(tree, start)) || isBeside)) {
    const inquit = inquitContent(reading, tree, words, source, start)
    const listed = tokens[start]?.text === ':' ? toContentSpan(reading, { from: start + 1, to: sentence.last }) : undefined
    if (inquit) return listed ? { ...inquit, content: [...inquit.content, listed] } : inquit
  }

  // "…, the mayor said, while the opposition spoke of eleven dead": what follows is somebody else's.
  const isClosed = afterSource < sentence.last && speaksAnew(tree, afterSource)
  const clause = isClosed
    ? undefined
    : (clauseAfter(tree, verb, afterSource) ?? (has(cue, 'tell') ? toldClause(tree, verb, afterSource) : undefined))
  // "Said in a note read on the radio": how it came out is no clause of what was said.
  if (
    clause &&
    clause.i >= start &&
    (speech ||
      has(
        cue,
        'believe',
        'know',
        'fear',
        'expect',
        'want',
        'show',
        'find',
        'promise',
        'threaten',
        'decide',
        'demand',
        'perceive',
        'plan',
        'feel',
        'urge',
        'discuss',
      ))
  ) {
    const from = clauseStart(tree, verb, start, tree.left(clause.i), clause.i)
    const stretch = {
      from: skipSetting(tree, from),
      to: beforeAside(reading, tree, verb, from, toBoundary(tree, verb, clauseEnd(tree, verb, tree.right(clause.i)))),
    }
    const content = toContentSpan(reading, stretch)
    if (content) return { complement: 'clause', content: [content], direct: directness(reading, stretch) }
  }

  // "Said that …", where the parser lost the clause.
  if (
    tokens[start]?.lower === 'that' &&
    tokens[start]?.upos !== 'PRON' &&
    start + 2 < sentence.last &&
    (speech || has(cue, 'believe', 'know', 'fear', 'show', 'find'))
  ) {
    const stretch = { from: start, to: beforeAside(reading, tree, verb, start, sentence.last) }
    const content = toContentSpan(reading, stretch)
    if (content) return { complement: 'clause', content: [content], direct: directness(reading, stretch) }
  }

  // A whole clause that the parser hung elsewhere: "authorities say it was after nine when …".
  if (
    has(cue, 'say', 'tell', 'add', 'announce', 'claim', 'warn') &&
    path === 'own' &&
    source &&
    source.to === words.from &&
    holdsClause(tree, start)
  ) {
    const stretch = { from: start, to: beforeAside(reading, tree, verb, start, sentence.last) }
    const content = toContentSpan(reading, stretch)
    if (content) return { complement: 'clause', content: [content], direct: directness(reading, stretch) }
  }

  // "…, X said": nothing of what is said stands behind the verb. "X, which has denied it," says nothing of what stands before it.
  const relative = isRelative(tree, verb) && (!source || sourceType(tree, source) === 'relative' || source.to !== words.from)
  if (
    !relative &&
    path !== 'adverbial' &&
    isOver(tree, start, has(cue, 'tell', 'ask')) &&
    (speech || has(cue, 'believe', 'find', 'show', 'know', 'fear'))
  ) {
    const inquit = inquitContent(reading, tree, words, source, recipient)
    if (inquit) return inquit
  }

  if (tokens[start]?.text === ':' && speech && start + 1 < sentence.last) {
    const stretch = { from: start + 1, to: sentence.last }
    const content = toContentSpan(reading, stretch)
    if (content) return { complement: 'colon', content: [content], direct: directness(reading, stretch) }
  }
  // "The ministry said in a statement:" and the paragraphs after it.
  if (tokens[start]?.text === ':' && speech) return { complement: 'opening', content: [], direct: 'none' }
  return nominalContent(reading, tree, verb, cue, words, afterSource)
}

/** In a relative clause, also as its second verb: "who had fled and asked not to be named". */
const isRelative = ({ tokens }: Tree, verb: Token): boolean => {
  const above = tokens[verb.head]
  return relationOf(verb) === 'acl' || (relationOf(verb) === 'conj' && above !== undefined && relationOf(above) === 'acl')
}

const SUBORDINATING = new Set(['because', 'although', 'though', 'after', 'before', 'when', 'since', 'until', 'as'])

/** What was being said before the speaker goes on behind a semicolon or with a subordinate clause. */
const goesOn = ({ tokens, sentence }: Tree, i: number): boolean => {
  if (i + 1 >= sentence.last) return false
  if (tokens[i]?.text === ';') return true
  // "…, officials said, raising fears", "…, he said, adding that …".
  return tokens[i]?.text === ',' && (SUBORDINATING.has(tokens[i + 1]?.lower ?? '') || tokens[i + 1]?.xpos === 'VBG')
}

/** "Nine died in Gao, police and medics said, the latest of many attacks", "…, a minister said: five women and four men": no clause of its own. */
const isAddition = ({ tokens, sentence }: Tree, inquit: number, i: number): boolean =>
  /^[,:]$/.test(tokens[i]?.text ?? '') &&
  tokens[inquit - 1]?.text === ',' &&
  tokens.slice(sentence.first, inquit).some(({ xpos }) => FINITE.has(xpos) || xpos === 'VBN') &&
  i + 1 < sentence.last &&
  !hasClause(tokens.slice(i + 1, sentence.last))

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** A finite verb that no relative clause holds. */
const hasClause = (words: readonly Token[]): boolean =>
  words.some(({ xpos, deprel }) => FINITE.has(xpos) && !/^(?:acl|aux|cop)/.test(deprel))

/** A subject and a finite verb before the next mark. */
const holdsClause = (tree: Tree, from: number): boolean => {
  const { tokens, sentence } = tree
  if (!['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(tokens[from]?.upos ?? '')) return false
  for (let i = from + 1; i < sentence.last && !isBreak(tokens[i]); i++) if (FINITE.has(tokens[i]?.xpos ?? '')) return true
  return false
}

/** Nothing that could be said stands behind the verb. */
const isOver = (tree: Tree, i: number, told: boolean): boolean => {
  const token = tree.tokens[i]
  return told || !token || i >= tree.sentence.last || !['DET', 'NOUN', 'PROPN', 'PRON', 'VERB', 'AUX', 'NUM'].includes(token.upos)
}

/** Where the one spoken to ends: "told reporters", "told a news conference". */
const recipientEnd = (tree: Tree, verb: Token, after: number): number => {
  const one = tree.children(verb.i).find((child) => child.i >= after && ['obj', 'iobj'].includes(relationOf(child)))
  if (!one || tree.left(one.i) > after + 1) return after
  if (toldClause(tree, verb, after)) return one.i + 1
  // A clause that the parser hung on the one spoken to is what is said.
  let to = one.i + 1
  while (to < tree.right(one.i) && tree.tokens[to]?.lower !== 'that' && !isBreak(tree.tokens[to])) to++
  return Math.max(after, to)
}

/**
 * "Told the radio he had buried 76": a clause without a pronoun of its own that the parser hung on the one spoken to is what was told,
 * unless it says which one that is ("told the man he met").
 */
const toldClause = (tree: Tree, verb: Token, after: number): Token | undefined => {
  const one = tree.children(verb.i).find((child) => child.i >= after && ['obj', 'iobj'].includes(relationOf(child)))
  const clause = one && tree.children(one.i).find((child) => relationOf(child) === 'acl' && tree.left(child.i) === one.i + 1)
  if (!clause || !/^(?:NOUN|PROPN)$/.test(one?.upos ?? '')) return undefined
  const kids = tree.children(clause.i)
  if (kids.some(({ lower }) => /^(?:who|which|that|whom|whose|where|when)$/.test(lower))) return undefined
  const isWhole = kids.some((child) => relationOf(child) === 'obj' || relationOf(child) === 'cop' || child.deprel === 'nsubj:pass')
  return isWhole && kids.some((child) => relationOf(child) === 'nsubj' && child.i < clause.i) ? clause : undefined
}

const directAfter = (reading: Reading, tree: Tree, verb: Token, from: number, q: number): Pick<Found, 'content' | 'direct'> => {
  const run = quoteRun(reading, q)
  const quote = run[0] as Span
  const clause = clauseAfter(tree, verb, from)
  const reach = clause ? tree.right(clause.i) : from
  const last = tree.tokens[reach - 1]
  if (run.length === 1 && last && last.end > quote.end && reading.quoteOf(reach - 1) !== q) {
    const content = toContentSpan(reading, { from, to: reach })
    if (content && content.end > quote.end) return { content: [content], direct: 'some' }
  }
  return { content: run, direct: 'all' }
}

const inquitContent = (
  reading: Reading,
  tree: Tree,
  words: CueWords,
  source: Source | undefined,
  after: number = words.to,
): Found | undefined => {
  const from = source ? Math.min(source.from, words.from) : words.from
  const to = source ? Math.max(source.to, words.to, after) : Math.max(words.to, after)
  const inquit = aroundInquit(reading, tree, from, to)
  if (!inquit) return undefined
  return { complement: inquit.medial ? 'medial' : 'inquit', content: inquit.content, direct: inquit.direct }
}

/** "It was reported that …", "X is said to have …", "… were counted by the ministry". */
const passiveContent = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  cue: VerbCue,
  words: CueWords,
  source: Source | undefined,
): Found | undefined => {
  const subject = passiveSubject(tree, verb.i)
  const clause = clauseAfter(tree, verb, words.to)
  if (clause) {
    const stretch = { from: Math.max(words.to, tree.left(clause.i)), to: tree.right(clause.i) }
    const content = toContentSpan(reading, stretch)
    if (content) return { complement: 'clause', content: [content], direct: directness(reading, stretch) }
  }
  const infinitive = infinitiveAfter(tree, verb, words.to) ?? childBy(tree, verb.i, 'xcomp')
  const first =
    subject && subject.i < verb.i
      ? toContentSpan(reading, { from: tree.left(subject.i), to: Math.min(tree.right(subject.i), words.from) })
      : undefined
  const content: Span[] = first ? [first] : []
  if (infinitive && infinitive.i > verb.i) {
    const second = toContentSpan(reading, { from: Math.max(words.to, tree.left(infinitive.i)), to: tree.right(infinitive.i) })
    if (second) return { complement: 'passive', content: [...content, second], direct: 'none' }
  }
  if (!has(cue, 'tell', 'ask') || source) return content.length > 0 ? { complement: 'passive', content, direct: 'none' } : undefined
  return undefined
}
