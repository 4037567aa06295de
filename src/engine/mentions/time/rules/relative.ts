import type { TimeRule } from '../grammar.ts'
import { isDash, isGlued, numAt, wordAt } from '../piece.ts'
import { durationValue, quantityAt } from '../quantity.ts'
import type { From, Reading, Said, SaidDate, Which } from '../reading.ts'
import { FROM_TEXT, HOLIDAYS, LAST, NEXT, ORDINALS, PARTS, type Part, SEASONS, UNITS, type Unit, WEEKDAYS } from '../words.ts'
import { weekdayAt } from './date.ts'

const date = (said: SaidDate): Said => ({ type: 'DATE', date: said })
const offset = (unit: Unit, by: number, from: From): SaidDate => ({ kind: 'offset', unit, by, from })
const directionOf = (word: string): Which => (LAST.has(word) ? 'last' : NEXT.has(word) ? 'next' : word === 'this' ? 'this' : null)

/** Names of papers and programmes that begin with a weekday: "the Sunday Times". */
const AFTER_WEEKDAY_NAME = new Set([
  'times',
  'telegraph',
  'mirror',
  'mail',
  'express',
  'herald',
  'independent',
  'post',
  'tribune',
  'world',
  'people',
  'star',
  'age',
  'sun',
  'mercury',
  'business',
  'review',
  'school',
  'agreement',
  'accords',
  'briefing',
  'massacre',
  'prayers',
])
const BEFORE_WEEKDAY_NAME = new Set(['black', 'bloody', 'cyber', 'ruby', 'joe', 'man', 'super'])

export const weekday: TimeRule = {
  name: 'time/weekday',
  about: 'Reads a weekday, with "last", "next", "the following" and the like before it; names of papers are left alone.',
  triggers: [...WEEKDAYS.keys(), 'last', 'next', 'this', 'coming', 'following', 'previous', 'past', 'the'],
  match: (line, at) => {
    let i = at
    if (wordAt(line, i) === 'the') {
      i++
      if (!FROM_TEXT.has(wordAt(line, i))) return undefined
    }
    const word = wordAt(line, i)
    const which = directionOf(word)
    if (which) i++
    if (which === 'this' && wordAt(line, i) === 'past') i++
    const found = weekdayAt(line, i)
    if (!found) return undefined
    const next = line.pieces[found.to]
    if (next?.capital && !line.shouting && AFTER_WEEKDAY_NAME.has(next.lower)) return undefined
    if (line.pieces[i - 1]?.capital && BEFORE_WEEKDAY_NAME.has(wordAt(line, i - 1))) return undefined
    if (wordAt(line, i) === 'good' || (wordAt(line, i - 1) === 'good' && next?.capital)) return undefined
    return {
      to: found.to,
      said: date({
        kind: 'weekday',
        weekday: found.weekday,
        which: which === 'this' ? 'this' : which,
        from: which && FROM_TEXT.has(word) ? 'text' : 'document',
      }),
    }
  },
  examples: [
    'The blast on «Friday» killed two.',
    'It opens «next Monday».',
    'Prices fell from «the previous Friday».',
    'By «last Thursday» it was over.',
  ],
  counterExamples: ['The Sunday Times reported it.', 'They sat down.', 'The sun rose.', 'Bloody Sunday changed it.'],
}

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

export const day: TimeRule = {
  name: 'time/day',
  about: 'Reads "yesterday", "today", "tomorrow" and "the day before yesterday".',
  triggers: ['yesterday', 'today', 'tomorrow', 'the', 'day'],
  match: (line, at) => {
    const i = wordAt(line, at) === 'the' ? at + 1 : at
    if (wordAt(line, i) === 'day') {
      const side = wordAt(line, i + 1)
      const anchor = wordAt(line, i + 2)
      if (side === 'before' && anchor === 'yesterday') return { to: i + 3, said: date(offset('day', -2, 'document')) }
      if (side === 'after' && anchor === 'tomorrow') return { to: i + 3, said: date(offset('day', 2, 'document')) }
      return undefined
    }
    const by = DAYS[wordAt(line, at)]
    if (by === undefined || (wordAt(line, at - 1) === 'usa' && line.pieces[at]!.capital)) return undefined
    return { to: at + 1, said: date(offset('day', by, 'document')) }
  },
  examples: ['They left «yesterday».', 'They left «the day before yesterday».', 'Talks begin «tomorrow».'],
  counterExamples: ['USA Today reported it.', 'The day before it rained.'],
}

export const nearbyDay: TimeRule = {
  name: 'time/nearby-day',
  about: 'Reads a day counted from the one just spoken of: "the next day", "the day before", "the same day", "that night".',
  triggers: ['the', 'that', 'same', 'next'],
  match: (line, at) => {
    const first = wordAt(line, at)
    const i = first === 'the' || first === 'that' ? at + 1 : at
    const word = wordAt(line, i)
    const part = (n: number): Part | undefined => PARTS.get(wordAt(line, n))
    const read = (to: number, by: number, p: Part | undefined): Reading => ({
      to,
      said: p ? { type: 'TIME', date: offset('day', by, 'text'), clock: null, part: p } : date(offset('day', by, 'text')),
    })
    if (first === 'that') {
      if (word === 'same' && (wordAt(line, i + 1) === 'day' || part(i + 1))) return read(i + 2, 0, part(i + 1))
      return word === 'day' || part(i) ? read(i + 1, 0, part(i)) : undefined
    }
    const isDay = (n: number): boolean => wordAt(line, n) === 'day' || Boolean(part(n))
    if (word === 'same' && isDay(i + 1)) return read(i + 2, 0, part(i + 1))
    if (
      (word === 'next' || word === 'following') &&
      isDay(i + 1) &&
      (word !== 'next' || first === 'the' || at === 0 || wordAt(line, i + 1) === 'day')
    )
      return read(i + 2, 1, part(i + 1))
    if ((word === 'previous' || word === 'preceding') && isDay(i + 1)) return read(i + 2, -1, part(i + 1))
    if (first === 'the' && isDay(i)) {
      const side = wordAt(line, i + 1)
      const ends =
        !/^\p{L}/u.test(wordAt(line, i + 2)) || ['and', 'but', 'in', 'when', 'at', 'by', 'as', 'said'].includes(wordAt(line, i + 2))
      if (side === 'before' && ends) return read(i + 2, -1, part(i))
      if (side === 'after' && ends) return read(i + 2, 1, part(i))
    }
    return undefined
  },
  examples: [
    'He died «the next day».',
    'It was hit «the previous evening».',
    'They had met «the night before».',
    '«That night» it burned.',
  ],
  counterExamples: ['The day of the attack was warm.', 'The night before the vote was calm.', 'Next to the day room.'],
}

const SPOKEN_PART: Readonly<Record<string, number>> = { this: 0, last: -1, yesterday: -1, tomorrow: 1, today: 0 }

export const dayPart: TimeRule = {
  name: 'time/part',
  about: 'Reads a part of the document\'s day: "this morning", "last night", "tonight", "yesterday evening", "overnight".',
  triggers: ['this', 'last', 'yesterday', 'tomorrow', 'tonight', 'overnight', 'today'],
  match: (line, at) => {
    const word = wordAt(line, at)
    if (word === 'tonight') return { to: at + 1, said: { type: 'TIME', date: offset('day', 0, 'document'), clock: null, part: 'NI' } }
    if (word === 'overnight') return { to: at + 1, said: { type: 'TIME', date: null, clock: null, part: 'NI' } }
    const i =
      wordAt(line, at + 1) === 'mid' && isDash(line, at + 2) ? at + 3 : ['early', 'late'].includes(wordAt(line, at + 1)) ? at + 2 : at + 1
    const part = PARTS.get(wordAt(line, i))
    const by = SPOKEN_PART[word]
    if (!part || by === undefined || (word === 'last' && part !== 'NI' && part !== 'EV')) return undefined
    return { to: i + 1, said: { type: 'TIME', date: offset('day', by, 'document'), clock: null, part } }
  },
  examples: ['«Last night» it burned.', 'He spoke «this morning».', 'It fell «yesterday evening».', 'The town was shelled «overnight».'],
  counterExamples: ['That was the last dawn.', 'This is mourning.'],
}

export const barePart: TimeRule = {
  name: 'time/bare-part',
  about: 'Reads a part of the day with no day of its own: "in the morning", "at dawn", "by mid-afternoon", "at noon".',
  triggers: [
    'in',
    'at',
    'by',
    'before',
    'after',
    'around',
    'during',
    'until',
    'since',
    'about',
    'late',
    'early',
    'noon',
    'midday',
    'mid',
    'the',
    'as',
  ],
  match: (line, at) => {
    const word = wordAt(line, at)
    if (word === 'noon' || word === 'midday')
      return { to: at + 1, said: { type: 'TIME', date: null, clock: { hour: 12, minute: 0, second: null }, part: 'NN' } }
    let i = word === 'mid' || word === 'the' || word === 'late' || word === 'early' ? at : at + 1
    const the = wordAt(line, i) === 'the'
    if (the) i++
    const from = i
    if (['early', 'late', 'mid', 'later'].includes(wordAt(line, i))) i++
    if (isDash(line, i)) i++
    const part = PARTS.get(wordAt(line, i))
    if (!part || wordAt(line, i).endsWith('s')) return undefined
    if (part === 'NI' && the && from === i && word !== 'during' && word !== 'in') return undefined
    if (!the && i === from && part !== 'DW' && part !== 'NN' && !['sunset', 'dusk', 'nightfall', 'night'].includes(wordAt(line, i)))
      return undefined
    if (the && i === from && word === 'the') return undefined
    if (isDash(line, i + 1) && isGlued(line, i + 1)) return undefined
    const said: Said = { type: 'TIME', date: null, clock: part === 'NN' ? { hour: 12, minute: 0, second: null } : null, part }
    return { from: the ? from - 1 : from, to: i + 1, said }
  },
  examples: ['They struck at «dawn».', 'It rained in «the early morning».', 'By «mid-afternoon» it was over.', 'He left at «noon».'],
  counterExamples: ['Good morning to all.', 'A night-time curfew.'],
}

const CALENDAR_UNITS: ReadonlySet<Unit> = new Set<Unit>([
  'week',
  'weekend',
  'month',
  'year',
  'quarter',
  'decade',
  'century',
  'fortnight',
  'day',
])

export const unit: TimeRule = {
  name: 'time/unit',
  about:
    'Reads a week, weekend, month, quarter, year or decade counted from now: "last week", "this month", "next year", "the following year".',
  triggers: ['last', 'this', 'next', 'coming', 'following', 'previous', 'preceding', 'past', 'the', 'that', 'same'],
  match: (line, at) => {
    let i = at
    const the = wordAt(line, i) === 'the'
    if (the) i++
    let word = wordAt(line, i)
    let which: Which = word === 'that' || word === 'same' ? 'this' : directionOf(word)
    if (!which) return undefined
    if (word === 'that' && wordAt(line, i + 1) === 'same') i++
    if (word === 'this' && (wordAt(line, i + 1) === 'past' || wordAt(line, i + 1) === 'coming')) {
      which = wordAt(line, i + 1) === 'past' ? 'last' : 'next'
      word = wordAt(line, i + 1)
      i++
    }
    const calendarWord = ['calendar', 'fiscal', 'financial'].includes(wordAt(line, i + 1)) ? i + 2 : i + 1
    const found = UNITS.get(wordAt(line, calendarWord))
    if (!found || !CALENDAR_UNITS.has(found) || wordAt(line, calendarWord).endsWith('s')) return undefined
    if (line.pieces[calendarWord]!.capital && !line.shouting) return undefined
    const fromText = (FROM_TEXT.has(word) || word === 'that' || word === 'same' || (the && word === 'next')) && true
    if (the && (word === 'past' || (word === 'last' && found !== 'quarter')))
      return { to: calendarWord + 1, said: { type: 'DURATION', value: durationValue(1, found) } }
    if ((word === 'past' || word === 'coming') && wordAt(line, i - 1) !== 'this' && !the) return undefined
    if (found === 'day' && !fromText) return undefined
    if (found === 'century' && which !== 'this' && which !== 'last' && which !== 'next') return undefined
    const by = which === 'last' ? -1 : which === 'next' ? 1 : 0
    const n = found === 'fortnight' ? by * 2 : by
    return { to: calendarWord + 1, said: date(offset(found === 'fortnight' ? 'week' : found, n, fromText ? 'text' : 'document')) }
  },
  examples: ['«Last week» two died.', 'It closes «next year».', '«The following month», it fell.', 'Calm held «this past weekend».'],
  counterExamples: ['Last weeks of calm.', 'The last man left.', 'This yearly event.'],
}

export const theUnit: TimeRule = {
  name: 'time/the-unit',
  about: 'Reads "the weekend", "the quarter", "the year", "the week": the one just spoken of, else the document\'s.',
  triggers: ['the', 'year', 'month', 'week'],
  match: (line, at) => {
    const word = wordAt(line, at)
    if (word !== 'the') {
      return isDash(line, at + 1) && isGlued(line, at + 1) && wordAt(line, at + 2) === 'end' && isGlued(line, at + 2)
        ? { to: at + 3, said: { type: 'DATE', date: offset(UNITS.get(word) ?? 'year', 0, 'document'), edge: 'END' } }
        : undefined
    }
    const i = ['latest', 'current', 'full', 'fiscal', 'entire', 'whole'].includes(wordAt(line, at + 1)) ? at + 2 : at + 1
    const j = wordAt(line, i) === 'fiscal' ? i + 1 : i
    const found = UNITS.get(wordAt(line, j))
    if (!found || wordAt(line, j).endsWith('s')) return undefined
    const latest = i > at + 1 && wordAt(line, at + 1) !== 'current'
    if (found === 'weekend' || found === 'quarter') return { to: j + 1, said: date(offset(found, found === 'quarter' ? 0 : -0, 'text')) }
    if (found === 'year' && (latest || wordAt(line, at - 1) === 'for' || wordAt(line, at - 1) === 'of' || wordAt(line, at - 1) === 'in')) {
      if (wordAt(line, j + 1) === 'of' || numAt(line, j + 1) > 0) return undefined
      if (['ended', 'ending', 'to', 'that'].includes(wordAt(line, j + 1))) return { to: j + 1, said: { type: 'DURATION', value: 'P1Y' } }
      return { to: j + 1, said: date(offset('year', 0, latest ? 'document' : 'text')) }
    }
    if (
      (found === 'week' || found === 'month' || found === 'day') &&
      ['later', 'earlier', 'late', 'early'].includes(wordAt(line, at - 2)) &&
      wordAt(line, at - 1) === 'in'
    )
      return { to: j + 1, said: date(offset(found, 0, 'text')) }
    return undefined
  },
  examples: ['Four died over «the weekend».', 'It spoke later in «the week».', 'Sales fell in «the quarter».', 'It rose at «year-end».'],
  counterExamples: ['The weekends are calm.', 'The year of the flood.', 'The week was long.'],
}

export const ago: TimeRule = {
  name: 'time/ago',
  about: 'Reads so long before now, or before or after the date just said: "two days ago", "three weeks earlier", "a year later".',
  triggers: [
    '#',
    'a',
    'an',
    'half',
    'several',
    'some',
    'many',
    'few',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
    'thirty',
    'forty',
    'fifty',
    'sixty',
    'seventy',
    'eighty',
    'ninety',
    'days',
    'weeks',
    'months',
    'years',
    'decades',
    'centuries',
    'hours',
    'minutes',
  ],
  match: (line, at) => {
    const bare = UNITS.has(wordAt(line, at))
    const quantity = bare ? { n: null, to: at, vague: true } : quantityAt(line, at)
    if (!quantity) return undefined
    const i = isDash(line, quantity.to) ? quantity.to + 1 : quantity.to
    const found = UNITS.get(wordAt(line, i))
    if (!found) return undefined
    const after = isDash(line, i + 1) && isGlued(line, i + 1) ? i + 2 : i + 1
    const word = wordAt(line, after)
    const before = word === 'ago' || word === 'earlier' || word === 'previously'
    if (word === 'before' || word === 'after') {
      if (bare || /^[\p{L}\d"“‘'`$]/u.test(wordAt(line, after + 1))) return undefined
    } else if (!before && !(word === 'later' && !bare) && !(word === 'hence' || (word === 'from' && wordAt(line, after + 1) === 'now')))
      return undefined
    const to = word === 'from' ? after + 2 : after + 1
    const sign = before || word === 'before' ? -1 : 1
    const from: From = word === 'ago' || word === 'hence' || word === 'from' ? 'document' : 'text'
    if (quantity.n === null) return { to, said: date({ kind: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }) }
    if (word === 'earlier' && ['this', 'last', 'that'].includes(wordAt(line, to))) return undefined
    const keep = quantity.n === 1 && found === 'year' && sign < 0
    return { to, said: date({ kind: 'offset', unit: found, by: sign * quantity.n, from, ...(keep ? { keepGrain: true as const } : {}) }) }
  },
  examples: [
    'He died «two days ago».',
    '«Three weeks later» it fell.',
    'Sales rose from «a year earlier».',
    'It stood empty «20 years ago».',
    'It was calm «years ago».',
  ],
  counterExamples: ['Two days after the attack it fell.', 'Five men later left.', 'He is two years old.'],
}

export const yearEarlier: TimeRule = {
  name: 'time/year-earlier',
  about: 'Reads "the year-earlier period", "year-ago quarter": the same period a year before.',
  triggers: ['the', 'year'],
  match: (line, at) => {
    const i = wordAt(line, at) === 'the' ? at + 1 : at
    if (wordAt(line, i) !== 'year' || !isDash(line, i + 1) || !isGlued(line, i + 1)) return undefined
    if (wordAt(line, i + 2) !== 'earlier' && wordAt(line, i + 2) !== 'ago') return undefined
    const noun = ['quarter', 'period', 'month', 'week', 'half'].includes(wordAt(line, i + 3)) ? i + 4 : i + 3
    return { to: noun, said: date({ kind: 'offset', unit: 'year', by: -1, from: 'text', keepGrain: true }) }
  },
  examples: ['It fell from «the year-earlier period».', '«Year-ago» figures were lower.'],
  counterExamples: ['The year earlier suggested differs.', 'A year-long siege.'],
}

export const season: TimeRule = {
  name: 'time/season',
  about: 'Reads a season with a year or a direction: "last fall", "this summer", "the summer of 2014", "spring 1998".',
  triggers: ['last', 'this', 'next', 'the', ...SEASONS.keys(), 'in', 'by', 'past', 'coming'],
  match: (line, at) => {
    const lead = wordAt(line, at)
    const which = directionOf(lead)
    let i = which || lead === 'the' || lead === 'in' || lead === 'by' ? at + 1 : at
    if (lead === 'this' && ['past', 'coming'].includes(wordAt(line, i))) i++
    const edge = ['early', 'late', 'mid'].includes(wordAt(line, i)) ? 1 : 0
    i += edge
    if (isDash(line, i)) i++
    const found = SEASONS.get(wordAt(line, i))
    if (!found || wordAt(line, i).endsWith('s')) return undefined
    const of = wordAt(line, i + 1) === 'of' || wordAt(line, i + 1) === ',' ? i + 2 : i + 1
    const number = numAt(line, of)
    if (number >= 1400 && number < 2200 && line.pieces[of]!.text.length === 4)
      return {
        ...(lead === 'in' || lead === 'by' ? { from: at + 1 } : {}),
        to: of + 1,
        said: date({ kind: 'season', season: found, year: number, which: null }),
      }
    if (which) return { to: i + 1, said: date({ kind: 'season', season: found, year: null, which }) }
    if (wordAt(line, i) === 'fall' || wordAt(line, i) === 'spring') {
      if (
        !((lead === 'in' || lead === 'by') && edge) &&
        !(lead === 'the' && edge) &&
        !(lead === 'in' && !/^\p{L}/u.test(wordAt(line, i + 1)))
      )
        return undefined
      return { from: at + 1, to: i + 1, said: date({ kind: 'season', season: found, year: null, which: null }) }
    }
    if (lead === 'in' || lead === 'by' || lead === 'the')
      return wordAt(line, i + 1) === 'of' || (line.pieces[i]!.capital && !line.shouting)
        ? undefined
        : { ...(lead === 'the' ? {} : { from: at + 1 }), to: i + 1, said: date({ kind: 'season', season: found, year: null, which: null }) }
    return undefined
  },
  examples: ['It closed «last fall».', 'They met in «the summer of 2014».', 'Floods in «spring 1998» hit hard.', 'It opens «this summer».'],
  counterExamples: ['The fall of the city.', 'Prices fall in May.', 'A spring broke.', 'The Arab Spring began.'],
}

export const quarter: TimeRule = {
  name: 'time/quarter',
  about: 'Reads a numbered quarter or half, of a year if one is given.',
  triggers: ['the', 'this', 'last', 'next', 'fiscal', '#', ...ORDINALS.keys()],
  match: (line, at) => {
    const said = wordAt(line, at) === 'the' ? at + 1 : at
    const leading = numAt(line, said)
    if (leading >= 1900 && leading < 2200) {
      const which = ORDINALS.get(wordAt(line, said + 1))
      const noun = isDash(line, said + 2) ? said + 3 : said + 2
      return which && which <= 4 && wordAt(line, noun) === 'quarter'
        ? { to: noun + 1, said: date({ kind: 'quarter', quarter: which, year: leading, which: null, fiscal: false }) }
        : undefined
    }
    let i = wordAt(line, at) === 'the' ? at + 1 : at
    let which = directionOf(wordAt(line, i))
    if (which) {
      i++
      if (wordAt(line, i) === 'year' && wordAt(line, i + 2) === 's') i += 3
    }
    const fiscal = wordAt(line, i) === 'fiscal'
    if (fiscal) i = isDash(line, i + 1) ? i + 2 : i + 1
    const number = ORDINALS.get(wordAt(line, i))
    if (!number || number > 4) return undefined
    const noun = isDash(line, i + 1) ? i + 2 : i + 1
    if (wordAt(line, noun) !== 'quarter') return undefined
    const of = wordAt(line, noun + 1) === 'of' ? noun + 2 : noun + 1
    const year = numAt(line, of)
    if (year >= 1900 && year < 2200) return { to: of + 1, said: date({ kind: 'quarter', quarter: number, year, which: null, fiscal }) }
    const relative = directionOf(wordAt(line, of))
    if (relative && wordAt(line, of + 1) === 'year') {
      which = relative
      return { to: of + 2, said: date({ kind: 'quarter', quarter: number, year: null, which, fiscal }) }
    }
    return { to: noun + 1, said: date({ kind: 'quarter', quarter: number, year: null, which, fiscal }) }
  },
  examples: ['Losses in «the third quarter» grew.', '«Fourth-quarter» sales fell.', 'By «the second quarter of 1990» it closed.'],
  counterExamples: ['A quarter of them left.', 'The Latin quarter.', 'The first quarterback.'],
}

export const holiday: TimeRule = {
  name: 'time/holiday',
  about: 'Reads holidays that fall on one date each year, with a year if it is given.',
  triggers: [...new Set([...HOLIDAYS.keys()].map((name) => name.split(' ')[0]!.replace(/['’].*$/, ''))), 'new', 'all', 'thanksgiving'],
  match: (line, at) => {
    if (!line.pieces[at]!.capital) return undefined
    if (wordAt(line, at) === 'thanksgiving') {
      const to = wordAt(line, at + 1) === 'day' ? at + 2 : at + 1
      const year = numAt(line, to)
      const said = year >= 1900 && year < 2200 ? year : null
      return { to: said ? to + 1 : to, said: date({ kind: 'calendar', year: said, month: 11, day: THANKSGIVING, which: null }) }
    }
    let name = ''
    let best: Reading | undefined
    for (let i = at; i < Math.min(at + 6, line.pieces.length); i++) {
      const word = wordAt(line, i).replace('’', "'")
      name += (i > at && !isGlued(line, i) ? ' ' : '') + word
      const found = HOLIDAYS.get(name)
      if (!found) continue
      const year = numAt(line, i + 1)
      const said = year >= 1900 && year < 2200 ? year : null
      best = { to: said ? i + 2 : i + 1, said: date({ kind: 'calendar', year: said, month: found[0], day: found[1], which: null }) }
    }
    return best
  },
  examples: ['On «Christmas Eve» it fell.', 'Since «Christmas 1999», none came.', 'He came on «Thanksgiving Day».'],
  counterExamples: ['The new year is near.', 'All saints were shown.', 'A christmas carol.'],
}
/** The day of a November Thanksgiving is worked out when the year is known: 0 stands for its fourth Thursday. */
export const THANKSGIVING = 0

export const RELATIVE_RULES: readonly TimeRule[] = [
  weekday,
  day,
  nearbyDay,
  dayPart,
  ago,
  yearEarlier,
  quarter,
  unit,
  theUnit,
  season,
  holiday,
  barePart,
]
