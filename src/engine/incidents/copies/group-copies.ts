import { minhash } from './minhash.ts'
import { type Shingles, shinglesOf } from './shingles.ts'
import { isCopy, similarity } from './similarity.ts'

/** A document's text that can be copied, and a key that orders documents in any loading order alike. */
export type Copyable = Readonly<{ key: string; text: string }>

/** Documents of one template share bands by the thousand; of each band so many, by key, are compared with the others. */
const MOST_OF_BAND = 24

/** Groups texts that are copies of each other; gives for each the index of its group's member with the least key. */
export const groupCopies = (texts: readonly Copyable[]): readonly number[] => {
  const order = texts.map((_, i) => i).sort((a, b) => (texts[a]!.key < texts[b]!.key ? -1 : texts[a]!.key > texts[b]!.key ? 1 : 0))
  const bands = new Map<number, number[]>()
  for (const i of order)
    for (const band of minhash(shinglesOf(texts[i]!.text))) {
      const held = bands.get(band)
      if (held) held.push(i)
      else bands.set(band, [i])
    }
  const parent = texts.map((_, i) => i)
  const rank = new Map(order.map((i, place) => [i, place]))
  const rootOf = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root]!
    for (let at = i; at !== root; ) {
      const up = parent[at]!
      parent[at] = root
      at = up
    }
    return root
  }
  const made = new Map<number, Shingles>()
  const shinglesAt = (i: number): Shingles => {
    const known = made.get(i) ?? shinglesOf(texts[i]!.text)
    made.set(i, known)
    return known
  }
  const group = new Map(texts.map((_, i) => [i, [i]]))
  /** A text cut before its figures is a copy of two that differ in them; it does not make these copies of each other. */
  const areApart = (first: number, second: number): boolean =>
    group
      .get(first)!
      .slice(0, MOST_OF_BAND)
      .some((a) =>
        group
          .get(second)!
          .slice(0, MOST_OF_BAND)
          .some((b) => similarity(shinglesAt(a), shinglesAt(b)).figuresDiffer),
      )
  const compared = new Set<number>()
  for (const members of bands.values())
    members.slice(0, MOST_OF_BAND).forEach((a, at) => {
      for (const b of members.slice(at + 1)) {
        const pair = Math.min(a, b) * texts.length + Math.max(a, b)
        if (compared.has(pair)) continue
        compared.add(pair)
        const [first, second] = [rootOf(a), rootOf(b)]
        if (first === second || !isCopy(shinglesAt(a), shinglesAt(b)) || areApart(first, second)) continue
        const [into, other] = rank.get(first)! < rank.get(second)! ? [first, second] : [second, first]
        parent[other] = into
        group.get(into)!.push(...group.get(other)!)
      }
    })
  return texts.map((_, i) => rootOf(i))
}
