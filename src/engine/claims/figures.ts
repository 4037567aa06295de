import type { Figure, FigureAttribute, Modality, People, Scope } from '../../model/claim.ts'
import { type Span, wordsOf } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Happening } from '../incidents/happening.ts'
import { areJoined, type Casualty } from './casualties.ts'
import type { CountIndex } from './counts.ts'
import { caseOf } from './grammar.ts'
import type { Harm } from './harms/words.ts'
import { scopesOf } from './scope.ts'
import { withSums } from './sums.ts'
import { findVictims, type Victims } from './victims.ts'
import type { View } from './view.ts'

type Attribute = Exclude<FigureAttribute, 'quantity'>

/** A figure of one speaker for one attribute of one incident, before claims have ids. */
export type FigureDraft = {
  readonly attribute: Attribute
  readonly value: Omit<Figure, 'of'>
  readonly spans: readonly [Span, ...Span[]]
  readonly at: number
  readonly statement: Statement | undefined
  readonly modality: Modality
  readonly because: readonly string[]
  /** The draft that a part belongs to. */
  of: FigureDraft | null
  /** The earlier figure that this one corrects. */
  revises: FigureDraft | null
  readonly retracts: boolean
}

const ATTRIBUTES: readonly Attribute[] = ['killed', 'wounded', 'missing', 'captured', 'displaced']

/** What an attribute's figures are read from: whoever was shot and did not die was wounded. */
const HARMS: Readonly<Record<Attribute, readonly Harm[]>> = {
  killed: ['killed'],
  wounded: ['wounded', 'shot'],
  missing: ['missing'],
  captured: ['captured'],
  displaced: ['displaced'],
}

const isLive = ({ manner }: Casualty): boolean => manner.modality !== 'counterfactual' && manner.modality !== 'future'

const peopleOf = (view: View, { about }: Casualty): People => {
  const text = view.text.slice(about.span.start, about.span.end)
  const side = view
    .within('party', about.span)
    .find((party) => party.named && party.type !== 'person' && (party.start > about.span.start || party.end < about.span.end))
  return {
    text: about.generic && about.pronoun ? null : text,
    status: about.status,
    side: side ? view.text.slice(side.start, side.end) : null,
    sex: about.sex,
    age: about.band,
    role: about.role,
  }
}

/** Whose word it is, as the words of the speaker's fullest form: two mentions of "police" are one speaker. The document's own voice is empty. */
const speakerOf = (view: View, statement: Statement | undefined): string => {
  if (!statement) return ''
  const speaker = (statement.speaker === null ? undefined : view.mention(statement.speaker)) ?? statement.source
  return speaker ? wordsOf(view.text, speaker).toLowerCase() : statement.id
}

const EARLIER =
  /\b(?:earlier|previous|initial|first|prior)\s+(?:version|report|story|article|edition|statement|line|notice|bulletin|advisory|update|dispatch|account)s?\b/i
const isRetracted = (view: View, { predicate }: Casualty): boolean => {
  const sentence = view.sentences[view.tokens[predicate]!.sentence]!
  return (
    EARLIER.test(view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400))) &&
    /\b(?:correct|incorrect|wrong|mis|error|said|stated|reported|gave|withdr[ae]w|retract)/i.test(
      view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400)),
    )
  )
}

const sizeOf = ({ low, high }: Victims): number => low ?? high ?? 0

/** "soldiers were killed": more than one, nobody says how many. */
const isVague = (victims: Victims): boolean => victims.collective && victims.low === 2 && victims.high === null

/** As many are "several" at least. */
const SEVERAL = 3

const isSeveral = (view: View, { collective, low, high, members }: Victims): boolean =>
  collective && low === SEVERAL && high === null && /^(?:several|multiple|a few)\b/i.test(wordsFor(view, members[0]!))

/** The largest of those counted together, the one told first of equals: the others are compared with it. */
const wholeOf = (list: readonly Victims[]): Victims | undefined => {
  let whole: Victims | undefined
  for (const victims of list)
    if (victims.collective && !victims.part && !isVague(victims) && sizeOf(victims) >= 2 && (!whole || sizeOf(victims) > sizeOf(whole)))
      whole = victims
  return whole
}

const areApart = (view: View, a: Victims, b: Victims): boolean =>
  a.members.some((x) =>
    b.members.some(
      (y) => areJoined(view, x, y) || ((x.about.other || y.about.other) && view.tokens[x.head]!.sentence === view.tokens[y.head]!.sentence),
    ),
  )

/** "killed 20 government soldiers and lost two men": counted apart in one sentence, by what they are. */
const areTwoSorts = (view: View, a: Victims, b: Victims): boolean =>
  a.members.some((x) =>
    b.members.some(
      (y) =>
        x.predicate !== y.predicate &&
        view.tokens[x.head]!.sentence === view.tokens[y.head]!.sentence &&
        speakerOf(view, x.statement) === speakerOf(view, y.statement) &&
        x.amount !== null &&
        y.amount !== null &&
        !x.about.generic &&
        !y.about.generic &&
        x.about.noun !== y.about.noun &&
        !x.part &&
        !y.part,
    ),
  )

const extentOf = (view: View, victims: Victims, whole: Victims | undefined, list: readonly Victims[]): Figure['extent'] => {
  if (victims.part) return 'part'
  if (isVague(victims) && list.some((one) => one !== victims && !isVague(one) && !one.part)) return 'part'
  // "Several people were shot … four people were shot": the number says what the word leaves open.
  if (isSeveral(view, victims) && whole && !isSeveral(view, whole) && sharesSpeaker(view, victims, whole) && sizeOf(whole) > SEVERAL)
    return 'part'
  const joined = list.some((one) => one !== victims && !one.part && areApart(view, victims, one))
  if (!whole) return list.filter((one) => !one.part).length > 1 ? 'group' : 'total'
  if (joined) {
    // Groups that together are no more than a number already counted are inside it.
    const isInside =
      victims !== whole &&
      !areApart(view, victims, whole) &&
      sizeOf(victims) < sizeOf(whole) &&
      // Somebody told of by himself is inside anybody's number.
      (sharesSpeaker(view, victims, whole) || (!victims.collective && whole.generic && !areOfOtherSides(victims, whole)))
    return isInside ? 'part' : 'group'
  }
  if (victims === whole)
    return list.some((one) => one !== whole && !one.part && (areApart(view, one, whole) || isAdded(view, one, whole, list)))
      ? 'group'
      : 'total'
  if (areApart(view, victims, whole) || areTwoSorts(view, victims, whole) || isAdded(view, victims, whole, list)) return 'group'
  if (victims.collective && (victims.generic || sizeOf(victims) >= sizeOf(whole))) return 'total'
  // Another speaker's number is a rival, not a part, unless its words say so.
  if (victims.collective && !sharesSpeaker(view, victims, whole)) return 'total'
  // "State television reported one death" beside a committee's fifteen.
  if (
    victims.generic &&
    victims.members.some(({ rule }) => rule === 'harm/counted' || rule === 'harm/toll') &&
    !sharesSpeaker(view, victims, whole)
  )
    return 'total'
  if (!sharesSpeaker(view, victims, whole) && victims.members.some((member) => !member.part && SINGLE.test(wordsFor(view, member))))
    return 'total'
  if (areOfOtherSides(victims, whole) || isKiller(view, victims, whole)) return 'group'
  return sizeOf(victims) < sizeOf(whole) ? 'part' : 'total'
}

const MORE = /^(?:another|an additional|a further|yet another)\b|\bmore\b/i
const ORDER = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** "Three men were killed. A fourth died later", "another four": beside those counted before, of whom nothing was told apart so far. */
const isAdded = (view: View, victims: Victims, whole: Victims, list: readonly Victims[]): boolean => {
  const first = victims.members[0]!
  if (!victims.other || victims.part || first.start < whole.members[0]!.start || !sharesSpeaker(view, victims, whole)) return false
  if (first.about.ordinal === null && !MORE.test(wordsFor(view, first))) return false
  const told = list.some(
    (one) =>
      one !== victims && one !== whole && !one.other && one.members[0]!.start > whole.members[0]!.start && sizeOf(one) < sizeOf(whole),
  )
  const isBeyond = first.about.ordinal === null || ORDER.indexOf(first.about.ordinal) + 2 > sizeOf(whole)
  return !told && !first.about.definite && isBeyond
}

/** "one soldier": counted, where "a soldier" is only told of. */
const SINGLE = /^(?:(?:only|just|at least) )?(?:one|1|a single)\b/i
const wordsFor = (view: View, { start, end }: Casualty): string => view.text.slice(start, end)

const SIDES: readonly RegExp[] = [
  /^(?:soldier|troop|trooper|serviceman|marine|paratrooper|conscript|recruit)$/,
  /^(?:rebel|militant|insurgent|fighter|guerrilla|terrorist|jihadist|extremist|attacker|gunman|assailant|bandit|militiaman|raider)$/,
  /^(?:policeman|police|constable)$/,
  /^(?:civilian|villager|farmer|resident|shopper|bystander|worshipper|pilgrim|pedestrian|passer-by)$/,
]
/** "killed his wife and two sons, then himself": not one of those he killed. */
const isSelf = ({ members }: Victims): boolean => members.every(({ about }) => REFLEXIVE.has(about.noun)) && members.length > 0
/** "seven people were dead before the gunman killed himself", "killed his wife and two sons, then himself": the dead told of before him are others. */
const isKiller = (view: View, victims: Victims, whole: Victims): boolean =>
  isSelf(victims) &&
  (!whole.generic ||
    whole.members.some((x) =>
      victims.members.some(
        (y) => x.start < y.start && x.predicate !== y.predicate && view.tokens[x.head]!.sentence === view.tokens[y.head]!.sentence,
      ),
    ))
const REFLEXIVE: ReadonlySet<string> = new Set(['himself', 'herself', 'themselves'])

const sideOf = ({ nouns }: Victims): number => SIDES.findIndex((side) => [...nouns].some((noun) => side.test(noun)))

/** "killed 15 rebels … three soldiers also died": those of one side are not among those of another. */
const areOfOtherSides = (victims: Victims, whole: Victims): boolean => {
  if (victims.members.some(({ rule }) => rule === 'harm/lost') !== whole.members.some(({ rule }) => rule === 'harm/lost')) return true
  const own = sideOf(victims)
  const other = sideOf(whole)
  return own >= 0 && other >= 0 && own !== other
}

const sharesSpeaker = (view: View, a: Victims, b: Victims): boolean =>
  a.members.some((x) => b.members.some((y) => speakerOf(view, x.statement) === speakerOf(view, y.statement)))

const liveMembers = (victims: Victims, attribute: Attribute): readonly Casualty[] =>
  victims.members.filter((member) => isLive(member) && HARMS[attribute].includes(member.harm))

const drawDrafts = (
  view: View,
  scopeOf: (casualty: Casualty) => Scope | null,
  attribute: Attribute,
  victims: Victims,
  extent: Figure['extent'],
): FigureDraft[] => {
  const drafts: FigureDraft[] = []
  const bySpeaker = new Map<string, Casualty[]>()
  for (const member of liveMembers(victims, attribute)) {
    const speaker = `${speakerOf(view, member.statement)} ${isRetracted(view, member)}`
    const list = bySpeaker.get(speaker)
    if (list) list.push(member)
    else bySpeaker.set(speaker, [member])
  }
  for (const members of bySpeaker.values()) {
    const carrying = members.filter(({ amount }) => amount !== null)
    const shown = carrying.length > 0 ? carrying : members
    const first = shown[0]!
    // "most of them children" counts nobody.
    if (!first.amount && first.share) continue
    const amount = first.amount ?? { low: victims.low, high: victims.high, approximate: false, words: null }
    if (amount.low === null && amount.high === null) continue
    const [span, ...rest] = shown.map(({ start, end }) => ({ start, end }))
    drafts.push({
      attribute,
      value: { ...amount, extent, people: peopleOf(view, first), scope: scopeOf(first) },
      spans: [span!, ...rest],
      at: first.start,
      statement: first.statement,
      // What a correction withdraws, the document denies.
      modality: isRetracted(view, first) ? 'denied' : first.manner.modality,
      because: [...new Set([...first.because, `figure/${extent}`, ...(first.manner.because ? [first.manner.because] : [])])],
      of: null,
      revises: null,
      retracts: isRetracted(view, first),
    })
  }
  return drafts
}

/** Of "four people were shot, one fatally" three were wounded: the number shot less the dead among them. */
const lessKilled = (view: View, shot: readonly Victims[], killed: readonly Victims[]): ReadonlyMap<Victims, number> => {
  const less = new Map<Victims, number>()
  const dead = killed.filter((one) => !one.members.every((member) => member.none))
  const whole = wholeOf(dead)
  const sum = whole ? sizeOf(whole) : dead.reduce((n, one) => n + sizeOf(one), 0)
  if (sum === 0) return less
  for (const victims of shot) {
    if (!victims.collective || victims.other) continue
    if (!victims.members.every(({ harm }) => harm === 'shot')) continue
    const shotFirst = victims.members[0]!
    const isBeside = dead.some((one) =>
      one.members.some(
        (member) =>
          view.tokens[member.head]!.sentence === view.tokens[shotFirst.head]!.sentence && member.start < shotFirst.start && !one.part,
      ),
    )
    if (isBeside || (victims.high ?? victims.low ?? 0) < sum) continue
    less.set(victims, sum)
  }
  return less
}

const isOldFigure = (view: View, { rule, head }: Casualty): boolean =>
  rule === 'harm/toll' &&
  (caseOf(view, head) === 'from' ||
    view.tokens[head - 1]?.lower === 'from' ||
    // "the initial toll of seven", "the toll, earlier given as 15"
    (/^(?:of|as|at)$/.test(view.tokens[head - 1]?.lower ?? '') &&
      view.tokens
        .slice(Math.max(0, head - 6), head)
        .some(
          ({ lower, sentence }) =>
            sentence === view.tokens[head]!.sentence && /^(?:initial|previous|earlier|provisional|first|original|preliminary)$/.test(lower),
        )))

const linkRevisions = (view: View, casualties: readonly Casualty[], drafts: readonly FigureDraft[]): void => {
  const draftOf = (casualty: Casualty): FigureDraft | undefined =>
    drafts.find((draft) => draft.spans.some((span) => span.start === casualty.start))
  for (const old of casualties.filter((casualty) => isOldFigure(view, casualty))) {
    const fresh = casualties.find(
      (one) => one.predicate === old.predicate && one !== old && one.rule === old.rule && !isOldFigure(view, one),
    )
    const earlier = draftOf(old)
    const later = fresh && draftOf(fresh)
    if (!earlier || !later || earlier === later) continue
    for (const draft of drafts)
      if (
        draft.attribute === later.attribute &&
        draft.value.low === later.value.low &&
        draft !== earlier &&
        speakerOf(view, draft.statement) === speakerOf(view, later.statement)
      )
        draft.revises = earlier
  }
}

/** "Two of its soldiers": of all its soldiers, not of those harmed. */
const OF_A_SIDE = /\bof (?:its|his|her|their|our|my)\b/i

/** "Two of its soldiers were killed" is a part only of a number that the same speaker gives for the same harm, "two of them" of anybody's. */
const asWhole = (view: View, casualty: Casualty, all: readonly Casualty[]): Casualty => {
  if (!casualty.share || casualty.amount === null) return casualty
  const size = casualty.amount.low ?? 1
  const isOfASide = OF_A_SIDE.test(wordsFor(view, casualty))
  const isInside = all.some(
    (one) =>
      one.harm === casualty.harm &&
      !one.part &&
      !one.none &&
      one.amount !== null &&
      (one.amount.low ?? one.amount.high ?? 0) > size &&
      (!isOfASide || speakerOf(view, one.statement) === speakerOf(view, casualty.statement)),
  )
  return isInside ? casualty : { ...casualty, part: false }
}

/** The figures of one incident: who says how many were killed, wounded, missing, taken or driven out, and how the numbers hang together. */
export const findFigures = (view: View, counts: CountIndex, happenings: readonly Happening[]): readonly FigureDraft[] => {
  const casualties = withSums(
    view,
    happenings.flatMap((happening) => happening.casualties),
  )
  const scopeOf = scopesOf(view, counts, casualties, happenings)
  const victims = findVictims(
    view,
    casualties.filter(isLive).map((casualty) => asWhole(view, casualty, casualties)),
  )
  const dead = new Set(victims.filter((one) => liveMembers(one, 'killed').some(({ manner }) => manner.modality !== 'denied')))
  const drafts: FigureDraft[] = []
  for (const attribute of ATTRIBUTES) {
    // Whoever was shot or wounded and died is counted among the dead.
    const list = victims.filter(
      (one) => (one.low ?? one.high) !== null && liveMembers(one, attribute).length > 0 && !(attribute === 'wounded' && dead.has(one)),
    )
    const whole = wholeOf(list)
    const killedBelow = attribute === 'wounded' ? lessKilled(view, list, [...dead]) : undefined
    const own: { victims: Victims; draft: FigureDraft }[] = []
    for (const one of list) {
      const less = killedBelow?.get(one)
      if (less !== undefined && one.low !== null && one.low - less <= 0) continue
      for (const draft of drawDrafts(view, scopeOf, attribute, one, extentOf(view, one, whole, list))) {
        const { low, high } = draft.value
        const value =
          less === undefined
            ? draft.value
            : { ...draft.value, low: low === null ? null : low - less, high: high === null ? null : high - less }
        own.push({
          victims: one,
          draft: less === undefined ? draft : { ...draft, value, because: [...draft.because, 'figure/shot-less-killed'] },
        })
      }
    }
    const total = own.find((one) => one.victims === whole)?.draft ?? null
    for (const { draft } of own) if (draft.value.extent === 'part') draft.of = draft === total ? null : total
    drafts.push(...own.map(({ draft }) => draft))
    for (const casualty of casualties)
      if (casualty.none && attribute !== 'captured' && HARMS[attribute].includes(casualty.harm) && isLive(casualty))
        drafts.push({
          attribute,
          value: { low: 0, high: 0, approximate: false, words: null, extent: 'total', people: peopleOf(view, casualty), scope: null },
          spans: [{ start: casualty.start, end: casualty.end }],
          at: casualty.start,
          statement: casualty.statement,
          modality: casualty.manner.modality === 'denied' ? 'asserted' : casualty.manner.modality,
          because: casualty.because,
          of: null,
          revises: null,
          retracts: false,
        })
  }
  linkRevisions(view, casualties, drafts)
  return drafts.sort((a, b) => a.at - b.at)
}
