import { type Span, span } from '../../model/span.ts'
import type { Casualty } from '../claims/casualties.ts'
import { baseOf, caseOf, governors } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { singular } from '../mentions/party/nouns.ts'
import { daysOf, placesAgree, timesAgree } from './agree.ts'
import { RESPONSE } from './attach.ts'
import { areApart } from './entries.ts'
import { kinship } from './families.ts'
import type { Happening } from './happening.ts'
import { isPointingBack } from './responses.ts'
import { actorsIn } from './takers.ts'

/** Why two happenings of one sentence are told apart, when the words say how they hang together. */
export type Break = Readonly<{
  from: Happening
  to: Happening
  type: 'in-response-to' | 'earlier' | 'same-series'
  at: number
  /** "two days after": the words for the time between them. */
  gap?: Span
}>

/** Happenings of one sentence that are one event. */
export type Group = {
  readonly happenings: Happening[]
  readonly sentence: number
  readonly series: boolean
  /** Told as what another happening of the sentence answers. */
  readonly cause: boolean
}

/** One event of a document, with every place of the text that speaks of it. */
export type Cluster = { readonly happenings: Happening[]; last: number; readonly groups: Group[]; readonly isAside: boolean }

const BEFORE = /^(?:after|before|since|following|until|ahead|prior|later)$/
/** What was tried was done, whatever came of it: "tried to storm the house … the attack lasted an hour". */
const FACT_STATUS: ReadonlySet<string> = new Set(['happened', 'attempted'])

const isFact = ({ manner }: Happening): boolean => FACT_STATUS.has(manner.status)

/** "two days after": an amount of time stands before the word. */
const isMeasured = (view: View, i: number): boolean => {
  const { tokens } = view
  const marks = view.children(i).filter((child) => BEFORE.test(tokens[child]!.lower))
  return marks.some((mark) => {
    const before = tokens[mark - 1]
    if (!before || before.sentence !== tokens[mark]!.sentence) return false
    // "two days after" measures; "on Friday evening after" only dates.
    return (
      view.within('time', before).some(({ type }) => type === 'DURATION') ||
      /^(?:days?|weeks?|months?|years?|hours?|day|shortly|soon|long)$/.test(before.lower)
    )
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
const breakBetween = (view: View, below: Happening, above: Happening, ignored: number | undefined): Break | 'apart' | undefined => {
  const { tokens } = view
  let at = below.token
  for (let n = 0; n < 12 && at !== above.token && at >= 0; n++) {
    const token = tokens[at]!
    if (isResponse(view, at) || AVENGE.test(token.lemma)) return { from: above, to: below, type: 'in-response-to', at }
    const marks = view
      .children(at)
      .map((child) => tokens[child]!)
      .filter(
        ({ i, lower, deprel }) => i !== ignored && BEFORE.test(lower) && (deprel === 'case' || deprel === 'mark' || deprel === 'advmod'),
      )
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
      // "… before an officer shot him dead": the doer himself, in the same event.
      const onDoer = below.casualties.some(({ about }) => about.pronoun)
      if (opposed && !onDoer && below.family !== 'outcome' && above.family !== 'outcome')
        return { from: above, to: below, type: 'earlier', at }
    }
    const relation = baseOf(token)
    if (relation === 'parataxis' && below.other && !above.other) return 'apart'
    if (relation === 'acl' && token.deprel === 'acl:relcl' && token.head >= 0 && token.head !== above.token) {
      const isDoer = above.agents.some(({ span }) => span.start <= tokens[token.head]!.start && tokens[token.head]!.end <= span.end)
      // "killed by bandits who invaded two villages": how they did it; "by a man who had robbed a bank", "who shot his wife in 2010": another deed.
      const isOld = view.children(at).some((child) => tokens[child]!.lower === 'had') || below.times.length > 0
      if (isDoer && (isOld || kinship(below.family, above.family) < 0)) return 'apart'
      // "not near the base that was hit by the rocket salvo": a thing known by another event.
      if (
        above.nominal &&
        above.family !== 'outcome' &&
        below.family !== 'outcome' &&
        below.family !== above.family &&
        below.casualties.length === 0
      )
        return 'apart'
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

/** The one day that a happening's own words give, if they give one. */
const dayOf = ({ times }: Happening): number | undefined => {
  const days = times.map(({ mention }) => daysOf(mention)).find((found) => found !== undefined)
  return days && days[0] === days[1] ? days[0] : undefined
}

const isHarmful = ({ casualties }: Happening): boolean => casualties.some(({ none }) => !none)

/** "Two women were wounded on Tuesday; and on Wednesday a soldier was hit": each harm with a day of its own. */
const areOnTwoDays = (a: Happening, b: Happening): boolean => {
  const [one, two] = [dayOf(a), dayOf(b)]
  return one !== undefined && two !== undefined && one !== two && isHarmful(a) && isHarmful(b)
}

const isPlural = ({ reference }: Happening): boolean => reference === 'plural'

/**
 * "…, two days after a rocket attack killed a guard, …": the words that an amount of time with "after" or "before" sets apart, by
 * their place in the sentence. Undefined where there are none.
 */
const setApart = (view: View, sentence: number): Readonly<{ mark: number; from: number; to: number; gap: Span }> | undefined => {
  const { tokens } = view
  const { first, last } = view.sentences[sentence]!
  for (let i = first + 1; i < last; i++) {
    // "the day before, gendarmes …": a day, and no clause that it opens.
    if (!/^(?:after|before)$/.test(tokens[i]!.lower) || tokens[i + 1]?.upos === 'PUNCT') continue
    const before = tokens[i - 1]!
    const isAmount =
      /^(?:days?|weeks?|months?|years?|hours?)$/.test(before.lower) &&
      view.within('time', before).length + view.within('count', before).length > 0
    if (!isAmount && !/^(?:day|week|month|year|hours|days|weeks|months|years)$/.test(before.lower)) continue
    let to = last
    for (let at = i; at < last; at++)
      if (tokens[at]!.text === ',' && (i - first < 5 || at - i > 4)) {
        to = at
        break
      }
    const amount = view.within('time', before)[0] ?? before
    return { mark: i, from: i, to, gap: span(amount.start, tokens[i]!.end) }
  }
  return undefined
}

/** Two nouns for deeds of different sorts, neither governing the other. */
const areOfTwoSorts = (a: Happening, b: Happening): boolean =>
  a.nominal && b.nominal && a.reference === 'definite' && a.family !== b.family && a.family !== 'outcome' && b.family !== 'outcome'

const NO_CAUSES: ReadonlyMap<Happening, number> = new Map()

/** What a sentence says that another of its happenings answers: "in response to repeated attacks on bases, the army struck …". */
const causesIn = (view: View, happenings: readonly Happening[]): ReadonlyMap<Happening, number> => {
  const { tokens } = view
  const { first, last } = view.sentences[happenings[0]!.sentence]!
  for (let i = first + 1; i < last; i++) {
    if (!RESPONSE.test(tokens[i]!.lemma) || !/^(?:to|for|against)$/.test(tokens[i + 1]?.lower ?? '')) continue
    // "in response to", "may be the answer to", "is a fitting reply to".
    if (
      tokens[i - 1]!.lower !== 'in' &&
      !/^(?:the|an?|our|their|its|his)$/.test(tokens[i - (tokens[i - 1]!.upos === 'ADJ' ? 2 : 1)]!.lower)
    )
      continue
    let to = last
    for (let at = i + 1; at < last; at++)
      // "…, when the rebels shelled the camp": still what is answered.
      if (tokens[at]!.text === ',' && !/^(?:when|where|in|who|which|that)$/.test(tokens[at + 1]?.lower ?? '')) {
        to = at
        break
      }
    const own = happenings.filter(({ token }) => token > i && token < to)
    // "The strike may be the answer to what happened on Monday, when …": the strike was told of before.
    const opening = view.text.slice(view.sentences[happenings[0]!.sentence]!.start, tokens[i - 1]!.start)
    if (own.length > 0 && (own.length < happenings.length || isPointingBack(opening))) return new Map(own.map((one) => [one, i]))
  }
  return NO_CAUSES
}

/** Splits the happenings of a sentence into groups, one for each event it speaks of. */
export const groupSentence = (
  view: View,
  happenings: readonly Happening[],
): Readonly<{ groups: readonly Group[]; breaks: readonly Break[] }> => {
  const groups: { happenings: Happening[]; sentence: number; series: boolean; cause: boolean }[] = []
  const groupOf = new Map<Happening, (typeof groups)[number]>()
  const breaks: Break[] = []
  const apart = happenings.length > 1 ? setApart(view, happenings[0]!.sentence) : undefined
  const isApart = (one: Happening): boolean => apart !== undefined && one.token >= apart.from && one.token < apart.to
  const causes = happenings.length > 1 ? causesIn(view, happenings) : NO_CAUSES
  const isCause = (one: Happening): boolean => causes.has(one)
  const byToken = new Map(happenings.map((one) => [one.token, one]))
  // Those that stand highest in the sentence first, so that each finds the group of what governs it.
  const depth = new Map(happenings.map((one) => [one, governors(view, one.token, 40).length]))
  for (const one of [...happenings].sort((a, b) => depth.get(a)! - depth.get(b)! || a.token - b.token)) {
    const above = governors(view, one.token, 40)
      .map((i) => byToken.get(i))
      .find((found) => found !== undefined)
    const between =
      above &&
      (isCause(one) !== isCause(above)
        ? ('apart' as const)
        : breakBetween(view, one, above, isApart(one) && isApart(above) ? apart?.mark : undefined))
    if (between && between !== 'apart') breaks.push(between)
    const candidates = above ? [groupOf.get(above)!, ...groups.filter((group) => group !== groupOf.get(above))] : groups
    const home = candidates.find((group) => {
      if (between && group === groupOf.get(above!)) return false
      return group.happenings.every((other) => {
        if (isFact(other) !== isFact(one) || isApart(other) !== isApart(one) || isCause(other) !== isCause(one)) return false
        if (isPlural(one) !== isPlural(other) && one.family !== 'outcome' && other.family !== 'outcome') return false
        if (one.other && !other.other && other !== above) return false
        // "the strikes were not near the base hit by the rocket salvo": which event each is, is asked of each.
        if (above === undefined && areOfTwoSorts(one, other)) return false
        if (timeConflict(view, one, other) < -2 || placeConflict(one, other) < -2 || areOnTwoDays(one, other)) return false
        return kinship(one.family, other.family) >= 0 || other === above
      })
    })
    if (home && !(one.other && one.nominal && above === undefined && home.happenings.some((there) => !there.other))) {
      home.happenings.push(one)
      // "Air strikes on the town: eight people died": those strikes, not strikes at large.
      if (baseOf(view.tokens[one.token]!) !== 'acl' && one.casualties.some(({ amount, none }) => amount !== null && !none))
        home.series = false
      groupOf.set(one, home)
    } else {
      const fresh = {
        happenings: [one],
        sentence: one.sentence,
        cause: isCause(one),
        series:
          (isPlural(one) || (isCause(one) && /^NNP?S$/.test(view.tokens[one.token]!.xpos))) &&
          one.casualties.length === 0 &&
          one.times.length === 0,
      }
      groups.push(fresh)
      groupOf.set(one, fresh)
    }
  }
  for (const group of groups) group.happenings.sort((a, b) => a.token - b.token)
  const cause = happenings.find(isCause)
  const answer = happenings.find((one) => !isCause(one) && one.family !== 'outcome') ?? happenings.find((one) => !isCause(one))
  if (cause && answer) breaks.push({ from: answer, to: cause, type: 'in-response-to', at: causes.get(cause)! })
  if (apart) {
    const inside = happenings.find(isApart)
    const outside = happenings.find((one) => !isApart(one))
    const later = view.tokens[apart.mark]!.lower === 'after' ? outside : inside
    const sooner = later === outside ? inside : outside
    if (inside && outside && later && sooner) breaks.push({ from: later, to: sooner, type: 'earlier', at: apart.mark, gap: apart.gap })
  }
  return { groups: groups.sort((a, b) => a.happenings[0]!.token - b.happenings[0]!.token), breaks }
}

/** A figure so low stands for many things: that two events have it says nothing. */
const TELLING = 4

const figuresOf = (casualties: readonly Casualty[]): ReadonlySet<string> =>
  new Set(
    casualties
      .filter(({ amount, none }) => amount && !none && (amount.low ?? 0) >= TELLING)
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

const actorsOf = (view: View, takings: Happening['agents']): ReadonlySet<string> =>
  new Set(takings.flatMap((taking) => actorsIn(view, taking)))

/** "strikes" after "strikes": the word itself, for acts that many words may name. */
const lemmasOf = (happenings: readonly Happening[], view: View): ReadonlySet<string> =>
  new Set(
    happenings
      .filter(({ nominal, family, act }) => (nominal && family !== 'outcome') || act === 'strike')
      .map(({ token }) => singular(view.tokens[token]!.lemma).replace(/^air-?/, '')),
  )

/** Named scores of how well a group fits an event already told of; what was tried is in the numbers. Hand-set on development documents, November 2026. */
const SCORES = {
  base: 0.6,
  sameFamily: 1,
  otherFamily: -2,
  word: 0.8,
  definite: 1.5,
  pronoun: 1.5,
  name: 4,
  figure: 2,
  agent: 1,
  otherAgent: -1.8,
  indefinite: -2.6,
  stranger: -0.6,
  reversed: -2.5,
  other: -3,
  brought: -2,
  beginning: -4,
  paragraph: 0.5,
  bare: 0.8,
  item: -2.5,
  entry: -5,
  list: 2,
  old: -2.5,
  next: 0.6,
  near: 0.4,
  far: -0.1,
  headline: 0.8,
  answered: -3,
} as const

const specific = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.filter(({ family }) => family !== 'outcome' && family !== 'any')

/** Of an event told of at length, its first and its latest mentions stand for all. */
const EARLIEST = 20
const LATEST = 40

const sampleOf = ({ happenings }: Cluster): readonly Happening[] =>
  happenings.length <= EARLIEST + LATEST ? happenings : [...happenings.slice(0, EARLIEST), ...happenings.slice(-LATEST)]

/** The best agreement there is, else the worst disagreement. */
const strongest = (values: readonly number[]): number => {
  const best = Math.max(0, ...values)
  return best > 0 ? best : Math.min(0, ...values)
}

const kinshipPoints = (mine: readonly Happening[], theirs: readonly Happening[]): number => {
  const a = specific(mine)
  const b = specific(theirs)
  if (a.length === 0 || b.length === 0) return 0
  const best = Math.max(...a.flatMap((x) => b.map((y) => kinship(x.family, y.family))))
  return best >= 1 ? SCORES.sameFamily : best < 0 ? SCORES.otherFamily : 0
}

const isOurs = (view: View, { span: own }: Happening['agents'][number]): boolean =>
  /^(?:our|we|own)\b/i.test(view.text.slice(own.start, own.end))

const partyPoints = (view: View, mine: readonly Happening[], theirs: readonly Happening[]): number => {
  const agents = actorsOf(
    view,
    mine.flatMap((one) => one.agents),
  )
  if (agents.size === 0) return 0
  const doers = actorsOf(
    view,
    theirs.flatMap((one) => one.agents),
  )
  if (meets(agents, doers)) return SCORES.agent
  const suffering = actorsOf(
    view,
    theirs.flatMap((one) => one.targets),
  )
  // In a fight both sides do and suffer.
  if (meets(agents, suffering)) return theirs.some(({ family }) => family === 'clash') ? 0 : SCORES.reversed
  // "Our air force" is not "the militia", whoever tells it.
  const [ours, others] = [mine, theirs].map((list) => list.flatMap((one) => one.agents).map((one) => isOurs(view, one)))
  if (
    ours!.some(Boolean) !== others!.some(Boolean) &&
    ours!.length > 0 &&
    others!.length > 0 &&
    !(ours!.some((one) => !one) && others!.some((one) => !one))
  )
    return SCORES.otherAgent
  // "The attackers" may be the gunmen told of before: only known parties are surely others.
  const areKnown = (takings: Happening['agents']): boolean =>
    takings.some(({ mention }) => mention.actor !== null || (mention.named && mention.type !== 'person'))
  return areKnown(mine.flatMap((one) => one.agents)) && areKnown(theirs.flatMap((one) => one.agents)) ? SCORES.otherAgent : 0
}

/** "a rocket attack", once an air strike has been told of: a sort of deed not yet spoken of, brought in as new. */
const isNewSort = (mine: readonly Happening[], theirs: readonly Happening[]): boolean =>
  theirs.some(({ family }) => family !== 'outcome') &&
  // "an exchange of gunfire", once a gunfight has been told of: one of its two words is of the known sort.
  !mine.some(({ family }) => family !== 'outcome' && family !== 'any' && theirs.some((other) => other.family === family)) &&
  mine.some(
    (one) =>
      one.nominal &&
      one.reference === 'indefinite' &&
      one.family !== 'outcome' &&
      one.family !== 'any' &&
      !theirs.some(({ family }) => family === one.family),
  )

/** "He", "the victim", "the contractor": somebody told of before, in the event that has such a one. */
const knownPoints = (casualties: readonly Casualty[], known: readonly Casualty[]): number => {
  const back = casualties.filter(({ about, amount }) => about.pronoun || (about.definite && !amount && about.name.length === 0))
  if (back.length === 0) return 0
  const nouns = new Set(known.map(({ about }) => about.noun))
  if (back.some(({ about }) => !about.generic && !about.pronoun && nouns.has(about.noun))) return SCORES.pronoun + 1
  if (back.some(({ about }) => about.pronoun || about.generic)) return known.length > 0 ? SCORES.pronoun : 0
  return SCORES.stranger
}

/** How well a group of happenings fits an event, sign by sign; a negative sum speaks of another event. */
export const fitOf = (view: View, group: Group, cluster: Cluster): Readonly<Record<string, number>> => {
  const mine = group.happenings
  const theirs = sampleOf(cluster)
  const pairs = mine.flatMap((x) => theirs.map((y) => [x, y] as const))
  const casualties = mine.flatMap((one) => one.casualties)
  const known = theirs.flatMap((one) => one.casualties)
  const when = (is: boolean, score: number): number => (is ? score : 0)
  const opens = isHeadlined(view, group, cluster)
  const place = strongest(pairs.map(([x, y]) => placeConflict(x, y)))
  const time = strongest(pairs.map(([x, y]) => timeConflict(view, x, y)))
  // "Four hours earlier a patrol …" may be what "after fire on a patrol" had in mind.
  const isOther = !(cluster.isAside && !theirs.some(isHarmful)) && mine.some(({ other }) => other)
  return {
    base: SCORES.base,
    family: kinshipPoints(mine, theirs),
    // "Another bomb in the same town on Friday": where and when speak for no event told of before.
    time: isOther ? Math.min(time, 0) : time,
    // A headline's place is coarse, and its name may be that of another town.
    place: opens ? Math.max(place, -1) : isOther ? Math.min(place, 0) : place,
    headline: when(opens, SCORES.headline),
    name: when(meets(namesOf(casualties), namesOf(known)), SCORES.name),
    figure: when(meets(figuresOf(casualties), figuresOf(known)), SCORES.figure),
    party: partyPoints(view, mine, theirs),
    word: when(meets(lemmasOf(mine, view), lemmasOf(theirs, view)), SCORES.word),
    definite: when(
      mine.some(
        (one) =>
          one.nominal &&
          one.reference === 'definite' &&
          !one.other &&
          one.family !== 'outcome' &&
          theirs.some((other) => kinship(one.family, other.family) > 0) &&
          // "the bombing" is not the ambush, though that was called an attack as well.
          !(one.family !== 'any' && specific(theirs).length > 0 && !specific(theirs).some(({ family }) => family === one.family)),
      ),
      SCORES.definite,
    ),
    known: isOther ? Math.min(knownPoints(casualties, known), 0) : knownPoints(casualties, known),
    other: when(isOther, SCORES.other),
    newSort: when(isNewSort(mine, theirs) && !meets(lemmasOf(mine, view), lemmasOf(theirs, view)), SCORES.indefinite),
    // "an assault on a post in the north on Saturday": where and when both told anew.
    brought: when(!opens && mine.some(isBroughtIn) && theirs.some(({ places }) => places.length > 0) && place <= 0, SCORES.brought),
    beginning: when(!opens && isBeginning(view, mine, theirs), SCORES.beginning),
    list: when(isListedOutcome(view, group, cluster), SCORES.list),
    paragraph: when(isSameParagraph(view, group, cluster), SCORES.paragraph),
    bare: when(
      mine.every((one) => one.times.length === 0 && one.places.length === 0),
      SCORES.bare,
    ),
    old: when(isOfOld(view, mine) && !isOfOld(view, theirs), SCORES.old),
    item: when(isOtherItem(view, group, cluster), SCORES.item),
    entry: when(areApart(view, mine[0]!, cluster.groups.at(-1)!.happenings[0]!), SCORES.entry),
    near: group.sentence - cluster.last <= 1 ? SCORES.next : group.sentence - cluster.last <= 2 ? SCORES.near : SCORES.far,
  }
}

/** How long before a report an event is not the one it reports. */
const LONG_AGO_DAYS = 60

/** "In April 2010 …": a date of its own, with its year, long before the report or where the report gives none. */
const isOfOld = (view: View, happenings: readonly Happening[]): boolean => {
  const { published } = view.document
  const today = published === null ? undefined : Date.parse(published.slice(0, 10)) / 86_400_000
  return happenings.some(({ times }) =>
    times.some(({ mention }) => {
      const days = daysOf(mention)
      if (!days || mention.assumed.includes('year')) return false
      const words = view.text.slice(mention.start, mention.end)
      return today === undefined ? /\b(?:1[89]|20)\d\d\b/.test(words) && days[1] - days[0] > 20 : today - days[1] > LONG_AGO_DAYS
    }),
  )
}

/** Words that bring in people not told of before: "gunmen", "a man with a knife". */
const isUnknown = (view: View, { mention, span: own }: Happening['agents'][number]): boolean =>
  !mention.named &&
  mention.actor === null &&
  !/^(?:the|this|that|these|those|its|their|his|her|he|she|they|it|who)\b/i.test(view.text.slice(own.start, own.end))

/** "In the town of Northport gunmen killed a policeman", once others are said to have done something elsewhere: new people, in a new place. */
const isBeginning = (view: View, mine: readonly Happening[], theirs: readonly Happening[]): boolean => {
  const fine = (happenings: readonly Happening[]) =>
    happenings.flatMap(({ places }) => places.filter(({ mention, role }) => role === 'hit' && mention.precision <= 3))
  const here = fine(mine)
  const there = fine(theirs)
  const doers = mine.flatMap(({ agents }) => agents)
  const known = theirs.flatMap(({ agents }) => agents)
  if (here.length === 0 || there.length === 0 || doers.length === 0 || known.length === 0) return false
  const headOf = ({ token }: Happening['agents'][number]): string => singular(view.tokens[token]!.lemma)
  const heads = new Set(known.map(headOf))
  return (
    doers.every((one) => isUnknown(view, one) && !heads.has(headOf(one))) &&
    !here.some((a) => there.some((b) => placesAgree(a.mention, b.mention) >= 2 || a.mention.start === b.mention.start))
  )
}

const isBroughtIn = ({ nominal, reference, times, places }: Happening): boolean =>
  nominal && reference === 'indefinite' && times.length > 0 && places.length > 0

/** The first sentences of a report tell what its headline tells. */
const isHeadlined = (view: View, group: Group, cluster: Cluster): boolean => {
  const kindOf = ({ happenings }: Group): string | undefined => view.passageOf(happenings[0]!.token)?.kind
  const isHead = (kind: string | undefined): boolean => kind === 'headline' || kind === 'standfirst'
  return group.sentence - cluster.last <= 3 && !isHead(kindOf(group)) && cluster.groups.every((one) => isHead(kindOf(one)))
}

const isSameParagraph = (view: View, group: Group, cluster: Cluster): boolean => {
  const here = view.passageOf(group.happenings[0]!.token)
  const there = view.passageOf(cluster.groups.at(-1)!.happenings[0]!.token)
  return here !== undefined && (here.kind === 'paragraph' || here.kind === 'list-item') && here.id === there?.id
}

/** "Result: …", "Our losses: …": a list of what came of the event told of above it. */
const OUTCOMES =
  /^\W{0,4}(?:\w+\s){0,2}(?:results?|outcome|loss(?:es)?|toll|casualties|damages?|balance|victims?|injured|killed|dead|demands?|consequences|spoils|booty)(?:\s\w+){0,4}:$/i

/** "What we know so far": the items below tell of one event, that of the page. */
const KNOWN =
  /\b(?:what (?:we know|happened|is known)|the facts|key (?:points|facts|developments)|at a glance|how it (?:unfolded|happened))\b/i

/** Do the items of a list tell of the event that the line above brings in? */
const isOfOutcomes = (view: View, { id }: Readonly<{ id: string }>): boolean => {
  const { passages } = view.document
  let at = passages.findIndex((passage) => passage.id === id)
  while (at >= 0 && passages[at]!.kind === 'list-item') at--
  const above = passages[at]
  const words = above && above.end - above.start <= 60 ? view.text.slice(above.start, above.end) : ''
  return OUTCOMES.test(words) || KNOWN.test(words)
}

/** "Result: – 11 killed, – 3 cars burnt": of the event told of right above. */
const isListedOutcome = (view: View, group: Group, cluster: Cluster): boolean => {
  const here = view.passageOf(group.happenings[0]!.token)
  return here?.kind === 'list-item' && group.sentence - cluster.last <= 5 && isOfOutcomes(view, here)
}

const HOSPITAL = /\b(?:hospital|clinic|medical cent(?:er|re)|infirmary)\b/i

/** "- 17 remain in hospital", "- No patient has died": a hospital's bulletin goes on about those it took in, where an item names no other day or place. */
const isOfPatients = (view: View, { happenings }: Group): boolean =>
  HOSPITAL.test(view.document.title ?? '') &&
  happenings.every(
    ({ family, times, places, agents }) => family === 'outcome' && agents.length === 0 && places.length === 0 && times.length === 0,
  )

const REGRETTING = /\b(?:we|I|our \w+) (?:\w+ )?(?:regret|lament|mourn|deplore|apologi[sz]e)/i

/** "3. The action is an answer to …", "2. We regret the loss of …": the points of a communiqué speak on of what was told. */
const speaksOn = (view: View, { happenings, sentence }: Group): boolean => {
  if (happenings.some(({ times, places }) => times.length + places.length > 0)) return false
  const { start, end } = view.sentences[sentence]!
  if (REGRETTING.test(view.text.slice(start, Math.min(end, start + 200)))) return true
  return happenings.every(({ nominal, reference, other, family }) => nominal && reference === 'definite' && !other && family !== 'outcome')
}

/** A note's items tell of one event each. */
const isOtherItem = (view: View, group: Group, cluster: Cluster): boolean => {
  const here = view.passageOf(group.happenings[0]!.token)
  const there = view.passageOf(cluster.groups.at(-1)!.happenings[0]!.token)
  return (
    here?.kind === 'list-item' &&
    there !== undefined &&
    here.id !== there.id &&
    there.kind !== 'headline' &&
    there.kind !== 'standfirst' &&
    !isOfOutcomes(view, here) &&
    !speaksOn(view, group) &&
    !isOfPatients(view, group)
  )
}

const sum = (points: Readonly<Record<string, number>>): number => Object.values(points).reduce((a, b) => a + b, 0)

/** A group is another event when no earlier one fits it at least this well. */
const THRESHOLD = 0

const HOPELESS = -6
const FOLLOWING = /^(?:arrest|release|displace|damage|capture|casualty|threaten)$/
const isDeadly = ({ casualties }: Happening): boolean =>
  casualties.some(({ harm, none }) => !none && (harm === 'killed' || harm === 'wounded' || harm === 'shot'))

const MOST = 40

/** Groups of one sentence were set apart by its words; only two nouns for deeds may turn out to be one. */
const mayRejoin = (a: Group, b: Group): boolean =>
  a.cause === b.cause && a.happenings.some((x) => b.happenings.some((y) => areOfTwoSorts(x, y)))

/**
 * Puts the groups of a document together into events, in the order of the text. `asides`: what was only brought in as the cause of another
 * event, or as what came before it.
 */
export const clusterGroups = (view: View, groups: readonly Group[], asides: ReadonlySet<Happening>): readonly Cluster[] => {
  const clusters: Cluster[] = []
  for (const group of groups) {
    const isReal = group.happenings.some(isFact)
    let best: Cluster | undefined
    let most = Number.NEGATIVE_INFINITY
    const latest = Math.max(...clusters.slice(-MOST).map(({ last }) => last))
    for (const cluster of clusters.slice(-MOST)) {
      if (cluster.happenings.some(isFact) !== isReal) continue
      const beside = cluster.groups.at(-1)!.sentence === group.sentence
      if (beside && !mayRejoin(group, cluster.groups.at(-1)!)) continue
      // What the event last told of answers is another.
      const points = sum(fitOf(view, group, cluster)) + (group.cause && cluster.last === latest ? SCORES.answered : 0)
      if (points > most) {
        most = points
        best = cluster
      }
    }
    // Arrests, flight and the like follow from an event already told of, where there is one.
    const isInEntry = best !== undefined && !areApart(view, group.happenings[0]!, best.groups.at(-1)!.happenings[0]!)
    const follows =
      isInEntry && most > HOPELESS && group.happenings.every(({ act }) => FOLLOWING.test(act)) && !group.happenings.some(isDeadly)
    // What somebody denies is what was told of before.
    const answers = best !== undefined && most > HOPELESS && group.happenings.every(({ manner }) => manner.modality === 'denied')
    if (best && (most >= THRESHOLD || follows || answers)) {
      best.happenings.push(...group.happenings)
      best.groups.push(group)
      best.last = group.sentence
    } else
      clusters.push({
        happenings: [...group.happenings],
        last: group.sentence,
        groups: [group],
        isAside: group.happenings.some((one) => asides.has(one)),
      })
  }
  return clusters
}
