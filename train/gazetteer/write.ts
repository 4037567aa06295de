import {
  DIRECT,
  hashKey,
  NAMES_MAGIC,
  OTHER_NAME,
  PLACE_KINDS,
  PLACES_MAGIC,
  type PlaceKind,
} from '../../src/engine/mentions/place/gazetteer.ts'

/** A place on its way into the file. */
export type Draft = Readonly<{
  name: string
  lat: number
  lon: number
  country: string
  province: number
  population: number
  kind: PlaceKind
  radiusKm: number
  geonameId: number
}>

const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

const join = (parts: readonly ArrayBufferView[]): Uint8Array => {
  const padded = parts.map((part) => Math.ceil(part.byteLength / 4) * 4)
  const out = new Uint8Array(padded.reduce((sum, n) => sum + n, 0))
  let at = 0
  parts.forEach((part, i) => {
    out.set(bytesOf(part), at)
    at += padded[i]!
  })
  return out
}

const header = (...values: readonly number[]): Uint32Array => Uint32Array.from({ length: 8 }, (_, i) => values[i] ?? 0)

const toCountryCode = (country: string): number => (country.length === 2 ? (country.charCodeAt(0) << 8) | country.charCodeAt(1) : 0)

export const writePlaces = (places: readonly Draft[]): Uint8Array => {
  const encoder = new TextEncoder()
  const names = places.map((place) => encoder.encode(place.name))
  const nameAt = new Uint32Array(places.length + 1)
  names.forEach((name, i) => {
    nameAt[i + 1] = nameAt[i]! + name.length
  })
  const nameBytes = new Uint8Array(nameAt[places.length]!)
  for (const [i, name] of names.entries()) nameBytes.set(name, nameAt[i])
  return join([
    header(PLACES_MAGIC, places.length, nameBytes.length),
    Float32Array.from(places, (place) => place.lat),
    Float32Array.from(places, (place) => place.lon),
    Uint32Array.from(places, (place) => place.population),
    Uint32Array.from(places, (place) => place.geonameId),
    nameAt,
    Uint16Array.from(places, (place) => Math.min(65535, Math.round(place.radiusKm * 10))),
    Uint16Array.from(places, (place) => toCountryCode(place.country)),
    Uint16Array.from(places, (place) => place.province),
    Uint8Array.from(places, (place) => PLACE_KINDS.indexOf(place.kind)),
    nameBytes,
  ])
}

/** Names and the places they may mean; `own` ones are the place's own name, the others further spellings. */
export type Names = ReadonlyMap<string, ReadonlyMap<number, boolean>>

/** Share of the table's slots that are taken: fuller is smaller and slower. */
const LOAD = 0.8
/** A name with more meanings than this keeps the best known. */
const MOST_MEANINGS = 60

export const writeNames = (names: Names, fame: (place: number) => number): Uint8Array => {
  const slots = Math.ceil(names.size / LOAD)
  const proofs = new Uint32Array(slots)
  const values = new Uint32Array(slots)
  const postings: number[] = []
  for (const key of [...names.keys()].sort()) {
    const meanings = [...names.get(key)!]
      .sort(([a, ownA], [b, ownB]) => Number(ownB) - Number(ownA) || fame(b) - fame(a) || a - b)
      .slice(0, MOST_MEANINGS)
    const encoded = meanings.map(([place, own]) => (own ? place : (place | OTHER_NAME) >>> 0))
    const [hash, proof] = hashKey(key)
    let slot = hash % slots
    while (proofs[slot] !== 0) slot = slot + 1 === slots ? 0 : slot + 1
    proofs[slot] = proof
    if (encoded.length === 1) values[slot] = (encoded[0]! | DIRECT) >>> 0
    else {
      values[slot] = postings.length
      postings.push(encoded.length, ...encoded)
    }
  }
  return join([header(NAMES_MAGIC, slots, postings.length), proofs, values, Uint32Array.from(postings)])
}
