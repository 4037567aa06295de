import type { DayPart, TimeMention } from '../../../model/mention.ts'
import {
  centuryPeriod,
  type Day,
  dayPeriod,
  decadePeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  toCivil,
  toDay,
  toIso,
  weekdayOf,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from './calendar.ts'
import type { Clock, Said, SaidDate } from './reading.ts'
import type { Part, Unit } from './words.ts'

/** What a date is counted from: the document's own date and the dates said before this one. */
export type Anchors = Readonly<{
  document: Period | undefined
  /** The day last said in the text. */
  day: Period | undefined
  /** The period last said in the text, of any grain. */
  period: Period | undefined
  /** The quarter last spoken of. */
  quarter: Period | undefined
  /** Whether the sentence speaks of what is to come, of what has been, or does not say. */
  ahead: boolean | null
  /** Behind "by", "until", "from": it may lie ahead although the verb is past. */
  bound: boolean
  /** Behind "until": a weekday lies ahead. */
  until: boolean
}>

export type Resolved = Pick<TimeMention, 'type' | 'value' | 'from' | 'to' | 'part' | 'assumed'>
/** A date with the parts that were taken from elsewhere. */
type Filled = Readonly<{ period: Period; assumed: readonly string[] }>

/** A date without a direction lies ahead when it is this many times nearer than the one behind: fitted on TempEval-3's training part. */
const NEARER = 2
/** "by", "until" and "from" look ahead of a past verb no further than this. */
const BOUND_DAYS = 120

const pick = (candidates: readonly Period[], anchors: Anchors, at: Day): Period => {
  const before = candidates.filter((period) => period.first! <= at).at(-1)
  const after = candidates.find((period) => period.last! >= at)
  if (!before || !after) return (before ?? after)!
  if (before === after) return before
  const [back, forward] = [at - before.last!, after.first! - at]
  if (anchors.ahead === true) return after
  if (anchors.bound && forward <= BOUND_DAYS && forward < back) return after
  if (anchors.ahead === false) return before
  return forward * NEARER < back ? after : before
}

/** A numeric date this near to the document's is read as meant that way. */
const NEAR_DAYS = 31

/** The reference day inside the document's date; undefined where it is known to the month or year only. */
const today = (anchors: Anchors): Day | undefined => (anchors.document?.grain === 'day' ? anchors.document.first! : undefined)

const fillYear = (date: Extract<SaidDate, { kind: 'calendar' }>, anchors: Anchors): Filled | undefined => {
  const { month, day, which } = date
  const build = (year: number): Period | undefined => {
    if (month === null) return yearPeriod(year)
    if (day === null) return monthPeriod(year, month)
    if (day === 0) {
      const first = toDay(year, month, 1)
      return dayPeriod(first + ((11 - weekdayOf(first)) % 7) + 21)
    }
    return dayPeriod(toDay(year, month, day))
  }
  if (date.year !== null) return { period: build(date.year)!, assumed: [] }
  const document = anchors.document
  const base = document ?? anchors.day ?? anchors.period
  if (!base?.first || !base.last) return undefined
  const year = toCivil(base.first).year
  if (date.yearBy !== undefined) return document && { period: build(year + date.yearBy)!, assumed: ['year'] }
  // With no date of its own, a document's "last November" lies before the day it speaks of.
  if (!document && which === 'last') {
    const past = [build(year)!, build(year - 1)!].find((period) => period.last! < base.first!)
    return past && { period: past, assumed: ['year'] }
  }
  if (!document || document.grain === 'year') return { period: build(year)!, assumed: ['year'] }
  const years = [build(year - 1)!, build(year)!, build(year + 1)!]
  const fitting = date.weekday === undefined || day === null ? [] : years.filter(({ first }) => weekdayOf(first!) === date.weekday)
  if (fitting.length === 1) return { period: fitting[0]!, assumed: ['year'] }
  const candidates = years
  const at = document.first!
  if (which === 'this') return { period: candidates[1]!, assumed: ['year'] }
  if (which === 'last')
    return { period: [...candidates].reverse().find((period) => period.last! < at) ?? candidates[0]!, assumed: ['year'] }
  if (which === 'next') return { period: candidates.find((period) => period.first! > at) ?? candidates[2]!, assumed: ['year'] }
  return { period: pick(candidates, anchors, at), assumed: ['year'] }
}

const fillWeekday = (date: Extract<SaidDate, { kind: 'weekday' }>, anchors: Anchors): Filled | undefined => {
  const base = date.from === 'text' ? (anchors.day?.first ?? today(anchors)) : today(anchors)
  if (base === undefined) return undefined
  const back = (weekdayOf(base) - date.weekday + 7) % 7
  const forward = (date.weekday - weekdayOf(base) + 7) % 7
  const assumed = ['day', 'month', 'year']
  if (date.which === 'last') return { period: dayPeriod(base - (back || 7)), assumed }
  if (date.which === 'next') return { period: dayPeriod(base + (forward || 7)), assumed }
  if (date.which === 'this') return { period: dayPeriod(anchors.ahead === false ? base - back : base + forward), assumed }
  return { period: dayPeriod(anchors.ahead === true || anchors.until ? base + forward : base - back), assumed }
}

const ASSUMED: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  year: ['year'],
  month: ['month', 'year'],
  quarter: ['quarter', 'year'],
  decade: ['year'],
  century: ['year'],
}

const shift = (base: Period, unit: Unit, by: number): Period | undefined => {
  if (base.first === null) return undefined
  const at = base.first
  const { year, month, day } = toCivil(at)
  const exact = base.grain === 'day'
  switch (unit) {
    case 'day':
    case 'night':
      return exact ? dayPeriod(at + Math.round(by)) : undefined
    case 'week':
    case 'fortnight':
      return exact || base.grain === 'week' || base.grain === 'weekend'
        ? weekPeriod(at + Math.round(by * (unit === 'week' ? 7 : 14)))
        : undefined
    case 'weekend':
      return exact || base.grain === 'week' || base.grain === 'weekend' ? weekendPeriod(at + by * 7) : undefined
    case 'month':
      return base.grain === 'year' ? undefined : monthPeriod(year, month + Math.round(by))
    case 'quarter':
      return base.grain === 'year' ? undefined : quarterPeriod(year, Math.floor((month + 2) / 3) + Math.round(by))
    case 'year':
      return by % 1 === 0 ? yearPeriod(year + by) : monthPeriod(year, month + Math.round(by * 12))
    case 'decade':
      return decadePeriod(year + Math.round(by * 10))
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1 + Math.round(by))
    case 'hour':
    case 'minute':
    case 'second':
      return exact && Math.abs(by) <= 3 && day > 0 ? base : undefined
    default:
      return undefined
  }
}

/** The same period a year before: a quarter stays a quarter, a month a month. */
const yearBefore = (base: Period): Period | undefined => {
  if (base.first === null) return undefined
  const { year, month } = toCivil(base.first)
  if (base.grain === 'quarter') return quarterPeriod(year - 1, Math.floor((month + 2) / 3))
  if (base.grain === 'month') return monthPeriod(year - 1, month)
  return yearPeriod(year - 1)
}

/** "the quarter": the one just spoken of, else the last that is over. */
const theQuarter = ({ quarter, document }: Anchors): Filled | undefined => {
  if (quarter) return { period: quarter, assumed: [] }
  const last = document && shift(document, 'quarter', -1)
  return last && { period: last, assumed: ['quarter', 'year'] }
}

const fillOffset = (date: Extract<SaidDate, { kind: 'offset' }>, anchors: Anchors): Filled | undefined => {
  const { unit, by } = date
  const assumed = ASSUMED[unit] ?? ['day', 'month', 'year']
  const compared = anchors.quarter ?? (anchors.period?.grain === 'month' ? anchors.period : undefined)
  if (date.keepGrain && compared) {
    const period = yearBefore(compared)
    if (period) return { period, assumed: [] }
  }
  if (date.from === 'text') {
    const fine = unit === 'day' || unit === 'week' || unit === 'weekend' || unit === 'hour'
    const said = fine ? anchors.day : (anchors.period ?? anchors.day)
    if (unit === 'quarter' && by === 0) return theQuarter(anchors)
    const base = unit === 'weekend' && by === 0 ? undefined : said
    const period = base && shift(base, unit, by)
    if (period) return { period, assumed: [] }
    // "two days later" with no date before it is counted from nothing that is known
    if (by > 0 || !anchors.document) return undefined
  }
  if (!anchors.document) return undefined
  const at = today(anchors)
  if (unit === 'weekend' && date.from === 'text' && at !== undefined) {
    const ahead = anchors.ahead === true || (anchors.ahead === null && weekdayOf(at) > 5)
    return { period: weekendPeriod(ahead ? at : at - (weekdayOf(at) > 5 ? 0 : 7)), assumed }
  }
  if (unit === 'weekend' && at !== undefined && by === -1) return { period: weekendPeriod(at - 7), assumed }
  const period = shift(anchors.document, unit, by)
  return period && { period, assumed }
}

const SEASON_MIDDLE: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 1 }

const fillSeason = (date: Extract<SaidDate, { kind: 'season' }>, anchors: Anchors): Filled | undefined => {
  const build = (year: number): Period => ({
    grain: 'season',
    value: `${String(year).padStart(4, '0')}-${date.season}`,
    first: null,
    last: null,
  })
  if (date.year !== null) return { period: build(date.year), assumed: [] }
  const base = anchors.document
  if (!base?.first) return undefined
  const { year, month } = toCivil(base.first)
  const middle = SEASON_MIDDLE[date.season] ?? 7
  const assumed = ['year']
  // a season is the coming one of this year unless it began more than a season ago; "last" is the one before now
  if (date.which === 'last') return { period: build(middle + 1 < month ? year : year - 1), assumed }
  if (date.which === 'next') return { period: build(middle - 1 > month ? year : year + 1), assumed }
  if (date.which === 'this' || anchors.ahead === true) return { period: build(year), assumed }
  return { period: build(middle - 1 > month && anchors.ahead !== null ? year - 1 : year), assumed }
}

const fillQuarter = (date: Extract<SaidDate, { kind: 'quarter' }>, anchors: Anchors): Filled | undefined => {
  if (date.quarter === null) return undefined
  const bounds = (period: Period): Period => (date.fiscal ? { ...period, first: null, last: null } : period)
  if (date.year !== null) return { period: bounds(quarterPeriod(date.year, date.quarter)), assumed: [] }
  const base = anchors.document
  if (!base?.first) return undefined
  const { year, month } = toCivil(base.first)
  const by = date.which === 'last' ? -1 : date.which === 'next' ? 1 : 0
  const current = Math.floor((month + 2) / 3)
  const past = !date.which && anchors.ahead !== true && date.quarter > current + 1 ? -1 : 0
  return { period: bounds(quarterPeriod(year + by + past, date.quarter)), assumed: ['year'] }
}

const fill = (date: SaidDate, anchors: Anchors): Filled | undefined => {
  switch (date.kind) {
    case 'calendar':
      return fillYear(date, anchors)
    case 'weekday':
      return fillWeekday(date, anchors)
    case 'offset':
      return fillOffset(date, anchors)
    case 'season':
      return fillSeason(date, anchors)
    case 'quarter':
      return fillQuarter(date, anchors)
    case 'period':
      return { period: date.period, assumed: [] }
    case 'either': {
      // month first, as most of those who write "/" do, unless only the other reading falls near the document's date
      const at = today(anchors)
      const read = date.dates.map((each) => fill(each, anchors)).filter((each) => each !== undefined)
      return (at !== undefined && read.find(({ period }) => Math.abs(period.first! - at) <= NEAR_DAYS)) || read[0]
    }
    case 'reference':
      return undefined
  }
}

const PART_NAMES: Readonly<Record<Part, DayPart | null>> = {
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DT: null,
  DW: 'dawn',
  NN: 'noon',
}
const PART_CODES: Readonly<Record<Part, string>> = { MO: 'TMO', AF: 'TAF', EV: 'TEV', NI: 'TNI', DT: 'TDT', DW: 'TMO', NN: 'T12:00' }

const partOfHour = ({ hour }: Clock): DayPart =>
  hour < 5 || hour >= 21 ? 'night' : hour < 7 ? 'dawn' : hour < 12 ? 'morning' : hour === 12 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'

const two = (n: number): string => String(n).padStart(2, '0')
const clockCode = ({ hour, minute, second }: Clock): string =>
  `T${two(hour)}${minute === null ? (hour === 24 ? ':00' : '') : `:${two(minute)}`}${second === null ? '' : `:${two(second)}`}`

/** What a date without a year or a day is worth to TIMEX3: "XXXX-12-29". A weekday alone is worth nothing. */
const partial = (date: SaidDate): string | null => {
  if (date.kind === 'reference') return date.value
  if (date.kind === 'calendar' && date.month !== null && date.day !== 0 && date.yearBy === undefined)
    return `XXXX-${two(date.month)}${date.day === null ? '' : `-${two(date.day)}`}`
  if (date.kind === 'season') return `XXXX-${date.season}`
  if (date.kind === 'quarter' && date.quarter !== null) return `XXXX-Q${date.quarter}`
  return null
}

const iso = (day: Day | null): string | null => (day === null ? null : toIso(day))

/** Turns what was said into a value, and tells the period it stands for, so that later words can count from it. */
export const resolve = (said: Said, anchors: Anchors): { resolved: Resolved; period: Period | undefined } => {
  const none = { from: null, to: null, part: null, assumed: [] as readonly string[] }
  if (said.type === 'DURATION' || said.type === 'SET')
    return { resolved: { type: said.type, value: said.value, ...none }, period: undefined }
  if (said.type === 'DATE') {
    const filled = fill(said.date, anchors)
    if (!filled) return { resolved: { type: 'DATE', value: partial(said.date), ...none }, period: undefined }
    const { period, assumed } = filled
    // "a year earlier" is a comparison: what follows still counts from the period compared
    const counts = said.date.kind === 'offset' && said.date.keepGrain ? undefined : period
    return {
      resolved: { type: 'DATE', value: period.value, from: iso(period.first), to: iso(period.last), part: null, assumed },
      period: counts,
    }
  }
  const part = said.part ? PART_NAMES[said.part] : said.clock ? partOfHour(said.clock) : null
  const code = said.clock ? clockCode(said.clock) : PART_CODES[said.part ?? 'DT']
  const filled = said.date ? fill(said.date, anchors) : undatedTime(said.part, anchors)
  if (filled?.period.grain !== 'day') {
    const day = said.date ? partial(said.date) : null
    return { resolved: { type: 'TIME', value: said.date ? day && day + code : said.clock ? code : null, ...none, part }, period: undefined }
  }
  const { period, assumed } = filled
  return { resolved: { type: 'TIME', value: period.value + code, from: iso(period.first), to: iso(period.last), part, assumed }, period }
}

/** A time of day with no day of its own is of the day last said, else of the document's day. */
const undatedTime = (part: Part | null, anchors: Anchors): Filled | undefined => {
  if (anchors.day) return { period: anchors.day, assumed: [] }
  const at = today(anchors)
  if (at === undefined) return undefined
  return { period: dayPeriod(part === 'NI' ? at - 1 : at), assumed: ['day', 'month', 'year'] }
}
