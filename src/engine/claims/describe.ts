import type { Age, Sex } from '../../model/claim.ts'
import { type Span, span } from '../../model/span.ts'
import { COMBATANTS, FEMALE, MALE, singular } from '../mentions/party/nouns.ts'
import { baseOf } from './grammar.ts'
import { words } from './harms/words.ts'
import type { View } from './view.ts'

/** What the words for somebody say of them. */
export type Description = Readonly<{
  /** The words from the first modifier to the last, without clauses, joined nouns or places. */
  span: Span
  noun: string
  sex: Sex | null
  band: Age | null
  /** In years, where said. */
  years: number | null
  status: 'civilian' | 'combatant' | null
  role: string | null
  /** The words of a name, lower case; empty for a description. */
  name: readonly string[]
  /** "another", "a second", "three others": not those named before. */
  other: boolean
  /** "second" of "a second man": which of several it is. */
  ordinal: string | null
  /** "the man", "this woman", "his brother", "them". */
  definite: boolean
  plural: boolean
  pronoun: boolean
  /** Says no more than that they are people: "people", "victims", "25", "them". */
  generic: boolean
}>

const FEMALE_WORDS = words('she her hers herself female females mother-of')
const MALE_WORDS = words('he him his himself male males')
const UNDERAGE = words(
  'boy girl baby infant toddler kid minor child juvenile newborn preschooler schoolchild schoolgirl schoolboy pupil teen teenager',
)
const GROWN = words('man woman adult')
const CIVILIAN = words(
  'civilian villager farmer peasant teacher doctor nurse journalist shopper worshipper worshiper pilgrim tourist bystander passer-by passerby pedestrian refugee medic paramedic priest nun campesino noncombatant',
)
const OTHER = words('another other others second third fourth fifth additional more further separate different sixth')
const ORDINAL = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/
const DEFINITE = words('the this that these those his her their its my our your both such said')
const GENERIC = words(
  'person people victim individual other they them he she him her who one two three those casualty body corpse life martyr all both dead killed wounded injured death fatality hundred thousand dozen injury shooting subject human soul total man-count',
)
const PLURAL_PRONOUNS = words('they them we us both others all those these')
const TITLES = words('mr mrs ms miss dr sgt lt col gen capt cpl officer deputy trooper sheriff president minister sir')
const NOT_ROLES = words(
  'person people man woman child boy girl victim other baby infant toddler teen teenager one individual male female kid adult body youth number life',
)

const MAX_WORDS = 14

const INNER: ReadonlySet<string> = new Set(['det', 'amod', 'nummod', 'compound', 'flat', 'fixed', 'advmod', 'goeswith', 'list'])

/** First and last token of the words for somebody: the head with its modifiers, and an "of" phrase. */
export const phraseOf = (view: View, head: number): readonly [first: number, last: number] => {
  const { tokens } = view
  let first = head
  let last = head
  const take = (i: number, depth: number): void => {
    if (depth > 3) return
    for (const child of view.children(i)) {
      const token = tokens[child]!
      const relation = baseOf(token)
      const isOwner = token.deprel === 'nmod:poss'
      const isOf = relation === 'nmod' && child > i && view.children(child).some((mark) => tokens[mark]!.lower === 'of')
      const isInner = INNER.has(relation) && !(token.upos === 'VERB' && child > i)
      if (!isInner && !isOwner && !isOf && !(isOwnerMark(relation, i, head) && depth > 0)) continue
      if (Math.abs(child - head) > MAX_WORDS) continue
      first = Math.min(first, child)
      last = Math.max(last, child)
      take(child, depth + 1)
    }
  }
  take(head, 0)
  return [first, last]
}

/** Inside an owner or an "of" phrase its preposition and its mark belong to it. */
const isOwnerMark = (relation: string, i: number, head: number): boolean => relation === 'case' && i !== head

const YEARS = /^(\d{1,3})[- ]years?[- ]olds?$/
const isAge = (n: number): boolean => n >= 0 && n <= 115

const yearsOf = (view: View, first: number, last: number, head: number): number | null => {
  const { tokens } = view
  for (let i = first; i <= last; i++) {
    const match = YEARS.exec(tokens[i]!.lower)
    if (match && isAge(Number(match[1]))) return Number(match[1])
    if (/^years?$/.test(tokens[i]!.lower) || tokens[i]!.lower === 'year-old') {
      for (let back = i - 1; back >= Math.max(first - 2, i - 3) && back >= 0; back--)
        if (/^\d{1,3}$/.test(tokens[back]!.lower) && tokens.slice(i, i + 3).some(({ lower }) => /olds?$/.test(lower)))
          return Number(tokens[back]!.lower)
    }
  }
  // "Ana Ruiz, 24," and "a boy, 8,".
  const comma = tokens[last + 1]
  const number = tokens[last + 2]
  if (comma?.text === ',' && number && /^\d{1,2}$/.test(number.lower) && number.sentence === tokens[head]!.sentence) {
    const after = tokens[last + 3]
    if (
      !after ||
      after.sentence !== number.sentence ||
      /^[,.;)]$/.test(after.text) ||
      after.upos === 'ADP' ||
      after.upos === 'AUX' ||
      after.upos === 'VERB'
    )
      return Number(number.lower)
  }
  const agedAt = tokens.slice(last + 1, last + 4).findIndex(({ lower }) => lower === 'aged' || lower === 'age')
  if (agedAt >= 0) {
    const years = tokens[last + 2 + agedAt]
    if (years && /^\d{1,2}$/.test(years.lower)) return Number(years.lower)
  }
  return null
}

export const describe = (view: View, head: number): Description => {
  const { tokens } = view
  const token = tokens[head]!
  const [first, last] = phraseOf(view, head)
  let start = first
  // "at least 25 fighters": the number's own words stand before the number.
  for (const count of view.within('count', span(tokens[first]!.start, token.end)))
    if (count.start < tokens[start]!.start && tokens[start]!.start - count.start < 40 && count.end > tokens[first]!.start)
      start = Math.min(start, view.tokenAt(count.start))
  let years = yearsOf(view, first, last, head)
  let sex: Sex | null = null
  let band: Age | null = null
  let status: 'civilian' | 'combatant' | null = null
  let other = false
  let ordinal: string | null = null
  let definite = false
  const own: number[] = []
  for (let i = start; i <= last; i++) {
    const { lower } = tokens[i]!
    // What stands behind "of" describes others: "the mother of two children".
    if (i > head && tokens[i]!.lower === 'of') break
    own.push(i)
    const isOwner = tokens[i]!.deprel === 'nmod:poss'
    if (OTHER.has(lower)) other = true
    if (ORDINAL.test(lower)) ordinal = lower
    if (i <= head && DEFINITE.has(lower) && (tokens[i]!.head === head || isOwner)) definite = true
    if (isOwner && i !== head) {
      definite = true
      continue
    }
    if (tokens[i]!.head !== head && i !== head) continue
    const noun = singular(tokens[i]!.lemma)
    if (FEMALE.has(noun) || FEMALE_WORDS.has(lower)) sex = 'female'
    else if (MALE.has(noun) || MALE_WORDS.has(lower)) sex = 'male'
    if (UNDERAGE.has(noun)) band = 'child'
    else if (GROWN.has(noun)) band = 'adult'
    if (COMBATANTS.has(noun) && i === head) status = 'combatant'
    else if (noun === 'civilian' || (i === head && CIVILIAN.has(noun))) status = 'civilian'
  }
  if (years === null && (token.name.endsWith('PER') || token.upos === 'PROPN')) years = yearsOf(view, head, Math.max(last, head), head)
  if (years !== null) band = years < 18 ? 'child' : 'adult'
  const isPronoun = token.upos === 'PRON'
  const isPerson = view.within('party', token).some((party) => party.type === 'person' && party.named)
  const named = !isPronoun && token.upos === 'PROPN' && (token.name.endsWith('PER') || isPerson)
  const name = named
    ? own
        .filter((i) => (tokens[i]!.upos === 'PROPN' && tokens[i]!.name.endsWith('PER')) || i === head)
        .map((i) => tokens[i]!.lower.replace(/[’']s?$/, ''))
        .filter((word) => !TITLES.has(word.replace('.', '')))
    : []
  const plural = /^(?:dead|wounded|injured|missing|killed|people|police)$/.test(token.lower)
    ? true
    : /^(?:family|crew|household)$/.test(token.lemma)
      ? true
      : isPronoun
        ? PLURAL_PRONOUNS.has(token.lower)
        : token.xpos === 'NNS' || token.xpos === 'NNPS'
  const generic = GENERIC.has(token.lemma) || GENERIC.has(token.lower) || token.upos === 'NUM'
  return {
    span: span(tokens[start]!.start, tokens[last]!.end),
    noun: token.lemma,
    sex,
    band,
    years,
    status,
    role: !generic && !named && !isPronoun && token.upos === 'NOUN' && !NOT_ROLES.has(token.lemma) ? token.lemma : null,
    name,
    other,
    ordinal,
    definite: definite || isPronoun || named,
    plural,
    pronoun: isPronoun,
    generic,
  }
}
