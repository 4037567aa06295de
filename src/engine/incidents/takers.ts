import type { PartyMention } from '../../model/mention.ts'
import { span } from '../../model/span.ts'
import { phraseOf } from '../claims/describe.ts'
import { agentsOf, baseOf, caseOf, conjuncts, dependents, objectsOf, obliques, subjectOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { DOING_VERBS } from '../mentions/act/lexicon.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'
import type { Taking } from './happening.ts'

/** The party mention that a token heads, or stands in. */
export const partyAt = (view: View, i: number): PartyMention | undefined => {
  const token = view.tokens[i]!
  const covering = view.within('party', token).filter((party) => party.start <= token.start && party.end >= token.end)
  const heading = covering.filter(
    (party) => token.head < 0 || view.tokens[token.head]!.start < party.start || view.tokens[token.head]!.start >= party.end,
  )
  const found = heading[0] ?? covering.at(-1)
  if (found) return found
  if (token.upos !== 'PROPN') return undefined
  // The parse may hang a name on a word that its mention leaves out ("Al" of "Al-Hashd").
  const [first, last] = phraseOf(view, i)
  return view.within('party', span(view.tokens[first]!.start, view.tokens[last]!.end))[0]
}

/** Everybody that a party's words name: "U.S. forces" speaks of the United States too. */
export const actorsIn = (view: View, { mention, span: own }: Pick<Taking, 'mention' | 'span'>): readonly string[] => [
  mention.id,
  ...(mention.actor ? [mention.actor] : []),
  ...view.within('party', own).flatMap(({ actor, start, end }) => (actor && start >= own.start && end <= own.end ? [actor] : [])),
  // "us-forces" are forces of "us".
  ...(/^[a-z]{2}-/.test(mention.actor ?? '') ? [mention.actor!.slice(0, 2)] : []),
]

const BODY = /^(?:group|person)$/

/** "gang raid", "rebel attack": the noun right before a deed, where it means people, with a mention of its own. */
export const doerBeforeNoun = (view: View, i: number): Taking | undefined => {
  const { tokens } = view
  let at = i - 1
  // "coalition air strikes", "rebel rocket attack": past the words for what sort of deed it was.
  while (at > 0 && i - at < 4 && DEED_SORTS.test(tokens[at]!.lower)) at--
  const before = tokens[at]
  if (!before || before.sentence !== tokens[i]!.sentence || before.upos !== 'NOUN' || view.within('party', before).length > 0)
    return undefined
  const noun = singular(before.lemma)
  const sort = classOfNoun(noun)
  if (!sort || !BODY.test(sort) || !ARMED_MODIFIERS.test(noun)) return undefined
  const mention = view.mint({
    id: '',
    kind: 'party',
    start: before.start,
    end: before.end,
    type: 'group',
    named: false,
    actor: null,
  } as PartyMention)
  return { mention, span: span(before.start, before.end), token: at, rule: 'party/before-deed' }
}
const DEED_SORTS =
  /^(?:air|drone|rocket|missile|mortar|artillery|suicide|bomb|car|grenade|ground|gun|arson|hit-and-run|knife|machete|cross-border|night|dawn|pre-dawn)$/
const ARMED_MODIFIERS =
  /^(?:gang|rebel|militant|guerrilla|guerilla|terrorist|insurgent|militia|army|police|military|government|jihadist|jihadi|separatist|paramilitary|bandit|cartel|mob|rioter|gunman|soldier|troop|sniper|commando|extremist|islamist|state|settler|vigilante|pirate|subversive|squad|coalition|force)$/

/** For a pronoun or a definite description, the mention it stands for. */
export type Resolve = (i: number) => PartyMention | undefined

/** "accused government troops of burning houses": where the parse took the deed for a part of the party, the words before it. */
const withoutDeed = (view: View, mention: PartyMention): PartyMention | undefined => {
  const at = / (?:of|for|with) \p{L}{2,15}ing /u.exec(view.text.slice(mention.start, mention.end))
  if (!at) return undefined
  const verb = view.tokens[view.tokenAt(mention.start + at.index + 5)]!
  if (verb.xpos !== 'VBG') return undefined
  return view.mint({ ...mention, id: '', end: mention.start + at.index })
}

/** Turns a token that stands for a party into what takes part, with its own words as the span. */
export const takingAt = (view: View, resolve: Resolve, i: number, rule: string): Taking | undefined => {
  const own = partyAt(view, i)
  const fullest = resolve(i) ?? own
  if (!fullest) return undefined
  const token = view.tokens[i]!
  // "Sudanese security forces" are more than "Sudanese"; "the group" is less than its name.
  const says = own !== undefined && own.type !== 'geopolitical' && fullest.type === 'geopolitical'
  const mention = own && (says || (own.named && own.end - own.start > fullest.end - fullest.start)) ? own : fullest
  if (own) {
    const short = withoutDeed(view, own)
    return short
      ? { mention: short, span: span(short.start, short.end), token: i, rule }
      : { mention, span: span(own.start, own.end), token: i, rule }
  }
  const [first, last] = phraseOf(view, i)
  const whole = span(view.tokens[first]!.start, view.tokens[last]!.end)
  return { mention, span: whole.end - whole.start <= 90 ? whole : span(token.start, token.end), token: i, rule }
}

const OF_AGENTS: ReadonlySet<string> = new Set(
  'attack assault raid onslaught aggression offensive ambush incursion strike bombardment shelling'.split(' '),
)

/** Words right before a noun of action that name its doer: "American bombing", "KH strikes", "the army's shelling". */
const modifiersOf = (view: View, i: number): readonly number[] =>
  view.children(i).filter((child) => {
    const { deprel, upos } = view.tokens[child]!
    return (
      child < i &&
      (deprel === 'nmod:poss' ||
        ((deprel === 'compound' || deprel === 'amod' || deprel === 'nmod') && (upos === 'PROPN' || upos === 'ADJ' || upos === 'NOUN')))
    )
  })

const isParty = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  if (view.within('weapon', token).length > 0) return false
  return view.within('party', token).some((party) => party.type !== 'facility' && party.type !== 'vehicle')
}

const isNationality = (view: View, i: number): boolean =>
  view.tokens[i]!.deprel !== 'nmod:poss' || view.within('party', view.tokens[i]!).length > 0

/** "Northern Front (NF) attacks": the body named right before, whatever the parse. */
export const partyRightBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  let at = i - 1
  if (/^[)\]]$/.test(tokens[at]?.text ?? '')) at--
  const token = tokens[at]
  if (!token || token.sentence !== tokens[i]!.sentence || token.upos !== 'PROPN') return undefined
  return view
    .within('party', token)
    .some(({ named, type, end }) => named && type !== 'person' && type !== 'facility' && end <= tokens[i]!.start)
    ? at
    : undefined
}

/** "warplanes of the coalition", "Turkish artillery", "its aircraft": whose arms or machines they are, by their head. */
export const ownersOf = (view: View, i: number): readonly number[] => {
  const { tokens } = view
  const isArm =
    view.within('weapon', tokens[i]!).length > 0 ||
    view.within('party', tokens[i]!).some(({ type }) => type === 'vehicle') ||
    MACHINES.test(tokens[i]!.lemma)
  if (!isArm) return []
  const owners = obliques(view, i)
    .filter(({ word, head }) => (word === 'of' || word === 'from') && isParty(view, head))
    .map(({ head }) => head)
  const before = view
    .children(i)
    .filter(
      (child) =>
        child < i &&
        (tokens[child]!.deprel === 'nmod:poss' ||
          ((tokens[child]!.deprel === 'amod' || tokens[child]!.deprel === 'compound') && isParty(view, child))),
    )
  // "a missile launched from a Russian bomber", "a rocket fired by rebels".
  const launched = dependents(view, i, 'acl')
    .filter((child) => /^(?:launch|fire|drop|plant|lob|throw|lay|place)$/.test(tokens[child]!.lemma))
    .flatMap((child) => [
      ...agentsOf(view, child),
      ...obliques(view, child)
        .filter(({ word, head }) => (word === 'from' || word === 'by') && view.within('place', tokens[head]!).length === 0)
        .flatMap(({ head }) => (isParty(view, head) ? [head] : ownersOfMachine(view, head))),
    ])
  return [...owners, ...before, ...launched]
}
const MACHINES =
  /^(?:aircraft|plane|warplane|jet|helicopter|gunship|bomber|drone|artillery|battery|tank|warship|navy|gunboat|launcher|gun|cannon|missile|rocket|mortar|shell)$/

const ownersOfMachine = (view: View, i: number): readonly number[] =>
  MACHINES.test(view.tokens[i]!.lemma) ? view.children(i).filter((child) => child < i && isParty(view, child)) : []

/** The tokens of those who do what a noun says. */
export const doersOfNoun = (view: View, i: number, { patientOfIsVictim }: Readonly<{ patientOfIsVictim: boolean }>): readonly number[] => {
  const { tokens } = view
  const doers: number[] = []
  for (const { word, head } of obliques(view, i)) {
    if (word === 'by') doers.push(...conjuncts(view, head))
    if (word === 'of' && OF_AGENTS.has(tokens[i]!.lemma) && isParty(view, head)) doers.push(head)
  }
  if (!patientOfIsVictim) doers.push(...modifiersOf(view, i).filter((child) => isParty(view, child) && isNationality(view, child)))
  else
    doers.push(
      ...modifiersOf(view, i).filter(
        (child) => tokens[child]!.deprel !== 'nmod:poss' && isParty(view, child) && partyAt(view, child)?.type !== 'person',
      ),
    )
  if (doers.length === 0) {
    const before = partyRightBefore(view, i)
    if (before !== undefined) doers.push(before)
  }
  const verb = tokens[i]!.head
  if (verb >= 0 && tokens[verb]!.upos === 'VERB' && DOING_VERBS.has(tokens[verb]!.lemma)) {
    const relation = baseOf(tokens[i]!)
    if (relation === 'obj' || (relation === 'obl' && tokens[verb]!.lemma === 'participate')) {
      const subject = subjectOf(view, verb)
      if (subject !== undefined) doers.push(...conjuncts(view, subject))
    } else if (tokens[i]!.deprel === 'nsubj:pass') doers.push(...agentsOf(view, verb))
  }
  for (const child of dependents(view, i, 'acl')) {
    const token = tokens[child]!
    if (token.xpos === 'VBN' && /^(?:carry|launch|conduct|commit|stage|perpetrate|mount|order|plan)$/.test(token.lemma)) {
      doers.push(...agentsOf(view, child))
    }
  }
  return [...new Set(doers)]
}

const AIMED: ReadonlySet<string> = new Set(['on', 'against', 'at', 'upon', 'targeting', 'toward', 'towards', 'into'])

/** "an attempt on the life of the judge", "on the judge's life": the judge. */
const whoseLife = (view: View, i: number): readonly number[] => {
  if (view.tokens[i]!.lemma !== 'life') return [i]
  const owner =
    obliques(view, i).find(({ word }) => word === 'of')?.head ??
    view.children(i).find((child) => view.tokens[child]!.deprel === 'nmod:poss')
  return owner === undefined ? [] : conjuncts(view, owner)
}

/** The tokens of what a noun of action is aimed at. */
export const aimsOfNoun = (view: View, i: number): readonly number[] => {
  const aims = obliques(view, i)
    .filter(({ word }) => AIMED.has(word) && word !== 'into' && word !== 'at')
    .flatMap(({ head }) => conjuncts(view, head))
    .flatMap((head) => whoseLife(view, head))
  aims.push(
    ...obliques(view, i)
      .filter(
        ({ word, head }) =>
          word === 'at' && view.within('time', view.tokens[head]!).length === 0 && view.within('place', view.tokens[head]!).length === 0,
      )
      .map(({ head }) => head),
  )
  const verb = view.tokens[i]!.head
  if (verb >= 0 && view.tokens[verb]!.upos === 'VERB') {
    const { lemma } = view.tokens[verb]!
    if (DOING_VERBS.has(lemma))
      aims.push(
        ...obliques(view, verb)
          .filter(
            ({ word, head }) => (word === 'on' || word === 'against') && head > i && view.within('time', view.tokens[head]!).length === 0,
          )
          .flatMap(({ head }) => conjuncts(view, head)),
      )
    if (/^(?:target|hit|strike|destroy|damage|kill|wound)$/.test(lemma) && view.tokens[i]!.deprel.startsWith('nsubj'))
      aims.push(...objectsOf(view, verb))
    if (lemma === 'be')
      aims.push(
        ...obliques(view, verb)
          .filter(({ word }) => word === 'against')
          .map(({ head }) => head),
      )
  }
  for (const child of dependents(view, i, 'acl'))
    if (/^(?:target|hit|aim|strike)$/.test(view.tokens[child]!.lemma))
      aims.push(
        ...objectsOf(view, child),
        ...obliques(view, child)
          .filter(({ word }) => word === 'at')
          .map(({ head }) => head),
      )
  if (
    /^(?:bombing|shelling|bombardment|destruction|burning|looting|sabotage|raid|storming|seizure|capture|robbery)$/.test(
      view.tokens[i]!.lemma,
    )
  )
    aims.push(
      ...obliques(view, i)
        .filter(({ word }) => word === 'of')
        .flatMap(({ head }) => conjuncts(view, head)),
    )
  // "strikes were against five sites"
  if (aims.length === 0 && view.tokens[i]!.deprel.startsWith('nsubj') && verb >= 0 && caseOf(view, verb) === 'against')
    aims.push(...conjuncts(view, verb))
  return [...new Set(aims)]
}
