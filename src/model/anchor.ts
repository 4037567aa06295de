import type { Span } from './span.ts'

/** The exact words with a little text on either side: a W3C TextQuoteSelector. */
export type Quote = Readonly<{ exact: string; prefix: string; suffix: string }>

/**
 * Where in a document a value stands. Text spans are what the engine produces; the others exist so that a photograph, a scanned
 * list, a recording or a sheet can carry a claim.
 */
export type Anchor =
  | Readonly<{ kind: 'text'; document: string; spans: readonly Span[]; quote: Quote }>
  | Readonly<{ kind: 'page'; document: string; page: number; box: readonly [x: number, y: number, width: number, height: number] | null }>
  | Readonly<{ kind: 'media'; document: string; fromSeconds: number; toSeconds: number | null }>
  | Readonly<{ kind: 'cell'; document: string; sheet: string | null; row: number; column: string }>

const CONTEXT = 32

/** Does an offset fall between the halves of a surrogate pair? No store can hold half a character. */
const isInPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!)

/**
 * A text anchor with its quote selector; prefix and suffix hold up to 32 code units, and only whole characters. A span that cuts a
 * character takes the whole of it.
 */
export const textAnchor = (document: string, text: string, spans: readonly [Span, ...Span[]]): Anchor => {
  const whole = ({ start, end }: Span): Span => ({
    start: isInPair(text, start) ? start - 1 : start,
    end: isInPair(text, end) ? end + 1 : end,
  })
  const [first, ...rest] = spans
  const { start, end } = whole(first)
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  return {
    kind: 'text',
    document,
    spans: [whole(first), ...rest.map(whole)],
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(isInPair(text, from) ? from + 1 : from, start),
      suffix: text.slice(end, isInPair(text, to) ? to - 1 : to),
    },
  }
}
