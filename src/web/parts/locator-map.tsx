import { useQuery } from '@tanstack/react-query'
import outlines from 'world-atlas/countries-50m.json?url'
import type { IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.incident

type Place = IncidentView['places'][number]
type Located = Place & Readonly<{ lat: number; lon: number }>

const WIDTH = 368
const HEIGHT = 220
/** Metres in a degree of latitude. */
const DEGREE_M = 111_320
/** UCDP where_prec 6: a whole country. */
const COUNTRY = 6

const isLocated = (place: Place): place is Located => place.lat !== null && place.lon !== null

/** The window of the map, in degrees: all places with room about them, and never so near that nothing is recognised. */
type Frame = Readonly<{ west: number; north: number; perDegree: number; squeeze: number }>

const LEAST_DEGREES = 5
const MOST_DEGREES = 60

const toFrame = (places: readonly Located[]): Frame => {
  const lats = places.map(({ lat }) => lat)
  const lons = places.map(({ lon }) => lon)
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2
  const lon = (Math.min(...lons) + Math.max(...lons)) / 2
  const squeeze = Math.max(0.2, Math.cos((lat * Math.PI) / 180))
  const reach = Math.max(...places.map(({ radiusM }) => (radiusM ?? 0) / DEGREE_M), 0)
  const tall = Math.max(...lats) - Math.min(...lats) + 2 * reach
  const wide = (Math.max(...lons) - Math.min(...lons)) * squeeze + 2 * reach
  const degrees = Math.min(MOST_DEGREES, Math.max(LEAST_DEGREES, 1.5 * Math.max(tall, (wide * HEIGHT) / WIDTH)))
  const perDegree = HEIGHT / degrees
  return { west: lon - WIDTH / perDegree / squeeze / 2, north: lat + degrees / 2, perDegree, squeeze }
}

type Point = readonly [x: number, y: number]

const project =
  ({ west, north, perDegree, squeeze }: Frame) =>
  ([lon, lat]: readonly number[]): Point => [(lon! - west) * perDegree * squeeze, (north - lat!) * perDegree]

const toPath = (ring: readonly (readonly number[])[], at: (position: readonly number[]) => Point): string => {
  const points = ring.map(at)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  if (Math.max(...xs) < 0 || Math.min(...xs) > WIDTH || Math.max(...ys) < 0 || Math.min(...ys) > HEIGHT) return ''
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`
}

type Country = Readonly<{ name: string; rings: readonly (readonly (readonly number[])[])[] }>

/** Natural Earth's countries, which ship with the pages: no map server is asked. */
const loadCountries = async (): Promise<readonly Country[]> => {
  const [{ feature }, response] = await Promise.all([import('topojson-client'), fetch(outlines)])
  const topology = await response.json()
  const collection = feature(topology, topology.objects.countries) as unknown as GeoJSON.FeatureCollection
  return collection.features.map(({ geometry, properties }) => ({
    name: String(properties?.name ?? ''),
    rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
  }))
}

/** Names nearer to each other than this would stand in each other's way. */
const LABEL_GAP = 14

const isInside = (rings: Country['rings'], [lon, lat]: readonly [number, number]): boolean => {
  let inside = false
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x, y], [u, v]] = [ring[i] as [number, number], ring[j] as [number, number]]
      if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside
    }
  return inside
}

const COLUMNS = 12
const ROWS = 8
/** A country that fills less of the map than this is left without its name. */
const LEAST_CELLS = 5

/** Where to write a country's name: the middle of what is seen of it. Undefined: there is too little of it. */
const findLabel = ({ rings }: Country, { west, north, perDegree, squeeze }: Frame, taken: readonly Point[]): Point | undefined => {
  const cells: Point[] = []
  for (let i = 0.5; i < COLUMNS; i++)
    for (let j = 0.5; j < ROWS; j++) {
      const point = [(i * WIDTH) / COLUMNS, (j * HEIGHT) / ROWS] as const
      if (isInside(rings, [west + point[0] / perDegree / squeeze, north - point[1] / perDegree])) cells.push(point)
    }
  if (cells.length < LEAST_CELLS) return undefined
  const middle = [0, 1].map((k) => cells.reduce((sum, cell) => sum + cell[k]!, 0) / cells.length) as [number, number]
  const free = cells.filter(([x, y]) => !taken.some(([u, v]) => Math.abs(y - v) < 2 * LABEL_GAP && Math.abs(x - u) < 90))
  const off = ([x, y]: Point): number => Math.hypot(x - middle[0], y - middle[1])
  return free.reduce<Point | undefined>((best, cell) => (best === undefined || off(cell) < off(best) ? cell : best), undefined)
}

/**
 * Where it is said to have happened: circles as wide as the words allow, a point only where somebody names one. Drawn as a picture,
 * so that it prints and needs no graphics card.
 */
export const LocatorMap = ({ places }: Pick<IncidentView, 'places'>) => {
  const all = places.filter(isLocated)
  const local = all.filter(({ precision }) => precision < COUNTRY)
  const shown = local.length > 0 ? local : all
  const { data: countries } = useQuery({
    queryKey: ['countries'],
    queryFn: loadCountries,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: shown.length > 0,
  })
  if (shown.length === 0) return null
  const frame = toFrame(shown)
  const at = project(frame)
  const drawn = shown.map((place) => ({
    place,
    point: at([place.lon, place.lat]),
    radius: ((place.radiusM ?? 0) / DEGREE_M) * frame.perDegree,
  }))
  const labelled = drawn.filter(
    ({ point }, i) =>
      drawn.findIndex((other) => Math.abs(other.point[1] - point[1]) < LABEL_GAP && Math.abs(other.point[0] - point[0]) < 90) === i,
  )
  const names = (countries ?? []).flatMap((country) => {
    const point = findLabel(
      country,
      frame,
      drawn.map((each) => each.point),
    )
    return point ? [{ name: country.name, point }] : []
  })
  const label = `${words.map}: ${shown.map(({ words: name, precision }) => `${name} (${texts.precision[precision]})`).join('; ')}`
  return (
    <figure className="locator">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {countries?.map(({ name, rings }) => {
          const path = rings.map((ring) => toPath(ring, at)).join('')
          return path === '' ? null : <path key={name} d={path} className="locator-land" />
        })}
        {names.map(({ name, point: [x, y] }) => (
          <text key={name} x={Math.min(Math.max(x, 40), WIDTH - 40)} y={y} textAnchor="middle" className="locator-country">
            {name}
          </text>
        ))}
        {drawn.map(({ place, point: [x, y], radius }) => (
          <g key={place.words}>
            <circle cx={x} cy={y} r={Math.max(radius, 5)} className={place.precision < COUNTRY ? 'locator-area' : 'locator-area is-wide'} />
            {place.precision <= 2 && <circle cx={x} cy={y} r={2.2} className="locator-spot" />}
          </g>
        ))}
        {labelled.map(({ place, point: [x, y], radius }) => (
          <text
            key={place.words}
            x={x > WIDTH - 120 ? x - Math.max(radius, 5) - 4 : x + Math.max(radius, 5) + 4}
            y={y + 4}
            textAnchor={x > WIDTH - 120 ? 'end' : 'start'}
          >
            {place.words}
          </text>
        ))}
      </svg>
      <figcaption>
        {[...new Set(shown.map(({ precision }) => texts.precision[precision]))].join(', ')} · {words.mapNote}
      </figcaption>
    </figure>
  )
}
