import type { Token } from '../../language/parsed.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import type { Home } from './home.ts'
import { nameKey } from './name-key.ts'
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
  'holds-said',
  'home-english',
  'in-container',
  'out-of-container',
  'division-said',
  'town-said',
  'other-kind-said',
  'country-support',
  'province-support',
  'nearby-support',
  'wide-support',
  'company',
  'home-near',
  'home-country',
  'adjective-support',
  'same-spelling',
  'english-alone',
] as const
export type MeaningFeature = (typeof MEANING_FEATURES)[number]

/** A name in one sense: all its spans in a document that stand under the same container ("Paris, Texas" and "Paris" are two). */
export type Name = Readonly<{
  key: string
  /** As the document writes it, in lower case: "st. louis" is not "saint-louis". */
  written: ReadonlySet<string>
  spans: readonly NameSpan[]
  /** Places that hold it, said right after it: "Quetta, Pakistan". */
  containers: readonly Place[]
  /** A noun said with it tells its kind: "Idlib province", "the city of Homs". */
  /** Places said right before it and a comma, which it may hold: "Atlanta, Georgia". */
  contained: readonly Place[]
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
  spots: readonly Readonly<{ name: Name | undefined; place: Place; weight: number }>[]
  company: ReadonlyMap<Meaning, number>
}>

/** Where papers in English are local papers. */
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ', 'ZA', 'IN', 'PK', 'NG', 'KE', 'GH', 'UG', 'PH', 'JM', 'ZW', 'MT', 'SG', 'HK'])

const ENGLISH_FIRST = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ'])
/** How well known a name is against a town of as many people: a province's people live in its towns, a capital stands for its country. */
const STANDING: Readonly<Partial<Record<Place['kind'], number>>> = { province: 0.2, county: 0.2, capital: 4 }
const NEAR_KM = 150
const WIDE_KM = 1000

export const meaningFeatures = (
  name: Name,
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
  set('population', Math.log10(place.population * (STANDING[kind] ?? 1) + 100) / 7)
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
  // nothing else tells the country: a paper in English means one where English is spoken
  const alone =
    evidence.spots.every((spot) => spot.name?.key === name.key || spot.place.country === null) &&
    adjectives.size === 0 &&
    home.country === undefined
  set('english-alone', alone && place.country !== null && ENGLISH_FIRST.has(place.country))
  set('same-spelling', name.written.has(place.name.toLowerCase()))
  if (name.containers.length > 0) {
    const held = name.containers.some((container) => holds(container, place))
    set('in-container', held)
    set('out-of-container', !held)
  }
  if (name.contained.length > 0)
    set(
      'holds-said',
      name.contained.some((inside) => holds(place, inside)),
    )
  if (name.spans.length === 0) set('home-english', place.country !== null && ENGLISH.has(place.country))
  if (name.saidKind) {
    const right = name.saidKind === 'division' ? DIVISION_KINDS.has(kind) : TOWN_KINDS.has(kind)
    set(name.saidKind === 'division' ? 'division-said' : 'town-said', right)
    set('other-kind-said', !right)
  }
  // support from the other names of the document, this one's own share left out
  let country = 0
  let province = 0
  let near = 0
  let wide = 0
  let total = 0
  for (const spot of evidence.spots) {
    if (spot.name?.key === name.key) continue
    total += spot.weight
    if (spot.place.kind !== 'continent') wide += spot.weight * Math.exp(-distanceKm(spot.place, place) / WIDE_KM)
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
    set('wide-support', wide / total)
    set('nearby-support', Math.min(2, Math.log1p(near)))
  }
  set('company', evidence.company.get(meaning) ?? 0)
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
/** Names beyond these weigh on no other: a gazetteer or a league table is not read as one story. */
const MOST_NAMES = 80
const COMPANY_KM = 60
/** Kinds whose middle says little about where their towns are. */
const WIDE = new Set<Place['kind']>(['country', 'province', 'region', 'continent', 'sea', 'river'])

/** For each meaning of each name: the share of the other names that could mean something close to it. */
const findCompany = (names: readonly Name[]): ReadonlyMap<Meaning, number> => {
  const company = new Map<Meaning, number>()
  const read = names.slice(0, MOST_NAMES)
  const places = read.map((name) => name.meanings.filter(({ place }) => !WIDE.has(place.kind)))
  read.forEach((_, n) => {
    for (const meaning of places[n]!) {
      const { lat, lon } = meaning.place
      const scale = Math.cos((lat * Math.PI) / 180)
      const reach = COMPANY_KM / 111.2
      let near = 0
      for (let m = 0; m < places.length; m++) {
        if (m === n || read[m]!.key === read[n]!.key) continue
        for (const { place } of places[m]!) {
          const dy = place.lat - lat
          if (dy > reach || dy < -reach) continue
          const dx = (place.lon - lon) * scale
          if (dx * dx + dy * dy <= reach * reach) {
            near++
            break
          }
        }
      }
      if (near > 0) company.set(meaning, Math.sqrt(near / Math.max(3, read.length - 1)))
    }
  })
  return company
}

type Spot = Evidence['spots'][number]

/** What a document gives away beside its names: how often it speaks of a country's people, provinces of its telephone numbers, where its publisher is. */
export type Hints = Readonly<{ adjectives: ReadonlyMap<string, number>; provinces: readonly Place[]; home: Home }>

const toHomeName = (home: Home, gazetteer: Gazetteer): Name | undefined =>
  home.meanings.length === 0
    ? undefined
    : {
        key: nameKey(gazetteer.getPlace(home.meanings[0]!.place).name),
        written: new Set(),
        spans: [],
        containers: [],
        contained: [],
        saidKind: 'town',
        meanings: home.meanings.slice(0, 30).map(({ place, quality }) => ({ place: gazetteer.getPlace(place), quality })),
        weight: 2,
      }

const softmax = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}

/** Chances below this are no evidence for other names. */
const LEAST_CHANCE = 0.15

const listSpots = (weighed: readonly Weighed[]): Spot[] =>
  weighed.flatMap(({ name, chances }) =>
    chances.flatMap((chance, i) =>
      chance > LEAST_CHANCE ? [{ name, place: name.meanings[i]!.place, weight: chance * Math.min(3, name.weight) }] : [],
    ),
  )

/** The likelihoods of every name's meanings, each helped by the others': the whole document is read several times over. */
export const weighMeanings = (names: readonly Name[], hints: Hints, gazetteer: Gazetteer, weights: MeaningWeights): readonly Weighed[] => {
  const home = toHomeName(hints.home, gazetteer)
  // the publisher's home goes first, so that it is always among those that weigh on others
  const all = home ? [home, ...names] : names
  const company = findCompany(all)
  const told: readonly Spot[] = hints.provinces.map((place) => ({ name: undefined, place, weight: 2 }))
  let weighed: readonly Weighed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const evidence: Evidence = { spots: [...told, ...listSpots(weighed.slice(0, MOST_NAMES))], company }
    const read = home && weighed[0]
    const homePlaces = read ? [read.name.meanings[read.best]!.place] : []
    weighed = all.map((name) => {
      const near = { places: name === home ? [] : homePlaces, country: hints.home.country }
      const features = name.meanings.map((meaning) => meaningFeatures(name, meaning, evidence, hints.adjectives, near))
      const chances = softmax(features.map((on) => weigh(on, weights)))
      return { name, chances, best: chances.indexOf(Math.max(...chances)), features }
    })
  }
  return home ? weighed.slice(1) : weighed
}

const weigh = (on: ReadonlyMap<MeaningFeature, number>, weights: MeaningWeights): number => {
  let sum = 0
  for (const [feature, value] of on) sum += weights[feature] * value
  return sum
}
