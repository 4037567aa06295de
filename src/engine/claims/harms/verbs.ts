import { classOfNoun, singular } from '../../mentions/party/nouns.ts'
import { countedBeforeAside, isCountedBy, isPassiveByWords, phraseAfter, phraseBefore } from '../chunks.ts'
import {
  agentsOf,
  baseOf,
  conjuncts,
  dependents,
  hasDependent,
  isPassive,
  joinedWith,
  modifiedBy,
  objectsOf,
  subjectOf,
} from '../grammar.ts'
import { meansPeople } from '../people.ts'
import type { View } from '../view.ts'
import { type Found, harmRule } from './reading.ts'
import { DEADLY, DONE_TO, DONE_TO_PEOPLE, type Harm, LIFE_VERBS, lemmaOf, SUFFER, SUFFERED, UNDERGONE } from './words.ts'

const isVerb = (view: View, i: number): boolean => {
  const { upos, xpos } = view.tokens[i]!
  return upos === 'VERB' || (upos === 'ADJ' && xpos === 'VBN') || isHeadlineVerb(view, i)
}

const PRESENT =
  /^(?:kills|wounds|injures|shoots|slays|murders|kidnaps|abducts|hurts|massacres|executes|arrests|captures|claims|stabs|assassinates)$/

/** "Blast kills 12": what the tagger takes for a noun in the clipped grammar of headlines. */
const isHeadlineVerb = (view: View, i: number): boolean =>
  PRESENT.test(view.tokens[i]!.lower) &&
  i > 0 &&
  view.tokens[i - 1]!.sentence === view.tokens[i]!.sentence &&
  phraseAfter(view, i) !== undefined

const notThings = (view: View, heads: readonly number[]): readonly number[] => heads.filter((head) => meansPeople(view, head) !== false)
const onlyPeople = (view: View, heads: readonly number[]): readonly number[] => heads.filter((head) => meansPeople(view, head) === true)

const withConjuncts = (view: View, head: number | undefined): readonly number[] => (head === undefined ? [] : conjuncts(view, head))

/** "fatally shot", "shot dead", "stabbed to death", "shot and killed": the victim did not survive. */
const isDeadly = (view: View, i: number): boolean => {
  const { tokens } = view
  for (let at = Math.max(0, i - 2); at < i; at++) if (DEADLY.has(tokens[at]!.lower) && tokens[at]!.lower.endsWith('ly')) return true
  for (const child of view.children(i)) {
    const token = tokens[child]!
    if (token.lower === 'fatally' && child > i && isCloseBehind(view, i, child)) return true
    if (token.lower === 'death' && child > i && view.children(child).some((mark) => tokens[mark]!.lower === 'to')) return true
    if (token.deprel === 'conj' && (token.lemma === 'kill' || token.lemma === 'die') && child - i < 8 && isCloseBehind(view, i, child))
      return true
  }
  const next = tokens[i + 1]
  return (next?.lower === 'dead' || (next?.lower === 'to' && tokens[i + 2]?.lower === 'death')) && next.sentence === tokens[i]!.sentence
}

/** Nobody else is counted between a verb and a word behind it: not so in "shot, three fatally". */
const isCloseBehind = (view: View, i: number, behind: number): boolean => {
  for (let at = i + 1; at < behind; at++)
    if (view.tokens[at]!.upos === 'NUM' || view.tokens[at]!.upos === 'PROPN' || view.tokens[at]!.upos === 'NOUN') return false
  return true
}

/** "cut down", "mowed down": people, and never trees. */
const FELLED = /^(?:cut|mow|hack|scythe)$/

const harmOf = (view: View, i: number): Readonly<{ harm: Harm; strict: boolean }> | undefined => {
  const token = view.tokens[i]!
  const lemma = lemmaOf(token)
  const particle = view
    .children(i)
    .map((child) => view.tokens[child]!)
    .find(({ deprel }) => deprel === 'compound:prt')?.lower
  if (lemma === 'gun') return particle === 'down' || view.tokens[i + 1]?.lower === 'down' ? { harm: 'killed', strict: false } : undefined
  if (FELLED.test(lemma) && (particle === 'down' || view.tokens[i + 1]?.lower === 'down')) return { harm: 'killed', strict: true }
  if (lemma === 'shoot' && (particle === 'down' || view.tokens[i + 1]?.lower === 'down')) return undefined
  const loose = DONE_TO.get(lemma)
  const harm = loose ?? DONE_TO_PEOPLE.get(lemma)
  if (!harm) return undefined
  const dies = (harm === 'shot' || harm === 'wounded') && isDeadly(view, i)
  return { harm: dies ? 'killed' : harm, strict: loose === undefined || harm === 'shot' }
}

/** A subject and those joined with it; the parser may hang each of "two militants and a soldier" on the verb. */
const withOthers = (view: View, i: number, subject: number): readonly number[] => {
  const own = dependents(view, i, 'nsubj')
  // "A professor, Dr. Amin, was killed": one, and his name.
  const isNamed = (head: number): boolean =>
    head > subject &&
    view.tokens[head]!.upos === 'PROPN' &&
    !view.tokens.slice(subject, head).some(({ upos }) => upos === 'CCONJ' || upos === 'NUM')
  const others = own.length > 1 && own.includes(subject) ? own.filter((head) => head < i && !isNamed(head)) : []
  return [...new Set([...conjuncts(view, subject), ...others])].sort((a, b) => a - b)
}

/** "A woman who was standing nearby was hit": the noun that opens the sentence, where a relative clause follows it. */
const topicOf = (view: View, i: number): number | undefined => {
  const { first } = view.sentences[view.tokens[i]!.sentence]!
  for (let at = first; at < i && at < first + 12; at++) {
    const token = view.tokens[at]!
    if (/^(?:who|that|whose)$/.test(token.lower) && at > first && meansPeople(view, at - 1) === true) return at - 1
    if (token.upos === 'VERB') return undefined
  }
  return undefined
}

const SHOOTERS =
  /^(?:gunman|gunmen|shooter|attacker|assailant|soldier|troop|militant|rebel|police|policeman|officer|guard|sniper|suspect|he|she|they|who)$/

/** "Gunmen shot at a car": nobody is said to be hit. "Five people shot at a club" were. */
export const isShotAt = (view: View, i: number): boolean => {
  const before = view.tokens[i - 1]
  return (
    view.tokens[i]!.lower === 'shot' &&
    view.tokens[i + 1]?.lower === 'at' &&
    before !== undefined &&
    (SHOOTERS.test(before.lemma) || SHOOTERS.test(before.lower)) &&
    !isPassiveByWords(view, i)
  )
}

/** "no fewer than 11 persons": the parse may take the comparison for what is counted. */
const COMPARED = /^(?:fewer|less|more)$/

const REPORTED_PASSIVE: ReadonlySet<string> = new Set(['VBN', 'VBD', 'JJ'])

/** Those to whom a transitive verb was done, with those who did it. */
export const patientsOf = (view: View, i: number): Readonly<{ patients: readonly number[]; agents: readonly number[] }> => {
  const token = view.tokens[i]!
  const passive = isPassive(view, i) || isPassiveByWords(view, i)
  const beforeAside = passive ? countedBeforeAside(view, i) : undefined
  if (beforeAside !== undefined && meansPeople(view, beforeAside) !== false)
    return { patients: joinedWith(view, beforeAside).filter((head) => head < i), agents: agentsOf(view, i) }
  // "Teen killed, 3 hurt": what stands behind a comma is no object.
  const isCut = view.tokens[i + 1]?.text === ','
  const objects =
    passive || isCut
      ? []
      : objectsOf(view, i).map((head) => (COMPARED.test(view.tokens[head]!.lower) ? (phraseAfter(view, i) ?? head) : head))
  const noun = modifiedBy(view, i)
  // "shot dead at least 15 people": the words behind "dead" are the object.
  const dead = view.tokens[i + 1]?.lower === 'dead' && !passive ? phraseAfter(view, i + 1) : undefined
  if (dead !== undefined) return { patients: conjuncts(view, dead), agents: withConjuncts(view, subjectOf(view, i)) }
  if (objects.length > 0) {
    const subject = subjectOf(view, i) ?? noun
    return { patients: objects, agents: withConjuncts(view, subject) }
  }
  if (!passive && isShotAt(view, i)) return { patients: [], agents: [] }
  const active = isPerfect(view, i)
  // "wounded 17", "killed at least 30": a number right behind is the object, whatever the parse.
  if (!passive && view.within('count', view.tokens[i + 1] ?? token).some(({ start }) => start > token.start)) {
    const counted = phraseAfter(view, i)
    const isPeople = counted !== undefined && (view.tokens[counted]!.upos === 'NUM' || meansPeople(view, counted) === true)
    if (isPeople && view.tokens[i + 1]!.sentence === token.sentence)
      return { patients: conjuncts(view, counted), agents: withConjuncts(view, subjectOf(view, i)) }
  }
  if (!passive && (active || (token.xpos !== 'VBN' && noun === undefined))) {
    const after = phraseAfter(view, i)
    if (after !== undefined) return { patients: conjuncts(view, after), agents: withConjuncts(view, subjectOf(view, i)) }
  }
  if (active) return { patients: [], agents: [] }
  if (noun !== undefined && token.xpos !== 'VBG') {
    const own = dependents(view, i, 'nsubj')[0]
    const isRelativeObject = token.deprel === 'acl:relcl' && own !== undefined && !isPassive(view, i) && subjectOf(view, i) !== noun
    // "on the road where one man was injured"
    if (token.deprel === 'acl:relcl' && own !== undefined && passive) {
      const subject = subjectOf(view, i)
      if (subject !== undefined && subject !== noun) return { patients: withOthers(view, i, subject), agents: agentsOf(view, i) }
    }
    if (isRelativeObject) return { patients: conjuncts(view, noun), agents: withConjuncts(view, own) }
    // "Fourteen pupils and two priests who were seized"
    const isOfAll = view.tokens[noun + 1]?.lower === 'who' && view.tokens[noun + 2]?.lower === 'were' && isCountedBy(view, noun)
    const heads = isOfAll ? joinedWith(view, noun) : conjuncts(view, noun)
    return { patients: heads.filter((head) => head <= i), agents: agentsOf(view, i) }
  }
  // "13 were injured and one killed": the number before a joined verb is its own.
  const counted = token.deprel === 'conj' && REPORTED_PASSIVE.has(token.xpos) ? phraseBefore(view, i) : undefined
  if (
    counted !== undefined &&
    counted > token.head &&
    view.tokens[counted]!.upos === 'NUM' &&
    view.within('count', view.tokens[counted]!).length > 0
  )
    return { patients: [counted], agents: agentsOf(view, i) }
  const told = subjectOf(view, i) ?? (passive ? bareBefore(view, i) : undefined)
  const isCompared = told !== undefined && COMPARED.test(view.tokens[told]!.lower) && view.tokens[told + 1]?.lower === 'than'
  const subject = isCompared ? (phraseAfter(view, told + 1) ?? told) : told
  if (
    subject !== undefined &&
    REPORTED_PASSIVE.has(token.xpos) &&
    (passive || sharesPassive(view, i) || (isBare(view, i) && meansPeople(view, subject) === true))
  )
    return { patients: withOthers(view, i, subject), agents: agentsOf(view, i) }
  if (baseOf(token) === 'amod' && token.head > i && isUnbroken(view, i, token.head))
    return { patients: conjuncts(view, token.head).filter((head) => head >= token.head), agents: [] }
  if (REPORTED_PASSIVE.has(token.xpos) || token.upos === 'ADJ') {
    const before = phraseBefore(view, i) ?? (passive ? topicOf(view, i) : undefined)
    if (before !== undefined && (passive || meansPeople(view, before) === true))
      return { patients: joinedWith(view, before).filter((head) => head <= i), agents: agentsOf(view, i) }
    const after = token.xpos === 'VBD' ? phraseAfter(view, i) : undefined
    if (after !== undefined) return { patients: conjuncts(view, after), agents: [] }
  }
  return { patients: [], agents: [] }
}

/** "had killed", "has not wounded": active for all its participle. */
const isPerfect = (view: View, i: number): boolean => {
  const { tokens } = view
  for (let at = i - 1; at >= 0 && i - at < 4 && tokens[at]!.sentence === tokens[i]!.sentence; at--) {
    const { lower, upos } = tokens[at]!
    if (/^(?:have|has|had|having|'ve|’ve)$/.test(lower)) return true
    if (upos !== 'ADV' && upos !== 'PART') return false
  }
  return false
}

/** Nothing but modifiers between an adjective and its noun. */
export const isUnbroken = (view: View, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) {
    const { upos } = view.tokens[at]!
    if (!/^(?:ADJ|NOUN|PROPN|PUNCT|CCONJ|NUM|ADV)$/.test(upos)) return false
    // "one man dead and six others": others are counted anew.
    if (upos === 'CCONJ' && view.tokens[at + 1]?.upos === 'NUM') return false
  }
  return true
}

/** "was shot and wounded": the second verb has the first one's auxiliary. */
const sharesPassive = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  return token.deprel === 'conj' && token.head >= 0 && (isPassive(view, token.head) || REPORTED_PASSIVE.has(view.tokens[token.head]!.xpos))
}

/** "At least five members of a family, including three children, were killed": the parse may hang them on the verb with no role. */
const bareBefore = (view: View, i: number): number | undefined =>
  view
    .children(i)
    .find(
      (child) =>
        child < i &&
        /^(?:obl|nmod|dep|dislocated|parataxis|obj)$/.test(baseOf(view.tokens[child]!)) &&
        /^(?:NOUN|NUM)$/.test(view.tokens[child]!.upos) &&
        !hasDependent(
          view,
          child,
          ({ deprel, i: mark }) => deprel === 'case' && mark < child && !view.within('count', view.tokens[mark]!).length,
        ) &&
        meansPeople(view, child) === true,
    )

/** Headlines leave "were" out: "Three killed in blast". */
const isBare = (view: View, i: number): boolean => !hasDependent(view, i, ({ deprel }) => deprel.startsWith('aux'))

/** Towns are held and groups held responsible; only people are held captive. */
const HOLDING = /^(?:hold|seize|hit|snatch)$/
const STRIKING: ReadonlySet<string> = new Set(['strike', 'hit', 'spray'])
const PROJECTILES =
  /^(?:bullet|gunfire|shot|gunshot|round|bomb|blast|explosion|missile|rocket|shell|mortar|shrapnel|grenade|strike|airstrike|attack|drone|fire|car|truck|vehicle|debris|glass|fragment|pellet|knife|it|that|which)$/

/** "A bomb hit a patrol": nobody is said to be hurt. */
const BODIES =
  /^(?:patrol|convoy|unit|position|post|checkpoint|crowd|group|column|brigade|battalion|team|squad|party|camp|gathering|rally|procession|army|police|force|forces|platoon|garrison|leadership|command)$/

/** "A jail that holds 2,500 people": how many there are in it. */
const isRoomFor = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  const holder = subjectOf(view, i) ?? modifiedBy(view, baseOf(token) === 'conj' ? token.head : i)
  return holder !== undefined && lemmaOf(token) === 'hold' && classOfNoun(singular(view.tokens[holder]!.lemma)) === 'facility'
}

/** A bullet hits somebody, prices hit nobody. */
const canStrike = (view: View, i: number): boolean => meansPeople(view, i) === true || PROJECTILES.test(view.tokens[i]!.lemma)

export const doneTo = harmRule({
  name: 'harm/done-to',
  about: 'Somebody is killed, wounded, shot, taken or driven out, as the object of a verb or the subject of its passive.',
  at: (view, i): readonly Found[] => {
    if (!isVerb(view, i)) return []
    const found = harmOf(view, i)
    if (!found) return []
    const { patients, agents } = patientsOf(view, i)
    const people = found.strict
      ? onlyPeople(view, patients).filter((head) => !BODIES.test(view.tokens[head]!.lower))
      : notThings(view, patients)
    if (
      HOLDING.test(lemmaOf(view.tokens[i]!)) &&
      (people.every((head) => view.tokens[head]!.upos === 'PROPN') ||
        isRoomFor(view, i) ||
        view.children(i).some((child) => /^(?:responsible|accountable|liable)$/.test(view.tokens[child]!.lower)))
    )
      return []
    if (STRIKING.has(lemmaOf(view.tokens[i]!)) && agents.some((agent) => !canStrike(view, agent))) return []
    return people.length > 0 ? [{ harm: found.harm, patients: people, agents }] : []
  },
  examples: [
    'At least 25 «fighters» were killed in the raid.',
    'The blast wounded four «soldiers» and two «policemen».',
    'A «man» was shot near the station on Tuesday.',
    'Gunmen kidnapped eleven «students» from the school.',
    'The bomb killed two «people», injuring 30 «others».',
  ],
  counterExamples: [
    'The senate killed the bill on Friday.',
    'The two sides struck a deal.',
    'The army shot down a helicopter.',
    'The jail holds 2,500 people.',
    'It happened in a prison built for 750 and holding more than 2,500 inmates.',
    'Prices hit farmers hard.',
    'Gunmen shot at the car.',
  ],
})

const FIGHTERS = /^(?:man|soldier|fighter|troop|militant|member|officer|guerrilla|rebel|comrade|policeman|serviceman|marine|martyr)$/
const COMRADES = /^(?:comrade|martyr|fighter|soldier|guerrilla|combatant|serviceman|militant)$/
/** "nine of its men had fallen", "two soldiers fell in the fighting": nothing else is fallen from, into or to. */
const isFallen = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  if (token.lemma !== 'fall' || token.upos !== 'VERB') return false
  const next = view.tokens[i + 1]
  const ends =
    !next || next.sentence !== token.sentence || next.upos === 'PUNCT' || /^(?:during|in|and|as|while|defending|fighting)$/.test(next.lower)
  const inBattle = view.tokens
    .slice(i + 1, i + 6)
    .some(({ lemma }) => /^(?:battle|fighting|clash|action|combat|line|attack|ambush|fight)$/.test(lemma))
  const subject = subjectOf(view, i)
  // "where six comrades fell,": nothing behind it, and those who fight before it.
  const isEnd = (!next || next.sentence !== token.sentence || next.upos === 'PUNCT') && subject !== undefined
  const ofFighters = isEnd && COMRADES.test(view.tokens[subject]!.lemma)
  return ends && (token.xpos === 'VBN' ? next?.lower !== 'in' || inBattle : inBattle || ofFighters)
}

/** "Of the wounded, 12 later died": a number straight before, whatever the parse. */
const numberBefore = (view: View, i: number): number | undefined => {
  const before = phraseBefore(view, i)
  return before !== undefined && view.tokens[before]!.upos === 'NUM' && view.within('count', view.tokens[before]!).length > 0
    ? before
    : undefined
}

export const undergone = harmRule({
  name: 'harm/undergone',
  about: 'Somebody dies, disappears or flees: the subject of a verb that nobody does to another.',
  at: (view, i) => {
    const token = view.tokens[i]!
    const harm = UNDERGONE.get(lemmaOf(token)) ?? (isFallen(view, i) ? 'killed' : undefined)
    if (!harm || token.upos !== 'VERB') return []
    const noun = modifiedBy(view, i)
    const subject = countedBeforeAside(view, i) ?? subjectOf(view, i) ?? noun ?? numberBefore(view, i)
    if (subject === undefined) return []
    if (token.lemma === 'fall' && !FIGHTERS.test(view.tokens[subject]!.lemma) && view.tokens[subject]!.upos !== 'NUM') return []
    const isWeak = token.lemma === 'expire' || lemmaOf(token) === 'flee' || token.lemma === 'succumb'
    const patients = isWeak ? onlyPeople(view, conjuncts(view, subject)) : notThings(view, conjuncts(view, subject))
    return patients.length > 0 ? [{ harm, patients }] : []
  },
  examples: [
    'The Guard said that nine «soldiers» had fallen.',
    'They remember the raid where six «comrades» fell.',
    'Two «women» died at the scene.',
    'Three «people» in the car died.',
    'About 6,000 «villagers» fled.',
  ],
  counterExamples: [
    'The proposal died in committee.',
    'His phone died.',
    'The permit expires in May.',
    'Prices had fallen.',
    'Two soldiers fell ill.',
    'Two men fell from the roof.',
  ],
})

export const suffered = harmRule({
  name: 'harm/suffered',
  about: 'Somebody suffers or sustains wounds.',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (token.upos === 'VERB' && lemmaOf(token) === 'lose' && objectsOf(view, i).some((limb) => LIMB.test(view.tokens[limb]!.lemma))) {
      const loser = subjectOf(view, i) ?? modifiedBy(view, i)
      return onlyPeople(view, withConjuncts(view, loser)).map((patient) => ({ harm: 'wounded', patients: [patient] }))
    }
    // "19 others sustained injuries", "a two-year-old suffered injuries": what the parse takes for a word that describes the injuries.
    if (/^(?:sustained|suffered)$/.test(token.lower) && baseOf(token) === 'amod' && SUFFERED.has(view.tokens[token.head]?.lemma ?? '')) {
      const before = phraseBefore(view, i)
      return before === undefined
        ? []
        : onlyPeople(view, conjuncts(view, before)).map((patient) => ({ harm: 'wounded', patients: [patient] }))
    }
    if (token.upos !== 'VERB' || !SUFFER.has(lemmaOf(token))) return []
    const wound = objectsOf(view, i)
      .concat(token.lemma === 'suffer' ? view.children(i).filter((child) => child > i && child - i < 6) : [])
      .find((head) => SUFFERED.has(view.tokens[head]!.lemma))
    if (wound === undefined) return []
    const subject = subjectOf(view, i) ?? modifiedBy(view, i)
    const patients = onlyPeople(view, withConjuncts(view, subject))
    const fatal = view.children(wound).some((child) => DEADLY.has(view.tokens[child]!.lower))
    return patients.length > 0 ? [{ harm: fatal ? 'killed' : 'wounded', patients }] : []
  },
  examples: ['Their «driver» lost a leg.', 'Five «people» suffered minor injuries.', 'A «boy» sustained a gunshot wound to the leg.'],
  counterExamples: ['The team suffered a heavy defeat.', 'The army suffered losses.'],
})

export const livesLost = harmRule({
  name: 'harm/lives',
  about: 'Lives are lost, claimed or taken: "claimed the lives of ten people", "cost 40 lives", "eight lost their lives".',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (token.lemma !== 'life') return []
    const verb = token.head
    if (verb < 0 || !LIFE_VERBS.has(view.tokens[verb]!.lemma)) return []
    const of = view.children(i).filter((child) => view.children(child).some((mark) => view.tokens[mark]!.lower === 'of') && child > i)
    if (of.length > 0) return [{ harm: 'killed', patients: of.flatMap((head) => conjuncts(view, head)), predicate: verb }]
    if (/^(?:lose|give|sacrifice|forfeit|lay)$/.test(view.tokens[verb]!.lemma)) {
      const subject = subjectOf(view, verb) ?? modifiedBy(view, verb)
      if (subject !== undefined && subject !== i) return [{ harm: 'killed', patients: conjuncts(view, subject), predicate: verb }]
    }
    const counted = view.children(i).some((child) => view.tokens[child]!.deprel === 'nummod')
    return counted ? [{ harm: 'killed', patients: [i], predicate: verb }] : []
  },
  examples: [
    'The flood of fire claimed the lives of ten «people».',
    'The attack cost 40 «lives».',
    'Eight «soldiers» lost their lives.',
    'Five «constables» sacrificed their lives.',
  ],
  counterExamples: ['She changed the lives of many children.', 'He risked his life.'],
})

const LIMB = /^(?:leg|arm|hand|foot|eye|limb|finger|sight|eyesight|hearing)$/

const AWAY =
  /^(?:hospital|clinic|court|custody|jail|prison|home|safety|school|morgue|surgery|police|station|office|church|polls?|center|centre|streets?)$/

/** "19 people had been taken", "took twelve men captive", "have taken 600 people for ransom". */
export const taken = harmRule({
  name: 'harm/taken',
  about: 'People are taken away: for ransom, captive or hostage, or, where a report tells of an abduction, simply taken.',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (token.lemma !== 'take' || token.upos !== 'VERB') return []
    const with_ = view.children(i).map((child) => view.tokens[child]!)
    if (with_.some(({ lower }) => /^(?:captive|hostage|prisoner)$/.test(lower))) return []
    // "four were taken alive"
    if (view.tokens[i + 1]?.lower === 'alive') {
      const before = subjectOf(view, i) ?? phraseBefore(view, i)
      return onlyPeople(view, withConjuncts(view, before)).map((patient) => ({ harm: 'captured', patients: [patient] }))
    }
    const forRansom =
      view.children(i).some((child) => /^(?:ransom|captivity)$/.test(view.tokens[child]!.lemma)) ||
      view.tokens.slice(i + 1, i + 9).some(({ lower, sentence }) => lower === 'ransom' && sentence === token.sentence)
    const passive = isPassive(view, i) || isPassiveByWords(view, i)
    const own = passive ? [] : objectsOf(view, i)
    const behind = passive || own.length > 0 ? undefined : phraseAfter(view, i)
    const objects = onlyPeople(view, behind === undefined ? own : [behind])
    if (forRansom && objects.length > 0) return [{ harm: 'captured', patients: objects }]
    if (!passive || !ABDUCTION.test(view.text) || with_.some(({ lemma, deprel }) => deprel.startsWith('obl') && AWAY.test(lemma))) return []
    const subject = subjectOf(view, i)
    return subject !== undefined && meansPeople(view, subject) === true ? [{ harm: 'captured', patients: conjuncts(view, subject) }] : []
  },
  examples: [
    'Four «fighters» were taken alive.',
    'Bandits have taken 600 «people» for ransom.',
    'Gunmen abducted villagers. Police said 19 «people» had been taken.',
  ],
  counterExamples: ['Two men were taken to a hospital.', 'The army took the village.'],
})
const ABDUCTION = /\b(?:abduct|kidnap|hostage|seized? \d)/i

/** "lost two men": of an armed side's own dead. */
export const lost = harmRule({
  name: 'harm/lost',
  about: 'A side loses people: "lost two men", "the army lost 12 soldiers".',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (lemmaOf(token) !== 'lose' || token.upos !== 'VERB') return []
    const objects = objectsOf(view, i).concat(objectsOf(view, i).length === 0 ? [phraseAfter(view, i) ?? -1].filter((at) => at >= 0) : [])
    const men = objects.filter(
      (at) =>
        /^(?:man|soldier|fighter|troop|militant|member|officer|guerrilla|rebel|comrade|policeman|serviceman|marine)$/.test(
          view.tokens[at]!.lemma,
        ) && view.within('count', view.tokens[at]!).concat(view.within('count', view.tokens[Math.max(0, at - 1)]!)).length > 0,
    )
    return men.length > 0 ? [{ harm: 'killed', patients: men }] : []
  },
  examples: ['The group said it had lost two «men».'],
  counterExamples: ['He lost his phone.', 'The club lost two games.'],
})

const SELF: ReadonlySet<string> = new Set(['himself', 'herself', 'themselves', 'itself'])

/** "turned the gun on himself", "took her own life", "committed suicide": the doer dies too. */
export const suicide = harmRule({
  name: 'harm/suicide',
  about: 'Somebody kills himself: "turned the gun on himself", "took her own life", "committed suicide".',
  at: (view, i) => {
    const token = view.tokens[i]!
    if (SELF.has(token.lower) && view.tokens[i - 1]?.lower === 'on') {
      const turned = view.tokens
        .slice(Math.max(0, i - 7), i)
        .some(
          ({ lemma, lower, sentence }) => sentence === token.sentence && (lemma === 'turn' || lower === 'turned' || lower === 'turning'),
        )
      const armed = view.tokens
        .slice(Math.max(0, i - 6), i)
        .some(({ lower }) => /^(?:gun|weapon|rifle|pistol|handgun|shotgun|knife|firearm|it)$/.test(lower))
      return turned && armed ? [{ harm: 'killed', patients: [i] }] : []
    }
    if (
      token.lower === 'life' &&
      view.tokens[i - 1]?.lower === 'own' &&
      /^(?:his|her|their)$/.test(view.tokens[i - 2]?.lower ?? '') &&
      /^(?:took|take|taken|taking|takes|ended|ending|end)$/.test(view.tokens[i - 3]?.lower ?? '')
    )
      return [{ harm: 'killed', patients: [i - 2] }]
    if (token.lower === 'suicide' && /^commit/.test(view.tokens[i - 1]?.lower ?? '')) {
      const subject = subjectOf(view, i - 1)
      return subject !== undefined && meansPeople(view, subject) !== false ? [{ harm: 'killed', patients: [subject] }] : []
    }
    return []
  },
  examples: ['The man shot his wife, then turned the gun on «himself».', 'She took «her» own life.', 'The «gunman» committed suicide.'],
  counterExamples: ['He turned on himself in the mirror.', 'She changed her own life.'],
})

export const VERB_RULES = [doneTo, undergone, suffered, livesLost, taken, lost, suicide] as const
