import { counter } from '../../../model/id.ts'
import type { EventType, SubEventType } from '../../../model/incident.ts'
import type { ActMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import { moodOf } from '../../language/mood.ts'
import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, findHead, isRelation } from '../../language/tree.ts'
import { classOfNoun, singular, wordSet } from '../party/nouns.ts'
import { type Arguments, argumentsOfNoun, argumentsOfState, argumentsOfVerb, isAimed } from './arguments.ts'
import { isPeople, isTimeWord } from './beings.ts'
import { type Domain, domainsOf } from './domain.ts'
import { EXCLUSIONS } from './figurative.ts'
import { findBaseForm } from './inflect.ts'
import { type ActEffect, type ActKind, typesOfAct } from './kinds.ts'
import { ADJECTIVES, NOUNS, type Trigger, VERBS } from './lexicon.ts'
import { isNeedMet } from './needs.ts'
import { refineKind } from './refine.ts'
import { BEFALLEN, surfacePatients } from './surface.ts'

/** A word that says that something was done or befell somebody, with who, to whom and how as the sentence has it. */
export type ActReading = ActMention &
  Readonly<{
    /** Head token of the trigger. */
    token: number
    form: 'verb' | 'participle' | 'noun' | 'adjective'
    act: ActKind
    effect: ActEffect | null
    /** The ACLED types the act suggests on its own. */
    eventType: EventType
    subType: SubEventType
    passive: boolean
    negated: boolean
    /** The verb that carries a noun ("carried out an attack"), else null. */
    light: number | null
    /** Tokens: heads of the phrases that name who did it, to whom or what, and with what. */
    agents: readonly number[]
    patients: readonly number[]
    instruments: readonly number[]
    rule: string
  }>

type Draft = Omit<ActReading, 'id' | 'kind' | 'type' | 'eventType' | 'subType'>

const OF_PATIENT: ReadonlySet<ActKind> = new Set<ActKind>([
  'kill',
  'execute',
  'massacre',
  'die',
  'wound',
  'abduct',
  'go-missing',
  'capture',
  'arrest',
  'shoot',
  'stab',
  'beat',
  'torture',
  'rape',
  'bomb',
  'shell',
  'burn',
  'destroy',
  'damage',
  'loot',
  'displace',
  'casualty',
])
/** Nouns and verbs of the law: "charged with murder" speaks of a deed, not of one more death. */
const LEGAL = wordSet(
  'charge accuse convict suspect indict plead try acquit wanted face count charges trial conviction warrant investigation investigate investigator detective unit rate case threat plot attempt bid conspiracy solicitation victim suspect scene weapon mystery spree squad probe indictment prosecution conspire plan threaten',
)
const ATTEMPTS = wordSet('attempt plot bid threat conspiracy attempted foiled planned failed thwarted would-be')

const adverbs = (parsed: ParsedText, token: Token): readonly string[] => childrenOf(parsed, token).map((child) => child.lower)

const effectOf = (parsed: ParsedText, token: Token, trigger: Trigger, args: Arguments): ActEffect | null => {
  const { effect } = trigger
  const around = adverbs(parsed, token)
  if (
    trigger.act === 'shoot' ||
    trigger.act === 'stab' ||
    trigger.act === 'beat' ||
    trigger.act === 'attack' ||
    trigger.act === 'torture'
  ) {
    if (around.includes('dead') || isFatal(parsed, token) || toDeath(parsed, token)) return 'killed'
    if (token.upos === 'NOUN' || token.upos === 'PROPN')
      return around.some((word) => word === 'fatal' || word === 'deadly') && effect !== null ? 'killed' : effect
    return effect
  }
  if (trigger.act === 'strike') {
    const people = args.patients.some((patient) => isPeople(patient) && patient.name !== 'B-LOC')
    return args.passive && people && args.patients.every((patient) => patient.name === 'O' || patient.name.endsWith('PER')) ? 'hit' : null
  }
  if (token.upos === 'NOUN' || token.upos === 'PROPN') {
    const head = findHead(parsed, token)
    if (
      effect === 'killed' &&
      trigger.act !== 'die' &&
      head &&
      (isRelation(token, 'compound') || isRelation(token, 'obl') || isRelation(token, 'nmod')) &&
      LEGAL.has(singular(head.lemma))
    )
      return null
    if (around.some((word) => ATTEMPTS.has(word))) return null
    // "injuries" alone say nobody's: what follows "caused", "left", a number or a person does.
    if (effect === 'wounded' && args.patients.length === 0 && !isCounted(parsed, token) && !isCaused(head)) return null
  }
  return effect
}

const isCounted = (parsed: ParsedText, token: Token): boolean =>
  childrenOf(parsed, token).some(
    (child) => isRelation(child, 'nummod') || /^(?:no|several|many|multiple|dozens|some|numerous|any|number)$/.test(child.lower),
  ) || parsed.tokens[token.i - 2]?.lower === 'number'
const CAUSING = wordSet('cause result report inflict leave lead see produce include sustain suffer receive record')
const isCaused = (head: Token | undefined): boolean => head !== undefined && CAUSING.has(head.lemma)

/** "fatally shot"; in "six were shot, four fatally" it speaks of the five. */
const isFatal = (parsed: ParsedText, token: Token): boolean =>
  childrenOf(parsed, token).some((child) => child.lower === 'fatally' && parsed.tokens[child.i - 1]?.upos !== 'NUM')

const toDeath = (parsed: ParsedText, token: Token): boolean => {
  for (let i = token.i + 1; i < Math.min(parsed.tokens.length, token.i + 8); i += 1) {
    if (parsed.tokens[i]!.sentence !== token.sentence) return false
    if (parsed.tokens[i]!.lower === 'death') return parsed.tokens[i - 1]?.lower === 'to'
  }
  return false
}

const isVerbal = (token: Token): boolean => token.upos === 'VERB' || (token.upos === 'AUX' && token.xpos.startsWith('VB'))
const isNominal = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN'
const isStative = (token: Token): boolean =>
  token.upos === 'ADJ' || token.xpos.startsWith('JJ') || (token.upos === 'NOUN' && /^(?:dead|wounded|injured|missing)$/.test(token.lower))

type Found = Readonly<{ triggers: readonly Trigger[]; form: Draft['form']; surface: boolean }>

const triggersOf = (token: Token): Found | undefined => {
  if (isVerbal(token) && token.lower !== 'dead') {
    const triggers = VERBS.get(findBaseForm(token.lower, token.lemma.toLowerCase(), isVerbKnown) ?? '')
    if (triggers) return { triggers, form: token.xpos === 'VBN' || token.xpos === 'VBG' ? 'participle' : 'verb', surface: false }
  }
  if (isStative(token)) {
    const triggers = ADJECTIVES.get(token.lower)
    if (triggers) return { triggers, form: 'adjective', surface: false }
  }
  if (BEFALLEN.has(token.lower)) {
    const triggers = ADJECTIVES.get(token.lower) ?? VERBS.get(findBaseForm(token.lower, token.lower, isVerbKnown) ?? '')
    if (triggers) return { triggers: triggers.slice(0, 1), form: 'participle', surface: true }
  }
  if (token.upos === 'ADJ' && /(?:ed|en|n)$/.test(token.lower)) {
    const triggers = VERBS.get(findBaseForm(token.lower, token.lower, isVerbKnown) ?? '')
    if (triggers) return { triggers: triggers.slice(0, 1), form: 'participle', surface: false }
  }
  if (token.lower === 'fatally') return { triggers: FATALLY, form: 'adjective', surface: false }
  if (isNominal(token)) {
    const triggers = NOUNS.get(singular(token.lower))
    if (triggers) return { triggers, form: 'noun', surface: false }
  }
  return undefined
}
/** "Six people were shot, four fatally." */
const FATALLY: readonly Trigger[] = [{ act: 'die', effect: 'killed', needs: 'person' }]

const isVerbKnown = (base: string): boolean => VERBS.has(base)

const argumentsFor = (parsed: ParsedText, token: Token, { form, surface }: Found, act: ActKind): Arguments => {
  if (form === 'noun') return argumentsOfNoun(parsed, token, { of: OF_PATIENT.has(act) ? 'patient' : 'agent' })
  if (token.lower === 'fatally') return argumentsOfNumber(parsed, token)
  if (surface) return argumentsOfSurface(parsed, token)
  if (form === 'adjective' || (form === 'participle' && !isVerbal(token))) return argumentsOfState(parsed, token)
  const args = argumentsOfVerb(parsed, token)
  // "a wounded soldier", "killed: 12": a participle before its noun.
  const head = isRelation(token, 'amod') ? findHead(parsed, token) : undefined
  if (head) return { ...args, patients: [head, ...args.patients] }
  if (args.patients.length > 0) return args
  const before = parsed.tokens[token.i - 1]
  // "and five wounded": a number right before a participle.
  if (BEFALLEN.has(token.lower) && before?.upos === 'NUM' && before.sentence === token.sentence)
    return { ...args, passive: true, patients: [before] }
  const numbers = childrenOf(parsed, token).filter((child) => isRelation(child, 'nummod'))
  return numbers.length > 0 ? { ...args, patients: numbers } : args
}

/** "four fatally": the number right before. */
const argumentsOfNumber = (parsed: ParsedText, token: Token): Arguments => {
  const before = parsed.tokens[token.i - 1]
  const counts = before?.upos === 'NUM' && before.sentence === token.sentence
  return { passive: false, agents: [], patients: counts ? [before] : [], instruments: [], light: undefined }
}

const argumentsOfSurface = (parsed: ParsedText, token: Token): Arguments => {
  const { before, after } = surfacePatients(parsed, token)
  if (before.length > 0 && isAimed(parsed, token))
    return { passive: false, agents: before, patients: [], instruments: [], light: undefined }
  const state = argumentsOfState(parsed, token)
  const isState = token.lower === 'dead' || token.lower === 'missing'
  // "Lopez shot Reed": people on both sides of a verb that the tagger took for a noun.
  if (before.length > 0 && after.length > 0 && !isState) return { ...state, agents: before, patients: after }
  if (before.length > 0) return { ...state, passive: true, patients: before }
  // "a shot", "warning shot": a noun; "and shot 15 farmers": a verb.
  const previous = parsed.tokens[token.i - 1]
  const isNounHere =
    previous?.sentence === token.sentence && (previous.upos === 'DET' || previous.upos === 'ADJ' || previous.upos === 'NOUN')
  return { ...state, patients: isNounHere ? [] : after }
}

/** Verbs whose subject it befalls. */
const SUFFERED: ReadonlySet<ActKind> = new Set<ActKind>(['die', 'go-missing', 'displace'])

const patientsFirst = (act: ActKind, token: Token, args: Arguments): Arguments => {
  // "It exploded", "the car went off": what explodes does nothing to itself; "the bomber exploded" does.
  if (act === 'bomb' && isVerbal(token) && !args.passive && args.patients.length === 0 && /^(?:explode|go)$/.test(token.lemma))
    return { ...args, agents: args.agents.filter((agent) => agent.upos === 'NOUN' && classOfNoun(singular(agent.lemma)) === 'person') }
  // "A patrol hit a landmine", "a convoy came under fire": the subject suffers.
  if (isVerbal(token) && !args.passive && (act === 'mine' || token.lemma === 'come')) return { ...args, agents: [], patients: args.agents }
  const befalls = SUFFERED.has(act) || /^(?:suffer|sustain|receive|lose|flee|collapse)$/.test(token.lemma)
  return befalls && isVerbal(token) && !args.passive && args.agents.length > 0 && (args.patients.length === 0 || !SUFFERED.has(act))
    ? { ...args, agents: [], patients: args.agents }
    : args
}

/** Nouns that headlines use as verbs, told by the object they take: "artillery hit targets", "Turkey shells Syrian targets". */
const isVerbLike = (parsed: ParsedText, token: Token): boolean =>
  token.upos === 'NOUN' &&
  !isRelation(token, 'compound') &&
  childrenOf(parsed, token).some((child) => child.deprel === 'obj' && child.i > token.i) &&
  !childrenOf(parsed, token).some((child) => child.i < token.i && NOUNS.has(singular(child.lower)))

/** "accused Pakistan of bombing houses": a participle behind its preposition that the parse takes for a part of the next noun. */
const isGerund = (parsed: ParsedText, token: Token): boolean => {
  const head = findHead(parsed, token)
  const before = parsed.tokens[token.i - 1]
  return (
    /ing$/.test(token.lower) &&
    head !== undefined &&
    head.upos === 'NOUN' &&
    head.i > token.i &&
    head.i <= token.i + 4 &&
    (isRelation(token, 'compound') || isRelation(token, 'amod')) &&
    /^(?:of|for|by|from)$/.test(before?.lower ?? '') &&
    !parsed.tokens.slice(token.i + 1, head.i).some(({ upos }) => upos === 'PUNCT') &&
    (head.xpos === 'NNS' || parsed.tokens[token.i + 1]!.upos === 'DET')
  )
}

/** The one accused of it. */
const accusedOf = (parsed: ParsedText, gerund: Token): readonly Token[] => {
  for (let i = gerund.i - 2; i > Math.max(0, gerund.i - 14) && parsed.tokens[i]!.sentence === gerund.sentence; i -= 1)
    if (/^(?:accuse|suspect|blame|charge)$/.test(parsed.tokens[i]!.lemma))
      return childrenOf(parsed, parsed.tokens[i]!).filter((child) => child.deprel === 'obj')
  return []
}

const verbLike = (parsed: ParsedText, token: Token): Found | undefined => {
  if (!isVerbLike(parsed, token) && !isGerund(parsed, token)) return undefined
  const triggers = VERBS.get(findBaseForm(token.lower, singular(token.lower), isVerbKnown) ?? '')
  return triggers && { triggers, form: 'verb', surface: false }
}

/** The doer of such a verb, which the parse takes for the first part of a compound. */
const withDoerBefore = (parsed: ParsedText, token: Token, args: Arguments): Arguments => {
  if (isGerund(parsed, token)) return { ...args, passive: false, agents: accusedOf(parsed, token), patients: [findHead(parsed, token)!] }
  return withCompoundDoer(parsed, token, args)
}
const withCompoundDoer = (parsed: ParsedText, token: Token, args: Arguments): Arguments =>
  args.agents.length > 0 || args.passive
    ? args
    : {
        ...args,
        agents: childrenOf(parsed, token).filter(
          (child) => child.i < token.i && (isRelation(child, 'compound') || isRelation(child, 'nsubj')),
        ),
      }

const isLeadingNoun = (parsed: ParsedText, token: Token): boolean => {
  if (!isNominal(token) || !isRelation(token, 'compound')) return true
  const head = findHead(parsed, token)
  // "the shooting victim", "attack site" speak of the act; "bomb squad", "murder mystery" do not.
  if (!head) return true
  const lemma = singular(head.lemma)
  if (NOUNS.has(lemma)) return lemma === 'victim'
  return SPEAKING_HEADS.has(lemma)
}
const SPEAKING_HEADS = wordSet(
  'victim suspect scene site survivor attempt plot bid case investigation spree campaign toll rampage incident wound charge death witness operation tactic area location zone call report',
)

const draftAt = (parsed: ParsedText, token: Token, domain: Domain): Draft | undefined => {
  const like = verbLike(parsed, token)
  const found = like ?? triggersOf(token)
  if (!found || (!found.surface && !like && !isLeadingNoun(parsed, token))) return undefined
  if (token.name.endsWith('PER')) return undefined
  for (const trigger of found.triggers) {
    let read = withoutTimes(argumentsFor(parsed, token, found, trigger.act))
    if (like) read = withDoerBefore(parsed, token, read)
    if (!isNeedMet(trigger.needs, { parsed, token, arguments: read, domain })) {
      // "one person injured": where the parse lost the people, those right before the word.
      if (
        trigger.needs !== 'person' ||
        !BEFALLEN.has(token.lower) ||
        found.surface ||
        childrenOf(parsed, token).some((child) => isRelation(child, 'obj'))
      )
        continue
      read = argumentsOfSurface(parsed, token)
      if (!isNeedMet('person', { parsed, token, arguments: read, domain }) || read.patients.length === 0) continue
    }
    const args = patientsFirst(trigger.act, token, read)
    if (found.surface && args.patients.length === 0) return undefined
    if (token.lower === 'fatally' && args.patients.length === 0) return undefined
    if (trigger.act === 'go-missing' && found.form === 'adjective' && !args.patients.some(isPeople)) continue
    // "shot dead", "left dead" and "beaten to death" are one act, told at the verb.
    if (found.form === 'adjective' && args.light && ['shoot', 'strike', 'gun', 'stab', 'beat', 'hack'].includes(args.light.lemma))
      return undefined
    const act = refineKind(parsed, token, trigger.act, args)
    if (EXCLUSIONS.some((exclusion) => exclusion.applies({ parsed, token, act, arguments: args, domain }))) return undefined
    return {
      start: token.start,
      end: token.end,
      token: token.i,
      form: found.form,
      act,
      effect: effectOf(parsed, token, trigger, args),
      passive: args.passive,
      negated: moodOf(parsed, args.light ?? token).negated,
      light: args.light?.i ?? null,
      agents: args.agents.map(({ i }) => i),
      patients: args.patients.map(({ i }) => i),
      instruments: args.instruments.map(({ i }) => i),
      rule: `act/${found.form}-${trigger.act}`,
    }
  }
  return undefined
}

/** "a shooting Wednesday": a day is nobody it was done to. */
const withoutTimes = (args: Arguments): Arguments => {
  return args.agents.some(isTimeWord) || args.patients.some(isTimeWord)
    ? { ...args, agents: args.agents.filter((token) => !isTimeWord(token)), patients: args.patients.filter((token) => !isTimeWord(token)) }
    : args
}

/** The acts a document speaks of, in document order; figures of speech, sport, films, accidents and labour left out. */
export const findActs = (context: Context): readonly ActReading[] => {
  const { parsed } = context
  const domainAt = domainsOf(parsed)
  const nextId = counter('a')
  const acts: ActReading[] = []
  for (const token of parsed.tokens) {
    const draft = draftAt(parsed, token, domainAt(token))
    if (!draft) continue
    const [eventType, subType] = typesOfAct(draft.act)
    acts.push({ ...draft, id: nextId(), kind: 'act', type: draft.act, eventType, subType })
  }
  return acts
}
