import type { Span } from '../../../model/span.ts'
import type { Rule } from '../../rule.ts'
import { NUMBER_WORDS, readCardinal } from './cardinal.ts'
import { type Amount, findPhrase, phrases, type Quantity, readAmount, reads } from './quantity.ts'
import { isHyphen, type Word } from './words.ts'

/** A quantity with its place in the text. */
export type ReadQuantity = Span & Quantity & Readonly<{ rule: string }>

/** A way of saying how many, tried at one word. */
export type QuantityRule = Rule<readonly Word[], ReadQuantity> &
  Readonly<{ at: (words: readonly Word[], at: number) => Quantity | undefined }>

type Draft = Omit<QuantityRule, 'find'>

const placed = (words: readonly Word[], rule: string, quantity: Quantity): ReadQuantity => ({
  ...quantity,
  start: words[quantity.from]!.start,
  end: words[quantity.next - 1]!.end,
  rule,
})

const toRule = (draft: Draft): QuantityRule => ({
  ...draft,
  find: (words) => {
    const found: ReadQuantity[] = []
    for (let at = 0; at < words.length; ) {
      const quantity = draft.at(words, at)
      if (quantity) found.push(placed(words, draft.name, quantity))
      at = quantity ? quantity.next : at + 1
    }
    return found
  },
})

const quantity = (from: number, amount: Amount, change: Partial<Quantity> = {}): Quantity => ({
  from,
  next: amount.next,
  low: amount.low,
  high: amount.high,
  approximate: amount.approximate,
  words: amount.words,
  form: amount.form,
  fraction: null,
  relation: null,
  ...change,
})

const APPROXIMATE = phrases(
  'about',
  'around',
  'approximately',
  'roughly',
  'some',
  'nearly',
  'almost',
  'close to',
  'an estimated',
  'estimated',
  'est',
  'circa',
  'perhaps',
  'maybe',
  'possibly',
  'probably',
  'apparently',
  'reportedly',
  'a total of',
  'a reported',
  'in the region of',
  'in the neighborhood of',
)
/** Words that hedge the report, not the number. */
const NOT_ROUNDING: ReadonlySet<string> = new Set(['possibly', 'probably', 'apparently', 'reportedly', 'a', 'maybe', 'perhaps'])
const AT_LEAST = phrases(
  'at least',
  'at the very least',
  'at a minimum',
  'no fewer than',
  'no less than',
  'not less than',
  'not fewer than',
  'a minimum of',
  'minimum of',
  'upwards of',
  'upward of',
  'as few as',
)
const MORE_THAN = phrases(
  'more than',
  'well over',
  'just over',
  'slightly over',
  'over',
  'in excess of',
  'greater than',
  'well above',
  'above',
  'much more than',
  'well more than',
  'slightly more than',
  'just more than',
)
const UP_TO = phrases(
  'up to',
  'as many as',
  'as much as',
  'at most',
  'no more than',
  'not more than',
  'a maximum of',
  'maximum of',
  'at the most',
)
const FEWER = phrases('fewer than', 'less than', 'under', 'below', 'just under')

/** An amount that may be hedged: "about 20", "some two dozen". */
const hedged = (words: readonly Word[], at: number): Amount | undefined => {
  const length = findPhrase(words, at, APPROXIMATE)
  const amount = readAmount(words, at + length)
  if (!amount || length === 0) return amount
  // "some several", "about many" are no amounts; a hedge needs a number.
  if (amount.form === 'vague') return undefined
  return NOT_ROUNDING.has(words[at]!.lower) ? amount : { ...amount, approximate: true }
}

const bounded =
  (operators: readonly (readonly string[])[], toBounds: (amount: Amount) => Pick<Quantity, 'low' | 'high'> & Partial<Quantity>) =>
  (words: readonly Word[], at: number): Quantity | undefined => {
    const length = findPhrase(words, at, operators)
    if (length === 0) return undefined
    const amount = hedged(words, at + length)
    if (!amount || amount.form === 'vague') return undefined
    return quantity(at, amount, { form: 'bound', approximate: amount.words !== null, ...toBounds(amount) })
  }

const MORE = phrases(
  'or more',
  'or even more',
  'and possibly more',
  'if not more',
  'and counting',
  'and maybe more',
  'and perhaps more',
  'at least',
  'at a minimum',
  'plus',
)
const UPPER = phrases(
  'and up to',
  'and as many as',
  'and possibly as many as',
  'and perhaps as many as',
  'and possibly up to',
  'but no more than',
  'and possibly',
  'but not more than',
  'and at most',
)
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
])
const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those', 'his', 'her', 'their', 'its', 'our', 'my', 'other'])

const withRelation = (words: readonly Word[], found: Quantity): Quantity => {
  const before = words[found.from - 1]?.lower ?? ''
  const after = words[found.next]?.lower ?? ''
  if (['other', 'others', 'more', 'additional', 'further', 'extra', 'else'].includes(after) || before === 'additional')
    return { ...found, relation: 'additional' }
  if (before === 'other' && words[found.from - 2]?.lower === 'the') return { ...found, relation: 'additional' }
  return DEFINITE.has(before) ? { ...found, relation: 'definite' } : found
}

const NOBODY = phrases('no one', 'no - one', 'nobody', 'none', 'not a single', 'not one', 'zero')
const none: QuantityRule = toRule({
  name: 'count/none',
  about: 'Nobody: "none", "nobody", "no one"; "no casualties" is read with its noun elsewhere.',
  at: (words, at) => {
    const length = findPhrase(words, at, NOBODY)
    if (length === 0) return undefined
    return { from: at, next: at + length, low: 0, high: 0, approximate: false, words: null, form: 'none', fraction: null, relation: null }
  },
  examples: ['«Nobody» was hurt.', '«None» of the passengers died.', '«No one» was in the house.', '«Zero» deaths were recorded.'],
  counterExamples: ['The road is no longer open.', 'Nonetheless the convoy left.'],
})

const BETWEEN = phrases('between', 'anywhere between', 'somewhere between', 'anywhere from', 'somewhere from')
const between: QuantityRule = toRule({
  name: 'count/between',
  about: 'Two ends: "between 45 and 50", "45 to 50", "45-50", "two or three"; not "from 70 to 40", which are two figures, nor a score.',
  at: (words, at) => {
    const open = findPhrase(words, at, BETWEEN)
    const first = open > 0 ? hedged(words, at + open) : hedged(words, at)
    if (!first || first.form === 'vague') return undefined
    const joint = words[first.next]
    const glue = isHyphen(joint) && joint!.glued && words[first.next + 1]?.glued === true
    const loose = joint?.text === '–' || joint?.text === '—'
    const joined =
      open > 0 ? joint?.lower === 'and' || joint?.lower === 'to' || glue : joint?.lower === 'to' || joint?.lower === 'or' || glue || loose
    if (!joined) return undefined
    if (open === 0 && words[at - 1]?.lower === 'from') return undefined
    const second = readAmount(words, first.next + 1)
    if (!second || second.high === null) return undefined
    let low = first.low
    // "two to three hundred" leaves the scale to the second number.
    if (low < second.low / 50 && /^(hundred|thousand|million|dozen)$/.test(words[second.next - 1]?.lower ?? ''))
      low *= { hundred: 100, thousand: 1e3, million: 1e6, dozen: 12 }[words[second.next - 1]!.lower as 'hundred']
    if (second.low <= low) return undefined
    // A chain of glued digits is a telephone number or a date.
    if (glue && words[at]!.glued && isHyphen(words[at - 1])) return undefined
    if (isHyphen(words[second.next]) && words[second.next]!.glued && words[second.next + 1]?.kind === 'digits') return undefined
    // Digits far apart that are glued are numbers of things: "1-15", "7-2014".
    if (glue && second.low > low * 20 && low > 0) return undefined
    return quantity(at, second, { low, high: second.low, approximate: first.words !== null, words: null, form: 'range' })
  },
  examples: ['«Between 45 and 50» people died.', '«45 to 50» people died.', '«45-50» people died.', '«Two or three» men fired.'],
  counterExamples: ['The visitors won 48-6.', 'Between the two villages lies a river.', 'The number is 555-0100-252.'],
})

const atLeastAndUpTo: QuantityRule = toRule({
  name: 'count/at-least-and-up-to',
  about: 'A floor and a ceiling: "at least 20 and possibly as many as 30".',
  at: (words, at) => {
    const length = findPhrase(words, at, AT_LEAST)
    const low = hedged(words, at + length)
    if (!low || low.form === 'vague') return undefined
    const comma = words[low.next]?.text === ',' ? 1 : 0
    const upper = findPhrase(words, low.next + comma, UPPER)
    const high = upper > 0 ? readAmount(words, low.next + comma + upper) : undefined
    if (!high || high.high === null || high.low <= low.low) return undefined
    return quantity(at, high, { low: low.low, high: high.high, form: 'range' })
  },
  examples: ['«At least 20 and possibly as many as 30» people died.', '«12 and perhaps as many as 15» were hit.'],
  counterExamples: ['At least they tried.', 'Possibly as many as wanted to.'],
})

const atLeast: QuantityRule = toRule({
  name: 'count/at-least',
  about: 'A floor before the number: "at least 25", "no fewer than a dozen".',
  at: bounded(AT_LEAST, ({ low, words }) => ({ low, high: null, words })),
  examples: ['«At least 25» people were killed.', '«No fewer than a dozen» were hurt.', '«AT LEAST TWO DOZEN» SOLDIERS DIED.'],
  counterExamples: ['At least they were safe.', 'At least several were safe.'],
})

const moreThan: QuantityRule = toRule({
  name: 'count/more-than',
  about: 'A floor just above the number: "more than 20" is 21 and up.',
  at: bounded(MORE_THAN, ({ low, words }) => ({ low: words === null ? low + 1 : low, high: null, words })),
  examples: ['«More than 20» people died.', '«Over a hundred» were hurt.'],
  counterExamples: ['The war is over.', 'More than ever, people fear the road.'],
})

const upTo: QuantityRule = toRule({
  name: 'count/up-to',
  about: 'A ceiling: "up to 30", "as many as 30", "no more than 30".',
  at: bounded(UP_TO, ({ low, words }) => ({ low: null, high: low, words })),
  examples: ['«Up to 30» people died.', '«As many as two dozen» were hurt.', '«No more than five» fighters were inside.'],
  counterExamples: ['It is up to them.', 'As many as could walk left.'],
})

const fewerThan: QuantityRule = toRule({
  name: 'count/fewer-than',
  about: 'A ceiling just below the number: "fewer than 5" is 4 at most.',
  at: bounded(FEWER, ({ low, words }) => ({ low: null, high: Math.max(0, low - 1), words })),
  examples: ['«Fewer than 5» people died.', '«Less than ten» shells fell.'],
  counterExamples: ['They came under fire.', 'Fewer than expected came.'],
})

const orMore: QuantityRule = toRule({
  name: 'count/or-more',
  about: 'A floor after the number: "25 or more", "25-plus", "25+"; "25 or fewer" is a ceiling.',
  at: (words, at) => {
    const amount = hedged(words, at)
    if (!amount || amount.form === 'vague') return undefined
    const hyphen = isHyphen(words[amount.next]) && words[amount.next]!.glued ? 1 : 0
    if (hyphen === 1 && words[amount.next + 1]?.lower !== 'plus' && words[amount.next + 1]?.lower !== 'odd') return undefined
    const comma =
      words[amount.next]?.text === ',' && ['possibly', 'perhaps', 'maybe', 'if'].includes(words[amount.next + 1]?.lower ?? '') ? 1 : 0
    const after = amount.next + hyphen + comma
    if (words[after]?.text === '+' && words[after]!.glued) return quantity(at, amount, { next: after + 1, high: null, form: 'bound' })
    if (words[after]?.lower === 'odd' || reads(words, after, ['or', 'so']) || reads(words, after, ['or', 'thereabouts']))
      return quantity(at, amount, { next: after + (words[after]!.lower === 'odd' ? 1 : 2), approximate: true })
    if (reads(words, after, ['or', 'fewer']) || reads(words, after, ['or', 'less']))
      return quantity(at, amount, { next: after + 2, low: null, high: amount.high, form: 'bound' })
    const bare = comma === 1 && words[after + 1]?.lower === 'more' ? 2 : 0
    const length = bare || findPhrase(words, after, MORE)
    // "two at least ten" is a floor of the next number.
    if (length === 0 || (words[after]!.lower === 'at' && readCardinal(words, after + length))) return undefined
    return quantity(at, amount, { next: after + length, high: null, form: 'bound' })
  },
  examples: [
    '«25 or more» people died.',
    'The «40-plus» shells hit the hill.',
    '«25+» dead.',
    '«A dozen or so» men ran.',
    '«Ten, possibly more» died.',
  ],
  counterExamples: ['A 30-strong gang ran.', 'He was 25 or thought so.'],
})

const fraction: QuantityRule = toRule({
  name: 'count/fraction',
  about: 'A part of those counted elsewhere: "half of them", "two-thirds of the dead"; not "half an hour".',
  at: (words, at) => {
    const whole = readCardinal(words, at)
    const hyphen = whole && isHyphen(words[whole.next]) ? 1 : 0
    const article = words[at]?.lower === 'a' ? 1 : 0
    const place = whole ? whole.next + hyphen : at + article
    const part = FRACTIONS.get(words[place]?.lower ?? '')
    if (part === undefined || (whole ? whole.value > 4 : words[place]!.lower !== 'half' && article === 0)) return undefined
    const after = words[place + 1]?.lower ?? ''
    const isOf = after === 'of'
    if (!isOf && !(words[place]!.lower === 'half' && ['the', 'those', 'were', 'are', 'was'].includes(after))) return undefined
    return {
      from: at,
      next: isOf ? place + 2 : place + 1,
      low: null,
      high: null,
      approximate: false,
      words: null,
      form: 'fraction',
      fraction: (whole?.value ?? 1) * part,
      relation: null,
    }
  },
  examples: ['«Half of» them were children.', '«Two-thirds of» the dead were women.', '«A third of» the victims were girls.'],
  counterExamples: ['Half an hour later shots rang out.', 'The third man fled.'],
})

const TIMES: ReadonlyMap<string, number> = new Map([
  ['twice', 2],
  ['double', 2],
  ['thrice', 3],
])
const AS_MANY = phrases('as many', 'that number', 'the number', 'that many', 'that figure')

const multiple: QuantityRule = toRule({
  name: 'count/multiple',
  about: 'A multiple of those counted before: "twice as many", "three times that number".',
  at: (words, at) => {
    const least = findPhrase(words, at, AT_LEAST)
    const start = at + least
    const once = TIMES.get(words[start]?.lower ?? '')
    const cardinal = once === undefined ? readCardinal(words, start) : undefined
    const isTimes = cardinal !== undefined && words[cardinal.next]?.lower === 'times'
    const factor = once ?? (isTimes ? cardinal.value : undefined)
    const behind = once === undefined ? (cardinal?.next ?? start) + 1 : start + 1
    const length = factor === undefined ? 0 : findPhrase(words, behind, AS_MANY)
    const next = behind + length
    // "twice as many soldiers as rebels" and "double the number of tanks" compare; they do not count.
    if (length === 0 || factor! > 20 || words[next]?.lower === 'of') return undefined
    return {
      from: at,
      next,
      low: null,
      high: null,
      approximate: true,
      words: null,
      form: least > 0 ? 'bound' : 'fraction',
      fraction: factor!,
      relation: null,
    }
  },
  examples: ['12 died and «twice as many» were hurt.', '«At least three times that number» fled.'],
  counterExamples: ['Twice they came.', 'He fell three times.', 'It has double the number of tanks.'],
})

const all: QuantityRule = toRule({
  name: 'count/all',
  about: 'Every one of a number: "all four", "both".',
  at: (words, at) => {
    if (words[at]?.lower === 'both')
      return { from: at, next: at + 1, low: 2, high: 2, approximate: false, words: null, form: 'all', fraction: null, relation: 'definite' }
    if (words[at]?.lower !== 'all') return undefined
    const skip = ['the', 'of', 'these', 'those'].includes(words[at + 1]?.lower ?? '') ? 1 : 0
    const amount = readAmount(words, at + 1 + skip)
    if (amount?.form !== 'number') return undefined
    return quantity(at, amount, { form: 'all', relation: 'definite' })
  },
  examples: ['«All four» were killed.', '«Both» men died.', '«All 12» passengers survived.'],
  counterExamples: ['All of them left.', 'All men are equal.'],
})

const ANOTHER = phrases('another', 'an additional', 'a further', 'yet another')
const another: QuantityRule = toRule({
  name: 'count/another',
  about: 'More beside those counted: "another five", "an additional ten"; not "another day".',
  at: (words, at) => {
    const length = findPhrase(words, at, ANOTHER)
    if (length > 0) {
      const amount = hedged(words, at + length)
      if (amount && amount.form !== 'vague') return quantity(at, amount, { relation: 'additional' })
      return undefined
    }
    return undefined
  },
  examples: ['«Another five» people were hurt.', '«An additional 10» were treated.'],
  counterExamples: ['Another day passed.', 'In a further step, it closed.'],
})

const approximate: QuantityRule = toRule({
  name: 'count/about',
  about: 'A rounded number: "about 20", "nearly 20", "some 20", "an estimated 20".',
  at: (words, at) => {
    const length = findPhrase(words, at, APPROXIMATE)
    const amount = length > 0 ? hedged(words, at) : undefined
    return amount && quantity(at, amount)
  },
  examples: ['«About 20» people died.', '«Some two dozen» men came.', '«An estimated 200» were displaced.'],
  counterExamples: ['Some people died.', 'About the dead little is known.'],
})

const number: QuantityRule = toRule({
  name: 'count/number',
  about: 'A number in digits or words, "dozens", "several", "a couple".',
  at: (words, at) => {
    const amount = readAmount(words, at)
    return amount && quantity(at, amount)
  },
  examples: [
    '«25» people died.',
    '«Twenty-five» died.',
    '«Dozens» were hurt.',
    '«Several» soldiers fell.',
    '«1.2 million» fled.',
    '«A couple» of men ran.',
  ],
  counterExamples: ['People died.', 'A man died.'],
})

/** Every way of saying how many, in the order tried at a word: the first that reads wins. */
export const QUANTITY_RULES: readonly QuantityRule[] = [
  none,
  fraction,
  multiple,
  atLeastAndUpTo,
  between,
  atLeast,
  moreThan,
  upTo,
  fewerThan,
  all,
  another,
  orMore,
  approximate,
  number,
]

/** Words that a quantity can start with; most words start none, and no rule is tried at them. */
const STARTS: ReadonlySet<string> = new Set([
  ...[APPROXIMATE, AT_LEAST, MORE_THAN, UP_TO, FEWER].flatMap((list) => list.map(([first]) => first ?? '')),
  ...'no nobody none not zero half both all another a an yet between anywhere somewhere twice double thrice'.split(' '),
  ...'tens dozens scores hundreds thousands millions several few many numerous multiple various countless'.split(' '),
  ...NUMBER_WORDS,
])
const mayStart = ({ kind, lower }: Word): boolean => kind === 'digits' || STARTS.has(lower)

/** All quantities in a stretch of words, left to right, none overlapping. */
export const findQuantities = (words: readonly Word[]): readonly ReadQuantity[] => {
  const found: ReadQuantity[] = []
  for (let at = 0; at < words.length; ) {
    let next = at + 1
    for (const rule of mayStart(words[at]!) ? QUANTITY_RULES : []) {
      const read = rule.at(words, at)
      if (!read) continue
      found.push(placed(words, rule.name, withRelation(words, read)))
      next = read.next
      break
    }
    at = next
  }
  return found
}
