import type { IncidentCard } from '../model/record.ts'
import { daysWords, type IncidentLine, type TollLine, toIncidentLine, toToll } from './incident-list-view.ts'

/** Incidents counted together: those of one day, month or year, or those known only to one longer stretch. */
type Counted = Readonly<{
  from: string
  to: string
  isStretch: boolean
  count: number
  differing: number
  tolls: number
  low: number | null
  high: number | null
}>

export type TimeMark = Readonly<{
  from: string
  to: string
  words: string
  isStretch: boolean
  count: number
  differing: number
  killed: TollLine | null
}>

export type IncidentTimeView = Readonly<{
  total: number
  undated: number
  /** First and last day of all; null: none is dated. */
  span: Readonly<{ from: string; to: string }> | null
  unit: 'day' | 'month' | 'year'
  /** Each incident, oldest first, while they are few; else null. */
  incidents: readonly IncidentLine[] | null
  /** Counts, where they are many. */
  marks: readonly TimeMark[]
}>

type Survey = Readonly<{
  counts: Readonly<{ total: number; undated: number; first: string | null; last: string | null }>
  unit: IncidentTimeView['unit']
  bins: readonly Counted[]
  cards: readonly IncidentCard[] | null
}>

const toMark = ({ from, to, isStretch, count, differing, tolls, low, high }: Counted): TimeMark => ({
  from,
  to,
  words: daysWords(from, to),
  isStretch,
  count,
  differing,
  killed: tolls === 0 ? null : toToll({ low, high, approximate: false }),
})

/** Turns what the ledger counted into what a timeline draws. */
export const toIncidentTimeView = ({ counts, unit, bins, cards }: Survey): IncidentTimeView => ({
  total: counts.total,
  undated: counts.undated,
  span: counts.first && counts.last ? { from: counts.first, to: counts.last } : null,
  unit,
  incidents: cards?.map(toIncidentLine) ?? null,
  marks: bins.map(toMark),
})
