/**
 * Builds `gazetteer/places.bin` and `gazetteer/names.bin` from npm packages (GeoNames data, CC BY 4.0) and the tables in
 * `train/gazetteer/`. Same input, same bytes. Run: `node train/gazetteer.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { ABBREVIATION, AREA_CODE, COMMON, DEMONYM, LOOSE, type PlaceKind } from '../src/engine/mentions/place/gazetteer.ts'
import { looseKey, nameKey, withoutArticle } from '../src/engine/mentions/place/name-key.ts'
import { readCountryNames, readDivisions, readNewerTowns, readTable, readTowns, readWords, type Town } from './gazetteer/read.ts'
import { type Draft, writeNames, writePlaces } from './gazetteer/write.ts'

const places: Draft[] = []
const names = new Map<string, Map<number, boolean>>()

const addKey = (key: string, place: number, own: boolean): void => {
  const meanings = names.get(key) ?? new Map<number, boolean>()
  meanings.set(place, own || (meanings.get(place) ?? false))
  names.set(key, meanings)
}

/** Countries whose place names are transcribed in many ways: Arabic, Persian, Pashto, Kurdish, and Sudan's and the Horn's. */
const TRANSCRIBED = new Set('IQ SY LB JO PS IL EG LY TN DZ MA SD SS YE SA OM AE QA BH KW IR AF PK TR SO ET ER DJ ML MR NE TD EH'.split(' '))

const addName = (name: string, place: number, own: boolean): void => {
  const key = nameKey(name)
  if (key.length < 2 || !/^[a-z0-9 ']+$/.test(key)) return
  addKey(key, place, own)
  if (!TRANSCRIBED.has(places[place]!.country)) return
  const bare = withoutArticle(key)
  if (bare) addKey(bare, place, own)
  const loose = looseKey(key)
  if (loose) addKey(LOOSE + loose, place, own)
}

const addPlace = (draft: Draft): number => places.push(draft) - 1

/** A further name worth keeping: Latin letters, begins with a capital, no airport code. */
const isUsable = (name: string): boolean =>
  /^[\p{Lu}’'‘]/u.test(name) &&
  !/^[A-Z]{2,4}$/.test(name) &&
  !/^\p{Script=Cyrillic}|^\p{Script=Greek}|^\p{Script=Armenian}/u.test(name) &&
  name.length >= 3 &&
  name.length < 50

const toRadius = (population: number): number => Math.min(25, Math.max(1.5, 1.2 * Math.sqrt(population / 10_000)))
const KIND_OF_CODE: Readonly<Record<string, PlaceKind>> = { PPLC: 'capital', PPLA: 'seat', PPLX: 'district' }

// ── provinces ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const divisions = readDivisions(1)
const provinceIndex = new Map([...divisions.keys()].sort().map((code, i) => [code, i + 1]))
const provinceOf = (country: string, admin1: string): number => provinceIndex.get(`${country}.${admin1}`) ?? 0

// ── towns ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const cell = (lat: number, lon: number): number => Math.floor((lat + 90) * 5) * 2000 + Math.floor((lon + 180) * 5)
const near = new Map<number, number[]>()
const listNear = (lat: number, lon: number): number[] => {
  const found: number[] = []
  for (const dy of [-0.2, 0, 0.2]) for (const dx of [-0.2, 0, 0.2]) found.push(...(near.get(cell(lat + dy, lon + dx)) ?? []))
  return found
}
const addTown = (town: Town): number => {
  const index = addPlace({
    name: town.name,
    lat: town.lat,
    lon: town.lon,
    country: town.country,
    province: provinceOf(town.country, town.admin1),
    population: town.population,
    kind: KIND_OF_CODE[town.code] ?? 'town',
    radiusKm: toRadius(town.population),
    geonameId: town.geonameId,
  })
  near.set(cell(town.lat, town.lon), [...(near.get(cell(town.lat, town.lon)) ?? []), index])
  addName(town.name, index, true)
  const latin = town.others.filter(isUsable)
  for (const [i, name] of latin.entries()) addName(name, index, i === 0)
  return index
}
const distance = (a: { lat: number; lon: number }, lat: number, lon: number): number => {
  const x = (a.lon - lon) * Math.cos((lat * Math.PI) / 180)
  return 111.2 * Math.hypot(a.lat - lat, x)
}
const towns = readTowns()
for (const town of towns) addTown(town)
const newer = readNewerTowns()
for (const town of newer) {
  const key = nameKey(town.name)
  const known = listNear(town.lat, town.lon).some(
    (index) =>
      places[index]!.country === town.country &&
      distance(places[index]!, town.lat, town.lon) < 15 &&
      (names.get(key)?.has(index) || nameKey(places[index]!.name) === key),
  )
  if (!known) addTown(town)
}

// ── provinces and counties: the middle of their towns ────────────────────────────────────────────────────────────────────────────────
type Extent = { lats: number[]; lons: number[]; population: number }
const toExtents = (codeOf: (town: Town) => string): Map<string, Extent> => {
  const extents = new Map<string, Extent>()
  for (const town of [...towns, ...newer]) {
    const code = codeOf(town)
    const extent = extents.get(code) ?? { lats: [], lons: [], population: 0 }
    extent.lats.push(town.lat)
    extent.lons.push(town.lon)
    extent.population += town.population
    extents.set(code, extent)
  }
  return extents
}
const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const cut = Math.floor(sorted.length * 0.05)
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  return ((sorted[cut]! + sorted[sorted.length - 1 - cut]!) / 2 + mean) / 2
}
const radiusOf = (extent: Extent, lat: number, lon: number): number => {
  const far = extent.lats.map((each, i) => distance({ lat: each, lon: extent.lons[i]! }, lat, lon)).sort((a, b) => a - b)
  return Math.max(8, far[Math.floor(far.length * 0.9)]!)
}
/** What a division is called beside its name; the name is also kept without it. */
const DIVISION_WORDS =
  /(?:^(?:Muhafazat|Wilayat|Wilaya de|Qada|Departamento de|Provincia de|Estado de|Department of|Province of|Region of|State of|Municipio de|Distrito de|Condado de|Mintaqat) )|(?: (?:Governorate|Province|Oblast'?|State|Region|Department|Prefecture|District|County|Parish|Municipality|Republic|Krai|Kray|Division|Territory|Voivodeship|Borough|Census Area|Canton|Raion|Rayon|Autonomous Region|Zone|Governate|Departamento|Department))+$/

const states = new Map(readTable('states.tsv').map((row) => [row[0]!, row]))
const extents1 = toExtents((town) => `${town.country}.${town.admin1}`)
const aliases = new Map(readTable('provinces.tsv').map(([code, list]) => [code!, list!.split(';')]))
for (const [code, name] of [...divisions].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const extent = extents1.get(code)
  const state = states.get(code)
  if (!extent) continue
  const lat = state ? Number(state[2]) : middle(extent.lats)
  const lon = state ? Number(state[3]) : middle(extent.lons)
  const place = addPlace({
    name,
    lat,
    lon,
    country: code.slice(0, 2),
    province: provinceIndex.get(code)!,
    population: extent.population,
    kind: 'province',
    radiusKm: radiusOf(extent, lat, lon),
    geonameId: Number(state?.[4] ?? 0),
  })
  addName(name, place, true)
  const short = name.replace(DIVISION_WORDS, '')
  if (short !== name) addName(short, place, true)
  for (const alias of aliases.get(code) ?? []) addName(alias, place, true)
  for (const abbreviation of state?.[5] ? state[5].split(';') : []) addKey(ABBREVIATION + nameKey(abbreviation), place, true)
}
const provincePlace = new Map(places.flatMap((place, i) => (place.kind === 'province' ? [[place.province, i] as const] : [])))
for (const [code, numbers] of readTable('area-codes.tsv'))
  for (const number of numbers!.split(' ')) addKey(AREA_CODE + number, provincePlace.get(provinceIndex.get(code!)!)!, true)
const extents2 = toExtents((town) => `${town.country}.${town.admin1}.${town.admin2}`)
for (const [code, name] of [...readDivisions(2)].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const extent = extents2.get(code)
  if (!extent) continue
  const [country, admin1] = code.split('.')
  const lat = middle(extent.lats)
  const lon = middle(extent.lons)
  const place = addPlace({
    name,
    lat,
    lon,
    country: country!,
    province: provinceOf(country!, admin1!),
    population: extent.population,
    kind: 'county',
    radiusKm: radiusOf(extent, lat, lon),
    geonameId: 0,
  })
  addName(name, place, true)
  const short = name.replace(DIVISION_WORDS, '')
  if (short !== name && short.length > 2) addName(short, place, false)
}

// ── countries, regions, seas, bases, towns that have other spellings ─────────────────────────────────────────────────────────────────
const byCountry = toExtents((town) => town.country)
const countryNames = readCountryNames()
for (const [code, lat, lon, radiusKm, geonameId, adjectives, further] of readTable('countries.tsv')) {
  const list = [...(countryNames.get(code!) ?? []), ...(further ? further.split(';') : [])]
  const place = addPlace({
    name: list[0]!,
    lat: Number(lat),
    lon: Number(lon),
    country: code!,
    province: 0,
    population: byCountry.get(code!)?.population ?? 0,
    kind: 'country',
    radiusKm: Number(radiusKm),
    geonameId: Number(geonameId) || 0,
  })
  for (const name of list) addName(name, place, true)
  for (const adjective of adjectives ? adjectives.split(';') : []) {
    addKey(DEMONYM + nameKey(adjective), place, true)
    addKey(DEMONYM + nameKey(`${adjective}s`), place, true)
  }
}
/** Seas and regions have no population of their own; so well known are they beside towns of the same name. */
const STANDING: Readonly<Record<string, number>> = {
  town: 20_000,
  continent: 500_000_000,
  region: 1_000_000,
  sea: 5_000_000,
  river: 2_000_000,
  natural: 1_000_000,
  facility: 50_000,
  district: 100_000,
}
const KNOWN_WITHIN_KM = 8
for (const [kind, country, lat, lon, radiusKm, list] of readTable('regions.tsv')) {
  const spellings = list!.split(';')
  const [y, x] = [Number(lat), Number(lon)]
  const known =
    kind === 'town'
      ? listNear(y, x)
          .filter((index) => places[index]!.country === country && distance(places[index]!, y, x) < KNOWN_WITHIN_KM)
          .sort((a, b) => places[b]!.population - places[a]!.population || a - b)[0]
      : undefined
  const place =
    known ??
    addPlace({
      name: spellings[0]!,
      lat: y,
      lon: x,
      country: country === '-' ? '' : country!,
      province: 0,
      population: STANDING[kind!] ?? 0,
      kind: kind as PlaceKind,
      radiusKm: Number(radiusKm),
      geonameId: 0,
    })
  for (const spelling of spellings) addName(spelling, place, true)
}
for (const word of readWords('common-words.txt')) addKey(COMMON + word, 0, true)

// ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const FAME: Readonly<Partial<Record<PlaceKind, number>>> = { country: 1e11, continent: 1e10, region: 1e9, sea: 1e9 }
const folder = new URL('../gazetteer/', import.meta.url)
mkdirSync(folder, { recursive: true })
const placeBytes = writePlaces(places)
const nameBytes = writeNames(names, (index) => (FAME[places[index]!.kind] ?? 0) + places[index]!.population)
writeFileSync(new URL('places.bin', folder), placeBytes)
writeFileSync(new URL('names.bin', folder), nameBytes)
console.log(`${places.length} places, ${names.size} names; places.bin ${placeBytes.length} bytes, names.bin ${nameBytes.length} bytes`)
