import type { PassageView } from '../../server/wire.ts'

/** The last passage that starts at or before an offset; passages stand in order. */
const findPassage = (passages: readonly PassageView[], offset: number): number => {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passages[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Sorts stretches of the text into the passages they touch, so that a long document is gone through once. */
export const byPassage = <Item>(
  passages: readonly PassageView[],
  items: readonly Item[],
  spanOf: (item: Item) => Readonly<{ start: number; end: number }> | undefined,
): ReadonlyMap<string, readonly Item[]> => {
  const full = passages.filter(({ missing }) => !missing)
  const sorted = new Map<string, Item[]>(full.map(({ id }) => [id, []]))
  for (const item of items) {
    const span = spanOf(item)
    if (!span) continue
    for (let i = Math.max(0, findPassage(full, span.start)); i < full.length && full[i]!.start < span.end; i++)
      if (full[i]!.end > span.start) sorted.get(full[i]!.id)?.push(item)
  }
  return sorted
}
