import type { Mention } from '../../../model/mention.ts'
import { isEvidenceBearing, type Passage } from '../../../model/passage.ts'
import { type Span, wordsOf } from '../../../model/span.ts'
import { hashOf } from '../copies/shingles.ts'
import { isEverywhere } from './rarity.ts'

/** A person whom a text names, as linking compares people: last name, whole name, age. */
export type Person = Readonly<{ last: string; name: string; age: number | null }>

/** A sentence as linking compares it. */
export type Line = Readonly<{
  /** The same for the same words in any document. */
  key: number
  span: Span
  words: readonly string[]
  /** Those of the words that were written with a capital. */
  names: readonly string[]
  people: readonly Person[]
  /** Streets and buildings by their names: "bridlewood", "2100 bridlewood", "word tabernacle church". */
  spots: readonly string[]
  ages: readonly number[]
}>

/** More lines than any report has, and a bound on hostile input. */
const MOST_LINES = 400
const MOST_LINE = 2_000

const SENTENCE_END = /[.!?]["”’')]?\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.:-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu

const sentencesOf = (text: string, passage: Span): readonly Span[] => {
  const words = wordsOf(text, passage)
  const cuts = [...words.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  return [0, ...cuts].map((cut, i) => ({ start: passage.start + cut, end: passage.start + (cuts[i] ?? words.length) }))
}

const toWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s?$|['’]s$/, '')
    .replaceAll('’', "'")

const STREET =
  /(?:\b(\d{2,5}) (?:block of |blk\.? of )?)?\b(?:(?:[NSEW]|North|South|East|West)\.? )?((?:(?:\d{1,3}(?:st|nd|rd|th)|\p{Lu}[\p{L}'’]{1,20}) ){1,3})(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Circle|Terrace|Highway|Hwy|Parkway|Pkwy|Pike|Place|Trail|Bridge|Square)\b/gu
const BUILDING =
  /\b((?:\p{Lu}[\p{L}'’.]{1,20} ){1,4}(?:Church|Mosque|School|Elementary|College|University|Apartments|Motel|Hotel|Inn|Mall|Market|Bar|Lounge|Club|Park|Plaza|Store|Restaurant|Cafe|Center|Centre|Station|Airport|Barracks|Base|Camp|Checkpoint|Factory|Cemetery))\b/gu

const spotsOf = (words: string): readonly string[] => [
  ...[...words.matchAll(STREET)].flatMap(([, number, name]) => {
    const street = `${name!.trim().toLowerCase()} st`
    return number ? [street, `${number} ${street}`] : [street]
  }),
  ...[...words.matchAll(BUILDING)].map(([, name]) => name!.toLowerCase()),
]

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/
const AGE_AFTER = /^,? (?:age |aged )?\(?(\d{1,3})(?=[,.;)]| and\b| of\b| was\b|$)/
const AGE_BEFORE = /\b(\d{1,3})[- ]year[- ]old (?:[\p{L}-]{1,20} ){0,3}$/u
const AGES = /\b(\d{1,3})[- ]years?[- ]old\b/gu

const personOf = (text: string, { start, end }: Span): Person | undefined => {
  const parts = [...text.slice(start, end).matchAll(WORD)].map(([word]) => word)
  while (parts.length > 0 && SUFFIX.test(toWord(parts.at(-1)!))) parts.pop()
  const capital = parts.findLastIndex((word) => !/^\p{Lu}/u.test(word))
  const own = parts.slice(capital + 1)
  if (own.length < 2) return undefined
  const age = AGE_AFTER.exec(text.slice(end, end + 16))?.[1] ?? AGE_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[1]
  return { last: toWord(own.at(-1)!), name: `${toWord(own.at(-2)!)} ${toWord(own.at(-1)!)}`, age: age === undefined ? null : Number(age) }
}

const lineOf = (text: string, span: Span, people: readonly Person[]): Line => {
  const said = text.slice(span.start, Math.min(span.end, span.start + MOST_LINE))
  const found = [...said.matchAll(WORD)]
  const shouted = said.toUpperCase() === said
  const words = new Set<string>()
  const names = new Set<string>()
  for (const [raw] of found) {
    const word = toWord(raw)
    if (word.length < 2 || isEverywhere(word)) continue
    words.add(word)
    if (!shouted && /^\p{Lu}/u.test(raw)) names.add(word)
  }
  return {
    key: hashOf(found.map(([raw]) => toWord(raw)).join(' ')),
    span,
    words: [...words],
    names: [...names],
    people,
    spots: [...new Set(spotsOf(said))],
    ages: [...new Set([...said.matchAll(AGES)].map(([, age]) => Number(age)))],
  }
}

/** The sentences of a document that can carry evidence: no comments, no page furniture. */
export const linesOf = (text: string, passages: readonly Passage[] | undefined, mentions: readonly Mention[]): readonly Line[] => {
  const parts = passages?.filter(isEvidenceBearing) ?? []
  const spans = (parts.length > 0 ? parts : [{ start: 0, end: text.length }])
    .flatMap((part) => sentencesOf(text, part))
    .slice(0, MOST_LINES)
  const persons = mentions.filter((mention) => mention.kind === 'party' && mention.type === 'person' && mention.named)
  persons.sort((a, b) => a.start - b.start)
  let next = 0
  return spans.map((span) => {
    while (next < persons.length && persons[next]!.start < span.start) next++
    const own: Person[] = []
    for (let i = next; i < persons.length && persons[i]!.start < span.end; i++) {
      const person = personOf(text, persons[i]!)
      if (person) own.push(person)
    }
    return lineOf(text, span, own)
  })
}
