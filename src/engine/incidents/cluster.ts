import type { Casualty } from '../claims/casualties.ts'
import { baseOf, caseOf, governors } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { placesAgree, timesAgree } from './agree.ts'
import { kinship } from './families.ts'
import { singular } from '../mentions/party/nouns.ts'
import type { Happening } from './happening.ts'
import { actorsIn } from './takers.ts'

/** Why two happenings of one sentence are told apart, when the words say how they hang together. */
export type Break = Readonly<{ from: Happening; to: Happening; type: 'in-response-to' | 'earlier' | 'same-series'; at: number }>

/** Happenings of one sentence that are one event. */
export type Group = { readonly happenings: Happening[]; readonly sentence: number; readonly series: boolean }

/** One event of a document, with every place of the text that speaks of it. */
export type Cluster = { readonly happenings: Happening[]; last: number; readonly groups: Group[] }

const RESPONSE = /^(?:response|retaliation|revenge|reprisal|vengeance|reaction|answer|reply)$/
const BEFORE = /^(?:after|before|since|following|until|ahead|prior|later)$/
const FACT_STATUS: ReadonlySet<string> = new Set(['happened'])

const isFact = ({ manner }: Happening): boolean => FACT_STATUS.has(manner.status)

/** "two days after": an amount of time stands before the word. */
const isMeasured = (view: View, i: number): boolean => {
  const { tokens } = view
  const marks = view.children(i).filter((child) => BEFORE.test(tokens[child]!.lower))
  return marks.some((mark) => {
    const before = tokens[mark - 1]
    if (!before || before.sentence !== tokens[mark]!.sentence) return false
    return view.within('time', before).length > 0 || /^(?:days?|weeks?|months?|years?|hours?|day|shortly|soon|long)$/.test(before.lower)
  })
}

const isResponse = (view: View, i: number): boolean => {
  const { tokens } = view
  const head = tokens[i]!.head
  if (RESPONSE.test(tokens[i]!.lemma)) return true
  if (head >= 0 && RESPONSE.test(tokens[head]!.lemma) && caseOf(view, head) === 'in') return true
  const words = caseOf(view, i)
  return /\b(?:response|retaliation|revenge|reprisal)\b/.test(words)
}

const AVENGE = /^(?:retaliate|avenge|respond)$/

/** How the words between a happening and the one above it set them apart. */
const breakBetween = (view: View, below: Happening, above: Happening): Break | 'apart' | undefined => {
  const { tokens } = view
  let at = below.token
  for (let n = 0; n < 12 && at !== above.token && at >= 0; n++) {
    const token = tokens[at]!
    if (isResponse(view, at) || AVENGE.test(token.lemma)) return { from: above, to: below, type: 'in-response-to', at }
    const marks = view
      .children(at)
      .map((child) => tokens[child]!)
      .filter(({ lower, deprel }) => BEFORE.test(lower) && (deprel === 'case' || deprel === 'mark' || deprel === 'advmod'))
    if (marks.length > 0) {
      const mark = marks[0]!.lower
      if (isMeasured(view, at))
        return mark === 'before' ? { from: below, to: above, type: 'earlier', at } : { from: above, to: below, type: 'earlier', at }
      const opposed =
        below.agents.length > 0 &&
        above.agents.length > 0 &&
        below.agents.every((a) =>
          above.agents.every((b) => a.mention.id !== b.mention.id && (a.mention.actor === null || a.mention.actor !== b.mention.actor)),
        )
      if (opposed && below.family !== 'outcome' && above.family !== 'outcome') return { from: above, to: below, type: 'earlier', at }
    }
    const relation = baseOf(token)
    if (relation === 'acl' && token.deprel === 'acl:relcl' && token.head >= 0 && token.head !== above.token) {
      const isDoer = above.agents.some(({ span }) => span.start <= tokens[token.head]!.start && tokens[token.head]!.end <= span.end)
      if (isDoer && (below.times.length > 0 || below.family !== above.family)) return 'apart'
    }
    at = token.head
  }
  return undefined
}

const timeConflict = (view: View, a: Happening, b: Happening): number => {
  let worst = 0
  let best = 0
  for (const x of a.times)
    for (const y of b.times) {
      const agree = timesAgree(view, x.mention, y.mention)
      worst = Math.min(worst, agree)
      best = Math.max(best, agree)
    }
  return best > 0 ? best : worst
}

const placeConflict = (a: Happening, b: Happening): number => {
  let worst = 0
  let best = 0
  for (const x of a.places)
    for (const y of b.places) {
      if (x.role !== 'hit' || y.role !== 'hit') continue
      const agree = placesAgree(x.mention, y.mention)
      worst = Math.min(worst, agree)
      best = Math.max(best, agree)
    }
  return best > 0 ? best : worst
}

const isPlural = ({ reference }: Happening): boolean => reference === 'plural'

/**
 * "…, two days after a rocket attack killed a guard, …": the words that an amount of time with "after" or "before" sets apart, by
 * their place in the sentence. Undefined where there are none.
 */
const setApart = (view: View, sentence: number): Readonly<{ mark: number; from: number; to: number }> | undefined => {
  const { tokens } = view
  const { first, last } = view.sentences[sentence]!
  for (let i = first + 1; i < last; i++) {
    if (!/^(?:after|before)$/.test(tokens[i]!.lower)) continue
    const before = tokens[i - 1]!
    const isAmount = /^(?:days?|weeks?|months?|years?|hours?)$/.test(before.lower) && view.within('time', before).length + view.within('count', before).length > 0
    if (!isAmount && !/^(?:day|week|month|year|hours|days|weeks|months|years)$/.test(before.lower)) continue
    let to = last
    for (let at = i; at < last; at++)
      if (tokens[at]!.text === ',' && (i - first < 5 || at - i > 4)) {
        to = at
        break
      }
    return { mark: i, from: i, to }
  }
  return undefined
}

/** Splits the happenings of a sentence into groups, one for each event it speaks of. */
export const groupSentence = (
  view: View,
  happenings: readonly Happening[],
): Readonly<{ groups: readonly Group[]; breaks: readonly Break[] }> => {
  const groups: { happenings: Happening[]; sentence: number; series: boolean }[] = []
  const groupOf = new Map<Happening, (typeof groups)[number]>()
  const breaks: Break[] = []
  const apart = happenings.length > 1 ? setApart(view, happenings[0]!.sentence) : undefined
  const isApart = (one: Happening): boolean => apart !== undefined && one.token >= apart.from && one.token < apart.to
  const byToken = new Map(happenings.map((one) => [one.token, one]))
  // Those that stand highest in the sentence first, so that each finds the group of what governs it.
  const depth = new Map(happenings.map((one) => [one, governors(view, one.token, 40).length]))
  for (const one of [...happenings].sort((a, b) => depth.get(a)! - depth.get(b)! || a.token - b.token)) {
    const above = governors(view, one.token, 40)
      .map((i) => byToken.get(i))
      .find((found) => found !== undefined)
    const between = above && breakBetween(view, one, above)
    if (between && between !== 'apart') breaks.push(between)
    const candidates = above ? [groupOf.get(above)!, ...groups.filter((group) => group !== groupOf.get(above))] : groups
    const home = candidates.find((group) => {
      if (between && group === groupOf.get(above!)) return false
      return group.happenings.every((other) => {
        if (isFact(other) !== isFact(one) || isApart(other) !== isApart(one)) return false
        if (isPlural(one) !== isPlural(other) && one.family !== 'outcome' && other.family !== 'outcome') return false
        if (one.other && other !== above) return false
        if (timeConflict(view, one, other) < -2 || placeConflict(one, other) < -2) return false
        return kinship(one.family, other.family) >= 0 || other === above
      })
    })
    if (home && !(one.other && one.nominal && above === undefined && home.happenings.length > 0)) {
      home.happenings.push(one)
      groupOf.set(one, home)
    } else {
      const fresh = { happenings: [one], sentence: one.sentence, series: isPlural(one) && one.casualties.length === 0 }
      groups.push(fresh)
      groupOf.set(one, fresh)
    }
  }
  for (const group of groups) group.happenings.sort((a, b) => a.token - b.token)
  if (apart) {
    const inside = happenings.find(isApart)
    const outside = happenings.find((one) => !isApart(one))
    const later = view.tokens[apart.mark]!.lower === 'after' ? outside : inside
    const sooner = later === outside ? inside : outside
    if (inside && outside && later && sooner && !breaks.some(({ from, to }) => (from === later && to === sooner) || (from === sooner && to === later)))
      breaks.push({ from: later, to: sooner, type: 'earlier', at: apart.mark })
  }
  return { groups: groups.sort((a, b) => a.happenings[0]!.token - b.happenings[0]!.token), breaks }
}

const figuresOf = (casualties: readonly Casualty[]): ReadonlySet<string> =>
  new Set(
    casualties
      .filter(({ amount, none }) => amount && !none && (amount.low ?? 0) >= 2)
      .map(({ harm, amount }) => `${harm === 'shot' ? 'wounded' : harm} ${amount!.low}`),
  )

const namesOf = (casualties: readonly Casualty[]): ReadonlySet<string> =>
  new Set(
    casualties.flatMap(({ about }) => [
      ...about.name.filter((word) => word.length > 2),
      ...(about.years !== null ? [`age ${about.years}`] : []),
    ]),
  )

const meets = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((x) => b.has(x))

const actorsOf = (view: View, takings: Happening['agents']): ReadonlySet<string> => new Set(takings.flatMap((taking) => actorsIn(view, taking)))

/** "strikes" after "strikes": the word itself, for acts that many words may name. */
const lemmasOf = (happenings: readonly Happening[], view: View): ReadonlySet<string> =>
  new Set(happenings.filter(({ nominal, family }) => nominal && family !== 'outcome').map(({ token }) => singular(view.tokens[token]!.lemma).replace(/^air-?/, '')))

/** Named scores of how well a group fits an event already told of; what was tried is in the numbers. Hand-set on development documents, November 2026. */
const SCORES = {
  base: 0.6,
  sameFamily: 1,
  word: 0.8,
  definite: 1.5,
  pronoun: 1.5,
  name: 4,
  figure: 2,
  agent: 1,
  otherAgent: -1.2,
  reversed: -2.5,
  other: -3,
  bare: 0.8,
  near: 0.6,
  far: -0.4,
  headline: 0.8,
} as const

const specific = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.filter(({ family }) => family !== 'outcome' && family !== 'any')

/** How well a group of happenings fits an event; negative where it speaks of another. */
export const fitOf = (view: View, group: Group, cluster: Cluster): number => {
  const mine = group.happenings
  const theirs = cluster.happenings
  let points: number = SCORES.base
  const a = specific(mine)
  const b = specific(theirs)
  if (a.length > 0 && b.length > 0) {
    let best = -2
    for (const x of a) for (const y of b) best = Math.max(best, kinship(x.family, y.family))
    points += best >= 1 ? SCORES.sameFamily : best < 0 ? -2 : 0
  }
  let time = 0
  let place = 0
  for (const x of mine)
    for (const y of theirs.slice(-60)) {
      const t = timeConflict(view, x, y)
      const p = placeConflict(x, y)
      if (Math.abs(t) > Math.abs(time) || t > 0) time = time > 0 ? time : t
      if (Math.abs(p) > Math.abs(place) || p > 0) place = place > 0 ? place : p
    }
  points += time + place
  const casualties = mine.flatMap((one) => one.casualties)
  const known = theirs.flatMap((one) => one.casualties)
  if (meets(namesOf(casualties), namesOf(known))) points += SCORES.name
  if (meets(figuresOf(casualties), figuresOf(known))) points += SCORES.figure
  const agents = actorsOf(view, mine.flatMap((one) => one.agents))
  const doers = actorsOf(view, theirs.flatMap((one) => one.agents))
  const suffering = actorsOf(view, theirs.flatMap((one) => one.targets))
  if (agents.size > 0) {
    if (meets(agents, doers)) points += SCORES.agent
    else if (meets(agents, suffering)) points += SCORES.reversed
    else if (doers.size > 0) points += SCORES.otherAgent
  }
  if (meets(lemmasOf(mine, view), lemmasOf(theirs, view))) points += SCORES.word
  if (mine.some((one) => one.nominal && one.reference === 'definite' && !one.other)) points += SCORES.definite
  if (casualties.some(({ about, amount }) => about.pronoun || (about.definite && !amount))) points += SCORES.pronoun
  if (mine.some((one) => one.other)) points += SCORES.other
  if (mine.every((one) => one.times.length === 0 && one.places.length === 0)) points += SCORES.bare
  points += group.sentence - cluster.last <= 2 ? SCORES.near : SCORES.far
  return points
}

/** A group is another event when no earlier one fits it at least this well. */
const THRESHOLD = 0

const MOST = 40

/** Puts the groups of a document together into events, in the order of the text. */
export const clusterGroups = (view: View, groups: readonly Group[]): readonly Cluster[] => {
  const clusters: Cluster[] = []
  for (const group of groups) {
    const isReal = group.happenings.some(isFact)
    let best: Cluster | undefined
    let most = Number.NEGATIVE_INFINITY
    for (const cluster of clusters.slice(-MOST)) {
      if (cluster.happenings.some(isFact) !== isReal) continue
      if (cluster.groups.at(-1)!.sentence === group.sentence) continue
      const points = fitOf(view, group, cluster)
      if (points > most) {
        most = points
        best = cluster
      }
    }
    if (best && most >= THRESHOLD) {
      best.happenings.push(...group.happenings)
      best.groups.push(group)
      best.last = group.sentence
    } else clusters.push({ happenings: [...group.happenings], last: group.sentence, groups: [group] })
  }
  return clusters
}
