import type { PlaceMention, PlacePrecision } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import type { Token } from '../../language/parsed.ts'
import { type Elsewhere, lookElsewhere, type SpanFeature, spanFeatures } from './features.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { findHome } from './home.ts'
import { nameKey } from './name-key.ts'
import { listNames } from './names.ts'
import { type Weighed, weighMeanings } from './resolve.ts'
import { listSpans, type NameSpan } from './spans.ts'
import { MEANING_WEIGHTS, SPAN_THRESHOLD, SPAN_WEIGHTS } from './weights.ts'

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

/** How often the document names each country's people or language. */
export const countAdjectives = (tokens: readonly Token[], gazetteer: Gazetteer): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const token of tokens) {
    if (!/^\p{Lu}/u.test(token.text)) continue
    const country = gazetteer.findDemonym(nameKey(token.text))
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return counts
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
  continent: 7,
  sea: 7,
  river: 5,
  natural: 3,
}
const NEAR = new Set(['near', 'outside', 'around', 'off', 'beside', 'nearby'])

const precisionOf = (span: NameSpan, place: Place | undefined, tokens: readonly Token[]): PlacePrecision => {
  if (!place) return span.form === 'street' ? 1 : 3
  const precision = PRECISION[place.kind]
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

/** Chosen meanings by span: one sense of a name for a document. */
const placeOfSpan = (weighed: readonly Weighed[]): ReadonlyMap<NameSpan, Place> => {
  const places = new Map<NameSpan, Place>()
  for (const { name, best } of weighed) for (const span of name.spans) places.set(span, name.meanings[best]!.place)
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

/** The places a document names, in order, each with what the gazetteer knows of the meaning chosen for it. */
export const findPlaces = (context: Context, gazetteer: Gazetteer): readonly PlaceMention[] => {
  const { tokens } = context.parsed
  const spans = scoreSpans(context, gazetteer)
    .filter(({ chance }) => chance >= SPAN_THRESHOLD)
    .map(({ span }) => span)
  const names = listNames(spans, tokens, gazetteer)
  const weighed = weighMeanings(
    names,
    countAdjectives(tokens, gazetteer),
    findHome(context.document, gazetteer),
    gazetteer,
    MEANING_WEIGHTS,
  )
  const places = placeOfSpan(weighed)
  return spans.map((span, i) => toMention(span, places.get(span), tokens, i))
}
