import { minhash } from '../engine/incidents/copies/minhash.ts'
import { copyableText, shinglesOf } from '../engine/incidents/copies/shingles.ts'
import { isCopy, similarity } from '../engine/incidents/copies/similarity.ts'
import { listCopyCandidates } from '../ledger/copies.ts'
import type { Source } from '../ledger/source.ts'
import type { Document } from '../model/document.ts'

type Shingles = ReturnType<typeof shinglesOf>

/** The document that a new one shares its text with, if any, and by which others will find the new one. */
type Original = Readonly<{
  of: Readonly<{ id: string; copyGroup: string; share: number }> | null
  bands: readonly number[]
  shingles: Shingles
}>

/** A document of the same transaction, not yet among the rows. */
export type Beside = Readonly<{ id: string; copyGroup: string; bands: readonly number[]; shingles: Shingles; incidents: readonly string[] }>

/** Looks for the document that shares most with a new one; `incidents` are those that it may be linked to. */
export const findOriginal = async (
  source: Source,
  document: Document,
  incidents: readonly string[],
  beside: readonly Beside[],
): Promise<Original> => {
  const shingles = shinglesOf(copyableText(document))
  const bands = minhash(shingles)
  if (bands.length === 0) return { of: null, bands, shingles }
  const keys = new Set(bands)
  const held = await listCopyCandidates(source, bands, incidents)
  const candidates = [
    ...held.map((one) => ({ id: one.id, copyGroup: one.copy_group, shingles: shinglesOf(copyableText(one)) })),
    ...beside.filter((one) => one.bands.some((key) => keys.has(key)) || one.incidents.some((id) => incidents.includes(id))),
  ]
  let of: Original['of'] = null
  for (const { id, copyGroup, shingles: other } of candidates) {
    if (!isCopy(shingles, other)) continue
    const share = similarity(shingles, other).containment
    if (!of || share > of.share) of = { id, copyGroup, share }
  }
  return { of, bands, shingles }
}
