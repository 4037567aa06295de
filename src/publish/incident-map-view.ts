import type { IncidentCard } from '../model/record.ts'
import { type IncidentLine, type TollLine, toIncidentLine, toToll } from './incident-list-view.ts'

/** Incidents that stand so near each other that they are drawn as one mark, as the ledger gathers them. */
export type Gathered = Readonly<{
  count: number
  lat: number
  lon: number
  radius: number | null
  place: string | null
  precision: number | null
  west: number
  south: number
  east: number
  north: number
  tolls: number
  low: number | null
  high: number | null
  differing: number
  card: IncidentCard | null
}>

/** A mark of the map: one incident, or several that share a cell or an area. */
export type MapMark = Readonly<{
  lat: number
  lon: number
  /** Metres within which it happened where no point is known; null: the mark is a gathering of points. */
  radiusM: number | null
  count: number
  place: string | null
  /** UCDP's precision where it is an area. */
  precision: number | null
  /** The ranges of killed added up, end by end; null: nobody gives a figure. */
  killed: TollLine | null
  /** How many of them give no figure at all. */
  withoutToll: number
  differing: number
  /** West, south, east, north of the places gathered. */
  box: readonly [number, number, number, number]
  /** When it is one alone. */
  incident: IncidentLine | null
}>

export type IncidentMapView = Readonly<{ total: number; unplaced: number; marks: readonly MapMark[] }>

const toMark = (cell: Gathered): MapMark => {
  const { count, lat, lon, radius, place, precision, west, south, east, north, tolls, low, high, differing, card } = cell
  return {
    lat,
    lon,
    radiusM: card ? (card.place?.radiusM ?? null) : radius,
    count,
    place: card?.place?.name ?? place,
    precision: card?.place?.precision ?? precision,
    killed: tolls === 0 ? null : toToll({ low, high, approximate: false }),
    withoutToll: count - tolls,
    differing,
    box: [west, south, east, north],
    incident: card && toIncidentLine(card),
  }
}

/** Turns what the ledger gathered into marks, widest area first, so that smaller ones are drawn above. */
export const toIncidentMapView = (counts: Readonly<{ total: number; unplaced: number }>, cells: readonly Gathered[]): IncidentMapView => ({
  total: counts.total,
  unplaced: counts.unplaced,
  marks: cells.map(toMark),
})
