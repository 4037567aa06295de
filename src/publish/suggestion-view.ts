import type { IncidentCard, Page, SuggestionRecord } from '../model/record.ts'
import { kmBetween } from './distance.ts'
import { figureShort } from './figure-words.ts'
import { type IncidentLine, toIncidentLine } from './incident-list-view.ts'

/** Two incidents that may be the same, as a person decides on them. */
export type SuggestionView = Readonly<{
  incidents: readonly [IncidentLine, IncidentLine]
  /** `may be the same: same day, 3 km apart, tolls 24 and 25` */
  words: string
  /** How likely it is, in per cent. */
  percent: number
  because: readonly string[]
  answer: 'unsure' | null
}>

export type SuggestionListView = Readonly<{ suggestions: readonly SuggestionView[]; next: string | null }>

const DAY_MS = 86_400_000

const daysWords = (a: IncidentCard, b: IncidentCard): string => {
  if (!a.date || !b.date) return 'day not known for both'
  const gap = Math.max(Date.parse(a.date.from) - Date.parse(b.date.to), Date.parse(b.date.from) - Date.parse(a.date.to))
  if (gap <= 0) return a.date.from === b.date.from && a.date.to === b.date.to ? 'same day' : 'days that overlap'
  const days = Math.round(gap / DAY_MS)
  return days === 1 ? 'a day apart' : `${days} days apart`
}

/** Below this two points are one place: most towns are wider. */
const SAME_KM = 1

const placeWords = (a: IncidentCard, b: IncidentCard): string => {
  const km = a.place && b.place ? kmBetween(a.place, b.place) : undefined
  if (km === undefined) return 'place not known for both'
  return km < SAME_KM ? 'same place' : `${Math.round(km)} km apart`
}

const tollWords = ({ tolls: { killed: a } }: IncidentCard, { tolls: { killed: b } }: IncidentCard): string => {
  if (!a || !b) return a || b ? 'one toll known' : 'no toll known'
  const [x, y] = [figureShort(a), figureShort(b)]
  return x === y ? `both ${x} killed` : `tolls ${x} and ${y}`
}

/** A suggestion as a person decides on it. */
export const toSuggestionView = ({ incidents: [a, b], score, because, answer }: SuggestionRecord): SuggestionView => ({
  incidents: [toIncidentLine(a), toIncidentLine(b)],
  words: `may be the same: ${[daysWords(a, b), placeWords(a, b), tollWords(a, b)].join(', ')}`,
  percent: Math.round(100 * score),
  because,
  answer,
})

/** A page of suggestions. */
export const toSuggestionListView = ({ items, next }: Page<SuggestionRecord>): SuggestionListView => ({
  suggestions: items.map(toSuggestionView),
  next,
})
