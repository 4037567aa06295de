import { isHyphen, type Word } from './words.ts'

/** A number as read from the words `[from, next)`. */
export type Cardinal = Readonly<{
  value: number
  next: number
  /** "a dozen", "a hundred": said as a round number. */
  round: boolean
  /** Written in words, not digits. */
  spelled: boolean
}>

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.flatMap((word, tens) => (word === '_' ? [] : [[word, tens * 10] as const])),
  ['fourty', 40] as const,
  ['ninty', 90] as const,
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['lakh', 1e5],
  ['crore', 1e7],
])

/** Every word that a number can start with. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys(), 'dozen', 'half', 'a', 'one']

const readSmall = (words: readonly Word[], at: number): readonly [value: number, next: number] | undefined => {
  const first = SMALL.get(words[at]?.lower ?? '')
  if (first === undefined) return undefined
  if (first < 20 || first % 10 !== 0) return [first, at + 1]
  const joined = isHyphen(words[at + 1]) && words[at + 1]!.glued ? at + 2 : at + 1
  const unit = SMALL.get(words[joined]?.lower ?? '')
  return unit !== undefined && unit > 0 && unit < 10 ? [first + unit, joined + 1] : [first, at + 1]
}

const isSmall = (word: Word | undefined): boolean => word !== undefined && SMALL.has(word.lower)

const readSpelled = (words: readonly Word[], from: number): Cardinal | undefined => {
  let total = 0
  let group = 0
  let at = from
  let seen = false
  for (;;) {
    const small = readSmall(words, at)
    // "two three" are two numbers, not one.
    if (small && (!seen || SCALES.has(words[at - 1]?.lower ?? '') || words[at - 1]?.lower === 'and')) {
      group += small[0]
      at = small[1]
      seen = true
      continue
    }
    if (!seen) return undefined
    const scale = SCALES.get(words[at]?.lower ?? '')
    if (scale !== undefined) {
      if (scale === 100) group = Math.max(1, group) * 100
      else {
        total += Math.max(1, group) * scale
        group = 0
      }
      at += 1
      continue
    }
    if (words[at]?.lower === 'and' && SCALES.has(words[at - 1]?.lower ?? '') && isSmall(words[at + 1])) {
      const after = readSmall(words, at + 1)
      // "one hundred and five", but "one hundred and two hundred" are two numbers.
      if (after && !SCALES.has(words[after[1]]?.lower ?? '')) {
        at += 1
        continue
      }
    }
    return { value: total + group, next: at, round: false, spelled: true }
  }
}

const withDozen = (words: readonly Word[], cardinal: Cardinal): Cardinal =>
  words[cardinal.next]?.lower === 'dozen' && cardinal.value < 100
    ? { ...cardinal, value: cardinal.value * 12, next: cardinal.next + 1, round: true }
    : cardinal

/** Reads a cardinal number at a word: "25", "1,200", "1.2 million", "twenty-five", "a dozen", "half a dozen", "two hundred and five". */
export const readCardinal = (words: readonly Word[], from: number): Cardinal | undefined => {
  const word = words[from]
  if (!word) return undefined
  if (word.kind === 'digits') {
    if (word.digits === null) return undefined
    let value = word.digits
    let next = from + 1
    for (let scale = SCALES.get(words[next]?.lower ?? ''); scale !== undefined; scale = SCALES.get(words[next]?.lower ?? '')) {
      if (words[next]!.glued) return undefined
      value *= scale
      next += 1
    }
    const rounded = Math.round(value)
    if (Math.abs(rounded - value) > 1e-6) return undefined
    return withDozen(words, { value: rounded, next, round: false, spelled: false })
  }
  const following = words[from + 1]?.lower
  if (word.lower === 'half' && following === 'a' && words[from + 2]?.lower === 'dozen')
    return { value: 6, next: from + 3, round: true, spelled: true }
  if (word.lower === 'a' || word.lower === 'one') {
    if (following === 'dozen') return { value: 12, next: from + 2, round: true, spelled: true }
    let scale = word.lower === 'a' ? SCALES.get(following ?? '') : undefined
    if (scale !== undefined) {
      let next = from + 2
      for (let more = SCALES.get(words[next]?.lower ?? ''); more !== undefined; more = SCALES.get(words[next]?.lower ?? '')) {
        scale *= more
        next += 1
      }
      const rest = words[next]?.lower === 'and' ? readSmall(words, next + 1) : undefined
      return rest
        ? { value: scale + rest[0], next: rest[1], round: false, spelled: true }
        : { value: scale, next, round: true, spelled: true }
    }
  }
  if (word.lower === 'dozen') return { value: 12, next: from + 1, round: true, spelled: true }
  const spelled = readSpelled(words, from)
  return spelled && withDozen(words, spelled)
}
