import { cellKeysOf, lookupCellKeysOf } from './keys.ts'
import type { Rarity } from './rarity.ts'
import type { Sheet } from './sheet.ts'

/** A word in more sheets than this finds too many; place and time find those. */
const MOST_SHARED = 60
/** A word must say at least this much (nats) to bring two sheets together. */
const LEAST_RARITY = 3.5
/** So many look-alikes of each sheet are compared. */
const MOST_NEAR = 40
/** A cell of places and days that holds more than this says little. */
const MOST_IN_CELL = 200

const wordKeys = ({ words, people, spots }: Sheet): readonly string[] => [
  ...words,
  ...people.map(({ name }) => `person ${name}`),
  ...spots.map((spot) => `spot ${spot}`),
]

const toIndex = (keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> => {
  const index = new Map<string, number[]>()
  keys.forEach((own, i) => {
    for (const key of own) {
      const held = index.get(key)
      if (held) held.push(i)
      else index.set(key, [i])
    }
  })
  return index
}

/**
 * The pairs of sheets worth comparing, each once, smaller index first: those that share rare words, names or streets, and those in
 * one place within days. Never all pairs: the number grows with the number of sheets.
 */
export const listPairs = (sheets: readonly Sheet[], rarity: Rarity): readonly (readonly [number, number])[] => {
  const words = sheets.map(wordKeys)
  const byWord = toIndex(words)
  const byCell = toIndex(sheets.map(cellKeysOf))
  const pairs = new Set<number>()
  const add = (i: number, j: number): void => {
    if (i !== j) pairs.add(Math.min(i, j) * sheets.length + Math.max(i, j))
  }
  sheets.forEach((sheet, i) => {
    const near = new Map<number, number>()
    for (const word of words[i]!) {
      const holders = byWord.get(word)!
      if (holders.length < 2 || holders.length > MOST_SHARED) continue
      const weight = rarity(word)
      if (weight < LEAST_RARITY) continue
      for (const j of holders) if (j !== i) near.set(j, (near.get(j) ?? 0) + weight)
    }
    // Ties are all kept, so that the order of the sheets does not matter.
    const ranked = [...near].sort((a, b) => b[1] - a[1])
    const least = ranked[MOST_NEAR - 1]?.[1] ?? 0
    for (const [j, weight] of ranked) if (weight >= least) add(i, j)
    for (const key of lookupCellKeysOf(sheet)) {
      const holders = byCell.get(key)
      if (holders && holders.length <= MOST_IN_CELL) for (const j of holders) add(i, j)
    }
  })
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / sheets.length), pair % sheets.length] as const)
}
