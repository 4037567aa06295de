import type { PlaceMention } from '../../../model/mention.ts'
import type { Span } from '../../../model/span.ts'
import { firstAfter } from '../../claims/view.ts'

/** The coarsest place that tells in which country its neighbours lie. */
const TELLING = 5
/** How many of a document's places must lie in one country for a name that no gazetteer lists to be sought there. */
const SHARE = 0.75

/** In which country a place lies that no gazetteer lists; null where nothing tells. */
export type Lands = (span: Span) => string | null

/** A country named so often, and no other, is the one a document tells of. */
const NAMED = 2

const onlyOne = (countries: ReadonlySet<string>): string | null => (countries.size === 1 ? [...countries][0]! : null)

/**
 * Reads it from the places around: those of the same sentence where they lie in one country, else those of the document where nearly all
 * do, else the one country that it names. `sentences` and `places` in document order.
 */
export const landsOf = (places: readonly PlaceMention[], sentences: readonly Span[]): Lands => {
  const counts = new Map<string, number>()
  const bySentence = new Map<number, Set<string>>()
  const named = new Map<string, number>()
  let all = 0
  for (const { start, precision, country } of places) {
    if (country === null) continue
    if (precision > TELLING) {
      if (precision === 6) named.set(country, (named.get(country) ?? 0) + 1)
      continue
    }
    all++
    counts.set(country, (counts.get(country) ?? 0) + 1)
    const at = firstAfter(sentences, start)
    bySentence.set(at, (bySentence.get(at) ?? new Set()).add(country))
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  const [only, another] = [...named]
  const ofName = only && !another && only[1] >= NAMED ? only[0] : null
  const usual = most ? (most[1] / all >= SHARE ? most[0] : null) : ofName
  return ({ start }) => onlyOne(bySentence.get(firstAfter(sentences, start)) ?? new Set()) ?? usual
}
