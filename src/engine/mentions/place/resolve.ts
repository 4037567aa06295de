import type { Token } from '../../language/parsed.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import type { Home } from './home.ts'
import type { NameSpan } from './spans.ts'
import { DIVISIONS, PLACE_NOUNS } from './words.ts'

/** The named signs by which one meaning of a name is preferred to another. Their weights are in `weights.ts`. */
export const MEANING_FEATURES = [
  'population',
  'no-population',
  'country',
  'province',
  'county',
  'capital',
  'seat',
  'district',
  'region',
  'water',
  'facility',
  'other-name',
  'loose-name',
  'in-container',
  'out-of-container',
  'division-said',
  'town-said',
  'other-kind-said',
  'country-support',
  'province-support',
  'nearby-support',
  'home-near',
  'home-country',
  'adjective-support',
  'best-known',
  'second-known',
] as const
export type MeaningFeature = (typeof MEANING_FEATURES)[number]

/** A name in one sense: all its spans in a document that stand under the same container ("Paris, Texas" and "Paris" are two). */
export type Name = Readonly<{
  key: string
  spans: readonly NameSpan[]
  /** Places that hold it, said right after it: "Quetta, Pakistan". */
  containers: readonly Place[]
  /** A noun said with it tells its kind: "Idlib province", "the city of Homs". */
  saidKind: 'division' | 'town' | undefined
  meanings: readonly Meaning[]
  weight: number
}>
export type Meaning = Readonly<{ place: Place; quality: 'own' | 'other' | 'loose' }>

const RADIUS_KM = 6371
/** Great-circle distance, for places tens to thousands of kilometres apart. */
export const distanceKm = (a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number => {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

const TOWN_NOUNS = new Set(['city', 'town', 'village', 'hamlet', 'suburb', 'capital', 'municipality', 'port'])
const DIVISION_KINDS = new Set<Place['kind']>(['province', 'county', 'region'])
const TOWN_KINDS = new Set<Place['kind']>(['town', 'capital', 'seat', 'district'])

/** What a noun beside a span says it is: "Idlib province", "the town of Homs". */
export const readKind = (span: NameSpan, tokens: readonly Token[]): Name['saidKind'] => {
  const next = tokens[span.last]
  if (next && next.sentence === span.sentence.i && DIVISIONS.has(next.lower))
    return TOWN_NOUNS.has(next.lower)
      ? 'town'
      : [
            'province',
            'governorate',
            'state',
            'county',
            'oblast',
            'prefecture',
            'department',
            'parish',
            'region',
            'provinces',
            'governorates',
            'counties',
            'states',
          ].includes(next.lower)
        ? 'division'
        : undefined
  const [of, noun] = [tokens[span.first - 1], tokens[span.first - 2]]
  if (of?.lower === 'of' && noun && PLACE_NOUNS.has(noun.lower))
    return TOWN_NOUNS.has(noun.lower)
      ? 'town'
      : ['province', 'governorate', 'state', 'county', 'region', 'oblast'].includes(noun.lower)
        ? 'division'
        : undefined
  return undefined
}

/** Does a place hold another? A country by its code, a province by its number. */
const holds = (container: Place, place: Place): boolean => {
  if (container.index === place.index) return false
  if (container.kind === 'country') return container.country === place.country && place.kind !== 'country'
  if (container.kind === 'province')
    return container.country === place.country && container.province === place.province && place.kind !== 'province'
  return distanceKm(container, place) * 1000 <= container.radiusM * 1.3
}

/** What the rest of the document speaks for: countries, provinces and spots, each with its weight. */
type Evidence = Readonly<{
  country: ReadonlyMap<string, number>
  province: ReadonlyMap<number, number>
  spots: readonly Readonly<{ name: Name | undefined; place: Place; weight: number }>[]
  total: number
}>

const NEAR_KM = 150

export const meaningFeatures = (
  name: Name,
  rank: number,
  meaning: Meaning,
  evidence: Evidence,
  adjectives: ReadonlyMap<string, number>,
  home: { places: readonly Place[]; country: string | undefined },
): ReadonlyMap<MeaningFeature, number> => {
  const on = new Map<MeaningFeature, number>()
  const set = (feature: MeaningFeature, value: number | boolean = 1): void => {
    if (value) on.set(feature, Number(value))
  }
  const { place, quality } = meaning
  const { kind } = place
  set('population', Math.log10(place.population + 100) / 7)
  set('no-population', place.population === 0 && TOWN_KINDS.has(kind))
  set('country', kind === 'country' || kind === 'continent')
  set('province', kind === 'province')
  set('county', kind === 'county')
  set('capital', kind === 'capital')
  set('seat', kind === 'seat')
  set('district', kind === 'district')
  set('region', kind === 'region')
  set('water', kind === 'sea' || kind === 'river' || kind === 'natural')
  set('facility', kind === 'facility')
  set('other-name', quality === 'other')
  set('loose-name', quality === 'loose')
  set('best-known', rank === 0)
  set('second-known', rank === 1)
  if (name.containers.length > 0) {
    const held = name.containers.some((container) => holds(container, place))
    set('in-container', held)
    set('out-of-container', !held)
  }
  if (name.saidKind) {
    const right = name.saidKind === 'division' ? DIVISION_KINDS.has(kind) : TOWN_KINDS.has(kind)
    set(name.saidKind === 'division' ? 'division-said' : 'town-said', right)
    set('other-kind-said', !right)
  }
  // support from the other names of the document, this one's own share left out
  let country = 0
  let province = 0
  let near = 0
  let total = 0
  for (const spot of evidence.spots) {
    if (spot.name === name) continue
    total += spot.weight
    if (spot.place.country !== null && spot.place.country === place.country) country += spot.weight
    if (place.province !== 0 && spot.place.province === place.province && kind !== 'country') province += spot.weight
    if (kind !== 'country' && spot.place.kind !== 'country' && spot.place.kind !== 'province' && spot.place.index !== place.index) {
      const km = distanceKm(spot.place, place)
      if (km < NEAR_KM * 3) near += spot.weight * Math.exp(-km / NEAR_KM)
    }
  }
  if (total > 0) {
    set('country-support', Math.sqrt(country / total))
    set('province-support', Math.sqrt(province / total))
    set('nearby-support', Math.min(2, Math.log1p(near)))
  }
  if (adjectives.size > 0 && place.country) {
    const said = adjectives.get(place.country) ?? 0
    let all = 0
    for (const n of adjectives.values()) all += n
    set('adjective-support', Math.sqrt(said / all))
  }
  let closest = 1e9
  for (const each of home.places) closest = Math.min(closest, distanceKm(each, place))
  set('home-near', home.places.length > 0 && kind !== 'country' ? Math.exp(-closest / 150) : 0)
  set('home-country', home.country !== undefined && home.country === place.country)
  return on
}

export type MeaningWeights = Readonly<Record<MeaningFeature, number>>
/** A name with the likelihood of each of its meanings. */
export type Weighed = Readonly<{
  name: Name
  chances: readonly number[]
  best: number
  features: readonly ReadonlyMap<MeaningFeature, number>[]
}>

const ROUNDS = 3
const MOST_NAMES = 400

/** The likelihoods of every name's meanings, each helped by the others': the whole document is read several times over. */
export const weighMeanings = (
  names: readonly Name[],
  adjectives: ReadonlyMap<string, number>,
  home: Home,
  gazetteer: Gazetteer,
  weights: MeaningWeights,
): readonly Weighed[] => {
  const homeName: Name | undefined =
    home.meanings.length > 0
      ? {
          key: '',
          spans: [],
          containers: [],
          saidKind: 'town',
          meanings: home.meanings.slice(0, 30).map(({ place, quality }) => ({ place: gazetteer.getPlace(place), quality })),
          weight: 2,
        }
      : undefined
  const all = homeName ? [...names, homeName] : names
  let weighed: readonly Weighed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const spots: { name: Name | undefined; place: Place; weight: number }[] = []
    for (const { name, chances } of weighed.slice(0, MOST_NAMES).concat(weighed.length > MOST_NAMES && homeName ? weighed.slice(-1) : []))
      chances.forEach((chance, i) => {
        if (chance > 0.15) spots.push({ name, place: name.meanings[i]!.place, weight: chance * Math.min(3, name.weight) })
      })
    const evidence: Evidence = { country: new Map(), province: new Map(), spots, total: 0 }
    const homeWeighed = homeName && weighed.length > 0 ? weighed[weighed.length - 1]! : undefined
    const homePlaces = homeWeighed
      ? homeWeighed.name.meanings.filter((_, i) => homeWeighed.chances[i]! > 0.2).map(({ place }) => place)
      : []
    weighed = all.map((name) => {
      const features = name.meanings.map((meaning, rank) =>
        meaningFeatures(name, rank, meaning, evidence, adjectives, { places: name === homeName ? [] : homePlaces, country: home.country }),
      )
      const scores = features.map((on) => {
        let sum = 0
        for (const [feature, value] of on) sum += weights[feature] * value
        return sum
      })
      const top = Math.max(...scores)
      const parts = scores.map((score) => Math.exp(score - top))
      const sum = parts.reduce((a, b) => a + b, 0)
      const chances = parts.map((part) => part / sum)
      return { name, chances, best: chances.indexOf(Math.max(...chances)), features }
    })
  }
  return homeName ? weighed.slice(0, -1) : weighed
}
