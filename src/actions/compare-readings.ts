import type { Claim } from '../model/claim.ts'
import type { Analysis } from '../model/reading.ts'

/** What a later reading says otherwise: claims that are new, claims that are gone, and which claim of the new is which of the old. */
export type Difference = Readonly<{
  added: readonly Claim[]
  gone: readonly Claim[]
  /** Ids of the new reading by those of the old. */
  same: ReadonlyMap<string, string>
}>

type Source = Pick<Analysis, 'mentions' | 'claims'>

/** What a claim says, in terms that do not depend on how a reading numbers its parts. */
const toMeaning = (claim: Claim, { mentions }: Source): string => {
  const spanOf = (id: string): unknown => {
    const found = mentions.find((mention) => mention.id === id)
    return found ? [found.start, found.end] : null
  }
  const value = Object.entries(claim.value).flatMap(([name, one]) =>
    name === 'mention' || name === 'party' ? [[name, spanOf(one as string)]] : name === 'of' || name === 'scope' ? [] : [[name, one]],
  )
  return JSON.stringify([claim.attribute, claim.spans, claim.modality, value])
}

/** Compares two readings of one text by what their claims say and on which words. */
export const compareReadings = (old: Source, later: Source): Difference => {
  const free = new Map<string, string[]>()
  for (const claim of later.claims) {
    const meaning = toMeaning(claim, later)
    free.set(meaning, [...(free.get(meaning) ?? []), claim.id])
  }
  const same = new Map<string, string>()
  for (const claim of old.claims) {
    const match = free.get(toMeaning(claim, old))?.shift()
    if (match !== undefined) same.set(claim.id, match)
  }
  const matched = new Set(same.values())
  return {
    added: later.claims.filter(({ id }) => !matched.has(id)),
    gone: old.claims.filter(({ id }) => !same.has(id)),
    same,
  }
}
