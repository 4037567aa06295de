import type { TimeRule } from '../grammar.ts'
import { isDash, isGlued, numAt, wordAt } from '../piece.ts'
import { durationValue, quantityAt } from '../quantity.ts'
import type { Said } from '../reading.ts'
import { NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS, WEEKDAYS_PLURAL } from '../words.ts'

const duration = (value: string): Said => ({ type: 'DURATION', value })
const set = (value: string): Said => ({ type: 'SET', value })
const QUANTITY_TRIGGERS = ['#', 'a', 'an', 'half', 'several', 'many', 'few', 'some', ...NUMBERS.keys()]
const ADJECTIVES = new Set([
  'last',
  'past',
  'next',
  'first',
  'previous',
  'coming',
  'latest',
  'preceding',
  'following',
  'final',
  'prior',
  'recent',
  'entire',
  'whole',
  'full',
])

export const span: TimeRule = {
  name: 'time/duration',
  about: 'Reads how long: "three days", "a two-hour meeting", "the past six months"; ages ("12 years old") are left alone.',
  triggers: [...QUANTITY_TRIGGERS, 'the', 'last', 'past', 'next', 'first', 'coming', 'previous', 'recent', 'latest'],
  match: (line, at) => {
    let i = wordAt(line, at) === 'the' ? at + 1 : at
    if (ADJECTIVES.has(wordAt(line, i))) i++
    const quantity = quantityAt(line, i)
    if (!quantity) return undefined
    const noun = isDash(line, quantity.to) && isGlued(line, quantity.to) ? quantity.to + 1 : quantity.to
    const found = UNITS.get(wordAt(line, noun))
    const of = wordAt(line, noun) === 'of' ? UNITS.get(wordAt(line, noun + 1)) : undefined
    const unit = found ?? (quantity.vague ? of : undefined)
    if (!unit) return undefined
    const to = found ? noun + 1 : noun + 2
    const after = isDash(line, to) && isGlued(line, to) ? wordAt(line, to + 1) : wordAt(line, to)
    if (after === 'old' || after === 'olds') return undefined
    if (unit === 'second' && quantity.n === 1 && wordAt(line, i) !== 'one') return undefined
    if (unit === 'quarter' && (wordAt(line, to) === 'of' || quantity.n === 1 || wordAt(line, i) === 'three')) return undefined
    if (/^[A-Z]/.test(line.pieces[noun]!.text) && !line.shouting) return undefined
    if (wordAt(line, at) === 'a' && (unit === 'day' || unit === 'night') && wordAt(line, to) === 'of') return undefined
    if (wordAt(line, i) === 'some' && !wordAt(line, noun).endsWith('s')) return undefined
    const half = wordAt(line, to) === 'and' && wordAt(line, to + 1) === 'a' && wordAt(line, to + 2) === 'half' && quantity.n !== null
    if (half) return { to: to + 3, said: duration(durationValue(quantity.n + 0.5, unit)) }
    return { to, said: duration(durationValue(quantity.n, unit)) }
  },
  examples: [
    'The siege lasted «three days».',
    'After a «two-hour» meeting, he left.',
    'Over «the past six months», it grew.',
    'They waited «5 1/2 hours».',
    'It took «a year and a half».',
  ],
  counterExamples: ['A 12-year-old boy.', 'He is two years old.', 'A second man left.', 'A quarter of them.'],
}

export const vagueSpan: TimeRule = {
  name: 'time/vague-duration',
  about: 'Reads lengths without a number: "for weeks", "decades of war", "years"; "recent days" refers to the past.',
  triggers: [
    'days',
    'weeks',
    'months',
    'years',
    'decades',
    'centuries',
    'hours',
    'minutes',
    'recent',
    'coming',
    'future',
    'past',
    'last',
    'dozens',
    'hundreds',
    'thousands',
  ],
  match: (line, at) => {
    const word = wordAt(line, at)
    if (['recent', 'coming', 'future', 'past', 'last'].includes(word)) {
      const i = wordAt(line, at + 1) === 'few' ? at + 2 : at + 1
      const plural = wordAt(line, i)
      if (!UNITS.has(plural) || !plural.endsWith('s')) return undefined
      if (word === 'past' || word === 'last')
        return i > at + 1 ? { to: i + 1, said: duration(durationValue(null, UNITS.get(plural)!)) } : undefined
      return { to: i + 1, said: { type: 'DATE', date: { kind: 'reference', value: word === 'recent' ? 'PAST_REF' : 'FUTURE_REF' } } }
    }
    const i = wordAt(line, at + 1) === 'of' && UNITS.has(wordAt(line, at + 2)) ? at + 2 : at
    const unit = UNITS.get(wordAt(line, i))
    if (!unit || !wordAt(line, i).endsWith('s') || numAt(line, at - 1) >= 0) return undefined
    if (
      ['light', 'school', 'man', 'golden', 'happy', 'business', 'office', 'working', 'opening', 'early', 'these', 'those', 'the'].includes(
        wordAt(line, at - 1),
      )
    )
      return undefined
    if (isDash(line, i + 1) && isGlued(line, i + 1) && wordAt(line, i + 2) === 'old') return undefined
    return { to: i + 1, said: duration(durationValue(null, unit)) }
  },
  examples: ['They waited for «weeks».', 'After «decades» of war, it ended.', 'In «recent days» it eased.'],
  counterExamples: ['Office hours are short.', 'Light years away.', 'In those days.'],
}

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['monthly', 'P1M'],
  ['yearly', 'P1Y'],
  ['annually', 'P1Y'],
  ['hourly', 'PT1H'],
  ['nightly', 'P1D'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
])

export const often: TimeRule = {
  name: 'time/set',
  about: 'Reads how often: "every day", "each Thursday", "daily", "per week", "Mondays"; names of papers are left alone.',
  triggers: ['every', 'each', 'per', 'once', 'twice', ...ADVERBS.keys(), ...WEEKDAYS_PLURAL.keys(), 'a', 'an'],
  match: (line, at) => {
    const word = wordAt(line, at)
    const adverb = ADVERBS.get(word)
    if (adverb) {
      const next = line.pieces[at + 1]
      if (!line.shouting && line.pieces[at]!.capital && at > 0) return undefined
      return next?.capital && line.pieces[at]!.capital && !line.shouting ? undefined : { to: at + 1, said: set(adverb) }
    }
    const plural = WEEKDAYS_PLURAL.get(word)
    if (plural) return { to: at + 1, said: set(`XXXX-WXX-${plural}`) }
    if (word === 'a' || word === 'an') {
      const unit = UNITS.get(wordAt(line, at + 1))
      const before = wordAt(line, at - 1)
      const money =
        /^[$£€%]$/.test(wordAt(line, at - 3)) ||
        /^[$£€]$/.test(wordAt(line, at - 2)) ||
        ['million', 'billion', 'times', 'dollars', 'percent', 'cents', 'days', 'hours', 'twice', 'once', 'week', 'barrels', '%'].includes(
          before,
        )
      return unit && money && !['ago', 'earlier', 'later', 'after', 'before'].includes(wordAt(line, at + 2))
        ? { to: at + 2, said: set(durationValue(1, unit)) }
        : undefined
    }
    if (word === 'once' || word === 'twice') return undefined
    let i = at + 1
    let n = 1
    if (word === 'every') {
      const quantity = quantityAt(line, i)
      if (wordAt(line, i) === 'other') {
        n = 2
        i++
      } else if (quantity?.n) {
        n = quantity.n
        i = quantity.to
      } else if (ORDINALS.has(wordAt(line, i)) && UNITS.has(wordAt(line, i + 1))) {
        n = ORDINALS.get(wordAt(line, i))!
        i++
      }
    }
    const weekday = WEEKDAYS.get(wordAt(line, i))
    if (weekday && wordAt(line, i).length > 5) return { to: i + 1, said: set(`XXXX-WXX-${weekday}`) }
    const season = SEASONS.get(wordAt(line, i))
    if (season && word !== 'per') return { to: i + 1, said: set(`XXXX-${season}`) }
    const part = PARTS.get(wordAt(line, i))
    if (part && part !== 'DW' && part !== 'NN' && word !== 'per') return { to: i + 1, said: set(`XXXX-XX-XXT${part}`) }
    const unit = UNITS.get(wordAt(line, i))
    return unit ? { to: i + 1, said: set(durationValue(n, unit)) } : undefined
  },
  examples: [
    'They meet «every day».',
    'It runs «each Thursday».',
    'A «daily» rally.',
    'About $3 million «a year».',
    'It opens on «Mondays».',
  ],
  counterExamples: ['The Daily News said so.', 'Every man left.', 'A year passed.'],
}

const REFERENCES: ReadonlyMap<string, 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['recent', 'PAST_REF'],
  ['lately', 'PAST_REF'],
  ['soon', 'FUTURE_REF'],
  ['shortly', 'FUTURE_REF'],
])
const PHRASES: ReadonlyArray<readonly [words: readonly string[], value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF']> = [
  [['the', 'past'], 'PAST_REF'],
  [['the', 'future'], 'FUTURE_REF'],
  [['the', 'near', 'future'], 'FUTURE_REF'],
  [['the', 'foreseeable', 'future'], 'FUTURE_REF'],
  [['these', 'days'], 'PRESENT_REF'],
  [['the', 'present'], 'PRESENT_REF'],
  [['the', 'moment'], 'PRESENT_REF'],
  [['at', 'present'], 'PRESENT_REF'],
  [['right', 'now'], 'PRESENT_REF'],
  [['this', 'time'], 'PRESENT_REF'],
  [['the', 'recent', 'past'], 'PAST_REF'],
  [['not', 'long', 'ago'], 'PAST_REF'],
  [['long', 'ago'], 'PAST_REF'],
  [['the', 'near', 'term'], 'FUTURE_REF'],
  [['the', 'time', 'being'], 'PRESENT_REF'],
]

export const reference: TimeRule = {
  name: 'time/reference',
  about: 'Reads words that point to the past, the present or the future as such: "now", "recently", "the future".',
  triggers: [...REFERENCES.keys(), ...new Set(PHRASES.map(([words]) => words[0]!))],
  match: (line, at) => {
    for (const [words, value] of PHRASES) {
      if (!words.every((word, k) => wordAt(line, at + k) === word)) continue
      const next = wordAt(line, at + words.length)
      if (
        words.length === 2 &&
        words[0] === 'the' &&
        next &&
        !/^[.,;:?!)"”'’]/.test(next) &&
        !['and', 'is', 'was', 'of', 'but', 'or', 'that', 'for', 'to', 'in', 'as', 'we', 'they', 'he', 'it', 'has', 'have', 'had'].includes(
          next,
        )
      )
        continue
      if (words[1] === 'present' && next === 'of') continue
      if (words[1] === 'moment' && wordAt(line, at - 1) !== 'at') continue
      if (words[1] === 'time' && words[0] === 'this' && !['at', 'by'].includes(wordAt(line, at - 1))) continue
      if (words[1] === 'past' && next === 'of') continue
      return { to: at + words.length, said: { type: 'DATE', date: { kind: 'reference', value } } }
    }
    const word = wordAt(line, at)
    const value = REFERENCES.get(word)
    if (!value) return undefined
    if (line.pieces[at]!.capital && at > 0 && !line.shouting && word !== 'now') return undefined
    if (
      word === 'soon' &&
      (wordAt(line, at + 1) === 'after' ||
        (wordAt(line, at - 1) === 'as' && wordAt(line, at + 1) === 'as') ||
        wordAt(line, at + 1) === 'afterward')
    )
      return undefined
    if (word === 'shortly' && ['after', 'before', 'afterward', 'afterwards', 'thereafter'].includes(wordAt(line, at + 1))) return undefined
    if (word === 'now' && wordAt(line, at + 1) === 'that') return undefined
    return { to: at + 1, said: { type: 'DATE', date: { kind: 'reference', value } } }
  },
  examples: ['It is «now» calm.', 'They «recently» met.', 'In «the past», it held.', 'He will leave «soon».'],
  counterExamples: ['Now that he left, it is calm.', 'As soon as he left.', 'They walked past.', 'Shortly after it began.'],
}

export const DURATION_RULES: readonly TimeRule[] = [often, span, vagueSpan, reference]
