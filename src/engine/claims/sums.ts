import { cover } from '../../model/span.ts'
import { areJoined, type Casualty } from './casualties.ts'
import type { View } from './view.ts'

/** Longer words than these, in characters, are not one figure's. */
const MOST = 110

const isPerson = ({ amount, about, none, part, rule }: Casualty): boolean =>
  !none &&
  !part &&
  rule !== 'harm/gapped' &&
  !about.plural &&
  !about.pronoun &&
  (amount === null ? about.definite : amount.low === 1 && amount.high === 1)

const hasDeterminer = (view: View, { about }: Casualty): boolean =>
  /^(?:DET|PRON|NUM)$/.test(view.tokens[view.tokenAt(about.span.start)]!.upos)

/** "A clerk and poet" is one person, "a clerk and his son" are two, and so are "clerk and poet" of a headline. */
const isSamePerson = (view: View, first: Casualty, next: Casualty): boolean =>
  hasDeterminer(view, first) && !hasDeterminer(view, next) && next.about.name.length === 0 && first.about.name.length === 0

/** Joined by "and", whatever the parse, which may hang each on the predicate. */
const isListed = (view: View, a: Casualty, b: Casualty): boolean => {
  if (areJoined(view, a, b)) return true
  const between = view.tokens.slice(Math.min(a.head, b.head) + 1, Math.max(a.head, b.head))
  return between.some(({ upos }) => upos === 'CCONJ') && between.every(({ upos }) => !/^(?:VERB|AUX|SCONJ|ADP)$/.test(upos))
}

/** The token of the last "and" among those joined: it stands for all of them together. */
const joinOf = ({ tokens }: View, first: number, last: number): number | undefined =>
  tokens.slice(first, last).findLast(({ upos, lower }) => upos === 'CCONJ' && (lower === 'and' || lower === '&'))?.i

const sumOf = (view: View, people: readonly Casualty[]): Casualty | undefined => {
  const [first, last] = [people[0]!, people.at(-1)!]
  const head = joinOf(view, first.head, last.head)
  if (head === undefined) return undefined
  const whole = cover(first.about.span, last.about.span)
  const { start, end } = whole.end - whole.start <= MOST ? whole : first
  const size = people.length
  return {
    ...first,
    start,
    end,
    head,
    amount: { low: size, high: size, approximate: false, words: null },
    relation: null,
    about: {
      ...first.about,
      span: { start, end },
      noun: 'person',
      sex: people.every(({ about }) => about.sex === first.about.sex) ? first.about.sex : null,
      band: people.every(({ about }) => about.band === first.about.band) ? first.about.band : null,
      status: people.every(({ about }) => about.status === first.about.status) ? first.about.status : null,
      years: null,
      role: null,
      name: [],
      plural: true,
      definite: false,
      generic: false,
    },
    because: [first.rule, 'figure/summed'],
  }
}

/** How far before them, in words, the number of those told of one by one may stand. */
const NEAR = 8

/** "Two of them, a teacher and a boy, died": their number stands before them. */
const isNumbered = (view: View, casualties: readonly Casualty[], people: readonly Casualty[]): boolean => {
  const first = people[0]!
  return casualties.some(
    ({ harm, head, amount }) =>
      harm === first.harm &&
      amount?.low === people.length &&
      amount.high === people.length &&
      head < first.head &&
      first.head - head <= NEAR &&
      view.tokens[head]!.sentence === view.tokens[first.head]!.sentence &&
      view.tokens.slice(head, first.head).some(({ text }) => text === ',' || text === ':'),
  )
}

/** "A teacher and his son were killed": two people told of one by one are two people, and each is one of them. */
export const withSums = (view: View, casualties: readonly Casualty[]): readonly Casualty[] => {
  const byPredicate = new Map<string, Casualty[]>()
  for (const casualty of casualties) {
    const key = `${casualty.predicate} ${casualty.harm}`
    byPredicate.set(key, [...(byPredicate.get(key) ?? []), casualty])
  }
  const sums: Casualty[] = []
  const summed = new Set<Casualty>()
  const repeated = new Set<Casualty>()
  for (const told of byPredicate.values()) {
    const own = told.filter(({ part, amount }) => !part && (amount?.low ?? 1) < 2)
    const hasNumber = own.length >= 2 && isNumbered(view, casualties, own)
    if (own.length < told.filter(({ part }) => !part).length && !hasNumber) continue
    const isList = own.length >= 2 && own.every(isPerson) && own.slice(1).every((one) => isListed(view, own[0]!, one))
    if (!isList) continue
    const people = own.filter((one) => one === own[0] || !isSamePerson(view, own[0]!, one))
    for (const one of own) if (!people.includes(one)) repeated.add(one)
    const sum = people.length >= 2 && !hasNumber ? sumOf(view, people) : undefined
    if (!sum && !hasNumber) continue
    if (sum) sums.push(sum)
    for (const one of people) summed.add(one)
  }
  if (summed.size + repeated.size === 0) return casualties
  return [...casualties.filter((one) => !repeated.has(one)).map((one) => (summed.has(one) ? { ...one, part: true } : one)), ...sums].sort(
    (a, b) => a.predicate - b.predicate || a.start - b.start || b.end - a.end,
  )
}
