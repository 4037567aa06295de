import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, relationOf, type Tree } from './clause.ts'
import { type Stretch, toContentSpan } from './content.ts'
import { findNounClass, stanceOfNoun } from './cues/nouns.ts'
import { type Reading, spanOf } from './reading.ts'
import { possessorOf, type Source, type Subject, subjectOf, toSource } from './source.ts'

const TOPICS = new Set([
  'of',
  'about',
  'for',
  'on',
  'against',
  'over',
  'to',
  'that',
  'with',
  'in',
  'regarding',
  'concerning',
  'toward',
  'towards',
])
const GIVERS = new Set(['by', 'from', 'among'])

/** Reads a noun as a cue: "the army's claim that …", "a report by the ministry that …", "criticism of the raid". */
export const toNounCandidate = (reading: Reading, tree: Tree, noun: Token): Candidate | undefined => {
  if (noun.upos !== 'NOUN') return undefined
  const nounClass = findNounClass(noun.lemma)
  if (!nounClass) return undefined
  const kids = tree.children(noun.i)
  const clause = kids.find(
    (child) =>
      child.i > noun.i && (relationOf(child) === 'acl' || relationOf(child) === 'ccomp') && marks(tree, child.i, ['that', 'to', 'whether']),
  )
  const topic = kids.find(
    (child) => child.i > noun.i && ['nmod', 'acl', 'advcl'].includes(relationOf(child)) && TOPICS.has(caseOf(tree, child.i)),
  )
  const target = clause ?? topic
  if (!target) return undefined
  const subject = ownerOf(tree, noun)
  const source = subject.head && toSource(reading, tree, subject.head.i, subject.head.i < noun.i ? { to: noun.i } : {})
  if (source && source.from <= target.i && target.i < source.to) return undefined
  const preposition = clause ? undefined : childBy(tree, target.i, 'case', 'mark')
  const from = clause ? tree.left(clause.i) : preposition ? preposition.i + 1 : tree.left(target.i)
  const stretch: Stretch = { from, to: tree.right(target.i) }
  if (source && source.from < stretch.to && stretch.from < source.to) return undefined
  const content = toContentSpan(reading, stretch)
  if (!content) return undefined
  const cueFrom = determinerOf(tree, noun, source)
  return {
    at: noun.i,
    cue: spanOf(reading, cueFrom, preposition && preposition.i === noun.i + 1 ? preposition.i + 1 : noun.i + 1),
    source: source?.span ?? null,
    sourceHead: source?.head ?? null,
    content: [content],
    direct: 'none',
    stance: stanceOfNoun(noun.lemma, nounClass),
    features: [
      'noun',
      `noun-class=${nounClass}`,
      `noun-class=${nounClass},target=${clause ? 'clause' : 'topic'}`,
      `noun-target=${clause ? caseOf(tree, clause.i) || 'clause' : (preposition?.lower ?? 'none')}`,
      `noun-owner=${subject.path}${source ? '' : '-none'}`,
      `noun-relation=${relationOf(noun)}`,
      reading.quoteOf(noun.i) >= 0 ? 'noun-inside-quote' : 'noun-outside-quote',
    ],
  }
}

const caseOf = (tree: Tree, i: number): string => (childBy(tree, i, 'case') ?? childBy(tree, i, 'mark'))?.lower ?? ''
const marks = (tree: Tree, i: number, words: readonly string[]): boolean =>
  tree.children(i).some((child) => relationOf(child) === 'mark' && words.includes(child.lower))

/** The possessor, the giver ("by", "from"), or the subject of the verb that has the noun as its object ("made a claim that"). */
const ownerOf = (tree: Tree, noun: Token): Subject => {
  const owner = possessorOf(tree, noun, [...GIVERS])
  if (owner.head) return owner
  const verb = tree.tokens[noun.head]
  if (verb && verb.upos === 'VERB' && relationOf(noun) === 'obj') {
    const { head } = subjectOf(tree, verb)
    if (head) return { head, path: 'control' }
  }
  return { head: undefined, path: 'none' }
}

/** Adjectives and determiner before the noun belong to the cue when no possessor stands there. */
const determinerOf = (tree: Tree, noun: Token, source: Source | undefined): number => {
  let from = noun.i
  for (let i = noun.i - 1; i >= tree.sentence.first && (!source || i >= source.to); i--) {
    const token = tree.tokens[i]
    if (!token || token.head !== noun.i || !['amod', 'compound'].includes(relationOf(token))) break
    from = i
  }
  return from
}
