import { contains, type Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'

type Segment = Readonly<{ start: number; statement: Statement | undefined }>
type Index = Readonly<{ segments: readonly Segment[]; byId: ReadonlyMap<string, Statement> }>

const INDEXES = new WeakMap<readonly Statement[], Index>()

/** Cuts the text where a stretch of content begins or ends; of those open, the one that began last is the innermost. */
const toIndex = (statements: readonly Statement[]): Index => {
  const pieces = statements.flatMap((statement) => statement.content.map((piece) => ({ ...piece, statement })))
  pieces.sort((a, b) => a.start - b.start || b.end - a.end)
  const segments: Segment[] = []
  const open: (Span & { statement: Statement })[] = []
  const closeUpTo = (limit: number): void => {
    for (let top = open.at(-1); top && top.end <= limit; top = open.at(-1)) {
      open.pop()
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= top.end) open.pop()
      segments.push({ start: top.end, statement: open.at(-1)?.statement })
    }
  }
  for (const piece of pieces) {
    closeUpTo(piece.start)
    open.push(piece)
    segments.push({ start: piece.start, statement: piece.statement })
  }
  closeUpTo(Number.POSITIVE_INFINITY)
  return { segments, byId: new Map(statements.map((statement) => [statement.id, statement])) }
}

const indexOf = (statements: readonly Statement[]): Index => {
  const known = INDEXES.get(statements)
  if (known) return known
  const index = toIndex(statements)
  INDEXES.set(statements, index)
  return index
}

const segmentAt = (segments: readonly Segment[], offset: number): Segment | undefined => {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (segment && segment.start <= offset) low = middle + 1
    else high = middle
  }
  return segments[low - 1]
}

/**
 * The innermost statement whose content holds the span; undefined in the document's own voice. The first call for a list of
 * statements builds its index, later ones take logarithmic time.
 */
export const statementAt = (statements: readonly Statement[], span: Span): Statement | undefined => {
  const { segments, byId } = indexOf(statements)
  let statement = segmentAt(segments, span.start)?.statement
  for (let steps = 0; statement && steps < 50; steps++) {
    if (statement.content.some((piece) => contains(piece, span))) return statement
    statement = statement.parent === null ? undefined : byId.get(statement.parent)
  }
  return undefined
}

/** The statement and those it stands inside, outermost first. */
export const lineageOf = (statements: readonly Statement[], statement: Statement): readonly Statement[] => {
  const { byId } = indexOf(statements)
  const lineage: Statement[] = []
  for (let at: Statement | undefined = statement; at && lineage.length < 50; at = at.parent === null ? undefined : byId.get(at.parent))
    lineage.unshift(at)
  return lineage
}
