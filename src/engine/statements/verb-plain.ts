import type { Stance } from '../../model/statement.ts'
import type { Token } from '../language/parsed.ts'
import type { Tree } from './clause.ts'
import type { Complement } from './content.ts'
import type { CueWords } from './cue-words.ts'
import { type CueClass, stanceOf, type VerbCue } from './cues/verbs.ts'
import type { Reading } from './reading.ts'
import type { Source } from './source.ts'
import { type Found, has } from './verb-frame.ts'
import { sourceType } from './verb-source.ts'

/** Verbs that, with a speaker beside them and words of theirs, leave no doubt that somebody says something. */
const PLAIN: readonly CueClass[] = ['say', 'tell', 'announce', 'claim', 'deny', 'confirm', 'accuse', 'add', 'warn']

export const isPlain = (reading: Reading, tree: Tree, verb: Token, cue: VerbCue, source: Source | undefined, found: Found): boolean => {
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
export const isNobody = (tree: Tree, source: Source | undefined): boolean =>
  source !== undefined && ['no', 'none', 'nobody', 'neither'].includes(tree.tokens[source.from]?.lower ?? '')

export const toStance = (cue: VerbCue, words: CueWords, complement: Complement): Stance => {
  const stance = stanceOf(cue)
  if (stance === 'declines-to-comment') return complement === 'infinitive' || complement === 'object' ? stance : 'asserts'
  if (stance === 'asserts' && words.negated) {
    if (has(cue, 'say', 'tell', 'announce', 'confirm', 'discuss', 'answer', 'admit', 'express', 'claim')) return 'declines-to-comment'
    if (has(cue, 'believe', 'know')) return 'doubts'
  }
  if (stance === 'denies' && words.negated) return 'asserts'
  // "swore that they had nothing to do with it" threatens nobody.
  if (cue.lemma === 'swear' && complement === 'clause') return 'asserts'
  return stance
}
