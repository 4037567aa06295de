import type { Line } from './lines.ts'

/** Documents by what matters for telling page furniture from news: their lines, and when they came out. */
export type Issued = Readonly<{ lines: readonly Pick<Line, 'key'>[]; published: string | null }>

const DAY_MS = 86_400_000
/** A reprint follows within days; a line that comes back after this long is the site's own ("Anyone with information is asked …"). */
const REPRINT_DAYS = 10
/** Where no dates are known, a line in so many documents is nobody's news. */
const MANY = 6

/** Finds the lines that stand in many documents without being news: they say nothing about what a document tells of. */
export const findBoilerplate = (documents: Iterable<Issued>): ReadonlySet<number> => {
  const seen = new Map<number, { count: number; first: number; last: number }>()
  for (const { lines, published } of documents) {
    const day = published ? Date.parse(published) : Number.NaN
    for (const key of new Set(lines.map((line) => line.key))) {
      const one = seen.get(key) ?? { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }
      one.count++
      if (day < one.first) one.first = day
      if (day > one.last) one.last = day
      seen.set(key, one)
    }
  }
  const found = new Set<number>()
  for (const [key, { count, first, last }] of seen) {
    if (count >= MANY || (count >= 2 && last - first > REPRINT_DAYS * DAY_MS)) found.add(key)
  }
  return found
}
