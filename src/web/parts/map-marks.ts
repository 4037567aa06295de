import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson'
import type { MapMark } from '../../server/wire.ts'

/** The Earth's mean radius in metres. */
const EARTH_M = 6_371_009
const CORNERS = 64
const RADIANS = Math.PI / 180

/** A circle on the globe, as a polygon: how far the words of a place allow it to be from its point. */
export const toArea = (lat: number, lon: number, radiusM: number): Polygon => {
  const reach = radiusM / EARTH_M
  const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)]
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const bearing = (2 * Math.PI * i) / CORNERS
    const y = Math.asin(sin * Math.cos(reach) + cos * Math.sin(reach) * Math.cos(bearing))
    const x = Math.atan2(Math.sin(bearing) * Math.sin(reach) * cos, Math.cos(reach) - sin * Math.sin(y))
    return [lon + x / RADIANS, y / RADIANS]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

/** A place is drawn as an area when its words allow more than this, else as a point. */
const POINT_M = 3_000

export const isArea = ({ radiusM }: Pick<MapMark, 'radiusM'>): boolean => radiusM !== null && radiusM > POINT_M

/** Room for small numbers; a thousand and more look alike. */
const sizeOf = (n: number): number => 4.5 + Math.min(22, Math.sqrt(n) * 1.15)

/** A country as its outline, anything else as a circle. */
export type ToCountry = (lat: number, lon: number) => Geometry | undefined

type Placed = Readonly<{ lat: number; lon: number; radiusM: number | null; precision: number | null }>

/** UCDP's precision of a place that is known to its country only. */
const COUNTRY = 6

export const toShape = ({ lat, lon, radiusM, precision }: Placed, toCountry: ToCountry): Geometry =>
  (precision === COUNTRY ? toCountry(lat, lon) : undefined) ?? toArea(lat, lon, radiusM ?? 0)

/** Marks as features: `areas` polygons, `points` the marks themselves, widest first. */
export const toFeatures = (
  marks: readonly MapMark[],
  toCountry: ToCountry,
): Readonly<{ areas: FeatureCollection; points: FeatureCollection }> => ({
  areas: {
    type: 'FeatureCollection',
    features: marks.flatMap((mark, i): readonly Feature[] =>
      isArea(mark) ? [{ type: 'Feature', id: i, geometry: toShape(mark, toCountry), properties: { mark: i } }] : [],
    ),
  },
  points: {
    type: 'FeatureCollection',
    features: marks.map((mark, i): Feature => {
      const low = mark.killed?.low ?? 0
      const high = mark.killed ? (mark.killed.high ?? low * 1.4 + 4) : 0
      const isMany = mark.count > 1
      return {
        type: 'Feature',
        id: i,
        geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] },
        properties: {
          mark: i,
          kind: isMany ? 'many' : isArea(mark) ? 'area' : 'point',
          hollow: mark.incident !== null && mark.incident.status !== 'happened',
          low: isMany ? 15 + Math.min(12, Math.log2(mark.count) * 1.1) : sizeOf(low),
          high: isMany ? 0 : sizeOf(high),
          count: isMany ? mark.count.toLocaleString('en') : '',
          toll: mark.killed?.short ?? '',
          differs: mark.differing > 0 ? '◆' : '',
          rank: -mark.count,
        },
      }
    }),
  },
})
