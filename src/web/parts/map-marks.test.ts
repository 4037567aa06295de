import { expect, it } from 'vitest'
import type { MapMark } from '../../server/wire.ts'
import { toArea, toFeatures } from './map-marks.ts'

const MARK: MapMark = {
  lat: 34,
  lon: 41,
  radiusM: null,
  count: 1,
  place: 'al-Qaim',
  precision: 1,
  killed: null,
  withoutToll: 1,
  differing: 0,
  box: [41, 34, 41, 34],
  incident: null,
}

it('draws a circle as wide as the words allow', () => {
  const [ring] = toArea(0, 0, 111_195).coordinates
  expect(ring?.[0]?.[1]).toBeCloseTo(1, 3)
  expect(ring?.[16]?.[0]).toBeCloseTo(1, 3)
})

it('draws no point where only an area is known, and the country where only that is', () => {
  const country = { type: 'Polygon', coordinates: [] } as const
  const { areas, points } = toFeatures(
    [MARK, { ...MARK, radiusM: 30_000, precision: 3 }, { ...MARK, radiusM: 400_000, precision: 6 }],
    () => country as never,
  )
  expect(points.features.map(({ properties }) => properties?.kind)).toEqual(['point', 'area', 'area'])
  expect(areas.features.map(({ geometry }) => geometry === (country as unknown))).toEqual([false, true])
})
