import type { Span } from '../../model/span.ts'
import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, relationOf, type Tree } from './clause.ts'
import type { Complement } from './content.ts'
import type { CueClass, VerbCue } from './cues/verbs.ts'
import { passiveSubject } from './source.ts'

export type Found = Readonly<{ complement: Complement; content: readonly Span[]; direct: Candidate['direct'] }>

export const has = (cue: VerbCue, ...classes: readonly CueClass[]): boolean => classes.some((one) => cue.classes.has(one))

export const SPEECH: readonly CueClass[] = [
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

export const isOnly = (cue: VerbCue, cueClass: CueClass): boolean => cue.classes.size === 1 && cue.classes.has(cueClass)
const FIGURES = new Set([
  'number',
  'toll',
  'count',
  'figure',
  'tally',
  'estimate',
  'total',
  'death',
  'casualty',
  'fatality',
  'dead',
  'wounded',
  'injured',
  'missing',
])

/** "Lowered the number from 70 to 40", "put the toll at 12": who sets a figure says it. */
export const setsFigure = (tree: Tree, verb: Token, after: number): boolean => {
  const given = passiveSubject(tree, verb.i)
  if (given) return FIGURES.has(given.lemma)
  const object = childBy(tree, verb.i, 'obj')
  return object !== undefined && object.i >= after && (FIGURES.has(object.lemma) || FIGURES.has(object.lower))
}

const SAYS = new Set(['said', 'says', 'say'])
const FINITE = new Set(['VBD', 'VBZ', 'VBP'])

/** A finite verb, or a form of "say" that was taken for something else ("police say.", "an official who asked not to be named said"). */
export const isFiniteForm = (tree: Tree, verb: Token): boolean => {
  if (FINITE.has(verb.xpos)) return true
  const kids = tree.children(verb.i)
  // "The rebels, who hold the city, accused the army of it": a participle with an object of its own beside a noun is a past tense.
  const transitive = kids.some((child) => child.i > verb.i && (child.deprel === 'obj' || relationOf(child) === 'ccomp'))
  const bare = !kids.some((child) => relationOf(child) === 'aux')
  const host = tree.tokens[verb.head]
  const besideNoun = host?.upos !== 'VERB' || host.deprel === 'acl:relcl'
  if (verb.xpos === 'VBN' && bare && transitive && besideNoun && relationOf(verb) === 'advcl') return true
  if (!SAYS.has(verb.lower) || verb.upos === 'NOUN' || verb.xpos === 'VB') return false
  return relationOf(verb) !== 'acl' && bare
}
