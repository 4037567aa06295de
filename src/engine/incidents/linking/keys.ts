import { isCommon } from './rarity.ts'
import { type Days, membersOf, type Sheet, type SheetPlace } from './sheet.ts'

/**
 * The keys by which incidents that may be the same find each other, so that no incident is ever compared with all others: a place
 * (a cell of one degree, or its name), a party, two parties or a name that few texts have, each with the days around it; and a place
 * with its very day, for cities of which every week brings news. A date nobody gives is unknown, not a mismatch: undated incidents stand
 * under "?", where dated ones look too; an undated one looks at its places on any day, "*".
 */
const DAY_MS = 86_400_000
/** Days are put into windows of eight; a search looks into the windows it touches and their neighbours within two days. */
const WINDOW_DAYS = 8
const SLACK_DAYS = 2
/** A range wider than this ("in 2019") says too little to search by. */
const WIDEST_DAYS = 64
const MOST_KEYS = 400
const LONGEST_KEY = 200
/** Parties that are put in pairs: the first ones are those the incident is about. */
const MOST_PAIRED = 4

const UNDATED = '?'
const ANY = '*'

const windowsOf = (days: Days, slack: number): readonly string[] => {
  const from = Math.floor((Date.parse(days.from) / DAY_MS - slack) / WINDOW_DAYS)
  const to = Math.floor((Date.parse(days.to) / DAY_MS + slack) / WINDOW_DAYS)
  return Number.isFinite(from) && (to - from) * WINDOW_DAYS <= WIDEST_DAYS
    ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
    : []
}

const timesOf = ({ days }: Sheet, slack: number): readonly string[] => {
  const windows = days.flatMap((one) => windowsOf(one, slack))
  return windows.length > 0 ? windows : [UNDATED]
}

/** The single days of narrow dates, with those beside them where they are looked for. */
const singleDaysOf = ({ days }: Sheet, slack: number): readonly string[] =>
  days.flatMap(({ from, to }) => {
    const [first, last] = [Date.parse(from) / DAY_MS - slack, Date.parse(to) / DAY_MS + slack]
    return last - first <= 2 * slack + 1 ? Array.from({ length: last - first + 1 }, (_, i) => `d${first + i}`) : []
  })

/** A country or anything wider finds too much. */
const isNarrow = ({ precision }: SheetPlace): boolean => precision <= 4

const cellOf = (lat: number, lon: number): string => `c${Math.floor(lat)},${Math.floor(((lon % 360) + 360) % 360)}`

const cellsAround = ({ lat, lon }: SheetPlace): readonly string[] =>
  lat === null || lon === null ? [] : [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => cellOf(lat + y, lon + x)))

type Anchors = Readonly<{ places: readonly string[]; parties: readonly string[] }>

const pairsOf = (parties: readonly string[]): readonly string[] => {
  const first = parties.slice(0, MOST_PAIRED).toSorted()
  return first.flatMap((one, i) => first.slice(i + 1).map((other) => `q${one}+${other}`))
}

const anchorsOf = ({ places, parties }: Sheet, cells: (place: SheetPlace) => readonly string[]): Anchors => {
  const narrow = places.filter(isNarrow)
  return {
    places: [...narrow.flatMap(cells), ...narrow.map(({ name }) => `n${name}`)],
    parties: [...parties.map((party) => `p${party}`), ...pairsOf(parties)],
  }
}

const cellOfPlace = ({ lat, lon }: SheetPlace): readonly string[] => (lat === null || lon === null ? [] : [cellOf(lat, lon)])

const cross = (anchors: readonly string[], times: readonly string[]): readonly string[] =>
  anchors.flatMap((anchor) => times.map((time) => `${anchor}@${time}`))

const capped = (keys: readonly string[]): readonly string[] =>
  [...new Set(keys.map((key) => key.slice(0, LONGEST_KEY)))].slice(0, MOST_KEYS)

/** The keys of places and parties that an incident is kept under. */
export const cellKeysOf = (sheet: Sheet): readonly string[] => {
  const { places, parties } = anchorsOf(sheet, cellOfPlace)
  const times = timesOf(sheet, 0)
  return capped([...cross(places, [...times, ANY, ...singleDaysOf(sheet, 0)]), ...cross(parties, times)])
}

/** The keys of places and parties under which to look for incidents that may be the same. */
export const lookupCellKeysOf = (sheet: Sheet): readonly string[] => {
  const { places, parties } = anchorsOf(sheet, cellsAround)
  const times = timesOf(sheet, SLACK_DAYS)
  if (times.includes(UNDATED)) return capped([...cross(places, [ANY]), ...cross(parties, [UNDATED])])
  const single = cross(anchorsOf(sheet, cellOfPlace).places, singleDaysOf(sheet, 1))
  return capped([...single, ...cross(places, times), ...cross(parties, times), ...cross(places, [UNDATED]), ...cross(parties, [UNDATED])])
}

/** So many uncommon names of a text bring it together with others: the first ones are of what it is about. */
const MOST_NAMES = 24
/** Reports of one event come out within days of each other, and of it. */
const REPORT_SLACK_DAYS = 4

const rareNamesOf = ({ names, people }: Sheet): readonly string[] =>
  [...new Set([...people.map(({ name }) => name), ...names.filter((name) => !isCommon(name) && !/^\d/.test(name))])]
    .slice(0, MOST_NAMES)
    .map((name) => `w${name}`)

const reportTimesOf = ({ published, days }: Sheet, slack: number): readonly string[] => {
  const out = [...published.map((day) => ({ from: day, to: day })), ...days].flatMap((one) => windowsOf(one, slack))
  return out.length > 0 ? [...new Set(out)] : [UNDATED]
}

const nameKeysOf = (sheet: Sheet): readonly string[] => cross(rareNamesOf(sheet), [...reportTimesOf(sheet, 0), ANY])

const lookupNameKeysOf = (sheet: Sheet): readonly string[] => {
  const times = reportTimesOf(sheet, REPORT_SLACK_DAYS)
  return cross(rareNamesOf(sheet), times.includes(UNDATED) ? [ANY] : [...times, UNDATED])
}

/** The keys an incident is kept under. */
export const keysOf = (sheet: Sheet): readonly string[] =>
  capped([...cellKeysOf(sheet), ...membersOf(sheet).toReversed().flatMap(nameKeysOf)])

/** The keys under which to look for incidents that may be the same. */
export const lookupKeysOf = (sheet: Sheet): readonly string[] => capped([...lookupCellKeysOf(sheet), ...lookupNameKeysOf(sheet)])
