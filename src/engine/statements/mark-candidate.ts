import type { Passage } from '../../model/passage.ts'
import type { Token } from '../language/parsed.ts'
import type { Candidate } from './candidate.ts'
import type { Tree } from './clause.ts'
import { beforeOther, quoteRun, toContentSpan } from './content.ts'
import { HEARSAY_ADVERBS } from './cues/adjectives.ts'
import { toSpeakerKind } from './kind.ts'
import { quoteOpenedBy, type Reading, spanOf } from './reading.ts'

/** Longer than this, the words before a colon are no name ("Statement of the Ministry of Foreign Affairs" is seven). */
const LONGEST_NAME = 7
const NAME_TAGS = new Set(['PROPN', 'NOUN', 'ADJ', 'DET', 'ADP', 'NUM', 'X', 'CCONJ', 'PART'])

const isName = (tokens: readonly (Token | undefined)[]): boolean =>
  tokens.length > 0 &&
  tokens.length <= LONGEST_NAME &&
  tokens.every((token) => token !== undefined && (NAME_TAGS.has(token.upos) || /^['’.&-]/.test(token.text)))

/** Speaks like a name or like a kind of speaker: "Police", "Ministry", "Anna Berg". */
const isSpeaker = (reading: Reading, tokens: readonly Token[]): boolean => {
  return tokens.some((token) => token.name !== 'O') || isKnownKind(reading, tokens)
}

const isKnownKind = (reading: Reading, tokens: readonly Token[]): boolean =>
  toSpeakerKind({ words: reading.text.slice(tokens[0]?.start, tokens.at(-1)?.end) }) !== 'unknown'

/** Reads "Police: three killed", "Anna Berg: “…”" and "Three killed: police", "Three killed – hospital": a mark in place of a verb. */
export const toMarkCandidate = (reading: Reading, tree: Tree, passage: Passage | undefined): Candidate | undefined => {
  const { sentence } = tree
  if (!passage) return undefined
  if (sentence.start !== passage.start) return countingMark(reading, tree)
  return leading(reading, tree, passage) ?? (passage.kind === 'headline' ? trailing(reading, tree) : undefined)
}

const leading = (reading: Reading, tree: Tree, passage: Passage): Candidate | undefined => {
  const { sentence, tokens } = tree
  for (let i = sentence.first + 1; i <= Math.min(sentence.first + LONGEST_NAME, sentence.last - 2); i++) {
    const token = tokens[i]
    if (token?.text !== ':') continue
    const name = tokens.slice(sentence.first, i)
    if (!isName(name) || !isSpeaker(reading, name)) return undefined
    const q = quoteOpenedBy(reading, i + 1)
    // "Yemen: raid on a prison": where it happened. "Yemen: “We had no choice”" speaks.
    if (q < 0 && passage.kind === 'headline' && name.every((one) => one.name.endsWith('LOC'))) return undefined
    const rest = toContentSpan(reading, { from: i + 1, to: beforeOther(tree, i + 1) })
    const content = q >= 0 ? quoteRun(reading, q) : rest ? [rest] : []
    if (content.length === 0) return undefined
    return {
      at: i,
      cue: spanOf(reading, i, i + 1),
      source: spanOf(reading, sentence.first, i),
      sourceHead: i - 1,
      content,
      direct: q >= 0 ? 'all' : 'none',
      stance: 'asserts',
      certain: passage.kind === 'headline' && isKnownKind(reading, name),
      features: [
        'mark',
        'mark=leading',
        `mark-passage=${passage.kind === 'headline' ? 'headline' : 'body'}`,
        `mark-direct=${q >= 0}`,
        `mark-name=${name.some((one) => one.name !== 'O')}`,
      ],
    }
  }
  return undefined
}

/** "Hospital focal point: 6 dead, 21 injured.": inside a paragraph only a known kind of speaker with a number behind the mark. */
const countingMark = (reading: Reading, tree: Tree): Candidate | undefined => {
  const { sentence, tokens } = tree
  const colon = tokens.slice(sentence.first + 1, sentence.first + 6).find(({ text }) => text === ':')?.i
  if (colon === undefined || colon + 2 >= sentence.last || tokens[colon + 1]?.upos !== 'NUM') return undefined
  const name = tokens.slice(sentence.first, colon)
  const content = toContentSpan(reading, { from: colon + 1, to: sentence.last })
  if (!isName(name) || !isKnownKind(reading, name) || !content) return undefined
  return {
    at: colon,
    cue: spanOf(reading, colon, colon + 1),
    source: spanOf(reading, sentence.first, colon),
    sourceHead: colon - 1,
    content: [content],
    direct: 'none',
    stance: 'asserts',
    certain: true,
    features: ['mark'],
  }
}

const trailing = (reading: Reading, tree: Tree): Candidate | undefined => {
  const { sentence, tokens } = tree
  let last = sentence.last
  if (tokens[last - 1]?.text === '.') last--
  for (let i = last - 2; i >= Math.max(sentence.first + 2, last - 1 - LONGEST_NAME); i--) {
    const token = tokens[i]
    if (!token || !/^(?::|-|–|—|―|--)$/.test(token.text)) continue
    const name = tokens.slice(i + 1, last)
    if (!isName(name) || !isSpeaker(reading, name)) return undefined
    const content = toContentSpan(reading, { from: sentence.first, to: i })
    // "Cabo Delgado: insurgents raid village", "HUMAN RIGHTS OFFICE — BRIEFING NOTES": nothing is said.
    if (!content || !tokens.slice(sentence.first, i).some(({ upos }) => /^(?:VERB|AUX|NUM)$/.test(upos))) return undefined
    return {
      at: i,
      cue: spanOf(reading, i, i + 1),
      source: spanOf(reading, i + 1, last),
      sourceHead: last - 1,
      content: [content],
      direct: 'none',
      stance: 'asserts',
      certain: isKnownKind(reading, name),
      features: ['mark', 'mark=trailing', `mark-name=${name.some((one) => one.name !== 'O')}`],
    }
  }
  return undefined
}

/** Reads "reportedly", "allegedly": somebody says it, and nobody says who. */
export const toHearsayCandidate = (reading: Reading, tree: Tree, adverb: Token): Candidate | undefined => {
  if (!HEARSAY_ADVERBS.has(adverb.lower)) return undefined
  const host = tree.tokens[adverb.head]
  if (!host) return undefined
  const before = toContentSpan(reading, { from: tree.left(host.i), to: adverb.i })
  const after = toContentSpan(reading, { from: adverb.i + 1, to: tree.right(host.i) })
  const content = [before, after].filter((span) => span !== undefined)
  if (content.length === 0) return undefined
  return {
    at: adverb.i,
    cue: spanOf(reading, adverb.i, adverb.i + 1),
    source: null,
    sourceHead: null,
    content,
    direct: 'none',
    stance: 'asserts',
    features: ['hearsay', `hearsay=${adverb.lower}`, reading.quoteOf(adverb.i) >= 0 ? 'hearsay-inside-quote' : 'hearsay-outside-quote'],
  }
}
