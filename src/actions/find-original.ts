import { minhash } from '../engine/incidents/copies/minhash.ts'
import { copyableText, shinglesOf } from '../engine/incidents/copies/shingles.ts'
import { isCopy, similarity } from '../engine/incidents/copies/similarity.ts'
import { listCopyCandidates } from '../ledger/copies.ts'
import type { Source } from '../ledger/source.ts'
import type { Document } from '../model/document.ts'

/** The document that a new one shares its text with, if any, and by which others will find the new one. */
export type Original = Readonly<{ of: Readonly<{ id: string; copyGroup: string; share: number }> | null; bands: readonly number[] }>

/** Looks for the document that shares most with a new one; `incidents` are those that it may be linked to. */
export const findOriginal = async (source: Source, document: Document, incidents: readonly string[]): Promise<Original> => {
  const shingles = shinglesOf(copyableText(document))
  const bands = minhash(shingles)
  if (bands.length === 0) return { of: null, bands }
  let of: Original['of'] = null
  for (const candidate of await listCopyCandidates(source, bands, incidents)) {
    const other = shinglesOf(copyableText(candidate))
    if (!isCopy(shingles, other)) continue
    const share = similarity(shingles, other).containment
    if (!of || share > of.share) of = { id: candidate.id, copyGroup: candidate.copy_group, share }
  }
  return { of, bands }
}
