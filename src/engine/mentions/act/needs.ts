import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, findChild, isRelation, listChildren } from '../../language/tree.ts'
import { classOfNoun, singular, wordSet } from '../party/nouns.ts'
import { weaponTypeOfNoun } from '../weapon/lexicon.ts'
import type { Arguments } from './arguments.ts'
import { isPeople, isTarget, isWeaponLike } from './beings.ts'
import type { Domain } from './domain.ts'
import { ARMED_CUES, type Need } from './lexicon.ts'

/** What a need is asked of. */
export type Asked = Readonly<{ parsed: ParsedText; token: Token; arguments: Arguments; domain: Domain }>

const REACH = 15

const someNear = ({ parsed, token }: Asked, test: (token: Token) => boolean): boolean => {
  for (let i = Math.max(0, token.i - REACH); i <= Math.min(parsed.tokens.length - 1, token.i + REACH); i += 1)
    if (i !== token.i && parsed.tokens[i]!.sentence === token.sentence && test(parsed.tokens[i]!)) return true
  return false
}

const hasParticle = ({ parsed, token }: Asked, ...particles: readonly string[]): boolean =>
  childrenOf(parsed, token).some(
    (child) => (isRelation(child, 'compound:prt') || isRelation(child, 'advmod')) && particles.includes(child.lower),
  ) || particles.includes(parsed.tokens[token.i + 1]?.lower ?? '')

const hasOblique = ({ parsed, token }: Asked, prepositions: readonly string[], test: (token: Token) => boolean): boolean =>
  listChildren(parsed, token, 'obl').some((child) => prepositions.includes(findChild(parsed, child, 'case')?.lower ?? '') && test(child)) ||
  (prepositions.includes(parsed.tokens[token.i + 1]?.lower ?? '') &&
    parsed.tokens.slice(token.i + 2, token.i + 7).some((near) => near.sentence === token.sentence && test(near)))

const isInjury = (token: Token): boolean =>
  /^(?:wounds?|injur(?:y|ies)|burns|lacerations?|fractures?|concussions?|gunshots?)$/.test(token.lower)
const GUNFIRE = wordSet('fire gunfire shot shots round rounds volley bullet bullets')
const LAUNCHED = wordSet('rocket missile shell mortar projectile drone torpedo salvo barrage round')
const BODY_VERBS = wordSet(
  'find recover discover pull retrieve exhume bury dump collect identify remove lie locate see carry bring take float transport arrive receive show',
)
const BODY_PARTS = wordSet('of')
const WOUNDS_BY = wordSet(
  'gunshot bullet stab knife shrapnel head life-threatening non-life-threatening threatening serious severe minor fatal critical multiple burn graze chest leg arm critical apparent puncture sustained suffered suffering sustaining treated inflicted self-inflicted blast blunt',
)
const TOLL_CUES = wordSet('death deaths casualty casualties dead final official reported human civilian rising overall updated latest')

const TESTS: Readonly<Record<Need, (asked: Asked) => boolean>> = {
  person: ({ parsed, token, arguments: { patients, passive } }) =>
    patients.length === 0
      ? passive || token.xpos === 'VBN' || token.xpos === 'VBG'
      : patients.some(isPeople) ||
        // "a radio commentator was shot dead": only somebody can be.
        (parsed.tokens[token.i + 1]?.lower === 'dead' && patients.some(({ lemma }) => classOfNoun(singular(lemma)) === undefined)),
  armed: (asked) => {
    const { arguments: args, domain, token } = asked
    if (token.upos === 'NOUN' || token.upos === 'PROPN')
      return domain === 'violence'
        ? args.patients.some(isTarget) || someNear(asked, (near) => ARMED_CUES.has(near.lower))
        : someNear(asked, (near) => ARMED_CUES.has(near.lower))
    // "the army's jets bombed it": what "it" is, the words before say.
    if (args.patients.length > 0 && args.patients.every(({ lower }) => lower === 'it' || lower === 'that'))
      return args.agents.some((agent) => ARMED_CUES.has(agent.lower) || isWeaponLike(agent))
    // Whatever the armed attack can be attacked.
    if (args.patients.length > 0 && !args.patients.some((patient) => isTarget(patient) || isWeaponLike(patient)))
      return args.agents.some((agent) => ARMED_PEOPLE.has(singular(agent.lemma.toLowerCase())))
    if (args.agents.some(isWeaponLike) || args.instruments.some(isWeaponLike)) return true
    if (someNear(asked, (near) => ARMED_CUES.has(near.lower) || isWeaponLike(near))) return true
    // "Israel struck Gaza": one land another.
    if (args.agents.some(isLand) && args.patients.some(isLand)) return true
    return domain === 'violence' && args.patients.length > 0 && token.lemma === 'attack'
  },
  weapon: (asked) => {
    const { parsed, token, arguments: args } = asked
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      // "a bomb" is an act where it does something: "a bomb tore through", "a bomb at the station killed".
      const head = token.head >= 0 ? parsed.tokens[token.head] : undefined
      if (head && /^(?:explode|detonate|go|set|plant|place|throw)$/.test(head.lemma)) return false
      return isRelation(token, 'nsubj') || followedByPlace(parsed, token)
    }
    const launched =
      token.lemma === 'launch' || token.lemma === 'fire' || token.lemma === 'rain' || token.lemma === 'intercept' || token.lemma === 'down'
    return [...args.patients, ...nounAhead(parsed, token)].some((patient) => {
      const lemma = singular(patient.lemma)
      if (launched)
        return LAUNCHED.has(lemma) || ['missile', 'rocket', 'mortar', 'artillery'].includes(weaponTypeOfNoun(patient.lower) ?? '')
      const type = weaponTypeOfNoun(patient.lower)
      if (lemma === 'device' || lemma === 'charge')
        return someNear(asked, (near) => /^(?:explosives?|incendiary|bombs?|dynamite|tnt|plastic)$/.test(near.lower))
      // "dynamite sticks", "a Molotov cocktail": the word before says what it is.
      const sorts = [patient, ...childrenOf(parsed, patient).filter((child) => child.i < patient.i && isRelation(child, 'compound'))]
      return (type !== undefined && EXPLODING.has(type)) || sorts.some(({ lower }) => EXPLODING.has(weaponTypeOfNoun(lower) ?? ''))
    })
  },
  place: ({ token, arguments: { patients, agents, passive } }) => {
    if (patients.length === 0) return passive
    if (token.lemma === 'seize' || token.lemma === 'capture')
      return patients.some((patient) => patient.name.endsWith('LOC') || PLACES.has(singular(patient.lemma)))
    // "a kiosk was destroyed by a bomb": whatever a bomb destroys.
    return patients.some((patient) => isTarget(patient) || patient.name !== 'O') || agents.some(isWeaponLike)
  },
  at: (asked) =>
    hasOblique(asked, ['at', 'on', 'upon', 'into', 'toward', 'towards', 'in'], isTarget) ||
    asked.arguments.patients.some((patient) => GUNFIRE.has(patient.lower) || weaponTypeOfNoun(patient.lower) !== undefined),
  off: (asked) =>
    hasParticle(asked, 'off') &&
    [
      ...asked.arguments.agents,
      ...asked.arguments.patients,
      // "SET OFF A BOMB IN THE BASEMENT", where the parse lost the object.
      ...(asked.parsed.tokens[asked.token.i + 1]?.lower === 'off' ? nounAhead(asked.parsed, asked.parsed.tokens[asked.token.i + 1]!) : []),
    ].some(isWeaponLikeThing),
  down: (asked) =>
    hasParticle(asked, 'down', 'out') &&
    (asked.token.lemma === 'shoot'
      ? asked.arguments.patients.some((patient) => classOfNoun(singular(patient.lemma)) === 'vehicle' || isWeaponLike(patient))
      : asked.arguments.patients.some(isPeople)) &&
    (asked.token.lemma === 'gun' ||
      asked.token.lemma === 'mow' ||
      asked.token.lemma === 'shoot' ||
      someNear(asked, (near) => ARMED_CUES.has(near.lower))),
  up: (asked) =>
    hasParticle(asked, 'up') &&
    (asked.arguments.patients.some(isTarget) || asked.arguments.agents.some((agent) => isWeaponLike(agent) || isTarget(agent))),
  lives: (asked) =>
    asked.arguments.patients.some((patient) => patient.lemma === 'life' || patient.lower === 'lives') &&
    !(asked.token.lemma === 'take' && hasParticle(asked, 'on', 'up', 'over')),
  fire: (asked) => {
    const {
      parsed,
      token,
      arguments: { patients },
    } = asked
    if (token.lemma === 'set')
      return (
        patients.some((patient) => patient.lower === 'fire' || patient.lower === 'ablaze') ||
        [parsed.tokens[token.i + 1], parsed.tokens[token.i + 2], ...childrenOf(parsed, token)].some(
          (near) => near !== undefined && /^(?:fire|ablaze|alight|afire)$/.test(near.lower),
        )
      )
    return patients.some((patient) => GUNFIRE.has(patient.lower))
  },
  hostage: (asked) => {
    const { parsed, token } = asked
    for (let i = token.i + 1; i < Math.min(parsed.tokens.length, token.i + 7); i += 1)
      if (parsed.tokens[i]!.sentence === token.sentence && /^(?:hostages?|captive|prisoner)$/.test(parsed.tokens[i]!.lower)) return true
    return false
  },
  dead: (asked) => {
    const {
      parsed,
      token,
      arguments: { patients },
    } = asked
    if (singular(token.lemma) === 'toll')
      return (
        (someNearBefore(asked, TOLL_CUES, 3) || parsed.tokens[token.i + 1]?.lower === 'of') &&
        !/^(?:road|booth|roads|bridge|call)$/.test(parsed.tokens[token.i + 1]?.lower ?? '')
      )
    const head = token.head >= 0 ? parsed.tokens[token.head] : undefined
    if (head && BODY_VERBS.has(head.lemma)) return true
    if (listChildren(parsed, token, 'acl').some((clause) => BODY_VERBS.has(clause.lemma))) return true
    if (listChildren(parsed, token, 'nummod').length > 0) return true
    return patients.some(isPeople) && BODY_PARTS.has(parsed.tokens[token.i + 1]?.lower ?? '') && asked.domain === 'violence'
  },
  into: () => false,
  wounds: (asked) => {
    const {
      parsed,
      token,
      arguments: { patients },
    } = asked
    if (token.upos === 'VERB') return patients.some(isInjury)
    const head = token.head >= 0 ? parsed.tokens[token.head] : undefined
    if (head && /^(?:die|succumb|kill|perish|death|heal|injure|wound|hurt)$/.test(head.lemma)) return false
    // The verb carries it: "suffered wounds" is read there.
    if (head && isRelation(token, 'obj') && /^(?:suffer|sustain|receive)$/.test(head.lemma)) return false
    if (listChildren(parsed, token, 'nummod').length > 0) return true
    return someNearBefore(asked, WOUNDS_BY, 4) || token.xpos === 'NNS'
  },
  'under-fire': (asked) =>
    hasOblique(asked, ['under'], (token) => /^(?:fire|attack|shelling|gunfire|bombardment)$/.test(token.lower)) &&
    someNear(asked, (near) => SHOOTERS.has(near.lower)),
  crowd: ({ arguments: { agents } }) => agents.some((agent) => CROWDS.has(singular(agent.lemma.toLowerCase()))),
  against: (asked) =>
    asked.arguments.patients.some((patient) => weaponTypeOfNoun(patient.lower) !== undefined) &&
    hasOblique(asked, ['against', 'on'], isTarget),
  'of-fire': ({ parsed, token }) => {
    for (let i = token.i + 1; i < Math.min(parsed.tokens.length, token.i + 4); i += 1)
      if (/^(?:fire|gunfire|shots|shelling|artillery)$/.test(parsed.tokens[i]!.lower)) return parsed.tokens[token.i + 1]!.lower === 'of'
    return false
  },
  // "carried out an action against the barracks"; not "took action against", nor what courts do.
  'deed-against': ({ parsed, token }) => {
    const verb = token.head >= 0 ? parsed.tokens[token.head]! : undefined
    const against = parsed.tokens.slice(token.i + 1, token.i + 3).find(({ lower }) => lower === 'against')
    return (
      verb !== undefined &&
      /^(?:carry|conduct|execute|mount|stage|undertake)$/.test(verb.lemma) &&
      against !== undefined &&
      !childrenOf(parsed, token).some(({ lower }) => PEACEFUL.test(lower)) &&
      parsed.tokens.slice(against.i + 1, against.i + 6).some((near) => near.sentence === token.sentence && isAttackable(near))
    )
  },
  'on-mine': ({ parsed, token, arguments: { patients } }) => {
    const isMine = (word: Token): boolean =>
      /^(?:(?:land)?mines?|ieds?|booby-?traps?)$/.test(word.lower) || (word.lower === 'device' && hasExplosive(parsed, word))
    return (
      patients.some(isMine) ||
      listChildren(parsed, token, 'obl').some(
        (child) => isMine(child) && /^(?:on|onto|over|upon)$/.test(findChild(parsed, child, 'case')?.lower ?? ''),
      )
    )
  },
  'to-people': ({ parsed, token, arguments: args }) =>
    listChildren(parsed, token, 'obl').some(
      (child) =>
        ['into', 'through'].includes(findChild(parsed, child, 'case')?.lower ?? '') &&
        /^(?:crowd|people|pedestrian|protester|demonstrator|worshiper|worshipper|shopper|group|market|checkpoint|spectator)s?$/.test(
          child.lower,
        ),
    ) && args.agents.length >= 0,
}

/** "the barracks", whose base form is no word of its own. */
const isAttackable = (token: Token): boolean => isTarget(token) || classOfNoun(singular(token.lower)) !== undefined
const PEACEFUL = /^(?:legal|disciplinary|industrial|civil|court|class|protest|peaceful|administrative|diplomatic|enforcement)$/
/** People who are armed by what they are called. */
const ARMED_PEOPLE = wordSet(
  'guerrilla terrorist gunman rebel militant insurgent soldier troop commando bandit assailant attacker fighter extremist subversive paramilitary jihadist bomber',
)
const CROWDS = wordSet(
  'thousand hundred dozen score people person protester protestor demonstrator student worker teacher nurse doctor farmer resident villager supporter youth woman mourner crowd activist marcher opponent worshipper citizen families family',
)
/** Words beside which "under fire" is meant of arms, not of critics. */
const SHOOTERS = wordSet(
  'sniper snipers soldier soldiers troops patrol patrols army police convoy militants rebels gunmen guerrillas insurgents forces village camp positions position peacekeepers helicopter aircraft vehicle vehicles outpost base fighters militia',
)
const hasExplosive = (parsed: ParsedText, word: Token): boolean =>
  childrenOf(parsed, word).some((child) => /^explosives?$/.test(child.lower))

/** "fired more than a dozen ballistic missiles": the noun behind its number, where the parse lost the object. */
const nounAhead = (parsed: ParsedText, verb: Token): readonly Token[] => {
  for (let i = verb.i + 1; i < Math.min(parsed.tokens.length, verb.i + 9); i += 1) {
    const token = parsed.tokens[i]!
    if (token.sentence !== verb.sentence) return []
    if (token.upos === 'NOUN' && parsed.tokens[i + 1]?.upos !== 'NOUN') return [token]
    if (!/^(?:ADJ|NUM|DET|NOUN|ADV)$/.test(token.upos) && !/^(?:than|of|to|at)$/.test(token.lower) && token.text !== '-') return []
    if (token.lower === 'at' && parsed.tokens[i + 1]?.lower !== 'least') return []
  }
  return []
}

const isLand = (token: Token): boolean => token.name.endsWith('LOC')
const EXPLODING = new Set(['bomb', 'explosive', 'car-bomb', 'suicide-bomb', 'mine', 'grenade', 'incendiary'])
const PLACES = wordSet(
  'town city village area territory base airport neighborhood neighbourhood district position checkpoint capital province region border crossing hill stronghold port outpost garrison headquarters settlement town hall',
)

const isWeaponLikeThing = (token: Token): boolean =>
  isWeaponLike(token) || singular(token.lemma) === 'device' || singular(token.lemma) === 'charge'

const followedByPlace = (parsed: ParsedText, token: Token): boolean =>
  listChildren(parsed, token, 'nmod').some((child) =>
    ['at', 'in', 'on', 'near', 'outside', 'inside', 'under', 'against'].includes(findChild(parsed, child, 'case')?.lower ?? ''),
  )

const someNearBefore = ({ parsed, token }: Asked, words: ReadonlySet<string>, reach: number): boolean => {
  for (let i = Math.max(0, token.i - reach); i < token.i; i += 1)
    if (parsed.tokens[i]!.sentence === token.sentence && words.has(parsed.tokens[i]!.lower)) return true
  return false
}

/** Whether what a trigger needs stands beside it. */
export const isNeedMet = (need: Need | undefined, asked: Asked): boolean => need === undefined || TESTS[need](asked)
