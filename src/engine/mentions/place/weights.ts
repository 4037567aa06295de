import type { SpanFeature } from './features.ts'
import type { MeaningWeights } from './resolve.ts'

/** Which meaning of a name is meant. */
export const MEANING_WEIGHTS: MeaningWeights = {
  population: 6,
  'no-population': -0.5,
  country: 4,
  province: 1,
  county: -1.5,
  capital: 1.5,
  seat: 0.5,
  district: -1,
  region: 1.5,
  water: 1,
  facility: 0,
  'other-name': -2,
  'loose-name': -3,
  'in-container': 5,
  'out-of-container': -2,
  'division-said': 3,
  'town-said': 1.5,
  'other-kind-said': -1,
  'country-support': 2,
  'province-support': 3,
  'nearby-support': 2,
  'home-near': 3,
  'home-country': 2,
  'adjective-support': 1,
  'best-known': 0.5,
  'second-known': 0.2,
}

export const SPAN_WEIGHTS: Readonly<Partial<Record<SpanFeature, number>>> = {
  bias: -2,
  'tag-loc': 3,
  'tag-per': -1.5,
  'tag-org': -1,
  own: 1,
  country: 3,
  'before-locating': 1.5,
  'after-container': 2,
  population: 1.5,
  'common-word': -2,
  'given-name': -2,
  'before-title': -2,
  'before-given': -2,
  street: 2,
  unknown: -1,
  dateline: 1.5,
}
/** A span is a place from this likelihood on. */
export const SPAN_THRESHOLD = 0.5
