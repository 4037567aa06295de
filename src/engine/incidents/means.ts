import type { View } from '../claims/view.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import type { Happening } from './happening.ts'

/** What an incident was done with: how many of its words speak of each sort of means. */
export type Means = Readonly<{
  bombs: number
  /** Words for a device that somebody laid, of the bombs. */
  devices: number
  shells: number
  air: number
  grenades: number
  /** By gun, blade or hand. */
  shots: number
  isSuicide: boolean
  isPoison: boolean
}>

const BOMBS = /^(?:explosive|car-bomb|bomb|mine)$/
const DEVICES = /^(?:explosive|car-bomb|mine|suicide-bomb)$/
const SHELLS = /^(?:rocket|missile|mortar|artillery)$/
const AIR = /^(?:aircraft|drone)$/

const CARRIED = /\b(?:armed with|carrying|carried|wielding|recovered|seized|found|confiscated|discovered|brandishing)\b[^.;]{0,60}$/i

/** "armed with rifles and grenades", "two rifles were recovered": arms that were there, not what was done with them. */
const isUsed = (view: View, weapon: Readonly<{ start: number; end: number }>): boolean =>
  !CARRIED.test(view.text.slice(Math.max(0, weapon.start - 75), weapon.start)) &&
  !/^[^.;]{0,30}\b(?:recovered|seized|found|confiscated)\b/i.test(view.text.slice(weapon.end, weapon.end + 45))

/** "explosions were heard", "the blast": what was heard and seen, whatever it was done with. */
const HEARD = /^(?:explosion|blast|detonation|explode)$/

const FROM_THE_AIR =
  /\b(?:fired|launched|dropped|came|struck|bombed|fell|attack(?:ed)?) from (?:the air|the sky|(?:\w+ ){0,2}(?:aircraft|planes?|jets?|warplanes?|helicopters?|gunships?|drones?))\b/i

const AIRMEN = /\b(?:air force|warplanes?|jets?|aircraft|planes?|helicopters?|gunships?|drones?)\b/i
const FROM_ABOVE: ReadonlySet<string> = new Set(['bomb', 'attack', 'strike', 'shell', 'rocket-fire', 'kill'])

/** "our air force bombed the market", "the army's jets hit it". */
const isByAirmen = (view: View, { act, agents }: Happening): boolean =>
  FROM_ABOVE.has(act) && agents.some(({ span }) => AIRMEN.test(view.text.slice(span.start, span.end)))

/** "the bombing of Northport": of a whole town, which no device does. */
const isOfTown = (view: View, { act, nominal, token }: Happening): boolean =>
  act === 'bomb' &&
  nominal &&
  view.tokens[token]!.lemma === 'bombing' &&
  view.tokens[token + 1]?.lower === 'of' &&
  view.within('place', view.tokens[token + 2] ?? view.tokens[token]!).some(({ precision }) => precision <= 3)

/** A bomber who acts on the spot: "the bomber had worn a uniform", "set off his explosives". Not one who "was arrested", nor an aeroplane. */
const BOMBER =
  /\b(?:suicide|blew (?:him|her|them)sel(?:f|ves) up|blowing (?:him|her|them)sel(?:f|ves) up)\b|\b(?:set off|setting off|detonat(?:ed|ing)|trigger(?:ed|ing)|explod(?:ed|ing)) (?:his|her|their) (?:\w+ ){0,2}(?:explosives?|belts?|vests?|charges?|jackets?)\b|\bbombers? (?:had |has |also |then |first )?(?:wore|worn|walked|entered|approached|blew|detonated|struck|rode|rammed|pushed|mingled|cried|shouted|stood|joined|was wearing|were wearing|was dressed|disguised)\b/i
const PLANE = /\b(?:warplanes?|aircraft|missiles?|stealth|air force|jets?)\b/i

const wordsOf = (view: View, sentence: number): string => {
  const { start, end } = view.sentences[sentence]!
  return view.text.slice(start, Math.min(end, start + 600))
}

/** How far behind an incident's words its bomber may still be told of. */
const REACH = 1
const MOST = 30

/** Every sentence of an incident, and those between them that tell of no other. */
const sentencesOf = (view: View, happenings: readonly Happening[], taken: ReadonlySet<number>): readonly number[] => {
  const own = new Set(happenings.map(({ sentence }) => sentence))
  const first = Math.min(...own)
  const last = Math.min(Math.max(...own) + REACH, view.sentences.length - 1, first + MOST)
  return Array.from({ length: last - first + 1 }, (_, n) => first + n).filter(
    (sentence) => own.has(sentence) || (!taken.has(sentence) && view.bears(view.sentences[sentence]!.first)),
  )
}

/** What an incident was done with. `taken`: sentences that speak of other incidents. */
export const meansOf = (view: View, happenings: readonly Happening[], taken: ReadonlySet<number>): Means => {
  const weapons = happenings.flatMap((one) => one.weapons.filter((weapon) => isUsed(view, weapon)).map(({ type }) => type))
  const armed = (pattern: RegExp): number => weapons.filter((type) => pattern.test(type)).length
  const acts = (...kinds: readonly ActKind[]): number => happenings.filter(({ act }) => kinds.includes(act)).length
  const heard = happenings.filter(({ act, token }) => act === 'bomb' && HEARD.test(view.tokens[token]!.lemma)).length
  const sentences = [...new Set(happenings.map(({ sentence }) => sentence))].slice(0, MOST)
  const fromAir = sentences.filter((sentence) => FROM_THE_AIR.test(wordsOf(view, sentence))).length
  const shells = acts('shell', 'rocket-fire') + armed(SHELLS)
  const byAirmen = happenings.filter((one) => isByAirmen(view, one) || (isOfTown(view, one) && armed(DEVICES) === 0)).length
  const air = 2 * acts('air-strike', 'drone-strike') + 2 * armed(AIR) + 2 * fromAir + 2 * byAirmen
  // A missile that fell makes the explosion that was heard no bomb.
  const bombs = acts('bomb', 'mine') - (shells + air > 0 ? heard : 0) + armed(BOMBS)
  const blown = acts('bomb', 'suicide-bomb') > 0
  const isSuicide =
    acts('suicide-bomb') > 0 ||
    weapons.includes('suicide-bomb') ||
    (blown &&
      sentencesOf(view, happenings, taken).some((sentence) => BOMBER.test(wordsOf(view, sentence)) && !PLANE.test(wordsOf(view, sentence))))
  const isPoison =
    acts('chemical') > 0 ||
    (acts('air-strike', 'attack', 'bomb', 'shell', 'rocket-fire') > 0 &&
      happenings.some(({ weapons: own }) =>
        own.some(({ type, start, end }) => type === 'chemical' && !/\b(?:tear|pepper|phosphorus)\b/i.test(view.text.slice(start, end))),
      ))
  return {
    bombs,
    devices: armed(DEVICES),
    shells,
    air,
    grenades: acts('grenade') + armed(/^grenade$/),
    shots: acts('shoot', 'stab', 'beat'),
    isSuicide,
    isPoison,
  }
}
