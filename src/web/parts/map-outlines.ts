import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-10m.json?url'
import coarse from 'world-atlas/countries-50m.json?url'

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>
type Country = Feature<Polygon | MultiPolygon, { name: string }>

/** Outlines of countries with a point in each for its name. */
export type Outlines = Readonly<{ countries: FeatureCollection; names: FeatureCollection<Point> }>

/** Rings that cross the 180th meridian go on beyond it instead of jumping across the map; one around a pole is closed along it. */
const unwrap = (ring: readonly Position[]): Position[] => {
  let shift = 0
  const even = ring.map(([lon = 0, lat = 0], i): Position => {
    const before = ring[i - 1]?.[0]
    if (before !== undefined && Math.abs(lon - before) > 180) shift += lon < before ? 360 : -360
    return [lon + shift, lat]
  })
  const [first, last] = [even[0]!, even.at(-1)!]
  if (Math.abs(first[0]! - last[0]!) < 180) return even
  const pole = first[1]! < 0 ? -90 : 90
  return [...even, [last[0]!, pole], [first[0]!, pole], first]
}

const toFlat = (country: Country): Country => {
  const { geometry } = country
  return geometry.type === 'Polygon'
    ? { ...country, geometry: { ...geometry, coordinates: geometry.coordinates.map(unwrap) } }
    : { ...country, geometry: { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(unwrap)) } }
}

const ringsOf = ({ geometry }: Country): readonly Position[][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map(([outer]) => outer!)

/** Twice the area of a ring in square degrees, and its centre. */
const measure = (ring: readonly Position[]): Readonly<{ area: number; lon: number; lat: number }> => {
  let [area, lon, lat] = [0, 0, 0]
  for (let i = 0; i < ring.length - 1; i++) {
    const [ax = 0, ay = 0] = ring[i]!
    const [bx = 0, by = 0] = ring[i + 1]!
    const cross = ax * by - bx * ay
    area += cross
    lon += (ax + bx) * cross
    lat += (ay + by) * cross
  }
  return area === 0 ? { area: 0, lon: 0, lat: 0 } : { area: Math.abs(area), lon: lon / (3 * area), lat: lat / (3 * area) }
}

const toName = (country: Country): Feature<Point> => {
  const [widest] = ringsOf(country)
    .map(measure)
    .toSorted((a, b) => b.area - a.area)
  const { area = 0, lon = 0, lat = 0 } = widest ?? {}
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { name: country.properties.name, area } }
}

const load = async (url: string): Promise<Outlines> => {
  const world = (await (await fetch(url)).json()) as World
  const flat = (feature(world, world.objects.countries).features as Country[]).map(toFlat)
  return {
    countries: { type: 'FeatureCollection', features: flat },
    names: { type: 'FeatureCollection', features: flat.map(toName) },
  }
}

/** Whether a point lies inside a ring, by counting crossings. */
const isInside = (ring: readonly Position[], x: number, y: number): boolean => {
  let isIn = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i]!
    const [bx = 0, by = 0] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}

/** The country that a point lies in, as its outline. */
export const findCountry = ({ countries }: Outlines, lat: number, lon: number): Polygon | MultiPolygon | undefined =>
  (countries.features as Country[]).find((country) => ringsOf(country).some((ring) => isInside(ring, lon, lat)))?.geometry

/** Natural Earth's outlines, which ship with the program: coarse ones first, fine ones for a near view. */
export const loadOutlines = (): Promise<Outlines> => load(coarse)
export const loadFineOutlines = (): Promise<Outlines> => load(fine)
