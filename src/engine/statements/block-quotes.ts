import type { Passage } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'
import type { Candidate } from './candidate.ts'
import { quoteRun } from './content.ts'
import type { Quote } from './quotes.ts'
import type { Reading } from './reading.ts'

/** A statement whose verb is this class of feature can introduce a block of quoted paragraphs. */
const INTRODUCES = /^class=(?:say|tell|add|write|voice|announce|admit|claim|warn|argue|answer|deny|confirm|express|quote|discuss)$/

/** Unmarked paragraphs after a colon are taken for a quotation as far as this. */
const LONGEST_BLOCK = 12

type Opening = Readonly<{ by: Candidate; from: number }>

/**
 * Block quotations: "X said:" and the paragraphs after it. Marked ones end with their marking; unmarked ones end where the speaker is
 * next spoken of in the third person, or after one paragraph when it never is.
 */
export const listBlockQuotes = (reading: Reading, passages: readonly Passage[], accepted: readonly Candidate[]): readonly Candidate[] => {
  const opened = new Set<number>()
  const found: Candidate[] = []
  for (const { by, from } of listOpenings(reading, passages, accepted)) {
    if (opened.has(from)) continue
    opened.add(from)
    const block = blockFrom(reading, passages, from, by, accepted)
    if (block.length === 0) continue
    found.push({
      ...by,
      content: block.map(({ start, end }): Span => ({ start, end })),
      direct: 'all',
      features: [...by.features, 'block-quote'],
    })
  }
  return found
}

const blockFrom = (
  reading: Reading,
  passages: readonly Passage[],
  from: number,
  by: Candidate,
  accepted: readonly Candidate[],
): readonly Span[] => {
  const marked: Passage[] = []
  for (let i = from; passages[i]?.kind === 'quote'; i++) marked.push(passages[i] as Passage)
  if (marked.length > 0) return marked
  const q = quoteAt(reading.quotes, passages[from]?.start ?? -1)
  return q >= 0 ? quoteRun(reading, q) : unmarked(reading, passages, from, by, accepted)
}

/** Index of the quotation that begins at an offset. */
const quoteAt = (quotes: readonly Quote[], offset: number): number => {
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotes[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return quotes[low]?.start === offset ? low : -1
}

const listOpenings = (reading: Reading, passages: readonly Passage[], accepted: readonly Candidate[]): readonly Opening[] => {
  const { tokens, sentences } = reading.parsed
  const lastSentence = new Map<string, number>()
  for (const sentence of sentences) lastSentence.set(sentence.passage, sentence.i)
  const bySentence = new Map<number, Candidate>()
  for (const candidate of accepted) {
    const sentence = tokens[candidate.at]?.sentence
    if (sentence === undefined || !candidate.source || !candidate.features.some((feature) => INTRODUCES.test(feature))) continue
    if (reading.quoteOf(candidate.at) < 0 && !bySentence.has(sentence)) bySentence.set(sentence, candidate)
  }
  const openings: Opening[] = []
  passages.forEach((passage, i) => {
    const next = passages[i + 1]
    if (!next || (next.kind !== 'quote' && next.kind !== 'paragraph') || passage.kind === 'quote') return
    if (next.kind !== 'quote' && reading.text.charAt(passage.end - 1) !== ':') return
    const by = bySentence.get(lastSentence.get(passage.id) ?? -1)
    if (by) openings.push({ by, from: i + 1 })
  })
  return openings
}

/** "The statement says", "a nurse confirmed": what a post was quoted with is lost where the next paragraph goes on reporting. */
const tellsOfOthers = ({ parsed }: Reading, passage: Passage, accepted: readonly Candidate[]): boolean =>
  accepted.some(({ at, source, certain }) => {
    const token = parsed.tokens[at]
    return certain && source !== null && token !== undefined && token.start >= passage.start && token.end <= passage.end
  })

/** Paragraphs after a colon that carry no marks of quotation. */
const unmarked = (
  reading: Reading,
  passages: readonly Passage[],
  from: number,
  by: Candidate,
  accepted: readonly Candidate[],
): readonly Passage[] => {
  const speaker = by.sourceHead === null ? '' : (reading.parsed.tokens[by.sourceHead]?.text ?? '')
  const block: Passage[] = []
  for (let i = from; i < Math.min(passages.length, from + LONGEST_BLOCK); i++) {
    const passage = passages[i]
    if (passage?.kind !== 'paragraph') break
    const words = reading.text.slice(passage.start, passage.end)
    if (speaker.length > 1 && words.includes(speaker)) return block
    if (tellsOfOthers(reading, passage, accepted)) return block
    block.push(passage)
  }
  return block.slice(0, 1)
}
