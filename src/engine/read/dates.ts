import type { Span } from '../../model/span.ts'

/** A calendar date as printed in a document's head, as precise as it says: a day, or a moment. */
export type PrintedDate = Span & Readonly<{ value: string }>

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = "(\\d{4}|'?\\d{2})(?!\\d|:)"

const DAY_FIRST = new RegExp(`(?<![\\d.])${DAY}\\s{1,2}(?:of\\s)?${MONTH},?\\s{1,2}${YEAR}`, 'i')
const MONTH_FIRST = new RegExp(`(?<![a-z])${MONTH}\\s{1,2}${DAY}\\s{0,2},?\\s{1,2}${YEAR}`, 'i')
const HYPHENED = new RegExp(`(?<![\\d.])${DAY}-${MONTH}-${YEAR}`, 'i')
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/
/** Points between the numbers mean day, month, year wherever they are used. */
const POINTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/
/** Read only where one of the two numbers cannot be a month: 03/04/2019 stays unread. */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/

const CLOCK =
  /^[\s,|@–-]{0,3}(?:at\s)?(\d{1,2})(?:[:h](\d{2})|(?=\s?[ap])|(\d{2})(?=\s?(?:GMT|UTC|Z|hrs|hours|h)\b))(?::\d{2})?\s?(a\.?m\.?|p\.?m\.?)?(?:\s?\(?(GMT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b)?/i
const ZONES: Readonly<Record<string, string>> = {
  gmt: 'Z',
  utc: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A two-digit year is read as the one between 1950 and 2049, as newspapers' and agencies' headers have it. */
const fullYear = (digits: string): number => {
  const n = Number(digits.replace("'", ''))
  return digits.length === 4 ? n : n < 50 ? 2000 + n : 1900 + n
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const toDay = (year: number, month: number, day: number): string | null =>
  year >= 1500 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]!
    ? `${year}-${two(month)}-${two(day)}`
    : null

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase() as (typeof MONTHS)[number]) + 1

const clockAfter = (text: string): { value: string; length: number } | undefined => {
  const found = CLOCK.exec(text)
  if (!found) return undefined
  const [all, hour, parted, joined, half, zone] = found
  const minute = parted ?? joined ?? '00'
  let h = Number(hour)
  if (half) h = (h % 12) + (/^p/i.test(half) ? 12 : 0)
  if (h > 23 || Number(minute) > 59) return undefined
  return { value: `T${two(h)}:${minute}${zone ? ZONES[zone.toLowerCase()]! : ''}`, length: all.length }
}

type Reading = Readonly<{ pattern: RegExp; read: (m: RegExpExecArray) => string | null }>
const READINGS: readonly Reading[] = [
  {
    pattern: ISO,
    read: (m) => {
      const day = toDay(Number(m[1]), Number(m[2]), Number(m[3]))
      if (!day || m[4] === undefined) return day
      if (Number(m[4]) > 23 || Number(m[5]) > 59) return day
      const zone = m[7] === undefined ? '' : m[7].length === 5 ? `${m[7].slice(0, 3)}:${m[7].slice(3)}` : m[7]
      return `${day}T${m[4]}:${m[5]}${m[6] === undefined ? '' : `:${m[6]}`}${zone}`
    },
  },
  { pattern: MONTH_FIRST, read: (m) => toDay(fullYear(m[3]!), monthOf(m[1]!), Number(m[2])) },
  { pattern: DAY_FIRST, read: (m) => toDay(fullYear(m[3]!), monthOf(m[2]!), Number(m[1])) },
  { pattern: HYPHENED, read: (m) => toDay(fullYear(m[3]!), monthOf(m[2]!), Number(m[1])) },
  { pattern: POINTED, read: (m) => toDay(Number(m[3]), Number(m[2]), Number(m[1])) },
  {
    pattern: SLASHED,
    read: (m) => {
      const [a, b] = [Number(m[1]), Number(m[2])]
      if (a > 12 && b <= 12) return toDay(Number(m[3]), b, a)
      return b > 12 && a <= 12 ? toDay(Number(m[3]), a, b) : null
    },
  },
]

/** A document's head is short; dates further on are the story's, not the document's. */
const LONGEST_HEAD = 400

/** The first full date (day, month and year) printed in a short text; undefined where there is none. */
export const findPrintedDate = (text: string): PrintedDate | undefined => {
  const head = text.slice(0, LONGEST_HEAD)
  let first: PrintedDate | undefined
  for (const { pattern, read } of READINGS) {
    const found = pattern.exec(head)
    if (!found || (first && first.start <= found.index)) continue
    const day = read(found)
    if (!day) continue
    const end = found.index + found[0].length
    const time = day.includes('T') ? undefined : clockAfter(head.slice(end, end + 40))
    first = { start: found.index, end: end + (time?.length ?? 0), value: day + (time?.value ?? '') }
  }
  return first
}

/** A date as metadata or a caller gives it, in ISO 8601 and no more precise than given; null when it is not a full date. */
export const toIsoDate = (given: string): string | null => {
  const value = given.trim()
  if (/^\d{4}(?:-\d{2})?$/.test(value)) return value
  return findPrintedDate(value)?.value ?? null
}
