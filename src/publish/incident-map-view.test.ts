import { expect, it } from 'vitest'
import { toIncidentMapView } from './incident-map-view.ts'
import { CARD } from './records.case.ts'

const CELL = {
  count: 3,
  lat: 34,
  lon: 41,
  radius: null,
  place: 'al-Qaim',
  precision: null,
  west: 40.5,
  south: 33.5,
  east: 41.5,
  north: 34.5,
  tolls: 2,
  low: 30,
  high: null,
  differing: 1,
  card: null,
}

it('adds up what is stated and says how many state nothing', () => {
  const [mark] = toIncidentMapView({ total: 4, unplaced: 1 }, [CELL]).marks
  expect(mark).toMatchObject({ count: 3, killed: { low: 30, high: null, short: '30+' }, withoutToll: 1, differing: 1, incident: null })
  expect(mark?.box).toEqual([40.5, 33.5, 41.5, 34.5])
})

it('shows one alone as itself, as wide as its own words allow', () => {
  const place = { name: 'Iraq', country: 'IQ', lat: 33, lon: 44, precision: 6, radiusM: 450_000 }
  const [mark] = toIncidentMapView({ total: 1, unplaced: 0 }, [{ ...CELL, count: 1, tolls: 0, card: { ...CARD, place } }]).marks
  expect(mark).toMatchObject({ radiusM: 450_000, precision: 6, killed: null, incident: { id: CARD.id } })
})
