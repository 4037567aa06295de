import type { EventType, SubEventType } from '../../model/incident.ts'
import type { View } from '../claims/view.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import { typesOfAct } from '../mentions/act/kinds.ts'
import type { Happening } from './happening.ts'
import { meansOf } from './means.ts'
import { harmedIn, isOnCivilians, isTwoSided } from './sides.ts'

export type Typed = Readonly<{ type: EventType; subType: SubEventType; because: string }>

const of = (type: EventType, subType: SubEventType, because: string): Typed => ({ type, subType, because: `type/${because}` })

const has = (happenings: readonly Happening[], ...acts: readonly ActKind[]): number =>
  happenings.filter(({ act }) => acts.includes(act)).length

/** Acts that leave a weapon spoken of unused. */
const UNUSED = /^(?:arrest|capture|wound|die|kill|casualty|release|intercept|threaten)$/

const MOBS = /\b(?:mobs?|crowds?|vigilantes?|lynch mobs?|angry (?:residents|villagers|locals|youths)|rioters)\b/i

const ARMY = /\b(?:army|military|government|troops|soldiers|security forces|national forces)\b/i

const isState = ({ mention }: Happening['agents'][number]): boolean =>
  mention.type === 'geopolitical' || (mention.actor !== null && /^[a-z]{2}(?:-|$)/.test(mention.actor))

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

/** "a similar attack", "another such attack": of the sort of the one told of before. */
const LIKE = /^(?:similar|such|identical|comparable|same)$/

const isLikeAnother = (view: View, { act, token, nominal }: Happening): boolean =>
  nominal &&
  (act === 'attack' || act === 'strike' || act === 'raid') &&
  view.children(token).some((child) => child < token && LIKE.test(view.tokens[child]!.lower))

const STONES =
  /\b(?:ston(?:ed|ing)|(?:threw|throwing|hurled|hurling|pelted|pelting)\b[^.;]{0,40}\b(?:stones|rocks|bricks|bottles|petrol bombs|molotov))/i
const CROWD =
  /\b(?:crowds?|youths?|rioters|protest[eo]rs?|demonstrators?|students?|fans|supporters|residents|villagers|mobs?|hundreds|thousands)\b/i

/** Did a crowd throw stones, with no armed band in the sentence? */
const isStoned = (view: View, { sentence }: Happening): boolean => {
  const { start, end } = view.sentences[sentence]!
  const words = view.text.slice(start, Math.min(end, start + 600))
  return STONES.test(words) && CROWD.test(words) && !REBELS.test(words)
}

const REPELLED = /^(?:repel|repulse|rebuff|parry)$/
const BACK = /^(?:beat|fight|drive|push|throw|turn)$/

/** "Our forces repelled an attack", "an assault was beaten back": there was a fight. */
const isRepelled = (view: View, { act, nominal, token }: Happening): boolean => {
  const { head, deprel } = view.tokens[token]!
  if (!nominal || !/^(?:attack|raid|ambush)$/.test(act) || head < 0 || !/^(?:obj|nsubj:pass)/.test(deprel)) return false
  const verb = view.tokens[head]!
  return (
    REPELLED.test(verb.lemma) ||
    (BACK.test(verb.lemma) && view.tokens.slice(head + 1, head + 3).some(({ lower }) => /^(?:back|off|away)$/.test(lower))) ||
    (verb.lemma === 'fend' && view.tokens[head + 1]?.lower === 'off')
  )
}

/** What else decides the type of an incident. `taken`: sentences that speak of others; `before`: the type of the first one told of. */
export type Around = Readonly<{ taken: ReadonlySet<number>; before: Typed | undefined }>

/** Which ACLED type a whole incident has: what was used decides first, then who stood on either side, then what was done. */
export const typeOf = (view: View, happenings: readonly Happening[], { taken: others, before }: Around): Typed => {
  const { bombs, devices, shells, air, grenades, shots, isSuicide, isPoison } = meansOf(view, happenings, others)
  const hurt = harmedIn(view, happenings)
  const twoSided = isTwoSided(view, happenings, hurt)
  const suffered = happenings.some(({ casualties }) =>
    casualties.some(({ harm, none }) => !none && (harm === 'killed' || harm === 'shot' || harm === 'wounded')),
  )
  // "arrested four men over a plot to bring down a plane with a bomb": what was found or feared was not used.
  if (!suffered && happenings.every(({ act }) => UNUSED.test(act)) && has(happenings, 'arrest', 'capture') > 0)
    return of('Strategic developments', 'Arrests', 'arrests')
  if (isPoison) return of('Explosions/Remote violence', 'Chemical weapon', 'chemical')
  if (isSuicide) return of('Explosions/Remote violence', 'Suicide bomb', 'suicide-bomb')
  if (before && bombs + shells + air + grenades + shots === 0 && happenings.some((one) => isLikeAnother(view, one)))
    return { ...before, because: 'type/like-the-one-before' }
  const fought = has(happenings, 'attack', 'raid', 'ambush', 'clash') > 0 && twoSided
  const dead = hurt.armed + hurt.others
  // Forty-three killed and "several abducted" is no abduction.
  const isMassacre = dead >= 3 && dead > hurt.captured
  if (has(happenings, 'abduct') > 0 && !fought && !isMassacre && has(happenings, 'abduct') >= shots + bombs + shells)
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
  if (clash + bombs + shells + air === 0 && happenings.some((one) => isStoned(view, one)))
    return of('Riots', 'Violent demonstration', 'stones')
  const riots = happenings.filter((one) => one.act === 'clash' && isUnrest(view, one)).length
  if (riots > 0 && riots === clash && bombs + shells + air === 0) return of('Riots', 'Violent demonstration', 'unrest')
  const onSoldiers =
    !isOnCivilians(hurt) &&
    happenings.some(({ casualties, targets }) =>
      [...casualties.map(({ about }) => about.span), ...targets.map(({ span }) => span)].some(({ start, end }) =>
        SOLDIERS.test(view.text.slice(start, end)),
      ),
    ) &&
    has(happenings, 'attack', 'ambush', 'raid', 'clash') > 0
  if (bombs + shells + air === 0 && happenings.some((one) => isRepelled(view, one))) return of('Battles', 'Armed clash', 'repelled')
  const remote = has(happenings, 'bomb', 'mine', 'suicide-bomb', 'grenade', 'shell', 'rocket-fire', 'air-strike', 'drone-strike', 'strike')
  // Soldiers attacked by men, whatever else these had with them, is a battle.
  if (
    (onSoldiers || (twoSided && has(happenings, 'kill', 'shoot') > 0 && bombs + shells + air === 0)) &&
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
  if (grenades > bombs) return of('Explosions/Remote violence', 'Grenade', 'grenade')
  // "the American bombing of two brigades": states bomb from the air, unless a device is spoken of.
  if (
    bombs > 0 &&
    bombs >= clash &&
    bombs >= shots &&
    devices === 0 &&
    happenings.some(({ act, agents }) => act === 'bomb' && agents.some(isState))
  )
    return of('Explosions/Remote violence', 'Air/drone strike', 'bombed-by-a-state')
  if (bombs > 0 && bombs >= clash && bombs >= shots) return of('Explosions/Remote violence', 'Remote explosive/landmine/IED', 'bomb')
  const onesided = has(happenings, 'massacre', 'execute')
  if ((clash > 0 && clash >= onesided) || (has(happenings, 'ambush') > 0 && twoSided)) return of('Battles', 'Armed clash', 'clash')
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
  if (twoSided && has(happenings, 'attack', 'ambush', 'raid', 'shoot', 'strike', 'kill') > 0)
    return of('Battles', 'Armed clash', 'arms-on-both-sides')
  const known = happenings.find(({ act }) => act !== 'die' && act !== 'wound' && act !== 'kill')
  if (known && !harmed) {
    const [type, subType] = typesOfAct(known.act)
    return of(type, subType, known.act)
  }
  return of('Violence against civilians', 'Attack', 'attack')
}
