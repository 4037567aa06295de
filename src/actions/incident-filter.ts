import type { CardFilter } from '../ledger/card-filter.ts'
import { toStorable } from '../ledger/text.ts'
import { ATTRIBUTES } from '../model/claim.ts'
import { INCIDENT_STATUSES } from '../model/incident.ts'
import { CasusError } from '../model/problem.ts'

/** What incidents are narrowed to, as a person or an address gives it. */
export type IncidentFilter = Readonly<{
  /** Days, `YYYY-MM-DD`, both included. An undated incident is outside every window. */
  from?: string
  to?: string
  /** An event type or sub-event type, spelled as ACLED does. */
  type?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  status?: string
  /** Words, as one types them into a search box: in the title, the places, the parties and the documents' text. */
  q?: string
  /** A party's key (`actor:…`, `words:…`), or a part of its name: doer, target, or who takes a position. */
  actor?: string
  /** A sort of weapon: `drone`, `small-arms`. */
  weapon?: string
  /** Incidents whose stated range of killed reaches this number, or starts at or below it. */
  killedMin?: number
  killedMax?: number
  /** `any`, `none`, or an attribute that speakers differ on. */
  differs?: string
  /** At least so many origins. */
  origins?: number
  /** A window of the map, `west,south,east,north` in degrees: what is placed in it. */
  box?: string
}>

const toDay = (name: string, day: string | undefined): string | null => {
  if (day === undefined || day === '') return null
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new CasusError('request/invalid', `${name} must be a day such as 2019-12-29, not ${day.slice(0, 40)}.`)
  return day
}

const orNull = (text: string | undefined): string | null => (text ? toStorable(text) : null)

const toChoice = (name: string, value: string | undefined, choices: readonly string[]): string | null => {
  if (!value) return null
  if (!choices.includes(value))
    throw new CasusError('request/invalid', `${name} must be one of ${choices.join(', ')}, not ${value.slice(0, 40)}.`)
  return value
}

const toBox = (box: string | undefined): CardFilter['box'] => {
  if (!box) return null
  const parts = box.split(',').map(Number)
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts
  const isLon = (n: number): boolean => n >= -180 && n <= 180
  if (parts.length !== 4 || !isLon(west) || !isLon(east) || !(south >= -90 && south <= north && north <= 90))
    throw new CasusError('request/invalid', `box must be west,south,east,north in degrees, not ${box.slice(0, 80)}.`)
  return [west, south, east, north]
}

/** Longer searches are cut: nobody types them. */
const LONGEST_SEARCH = 400

/** The filter as the ledger asks for it. Throws `request/invalid`. */
export const toCardFilter = (filter: IncidentFilter): CardFilter => ({
  from: toDay('from', filter.from),
  to: toDay('to', filter.to),
  type: orNull(filter.type),
  status: toChoice('status', filter.status, INCIDENT_STATUSES),
  country: orNull(filter.country?.toUpperCase()),
  q: orNull(filter.q?.trim().slice(0, LONGEST_SEARCH)),
  party: orNull(filter.actor?.trim().slice(0, LONGEST_SEARCH)),
  weapon: orNull(filter.weapon),
  killed: { min: filter.killedMin ?? null, max: filter.killedMax ?? null },
  differs: toChoice('differs', filter.differs, ['any', 'none', ...ATTRIBUTES]),
  origins: filter.origins ?? null,
  box: toBox(filter.box),
})
