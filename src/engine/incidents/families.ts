import type { ActKind } from '../mentions/act/kinds.ts'

/** Acts that can be one happening: an air strike may be called a bombing or an attack, not a kidnapping. */
export type Family =
  | 'air'
  | 'shell'
  | 'bomb'
  | 'shoot'
  | 'hand'
  | 'clash'
  | 'take'
  | 'property'
  | 'unrest'
  | 'territory'
  | 'sexual'
  | 'any'
  | 'outcome'
  | 'other'

const FAMILIES: Readonly<Record<ActKind, Family>> = {
  attack: 'any',
  kill: 'outcome',
  execute: 'any',
  massacre: 'any',
  die: 'outcome',
  wound: 'outcome',
  casualty: 'outcome',
  shoot: 'shoot',
  stab: 'hand',
  beat: 'hand',
  torture: 'hand',
  rape: 'sexual',
  bomb: 'bomb',
  'suicide-bomb': 'bomb',
  mine: 'bomb',
  grenade: 'bomb',
  shell: 'shell',
  'rocket-fire': 'shell',
  'air-strike': 'air',
  'drone-strike': 'air',
  strike: 'any',
  chemical: 'any',
  clash: 'clash',
  ambush: 'clash',
  raid: 'any',
  intercept: 'other',
  abduct: 'take',
  'go-missing': 'outcome',
  capture: 'outcome',
  arrest: 'outcome',
  release: 'outcome',
  burn: 'property',
  destroy: 'outcome',
  damage: 'outcome',
  loot: 'property',
  rob: 'property',
  displace: 'outcome',
  'seize-territory': 'territory',
  protest: 'unrest',
  riot: 'unrest',
  stoppage: 'other',
  threaten: 'other',
}

export const familyOf = (act: ActKind): Family => FAMILIES[act]

const KIN: readonly (readonly [Family, Family])[] = [
  ['air', 'bomb'],
  ['air', 'shell'],
  ['bomb', 'shell'],
  ['shoot', 'clash'],
  ['shoot', 'hand'],
  ['shoot', 'take'],
  ['shoot', 'bomb'],
  ['shoot', 'unrest'],
  ['shoot', 'property'],
  ['clash', 'shell'],
  ['clash', 'bomb'],
  ['clash', 'air'],
  ['clash', 'territory'],
  ['clash', 'unrest'],
  ['hand', 'take'],
  ['hand', 'unrest'],
  ['hand', 'property'],
  ['hand', 'sexual'],
  ['sexual', 'take'],
  ['property', 'unrest'],
  ['property', 'bomb'],
  ['property', 'take'],
  ['territory', 'shell'],
  ['territory', 'air'],
]
const kin = new Set(KIN.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))

/** How well two acts go together as one happening: 1 the same, below 0 hardly ever. */
export const kinship = (a: Family, b: Family): number => {
  if (a === b) return 1
  if (a === 'outcome' || b === 'outcome' || a === 'any' || b === 'any') return 0.4
  return kin.has(`${a} ${b}`) ? 0 : -1
}
