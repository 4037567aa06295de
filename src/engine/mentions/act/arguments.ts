import type { ParsedText, Token } from '../../language/parsed.ts'
import { byPhrases, isVerb, rolesOf, subjectsOf } from '../../language/roles.ts'
import { childrenOf, findChild, findHead, isRelation, listChildren, listConjuncts } from '../../language/tree.ts'
import { isPeople, isTimeWord } from './beings.ts'
import { DOING_VERBS, LIGHT_VERBS } from './lexicon.ts'

/** Who did it, to whom or what, and with what, as tokens. Empty where the sentence does not say. */
export type Arguments = Readonly<{
  passive: boolean
  agents: readonly Token[]
  patients: readonly Token[]
  instruments: readonly Token[]
  /** The verb that carries a noun: "carried out an attack". */
  light: Token | undefined
}>

const NOBODY: Arguments = { passive: false, agents: [], patients: [], instruments: [], light: undefined }

const spread = (parsed: ParsedText, tokens: readonly Token[]): readonly Token[] => tokens.flatMap((token) => listConjuncts(parsed, token))

const prepositionOf = (parsed: ParsedText, token: Token): string => findChild(parsed, token, 'case')?.lower ?? ''

const withPhrases = (parsed: ParsedText, token: Token): readonly Token[] =>
  spread(
    parsed,
    childrenOf(parsed, token).filter(
      (child) => (isRelation(child, 'obl') || isRelation(child, 'nmod')) && ['with', 'using'].includes(prepositionOf(parsed, child)),
    ),
  )

/** Verbs that want an object: without one, their subject suffers ("man shot in Leeds"). */
const TRANSITIVE = new Set([
  'shot',
  'killed',
  'wounded',
  'injured',
  'stabbed',
  'murdered',
  'arrested',
  'detained',
  'kidnapped',
  'abducted',
  'assassinated',
  'executed',
  'beheaded',
  'hospitalized',
  'hospitalised',
  'slain',
  'hurt',
  'raped',
  'robbed',
  'beaten',
  'displaced',
])
const AIMED = new Set(['at', 'into', 'toward', 'towards', 'upon'])
const OBJECT_STARTS = new Set(['DET', 'NUM', 'PRON', 'ADJ', 'NOUN', 'PROPN'])
const isObjectNext = (parsed: ParsedText, verb: Token): boolean => {
  const next = parsed.tokens[verb.i + 1]
  return next !== undefined && next.sentence === verb.sentence && OBJECT_STARTS.has(next.upos) && !isTimeWord(next)
}

/** "shot at officers", "shot into a crowd": the subject is the doer. */
export const isAimed = (parsed: ParsedText, verb: Token): boolean => {
  const next = parsed.tokens[verb.i + 1]
  if (next === undefined || next.sentence !== verb.sentence || !AIMED.has(next.lower)) return false
  if (next.lower !== 'at') return true
  const object = next.head >= 0 ? parsed.tokens[next.head] : undefined
  return object !== undefined && isPeople(object) && !object.name.endsWith('LOC')
}

const isAfterBe = (parsed: ParsedText, verb: Token): boolean =>
  childrenOf(parsed, verb).some(
    (child) => child.i < verb.i && (isRelation(child, 'cop') || isRelation(child, 'aux')) && /^(?:be|get)$/.test(child.lemma),
  )

/** "the lives of three soldiers": the soldiers. */
const livesOf = (parsed: ParsedText, patient: Token): readonly Token[] => {
  if (patient.lemma !== 'life') return [patient]
  const whose = listChildren(parsed, patient, 'nmod').filter(
    (child) => prepositionOf(parsed, child) === 'of' || isRelation(child, 'nmod:poss'),
  )
  return whose.length > 0 ? [...spread(parsed, whose), patient] : [patient]
}

/** Arguments of a verb. */
export const argumentsOfVerb = (parsed: ParsedText, verb: Token): Arguments => {
  const roles = rolesOf(parsed, verb)
  // "three were shot" with "were" read as a copula: the subject suffers all the same.
  // So is "6 men shot at house", where "were" is left out; "someone shot at officers" is not.
  const misread =
    !roles.passive &&
    roles.patients.length === 0 &&
    roles.agents.length > 0 &&
    ((verb.xpos === 'VBN' && isAfterBe(parsed, verb)) ||
      ((verb.xpos === 'VBN' || verb.xpos === 'VBD') && TRANSITIVE.has(verb.lower) && !isAimed(parsed, verb) && !isObjectNext(parsed, verb)))
  const { passive, agents, patients } = misread ? { passive: true, agents: byPhrases(parsed, verb), patients: roles.agents } : roles
  const beaten = patients.length === 0 && !passive ? beyondDeath(parsed, verb) : []
  const named = beaten.length > 0 ? beaten : patients
  const found = named.length === 0 && !passive ? numberAfter(parsed, verb) : named.flatMap((patient) => livesOf(parsed, patient))
  return { passive, agents, patients: found, instruments: withPhrases(parsed, verb), light: undefined }
}

/** "beat to death two men": whom the verb takes as its object beyond "to death", where the parse hangs them elsewhere. */
const beyondDeath = (parsed: ParsedText, verb: Token): readonly Token[] => {
  const death = parsed.tokens[verb.i + 2]
  if (death?.lower !== 'death' || parsed.tokens[verb.i + 1]?.lower !== 'to' || death.sentence !== verb.sentence) return []
  const object = [...childrenOf(parsed, verb), ...childrenOf(parsed, death)].find(
    (child) => child.i > death.i && child.i <= death.i + 8 && isPeople(child) && prepositionOf(parsed, child) === '',
  )
  return object ? listConjuncts(parsed, object) : []
}

const TARGET_PREPOSITIONS = new Set(['on', 'against', 'at', 'upon', 'targeting', 'into', 'toward', 'towards'])

/** The verb that a noun is the object or subject of, where that verb only carries it. */
const lightVerbOf = (parsed: ParsedText, noun: Token): Token | undefined => {
  const head = findHead(parsed, noun)
  if (!head || !isVerb(head) || !LIGHT_VERBS.has(head.lemma)) return undefined
  return isRelation(noun, 'obj') || isRelation(noun, 'nsubj:pass') || isRelation(noun, 'obl') || isRelation(noun, 'xcomp')
    ? head
    : undefined
}

/** "the death of a 15-year-old boy": the first people behind "of", where the parse hung the phrase elsewhere. */
const peopleAfterOf = (parsed: ParsedText, noun: Token): readonly Token[] => {
  if (parsed.tokens[noun.i + 1]?.lower !== 'of') return []
  for (let i = noun.i + 2; i < Math.min(parsed.tokens.length, noun.i + 11); i += 1) {
    const token = parsed.tokens[i]!
    if (token.sentence !== noun.sentence || token.upos === 'VERB' || token.text === ',') return []
    if ((token.upos === 'NOUN' || token.upos === 'PROPN') && isPeople(token)) return [token]
  }
  return []
}

/** Who has the wounds: "arrived with wounds", "two more with wounds", "had wounds". */
const bearersOf = (parsed: ParsedText, noun: Token): readonly Token[] => {
  if (!/^(?:wounds?|injur(?:y|ies))$/.test(noun.lower)) return []
  const head = findHead(parsed, noun)
  if (!head) return []
  const preposition = prepositionOf(parsed, noun)
  if (isRelation(noun, 'nmod') && preposition === 'with') {
    if (isPeople(head)) return [head]
    const verb = findHead(parsed, head)
    return verb && isVerb(verb) ? subjectsOf(parsed, verb) : []
  }
  const bearers =
    isVerb(head) &&
    ((isRelation(noun, 'obj') && HAVING.test(head.lemma)) || (isRelation(noun, 'obl') && ['with', 'for', 'from'].includes(preposition)))
      ? subjectsOf(parsed, head)
      : []
  return bearers.length > 0 ? bearers : bearersBefore(parsed, noun)
}

const HAVING = /^(?:have|suffer|sustain|receive|survive)$/
/** "Two had gunshot wounds", where the parse lost the verb: the people right before "had" or "with". */
const bearersBefore = (parsed: ParsedText, noun: Token): readonly Token[] => {
  for (let i = noun.i - 1; i >= Math.max(1, noun.i - 5); i -= 1) {
    const token = parsed.tokens[i]!
    if (token.sentence !== noun.sentence || token.upos === 'PUNCT') return []
    if (!/^(?:had|has|have|suffered|sustained|with|suffering)$/.test(token.lower)) continue
    const before = parsed.tokens[i - 1]!
    return before.sentence === noun.sentence && isPeople(before) && before.upos !== 'DET' ? [before] : []
  }
  return []
}

/**
 * Arguments of a noun of action. `of` says how "of" is read: "the murder of the mayor" is done to him, "the attacks of the
 * rebels" are done by them.
 */
export const argumentsOfNoun = (parsed: ParsedText, noun: Token, { of }: Readonly<{ of: 'patient' | 'agent' }>): Arguments => {
  const agents: Token[] = [...byPhrases(parsed, noun)]
  const patients: Token[] = []
  for (const child of childrenOf(parsed, noun)) {
    if (isRelation(child, 'nmod:poss')) {
      // "the mayor's murder", but "the army's attack".
      if (of === 'patient') patients.push(child)
      else agents.push(child)
      continue
    }
    if (isRelation(child, 'compound') || isRelation(child, 'amod')) {
      // "Israeli airstrike", "US strike": the owner; "Leeds shooting": only where.
      const somewhere = child.name.endsWith('LOC') && isRelation(child, 'compound') && !/^(?:U\.?S\.?|U\.?K\.?)$/i.test(child.text)
      if (child.upos === 'PROPN' && child.name !== 'O' && !somewhere) (of === 'patient' ? patients : agents).push(child)
      else if (child.upos === 'ADJ' && /^\p{Lu}/u.test(child.text) && /(?:ian|i|ish|ese|an|ch)$/.test(child.text) && of === 'agent')
        agents.push(child)
      continue
    }
    if (!isRelation(child, 'nmod') && !isRelation(child, 'obl')) continue
    const preposition = prepositionOf(parsed, child)
    if (TARGET_PREPOSITIONS.has(preposition) && (of === 'agent' || preposition !== 'at')) patients.push(...listConjuncts(parsed, child))
    else if (preposition === 'of') (of === 'patient' ? patients : agents).push(...listConjuncts(parsed, child))
  }
  patients.push(...bearersOf(parsed, noun))
  if (of === 'patient' && patients.every(isTimeWord)) patients.push(...peopleAfterOf(parsed, noun))
  const light = lightVerbOf(parsed, noun)
  if (light) {
    if (isRelation(noun, 'nsubj:pass')) agents.push(...byPhrases(parsed, light))
    else if (DOING_VERBS.has(light.lemma)) agents.push(...subjectsOf(parsed, light))
    else if (light.lemma === 'suffer' || light.lemma === 'survive') patients.push(...subjectsOf(parsed, light))
    // "launched an attack on": the parser may hang the target on the verb.
    for (const child of listChildren(parsed, light, 'obl'))
      if (TARGET_PREPOSITIONS.has(prepositionOf(parsed, child)) && child.i > noun.i) patients.push(...listConjuncts(parsed, child))
  }
  return { passive: false, agents, patients, instruments: withPhrases(parsed, noun), light }
}

const isNounNext = (parsed: ParsedText, { i, sentence }: Token): boolean => {
  const next = parsed.tokens[i + 1]
  return next !== undefined && next.sentence === sentence && (next.upos === 'NOUN' || next.upos === 'PROPN' || next.upos === 'ADJ')
}

const BOUNDS = new Set('at least more than about around some nearly almost over up to as many another an estimated additional'.split(' '))
/** The number right behind a verb ("killing 11 and injuring 30"), for verbs whose object the parse lost. */
export const numberAfter = (parsed: ParsedText, verb: Token): readonly Token[] => {
  for (let i = verb.i + 1; i < Math.min(parsed.tokens.length, verb.i + 5); i += 1) {
    const token = parsed.tokens[i]!
    if (token.sentence !== verb.sentence) break
    if (token.upos === 'NUM') return [token]
    if (!BOUNDS.has(token.lower)) break
  }
  return []
}

/** Whom an adjective speaks of: "12 dead", "he was dead", "left three people dead", "a wounded soldier". */
export const argumentsOfState = (parsed: ParsedText, state: Token): Arguments => {
  // "12 dead", "55 wounded": the number before it, however the rest was parsed.
  const before = parsed.tokens[state.i - 1]
  if (before?.upos === 'NUM' && before.sentence === state.sentence && !isNounNext(parsed, state)) return { ...NOBODY, patients: [before] }
  // "the dead", "the wounded": a set spoken of, not somebody it befalls here.
  if (before?.lower === 'the' && !isNounNext(parsed, state)) return NOBODY
  const numbers = listChildren(parsed, state, 'nummod')
  const head = findHead(parsed, state)
  if (isRelation(state, 'amod') && head) return { ...NOBODY, patients: [head] }
  const subjects = listChildren(parsed, state, 'nsubj')
  if (subjects.length > 0) return { ...NOBODY, patients: spread(parsed, subjects) }
  if (
    head &&
    (isRelation(state, 'xcomp') || isRelation(state, 'advcl') || isRelation(state, 'obl') || isRelation(state, 'acl')) &&
    isVerb(head)
  ) {
    const { passive, agents, patients } = rolesOf(parsed, head)
    return {
      passive,
      agents: head.lemma === 'leave' ? agents : [],
      patients: [...numbers, ...patients.filter((patient) => patient.i !== state.i)],
      instruments: [],
      light: head,
    }
  }
  if (head && isRelation(state, 'acl')) return { ...NOBODY, patients: [head] }
  if (isRelation(state, 'conj') && head) {
    // "left 12 dead and 30 wounded": a state joined to a state speaks of its own number.
    if (numbers.length > 0) return { ...NOBODY, patients: numbers }
    return argumentsOfState(parsed, head)
  }
  return { ...NOBODY, patients: numbers.length > 0 ? numbers : [] }
}
