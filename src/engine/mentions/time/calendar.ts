/** Days of the proleptic Gregorian calendar as whole numbers, counted from 1970-01-01 (day 0, a Thursday). */
export type Day = number

/** A stretch of days with the TIMEX3 value that names it. Seasons and fiscal years have no certain bounds: `first` is null. */
export type Period = Readonly<{ grain: Grain; value: string; first: Day | null; last: Day | null }>
export type Grain = 'day' | 'weekend' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'decade' | 'century'

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** Day number of a civil date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). Month may lie outside 1–12. */
export const toDay = (year: number, month: number, day: number): Day => {
  const months = year * 12 + (month - 1)
  const y0 = Math.floor(months / 12)
  const m = months - y0 * 12 + 1
  const y = m <= 2 ? y0 - 1 : y0
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

/** The civil date of a day number. */
export const toCivil = (value: Day): Readonly<{ year: number; month: number; day: number }> => {
  const z = value + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** Monday 1 to Sunday 7. */
export const weekdayOf = (value: Day): number => ((((value + 3) % 7) + 7) % 7) + 1

export const toIso = (value: Day): string => {
  const { year, month, day } = toCivil(value)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export const daysIn = (year: number, month: number): number => toDay(year, month + 1, 1) - toDay(year, month, 1)

/** Is there such a day? */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

export const dayPeriod = (value: Day): Period => ({ grain: 'day', value: toIso(value), first: value, last: value })

const isoWeek = (value: Day): string => {
  const thursday = value - weekdayOf(value) + 4
  const { year } = toCivil(thursday)
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - toDay(year, 1, 1)) / 7) + 1, 2)}`
}

/** The ISO week that holds a day. */
export const weekPeriod = (value: Day): Period => {
  const first = value - weekdayOf(value) + 1
  return { grain: 'week', value: isoWeek(value), first, last: first + 6 }
}

export const weekendPeriod = (value: Day): Period => {
  const monday = value - weekdayOf(value) + 1
  return { grain: 'weekend', value: `${isoWeek(value)}-WE`, first: monday + 5, last: monday + 6 }
}

/** Months may run over the year's end: `monthPeriod(1998, 0)` is December 1997. */
export const monthPeriod = (year: number, month: number): Period => {
  const first = toDay(year, month, 1)
  const civil = toCivil(first)
  return {
    grain: 'month',
    value: `${pad(civil.year, 4)}-${pad(civil.month, 2)}`,
    first,
    last: toDay(year, month + 1, 1) - 1,
  }
}

/** Quarters may run over the year's end: quarter 0 is the fourth of the year before. */
export const quarterPeriod = (year: number, quarter: number): Period => {
  const first = toDay(year, quarter * 3 - 2, 1)
  const civil = toCivil(first)
  return {
    grain: 'quarter',
    value: `${pad(civil.year, 4)}-Q${(civil.month + 2) / 3}`,
    first,
    last: toDay(year, quarter * 3 + 1, 1) - 1,
  }
}

export const yearPeriod = (year: number): Period => ({
  grain: 'year',
  value: pad(year, 4),
  first: toDay(year, 1, 1),
  last: toDay(year, 12, 31),
})

export const decadePeriod = (year: number): Period => {
  const first = Math.floor(year / 10) * 10
  return { grain: 'decade', value: `${pad(first / 10, 3)}X`, first: toDay(first, 1, 1), last: toDay(first + 9, 12, 31) }
}

/** Century 20 is 1900–1999 as TIMEX3 names it ("19"). */
export const centuryPeriod = (century: number): Period => ({
  grain: 'century',
  value: pad(century - 1, 2),
  first: toDay(century * 100 - 100, 1, 1),
  last: toDay(century * 100 - 1, 12, 31),
})

const DATE_TEXT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/

/** A period from an ISO 8601 date, as precise as the text is: "2019", "2019-12", "2019-12-29T10:00Z". */
export const parsePeriod = (iso: string | null): Period | undefined => {
  const found = iso ? DATE_TEXT.exec(iso) : null
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)]
  if (!month || month > 12) return yearPeriod(year)
  return isDate(year, month, day) ? dayPeriod(toDay(year, month, day)) : monthPeriod(year, month)
}
