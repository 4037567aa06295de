import type { Passage } from '../model/passage.ts'
import { contains, type Span, span } from '../model/span.ts'

/** How far a sentence may reach on either side of the words: longer ones are cut. */
const REACH = 600

/** A full stop after one of these, or after an initial, ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Cpl|Adm|Cmdr|Gov|Sen|Rep|Rev|St|Sheikh|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.\s*$/

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentence that a span stands in, within its passage. For a reader of the claim: the engine reads with sentences of its own. */
export const sentenceAround = (text: string, at: Span, passages: readonly Passage[]): Span => {
  const passage = passages.find((one) => contains(one, at)) ?? span(0, text.length)
  const from = Math.max(passage.start, at.start - REACH)
  const to = Math.min(passage.end, Math.max(at.end, at.start) + REACH)
  const window = text.slice(from, to)
  let start = 0
  let end = 0
  for (const { segment, index } of SEGMENTER.segment(window)) {
    end = index + segment.length
    if (ABBREVIATION.test(segment)) continue
    if (from + end >= at.end) break
    if (from + end <= at.start) start = end
  }
  const words = text.slice(from + start, from + end)
  const lead = words.length - words.trimStart().length
  return span(from + start + lead, from + start + words.trimEnd().length)
}
