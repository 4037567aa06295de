import { type CardFacet, facetCards } from '../ledger/facet-cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type CardCounts, countCards, type MapCell, mapCards } from '../ledger/map-cards.ts'
import { listDatedCards, type TimeBin, type TimeUnit, timeCards } from '../ledger/time-cards.ts'
import type { IncidentCard } from '../model/record.ts'
import { type IncidentFilter, toCardFilter } from './incident-filter.ts'

/** What a map draws of the incidents that fit a filter. */
export type MapSurvey = Readonly<{ counts: CardCounts; cells: readonly MapCell[] }>

/** The map at a zoom (0–22). Throws `request/invalid`. */
export const surveyMap = async (
  { db, collection }: Ledger,
  { zoom, window, ...filter }: IncidentFilter & Readonly<{ zoom: number; window?: string }>,
): Promise<MapSurvey> => {
  const asked = toCardFilter(filter)
  const drawn = window && !asked.box ? { ...asked, box: toCardFilter({ box: window }).box } : asked
  const [counts, cells] = await Promise.all([countCards({ db, collection }, asked), mapCards({ db, collection }, drawn, zoom)])
  return { counts, cells }
}

/** What a timeline draws: each incident while they are few, else counts. */
export type TimeSurvey = Readonly<{ counts: CardCounts; unit: TimeUnit; bins: readonly TimeBin[]; cards: readonly IncidentCard[] | null }>

/** As many as can be drawn one by one. */
const MOST_SINGLE = 160

const DAY_MS = 86_400_000

/** As fine as leaves some hundred bins at most. */
const unitOf = ({ first, last }: CardCounts): TimeUnit => {
  const days = first && last ? (Date.parse(last) - Date.parse(first)) / DAY_MS : 0
  return days <= 150 ? 'day' : days <= 366 * 25 ? 'month' : 'year'
}

/** The timeline of the incidents that fit a filter. Throws `request/invalid`. */
export const surveyTime = async ({ db, collection }: Ledger, filter: IncidentFilter): Promise<TimeSurvey> => {
  const source = { db, collection }
  const asked = toCardFilter(filter)
  const counts = await countCards(source, asked)
  const unit = unitOf(counts)
  if (counts.total - counts.undated <= MOST_SINGLE)
    return { counts, unit, bins: [], cards: await listDatedCards(source, asked, MOST_SINGLE) }
  return { counts, unit, bins: await timeCards(source, asked, unit), cards: null }
}

/** The values that incidents can be narrowed to. Throws `request/invalid`. */
export const listFacets = ({ db, collection }: Ledger, filter: IncidentFilter): Promise<readonly CardFacet[]> =>
  facetCards({ db, collection }, toCardFilter(filter))
