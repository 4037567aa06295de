import type { Place } from './gazetteer.ts'
import { distanceKm, type Hints, type Meaning, type Weighed } from './resolve.ts'

/** Kinds that tell which country a document is about by being named. */
const TELLING = new Set<Place['kind']>(['country', 'capital'])
/** Kinds that bear the same names in many countries. */
const COMMON = new Set<Place['kind']>(['town', 'seat', 'district', 'facility', 'natural', 'river'])
/** A town of more people than this may well be named far from home: Geneva, Strasbourg. */
const WELL_KNOWN = 160_000
/** A border is near: a town no farther than this from another place of the document is no stray. */
const NEAR_KM = 400
/** No namesake takes the place of a city of more people than this. */
const GREAT = 1_000_000

/**
 * The countries a document speaks of: named themselves, by their people, by a capital, or by two places and more. Empty where
 * nothing tells.
 */
const countriesOf = (weighed: readonly Weighed[], { adjectives, home }: Hints): ReadonlySet<string> => {
  const told = new Set(adjectives.keys())
  if (home.country !== undefined) told.add(home.country)
  const towns = new Map<string, number>()
  for (const { name, best } of weighed) {
    const { place, quality } = name.meanings[best]!
    for (const { country } of name.containers) if (country !== null) told.add(country)
    if (place.country === null) continue
    if (TELLING.has(place.kind) && quality !== 'loose') told.add(place.country)
    else if (quality !== 'loose') towns.set(place.country, (towns.get(place.country) ?? 0) + 1)
  }
  for (const [country, many] of towns) if (many >= 2) told.add(country)
  return told
}

/**
 * Replaces a town in a country that the document says nothing of by its namesake in one that it speaks of, or by nothing: in a report on
 * Mozambique "Palma" is not on Mallorca. Cities that everybody knows stay, and so does what stands under a container of its own.
 */
export const withoutStrays = (weighed: readonly Weighed[], hints: Hints): ((each: Weighed) => Meaning | undefined) => {
  const told = countriesOf(weighed, hints)
  return ({ name, best, chances }) => {
    const chosen = name.meanings[best]!
    const { place, quality } = chosen
    const isBeside = weighed.some(({ name: other, best: at }) => {
      const beside = other.meanings[at]!.place
      return other.key !== name.key && distanceKm(beside, place) <= NEAR_KM + beside.radiusM / 1000
    })
    const isStray = !isBeside && told.size > 0 && COMMON.has(place.kind) && place.country !== null && !told.has(place.country)
    if (!isStray || place.population > GREAT || name.containers.length > 0) return chosen
    const namesakes = name.meanings
      .map((meaning, i) => ({ meaning, chance: chances[i]! }))
      .filter(({ meaning }) => meaning.place.country !== null && told.has(meaning.place.country) && meaning.quality !== 'loose')
      .sort((a, b) => b.chance - a.chance)
    if (namesakes[0]) return namesakes[0].meaning
    return quality === 'own' && place.population >= WELL_KNOWN ? chosen : undefined
  }
}
