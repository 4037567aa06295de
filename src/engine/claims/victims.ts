import type { Casualty } from './casualties.ts'
import type { Description } from './describe.ts'
import type { View } from './view.ts'

/** People who came to harm in one incident, as the document tells them apart: one person, or a number of people counted together. */
export type Victims = {
  readonly id: number
  low: number | null
  high: number | null
  /** More than one, counted together. */
  collective: boolean
  /** Counted with no more said than that they are people. */
  generic: boolean
  readonly members: Casualty[]
  readonly names: Set<string>
  /** What the members stand on, kept beside them so that no look at them grows with their number. */
  readonly seen: Set<string>
  years: number | null
  sex: Description['sex']
  band: Description['band']
  readonly nouns: Set<string>
  part: boolean
  /** Known not to be among those told before: "another man", "three others". */
  other: boolean
}

/** How many sentences back a pronoun may look. */
const REACH = 4

const sentenceOf = (view: View, casualty: Casualty): number => view.tokens[casualty.head]!.sentence

const isMany = ({ amount, about }: Casualty): boolean => (amount ? (amount.low ?? 2) >= 2 || (amount.high ?? 2) >= 2 : about.plural)

const differ = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b

const KIND: Readonly<Record<string, string>> = {
  officer: 'police',
  policeman: 'police',
  deputy: 'police',
  trooper: 'police',
  soldier: 'army',
  troop: 'army',
  guard: 'guard',
}
const kinds = (nouns: ReadonlySet<string>): ReadonlySet<string> => new Set([...nouns].flatMap((noun) => KIND[noun] ?? []))

const clash = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size > 0 && b.size > 0 && ![...a].some((x) => b.has(x))

const sharesName = (about: Description, victims: Victims): boolean => about.name.some((word) => word.length > 2 && victims.names.has(word))

/** Nothing said of them tells them apart. */
const fits = ({ about }: Casualty, victims: Victims): boolean => {
  if (about.name.length > 0 && victims.names.size > 0 && !sharesName(about, victims)) return false
  if (differ(about.years, victims.years)) return false
  if (differ(about.sex, victims.sex)) return false
  if (differ(about.band, victims.band) && !about.pronoun) {
    const years = about.years ?? victims.years
    // A sixteen-year-old may be called a woman.
    if (years === null ? about.band === 'child' || victims.band === 'child' : years < 13 || years > 19) return false
  }
  return !clash(kinds(new Set([about.noun])), kinds(victims.nouns))
}

const inSentence = (sentence: number): string => `sentence ${sentence}`
const atHead = ({ head }: Casualty): string => `head ${head}`
const sufferedIn = ({ predicate, harm }: Casualty): string => `${harm} by ${predicate}`
const SHOT = 'any shot'
const suffered = ({ harm }: Casualty): string => `any ${harm}`

const absorb = (view: View, victims: Victims, casualty: Casualty): void => {
  const { about, amount } = casualty
  // Somebody told of once as one of the victims, and once for himself, is somebody.
  if (!casualty.part && !victims.seen.has(atHead(casualty))) victims.part = false
  victims.members.push(casualty)
  for (const key of [inSentence(sentenceOf(view, casualty)), atHead(casualty), sufferedIn(casualty), suffered(casualty)])
    victims.seen.add(key)
  for (const word of about.name) victims.names.add(word)
  victims.years ??= about.years
  victims.sex ??= about.sex
  victims.band ??= about.band
  if (!about.pronoun) victims.nouns.add(about.noun)
  if (amount && victims.low === null && victims.high === null) {
    victims.low = amount.low
    victims.high = amount.high
  }
}

const found = (view: View, id: number, casualty: Casualty): Victims => {
  const { about, amount } = casualty
  const many = isMany(casualty)
  const victims: Victims = {
    id,
    low: amount ? amount.low : many ? null : 1,
    high: amount ? amount.high : many ? null : 1,
    collective: many,
    generic: about.generic,
    members: [],
    names: new Set(),
    seen: new Set(),
    years: null,
    sex: null,
    band: null,
    nouns: new Set(),
    part: casualty.part,
    other: about.other || casualty.relation === 'additional',
  }
  absorb(view, victims, casualty)
  return victims
}

const isSame = (view: View, casualty: Casualty, victims: Victims): boolean => {
  const { about, amount } = casualty
  const last = victims.members.at(-1)!
  const here = sentenceOf(view, casualty)
  const sameSentence = victims.seen.has(inSentence(here))
  if (victims.seen.has(atHead(casualty))) return true
  // "his girlfriend and her daughter" are two.
  if (victims.seen.has(sufferedIn(casualty))) return false
  const many = isMany(casualty)
  if (many !== victims.collective) return false
  if (casualty.part !== victims.part && many) return false
  if (many) {
    if (about.pronoun || (about.definite && !amount)) return here - sentenceOf(view, last) <= REACH
    if (!amount) return false
    if (about.other && sameSentence) return false
    // Five killed here and five wounded there are ten; five who were shot may be the five who died.
    const isOtherHarm = !victims.seen.has(suffered(casualty)) && casualty.harm !== 'shot' && !victims.seen.has(SHOT)
    if (isOtherHarm && !about.definite) return false
    return (
      amount.low === victims.low &&
      amount.high === victims.high &&
      (about.generic || victims.generic || victims.nouns.has(about.noun)) &&
      !(sameSentence && about.other)
    )
  }
  // "one death": nobody of whom it was said that he was hurt.
  if (casualty.rule === 'harm/counted' && !victims.seen.has(suffered(casualty))) return false
  if (about.pronoun) return !differ(about.sex, victims.sex) && here - sentenceOf(view, last) <= REACH
  if (!fits(casualty, victims)) return false
  if (about.name.length > 0)
    return (
      sharesName(about, victims) ||
      (victims.names.size === 0 && !sameSentence && (about.years === null || victims.years === null || about.years === victims.years))
    )
  if (about.definite && !about.other) return true
  // "The fifth man was pronounced dead": told of before.
  if (about.definite && about.ordinal !== null && victims.seen.has(suffered(casualty)) && victims.names.size === 0) return !sameSentence
  if (about.other) return about.years !== null && about.years === victims.years
  // "A man" told of twice is one man, unless two men are told of in one sentence.
  return !sameSentence
}

const score = (view: View, casualty: Casualty, victims: Victims): number => {
  const { about } = casualty
  let points = 0
  if (sharesName(about, victims)) points += 8
  if (about.years !== null && about.years === victims.years) points += 6
  if (about.sex !== null && about.sex === victims.sex) points += 1
  if (victims.nouns.has(about.noun)) points += 1
  // "The man who died" is rather the one who was killed than the one in hospital.
  if (victims.seen.has(suffered(casualty))) points += 1.5
  // A name given later belongs rather to somebody who has none yet, in the order told.
  if (about.name.length > 0 && victims.names.size > 0 && !sharesName(about, victims)) points -= 4
  const distance = sentenceOf(view, casualty) - sentenceOf(view, victims.members.at(-1)!)
  return points - Math.min(distance, 20) / 40
}

/** How many different people a document may tell apart before more of them are no longer compared. */
const MOST = 60

/** Tells those harmed in one incident apart, and puts repeated mentions of the same people together. */
export const findVictims = (view: View, casualties: readonly Casualty[]): readonly Victims[] => {
  const all: Victims[] = []
  for (const casualty of casualties) {
    if (casualty.none) continue
    const candidates = all.slice(-MOST).filter((victims) => isSame(view, casualty, victims))
    const best = candidates.map((victims) => ({ victims, points: score(view, casualty, victims) })).sort((a, b) => b.points - a.points)[0]
    if (best) absorb(view, best.victims, casualty)
    else all.push(found(view, all.length, casualty))
  }
  return all
}
