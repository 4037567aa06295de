import type { EventType, SubEventType } from '../../model/incident.ts'
import type { View } from '../claims/view.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import { typesOfAct } from '../mentions/act/kinds.ts'
import { COMBATANTS } from '../mentions/party/nouns.ts'
import type { Happening } from './happening.ts'

export type Typed = Readonly<{ type: EventType; subType: SubEventType; because: string }>

const of = (type: EventType, subType: SubEventType, because: string): Typed => ({ type, subType, because: `type/${because}` })

const has = (happenings: readonly Happening[], ...acts: readonly ActKind[]): number =>
  happenings.filter(({ act }) => acts.includes(act)).length

const BOMBS = /^(?:explosive|car-bomb|bomb|mine)$/
const SHELLS = /^(?:rocket|missile|mortar|artillery)$/
const AIR = /^(?:aircraft|drone)$/

const DEVICES = /^(?:explosive|car-bomb|mine|suicide-bomb)$/

/** Acts that leave a weapon spoken of unused. */
const UNUSED = /^(?:arrest|capture|wound|die|kill|casualty|release|intercept|threaten)$/

const MOBS = /\b(?:mobs?|crowds?|vigilantes?|lynch mobs?|angry (?:residents|villagers|locals|youths)|rioters)\b/i

const ARMY = /\b(?:army|military|government|troops|soldiers|security forces|national forces)\b/i

const isState = ({ mention }: Happening['agents'][number]): boolean =>
  mention.type === 'geopolitical' || (mention.actor !== null && /^[a-z]{2}(?:-|$)/.test(mention.actor))

const ARMED =
  /\b(?:gunm[ae]n|armed men|attackers|bandits|agents|army|military|soldiers?|troops?|forces|guerrillas?|rebels?|militants?|insurgents?|militia(?:men)?|fighters?|paramilitar\w+|battalion|brigade|commandos?|patrol|police|jihadists?|units?|guardsmen|national guard|border guards|policemen|convoy|barracks|garrison|base|outpost)\b/i

/** Do arms stand on both sides? */
const isTwoSided = (view: View, happenings: readonly Happening[]): boolean => {
  const said = (takings: Happening['agents']): boolean =>
    takings.some(
      ({ span, mention }) => ARMED.test(view.text.slice(span.start, span.end)) || (mention.type === 'group' && mention.actor !== null),
    )
  const dead = happenings.some(({ casualties }) =>
    casualties.some(({ about }) => COMBATANTS.has(about.noun) && about.status === 'combatant'),
  )
  const doers = happenings.some(({ agents }) => said(agents))
  const hit = happenings.some(({ targets }) => said(targets)) || dead
  return doers && hit
}

const PROTEST = /\b(?:protest(?:er|or|ing|ed)?s?|demonstrat(?:or|ion|ing|ed)s?|march(?:ers?|ed|ing)?|rall(?:y|ies)|crowds?)\b/gi
const FORCES = /\b(?:forces|police|troops|soldiers|army|guards?|officers|gendarmes)\b/i

/** Were people shot by forces while they marched? */
const isCrackdown = (view: View, happenings: readonly Happening[]): boolean => {
  if (happenings.some(({ act }) => act === 'clash' || act === 'ambush')) return false
  const sentences = [
    ...new Set(
      happenings
        .filter(({ casualties }) => casualties.some(({ harm, none }) => !none && (harm === 'killed' || harm === 'shot')))
        .map(({ sentence }) => sentence),
    ),
  ].slice(0, 6)
  const words = sentences
    .map((i) => view.text.slice(view.sentences[i]!.start, Math.min(view.sentences[i]!.end, view.sentences[i]!.start + 600)))
    .join(' ')
  return (
    (words.match(PROTEST)?.length ?? 0) >= 1 &&
    FORCES.test(words) &&
    happenings.some(({ agents }) => agents.some(({ span: own }) => FORCES.test(view.text.slice(own.start, own.end))))
  )
}

const PROTESTERS = /\b(?:protest(?:er|or)s?|demonstrators?|marchers?|rally|demonstration|march(?:ed)?|protest|protested|sit-in)\b/i
const LAW =
  /\b(?:police|policemen|gendarmes?|gendarmerie|soldiers?|troops|army|military|security|forces|guards?|officers?|junta|rangers?)\b/i

const SOLDIERS =
  /\b(?:soldiers?|troops|troopers?|army|military|servicemen|paratroopers|marines|infantrymen|peacekeepers|gendarmes|national guard|border guards?|guardsmen|garrison|barracks)\b/i
const UNARMED =
  /\b(?:youths?|protest[eo]rs?|demonstrators?|students?|fans|supporters|residents|villagers|strikers|workers|marchers|stone-throwers)\b/i
const REBELS = /\b(?:militants?|rebels?|guerrillas?|insurgents?|gunmen|fighters?|militia\w*|jihadists?|separatists?|armed)\b/i

/** "Clashes between youths and security forces": is one side a crowd and the other police, with no armed band in the sentence? */
const isUnrest = (view: View, { sentence }: Happening): boolean => {
  const { start, end } = view.sentences[sentence]!
  const words = view.text.slice(start, end)
  return UNARMED.test(words) && LAW.test(words) && !REBELS.test(words)
}

/** Was it done to protesters, or to a crowd that marched, by those who keep order? */
const isAgainstProtest = (view: View, happenings: readonly Happening[]): boolean => {
  const said = ({ start, end }: Readonly<{ start: number; end: number }>): string => view.text.slice(start, end)
  const onThem = happenings.some(
    ({ targets, casualties }) =>
      targets.some(({ span }) => PROTESTERS.test(said(span))) || casualties.some(({ about }) => PROTESTERS.test(said(about.span))),
  )
  const marched = happenings.some(({ act, sentence }) => {
    const { start, end } = view.sentences[sentence]!
    return act === 'protest' || (/^(?:shoot|kill|beat)$/.test(act) && PROTESTERS.test(view.text.slice(start, end)))
  })
  const byLaw = happenings.some(
    ({ agents, sentence }) =>
      agents.some(({ span }) => LAW.test(said(span))) ||
      (onThem && LAW.test(view.text.slice(view.sentences[sentence]!.start, view.sentences[sentence]!.end))),
  )
  return byLaw && (onThem || marched)
}

const CARRIED = /\b(?:armed with|carrying|carried|wielding|recovered|seized|found|confiscated|discovered|brandishing)\b[^.;]{0,60}$/i

/** "armed with rifles and grenades", "two rifles were recovered": arms that were there, not what was done with them. */
const isUsed = (view: View, weapon: Readonly<{ start: number; end: number }>): boolean =>
  !CARRIED.test(view.text.slice(Math.max(0, weapon.start - 75), weapon.start)) &&
  !/^[^.;]{0,30}\b(?:recovered|seized|found|confiscated)\b/i.test(view.text.slice(weapon.end, weapon.end + 45))

/** Which ACLED type a whole incident has: what was used decides first, then who stood on either side, then what was done. */
export const typeOf = (view: View, happenings: readonly Happening[]): Typed => {
  const weapons = happenings.flatMap((one) => one.weapons.filter((weapon) => isUsed(view, weapon)).map(({ type }) => type))
  const armed = (pattern: RegExp): number => weapons.filter((type) => pattern.test(type)).length
  const bombs = has(happenings, 'bomb', 'mine') + armed(BOMBS)
  const shells = has(happenings, 'shell', 'rocket-fire') + armed(SHELLS)
  const air = 2 * has(happenings, 'air-strike', 'drone-strike') + 2 * armed(AIR)
  const shots = has(happenings, 'shoot', 'stab', 'beat')
  const suffered = happenings.some(({ casualties }) =>
    casualties.some(({ harm, none }) => !none && (harm === 'killed' || harm === 'shot' || harm === 'wounded')),
  )
  // "arrested four men over a plot to bring down a plane with a bomb": what was found or feared was not used.
  if (!suffered && happenings.every(({ act }) => UNUSED.test(act)) && has(happenings, 'arrest', 'capture') > 0)
    return of('Strategic developments', 'Arrests', 'arrests')
  const poisoned = happenings.some(({ weapons: own }) =>
    own.some(({ type, start, end }) => type === 'chemical' && !/\b(?:tear|pepper|phosphorus)\b/i.test(view.text.slice(start, end))),
  )
  if (has(happenings, 'chemical') > 0 || (poisoned && has(happenings, 'air-strike', 'attack', 'bomb', 'shell', 'rocket-fire') > 0))
    return of('Explosions/Remote violence', 'Chemical weapon', 'chemical')
  if (has(happenings, 'suicide-bomb') > 0 || weapons.includes('suicide-bomb'))
    return of('Explosions/Remote violence', 'Suicide bomb', 'suicide-bomb')
  const fought = has(happenings, 'attack', 'raid', 'ambush', 'clash') > 0 && isTwoSided(view, happenings)
  if (has(happenings, 'abduct') > 0 && !fought && has(happenings, 'abduct') >= shots + bombs + shells)
    return of('Violence against civilians', 'Abduction/forced disappearance', 'taken')
  if (has(happenings, 'rape') > 0 && has(happenings, 'rape') >= shots) return of('Violence against civilians', 'Sexual violence', 'sexual')
  if (isCrackdown(view, happenings) && bombs === 0) return of('Protests', 'Excessive force against protesters', 'fire-on-protesters')
  const clash = has(happenings, 'clash')
  const byMob = happenings.some(
    ({ act, agents, family }) =>
      /^(?:beat|kill|attack|burn|stab|destroy|loot|raid)$/.test(act) &&
      family !== 'other' &&
      agents.some(({ span }) => MOBS.test(view.text.slice(span.start, span.end))),
  )
  if (byMob && clash === 0 && bombs + shells + air === 0) return of('Riots', 'Mob violence', 'mob')
  const riots = happenings.filter((one) => one.act === 'clash' && isUnrest(view, one)).length
  if (riots > 0 && riots === clash && bombs + shells + air === 0) return of('Riots', 'Violent demonstration', 'unrest')
  const onSoldiers =
    happenings.some(({ casualties, targets }) =>
      [...casualties.map(({ about }) => about.span), ...targets.map(({ span }) => span)].some(({ start, end }) =>
        SOLDIERS.test(view.text.slice(start, end)),
      ),
    ) && has(happenings, 'attack', 'ambush', 'raid', 'clash') > 0
  const remote = has(happenings, 'bomb', 'mine', 'suicide-bomb', 'grenade', 'shell', 'rocket-fire', 'air-strike', 'drone-strike', 'strike')
  // Soldiers attacked by men, whatever else these had with them, is a battle.
  if (
    (onSoldiers || (isTwoSided(view, happenings) && has(happenings, 'kill', 'shoot') > 0 && bombs + shells + air === 0)) &&
    remote === 0 &&
    has(happenings, 'abduct') === 0
  )
    return of('Battles', 'Armed clash', 'on-soldiers')
  // "Security forces had fought 'terrorists'", says one side; the dead of a massacre say otherwise.
  if (
    has(happenings, 'massacre', 'execute') > 0 &&
    has(happenings, 'massacre', 'execute') >= clash &&
    bombs + shells + air === 0 &&
    !onSoldiers
  )
    return of('Violence against civilians', 'Attack', 'massacre')
  const crushed = has(happenings, 'shoot', 'beat', 'kill', 'wound', 'raid', 'attack', 'chemical') > 0
  if (crushed && suffered && bombs + shells + air === 0 && isAgainstProtest(view, happenings))
    return of('Protests', 'Excessive force against protesters', 'protesters-hurt')
  if (
    !suffered &&
    bombs + shells + air + clash === 0 &&
    has(happenings, 'shoot', 'beat', 'arrest', 'chemical') > 0 &&
    isAgainstProtest(view, happenings)
  )
    return of('Protests', 'Protest with intervention', 'protest-dispersed')
  const taken = happenings.find(
    ({ act, nominal, manner, targets, agents }) =>
      act === 'seize-territory' && !nominal && manner.modality === 'asserted' && targets.length > 0 && agents.length > 0,
  )
  if (taken && air === 0 && has(happenings, 'abduct', 'massacre') === 0) {
    const back = /^(?:recapture|retake|reclaim|regain)$/.test(view.tokens[taken.token]!.lemma)
    const state = taken.agents.some((agent) => isState(agent) || ARMY.test(view.text.slice(agent.span.start, agent.span.end)))
    return state || back
      ? of('Battles', 'Government regains territory', 'territory-back')
      : of('Battles', 'Non-state actor overtakes territory', 'territory')
  }
  if (air > 0 && air >= shells && (clash === 0 || air > 2 * clash))
    return of('Explosions/Remote violence', 'Air/drone strike', 'from-the-air')
  if (shells > 0 && shells >= bombs && shells >= clash)
    return of('Explosions/Remote violence', 'Shelling/artillery/missile attack', 'shelled')
  if (has(happenings, 'grenade') + weapons.filter((type) => type === 'grenade').length > bombs)
    return of('Explosions/Remote violence', 'Grenade', 'grenade')
  // "the American bombing of two brigades": states bomb from the air, unless a device is spoken of.
  if (
    bombs > 0 &&
    bombs >= clash &&
    bombs >= shots &&
    armed(DEVICES) === 0 &&
    happenings.some(({ act, agents }) => act === 'bomb' && agents.some(isState))
  )
    return of('Explosions/Remote violence', 'Air/drone strike', 'bombed-by-a-state')
  if (bombs > 0 && bombs >= clash && bombs >= shots) return of('Explosions/Remote violence', 'Remote explosive/landmine/IED', 'bomb')
  const onesided = has(happenings, 'massacre', 'execute')
  if ((clash > 0 && clash >= onesided) || (has(happenings, 'ambush') > 0 && isTwoSided(view, happenings)))
    return of('Battles', 'Armed clash', 'clash')
  const strikes = happenings.filter(({ act }) => act === 'strike')
  if (strikes.length > 0 && shots === 0 && strikes.some(({ nominal, agents }) => nominal || agents.some(isState)))
    return of('Explosions/Remote violence', 'Air/drone strike', 'strike')
  const protest = has(happenings, 'protest')
  if (protest > 0 && protest >= shots) {
    const hurt = happenings.some(({ casualties }) => casualties.some(({ harm }) => harm === 'killed' || harm === 'shot'))
    if (hurt) return of('Protests', 'Excessive force against protesters', 'protest-crushed')
    return has(happenings, 'riot') > 0
      ? of('Riots', 'Violent demonstration', 'riot')
      : has(happenings, 'arrest', 'beat') > 0
        ? of('Protests', 'Protest with intervention', 'protest-stopped')
        : of('Protests', 'Peaceful protest', 'protest')
  }
  if (has(happenings, 'riot') > 0) return of('Riots', 'Violent demonstration', 'riot')
  const harmed = happenings.some(({ casualties }) =>
    casualties.some(({ harm, none }) => !none && (harm === 'killed' || harm === 'shot' || harm === 'wounded')),
  )
  if (
    !harmed &&
    has(happenings, 'burn', 'loot', 'rob', 'destroy', 'damage') > 0 &&
    has(happenings, 'attack', 'raid', 'kill', 'shoot', 'massacre') === 0
  )
    return of('Strategic developments', 'Looting/property destruction', 'property')
  if (has(happenings, 'seize-territory') > 0 && !harmed && has(happenings, 'attack', 'raid', 'shoot') === 0)
    return of('Battles', 'Non-state actor overtakes territory', 'territory')
  if (isTwoSided(view, happenings) && has(happenings, 'attack', 'ambush', 'raid', 'shoot', 'strike', 'kill') > 0)
    return of('Battles', 'Armed clash', 'arms-on-both-sides')
  const known = happenings.find(({ act }) => act !== 'die' && act !== 'wound' && act !== 'kill')
  if (known && !harmed) {
    const [type, subType] = typesOfAct(known.act)
    return of(type, subType, known.act)
  }
  return of('Violence against civilians', 'Attack', 'attack')
}
