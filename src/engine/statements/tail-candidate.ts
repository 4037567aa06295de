import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import { isBreak, type Tree } from './clause.ts'
import { aroundInquit, type Stretch } from './content.ts'
import { toSpeakerKind } from './kind.ts'
import { type Reading, spanOf } from './reading.ts'
import { skipSetting } from './setting.ts'

const SAID = /^(?:said|says|told|confirmed|reported|announced|added|stated|wrote|declared|noted|warned)$/
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/
/** Longer than this, the words between two commas are no name and no office. */
const LONGEST = 14

/** The words between the comma before `end` and `end`, where none of them tells of anything. */
const partBefore = ({ tokens, sentence }: Tree, end: number): Stretch | undefined => {
  let from = end
  while (from > sentence.first && end - from < LONGEST && !isBreak(tokens[from - 1])) {
    from--
    if (FINITE.test(tokens[from]?.xpos ?? '') || tokens[from]?.upos === 'SCONJ') return undefined
  }
  return from < end && /^[,"”]$|^''$/.test(tokens[from - 1]?.text ?? '') ? { from, to: end } : undefined
}

const isNamed = ({ name, upos }: Token): boolean => upos === 'PROPN' || name !== 'O'

/** "Ali Toure", "Colonel Ali Toure", "known as MINUSMA": a name, before any common noun that is no title. */
const nameIn = ({ tokens }: Tree, { from, to }: Stretch): Token | undefined => {
  const words = tokens.slice(from, to)
  const first = words.find(isNamed)
  return first && !/^(?:DET|PRON)$/.test(words[0]?.upos ?? '') && first.i - from <= 2 ? first : undefined
}

/** "the governor of Halland", "a spokesman for the army": the head of the words for an office or a body. */
const officeIn = (reading: Reading, { tokens }: Tree, { from, to }: Stretch): Token | undefined => {
  const words = tokens.slice(from, to)
  const preposition = words.find(({ upos }) => upos === 'ADP')?.i ?? to
  const head = words.findLast(({ i, upos }) => i < preposition && /^(?:NOUN|PROPN)$/.test(upos))
  const kind = toSpeakerKind({ words: reading.parsed.text.slice(tokens[from]?.start, tokens[to - 1]?.end) })
  return head && (kind !== 'unknown' || /^(?:DET|PRON)$/.test(words[0]?.upos ?? '')) ? head : undefined
}

/** Where the words of saying end: behind "told reporters", "said in a statement on Monday"; nothing where more is said there. */
const sayingEnd = (tree: Tree, verb: Token): number | undefined => {
  const { tokens, sentence } = tree
  let end = verb.i + 1
  if (verb.lower === 'told') while (end < sentence.last && end - verb.i < 8 && !isBreak(tokens[end])) end++
  end = skipSetting(tree, end)
  return end >= sentence.last || (isBreak(tokens[end]) && tokens[end]?.text !== ':') ? end : undefined
}

/**
 * "Nine died in Mubi, the governor of Adamawa, Ahmadu Fintiri, said on Monday.": a name and an office between commas before a verb of
 * saying, read by the marks, since the parse takes the office for a part of the place before it.
 */
export const toTailCandidate = (reading: Reading, tree: Tree, verb: Token): Candidate | undefined => {
  const { tokens, sentence } = tree
  if (!SAID.test(verb.lower) || tokens[verb.i - 1]?.text !== ',' || verb.i - 1 <= sentence.first) return undefined
  const second = partBefore(tree, verb.i - 1)
  const first = second && partBefore(tree, second.from - 1)
  if (!first || !tokens.slice(sentence.first, first.from).some(({ xpos }) => FINITE.test(xpos))) return undefined
  const head = nameIn(tree, second)
    ? officeIn(reading, tree, first) && nameIn(tree, second)
    : officeIn(reading, tree, second) && nameIn(tree, first)
  const end = sayingEnd(tree, verb)
  const inquit = head && end !== undefined ? aroundInquit(reading, tree, first.from, end) : undefined
  if (!head || !inquit) return undefined
  return {
    at: verb.i,
    cue: spanOf(reading, verb.i, verb.i + 1),
    source: spanOf(reading, first.from, verb.i),
    sourceHead: head.i,
    content: inquit.content,
    direct: inquit.direct,
    stance: 'asserts',
    features: ['tail'],
    certain: true,
  }
}
