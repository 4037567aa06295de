import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, isRelation } from '../../language/tree.ts'
import { singular } from '../party/nouns.ts'
import { type WeaponType, weaponTypeOfNoun } from '../weapon/lexicon.ts'
import type { Arguments } from './arguments.ts'
import type { ActKind } from './kinds.ts'

const BY_WEAPON: Readonly<Partial<Record<WeaponType, ActKind>>> = {
  explosive: 'bomb',
  'car-bomb': 'bomb',
  bomb: 'bomb',
  'suicide-bomb': 'suicide-bomb',
  mine: 'mine',
  grenade: 'grenade',
  rocket: 'rocket-fire',
  missile: 'shell',
  mortar: 'shell',
  artillery: 'shell',
  aircraft: 'air-strike',
  drone: 'drone-strike',
  blade: 'stab',
  incendiary: 'burn',
  chemical: 'chemical',
}
const BY_WORD: Readonly<Record<string, ActKind>> = {
  air: 'air-strike',
  aerial: 'air-strike',
  airborne: 'air-strike',
  warplane: 'air-strike',
  jet: 'air-strike',
  plane: 'air-strike',
  aircraft: 'air-strike',
  helicopter: 'air-strike',
  airplane: 'air-strike',
  unmanned: 'drone-strike',
  suicide: 'suicide-bomb',
  arson: 'burn',
  sniper: 'shoot',
  gun: 'shoot',
  shooting: 'shoot',
  terror: 'attack',
  landmine: 'mine',
  chemical: 'chemical',
  chlorine: 'chemical',
  sarin: 'chemical',
  nerve: 'chemical',
}
/** Acts that the weapon beside them makes more exact. */
const OPEN: ReadonlySet<ActKind> = new Set<ActKind>(['attack', 'strike', 'raid', 'bomb', 'shell', 'rocket-fire', 'air-strike'])

const HEAVY: ReadonlySet<WeaponType | undefined> = new Set<WeaponType | undefined>(['mortar', 'artillery', 'rocket', 'missile', 'tank'])

/** "fired on the posts with heavy weapons", "with mortars". */
const isHeavy = (parsed: ParsedText, arm: Token): boolean =>
  HEAVY.has(weaponTypeOfNoun(arm.lower)) ||
  (/^(?:weapon|arm|gun)s?$/.test(arm.lower) && childrenOf(parsed, arm).some(({ lower }) => lower === 'heavy'))

const kindBeside = (word: string): ActKind | undefined => {
  const lemma = singular(word)
  const known = Object.hasOwn(BY_WORD, lemma) ? BY_WORD[lemma] : undefined
  if (known) return known
  const weapon = weaponTypeOfNoun(word)
  return weapon && BY_WEAPON[weapon]
}

/** "attack" with a drone is a drone strike, "raid" by planes an air strike, "bombing" by a suicide bomber a suicide bomb. */
export const refineKind = (parsed: ParsedText, token: Token, act: ActKind, args: Arguments): ActKind => {
  if (act === 'shoot' && args.instruments.some((arm) => isHeavy(parsed, arm))) return 'shell'
  if (!OPEN.has(act)) return act
  const beside = childrenOf(parsed, token)
    .filter((child) => isRelation(child, 'compound') || isRelation(child, 'amod') || isRelation(child, 'nmod:poss'))
    .map((child) => child.lower)
  const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
  for (let i = token.i - 1; isNoun && i >= token.i - 3 && parsed.tokens[i]?.sentence === token.sentence; i -= 1) {
    const word = parsed.tokens[i]!
    if (word.upos !== 'NOUN' && word.upos !== 'ADJ' && word.upos !== 'PROPN' && word.text !== '-') break
    beside.push(word.lower)
  }
  const words = [...beside, ...args.instruments.map(({ lower }) => lower), ...args.agents.map(({ lower }) => lower)]
  // "shells and rockets hit the city", where the parse lost the subject.
  const before = parsed.tokens[token.i - 1]
  if (!isNoun && !args.passive && before?.sentence === token.sentence && before.upos === 'NOUN') words.push(before.lower)
  if (!isNoun || act === 'strike' || act === 'attack')
    words.push(
      ...(act === 'bomb'
        ? []
        : args.patients
            .filter(
              (patient) =>
                weaponTypeOfNoun(patient.lower) !== undefined &&
                (/^(?:use|employ)$/.test(token.lemma) || (act !== 'strike' && act !== 'attack')),
            )
            .map(({ lower }) => lower)),
    )
  if (act === 'bomb' && args.patients.length > 0 && args.patients.every((patient) => weaponTypeOfNoun(patient.lower) === 'grenade'))
    return 'grenade'
  if (act === 'bomb' && token.lemma === 'blow' && args.patients.some((patient) => /sel(?:f|ves)$/.test(patient.lower)))
    return 'suicide-bomb'
  const kinds = words.map(kindBeside).filter((kind) => kind !== undefined)
  if (kinds.includes('suicide-bomb')) return 'suicide-bomb'
  if (kinds.includes('drone-strike')) return 'drone-strike'
  const [first] = kinds
  if (act === 'bomb') return first === 'air-strike' || first === 'mine' || first === 'grenade' || first === 'burn' ? first : 'bomb'
  if (act === 'air-strike' || act === 'rocket-fire') return first === 'shell' && act === 'rocket-fire' ? 'shell' : act
  return first ?? act
}
