import { countDistinct, type Rarity, toRarity } from '../engine/incidents/linking/rarity.ts'
import type { KnownSheets } from '../ledger/known-sheets.ts'
import { sampleWords } from '../ledger/sample-words.ts'
import type { Writer } from '../ledger/write.ts'

/** So many incidents say how rare words are in the ledger; more would say the same to a tenth of a nat. */
const SAMPLE = 2_000
/** The sample is taken again when this process has added a tenth to what it last saw: rarities change by less than a tenth of a nat. */
const GROWTH = 0.1

type Taken = { rarity: Rarity; incidents: number; added: number }

const taken = new WeakMap<KnownSheets, Map<number, Taken>>()

/**
 * How rare words are among the incidents of the ledger: in how many of a sample each stands. The sample is those with the least ids,
 * which are hashes: the same incidents whatever the order in which documents came in. `added`: incidents added since it was last asked.
 */
export const ledgerRarity = async ({ trx, collection, known }: Writer, added: number): Promise<Rarity> => {
  const collections = taken.get(known) ?? new Map<number, Taken>()
  taken.set(known, collections)
  const before = collections.get(collection)
  if (before) before.added += added
  if (before && before.added <= before.incidents * GROWTH) return before.rarity
  const words = await sampleWords({ db: trx, collection }, SAMPLE)
  const rarity = toRarity(countDistinct(words))
  const grown = before ? before.incidents + before.added : 0
  collections.set(collection, { rarity, incidents: words.length < SAMPLE ? words.length : Math.max(words.length, grown), added: 0 })
  return rarity
}
