import { wordSet } from '../party/nouns.ts'
import type { ActEffect, ActKind } from './kinds.ts'

/** What a word does as a trigger. */
export type Trigger = Readonly<{ act: ActKind; effect: ActEffect | null; needs?: Need }>

/**
 * What must stand beside a word before it is a trigger. `person`: somebody it is done to; `armed`: a weapon, an attacker or a
 * thing that can be attacked; `weapon`: a weapon as its object; `place`: a place or building as its object; `at`: "at", "on" …;
 * `down`: a particle; `under-fire`, `of-fire`, `on-mine`: "came under fire", "an exchange of fire", "hit a landmine"; `deed-against`:
 * carried out against a building or people.
 */
export type Need =
  | 'person'
  | 'armed'
  | 'weapon'
  | 'place'
  | 'at'
  | 'off'
  | 'down'
  | 'up'
  | 'lives'
  | 'fire'
  | 'hostage'
  | 'dead'
  | 'into'
  | 'wounds'
  | 'to-people'
  | 'under-fire'
  | 'of-fire'
  | 'on-mine'
  | 'against'
  | 'crowd'
  | 'deed-against'

const table = (
  rows: readonly (readonly [words: string, act: ActKind, effect?: ActEffect | null, needs?: Need])[],
): ReadonlyMap<string, readonly Trigger[]> => {
  const map = new Map<string, Trigger[]>()
  for (const [words, act, effect = null, needs] of rows)
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), needs ? { act, effect, needs } : { act, effect }])
  return map
}

/** Verbs, by lemma. Several readings of one verb are tried in order. */
export const VERBS = table([
  [
    'kill slay murder assassinate slaughter butcher lynch behead decapitate strangle asphyxiate suffocate dismember disembowel electrocute bludgeon',
    'kill',
    'killed',
    'person',
  ],
  ['martyr', 'kill', 'killed'],
  ['massacre', 'massacre', 'killed', 'person'],
  ['execute hang garrote', 'execute', 'killed', 'person'],
  ['eliminate neutralize neutralise liquidate annihilate', 'kill', 'killed', 'person'],
  ['gun mow cut', 'shoot', 'killed', 'down'],
  ['wipe take', 'kill', 'killed', 'down'],
  ['claim take cost lose', 'kill', 'killed', 'lives'],
  ['die perish succumb', 'die', 'killed'],
  ['drown', 'die', 'killed'],
  ['wound injure maim disfigure mutilate concuss', 'wound', 'wounded', 'person'],
  ['hurt', 'wound', 'wounded', 'person'],
  ['hospitalize hospitalise', 'wound', 'wounded'],
  ['suffer sustain receive', 'wound', 'wounded', 'wounds'],
  ['shoot', 'shoot', 'hit', 'person'],
  ['shoot', 'shoot', null, 'at'],
  ['graze', 'shoot', 'wounded', 'person'],
  ['snipe machinegun machine-gun', 'shoot', null],
  ['exchange trade', 'clash', null, 'fire'],
  ['open return', 'shoot', null, 'fire'],
  ['come', 'shoot', null, 'under-fire'],
  ['fire', 'rocket-fire', null, 'weapon'],
  ['fire', 'shoot', null, 'at'],
  ['stab knife hack slash impale', 'stab', 'hit', 'person'],
  ['beat assault batter club punch kick manhandle maul thrash flog whip pummel pistol-whip', 'beat', null, 'person'],
  ['torture electroshock waterboard', 'torture', null, 'person'],
  ['rape gang-rape sodomize molest', 'rape', null, 'person'],
  ['attack assail', 'attack', null, 'armed'],
  ['target', 'attack', null, 'armed'],
  ['hit strike trigger step drive run', 'mine', null, 'on-mine'],
  ['hit strike pound pummel batter rock', 'strike', null, 'armed'],
  ['use employ', 'attack', null, 'against'],
  ['bomb dynamite', 'bomb', null, 'armed'],
  ['bombard', 'shell', null, 'armed'],
  ['firebomb', 'burn', 'damage'],
  ['blast', 'bomb', null, 'armed'],
  ['blow', 'bomb', 'damage', 'up'],
  ['explode detonate', 'bomb', null],
  ['go', 'bomb', null, 'off'],
  ['set', 'bomb', null, 'off'],
  ['plant place hide lay attach throw hurl toss lob leave put activate', 'bomb', null, 'weapon'],
  ['shell mortar', 'shell', null],
  ['launch lob rain', 'rocket-fire', null, 'weapon'],
  ['drop unleash release', 'air-strike', null, 'weapon'],
  ['airstrike air-strike', 'air-strike', null],
  ['strafe', 'air-strike', null],
  ['intercept down', 'intercept', null, 'weapon'],
  ['shoot', 'intercept', null, 'down'],
  ['gas', 'chemical', 'hit', 'person'],
  ['clash skirmish', 'clash', null],
  ['battle fight', 'clash', null, 'armed'],
  ['ambush waylay', 'ambush', null],
  ['raid storm ransack assault invade', 'raid', null, 'place'],
  ['ram plow plough', 'attack', null, 'to-people'],
  ['kidnap abduct', 'abduct', 'captured'],
  ['snatch seize', 'abduct', 'captured', 'person'],
  ['disappear vanish', 'go-missing', 'missing', 'person'],
  ['take hold', 'abduct', 'captured', 'hostage'],
  ['capture', 'capture', 'captured', 'person'],
  ['arrest detain apprehend jail imprison', 'arrest', 'captured', 'person'],
  ['seize capture overrun retake recapture reclaim', 'seize-territory', null, 'place'],
  ['burn torch incinerate', 'burn', 'damage'],
  ['set', 'burn', 'damage', 'fire'],
  ['destroy demolish raze level flatten obliterate gut', 'destroy', 'damage', 'place'],
  ['damage vandalize vandalise shatter wreck ravage deface', 'damage', 'damage', 'place'],
  ['collapse', 'damage', 'damage', 'place'],
  ['loot pillage plunder', 'loot', 'damage'],
  ['rob mug hijack carjack', 'rob', null],
  ['displace uproot evacuate', 'displace', 'displaced', 'person'],
  ['flee', 'displace', 'displaced', 'person'],
  ['riot', 'riot', null],
  ['march protest demonstrate rally', 'protest', null, 'crowd'],
])

/** Nouns, by singular. */
export const NOUNS = table([
  ['attack assault onslaught offensive aggression atrocity', 'attack', null],
  [
    'killing murder slaying assassination homicide manslaughter fratricide femicide beheading lynching filicide uxoricide matricide patricide',
    'kill',
    'killed',
  ],
  ['execution', 'execute', 'killed'],
  ['massacre slaughter bloodbath carnage butchery pogrom genocide', 'massacre', 'killed'],
  ['murder-suicide', 'kill', 'killed'],
  ['suicide', 'die', 'killed'],
  ['death fatality', 'die', 'killed'],
  ['toll', 'die', 'killed', 'dead'],
  ['martyr martyrdom', 'die', 'killed'],
  ['body corpse cadaver', 'die', 'killed', 'dead'],
  ['casualty', 'casualty', null],
  ['injury wound', 'wound', 'wounded', 'wounds'],
  ['wounding maiming', 'wound', 'wounded'],
  ['shooting gunfire shootout shoot-out crossfire drive-by fusillade', 'shoot', null],
  ['firing', 'shoot', null, 'armed'],
  ['stabbing knifing', 'stab', null],
  ['beating mugging', 'beat', null],
  ['torture', 'torture', null],
  ['rape', 'rape', null],
  ['bombing explosion blast detonation', 'bomb', null],
  ['bomb', 'bomb', null, 'weapon'],
  ['shelling bombardment shellfire barrage salvo volley cannonade', 'shell', null],
  ['airstrike air-strike airstrikes', 'air-strike', null],
  ['strike', 'strike', null, 'armed'],
  ['clash skirmish firefight gunfight gunbattle gun-battle hostility', 'clash', null],
  ['exchange', 'clash', null, 'of-fire'],
  ['battle combat fighting confrontation fight engagement', 'clash', null, 'armed'],
  ['ambush', 'ambush', null],
  ['raid incursion invasion', 'raid', null],
  ['operation', 'raid', null, 'armed'],
  ['action', 'raid', null, 'deed-against'],
  ['kidnapping abduction hostage-taking kidnap', 'abduct', 'captured'],
  ['disappearance', 'go-missing', 'missing'],
  ['capture', 'capture', 'captured'],
  ['arrest detention roundup', 'arrest', 'captured'],
  ['arson firebombing torching', 'burn', 'damage'],
  ['destruction demolition', 'destroy', 'damage'],
  ['damage', 'damage', 'damage'],
  ['looting pillaging pillage vandalism', 'loot', 'damage'],
  ['robbery holdup heist hijacking carjacking', 'rob', null],
  ['displacement exodus', 'displace', 'displaced'],
  ['riot rioting unrest', 'riot', null],
  ['protest demonstration rally march', 'protest', null],
  ['stoppage', 'stoppage', null],
  ['attempt', 'attack', null, 'person'],
])

/** Adjectives that say what became of people or things. */
export const ADJECTIVES = table([
  ['dead deceased lifeless slain', 'die', 'killed'],
  ['wounded injured hurt', 'wound', 'wounded'],
  ['missing', 'go-missing', 'missing'],
  ['displaced homeless', 'displace', 'displaced'],
])

/** Verbs that only carry a noun: "carried out an attack", "launched a raid". */
export const LIGHT_VERBS = wordSet(
  'carry launch conduct stage mount perpetrate commit make do undertake wage execute begin start lead direct order plan claim suffer have hold survive continue resume deliver inflict cause unleash orchestrate plot attempt stop foil thwart repel repulse prevent open step intensify renew face denounce report condemn announce deny confirm witness see result participate',
)
/** Of those, the ones whose subject is the doer. */
export const DOING_VERBS = wordSet(
  'carry launch conduct stage mount perpetrate commit make do undertake wage execute begin start lead direct order plan continue resume deliver inflict unleash orchestrate plot attempt open step intensify renew participate claim',
)

/** Words that make a strike, a fight or an operation one of arms. */
export const ARMED_CUES = wordSet(
  'air aerial airstrike drone missile rocket artillery military army navy force forces troops soldier soldiers militant militants rebel rebels insurgent insurgents guerrilla guerrillas terrorist terrorists gunman gunmen armed gun bomb bombs warplane warplanes jet jets israeli russian ukrainian american u.s. us coalition nato kill killed killing wounded injured dead casualty casualties civilian civilians target targeted targeting targets base precision retaliatory preemptive pre-emptive deadly suspected enemy police gang fighter fighters hamas hezbollah taliban isis isil daesh militia militias command commando commandos security bombardment shell shells shelling battlefield war front line munition explosive hospital alleged reported airport convoy headquarters compound village camp sniper separatist separatists positions',
)
