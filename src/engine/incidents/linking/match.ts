import { type Comparison, compareWeighed, EVEN, toProbability } from './compare.ts'
import { toWeighed, type Weighed } from './features.ts'
import { countWords, NOTHING_SEEN, type Rarity, toRarity } from './rarity.ts'
import { membersOf, type Sheet } from './sheet.ts'

/** An incident to be linked, and one that the ledger holds. */
export type NewIncident = Readonly<{ local: string; sheet: Sheet }>
export type Candidate = Readonly<{ incident: string; sheet: Sheet }>

/**
 * Where an incident of a document belongs: an incident of the ledger, or null for one of its own; how likely that is (0–1), and why.
 */
export type Match = Readonly<{ local: string; incident: string | null; score: number; because: readonly string[] }>

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

/**
 * The candidates are the part of the ledger nearest to the document, each another event: words that several of them have say little
 * here. A word that one of them has is what may tell it from the others; and the two or three incidents that one document tells of
 * share its words.
 */
const OWN = 2
const rarityAmong = (candidates: readonly Candidate[]): Rarity => {
  const { counts } = countWords(candidates.map(({ sheet }) => sheet.words))
  const elsewhere = new Map([...counts].flatMap(([word, count]) => (count > OWN ? [[word, count - OWN] as const] : [])))
  return toRarity({ texts: candidates.length, counts: elsewhere, distinct: true })
}

/**
 * Links the incidents of one document to incidents of the ledger, best pair first. A document that speaks of two incidents means two:
 * each of the ledger's takes at most one of them.
 */
export const link = (
  incidents: readonly NewIncident[],
  candidates: readonly Candidate[],
  rarity: Rarity = rarityAmong(candidates),
): readonly Match[] => {
  const held = candidates.map(({ incident, sheet }) => ({ incident, weighed: weighAll(sheet, rarity) }))
  const pairs = incidents.flatMap(({ local, sheet }) => {
    const own = weighAll(sheet, rarity)
    return held.flatMap(({ incident, weighed }) => {
      const compared = compareAll(own, weighed, rarity)
      return compared.score > EVEN ? [{ local, incident, ...compared }] : []
    })
  })
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  pairs.sort((a, b) => b.score - a.score || order(a.local, b.local) || order(a.incident, b.incident))
  const matches = new Map<string, Match>()
  const taken = new Set<string>()
  for (const { local, incident, score, because } of pairs) {
    if (matches.has(local) || taken.has(incident)) continue
    matches.set(local, { local, incident, score: toProbability(score), because })
    taken.add(incident)
  }
  return incidents.map(({ local }) => matches.get(local) ?? { local, incident: null, score: 0, because: [] })
}
