import type { TimeMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import type { Sentence, Token } from '../../language/parsed.ts'
import type { Rule } from '../../rule.ts'
import { type Period, parsePeriod } from './calendar.ts'
import { compose } from './compose.ts'
import { type Grammar, readLine, type TimeRule, toGrammar } from './grammar.ts'
import { toLine } from './piece.ts'
import { resolve } from './resolve.ts'
import { CLOCK_RULES } from './rules/clock.ts'
import { DATE_RULES } from './rules/date.ts'
import { DURATION_RULES } from './rules/duration.ts'
import { RELATIVE_RULES } from './rules/relative.ts'
import { findDirection } from './tense.ts'
import { DECADES, HOLIDAYS, MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, WEEKDAYS_PLURAL } from './words.ts'

/** A time expression and the rule that found it. */
export type FoundTime = Omit<TimeMention, 'id' | 'kind'> & Readonly<{ rule: string }>

const GRAMMAR_RULES: readonly TimeRule[] = [...CLOCK_RULES, ...DATE_RULES, ...RELATIVE_RULES, ...DURATION_RULES]
const GRAMMAR = toGrammar(GRAMMAR_RULES)

/** Sentences without one of these, or a figure, say nothing about time and are not read. */
const SIGNS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...WEEKDAYS_PLURAL.keys(),
  ...UNITS.keys(),
  ...PARTS.keys(),
  ...SEASONS.keys(),
  ...DECADES.keys(),
  ...[...HOLIDAYS.keys()].flatMap((name) => name.split(/[ '’]/)),
  'thanksgiving',
  'tonight',
  'overnight',
  'midnight',
  'today',
  'yesterday',
  'tomorrow',
  'now',
  'recent',
  'recently',
  'current',
  'currently',
  'soon',
  'future',
  'past',
  'previously',
  'lately',
  'present',
  'moment',
  'nowadays',
  'shortly',
  'presently',
  'nineteen',
  'thousand',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'annually',
  'hourly',
  'nightly',
  'quarterly',
  'fortnightly',
  'biweekly',
  'ago',
  'time',
  'term',
  "o'clock",
  'o’clock',
])

const COMPOUND = /[-–/’'.]/
const hasSign = (token: Token): boolean => {
  if (SIGNS.has(token.lower)) return true
  const code = token.text.charCodeAt(0)
  if (code >= 48 && code <= 57) return true
  return token.text.length > 4 && COMPOUND.test(token.text) && token.lower.split(COMPOUND).some((part) => SIGNS.has(part))
}

const sentenceHasSign = (tokens: readonly Token[], sentence: Sentence): boolean => {
  for (let i = sentence.first; i < sentence.last; i++) if (hasSign(tokens[i]!)) return true
  return false
}

/** Index of the first token that ends after a position, by bisection. */
const tokenAt = (tokens: readonly Token[], { first, last }: Sentence, position: number): number => {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** A sentence longer than this is no sentence (a list, a table); it is read in stretches of this many characters. */
const MAX_LINE = 4000

const readTimes = ({ document, parsed }: Context, grammar: Grammar): readonly FoundTime[] => {
  const found: FoundTime[] = []
  const published = parsePeriod(document.published)
  let day: Period | undefined
  let period: Period | undefined
  let quarter: Period | undefined
  for (const sentence of parsed.sentences) {
    if (!sentenceHasSign(parsed.tokens, sentence)) continue
    for (let start = sentence.start; start < sentence.end; start += MAX_LINE) {
      const line = toLine(parsed.text, { start, end: Math.min(sentence.end, start + MAX_LINE) })
      for (const match of compose(line, readLine(grammar, line))) {
        const at = line.pieces[match.first]!.start
        const end = line.pieces[match.last - 1]!.end
        const first = tokenAt(parsed.tokens, sentence, at)
        const direction = findDirection(parsed.tokens, first, tokenAt(parsed.tokens, sentence, end - 1) + 1, sentence)
        const { resolved, period: meant } = resolve(match.said, { document: published, day, period, quarter, ...direction })
        found.push({ start: at, end, ...resolved, rule: match.rule })
        if (meant?.grain === 'quarter') quarter = meant
        if (!meant || meant.first === null) continue
        period = meant
        // a time with no day of its own ("overnight") is no new anchor
        if (meant.grain === 'day' && !(match.said.type === 'TIME' && match.said.date === null)) day = meant
      }
    }
  }
  return found
}

/** The time expressions of a document, in order, with TIMEX3 values; what was taken from the document's date is in `assumed`. */
export const findTimes = (context: Context): readonly TimeMention[] =>
  readTimes(context, GRAMMAR).map(({ rule, ...time }, i) => ({ id: `t${i + 1}`, kind: 'time', ...time }))

/** The same with the rule that found each. */
export const traceTimes = (context: Context): readonly FoundTime[] => readTimes(context, GRAMMAR)

const toRule = (rule: TimeRule): Rule<Context, FoundTime> => {
  const grammar = toGrammar([rule])
  return {
    name: rule.name,
    about: rule.about,
    find: (context) => readTimes(context, grammar),
    examples: rule.examples,
    counterExamples: rule.counterExamples,
  }
}

/** The time grammar, rule by rule. */
export const TIME_RULES: readonly Rule<Context, FoundTime>[] = GRAMMAR_RULES.map(toRule)
