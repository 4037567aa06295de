import { looseKey, nameKey, withoutArticle } from './name-key.ts'

/** What a place is, in the order in which the gazetteer's file numbers it. */
export const PLACE_KINDS = [
  'town',
  'capital',
  'seat',
  'district',
  'county',
  'province',
  'country',
  'region',
  'continent',
  'sea',
  'river',
  'natural',
  'facility',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Under which name a place was found: its own, another spelling, or a folding of spellings that transcribers confuse. */
export type NameQuality = 'own' | 'other' | 'loose'

/** A place a name may mean. */
export type Candidate = Readonly<{ place: number; quality: NameQuality }>

/** A place as the gazetteer knows it. */
export type Place = Readonly<{
  index: number
  name: string
  lat: number
  lon: number
  /** ISO 3166-1 alpha-2, or null where it lies in none or in several. */
  country: string | null
  /** Index of the province's name in the gazetteer's list; 0 where unknown. */
  province: number
  population: number
  kind: PlaceKind
  radiusM: number
  geonameId: number | null
}>

/** An opened gazetteer: typed arrays over the bytes of its files. */
export type Gazetteer = Readonly<{
  size: number
  getPlace: (index: number) => Place
  /** Places of that name, the best-known first; `[]` if there are none. Keys come from `nameKey`. */
  listNamed: (key: string) => readonly Candidate[]
  /** The country whose people or language the word names ("Syrian" is SY). */
  findDemonym: (key: string) => string | undefined
  /** The province or country that an abbreviation after a comma stands for ("Ill." is Illinois). */
  findAbbreviation: (key: string) => number | undefined
  /** The province that a North American telephone area code belongs to. */
  findAreaCode: (digits: string) => number | undefined
  /** Is the name also an everyday English word ("Reading", "Mobile")? */
  isCommonWord: (key: string) => boolean
}>

/** The files of `gazetteer/` that `openGazetteer` wants. */
export const GAZETTEER_FILES = ['places.bin', 'names.bin'] as const

export const PLACES_MAGIC = 0x31504743
export const NAMES_MAGIC = 0x314e4743
/** Namespaces of the name table: a sign before the key. */
export const LOOSE = '%'
export const DEMONYM = '@'
export const ABBREVIATION = ','
export const COMMON = '!'
export const AREA_CODE = '#'

export const DIRECT = 0x80000000
export const OTHER_NAME = 0x40000000
const INDEX = 0x3fffffff

/** Two independent 32-bit FNV-1a hashes of a key: where it stands, and what proves it. */
export const hashKey = (key: string): readonly [slot: number, proof: number] => {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
    b ^= b >>> 15
  }
  return [(a ^ (a >>> 16)) >>> 0, b >>> 0 || 1]
}

const view = <T>(
  bytes: Uint8Array,
  at: number,
  length: number,
  Type: { new (buffer: ArrayBufferLike, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
): T => new Type(bytes.buffer, bytes.byteOffset + at, length)

/** Answers kept for reuse; emptied when full, so that memory stays bounded. The answers themselves never change. */
const remember = <Key, Value>(answer: (key: Key) => Value, most: number): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const value = answer(key)
    known.set(key, value)
    return value
  }
}
const MOST_REMEMBERED = 30_000

/** A copy on a four-byte boundary where the bytes do not already stand on one. */
const align = (bytes: Uint8Array): Uint8Array => (bytes.byteOffset % 4 === 0 ? bytes : bytes.slice())

const getFile = (files: Readonly<Record<string, Uint8Array>>, name: string, magic: number): Uint8Array => {
  const bytes = files[name]
  if (bytes === undefined)
    throw new Error(`The gazetteer file "${name}" is missing: run "node train/gazetteer.ts", or restore the folder gazetteer/.`)
  const aligned = align(bytes)
  if (aligned.byteLength < 32 || view(aligned, 0, 1, Uint32Array)[0] !== magic)
    throw new Error(`"${name}" is not a gazetteer file of this version.`)
  return aligned
}

/** Opens a gazetteer from its files' bytes without building objects: milliseconds, whatever its size. */
export const openGazetteer = (files: Readonly<Record<string, Uint8Array>>): Gazetteer => {
  const places = openPlaces(getFile(files, 'places.bin', PLACES_MAGIC))
  const find = openNames(getFile(files, 'names.bin', NAMES_MAGIC))
  const first = (key: string): number | undefined => {
    const posting = find(key)[0]
    return posting === undefined ? undefined : posting & INDEX
  }
  const listNamed = remember((key: string): readonly Candidate[] => {
    const bare = withoutArticle(key)
    const exact = [...find(key), ...(bare ? find(bare) : [])]
    if (exact.length > 0)
      return dedupe(exact.map((posting) => ({ place: posting & INDEX, quality: posting & OTHER_NAME ? 'other' : 'own' })))
    const loose = looseKey(key)
    return loose === undefined ? [] : find(LOOSE + loose).map((posting) => ({ place: posting & INDEX, quality: 'loose' }))
  }, MOST_REMEMBERED)
  return {
    size: places.size,
    getPlace: places.getPlace,
    listNamed,
    findDemonym: (key) => {
      const place = first(DEMONYM + key)
      return place === undefined ? undefined : (places.getPlace(place).country ?? undefined)
    },
    findAbbreviation: (key) => first(ABBREVIATION + key),
    findAreaCode: (digits) => first(AREA_CODE + digits),
    isCommonWord: (key) => first(COMMON + key) !== undefined,
  }
}

const dedupe = (candidates: readonly Candidate[]): readonly Candidate[] => {
  if (candidates.length < 2) return candidates
  const seen = new Set<number>()
  return candidates.filter(({ place }) => !seen.has(place) && seen.add(place))
}

const openPlaces = (bytes: Uint8Array): { size: number; getPlace: (index: number) => Place } => {
  const [, size = 0, nameBytes = 0] = view(bytes, 0, 8, Uint32Array)
  let at = 32
  const take = <T>(
    length: number,
    Type: { new (buffer: ArrayBufferLike, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
  ): T => {
    const array = view(bytes, at, length, Type)
    at += Math.ceil((length * Type.BYTES_PER_ELEMENT) / 4) * 4
    return array
  }
  const lat = take(size, Float32Array)
  const lon = take(size, Float32Array)
  const population = take(size, Uint32Array)
  const geonameId = take(size, Uint32Array)
  const nameAt = take(size + 1, Uint32Array)
  const radius = take(size, Uint16Array)
  const country = take(size, Uint16Array)
  const province = take(size, Uint16Array)
  const kind = take(size, Uint8Array)
  const names = take(nameBytes, Uint8Array)
  const decoder = new TextDecoder()
  const getPlace = (index: number): Place => {
    const code = country[index] ?? 0
    return {
      index,
      get name() {
        return decoder.decode(names.subarray(nameAt[index], nameAt[index + 1]))
      },
      lat: Math.round((lat[index] ?? 0) * 1e5) / 1e5,
      lon: Math.round((lon[index] ?? 0) * 1e5) / 1e5,
      country: code ? String.fromCharCode(code >> 8, code & 255) : null,
      province: province[index] ?? 0,
      population: population[index] ?? 0,
      kind: PLACE_KINDS[kind[index] ?? 0] ?? 'town',
      radiusM: (radius[index] ?? 0) * 100,
      geonameId: geonameId[index] || null,
    }
  }
  return { size, getPlace: remember(getPlace, MOST_REMEMBERED) }
}

const openNames = (bytes: Uint8Array): ((key: string) => readonly number[]) => {
  const [, slots = 0, postingCount = 0] = view(bytes, 0, 8, Uint32Array)
  const proofs = view(bytes, 32, slots, Uint32Array)
  const values = view(bytes, 32 + slots * 4, slots, Uint32Array)
  const postings = view(bytes, 32 + slots * 8, postingCount, Uint32Array)
  return (key) => {
    const [hash, proof] = hashKey(key)
    for (let slot = hash % slots; proofs[slot] !== 0; slot = slot + 1 === slots ? 0 : slot + 1) {
      if (proofs[slot] !== proof) continue
      const value = values[slot]!
      if (value & DIRECT) return [value & ~DIRECT]
      return Array.from(postings.subarray(value + 1, value + 1 + postings[value]!))
    }
    return []
  }
}

/** A place's key, for callers that have its name only. */
export const keyOf = nameKey
