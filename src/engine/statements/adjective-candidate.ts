import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { childBy, relationOf, type Tree } from './clause.ts'
import { toContentSpan } from './content.ts'
import { ATTITUDE_ADJECTIVES } from './cues/adjectives.ts'
import { type Reading, spanOf } from './reading.ts'
import { toSource } from './source.ts'

/** Reads a predicate as a cue: "they are confident that …", "she was willing to …", "he is worried about …". */
export const toAdjectiveCandidate = (reading: Reading, tree: Tree, adjective: Token): Candidate | undefined => {
  if ((adjective.upos !== 'ADJ' && adjective.xpos !== 'VBN') || !ATTITUDE_ADJECTIVES.has(adjective.lower)) return undefined
  const copula = childBy(tree, adjective.i, 'cop', 'aux')
  const kids = tree.children(adjective.i)
  const target = kids.find((child) => child.i > adjective.i && ['ccomp', 'xcomp', 'advcl', 'obl'].includes(relationOf(child)))
  const subject = childBy(tree, adjective.i, 'nsubj')
  if (!target || (!subject && !copula)) return undefined
  const source = subject && subject.i < adjective.i ? toSource(reading, tree, subject.i, { to: adjective.i }) : undefined
  const preposition =
    relationOf(target) === 'obl' || relationOf(target) === 'advcl'
      ? (childBy(tree, target.i, 'case') ?? childBy(tree, target.i, 'mark'))
      : undefined
  const joins = preposition && preposition.i === adjective.i + 1 && preposition.lower !== 'to' && preposition.lower !== 'that'
  const content = toContentSpan(reading, {
    from: Math.max(joins ? preposition.i + 1 : adjective.i + 1, tree.left(target.i)),
    to: tree.right(target.i),
  })
  if (!content) return undefined
  let from = adjective.i
  for (let i = adjective.i - 1; i >= tree.sentence.first; i--) {
    const token = tree.tokens[i]
    if (!token || token.head !== adjective.i || !['cop', 'aux', 'advmod'].includes(relationOf(token))) break
    from = i
  }
  const negated = kids.some((child) => child.lower === 'not' || child.lower === "n't" || child.lower === 'n’t')
  return {
    at: adjective.i,
    cue: spanOf(reading, from, joins ? preposition.i + 1 : adjective.i + 1),
    source: source?.span ?? null,
    sourceHead: source?.head ?? null,
    content: [content],
    direct: 'none',
    stance: negated ? 'doubts' : 'asserts',
    features: [
      'adjective',
      `adjective-target=${relationOf(target)}`,
      `adjective-source=${source ? 'some' : 'none'}`,
      `adjective-preposition=${preposition?.lower ?? 'none'}`,
      reading.quoteOf(adjective.i) >= 0 ? 'adjective-inside-quote' : 'adjective-outside-quote',
    ],
  }
}
