import { minhash } from '../engine/incidents/copies/minhash.ts'
import { copyableText, shinglesOf } from '../engine/incidents/copies/shingles.ts'
import { isCopy, similarity } from '../engine/incidents/copies/similarity.ts'
import { type CopyCandidate, listCopyCandidates } from '../ledger/copies.ts'
import type { Source } from '../ledger/source.ts'
import type { Document } from '../model/document.ts'

type Shingles = ReturnType<typeof shinglesOf>

/** A document that is being added: the incidents it is linked to, and of these the ones that were there before. */
export type Added = Readonly<{ id: string; document: Document; incidents: readonly string[]; near: readonly string[] }>

/** The document that a new one shares its text with, if any, and by which others will find the new one. */
export type Original = Readonly<{ of: Readonly<{ id: string; copyGroup: string; share: number }> | null; bands: readonly number[] }>

/** A text that a new one is compared with. */
type Other = Readonly<{ id: string; copyGroup: string; shingles: Shingles }>
type Beside = Other & Readonly<{ bands: readonly number[]; incidents: readonly string[] }>

const findMost = (shingles: Shingles, others: readonly Other[]): Original['of'] => {
  let of: Original['of'] = null
  for (const { id, copyGroup, shingles: other } of others) {
    if (!isCopy(shingles, other)) continue
    const share = similarity(shingles, other).containment
    if (!of || share > of.share) of = { id, copyGroup, share }
  }
  return of
}

/** Looks, for each of some new documents, for the one that shares most with it: in the ledger, or among those before it. */
export const findOriginals = async (source: Source, added: readonly Added[]): Promise<readonly Original[]> => {
  const own = added.map(({ document }) => {
    const shingles = shinglesOf(copyableText(document))
    return { shingles, bands: minhash(shingles) }
  })
  const held = await listCopyCandidates(
    source,
    added.map(({ near }, i) => ({ bands: own[i]!.bands, incidents: own[i]!.bands.length === 0 ? [] : near })),
  )
  const cut = new Map<string, Other>()
  const toOther = (one: CopyCandidate): Other => {
    const other = cut.get(one.id) ?? { id: one.id, copyGroup: one.copy_group, shingles: shinglesOf(copyableText(one)) }
    cut.set(one.id, other)
    return other
  }
  const beside: Beside[] = []
  return added.map(({ id, incidents, near }, i) => {
    const { shingles, bands } = own[i]!
    const keys = new Set(bands)
    const others = beside.filter(
      (one) => one.bands.some((key) => keys.has(key)) || one.incidents.some((incident) => near.includes(incident)),
    )
    const of = bands.length === 0 ? null : findMost(shingles, [...held[i]!.map(toOther), ...others])
    beside.push({ id, copyGroup: of?.copyGroup ?? id, shingles, bands, incidents })
    return { of, bands }
  })
}
