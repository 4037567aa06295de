import type { PlaceMention, TimeMention } from '../../model/mention.ts'
import type { View } from '../claims/view.ts'

const DAY = 86_400_000

/** First and last day that a value covers, as days since 1970; undefined where it names no stretch of the calendar. */
export const daysOf = (time: Pick<TimeMention, 'value' | 'from' | 'to'>): readonly [first: number, last: number] | undefined => {
  if (time.from && time.to) {
    const from = Date.parse(time.from.slice(0, 10))
    const to = Date.parse(time.to.slice(0, 10))
    if (!Number.isNaN(from) && !Number.isNaN(to)) return [from / DAY, to / DAY]
  }
  const value = time.value ?? ''
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value)
  if (day) {
    const at = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / DAY
    return [at, at]
  }
  const week = /^(\d{4})-W(\d\d)/.exec(value)
  if (week) {
    const fourth = Date.UTC(Number(week[1]), 0, 4)
    const monday = fourth / DAY - ((new Date(fourth).getUTCDay() + 6) % 7) + (Number(week[2]) - 1) * 7
    return [monday, monday + 6]
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value)
  if (month) return [Date.UTC(Number(month[1]), Number(month[2]) - 1, 1) / DAY, Date.UTC(Number(month[1]), Number(month[2]), 0) / DAY]
  const year = /^(\d{4})$/.exec(value)
  return year ? [Date.UTC(Number(year[1]), 0, 1) / DAY, Date.UTC(Number(year[1]), 11, 31) / DAY] : undefined
}

/** "by the evening", "that night": of which day, other words say. */
const PART_OF_DAY = /^(?:the |that )?(?:early |late )?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)(?: hours)?$/i

/** Does a time name a part of a day and not the day? */
export const isBarePart = (view: View, { start, end }: TimeMention): boolean => PART_OF_DAY.test(view.text.slice(start, end))

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i

const NAMES_A_YEAR = /\b(?:1[89]|20)\d\d\b/

/** How two times go together: above 0 the same, below 0 apart. A day's difference may be a night's, so it counts for little. */
export const timesAgree = (view: View, a: TimeMention, b: TimeMention): number => {
  const one = daysOf(a)
  const two = daysOf(b)
  if (isBarePart(view, a) || isBarePart(view, b)) return one && two && one[0] === two[0] ? 0.5 : 0
  if (one && two) {
    const gap = Math.max(one[0] - two[1], two[0] - one[1])
    if (gap > 1) return -8
    if (gap === 1) return one[0] === one[1] && two[0] === two[1] ? -1.6 : -0.5
    return one[0] === two[0] && one[1] === two[1] ? 2 : 0.5
  }
  const first = WEEKDAY.exec(view.text.slice(a.start, a.end))
  const second = WEEKDAY.exec(view.text.slice(b.start, b.end))
  if (first && second) return first[0].toLowerCase() === second[0].toLowerCase() ? 2 : -3
  // "On Wednesday" and "in April 2010": a day of the week is of late, a year that is named is not.
  if ((first && NAMES_A_YEAR.test(view.text.slice(b.start, b.end))) || (second && NAMES_A_YEAR.test(view.text.slice(a.start, a.end))))
    return -3
  return 0
}

const EARTH_KM = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const kilometres = (a: PlaceMention, b: PlaceMention): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const dLat = radians(b.lat - a.lat)
  const dLon = radians(b.lon - a.lon)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Towns this far apart are not one place. */
const APART_KM = 40

/** How two places go together: above 0 the same, below 0 apart, 0 where one may hold the other. */
export const placesAgree = (a: PlaceMention, b: PlaceMention): number => {
  if (a.geonameId !== undefined && a.geonameId === b.geonameId) return a.precision >= 6 ? 0.5 : 2
  if (a.name !== null && a.name === b.name) return a.precision >= 6 ? 0.5 : 2
  if (a.country !== null && b.country !== null && a.country !== b.country) return -4
  // A country or a province holds its towns.
  if ((a.precision >= 6 || b.precision >= 6) && a.country !== null && a.country === b.country) return 0.2
  if (a.precision >= 4 || b.precision >= 4) {
    const far = kilometres(a, b)
    return far !== undefined && far > 700 && a.precision < 6 && b.precision < 6 ? -2 : 0
  }
  const far = kilometres(a, b)
  if (far === undefined) return 0
  return far > APART_KM ? -4 : 1
}
