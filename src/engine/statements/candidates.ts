import type { Passage } from '../../model/passage.ts'
import { toAdjectiveCandidate } from './adjective-candidate.ts'
import type { Candidate } from './candidate.ts'
import { toTree } from './clause.ts'
import { toHearsayCandidate, toMarkCandidate } from './mark-candidate.ts'
import { toNounCandidate } from './noun-candidate.ts'
import { toPrepositionCandidate } from './preposition-candidate.ts'
import type { Reading } from './reading.ts'
import { toVerbCandidate } from './verb-candidate.ts'

const READERS = [toVerbCandidate, toNounCandidate, toAdjectiveCandidate, toPrepositionCandidate, toHearsayCandidate] as const

/** Every reading of a cue in the document, in order, before they are weighed. */
export const listCandidates = (reading: Reading, passages: readonly Passage[]): readonly Candidate[] => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const candidates: Candidate[] = []
  for (const sentence of reading.parsed.sentences) {
    if (!sentence.parsed) continue
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
    }
  }
  return candidates
}
