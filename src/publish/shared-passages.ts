import type { Span } from '../model/span.ts'

/** What two texts have in common, word for word: spans in each, and how much of the shorter one they cover (0–1). */
export type Shared = Readonly<{ left: readonly Span[]; right: readonly Span[]; share: number }>

type Word = Readonly<{ start: number; end: number; word: string }>

/** Eight words in a row stand in two texts by chance about as often as never; five already do in reports of one event. */
const RUN = 8
/** A formula that stands more often than this says nothing of who copied whom. */
const MOST_PLACES = 6

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, word: word.toLowerCase() }))

const runKey = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + RUN)
    .map(({ word }) => word)
    .join(' ')

const placesOf = (words: readonly Word[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>()
  for (let i = 0; i + RUN <= words.length; i++) {
    const key = runKey(words, i)
    const known = places.get(key)
    if (!known) places.set(key, [i])
    else if (known.length < MOST_PLACES) known.push(i)
  }
  return places
}

const runLength = (a: readonly Word[], i: number, b: readonly Word[], j: number): number => {
  let length = 0
  while (i + length < a.length && j + length < b.length && a[i + length]!.word === b[j + length]!.word) length++
  return length
}

const merge = (spans: readonly Span[]): readonly Span[] => {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

const toSpan = (words: readonly Word[], at: number, length: number): Span => ({ start: words[at]!.start, end: words[at + length - 1]!.end })

/** Passages of eight words or more that stand in both texts, whatever the marks between the words. */
export const sharedPassages = (left: string, right: string): Shared => {
  const [a, b] = [wordsOf(left), wordsOf(right)]
  const places = placesOf(b)
  const spans = { left: [] as Span[], right: [] as Span[] }
  let count = 0
  for (let i = 0; i + RUN <= a.length; ) {
    const starts = places.get(runKey(a, i)) ?? []
    const [best] = starts.map((j) => ({ j, length: runLength(a, i, b, j) })).toSorted((x, y) => y.length - x.length)
    if (!best) {
      i++
      continue
    }
    spans.left.push(toSpan(a, i, best.length))
    spans.right.push(toSpan(b, best.j, best.length))
    count += best.length
    i += best.length
  }
  const shorter = Math.min(a.length, b.length)
  return { left: merge(spans.left), right: merge(spans.right), share: shorter === 0 ? 0 : Math.min(1, count / shorter) }
}
