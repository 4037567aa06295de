import { hashOf, type Shingles } from './shingles.ts'

/**
 * Bands of three rows: two texts with Jaccard similarity s share a band with probability 1 − (1 − s³)³². That is 0.99 at 0.5, 0.88
 * at 0.4, 0.58 at 0.3 and 0.0003 at 0.02, which two unrelated reports of one week have (arithmetic, not a measure).
 */
const BANDS = 32
const ROWS = 3

const SEEDS: readonly number[] = Array.from({ length: BANDS * ROWS }, (_, i) => hashOf(`seed ${i}`))

const mix = (hash: number, seed: number): number => {
  let h = Math.imul(hash ^ seed, 0x9e3779b1)
  h ^= h >>> 15
  return Math.imul(h, 0x85ebca77) >>> 0
}

/** The keys by which texts that share much find each other: texts with a key in common are compared, all others are not. */
export const minhash = ({ hashes }: Pick<Shingles, 'hashes'>): readonly number[] => {
  if (hashes.size === 0) return []
  const least = new Uint32Array(SEEDS.length).fill(0xffffffff)
  for (const hash of hashes)
    for (let i = 0; i < least.length; i++) {
      const value = mix(hash, SEEDS[i]!)
      if (value < least[i]!) least[i] = value
    }
  // 21 bits of band number and 32 of hash fit a safe integer, and PostgreSQL's bigint.
  return Array.from({ length: BANDS }, (_, band) => band * 2 ** 32 + hashOf(least.slice(band * ROWS, band * ROWS + ROWS).join(' ')))
}
