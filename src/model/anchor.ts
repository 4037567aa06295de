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

/** A text anchor with its quote selector; prefix and suffix hold up to 32 code units. */
export const textAnchor = (document: string, text: string, spans: readonly [Span, ...Span[]]): Anchor => {
  const [{ start, end }] = spans
  return {
    kind: 'text',
    document,
    spans,
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
  }
}
