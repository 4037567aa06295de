type Point = Readonly<{ lat: number | null; lon: number | null }>

const EARTH_RADIUS_KM = 6_371

/** How far two points lie apart on the ground, in km; undefined where one is not known. */
export const kmBetween = (a: Point, b: Point): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}
