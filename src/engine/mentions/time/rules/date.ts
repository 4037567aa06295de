import { centuryPeriod, decadePeriod, isDate } from '../calendar.ts'
import type { TimeRule } from '../grammar.ts'
import { isApostrophe, isDash, isGlued, type Line, numAt, wordAt } from '../piece.ts'
import type { SaidDate, Which } from '../reading.ts'
import { DECADES, MONTHS, NUMBERS, ORDINALS, WEEKDAYS } from '../words.ts'

const MONTH_WORDS = [...MONTHS.keys()]
const calendar = (year: number | null, month: number | null, day: number | null, which: Which = null): SaidDate => ({
  kind: 'calendar',
  year,
  month,
  day,
  which,
})

/** Words that are months only with a capital and company. */
const DOUBTFUL = new Set(['may', 'march', 'mar', 'jan', 'dec', 'sep', 'jun', 'jul', 'apr', 'august', 'april', 'june'])
/** Words after which a capital "May" or "March" is the month. */
const MONTH_LEADS = new Set([
  'in',
  'since',
  'until',
  'till',
  'of',
  'by',
  'from',
  'through',
  'to',
  'last',
  'next',
  'this',
  'early',
  'late',
  'mid',
  'during',
  'before',
  'after',
  'between',
  'for',
  'every',
  'each',
  'previous',
  'following',
  'and',
  'or',
  'a',
  'an',
  'the',
  'ending',
  'ended',
  'effective',
])

/** The month at an index, and where it ends (a full stop after an abbreviation is part of it). */
export const monthAt = (line: Line, at: number): { month: number; to: number } | undefined => {
  const word = wordAt(line, at)
  const month = MONTHS.get(word)
  if (!month) return undefined
  const piece = line.pieces[at]!
  if (!piece.capital && (DOUBTFUL.has(word) || word.length < 5)) return undefined
  const dotted =
    word.length <= 4 && word !== 'may' && word !== 'june' && word !== 'july' && wordAt(line, at + 1) === '.' && isGlued(line, at + 1)
  return { month, to: dotted ? at + 2 : at + 1 }
}

/** A day of the month ("7", "29th"), not part of a longer number, a price or a percentage. */
const dayAt = (line: Line, at: number): { day: number; to: number } | undefined => {
  const day = numAt(line, at)
  if (day < 1 || day > 31 || line.pieces[at]!.text.length > 2) return undefined
  const next = wordAt(line, at + 1)
  if (isGlued(line, at + 1)) {
    if (['st', 'nd', 'rd', 'th'].includes(next)) return { day, to: at + 2 }
    if ((next === ',' || next === '.' || next === ':') && isGlued(line, at + 2) && numAt(line, at + 2) >= 0) return undefined
    if (next === '%') return undefined
  }
  return { day, to: at + 1 }
}

/** A year with its separators: "1998", ", 1998", "'98". Two digits only where `short` allows them. */
const yearAt = (line: Line, at: number, short = false): { year: number; to: number } | undefined => {
  const i = wordAt(line, at) === ',' ? at + 1 : at
  const year = numAt(line, i)
  const digits = line.pieces[i]?.text.length
  if (digits === 4 && year >= 1000 && year < 2200 && !(isDash(line, i + 1) && isGlued(line, i + 1) && wordAt(line, i + 2) === 'year')) {
    if (
      isGlued(line, i + 1) &&
      (wordAt(line, i + 1) === ',' || wordAt(line, i + 1) === '.') &&
      isGlued(line, i + 2) &&
      numAt(line, i + 2) >= 0
    )
      return undefined
    return { year, to: i + 1 }
  }
  if (isApostrophe(line, i) && line.pieces[i + 1]?.text.length === 2 && isGlued(line, i + 1) && numAt(line, i + 1) >= 0)
    return { year: longYear(numAt(line, i + 1)), to: i + 2 }
  // "16 Oct 06:00": a clock, and no year.
  const isClock = wordAt(line, i + 1) === ':' && isGlued(line, i + 1) && isGlued(line, i + 2) && numAt(line, i + 2) >= 0
  if (short && i === at && digits === 2 && year >= 0 && !isClock) return { year: longYear(year), to: i + 1 }
  return undefined
}

/** Two-digit years: 30–99 are of the 20th century, 00–29 of the 21st. */
const longYear = (short: number): number => (short < 30 ? 2000 + short : 1900 + short)

/** "this year", "last year", "next year" after a month. */
const relativeYear = (line: Line, at: number): { which: Which; to: number } | undefined => {
  const i = ['of', ','].includes(wordAt(line, at)) ? at + 1 : at
  const which = wordAt(line, i)
  return (which === 'last' || which === 'this' || which === 'next') && wordAt(line, i + 1) === 'year' ? { which, to: i + 2 } : undefined
}

const byYear: Readonly<Record<'last' | 'this' | 'next', number>> = { last: -1, this: 0, next: 1 }
/** A year said relative to the document's is kept as an offset beside the month. */
const withYear = (line: Line, month: number, day: number | null, to: number, short: boolean): { date: SaidDate; to: number } => {
  const year = yearAt(line, to, short)
  if (year && (day === null || isDate(year.year, month, day))) return { date: calendar(year.year, month, day), to: year.to }
  const relative = relativeYear(line, to)
  if (relative?.which)
    return { date: { kind: 'calendar', year: null, month, day, which: null, yearBy: byYear[relative.which] }, to: relative.to }
  return { date: calendar(null, month, day), to }
}

export const monthDay: TimeRule = {
  name: 'time/month-day',
  about: 'Reads a month with a day, and the year if it is given: "Dec. 29, 2019".',
  triggers: MONTH_WORDS,
  match: (line, at) => {
    const month = monthAt(line, at)
    const day = month && dayAt(line, wordAt(line, month.to) === 'the' ? month.to + 1 : month.to)
    if (!month || !day || !isDate(2000, month.month, day.day)) return undefined
    const { date, to } = withYear(line, month.month, day.day, day.to, false)
    return { to, said: { type: 'DATE', date } }
  },
  examples: [
    'It began on «Dec. 29, 2019» in the north.',
    'Talks resume «March 12».',
    'On «August 7th», 1,200 people fled.',
    'It fell on «Jan. 14 last year».',
  ],
  counterExamples: ['They may 12 times refuse.', 'Price rises in March 4,000 miles away.'],
}

export const dayMonth: TimeRule = {
  name: 'time/day-month',
  about: 'Reads a day before its month, as most of the world and armies write it: "29 December", "5 JAN 90".',
  triggers: ['#', 'the'],
  match: (line, at) => {
    const start = wordAt(line, at) === 'the' ? at + 1 : at
    const day = dayAt(line, start)
    if (!day) return undefined
    const of = wordAt(line, day.to) === 'of' ? day.to + 1 : day.to
    const month = monthAt(line, of)
    if (!month || !isDate(2000, month.month, day.day)) return undefined
    const { date, to } = withYear(line, month.month, day.day, month.to, true)
    return { to, said: { type: 'DATE', date } }
  },
  examples: [
    'The raid of «29 December 2019» failed.',
    'They left on «the 3rd of May».',
    'SITUATION AS OF «5 JAN 90».',
    'It began «17 February».',
  ],
  counterExamples: ['All 29 marched on.', 'About 12 Decembers ago.', 'Some 20 may follow.'],
}

export const month: TimeRule = {
  name: 'time/month',
  about: 'Reads a month alone or with its year: "July 1997", "last November"; "may", "march" and first names are left alone.',
  triggers: MONTH_WORDS,
  match: (line, at) => {
    const found = monthAt(line, at)
    if (!found) return undefined
    const of = wordAt(line, found.to) === 'of' ? found.to + 1 : found.to
    const year = yearAt(line, of) ?? yearAt(line, found.to)
    if (year) return { to: year.to, said: { type: 'DATE', date: calendar(year.year, found.month, null) } }
    const relative = relativeYear(line, found.to)
    if (relative?.which)
      return {
        to: relative.to,
        said: {
          type: 'DATE',
          date: { kind: 'calendar', year: null, month: found.month, day: null, which: null, yearBy: byYear[relative.which] },
        },
      }
    const word = wordAt(line, at)
    const before = wordAt(line, at - 1)
    if ((DOUBTFUL.has(word) || line.shouting) && !MONTH_LEADS.has(before) && !(isDash(line, at - 1) && isGlued(line, at))) return undefined
    if (
      line.shouting &&
      (word === 'may' || word === 'march') &&
      !['in', 'since', 'until', 'last', 'next', 'early', 'late', 'of'].includes(before)
    )
      return undefined
    if (DOUBTFUL.has(word) && line.pieces[found.to]?.capital && !line.shouting && wordAt(line, at + 1) !== '.') return undefined
    return { to: found.to, said: { type: 'DATE', date: calendar(null, found.month, null) } }
  },
  examples: [
    'They met in «July 1997».',
    'It started in «May».',
    'Since «September», prices rose.',
    'Elections are due in «October next year».',
  ],
  counterExamples: ['They may leave.', 'The long march began.', 'Marchers met April Jones.', 'Mr. August spoke.'],
}

const WHICH: ReadonlyMap<string, Which> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['this past', 'last'],
])

export const whichMonth: TimeRule = {
  name: 'time/which-month',
  about: 'Reads "last", "this" or "next" before a month.',
  triggers: ['last', 'this', 'next', 'coming'],
  match: (line, at) => {
    const found = monthAt(line, at + 1)
    return found && { to: found.to, said: { type: 'DATE', date: calendar(null, found.month, null, WHICH.get(wordAt(line, at)) ?? null) } }
  },
  examples: ['He arrived «last November».', 'It reopens «next May».'],
  counterExamples: ['The last march was calm.', 'This may help.'],
}

/** Numbers that are counts, not years, by what stands before them. */
const NOT_YEAR_BEFORE = new Set([
  '$',
  '£',
  '€',
  '#',
  'no',
  'number',
  'flight',
  'resolution',
  'route',
  'highway',
  'room',
  'about',
  'some',
  'nearly',
  'almost',
  'over',
  'than',
  'least',
  'roughly',
  'approximately',
  'page',
  'line',
  'top',
  'only',
  'another',
  'around',
  '.',
  'section',
  'article',
  'interstate',
  'model',
])
const YEAR_BEFORE = new Set([
  'in',
  'since',
  'until',
  'till',
  'of',
  'by',
  'from',
  'through',
  'early',
  'late',
  'mid',
  'during',
  'before',
  'after',
  'between',
  'year',
  'and',
  'to',
  'for',
  'the',
  'fiscal',
])
/** What years do not count. */
const COUNTED = new Set([
  'people',
  'men',
  'women',
  'children',
  'troops',
  'soldiers',
  'homes',
  'houses',
  'dollars',
  'feet',
  'meters',
  'metres',
  'miles',
  'kilometers',
  'kilometres',
  'km',
  'kg',
  'tons',
  'tonnes',
  'pounds',
  'gmt',
  'hours',
  'hrs',
  'hour',
  'local',
  'utc',
  'block',
  'years',
  'days',
  'votes',
  'jobs',
  'members',
  'shares',
  'points',
  'percent',
  'times',
  'others',
  'police',
  'officers',
  'cases',
  'deaths',
  'refugees',
  'civilians',
  'prisoners',
  'fighters',
  'est',
  'edt',
  'pst',
  'per',
  'million',
  'billion',
  'square',
])

export const year: TimeRule = {
  name: 'time/year',
  about: 'Reads a year standing alone; counts of four digits are left alone.',
  triggers: ['#', 'fiscal'],
  match: (line, at) => {
    const fiscal = wordAt(line, at) === 'fiscal'
    const i = fiscal ? at + (wordAt(line, at + 1) === 'year' ? 2 : 1) : at
    const piece = line.pieces[i]
    if (piece?.text.length !== 4 || piece.num < 1400 || piece.num > 2099 || wordAt(line, i).length !== 4) return undefined
    const before = wordAt(line, i - 1)
    const next = wordAt(line, i + 1)
    const likely =
      fiscal ||
      YEAR_BEFORE.has(before) ||
      (isDash(line, i - 1) && isGlued(line, i) && ['mid', 'post', 'pre', 'early', 'late'].includes(wordAt(line, i - 2)))
    if (piece.glued && !['(', '-', '–', '/', '"', '“', '‘', "'", '`', '_', '—'].includes(before)) return undefined
    if (piece.glued && (before === '-' || before === '/') && !likely && !(numAt(line, i - 2) >= 1400)) return undefined
    if (NOT_YEAR_BEFORE.has(before) && !likely) return undefined
    if (isGlued(line, i + 1) && !['.', ',', ';', ')', "'", '’', '"', '”', '-', '–', '—', ':', '?', '!', '/', '_', ']'].includes(next))
      return undefined
    if (isGlued(line, i + 1) && isGlued(line, i + 2) && (next === ',' || next === '.' || next === ':') && numAt(line, i + 2) >= 0)
      return undefined
    if (COUNTED.has(next)) return undefined
    if (
      (piece.num < 1900 || piece.num > 2060) &&
      !['in', 'since', 'of', 'until', 'from', 'by', 'before', 'after', 'year', 'circa'].includes(before)
    )
      return undefined
    if (
      !likely &&
      line.pieces[i + 1] &&
      !isGlued(line, i + 1) &&
      /^[a-z]+s$/.test(line.pieces[i + 1]!.text) &&
      !['was', 'is', 'has'].includes(next)
    )
      return undefined
    return { to: i + 1, said: { type: 'DATE', date: calendar(piece.num, null, null) } }
  },
  examples: ['In «1995» the war ended.', 'Under a «1978» law, it is banned.', 'Growth in «fiscal 1989» was slow.'],
  counterExamples: ['Some 2000 people fled.', 'It cost $1995.', 'At 1900 GMT it ended.', 'Flight 1990 crashed.'],
}

/** "nineteen ninety-six", as transcripts of speech write years. */
export const spokenYear: TimeRule = {
  name: 'time/spoken-year',
  about: 'Reads a year written out in words.',
  triggers: ['nineteen', 'eighteen', 'twenty', 'two'],
  match: (line, at) => {
    const words = spokenYearAt(line, at)
    return words && { to: words.to, said: { type: 'DATE', date: calendar(words.year, null, null) } }
  },
  examples: ['Atlanta, «nineteen ninety-six».', 'In «two thousand three» it closed.', 'Back in «nineteen seventy nine», he left.'],
  counterExamples: ['Nineteen people fled.', 'Two thousand people fled.'],
}

const spokenYearAt = (line: Line, at: number): { year: number; to: number } | undefined => {
  const century = NUMBERS.get(wordAt(line, at))
  if (century === 2) {
    if (wordAt(line, at + 1) !== 'thousand') return undefined
    const and = wordAt(line, at + 2) === 'and' ? at + 3 : at + 2
    const ones = NUMBERS.get(wordAt(line, and))
    if (ones && ones < 20 && line.pieces[and + 1] && !/^[a-z]/.test(line.pieces[and + 1]!.text)) return { year: 2000 + ones, to: and + 1 }
    if (ones && ones < 20 && ['in', 'of', 'since', 'year'].includes(wordAt(line, at - 1)) && wordAt(line, and + 1) !== 'people')
      return { year: 2000 + ones, to: and + 1 }
    return wordAt(line, at - 1) === 'year' ? { year: 2000, to: at + 2 } : undefined
  }
  if (century === undefined || century < 18 || century > 20) return undefined
  const dash = isDash(line, at + 1) ? at + 2 : at + 1
  const tens = NUMBERS.get(wordAt(line, dash))
  if (tens === undefined || tens < 10) return undefined
  const next = isDash(line, dash + 1) ? dash + 2 : dash + 1
  const ones = tens >= 20 ? NUMBERS.get(wordAt(line, next)) : undefined
  if (ones !== undefined && ones > 0 && ones < 10) return { year: century * 100 + tens + ones, to: next + 1 }
  return { year: century * 100 + tens, to: dash + 1 }
}

export const decade: TimeRule = {
  name: 'time/decade',
  about: 'Reads a decade: "the 1990s", "the \'80s", "the sixties".',
  triggers: ['#', "'", '’', '‘', '`', ...DECADES.keys()],
  match: (line, at) => {
    const word = DECADES.get(wordAt(line, at))
    if (word !== undefined)
      return wordAt(line, at - 1) === 'the' || ['early', 'mid', 'late'].includes(wordAt(line, at - 1))
        ? { to: at + 1, said: { type: 'DATE', date: { kind: 'period', period: decadePeriod(1900 + word) } } }
        : undefined
    const i = isApostrophe(line, at) ? at + 1 : at
    const number = numAt(line, i)
    const text = line.pieces[i]?.text ?? ''
    if (number < 0 || number % 10 !== 0) return undefined
    const plural = isApostrophe(line, i + 1) && isGlued(line, i + 1) ? i + 2 : i + 1
    if (wordAt(line, plural) !== 's' || !isGlued(line, plural)) return undefined
    if (text.length === 4 && number >= 1000 && number < 2100)
      return { to: plural + 1, said: { type: 'DATE', date: { kind: 'period', period: decadePeriod(number) } } }
    if (text.length === 2 && i > at)
      return { to: plural + 1, said: { type: 'DATE', date: { kind: 'period', period: decadePeriod(longYear(number)) } } }
    return undefined
  },
  examples: ['In the «1990s» it grew.', "Music of the «'80s» plays.", 'It was the «sixties».'],
  counterExamples: ['He is in his 80s.', 'Temperatures reached the 70s.', 'Six 1000 dollar bills.'],
}

export const century: TimeRule = {
  name: 'time/century',
  about: 'Reads a numbered century.',
  triggers: ['#', ...ORDINALS.keys(), 'twenty'],
  match: (line, at) => {
    let number = ORDINALS.get(wordAt(line, at))
    let i = at + 1
    if (wordAt(line, at) === 'twenty' && wordAt(line, isDash(line, at + 1) ? at + 2 : at + 1) === 'first') {
      number = 21
      i = isDash(line, at + 1) ? at + 3 : at + 2
    }
    if (number === undefined && numAt(line, at) > 0 && numAt(line, at) < 30 && ['st', 'nd', 'rd', 'th'].includes(wordAt(line, at + 1))) {
      number = numAt(line, at)
      i = at + 2
    }
    if (number === undefined) return undefined
    if (isDash(line, i)) i++
    return wordAt(line, i) === 'century'
      ? { to: i + 1, said: { type: 'DATE', date: { kind: 'period', period: centuryPeriod(number) } } }
      : undefined
  },
  examples: ['A «20th century» idea.', 'In the «nineteenth century» it stood.'],
  counterExamples: ['The 20th person left.', 'A century of wars.'],
}

/** 12/29/2019, 29.12.2019, 2019-12-29. */
export const numeric: TimeRule = {
  name: 'time/numeric',
  about:
    "Reads dates in figures; where day and month could be exchanged, the month comes first unless only the other reading is near the document's date.",
  triggers: ['#'],
  match: (line, at) => {
    const separator = wordAt(line, at + 1)
    if (
      !['/', '-', '.', '–', '‑'].includes(separator) ||
      !isGlued(line, at + 1) ||
      !isGlued(line, at + 2) ||
      wordAt(line, at + 3) !== separator ||
      !isGlued(line, at + 3) ||
      !isGlued(line, at + 4)
    )
      return undefined
    const [a, b, c] = [numAt(line, at), numAt(line, at + 2), numAt(line, at + 4)]
    const [la, lb, lc] = [line.pieces[at]!.text.length, line.pieces[at + 2]?.text.length ?? 0, line.pieces[at + 4]?.text.length ?? 0]
    if (a < 0 || b < 0 || c < 0 || lb > 2) return undefined
    if (la === 4 && a >= 1000 && lc <= 2)
      return isDate(a, b, c) ? { to: at + 5, said: { type: 'DATE', date: calendar(a, b, c) } } : undefined
    if (la > 2 || (lc !== 4 && lc !== 2) || (lc === 2 && separator !== '/')) return undefined
    const year = lc === 2 ? longYear(c) : c
    const dates: SaidDate[] = []
    if (isDate(year, a, b) && separator !== '.') dates.push(calendar(year, a, b))
    if (isDate(year, b, a) && (a !== b || separator === '.')) dates.push(calendar(year, b, a))
    if (dates.length === 0) return undefined
    return { to: at + 5, said: { type: 'DATE', date: dates.length === 1 ? dates[0]! : { kind: 'either', dates } } }
  },
  examples: ['Filed «12/29/2019» in court.', 'Dated «2019-12-29».', 'Vom «29.12.2019» an.', 'On «5/1/90» it began.'],
  counterExamples: ['Version 1.2.3 is out.', 'Call 555-12-9999.', 'About 1/2 of them.'],
}

export const weekdayAt = (line: Line, at: number): { weekday: number; to: number } | undefined => {
  const word = wordAt(line, at)
  const weekday = WEEKDAYS.get(word)
  if (!weekday || (!line.pieces[at]!.capital && word.length < 6)) return undefined
  const dotted = word.length < 6 && wordAt(line, at + 1) === '.' && isGlued(line, at + 1)
  if (word.length < 6 && line.shouting && !dotted && !dayAt(line, at + 1) && !MONTHS.has(wordAt(line, at + 1))) return undefined
  if (
    word.length < 4 &&
    !dotted &&
    !MONTHS.has(wordAt(line, at + 1)) &&
    !(wordAt(line, at + 1) === ',' && MONTHS.has(wordAt(line, at + 2)))
  )
    return undefined
  return { weekday, to: dotted ? at + 2 : at + 1 }
}

/** "Sunday, Dec. 29", "Sunday the 29th of December 2019". */
export const weekdayDate: TimeRule = {
  name: 'time/weekday-date',
  about: 'Reads a weekday together with the date it stands beside.',
  triggers: [...WEEKDAYS.keys()],
  match: (line, at) => {
    const weekday = weekdayAt(line, at)
    if (!weekday) return undefined
    const i = wordAt(line, weekday.to) === ',' ? weekday.to + 1 : weekday.to
    for (const rule of [monthDay, dayMonth, numeric]) {
      const found = rule.match(line, i)
      if (!found) continue
      const { said } = found
      return said.type === 'DATE' && said.date.kind === 'calendar'
        ? { ...found, said: { ...said, date: { ...said.date, weekday: weekday.weekday } } }
        : found
    }
    return undefined
  },
  examples: ['On «Sunday, Dec. 29, 2019», it fell.', 'It opened «Thursday 6 April».'],
  counterExamples: ['On Sunday 29 people died.', 'Friday, he left.'],
}

export const DATE_RULES: readonly TimeRule[] = [
  weekdayDate,
  monthDay,
  dayMonth,
  whichMonth,
  month,
  numeric,
  year,
  spokenYear,
  decade,
  century,
]
