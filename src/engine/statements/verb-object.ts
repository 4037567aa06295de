import type { Token } from '../language/parsed.ts'
import { childBy, relationOf, type Tree } from './clause.ts'
import { breakdownEnd, clauseEnd, toBoundary, withoutRelative } from './clause-end.ts'
import { type Complement, directness, infinitiveAfter, toContentSpan } from './content.ts'
import type { CueWords } from './cue-words.ts'
import type { CueClass, VerbCue } from './cues/verbs.ts'
import type { Reading } from './reading.ts'
import { withoutChannel } from './setting.ts'
import { type Found, has, SPEECH, setsFigure } from './verb-frame.ts'

/** A finite verb right behind an "object" shows that it was the subject of a clause. */
const isFiniteVerb = (tree: Tree, i: number): boolean =>
  i < tree.sentence.last && ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[i]?.xpos ?? '')

/** "Asked not to be named" says nothing but that. */
const isAnonymity = (tree: Tree, infinitive: Token): boolean =>
  ['name', 'identify', 'quote'].includes(infinitive.lemma) && tree.children(infinitive.i).some(({ lower }) => lower === 'not')

const isNominalStart = (token: Token | undefined): boolean =>
  token !== undefined && ['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(token.upos)

/** Prepositions behind a verb that open what it is about. */
const TOPICS = new Set(['of', 'about', 'on', 'for', 'against', 'to', 'with', 'over', 'regarding', 'from', 'as'])

const AS_CLASSES: readonly CueClass[] = ['name']
const WITH_REASON: readonly CueClass[] = ['accuse', 'criticise', 'praise', 'urge', 'tell', 'warn', 'name']

/** Finding or seeing something is no statement about it: only "found that …" is. */
const SEES: readonly CueClass[] = ['find', 'perceive', 'know']

/** "accused the army of bombing houses, killing eight": what came of it belongs to the charge. */
const withOutcome = ({ tokens, sentence }: Tree, end: number): number => {
  const next = tokens[end]?.text === ',' ? tokens[end + 1] : undefined
  if (
    !next ||
    next.sentence !== sentence.i ||
    next.xpos !== 'VBG' ||
    !/^(?:kill|wound|injure|leave|displace|destroy|damage|cause|hurt)/.test(next.lemma)
  )
    return end
  let to = end + 1
  while (to < sentence.last && !/^[.;:—–]$/.test(tokens[to]?.text ?? '')) to++
  return to
}

/** "called for an investigation into a massacre": what it is into, where the parse hangs that on the verb. */
const withTopic = (tree: Tree, end: number): number => {
  const next = tree.tokens[end]
  const isTopic = next?.upos === 'ADP' && /^(?:into|of|against|over)$/.test(next.lower) && next.head > end
  return isTopic ? Math.min(tree.sentence.last, tree.right(next.head)) : end
}

export const nominalContent = (
  reading: Reading,
  tree: Tree,
  verb: Token,
  cue: VerbCue,
  words: CueWords,
  after: number,
): Found | undefined => {
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
      return make('oblique', Math.max(after, tree.left(target.i)), withTopic(tree, reach))
    }
    return undefined
  }
  if (object && infinitive && infinitive.i > object.i)
    return make(has(cue, ...AS_CLASSES) ? 'predicate' : 'infinitive', tree.left(object.i), tree.right(infinitive.i))
  if (infinitive && !object && isAnonymity(tree, infinitive)) return undefined
  if (infinitive && !object) return make('infinitive', Math.max(after, tree.left(infinitive.i)), tree.right(infinitive.i))
  if (object && has(cue, 'set') && setsFigure(tree, verb, after))
    return make('object', Math.max(after, tree.left(object.i)), breakdownEnd(tree, toBoundary(tree, verb, tree.right(object.i))))
  if (object && has(cue, ...SEES) && !has(cue, 'name', 'discuss', 'believe', 'decide')) return undefined
  if (object) {
    const reach =
      reason &&
      (has(cue, ...WITH_REASON) || (has(cue, 'claim', 'deny', 'admit') && tree.left(reason.i) === tree.right(object.i))) &&
      reason.i > object.i
        ? tree.right(reason.i)
        : tree.right(object.i)
    const boundary = toBoundary(tree, verb, reach)
    const outcome = has(cue, 'accuse') ? withOutcome(tree, boundary) : boundary
    const end = outcome > boundary ? outcome : reach
    return make(reach > tree.right(object.i) ? 'predicate' : 'object', Math.max(after, tree.left(object.i)), end)
  }
  if (has(cue, 'name') && isNominalStart(tree.tokens[after])) return make('predicate', after, toBoundary(tree, verb, after))
  const oblique = kids.find(
    (child) => relationOf(child) === 'obl' && tree.left(child.i) === words.to && TOPICS.has(childBy(tree, child.i, 'case')?.lower ?? ''),
  )
  if (oblique) return make('oblique', tree.left(oblique.i), tree.right(oblique.i))
  const predicate = kids.find((child) => relationOf(child) === 'xcomp')
  return predicate && make('predicate', Math.max(after, tree.left(predicate.i)), tree.right(predicate.i))
}
