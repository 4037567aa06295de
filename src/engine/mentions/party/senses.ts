import type { ParsedText, Token } from '../../language/parsed.ts'
import { childrenOf, findChild, isRelation } from '../../language/tree.ts'
import { wordSet } from './nouns.ts'

/** What precedes or follows a noun where it does not mean people, bodies or places. */
type Sense = (parsed: ParsedText, token: Token) => boolean

const previous = (parsed: ParsedText, token: Token): string => {
  const before = parsed.tokens[token.i - 1]
  return before?.sentence === token.sentence ? before.lower : ''
}
const next = (parsed: ParsedText, token: Token): string => {
  const after = parsed.tokens[token.i + 1]
  return after?.sentence === token.sentence ? after.lower : ''
}
const isModified = (parsed: ParsedText, token: Token): boolean =>
  childrenOf(parsed, token).some(
    (child) => isRelation(child, 'compound') || isRelation(child, 'amod') || isRelation(child, 'nmod:poss') || isRelation(child, 'nmod'),
  )
/** With a word before it that says of what sort or whose. */
const isQualified = (parsed: ParsedText, token: Token): boolean =>
  childrenOf(parsed, token).some((child) => isRelation(child, 'compound') || isRelation(child, 'amod') || isRelation(child, 'nmod:poss'))
const isPlural = (token: Token): boolean => token.xpos === 'NNS' || token.xpos === 'NNPS'
const hasDeterminer = (parsed: ParsedText, token: Token): boolean => findChild(parsed, token, 'det', 'nmod:poss', 'nummod') !== undefined

/** Nouns with other senses, and when they mean what the lists say. */
const SENSES: Readonly<Record<string, Sense>> = {
  head: (parsed, token) => next(parsed, token) === 'of' || (isPlural(token) === false && isRelation(token, 'appos')),
  force: (parsed, token) =>
    isPlural(token)
      ? previous(parsed, token) !== 'by'
      : isQualified(parsed, token) &&
        !['in', 'by', 'into', 'excessive', 'lethal', 'deadly', 'brute', 'of'].includes(previous(parsed, token)),
  front: (parsed, token) => previous(parsed, token) !== 'in' && isModified(parsed, token) && token.upos === 'PROPN',
  figure: (parsed, token) =>
    childrenOf(parsed, token).some((child) =>
      ['political', 'public', 'key', 'senior', 'opposition', 'leading', 'prominent', 'hooded', 'masked', 'religious', 'military'].includes(
        child.lower,
      ),
    ),
  body: () => false,
  remains: () => false,
  order: () => false,
  service: (parsed, token) =>
    isModified(parsed, token) &&
    !['funeral', 'memorial', 'church', 'phone', 'internet', 'bus', 'social', 'prayer'].includes(previous(parsed, token)),
  column: (parsed, token) =>
    childrenOf(parsed, token).some((child) => ['military', 'guerrilla', 'rebel', 'armored', 'army'].includes(child.lower)),
  party: (parsed, token) =>
    ![
      'birthday',
      'house',
      'dinner',
      'christmas',
      'graduation',
      'wedding',
      'halloween',
      'third',
      'a',
      'block',
      'pool',
      'engagement',
      "year's",
    ].includes(previous(parsed, token)),
  house: (parsed, token) => !['in', 'on', 'full'].includes(previous(parsed, token)),
  home: (parsed, token) => hasDeterminer(parsed, token) && token.upos === 'NOUN',
  room: (parsed, token) => hasDeterminer(parsed, token) && previous(parsed, token) !== 'emergency',
  position: (parsed, token) => isPlural(token) && isModified(parsed, token),
  property: (parsed, token) => hasDeterminer(parsed, token) && !isPlural(token),
  block: (parsed, token) =>
    childrenOf(parsed, token).some((child) => ['apartment', 'residential', 'tower', 'office', 'building'].includes(child.lower)),
  post: (parsed, token) =>
    childrenOf(parsed, token).some((child) =>
      ['military', 'army', 'police', 'border', 'command', 'security', 'observation', 'guard', 'checkpoint'].includes(child.lower),
    ),
  station: (parsed, token) => isModified(parsed, token),
  plant: (parsed, token) => token.upos === 'NOUN' && isModified(parsed, token),
  office: (parsed, token) => !['in', 'of', 'into', 'to'].includes(previous(parsed, token)),
  line: (parsed, token) => previous(parsed, token) === 'front' || previous(parsed, token) === 'frontline',
  square: (_parsed, token) => token.upos === 'PROPN',
  cell: (parsed, token) =>
    childrenOf(parsed, token).some((child) =>
      ['terrorist', 'terror', 'sleeper', 'militant', 'guerrilla', 'rebel', 'isis', 'prison', 'jihadist', 'extremist'].includes(child.lower),
    ),
  unit: (parsed, token) => isModified(parsed, token) && !['housing', 'care', 'apartment'].includes(previous(parsed, token)),
  wing: (parsed, token) =>
    childrenOf(parsed, token).some((child) => ['armed', 'military', 'political', 'youth', 'militant'].includes(child.lower)),
  branch: (parsed, token) => isModified(parsed, token) && !['olive', 'tree'].includes(previous(parsed, token)),
  press: (parsed, token) => hasDeterminer(parsed, token),
  channel: (parsed, token) => isModified(parsed, token),
  network: (parsed, token) => isModified(parsed, token),
  well: () => false,
  general: (parsed, token) => hasDeterminer(parsed, token) && previous(parsed, token) !== 'in',
  private: () => false,
  major: (parsed, token) => hasDeterminer(parsed, token) && token.upos === 'NOUN',
  minor: (parsed, token) => token.upos === 'NOUN' && hasDeterminer(parsed, token),
  elder: (_parsed, token) => token.upos === 'NOUN',
  fellow: (parsed, token) => hasDeterminer(parsed, token),
  national: (parsed, token) => isModified(parsed, token),
  native: (parsed, token) => hasDeterminer(parsed, token),
  local: (_parsed, token) => isPlural(token),
  male: (parsed, token) => token.upos === 'NOUN' && hasDeterminer(parsed, token),
  female: (parsed, token) => token.upos === 'NOUN' && hasDeterminer(parsed, token),
  senior: (parsed, token) => token.upos === 'NOUN' && hasDeterminer(parsed, token),
  business: (parsed, token) => hasDeterminer(parsed, token),
  trust: (parsed, token) => hasDeterminer(parsed, token) && isModified(parsed, token) && token.upos === 'PROPN',
  fund: (parsed, token) => isModified(parsed, token),
  society: (parsed, token) => hasDeterminer(parsed, token) || previous(parsed, token) === 'civil',
  opposition: (parsed, token) => hasDeterminer(parsed, token) && next(parsed, token) !== 'to',
  campaign: () => false,
  mission: (parsed, token) =>
    childrenOf(parsed, token).some((child) => ['un', 'diplomatic', 'observer', 'u.n.', 'peacekeeping', 'monitoring'].includes(child.lower)),
  command: (parsed, token) => isModified(parsed, token) && hasDeterminer(parsed, token),
  intelligence: (parsed, token) =>
    isModified(parsed, token) && ['military', 'army', 'israeli', 'ukrainian', 'russian'].includes(previous(parsed, token)),
  leadership: (parsed, token) => hasDeterminer(parsed, token),
  administration: (parsed, token) => hasDeterminer(parsed, token),
  state: (parsed, token) =>
    hasDeterminer(parsed, token) && !['of', 'in'].includes(next(parsed, token)) && !['that', 'this', 'a'].includes(previous(parsed, token)),
  country: (parsed, token) => hasDeterminer(parsed, token),
  nation: (parsed, token) => hasDeterminer(parsed, token),
  public: (parsed, token) => hasDeterminer(parsed, token) && token.upos === 'NOUN',
  radio: (parsed, token) => isModified(parsed, token),
  television: (parsed, token) => isModified(parsed, token),
  tv: (parsed, token) => isModified(parsed, token),
  website: (parsed, token) => isModified(parsed, token),
  publication: () => false,
  source: (parsed, token) => !isRelation(token, 'obj') && next(parsed, token) !== 'of' && previous(parsed, token) !== 'open',
  guard: (parsed, token) => token.upos !== 'VERB' && previous(parsed, token) !== 'on',
  subway: (parsed, token) => hasDeterminer(parsed, token),
  carrier: (parsed, token) => isModified(parsed, token),
  metro: (parsed, token) => hasDeterminer(parsed, token),
  tank: (parsed, token) => !['gas', 'fuel', 'water', 'oil', 'septic', 'fish', 'think'].includes(previous(parsed, token)),
  drone: () => false,
  pilot: (parsed, token) => token.upos === 'NOUN' && next(parsed, token) !== 'project',
  couple: (parsed, token) => next(parsed, token) !== 'of',
  pair: (parsed, token) => next(parsed, token) !== 'of',
  human: (_parsed, token) => token.upos === 'NOUN' && isPlural(token),
  soul: (_parsed, token) => isPlural(token),
  person: (parsed, token) => previous(parsed, token) !== 'in',
  star: () => false,
  bar: (parsed, token) => hasDeterminer(parsed, token) && token.upos === 'NOUN',
  court: (parsed, token) => previous(parsed, token) !== 'in',
  mine: () => false,
  shop: (parsed, token) => hasDeterminer(parsed, token) || isPlural(token),
  nothing: () => false,
  structure: (parsed, token) => isModified(parsed, token),
  site: (parsed, token) => isModified(parsed, token),
  complex: (parsed, token) => hasDeterminer(parsed, token),
  subject: () => false,
  band: (parsed, token) =>
    childrenOf(parsed, token).some((child) => ['armed', 'criminal', 'terrorist', 'guerrilla', 'rebel', 'subversive'].includes(child.lower)),
  outfit: (parsed, token) =>
    childrenOf(parsed, token).some((child) =>
      ['militant', 'terror', 'terrorist', 'armed', 'extremist', 'jihadist', 'banned'].includes(child.lower),
    ),
  resistance: (parsed, token) => token.upos === 'PROPN' && hasDeterminer(parsed, token),
  alliance: (parsed, token) => hasDeterminer(parsed, token),
  match: () => false,
}

const LIMITS = wordSet('case fact way thing')

/** Whether a noun from the lists is meant as a party here: "the party" but not "a birthday party", "head of" but not "in the head". */
export const isSpokenOf = (parsed: ParsedText, token: Token, lemma: string): boolean => {
  if (LIMITS.has(lemma)) return false
  const sense = Object.hasOwn(SENSES, lemma) ? SENSES[lemma] : undefined
  return sense === undefined || sense(parsed, token)
}
