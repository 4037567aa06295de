import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { isVerb, relationOf, type Tree } from './clause.ts'
import { type CueWords, findVerbCue, toCueWords } from './cue-words.ts'
import type { VerbCue } from './cues/verbs.ts'
import { type Reading, spanOf } from './reading.ts'
import { isPassive, type Source, type Subject, subjectOf } from './source.ts'
import { contentOf } from './verb-content.ts'
import { type Found, has, isFiniteForm, isOnly, SPEECH, setsFigure } from './verb-frame.ts'
import { isNobody, isPlain, toStance } from './verb-plain.ts'
import { adjacentSource, sourceBeside, sourceType } from './verb-source.ts'

/** Reads a verb as a cue: who, in which words, and what. Undefined where it introduces nothing. */
export const toVerbCandidate = (reading: Reading, tree: Tree, verb: Token): Candidate | undefined => {
  if (!isVerb(verb) && !isFiniteForm(tree, verb) && verb.xpos !== 'VBN' && verb.xpos !== 'VBG') return undefined
  const match = findVerbCue(tree, verb)
  if (!match) return undefined
  const { cue } = match
  if (isOnly(cue, 'set') && !setsFigure(tree, verb, match.to)) return undefined
  if (isHeadlineParticiple(tree, verb) || isBlow(tree, verb) || isDeed(tree, verb)) return undefined
  const words = toCueWords(tree, verb, match.to)
  const subject = subjectOf(tree, verb)
  const source =
    quotedSaying(reading, tree, verb) ??
    sourceBeside(reading, tree, verb, words, subject, has(cue, ...SPEECH) && !has(cue, 'tell', 'ask')) ??
    (has(cue, 'accuse', 'deny', 'confirm', 'name', 'criticise') ? adjacentSource(reading, tree, verb, words) : undefined)
  if (has(cue, 'set') && isUndergoing(tree, source)) return undefined
  const found = contentOf(reading, tree, verb, cue, words, source, subject)
  if (!found || (!source && isCommand(words, verb)) || isIdiom(tree, source)) return undefined
  // "No group had claimed the bombing": that it was a bombing is not what nobody said.
  if (isNobody(tree, source) && (found.complement === 'object' || found.complement === 'predicate')) return undefined
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

/** "Reuters quoted a medic as saying that …": what is said is the medic's. */
const quotedSaying = (reading: Reading, tree: Tree, verb: Token): Source | undefined => {
  const { tokens, sentence } = tree
  if (verb.xpos !== 'VBG' || tokens[verb.i - 1]?.lower !== 'as') return undefined
  for (let at = verb.i - 2; at > sentence.first && verb.i - at < 24; at--) {
    const token = tokens[at]
    if (!token || (token.lemma !== 'quote' && token.lemma !== 'cite')) continue
    const from = tokens[at + 1]?.text === ',' ? at + 2 : at + 1
    const to = verb.i - 1
    if (from >= to) return undefined
    const head = tree
      .children(at)
      .find((child) => child.i >= from && child.i < to && (relationOf(child) === 'obj' || relationOf(child) === 'nsubj'))
    return { span: spanOf(reading, from, to), head: head?.i ?? from, from, to }
  }
  return undefined
}

/** "31 reported slain", "Dozens feared dead": a headline leaves "are" out, and the number does not speak. */
const isHeadlineParticiple = ({ tokens }: Tree, verb: Token): boolean =>
  /^(?:reported|feared|believed|confirmed|presumed|said)$/.test(verb.lower) &&
  /^(?:dead|killed|slain|wounded|injured|missing|hurt|shot|kidnapped|abducted|captured)$/.test(tokens[verb.i + 1]?.lower ?? '') &&
  tokens[verb.i + 2]?.upos !== 'NOUN'

/** "The wounded are being treated", "hundreds were celebrating": only "treated it as an insult" judges anything. */
const isDeed = (tree: Tree, verb: Token): boolean =>
  verb.lemma === 'celebrate' || (verb.lemma === 'treat' && !tree.tokens.slice(verb.i + 1, verb.i + 8).some(({ lower }) => lower === 'as'))

/** "Fifty people were killed, raising the toll": those something was done to raise no figure. */
const isUndergoing = ({ tokens }: Tree, source: Source | undefined): boolean =>
  source !== undefined && tokens[source.head]?.deprel === 'nsubj:pass'

const BLOWS = /^(?:attack|assail|hammer|blast|hit|pound|shell|strike)$/

/** "Jets attacked three villages", "a convoy was attacked": no words were exchanged. A person may attack another in words. */
const isBlow = (tree: Tree, verb: Token): boolean => {
  if (!BLOWS.test(verb.lemma)) return false
  if (isPassive(tree, verb)) return true
  const { head } = subjectOf(tree, verb)
  return !head || (!head.name.endsWith('PER') && !['he', 'she', 'i', 'you', 'we', 'who'].includes(head.lower))
}

/** "Recall that …": the reader is told to, and the document speaks. */
const isCommand = ({ passive, from, main }: CueWords, verb: Token): boolean =>
  !passive && from === main && verb.head < 0 && (verb.xpos === 'VB' || verb.xpos === 'VBP')

/** "As its name suggests": nobody speaks. */
const isIdiom = (tree: Tree, source: Source | undefined): boolean =>
  source !== undefined && ['name', 'title', 'word'].includes(tree.tokens[source.head]?.lemma ?? '') && source.to - source.from <= 2

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
