import type { PlaceMention, PlacePrecision } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import type { Token } from '../../language/parsed.ts'
import { type Elsewhere, lookElsewhere, type SpanFeature, spanFeatures } from './features.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { findHome } from './home.ts'
import { landsOf } from './lands.ts'
import { nameKey } from './name-key.ts'
import { listNames } from './names.ts'
import { distanceKm, type Hints, type Weighed, weighMeanings } from './resolve.ts'
import { listSpans, type NameSpan } from './spans.ts'
import { withoutStrays } from './stray.ts'
import { MEANING_WEIGHTS, SPAN_THRESHOLD, SPAN_WEIGHTS } from './weights.ts'
import { COMPASS } from './words.ts'

/** A span with the likelihood that it names a place. */
export type ScoredSpan = Readonly<{ span: NameSpan; chance: number; features: ReadonlyMap<SpanFeature, number> }>

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Every name in the text that could be a place, with how likely it is one. */
export const scoreSpans = ({ parsed }: Pick<Context, 'parsed'>, gazetteer: Gazetteer): readonly ScoredSpan[] => {
  const spans = listSpans(parsed, gazetteer)
  const elsewhere: Elsewhere = lookElsewhere(parsed.tokens, spans)
  return spans.map((span, i) => {
    const features = spanFeatures(span, parsed.tokens, gazetteer, elsewhere, {
      before: inSentence(spans[i - 1], span),
      after: inSentence(spans[i + 1], span),
    })
    let sum = 0
    for (const [feature, value] of features) sum += (SPAN_WEIGHTS[feature] ?? 0) * value
    return { span, chance: logistic(sum), features }
  })
}

const inSentence = (other: NameSpan | undefined, span: NameSpan): NameSpan | undefined =>
  other?.sentence === span.sentence ? other : undefined

/** Signs that speak of a country without naming it: its police, its money, its parties. */
const HOME_SIGNS: ReadonlyMap<string, string> = new Map([
  ['sheriff', 'US'],
  ['sheriffs', 'US'],
  ['avenue', 'US'],
  ['ave.', 'US'],
  ['boulevard', 'US'],
  ['blvd.', 'US'],
  ['blvd', 'US'],
  ['county', 'US'],
  ['deputies', 'US'],
  ['troopers', 'US'],
  ['felony', 'US'],
  ['misdemeanor', 'US'],
  ['freeway', 'US'],
  ['republican', 'US'],
  ['republicans', 'US'],
  ['selectmen', 'US'],
  ['interstate', 'US'],
  ['nfl', 'US'],
  ['ncaa', 'US'],
  ['£', 'GB'],
  ['councillor', 'GB'],
  ['garda', 'IE'],
  ['gardai', 'IE'],
  ['rcmp', 'CA'],
  ['rupees', 'IN'],
  ['crore', 'IN'],
  ['lakh', 'IN'],
])
const TELEPHONE = /^\(?([2-9]\d{2})[).-]?$/
const TELEPHONE_WHOLE = /^([2-9]\d{2})[-.]\d{3}[-.]\d{4}$/

/** How often the document speaks of each country's people, and the provinces its telephone numbers belong to. */
export const readHints = ({ document, parsed: { tokens } }: Pick<Context, 'document' | 'parsed'>, gazetteer: Gazetteer): Hints => {
  const adjectives = new Map<string, number>()
  const provinces = new Map<number, Place>()
  const say = (country: string | undefined): void => {
    if (country) adjectives.set(country, (adjectives.get(country) ?? 0) + 1)
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    say(HOME_SIGNS.get(token.lower))
    const code = token.text.charCodeAt(0)
    if (code >= 65 && code <= 90) say(gazetteer.findDemonym(nameKey(token.text)))
    else if ((code >= 50 && code <= 57) || code === 40) {
      const area = readAreaCode(tokens, i, gazetteer)
      if (area) provinces.set(area.index, area)
    }
  }
  return { adjectives, provinces: [...provinces.values()], home: findHome(document, gazetteer) }
}

/** The province of a telephone number that begins at a token: "318-555-0100", "(318) 555-0100", however it is split. */
const readAreaCode = (tokens: readonly Token[], i: number, gazetteer: Gazetteer): Place | undefined => {
  const whole = TELEPHONE_WHOLE.exec(tokens[i]!.text)?.[1]
  const part = TELEPHONE.exec(tokens[i]!.text)?.[1]
  const rest =
    part === undefined
      ? ''
      : tokens
          .slice(i + 1, i + 6)
          .map(({ text }) => text)
          .join('')
  const digits = whole ?? (/^[).-]?\s?\d{3}[-.]\d{4}/.test(rest) ? part : undefined)
  const place = digits === undefined ? undefined : gazetteer.findAreaCode(digits)
  return place === undefined ? undefined : gazetteer.getPlace(place)
}

const PRECISION: Readonly<Record<Place['kind'], PlacePrecision>> = {
  town: 1,
  capital: 1,
  seat: 1,
  district: 1,
  facility: 1,
  county: 3,
  province: 4,
  region: 5,
  country: 6,
  continent: 6,
  sea: 7,
  river: 5,
  natural: 3,
}
const NEAR = new Set(['near', 'outside', 'around', 'off', 'beside', 'nearby'])

const precisionOf = (span: NameSpan, place: Place | undefined, tokens: readonly Token[]): PlacePrecision => {
  if (!place) return span.form === 'street' ? 1 : 3
  const precision = place.kind === 'region' && place.country === null ? 6 : PRECISION[place.kind]
  const prev = tokens[span.first - 1]
  const close =
    prev !== undefined &&
    prev.sentence === span.sentence.i &&
    (NEAR.has(prev.lower) ||
      (prev.lower === 'of' &&
        /^(?:outskirts|outside|north|south|east|west|northeast|northwest|southeast|southwest|vicinity|suburbs?)$/.test(
          tokens[span.first - 2]?.lower ?? '',
        )))
  return precision === 1 && close ? 2 : precision
}

/** A town shares its name with the province around it when it holds at least this share of its people. */
const NAMESAKE_SHARE = 0.15

/**
 * Where a province or county bears its chief town's name, the bare name means the town ("in Lima"), unless a noun or a compass word says
 * otherwise ("Idlib province", "northern Idlib") or it stands as a container ("Buffalo, New York").
 */
const preferTown = ({ name, best }: Weighed): Place => {
  const chosen = name.meanings[best]!.place
  if ((chosen.kind !== 'province' && chosen.kind !== 'county') || name.saidKind === 'division' || name.contained.length > 0) return chosen
  const town = name.meanings.find(
    ({ place, quality }) =>
      TOWNS.has(place.kind) &&
      (quality === 'own' || (quality === 'other' && (place.population > 1_000_000 || !FEDERAL.has(place.country ?? '')))) &&
      place.country === chosen.country &&
      (place.province === chosen.province || distanceKm(place, chosen) < 30) &&
      place.population >= chosen.population * NAMESAKE_SHARE,
  )
  return town?.place ?? chosen
}
/** Where provinces are as well known as their namesake towns: "Oklahoma" is the state. */
const FEDERAL = new Set(['US', 'CA', 'AU', 'MX', 'BR'])
const TOWNS = new Set<Place['kind']>(['town', 'capital', 'seat'])

/** A loosely spelled namesake outside the place said to hold it is no meaning at all: the place is simply not known. */
const isFarFetched = ({ name, best }: Weighed): boolean =>
  name.meanings[best]!.quality === 'loose' &&
  name.containers.length > 0 &&
  !name.containers.some(({ country }) => country === name.meanings[best]!.place.country)

/** Chosen meanings by span: one sense of a name for a document. */
const placeOfSpan = (weighed: readonly Weighed[], hints: Hints, tokens: readonly Token[]): ReadonlyMap<NameSpan, Place> => {
  const places = new Map<NameSpan, Place>()
  const settle = withoutStrays(weighed, hints)
  for (const each of weighed) {
    const meaning = settle(each)
    if (isFarFetched(each) || !meaning) continue
    const chosen = meaning.place
    const town = chosen === each.name.meanings[each.best]!.place ? preferTown(each) : chosen
    for (const span of each.name.spans) {
      const prev = tokens[span.first - 1]
      places.set(span, prev && prev.sentence === span.sentence.i && COMPASS.has(prev.lower) ? chosen : town)
    }
  }
  return places
}

const toMention = (span: NameSpan, place: Place | undefined, tokens: readonly Token[], i: number): PlaceMention => ({
  id: `p${i + 1}`,
  kind: 'place',
  start: span.start,
  end: span.end,
  lat: place?.lat ?? null,
  lon: place?.lon ?? null,
  name: place?.name ?? null,
  ...(place?.geonameId && !span.inner ? { geonameId: place.geonameId } : {}),
  country: place?.country ?? null,
  precision: precisionOf(span, place, tokens),
  radiusM: place?.radiusM ?? null,
})

/** What may stand between a place and the one that holds it. */
const INTO =
  /^(?:['’]s)?(?: (?:communit(?:y|ies)|villages|local government area|sub-?district|township|district|village|town|county|area|region|quarter|camp|municipality|commune))?(?:,|,? (?:in|of|inside)|, \p{L}{2,10} (?:in|of)|, outside)(?: (?:the|what is now|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|north|east|west|south|of)){0,4} ?$/u
/** How far a place may stand before the one that holds it. */
const INTO_MOST = 60

/** Does `next` stand right behind `place` as what holds it: "Komanda, in the east of the Democratic Republic of Congo"? */
export const isWithin = (text: string, place: PlaceMention, next: PlaceMention): boolean =>
  next.start >= place.end && next.start - place.end <= INTO_MOST && INTO.test(text.slice(place.end, next.start))

/** A place that no gazetteer lists lies in the country said right behind it, else in that of the places around it. */
const withLands = ({ document, parsed }: Context, mentions: readonly PlaceMention[]): readonly PlaceMention[] => {
  const found = [...mentions]
  const landOf = landsOf(mentions, parsed.sentences)
  for (let i = found.length - 1; i >= 0; i--) {
    const [place, next] = [found[i]!, found[i + 1]]
    if (place.country !== null || place.lat !== null) continue
    const said = next && isWithin(document.text, place, next) ? next.country : null
    found[i] = { ...place, country: said ?? landOf(place) }
  }
  return found
}

/** The places a document names, in order, each with what the gazetteer knows of the meaning chosen for it. */
export const findPlaces = (context: Context, gazetteer: Gazetteer): readonly PlaceMention[] => {
  const { tokens } = context.parsed
  const spans = scoreSpans(context, gazetteer)
    .filter(({ chance }) => chance >= SPAN_THRESHOLD)
    .map(({ span }) => span)
  const names = listNames(spans, context.parsed, gazetteer)
  const hints = readHints(context, gazetteer)
  const weighed = weighMeanings(names, hints, gazetteer, MEANING_WEIGHTS)
  const places = placeOfSpan(weighed, hints, tokens)
  const mentions = spans.map((span, i) => toMention(span, places.get(span), tokens, i))
  return withLands(context, mentions)
}
