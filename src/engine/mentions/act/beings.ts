import type { Token } from '../../language/parsed.ts'
import { classOfNoun, singular, wordSet } from '../party/nouns.ts'
import { weaponTypeOfNoun } from '../weapon/lexicon.ts'

const PRONOUNS = wordSet(
  'he she they him her them himself herself itself myself yourself ourselves themselves themself i me we us you who whom everyone someone somebody anyone nobody everybody both all each another others other those one ones self many several some most none few hers his theirs whoever themselves',
)
const COLLECTIVE = wordSet(
  'dozen score hundred thousand million ten number majority half total handful couple pair group rest remainder most several many other part third quarter series wave toll count estimate trio duo quartet',
)

const isName = (token: Token): boolean => token.name !== 'O' || token.upos === 'PROPN'

/** Whether a word can stand for people: persons, bodies of people, names, pronouns, bare numbers. */
export const isPeople = (token: Token): boolean => {
  if (token.upos === 'PRON' || token.upos === 'DET') return PRONOUNS.has(token.lower)
  if (token.upos === 'NUM' || isName(token)) return true
  const lemma = singular(token.lemma)
  const noun = classOfNoun(lemma)
  return (
    noun === 'person' ||
    noun === 'group' ||
    noun === 'organisation' ||
    COLLECTIVE.has(lemma) ||
    lemma === 'life' ||
    PRONOUNS.has(token.lower) ||
    isStateOfPeople(token)
  )
}

const isStateOfPeople = (token: Token): boolean =>
  /^(?:wounded|injured|dead|old|-old|year-old|elderly|innocent|poor)$/.test(token.lower) || /-old$/.test(token.lower)

/** Whether a word names something that arms can be turned on: people, buildings, vehicles, places. */
export const isTarget = (token: Token): boolean => {
  if (isPeople(token)) return true
  const lemma = singular(token.lemma)
  return classOfNoun(lemma) !== undefined || TARGETS.has(lemma) || weaponTypeOfNoun(token.lower) !== undefined
}
const TARGETS = wordSet(
  'wedding funeral procession ceremony vigil target area village town city neighborhood neighbourhood district region province settlement capital border stronghold territory land road street highway square park site line suburb quarter outskirts place island coast field valley hill mountain enclave zone sector crossing location country state embassy position hideout checkpoint infrastructure system equipment radar launcher pylon tower pipeline oilfield field well rail railway track power grid electricity supply ammunition head leg chest arm back face stomach neck abdomen shoulder foot thigh torso hand buttock hip side window door wall roof gate floor store ward room apartment livestock cattle cow goat sheep crop belonging property home aid goods line corridor column position forest jungle lair cave trench village studio booth pole antenna transmitter mast structure headquarters newspaper substation kiosk monument statue windshield facade harvest machinery club furniture billboard telephone cable post chamber branch stand patrol',
)

/** Whether a word names what strikes: a weapon, a blast, an attack. */
export const isWeaponLike = (token: Token): boolean => weaponTypeOfNoun(token.lower) !== undefined || STRIKERS.has(singular(token.lemma))
const STRIKERS = wordSet(
  'blast explosion attack strike airstrike bombing shelling gunfire fire shot round shrapnel raid bombardment barrage salvo device charge fragment debris shell mortar fire crossfire assault ambush',
)

const TIMES = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today yesterday tonight morning afternoon evening night weekend week month year noon midnight dawn',
)
/** Days, months and parts of the day, which the parse may hang where people belong. */
export const isTimeWord = ({ lower }: Token): boolean => TIMES.has(lower)
