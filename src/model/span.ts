/** A half-open stretch `[start, end)` of UTF-16 code units in a document's text. */
export type Span = Readonly<{ start: number; end: number }>

export const span = (start: number, end: number): Span => ({ start, end })

/** The words a span covers. */
export const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end)

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The smallest span that covers all of the given ones. */
export const cover = (first: Span, ...rest: readonly Span[]): Span =>
  rest.reduce<Span>((a, b) => span(Math.min(a.start, b.start), Math.max(a.end, b.end)), first)

/** Document order: earlier start first, the longer of two with the same start first. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
