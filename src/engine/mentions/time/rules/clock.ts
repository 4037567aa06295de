import type { TimeRule } from '../grammar.ts'
import { isApostrophe, isGlued, type Line, numAt, wordAt } from '../piece.ts'
import type { Clock, Said } from '../reading.ts'
import { NUMBERS, PARTS, type Part } from '../words.ts'

const said = (clock: Clock, part: Part | null = null): Said => ({ type: 'TIME', date: null, clock, part })
const ZONES = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'cst',
  'cdt',
  'mst',
  'mdt',
  'pst',
  'pdt',
  'cet',
  'cest',
  'bst',
  'ist',
  'msk',
  'et',
  'pt',
  'z',
  'eet',
  'eest',
  'hkt',
  'jst',
])

/** Index after a time zone or "local time", if one stands here: "EST", "(0735 GMT)" is another time and is left alone. */
const afterZone = (line: Line, at: number): number => {
  if (ZONES.has(wordAt(line, at)) && line.pieces[at]!.capital) return at + 1
  if (wordAt(line, at) === 'local' && wordAt(line, at + 1) === 'time') return at + 2
  if (
    ['eastern', 'central', 'mountain', 'pacific'].includes(wordAt(line, at)) &&
    ['time', 'standard', 'daylight'].includes(wordAt(line, at + 1))
  )
    return wordAt(line, at + 2) === 'time' ? at + 3 : at + 2
  return at
}

/** "a.m.", "PM", "p.m": the half of the day and where it ends. */
const halfAt = (line: Line, at: number): { afternoon: boolean; to: number } | undefined => {
  const word = wordAt(line, at)
  if (word === 'am' || word === 'pm') return { afternoon: word === 'pm', to: at + 1 }
  if (
    (word !== 'a' && word !== 'p') ||
    wordAt(line, at + 1) !== '.' ||
    wordAt(line, at + 2) !== 'm' ||
    !isGlued(line, at + 1) ||
    !isGlued(line, at + 2)
  )
    return undefined
  return { afternoon: word === 'p', to: wordAt(line, at + 3) === '.' && isGlued(line, at + 3) ? at + 4 : at + 3 }
}

const hourOf = (hour: number, afternoon: boolean): number => (hour % 12) + (afternoon ? 12 : 0)

export const twelveHour: TimeRule = {
  name: 'time/clock-12',
  about: 'Reads "6 p.m.", "10:35 a.m. EST", "six in the morning".',
  triggers: ['#', ...NUMBERS.keys()],
  match: (line, at) => {
    const digits = numAt(line, at)
    const hour = digits >= 0 ? digits : (NUMBERS.get(wordAt(line, at)) ?? -1)
    if (hour < 1 || hour > 12 || (digits >= 0 && line.pieces[at]!.text.length > 2)) return undefined
    let i = at + 1
    let minute = 0
    if (
      (wordAt(line, i) === ':' || wordAt(line, i) === '.') &&
      isGlued(line, i) &&
      isGlued(line, i + 1) &&
      line.pieces[i + 1]?.text.length === 2 &&
      numAt(line, i + 1) >= 0 &&
      numAt(line, i + 1) < 60
    ) {
      minute = numAt(line, i + 1)
      i += 2
    }
    const half = halfAt(line, i)
    if (half && (digits >= 0 || wordAt(line, i + 1) === '.'))
      return { to: afterZone(line, half.to), said: said({ hour: hourOf(hour, half.afternoon), minute, second: null }) }
    const oclock = wordAt(line, i) === 'o' && isApostrophe(line, i + 1) && wordAt(line, i + 2) === 'clock' ? i + 3 : i
    if (wordAt(line, oclock) === 'in' && wordAt(line, oclock + 1) === 'the') {
      const part = PARTS.get(wordAt(line, oclock + 2))
      if (part === 'MO' || part === 'AF' || part === 'EV')
        return { to: oclock + 3, said: said({ hour: hourOf(hour, part !== 'MO'), minute, second: null }) }
    }
    if (wordAt(line, oclock) === 'at' && wordAt(line, oclock + 1) === 'night')
      return { to: oclock + 2, said: said({ hour: hourOf(hour, hour >= 6), minute, second: null }) }
    return oclock > i ? { to: oclock, said: said({ hour, minute: minute, second: null }) } : undefined
  },
  examples: ['At «6 p.m.» it fell.', 'About «10:35 a.m. EST» it began.', 'He left at «4 in the morning».', "By «six o'clock» it was over."],
  counterExamples: ['Some 6 pamphlets.', 'Two in the city died.'],
}

export const twentyFourHour: TimeRule = {
  name: 'time/clock-24',
  about: 'Reads "18:45", "0735 GMT", "1430 hours"; scores and ratios are left alone.',
  triggers: ['#'],
  match: (line, at) => {
    const first = numAt(line, at)
    const length = line.pieces[at]!.text.length
    if (length === 4 && (!line.pieces[at]!.glued || ['(', '[', '"', '“'].includes(wordAt(line, at - 1)))) {
      const [hour, minute] = [Math.floor(first / 100), first % 100]
      const to = ['hours', 'hrs', 'h'].includes(wordAt(line, at + 1)) ? at + 2 : at + 1
      const zone = afterZone(line, to)
      if (
        hour > 23 ||
        minute > 59 ||
        (zone === at + 1 &&
          !(to > at + 1 && first < 2400 && wordAt(line, at).startsWith('0')) &&
          !(to > at + 1 && ['at', 'around', 'about', 'by'].includes(wordAt(line, at - 1))))
      )
        return undefined
      return { to: zone, said: said({ hour, minute, second: null }) }
    }
    if (length > 2 || first > 23 || wordAt(line, at + 1) !== ':' || !isGlued(line, at + 1) || !isGlued(line, at + 2)) return undefined
    const minute = numAt(line, at + 2)
    if (minute < 0 || minute > 59 || line.pieces[at + 2]!.text.length !== 2) return undefined
    const seconds =
      wordAt(line, at + 3) === ':' && isGlued(line, at + 3) && isGlued(line, at + 4) && numAt(line, at + 4) >= 0 && numAt(line, at + 4) < 60
    const end = seconds ? at + 5 : at + 3
    if (isGlued(line, end) && (wordAt(line, end) === ':' || wordAt(line, end) === '-') && numAt(line, end + 1) >= 0) return undefined
    if (
      !seconds &&
      length === 1 &&
      !['at', 'around', 'about', 'by', 'until', 'from', 'since', 'before', 'after', '(', 'and'].includes(wordAt(line, at - 1)) &&
      afterZone(line, end) === end
    )
      return undefined
    return { to: afterZone(line, end), said: said({ hour: first, minute, second: seconds ? numAt(line, at + 4) : null }) }
  },
  examples: ['It fell at «18:45».', 'The siren came at («0735 GMT»).', 'At «1430 hours» they left.'],
  counterExamples: ['They won 3:21 there.', 'About 1430 people left.', 'Psalm 23:99 was read.'],
}

export const midnight: TimeRule = {
  name: 'time/midnight',
  about: 'Reads "midnight".',
  triggers: ['midnight'],
  match: (_line, at) => ({ to: at + 1, said: said({ hour: 24, minute: null, second: null }, 'NI') }),
  examples: ['It began at «midnight».'],
  counterExamples: ['It began at night.'],
}

export const CLOCK_RULES: readonly TimeRule[] = [twelveHour, twentyFourHour, midnight]
