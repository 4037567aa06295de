import { isDash, type Line, wordAt } from './piece.ts'
import type { Match, SaidDate } from './reading.ts'
import { EDGES, type Edge, PARTS } from './words.ts'

/** Words that may stand between a clock time and its day ("at 6 p.m. on Monday"), or between a day and its clock time. */
const JOINS = new Set([
  'on',
  'of',
  ',',
  'at',
  'around',
  'about',
  'by',
  'shortly',
  'just',
  'approximately',
  'near',
  'the',
  'in',
  'this',
  'local',
  'time',
  '(',
  ')',
  'est',
  'edt',
  'gmt',
  'utc',
  'before',
  'after',
])
const MAX_JOIN = 3

const isDay = (date: SaidDate): boolean =>
  date.kind === 'weekday' ||
  date.kind === 'either' ||
  (date.kind === 'calendar' && date.day !== null) ||
  (date.kind === 'offset' && date.unit === 'day')

const joined = (line: Line, from: number, to: number): boolean => {
  if (to - from > MAX_JOIN) return false
  for (let i = from; i < to; i++) if (!JOINS.has(wordAt(line, i))) return false
  return true
}

/** A day and a clock time or part of day that stand together are one expression; the day alone otherwise. */
const join = (line: Line, a: Match, b: Match): Match | undefined => {
  if (!joined(line, a.last, b.first)) return undefined
  const [time, date] = a.said.type === 'TIME' ? [a, b] : [b, a]
  if (time.said.type !== 'TIME') return undefined
  if (time.said.date && !(a === time && time.said.clock && date.said.type === 'TIME')) {
    return undefined
  }
  if (date.said.type === 'DATE' && isDay(date.said.date) && !date.said.edge)
    return { first: a.first, last: b.last, rule: a.rule, said: { ...time.said, date: date.said.date } }
  // "6 p.m. in the afternoon", "4 a.m. last night": a part of the day beside a clock time lends its day
  if (date.said.type === 'TIME' && time.said.clock && !date.said.clock && b.last - b.first > 0) {
    const afternoon = (date.said.part === 'AF' || date.said.part === 'EV') && time.said.clock.hour < 12
    return {
      first: a.first,
      last: b.last,
      rule: a.rule,
      said: {
        type: 'TIME',
        date: date.said.date,
        clock: afternoon ? { ...time.said.clock, hour: time.said.clock.hour + 12 } : time.said.clock,
        part: date.said.part,
      },
    }
  }
  return undefined
}

/** "Friday morning", "Dec. 29 late afternoon": a part of the day right after its day. */
const withPart = (line: Line, match: Match): Match => {
  if (match.said.type !== 'DATE' || !isDay(match.said.date)) return match
  let i = match.last
  if (['early', 'late', 'mid'].includes(wordAt(line, i))) i++
  if (isDash(line, i)) i++
  const part = PARTS.get(wordAt(line, i))
  if (!part || (line.pieces[i]!.capital && !line.shouting)) return match
  return {
    ...match,
    last: i + 1,
    said: { type: 'TIME', date: match.said.date, clock: part === 'NN' ? { hour: 12, minute: 0, second: null } : null, part },
  }
}

const EDGE_NOUNS: Readonly<Record<string, Edge>> = { end: 'END', beginning: 'START', start: 'START', middle: 'MID', close: 'END' }

/** "early", "late", "mid-", "the end of" before a date belong to it. */
const withEdge = (line: Line, match: Match, floor: number): Match => {
  if (match.said.type !== 'DATE' || match.said.date.kind === 'reference') return match
  let i = match.first - 1
  if (isDash(line, i)) i--
  if (i < floor) return match
  const word = wordAt(line, i)
  const edge = EDGES.get(word)
  if (edge) {
    const later = word === 'later' || word === 'earlier'
    const relative = match.said.date.kind === 'offset' || match.said.date.kind === 'weekday' || match.said.date.kind === 'season'
    return later && !relative ? match : { ...match, first: i, said: { ...match.said, edge } }
  }
  const noun = wordAt(line, i) === 'of' ? EDGE_NOUNS[wordAt(line, i - 1)] : undefined
  if (!noun || i - 1 < floor) return match
  const first = i - 2 >= floor && wordAt(line, i - 2) === 'the' ? i - 2 : i - 1
  return { ...match, first, said: { ...match.said, edge: noun } }
}

/** Joins what belongs together in one line: clock times with their days, parts of the day, "early" and "the end of". */
export const compose = (line: Line, matches: readonly Match[]): Match[] => {
  const found: Match[] = []
  for (const raw of matches) {
    const before = found[found.length - 1]
    if (before && raw.first < before.last) continue
    const match = withPart(line, withEdge(line, raw, before?.last ?? 0))
    const one = before && join(line, before, match)
    if (one) found[found.length - 1] = one
    else found.push(match)
  }
  return found
}
