import { type Comparison, compareWeighed } from './compare.ts'
import { toWeighed, type Weighed } from './features.ts'
import { NOTHING_SEEN, type Rarity, toRarity } from './rarity.ts'
import { membersOf, type Sheet } from './sheet.ts'

/** An incident that the ledger holds. */
export type Candidate = Readonly<{ incident: string; sheet: Sheet }>

const GENERAL = toRarity(NOTHING_SEEN)

const weighAll = (sheet: Sheet, rarity: Rarity): readonly Weighed[] => membersOf(sheet).map((member) => toWeighed(member, rarity))

const compareAll = (as: readonly Weighed[], bs: readonly Weighed[], rarity: Rarity): Comparison => {
  const all = as.flatMap((a) => bs.map((b) => compareWeighed(a, b, rarity)))
  const best = all.reduce((one, other) => (other.score > one.score ? other : one))
  return { score: all.reduce((sum, { score }) => sum + score, 0) / all.length, because: best.because }
}

/** Compares two incidents, each with the documents it was put together from: the mean of their log odds, and the best pair's reasons. */
export const compare = (a: Sheet, b: Sheet, rarity: Rarity = GENERAL): Comparison =>
  compareAll(weighAll(a, rarity), weighAll(b, rarity), rarity)
