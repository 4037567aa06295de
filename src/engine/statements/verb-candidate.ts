import type { Span } from '../../model/span.ts'
import type { Stance } from '../../model/statement.ts'
import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, isBreak, isNominal, isVerb, relationOf, type Tree } from './clause.ts'
import { aroundInquit, type Complement, clauseAfter, infinitiveAfter, quoteRun, type Stretch, toContentSpan } from './content.ts'
import { type CueWords, findVerbCue, toCueWords } from './cue-words.ts'
import { type CueClass, stanceOf, type VerbCue } from './cues/verbs.ts'
import { PERSONAL, POSSESSIVE, WEEKDAYS } from './cues/words.ts'
import { toSpeakerKind } from './kind.ts'
import { quoteClosedBy, quoteOpenedBy, type Reading, spanOf } from './reading.ts'
import { skipSetting, withoutChannel } from './setting.ts'
import { passiveSubject, type Source, type Subject, subjectOf, toSource } from './source.ts'

type Found = Readonly<{ complement: Complement; content: readonly Span[]; direct: Candidate['direct'] }>

const has = (cue: VerbCue, ...classes: readonly CueClass[]): boolean => classes.some((one) => cue.classes.has(one))

const SPEECH: readonly CueClass[] = [
  'say',
  'tell',
  'add',
  'write',
  'voice',
  'announce',
  'admit',
  'claim',
  'warn',
  'argue',
  'ask',
  'answer',
  'deny',
  'confirm',
  'estimate',
  'express',
  'quote',
]

/** Reads a verb as a cue: who, in which words, and what. Undefined where it introduces nothing. */
export const toVerbCandidate = (reading: Reading, tree: Tree, verb: Token): Candidate | undefined => {
  if (!isVerb(verb) && verb.xpos !== 'VBN' && verb.xpos !== 'VBG') return undefined
  const match = findVerbCue(tree, verb)
  if (!match) return undefined
  const { cue } = match
  if (isOnly(cue, 'set') && !setsFigure(tree, verb, match.to)) return undefined
  const words = toCueWords(tree, verb, match.to)
  const subject = subjectOf(tree, verb)
  const source = sourceBeside(reading, tree, verb, words, subject, has(cue, ...SPEECH) && !has(cue, 'tell', 'ask'))
  const found = contentOf(reading, tree, verb, cue, words, source, subject)
  if (!found) return undefined
  return {
    at: verb.i,
    cue: spanOf(reading, words.from, words.to),
    source: source?.span ?? null,
    sourceHead: source?.head ?? null,
    content: found.content,
    direct: found.direct,
    stance: isNobody(tree, source) ? 'declines-to-comment' : toStance(cue, words, found.complement),
    certain: isPlain(reading, tree, verb, cue, source, found),
    features: featuresOf(reading, tree, verb, cue, words, subject, source, found),
  }
}

const isOnly = (cue: VerbCue, cueClass: CueClass): boolean => cue.classes.size === 1 && cue.classes.has(cueClass)
const FIGURES = new Set(['number', 'toll', 'count', 'figure', 'tally', 'estimate', 'total', 'death', 'casualty', 'fatality'])

/** "Lowered the number from 70 to 40", "put the toll at 12": who sets a figure says it. */
const setsFigure = (tree: Tree, verb: Token, after: number): boolean => {
  const given = passiveSubject(tree, verb.i)
  if (given) return FIGURES.has(given.lemma)
  const object = childBy(tree, verb.i, 'obj')
  return object !== undefined && object.i >= after && FIGURES.has(object.lemma)
}

/** Verbs that, with a speaker beside them and words of theirs, leave no doubt that somebody says something. */
const PLAIN: readonly CueClass[] = ['say', 'tell', 'announce', 'claim', 'deny', 'confirm', 'accuse', 'add', 'warn']

const isPlain = (reading: Reading, tree: Tree, verb: Token, cue: VerbCue, source: Source | undefined, found: Found): boolean => {
  const { complement } = found
  if (!source || reading.quoteOf(verb.i) >= 0 || !has(cue, ...PLAIN, 'estimate', 'set')) return false
  const kind = sourceType(tree, source)
  if (kind === 'it' || kind === 'first' || kind === 'pronoun') return false
  if (has(cue, 'set') && !has(cue, 'announce', 'estimate')) return complement === 'object' && hasNumber(tree, found)
  if (has(cue, 'estimate', 'announce', 'confirm', 'claim') && (complement === 'object' || complement === 'predicate'))
    return hasNumber(tree, found)
  if (has(cue, 'deny', 'accuse') && (complement === 'object' || complement === 'predicate')) return true
  return (
    has(cue, 'say', 'tell', 'announce', 'claim', 'deny', 'confirm', 'add', 'warn') &&
    ['quote', 'clause', 'inquit', 'medial', 'colon', 'opening'].includes(complement)
  )
}

const sourceBeside = (
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

const hasNumber = ({ tokens, sentence }: Tree, { content }: Found): boolean => {
  const [first] = content
  if (!first) return false
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]
    if (token?.upos === 'NUM' && first.start <= token.start && token.end <= first.end) return true
  }
  return false
}

/** "No group said it was behind it": nobody says it. */
const isNobody = (tree: Tree, source: Source | undefined): boolean =>
  source !== undefined && ['no', 'none', 'nobody', 'neither'].includes(tree.tokens[source.from]?.lower ?? '')

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

const toStance = (cue: VerbCue, words: CueWords, complement: Complement): Stance => {
  const stance = stanceOf(cue)
  if (stance === 'declines-to-comment') return complement === 'infinitive' || complement === 'object' ? stance : 'asserts'
  if (stance === 'asserts' && words.negated) {
    if (has(cue, 'say', 'tell', 'announce', 'confirm', 'discuss', 'answer', 'admit', 'express', 'claim')) return 'declines-to-comment'
    if (has(cue, 'believe', 'know')) return 'doubts'
  }
  if (stance === 'denies' && words.negated) return 'asserts'
  return stance
}

const contentOf = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  cue: VerbCue,
  words: CueWords,
  source: Source | undefined,
  { path }: Subject,
): Found | undefined => {
  const { sentence, tokens } = tree
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

  const clause = clauseAfter(tree, verb, afterSource)
  if (
    clause &&
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

  // "…, X said": nothing of what is said stands behind the verb. "X, which has denied it," says nothing of what stands before it.
  const relative = relationOf(verb) === 'acl' && (!source || sourceType(tree, source) === 'relative' || source.to !== words.from)
  if (
    !relative &&
    path !== 'adverbial' &&
    isOver(tree, start, has(cue, 'tell', 'ask')) &&
    (speech || has(cue, 'believe', 'find', 'show', 'know', 'fear'))
  ) {
    const inquit = inquitContent(reading, tree, words, source)
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

/** Nothing that could be said stands behind the verb. */
const isOver = (tree: Tree, i: number, told: boolean): boolean => {
  const token = tree.tokens[i]
  return told || !token || i >= tree.sentence.last || !['DET', 'NOUN', 'PROPN', 'PRON', 'VERB', 'AUX', 'NUM'].includes(token.upos)
}

/** Where the one spoken to ends: "told reporters", "told a news conference". */
const recipientEnd = (tree: Tree, verb: Token, after: number): number => {
  const one = tree.children(verb.i).find((child) => child.i >= after && ['obj', 'iobj'].includes(relationOf(child)))
  if (!one || tree.left(one.i) > after + 1) return after
  return Math.max(after, tree.right(one.i))
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

/** What stands between the verb and its clause belongs to the clause unless it hangs on the verb ("said on Monday in Oslo that"). */
const clauseStart = (tree: Tree, verb: Token, start: number, left: number, clause: number): number => {
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
  return between && between.i !== clause ? left : start
}

/** Words that follow without any mark are part of what is said, whatever the parser hangs them on. */
const toBoundary = (tree: Tree, verb: Token, end: number): number => {
  const { tokens, sentence } = tree
  let to = end
  while (to < sentence.last) {
    const token = tokens[to]
    if (!token || isBreak(token) || (token.upos === 'CCONJ' && token.head > to && tokens[token.head]?.head === verb.i)) break
    to++
  }
  return to
}

/**
 * Where the speaker's words end and the document speaks of the saying again: ", adding that …", ", citing police", "and called it …".
 */
const beforeAside = (reading: Reading, tree: Tree, verb: Token, from: number, to: number): number => {
  const { tokens } = tree
  const quoted = reading.quoteOf(verb.i)
  for (let i = from + 1; i < to - 1; i++) {
    const token = tokens[i]
    if (!token || reading.quoteOf(i) !== quoted) continue
    if (token.text === ',' && isAside(tree, i + 1)) return i
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
  if (next?.upos !== 'VERB' || next.xpos !== verb.xpos || !SPOKEN.has(next.lemma)) return false
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
])

/** A coordinated verb of the same speaker ends the clause: "said A and added B". */
const clauseEnd = (tree: Tree, verb: Token, right: number): number => {
  const next = tree
    .children(verb.i)
    .find((child) => relationOf(child) === 'conj' && child.i > verb.i && (child.xpos === verb.xpos || child.upos !== 'VERB'))
  return next ? Math.min(right, Math.max(verb.i + 1, tree.left(next.i))) : right
}

const directness = (reading: Reading, { from, to }: Stretch): Candidate['direct'] => {
  for (let i = from; i < to; i++) if (reading.quoteOf(i) >= 0 && quoteOpenedBy(reading, i) >= 0) return 'some'
  return 'none'
}

const inquitContent = (reading: Reading, tree: Tree, words: CueWords, source: Source | undefined): Found | undefined => {
  const from = source ? Math.min(source.from, words.from) : words.from
  const to = source ? Math.max(source.to, words.to) : words.to
  const inquit = aroundInquit(reading, tree, from, to)
  if (!inquit) return undefined
  return { complement: inquit.medial ? 'medial' : 'inquit', content: inquit.content, direct: inquit.direct }
}

/** ", which has denied it" after the one accused is the document's own addition. */
const withoutRelative = (tree: Tree, from: number, to: number): number => {
  for (let i = from + 1; i < to - 1; i++)
    if (tree.tokens[i]?.text === ',' && ['which', 'who', 'whose', 'whom'].includes(tree.tokens[i + 1]?.lower ?? '')) return i
  return to
}

/** A finite verb right behind an "object" shows that it was the subject of a clause. */
const isFiniteVerb = (tree: Tree, i: number): boolean =>
  i < tree.sentence.last && ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[i]?.xpos ?? '')

const isNominalStart = (token: Token | undefined): boolean =>
  token !== undefined && ['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(token.upos)

/** Prepositions behind a verb that open what it is about. */
const TOPICS = new Set(['of', 'about', 'on', 'for', 'against', 'to', 'with', 'over', 'regarding', 'from', 'as'])

const AS_CLASSES: readonly CueClass[] = ['name']
const WITH_REASON: readonly CueClass[] = ['accuse', 'criticise', 'praise', 'urge', 'tell', 'warn', 'name']

/** Finding or seeing something is no statement about it: only "found that …" is. */
const SEES: readonly CueClass[] = ['find', 'perceive', 'know']

const nominalContent = (reading: Reading, tree: Tree, verb: Token, cue: VerbCue, words: CueWords, after: number): Found | undefined => {
  const kids = tree.children(verb.i).filter((child) => child.i >= after)
  const object = kids.find((child) => ['obj', 'iobj'].includes(relationOf(child)))
  const infinitive = infinitiveAfter(tree, verb, after)
  const reason = kids.find(
    (child) =>
      ['obl', 'advcl'].includes(relationOf(child)) &&
      ['for', 'of', 'in', 'as', 'on', 'with', 'about', 'against', 'over', 'to'].includes(
        (childBy(tree, child.i, 'case') ?? childBy(tree, child.i, 'mark'))?.lower ?? '',
      ),
  )
  const make = (complement: Complement, from: number, end: number): Found | undefined => {
    const to = isFiniteVerb(tree, end) && has(cue, ...SPEECH, 'set') ? toBoundary(tree, verb, end) : end
    const stretch = { from, to: withoutChannel(tree, from, withoutRelative(tree, from, clauseEnd(tree, verb, to))) }
    const content = toContentSpan(reading, stretch)
    return content && { complement, content: [content], direct: directness(reading, stretch) }
  }
  if (cue.particles.length > 0) {
    const target =
      object ??
      kids.find((child) => ['obl', 'advcl', 'nmod', 'xcomp', 'ccomp'].includes(relationOf(child)) && tree.left(child.i) <= words.to)
    if (target) {
      const reach = infinitive && infinitive.i > target.i ? tree.right(infinitive.i) : tree.right(target.i)
      return make('oblique', Math.max(after, tree.left(target.i)), reach)
    }
    return undefined
  }
  if (object && infinitive && infinitive.i > object.i)
    return make(has(cue, ...AS_CLASSES) ? 'predicate' : 'infinitive', tree.left(object.i), tree.right(infinitive.i))
  if (infinitive && !object) return make('infinitive', Math.max(after, tree.left(infinitive.i)), tree.right(infinitive.i))
  if (object && has(cue, 'set') && setsFigure(tree, verb, after))
    return make('object', Math.max(after, tree.left(object.i)), toBoundary(tree, verb, tree.right(object.i)))
  if (object && has(cue, ...SEES) && !has(cue, 'name', 'discuss', 'believe', 'decide')) return undefined
  if (object) {
    const reach =
      reason &&
      (has(cue, ...WITH_REASON) || (has(cue, 'claim', 'deny', 'admit') && tree.left(reason.i) === tree.right(object.i))) &&
      reason.i > object.i
        ? tree.right(reason.i)
        : tree.right(object.i)
    return make(reach > tree.right(object.i) ? 'predicate' : 'object', Math.max(after, tree.left(object.i)), reach)
  }
  if (has(cue, 'name') && isNominalStart(tree.tokens[after])) return make('predicate', after, toBoundary(tree, verb, after))
  const oblique = kids.find(
    (child) => relationOf(child) === 'obl' && tree.left(child.i) === words.to && TOPICS.has(childBy(tree, child.i, 'case')?.lower ?? ''),
  )
  if (oblique) return make('oblique', tree.left(oblique.i), tree.right(oblique.i))
  const predicate = kids.find((child) => relationOf(child) === 'xcomp')
  return predicate && make('predicate', Math.max(after, tree.left(predicate.i)), tree.right(predicate.i))
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

const sourceType = (tree: Tree, source: Source | undefined): string => {
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

const featuresOf = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  cue: VerbCue,
  words: CueWords,
  subject: Subject,
  source: Source | undefined,
  found: Found,
): readonly string[] => {
  const kind = sourceType(tree, source)
  const features = [
    'verb',
    `complement=${found.complement}`,
    `source=${kind}`,
    `path=${subject.path}`,
    `form=${verb.xpos}`,
    `relation=${relationOf(verb)}`,
    `direct=${found.direct}`,
  ]
  for (const one of cue.classes) features.push(`class=${one}`, `class=${one},complement=${found.complement}`)
  if (cue.particles.length > 0) features.push('particles')
  if (words.negated) features.push('negated')
  if (words.modal) features.push('modal')
  if (words.passive) features.push('passive', `passive,source=${kind}`)
  if (words.chained) features.push('chained')
  if (reading.quoteOf(verb.i) >= 0)
    features.push('inside-quote', `inside-quote,source=${kind}`, `inside-quote,complement=${found.complement}`)
  return features
}
