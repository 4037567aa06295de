import type { VictimValue } from '../../../model/claim.ts'
import type { PartyMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import { readCardinal } from '../count/cardinal.ts'
import { toWords } from '../count/words.ts'
import { CHILDREN, COMBATANTS, FEMALE, KIN, MALE, OCCUPATIONS, OFFICERS, singular, wordSet } from './nouns.ts'

/** What the words at a mention say of a person. Nothing is inferred from a name. */
export type PersonDetails = Pick<VictimValue, 'age' | 'band' | 'sex' | 'status' | 'occupation'>

/** How far behind a mention its age or trade is looked for. */
const BEHIND = 60
const BEFORE = 24

const YEARS = /(\d{1,3}|[a-z]{3,9}(?:[- ][a-z]{3,5})?)[- ]?(year|month|week|day)s?[- ]?olds?/i
const AGED = /^,?\s*\(?(?:ages?|aged)?\s*(\d{1,3})\)?(?=\s*(?:[,;.)]|$|and\b|of\b|was\b|who\b|from\b))/i
const AGED_WORD = /\b(?:aged?|age of)\s+(\d{1,3})\b/i
const MALE_WORDS = wordSet('mr he his him male sir')
const FEMALE_WORDS = wordSet('mrs ms miss she her female')
const TITLE_ONLY = wordSet(
  'deputy private general major minor fellow head chief member leader adult elder senior person individual victim resident native local citizen civilian friend partner passenger guest customer neighbor neighbour dead wounded body',
)

const readAge = (number: string, unit: string): number | null => {
  const value = readCardinal(toWords(number, { start: 0, end: number.length }), 0)?.value
  if (value === undefined || value > 120) return null
  return unit.toLowerCase() === 'year' ? value : unit.toLowerCase() === 'month' ? Math.floor(value / 12) : 0
}

const findAge = (text: string, { start, end }: Pick<PartyMention, 'start' | 'end'>): number | null => {
  const inside = text.slice(start, end)
  const after = text.slice(end, end + BEHIND)
  const within = YEARS.exec(inside)
  if (within) return readAge(lastWords(within[1]!), within[2]!)
  const before = YEARS.exec(text.slice(Math.max(0, start - BEFORE), start))
  if (before && /old\s*$/i.test(text.slice(Math.max(0, start - BEFORE), start))) return readAge(lastWords(before[1]!), before[2]!)
  const behind = AGED.exec(after)
  if (behind && Number(behind[1]) <= 110) return Number(behind[1])
  const aged = AGED_WORD.exec(inside)
  if (aged) return Number(aged[1])
  const apposition = /^,\s*(?:an?\s+)?([\w-]{1,12}[- ](?:year|month)s?[- ]old)/i.exec(after)
  const said = apposition ? YEARS.exec(apposition[1]!) : null
  return said ? readAge(lastWords(said[1]!), said[2]!) : null
}

/** "a twelve" of "a twelve-year-old": the number alone. */
const lastWords = (words: string): string => {
  const parts = words.split(/[\s-]+/)
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join(' ')
    if (readCardinal(toWords(rest, { start: 0, end: rest.length }), 0)) return rest
  }
  return words
}

/** Age, sex, standing and trade of a person, from the mention and the apposition behind it. */
export const toPersonDetails = (context: Context, mention: Pick<PartyMention, 'start' | 'end'>): PersonDetails => {
  const { text } = context.document
  const age = findAge(text, mention)
  const inside = words(text.slice(mention.start, mention.end))
  const described = [...inside, ...appositionOf(text, mention.end)]
  const lemmas = described.map(singular)
  const male = lemmas.some((word) => MALE.has(word)) || described.some((word) => MALE_WORDS.has(word))
  const female = lemmas.some((word) => FEMALE.has(word)) || described.some((word) => FEMALE_WORDS.has(word))
  const young =
    lemmas.some((word) => CHILDREN.has(word) && !KIN.has(word)) ||
    lemmas.some((word) => /^(?:boy|girl|baby|infant|toddler|child)$/.test(word))
  const grown = lemmas.some((word) => /^(?:man|woman|father|mother|husband|wife|adult|grandfather|grandmother)$/.test(word))
  const status = lemmas.includes('civilian')
    ? 'civilian'
    : lemmas.some((word) => COMBATANTS.has(word) && !['pilot', 'agent', 'victim'].includes(word))
      ? 'combatant'
      : null
  const trade = lemmas.filter(
    (word) => (OCCUPATIONS.has(word) || OFFICERS.has(word)) && !TITLE_ONLY.has(word) && !MALE.has(word) && !FEMALE.has(word),
  )
  return {
    age,
    band: age !== null ? (age < 18 ? 'child' : 'adult') : young ? 'child' : grown ? 'adult' : null,
    sex: male === female ? null : male ? 'male' : 'female',
    status,
    occupation: trade.at(-1) ?? lemmas.find((word) => MALE.has(word) && OCCUPATIONS.has(word)) ?? null,
  }
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []

/** ", a taxi driver," or ", 39, a teacher," right behind a mention. */
const appositionOf = (text: string, end: number): readonly string[] => {
  const behind = /^,\s*(?:\d{1,3},\s*)?((?:an?|the|his|her)\s[^,.;:()]{2,50})[,.;)]/i.exec(text.slice(end, end + BEHIND + 20))
  return behind ? words(behind[1]!) : []
}
