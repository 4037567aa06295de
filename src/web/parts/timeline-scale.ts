const DAY_MS = 86_400_000

/** Days since 1970 of a day such as `2019-12-29`. */
export const toDay = (iso: string): number => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS)

/** The day as ISO 8601. */
export const toIso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

export type Tick = Readonly<{ day: number; label: string; isMajor: boolean }>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const utc = (year: number, month: number, day = 1): number => Math.floor(Date.UTC(year, month, day) / DAY_MS)

/** Years between two ticks, by how many years there are. */
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100]
/** Days or months between two ticks. */
const DAY_STEPS = [1, 2, 5, 7, 14]
const MONTH_STEPS = [1, 2, 3, 6]

/** Where a time axis is marked between two days: years, months or days, about `wanted` of them. */
export const timeTicks = (from: number, to: number, wanted: number): readonly Tick[] => {
  const days = to - from
  const first = new Date(from * DAY_MS)
  const dayStep = DAY_STEPS.find((step) => days / step <= wanted)
  if (dayStep !== undefined)
    return Array.from({ length: Math.floor(days / dayStep) + 1 }, (_, i): Tick => {
      const date = new Date((from + i * dayStep) * DAY_MS)
      const isMajor = i === 0 || (date.getUTCDate() <= dayStep && date.getUTCMonth() === 0)
      const label = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${isMajor ? ` ${date.getUTCFullYear()}` : ''}`
      return { day: from + i * dayStep, label, isMajor }
    })
  const monthStep = MONTH_STEPS.find((step) => days / 30 / step <= wanted)
  const ticks: Tick[] = []
  if (monthStep !== undefined) {
    for (let month = 0; ; month += monthStep) {
      const at = first.getUTCMonth() - (first.getUTCMonth() % monthStep) + month
      const day = utc(first.getUTCFullYear(), at)
      if (day > to) return ticks
      const date = new Date(day * DAY_MS)
      const isYear = date.getUTCMonth() === 0
      const isMajor = isYear || ticks.length === 0
      if (day >= from)
        ticks.push({
          day,
          label: isMajor ? `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}` : MONTHS[date.getUTCMonth()]!,
          isMajor,
        })
    }
  }
  const years = days / 365
  const step = YEAR_STEPS.find((each) => years / each <= wanted) ?? 200
  for (let year = Math.ceil(first.getUTCFullYear() / step) * step; utc(year, 0) <= to; year += step)
    if (utc(year, 0) >= from) ticks.push({ day: utc(year, 0), label: String(year), isMajor: true })
  return ticks
}

/** A bar on the timeline: from its first day to the end of its last, with room for its name. */
export type Bar<Item> = Readonly<{ item: Item; left: number; width: number; lane: number }>

/** Puts bars into as few lanes as keep them apart. `room`: pixels that a bar needs from its left edge on. */
export const toLanes = <Item>(
  items: readonly Readonly<{ item: Item; left: number; width: number; room: number }>[],
): Readonly<{ bars: readonly Bar<Item>[]; lanes: number }> => {
  const ends: number[] = []
  const bars = items
    .toSorted((a, b) => a.left - b.left)
    .map(({ item, left, width, room }) => {
      const free = ends.findIndex((end) => end <= left)
      const lane = free < 0 ? ends.length : free
      ends[lane] = left + Math.max(width, room) + 6
      return { item, left, width, lane }
    })
  return { bars, lanes: ends.length }
}
