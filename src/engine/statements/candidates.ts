import type { Passage } from '../../model/passage.ts'
import type { Token } from '../language/parsed.ts'
import { toAdjectiveCandidate } from './adjective-candidate.ts'
import type { Candidate } from './candidate.ts'
import { toTree } from './clause.ts'
import { toFigureCandidate } from './figure-candidate.ts'
import { toSpeakerKind } from './kind.ts'
import { toHearsayCandidate, toMarkCandidate } from './mark-candidate.ts'
import { toNounCandidate } from './noun-candidate.ts'
import { toPrepositionCandidate } from './preposition-candidate.ts'
import type { Reading } from './reading.ts'
import { toTailCandidate } from './tail-candidate.ts'
import { toVerbCandidate } from './verb-candidate.ts'

const toSayingCandidate: typeof toVerbCandidate = (reading, tree, verb) =>
  toTailCandidate(reading, tree, verb) ?? toVerbCandidate(reading, tree, verb)

const READERS = [toSayingCandidate, toNounCandidate, toAdjectiveCandidate, toPrepositionCandidate, toHearsayCandidate] as const

/** Every reading of a cue in the document, in order, before they are weighed. */
export const listCandidates = (reading: Reading, passages: readonly Passage[]): readonly Candidate[] => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const candidates: Candidate[] = []
  for (const sentence of reading.parsed.sentences) {
    const tree = toTree(reading.parsed, sentence)
    const mark = toMarkCandidate(reading, tree, byId.get(sentence.passage))
    if (mark) candidates.push(mark)
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = reading.parsed.tokens[i]
      if (!token) continue
      for (const read of READERS) {
        const candidate = read(reading, tree, token)
        if (candidate) candidates.push(candidate)
      }
      const figure = toFigureCandidate(reading, tree, token)
      const known = figure ? candidates.findIndex(({ certain, at, source }) => (certain || source === null) && at === figure.at) : -1
      // A content that breaks off before "dead" has lost what was counted.
      if (figure && known < 0) candidates.push(figure)
      else if (figure && (endOf(figure) > endOf(candidates[known]!) || candidates[known]!.source === null)) candidates[known] = figure
    }
  }
  return withCited(reading, candidates)
}

const endOf = ({ content }: Candidate): number => content.at(-1)?.end ?? 0

/** "Reuters reported that nine were killed, quoting police": what the one reports is the word of the other. */
const withCited = ({ parsed }: Reading, candidates: readonly Candidate[]): readonly Candidate[] => {
  let reporting: Candidate | undefined
  return candidates.map((candidate): Candidate => {
    const verb = parsed.tokens[candidate.at]
    const [cited] = candidate.content
    const aside = reporting && verb && isAside(parsed.tokens, verb, reporting) ? reporting : undefined
    if (aside) return { ...candidate, source: aside.source, sourceHead: aside.sourceHead, certain: true }
    if (!verb || !cited || !CITES.has(verb.lemma) || verb.xpos !== 'VBG' || !candidate.features.includes('complement=object')) {
      if (candidate.source && candidate.features.includes('verb')) reporting = candidate
      return candidate
    }
    const head = headWithin(parsed.tokens, candidate.at + 1, cited.end)
    const sameSentence = reporting !== undefined && parsed.tokens[reporting.at]?.sentence === verb.sentence
    if (!reporting || !sameSentence || !head || toSpeakerKind({ words: parsed.text.slice(cited.start, cited.end) }) === 'unknown')
      return candidate
    return {
      ...reporting,
      at: candidate.at,
      cue: candidate.cue,
      source: cited,
      sourceHead: head.i,
      features: ['cited'],
      certain: true,
      inside: reporting.at,
    }
  })
}
/** "The group denied that it shelled the camp, accusing the army of staging it": whoever denied it accuses. */
const isAside = (tokens: readonly Token[], verb: Token, reporting: Candidate): boolean =>
  verb.xpos === 'VBG' &&
  SIDE_VERBS.has(verb.lemma) &&
  tokens[verb.i - 1]?.text === ',' &&
  tokens[reporting.at]?.sentence === verb.sentence &&
  reporting.at < verb.i &&
  /^VB[DZP]$|^VBN$/.test(tokens[reporting.at]?.xpos ?? '')
const SIDE_VERBS = new Set('accuse blame add claim insist warn call describe'.split(' '))

const CITES = new Set(['cite', 'quote'])

/** The word of a stretch that hangs outside it. */
const headWithin = (tokens: readonly Token[], from: number, end: number): Token | undefined => {
  for (let i = from; i < tokens.length && (tokens[i]?.end ?? end + 1) <= end; i++) {
    const token = tokens[i]
    const up = tokens[token?.head ?? -1]
    if (token && (!up || up.i < from || up.end > end)) return token
  }
  return undefined
}
