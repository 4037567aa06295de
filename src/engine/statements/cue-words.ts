import type { Token } from '../language/parsed.ts'
import { relationOf, type Tree } from './clause.ts'
import { listVerbCues, type VerbCue } from './cues/verbs.ts'
import { MANNER } from './cues/words.ts'
import { isPassive } from './source.ts'

/** A cue's words: from its first auxiliary to its last particle. */
export type CueWords = Readonly<{
  from: number
  to: number
  main: number
  negated: boolean
  modal: boolean
  passive: boolean
  chained: boolean
}>

/** Verbs that only say how far, or whether, the saying got: "went on to say", "declined to say". */
const LIGHT = new Set(
  'go continue begin start proceed come use fail manage hesitate try have happen rush hasten stop keep dare bother care live seem appear tend'.split(
    ' ',
  ),
)
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'no'])
const MODALS = new Set(['would', 'could', 'should', 'may', 'might', 'will', "'ll", '’ll', 'wo', 'can', 'must', "'d", '’d'])

/** Endings of English verbs and what the lemma has in their place, for a form that the lemmatiser left as it is. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ied', ['y']],
  ['ies', ['y']],
  ['ing', ['', 'e']],
  ['ed', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
]

const listCuesOf = ({ lemma, lower }: Token): readonly VerbCue[] => {
  const known = listVerbCues(lemma)
  if (known.length > 0 || lemma !== lower) return known
  for (const [ending, lemmas] of ENDINGS) {
    if (!lower.endsWith(ending)) continue
    for (const rest of lemmas) {
      const found = listVerbCues(lower.slice(0, -ending.length) + rest)
      if (found.length > 0) return found
    }
  }
  return []
}

/** The entry a verb matches, with the words it takes along ("point out", "call for"); the longest first. */
export const findVerbCue = (tree: Tree, verb: Token): { cue: VerbCue; to: number } | undefined => {
  for (const cue of listCuesOf(verb)) {
    let at = verb.i + 1
    const matched = cue.particles.every((particle, k) => {
      for (let gap = 0; gap <= (k === 0 ? 1 : 0); gap++) {
        const token = tree.tokens[at + gap]
        if (token && at + gap < tree.sentence.last && token.lower === particle) {
          at += gap + 1
          return true
        }
        if (!token || (token.upos !== 'ADV' && token.upos !== 'PRON')) return false
      }
      return false
    })
    if (matched) return { cue, to: at }
  }
  return undefined
}

const AUXILIARIES = new Set('be is am are was were been being have has had having do does did get got'.split(' '))
const isAuxiliary = ({ lower, xpos }: Token): boolean => AUXILIARIES.has(lower) || MODALS.has(lower) || xpos === 'MD' || /^['’]/.test(lower)

const groupStart = (tree: Tree, verb: Token): { from: number; negated: boolean; modal: boolean } => {
  let from = verb.i
  let negated = false
  let modal = false
  for (let i = verb.i - 1; i >= tree.sentence.first; i--) {
    const token = tree.tokens[i]
    if (!token || token.head !== verb.i) break
    const relation = relationOf(token)
    const joins =
      ((relation === 'aux' || relation === 'cop') && isAuxiliary(token)) ||
      (relation === 'advmod' && (MANNER.has(token.lower) || NEGATIONS.has(token.lower) || token.lower.endsWith('ly')))
    if (!joins) break
    if (NEGATIONS.has(token.lower)) negated = true
    if (MODALS.has(token.lower)) modal = true
    from = i
  }
  for (const child of tree.children(verb.i)) {
    if (child.i < verb.i && NEGATIONS.has(child.lower) && child.lower !== 'no') negated = true
    if (child.i < verb.i && relationOf(child) === 'aux' && MODALS.has(child.lower)) modal = true
  }
  // Adverbs that open the sentence belong to it, not to the cue.
  while (
    from < verb.i &&
    tree.tokens[from]?.upos === 'ADV' &&
    !NEGATIONS.has(tree.tokens[from]?.lower ?? '') &&
    from === tree.sentence.first
  )
    from++
  return { from, negated, modal }
}

/** The cue around a verb, with auxiliaries, negation, and the light verb that governs it. */
export const toCueWords = (tree: Tree, verb: Token, end: number): CueWords => {
  const own = groupStart(tree, verb)
  const passive = isPassive(tree, verb)
  const head = tree.tokens[verb.head]
  const to = tree.tokens[own.from - 1]
  if (verb.deprel === 'xcomp' && head?.upos === 'VERB' && LIGHT.has(head.lemma) && head.i < verb.i && verb.i - head.i <= 4) {
    const outer = groupStart(tree, head)
    const refuses = head.lemma === 'fail'
    return {
      from: outer.from,
      to: end,
      main: verb.i,
      negated: own.negated || outer.negated || refuses,
      modal: own.modal || outer.modal,
      passive,
      chained: true,
    }
  }
  const infinitive = to?.lower === 'to' && to.head === verb.i
  return {
    from: infinitive ? own.from - 1 : own.from,
    to: end,
    main: verb.i,
    negated: own.negated,
    modal: own.modal,
    passive,
    chained: false,
  }
}
