import type { TimeMention } from '../model/mention.ts'
import type { MentionRecord } from '../model/record.ts'

/** A stretch of a date: what the document said, or what was taken from the document's own date. */
type DatePart = Readonly<{ text: string; assumed: boolean }>

/** A date as said, and as understood; what was assumed is kept apart. */
export type DateView = Readonly<{
  words: string
  /** First and last day, ISO 8601; null when the words cannot be resolved. */
  from: string | null
  to: string | null
  precision: 'day' | 'days' | 'month' | 'year' | 'unresolved'
  parts: readonly DatePart[]
  assumed: readonly string[]
}>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Day = Readonly<{ year: string; month: number; day: number }>

const toDay = (iso: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  return match ? { year: match[1]!, month: Number(match[2]), day: Number(match[3]) } : undefined
}

const part = (text: string, assumed: boolean): DatePart => ({ text, assumed })

/** `29 Dec 2019`, `28–29 Dec 2019`, `Dec 2019`, `2019`: each piece marked as said or assumed. */
const toParts = (from: Day, to: Day, precision: DateView['precision'], assumed: ReadonlySet<string>): readonly DatePart[] => {
  const whole = assumed.has('week') || assumed.has('date')
  const is = (unit: string): boolean => whole || assumed.has(unit)
  const month = part(MONTHS[from.month - 1] ?? '', is('month'))
  const year = part(from.year, is('year'))
  if (precision === 'year') return [year]
  if (precision === 'month') return [month, year]
  if (precision === 'day') return [part(String(from.day), is('day')), month, year]
  if (from.year === to.year && from.month === to.month) return [part(`${from.day}–${to.day}`, is('day')), month, year]
  return [
    part(String(from.day), is('day')),
    month,
    ...(from.year === to.year ? [] : [part(from.year, is('year'))]),
    part('–', false),
    part(String(to.day), is('day')),
    part(MONTHS[to.month - 1] ?? '', is('month')),
    part(to.year, is('year')),
  ]
}

const precisionOf = (value: string | null, from: string, to: string): DateView['precision'] => {
  if (value && /^\d{4}$/.test(value)) return 'year'
  if (value && /^\d{4}-\d{2}$/.test(value)) return 'month'
  return from.slice(0, 10) === to.slice(0, 10) ? 'day' : 'days'
}

/** A mentioned time as a date; a time that no day can be given to keeps its words only. */
export const dateView = ({ words, mention }: Pick<MentionRecord, 'words'> & { mention: MentionRecord['mention'] }): DateView =>
  mention.kind === 'time'
    ? toView(words.replace(/\s+/g, ' '), mention)
    : { words, from: null, to: null, precision: 'unresolved', parts: [], assumed: [] }

const toView = (words: string, mention: TimeMention): DateView => {
  const from = mention.from ?? mention.value
  const to = mention.to ?? from
  const first = from === null ? undefined : toDay(from)
  const last = to === null ? undefined : toDay(to)
  if (!first || !last || from === null || to === null)
    return { words, from: null, to: null, precision: 'unresolved', parts: [], assumed: mention.assumed }
  const precision = precisionOf(mention.value, from, to)
  return {
    words,
    from: from.slice(0, 10),
    to: to.slice(0, 10),
    precision,
    parts: toParts(first, last, precision, new Set(mention.assumed)),
    assumed: mention.assumed,
  }
}

export const dateText = (date: DateView): string => (date.parts.length > 0 ? date.parts.map((each) => each.text).join(' ') : date.words)

/** A publication date or a time of capture, as precise as it is given: `30 Dec 2019`. */
export const isoWords = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? []
  if (!year) return iso
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}
