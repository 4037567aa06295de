import type { Span } from '../../model/span.ts'
import type { ParsedText } from '../language/parsed.ts'
import type { Quote } from './quotes.ts'

/** What the readers of cues look at: the words, and for each word the quotation it stands in. */
export type Reading = Readonly<{
  text: string
  parsed: ParsedText
  quotes: readonly Quote[]
  /** Index of the quotation that holds token `i`, -1 outside. */
  quoteOf: (i: number) => number
}>

export const toReading = (text: string, parsed: ParsedText, quotes: readonly Quote[]): Reading => {
  const { tokens } = parsed
  const holds = new Int32Array(tokens.length).fill(-1)
  let q = 0
  for (const token of tokens) {
    for (let quote = quotes[q]; quote && quote.end <= token.start; quote = quotes[++q]);
    const quote = quotes[q]
    if (quote && quote.start <= token.start && token.end <= quote.end) holds[token.i] = q
  }
  return { text, parsed, quotes, quoteOf: (i) => holds[i] ?? -1 }
}

/** The quotation that token `i` opens. */
export const quoteOpenedBy = ({ parsed, quotes, quoteOf }: Reading, i: number): number => {
  const q = quoteOf(i)
  const token = parsed.tokens[i]
  return q >= 0 && token && quotes[q]?.start === token.start ? q : -1
}

/** The quotation that token `i` closes. */
export const quoteClosedBy = ({ parsed, quotes, quoteOf }: Reading, i: number): number => {
  const q = quoteOf(i)
  const token = parsed.tokens[i]
  return q >= 0 && token && quotes[q]?.end === token.end ? q : -1
}

/** The words from token `from` up to but not including token `to`. */
export const spanOf = ({ parsed }: Reading, from: number, to: number): Span => ({
  start: parsed.tokens[from]?.start ?? 0,
  end: parsed.tokens[to - 1]?.end ?? 0,
})
