import { counter } from '../../../model/id.ts'
import type { WeaponMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import type { Token } from '../../language/parsed.ts'
import { singular, wordSet } from '../party/nouns.ts'
import { PHRASES_BY_FIRST, type WeaponType, weaponTypeOfNoun } from './lexicon.ts'

/** A weapon with its head token. */
export type WeaponReading = WeaponMention & Readonly<{ type: WeaponType; token: number }>

/** Words that are a weapon in few of their senses: what must or must not stand beside them. */
const AMBIGUOUS: Readonly<Record<string, (tokens: readonly Token[], i: number) => boolean>> = {
  mine: (tokens, i) => tokens[i]!.upos !== 'PRON' && !near(tokens, i, MINING, 4) && near(tokens, i, BLASTS, 8),
  shell: (tokens, i) => !near(tokens, i, wordSet('oil company corporation royal egg sea gas station plc'), 2) && isNoun(tokens[i]!),
  tank: (tokens, i) => !near(tokens, i, wordSet('gas fuel water oil septic fish think storage propane oxygen'), 1) && isNoun(tokens[i]!),
  club: (tokens, i) =>
    near(tokens, i, wordSet('beat beaten armed wielding hit swung sticks stones machetes knives batons'), 6) &&
    !near(tokens, i, wordSet('night country golf football book'), 1),
  bat: (tokens, i) => near(tokens, i, wordSet('baseball cricket beat beaten hit swung struck armed'), 5),
  stick: (tokens, i) =>
    isNoun(tokens[i]!) && near(tokens, i, wordSet('beat beaten armed wielding hit stones clubs machetes knives batons dynamite'), 6),
  stone: (tokens, i) =>
    isNoun(tokens[i]!) &&
    near(tokens, i, wordSet('threw throw throwing thrown hurled hurling hurl pelted pelting sticks clubs bottles'), 6),
  rock: (tokens, i) =>
    isNoun(tokens[i]!) &&
    near(tokens, i, wordSet('threw throw throwing thrown hurled hurling hurl pelted pelting sticks clubs bottles'), 6),
  brick: (tokens, i) => near(tokens, i, wordSet('threw throwing thrown hurled hurling pelted bottles'), 6),
  arms: (tokens, i) =>
    tokens[i]!.xpos === 'NNS' && !near(tokens, i, wordSet('his her their my your both legs in with open crossed shot'), 2),
  arm: () => false,
  armor: (tokens, i) => isNoun(tokens[i]!) && !near(tokens, i, wordSet('body'), 1),
  armour: (tokens, i) => isNoun(tokens[i]!) && !near(tokens, i, wordSet('body'), 1),
  blade: (tokens, i) => isNoun(tokens[i]!) && !near(tokens, i, wordSet('shoulder grass runner rotor wheeler'), 1),
  arrow: (tokens, i) => near(tokens, i, wordSet('shot bow poisoned killed fired armed spears machetes'), 6),
  razor: (tokens, i) => !near(tokens, i, wordSet('wire thin sharp close'), 1),
  acid: (tokens, i) => near(tokens, i, wordSet('threw throw thrown attack attacked doused splashed'), 4),
  poison: (tokens, i) => isNoun(tokens[i]!) && !near(tokens, i, wordSet('ivy pill control center'), 1),
  petrol: (tokens, i) => near(tokens, i, wordSet('doused poured bomb bombs set fire burned'), 5),
  gasoline: (tokens, i) => near(tokens, i, wordSet('doused poured bomb bombs set fire burned'), 5),
  kerosene: (tokens, i) => near(tokens, i, wordSet('doused poured set fire burned'), 5),
  chlorine: (tokens, i) => near(tokens, i, wordSet('attack gas weapon bomb barrel toxic dropped used'), 5),
  magnum: (tokens, i) => near(tokens, i, wordSet('.357 .44 revolver gun handgun'), 3),
  thompson: () => false,
  reaper: (tokens, i) => near(tokens, i, wordSet('drone drones mq-9 unmanned'), 3),
  predator: (tokens, i) => near(tokens, i, wordSet('drone drones unmanned missile'), 3),
  hammer: (tokens, i) => isNoun(tokens[i]!) && near(tokens, i, wordSet('beat beaten hit struck armed attacked with bludgeoned'), 4),
  javelin: (tokens, i) => near(tokens, i, wordSet('missile missiles anti-tank antitank fired'), 5),
  grad: (tokens, i) => tokens[i]!.text !== 'grad' && near(tokens, i, wordSet('rocket rockets launcher missiles fired'), 5),
  slug: (tokens, i) => near(tokens, i, wordSet('bullet gun shotgun .45 caliber fired'), 5),
  fuse: (tokens, i) => isNoun(tokens[i]!) && near(tokens, i, wordSet('bomb lit explosive detonator'), 5),
  scissors: (tokens, i) => near(tokens, i, wordSet('stabbed stab attacked armed with'), 4),
  screwdriver: (tokens, i) => near(tokens, i, wordSet('stabbed stab attacked armed with'), 4),
  weapon: (tokens, i) => tokens[i + 1]?.lower !== 'of' || near(tokens, i, wordSet('mass choice war'), 3),
  projectile: () => true,
  cannon: (tokens, i) => !near(tokens, i, wordSet('water'), 1),
  sword: (tokens, i) => !near(tokens, i, wordSet('edged double damocles'), 2),
  casing: (tokens, i) => near(tokens, i, wordSet('shell bullet shells bullets cartridge police found recovered spent'), 4),
  bullet: (tokens, i) => !near(tokens, i, wordSet('train trains point points'), 1),
  predators: () => false,
  semiautomatic: (tokens, i) => isNoun(tokens[i]!),
  incendiary: (tokens, i) => isNoun(tokens[i]!),
  unmanned: () => false,
  recoilless: (tokens, i) => isNoun(tokens[i]!),
}
const MINING = wordSet('coal gold copper diamond iron silver worker workers salt tin owner company uranium cobalt shaft')
const BLASTS = wordSet(
  'exploded explode explodes explosion exploding detonated detonate blast hit stepped struck planted laid land anti-personnel antipersonnel anti-tank antitank roadside buried clear clearance cleared clearing placed killed mines ran defused over',
)
/** Nouns beside which the words before are meant otherwise: "weapons of criticism", "a bullet point". */
const FIGURES_OF_SPEECH = wordSet(
  'criticism love choice peace speech metaphorical verbal rhetorical proverbial political economic silver magic',
)

const isNoun = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN'

const near = (tokens: readonly Token[], i: number, words: ReadonlySet<string>, reach: number): boolean => {
  const { sentence } = tokens[i]!
  for (let at = Math.max(0, i - reach); at <= Math.min(tokens.length - 1, i + reach); at += 1)
    if (at !== i && tokens[at]!.sentence === sentence && words.has(tokens[at]!.lower)) return true
  return false
}

const figurative = (tokens: readonly Token[], first: number, last: number): boolean =>
  FIGURES_OF_SPEECH.has(tokens[first - 1]?.lower ?? '') ||
  (tokens[last + 1]?.lower === 'of' && FIGURES_OF_SPEECH.has(tokens[last + 2]?.lower ?? ''))

/** The longest phrase that starts at token `i`: its last token and sort. Hyphens between its words are passed over. */
const phraseAt = (tokens: readonly Token[], i: number): readonly [last: number, type: WeaponType] | undefined => {
  const token = tokens[i]!
  const [firstPart] = token.lower.split('-')
  for (const [words, type] of PHRASES_BY_FIRST.get(singular(firstPart ?? '')) ?? PHRASES_BY_FIRST.get(token.lower) ?? []) {
    let at = i
    let matched = 0
    while (matched < words.length && at < tokens.length && tokens[at]!.sentence === token.sentence) {
      const { lower } = tokens[at]!
      if (lower === '-') {
        at += 1
        continue
      }
      const parts = lower.includes('-') && lower.length > 1 ? lower.split('-').filter(Boolean) : [lower]
      if (!parts.every((part, offset) => words[matched + offset] === part || words[matched + offset] === singular(part))) break
      matched += parts.length
      at += 1
    }
    if (matched === words.length) return [at - 1, type]
  }
  return undefined
}

/** The weapons that a text names, in document order: phrases first ("improvised explosive device"), then words. */
export const findWeapons = (context: Context): readonly WeaponReading[] => {
  const { tokens } = context.parsed
  const nextId = counter('w')
  const found: WeaponReading[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!
    const phrase = phraseAt(tokens, i)
    const last = phrase?.[0] ?? i
    const type = phrase?.[1] ?? wordAt(tokens, i)
    if (!type || figurative(tokens, i, last)) continue
    found.push({ id: nextId(), kind: 'weapon', type, token: last, start: token.start, end: tokens[last]!.end })
    i = last
  }
  return found
}

const wordAt = (tokens: readonly Token[], i: number): WeaponType | undefined => {
  const token = tokens[i]!
  if (
    !isNoun(token) &&
    !(token.upos === 'ADJ' || token.upos === 'NUM' || token.upos === 'X') &&
    !/^(?:gunfire|rockets?|bombs?)$/.test(token.lower)
  )
    return undefined
  const type = weaponTypeOfNoun(token.lower)
  if (!type) return undefined
  if (token.upos === 'ADJ' && !/[-\d]/.test(token.text)) return undefined
  const test = Object.hasOwn(AMBIGUOUS, token.lower) ? AMBIGUOUS[token.lower] : AMBIGUOUS[singular(token.lower)]
  if (test && !test(tokens, i)) return undefined
  // A person's name is no weapon ("Mr Cannon").
  return token.name.endsWith('PER') ? undefined : type
}
