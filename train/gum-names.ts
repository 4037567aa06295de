import { readFileSync } from 'node:fs'
import type { Named } from './iob.ts'

/**
 * Names in the GUM corpus, read from its entity annotation: an entity that is a person, a place or an organisation and whose
 * head is a proper noun gives a name, the row of proper nouns around that head.
 */
export const readGumNames = (file: string): readonly Named[] =>
  readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) =>
      block
        .split('\n')
        .filter((line) => /^\d+\t/.test(line))
        .map((line) => line.split('\t')),
    )
    .filter((rows) => rows.length > 0)
    .map(toNamed)

const TYPES: Readonly<Record<string, string>> = { person: 'PER', place: 'LOC', organization: 'ORG' }

/** An entity as annotated: its words are `first` to `last`; `named`: it has an article of its own in Wikipedia. */
type Entity = { group: string; type: string; named: boolean; first: number; last: number }

const toNamed = (rows: readonly (readonly string[])[]): Named => {
  const names = rows.map(() => 'O')
  for (const entity of listEntities(rows)) {
    const type = TYPES[entity.type]
    const span = type === undefined ? undefined : findSpan(entity, rows)
    if (type === undefined || span === undefined) continue
    for (let i = span.first; i <= span.last; i += 1) names[i] = `${i === span.first ? 'B' : 'I'}-${type}`
  }
  return { forms: rows.map((row) => row[1]!), names }
}

/** Shorter entities first, so that a longer name ("University of Leeds") is written over those inside it. */
const listEntities = (rows: readonly (readonly string[])[]): readonly Entity[] => {
  const open: Entity[] = []
  const found: Entity[] = []
  rows.forEach((row, i) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(row[9]!)?.[1] ?? ''
    for (const [mark, opened, , closed] of marks.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (opened !== undefined) {
        const fields = opened.split('-')
        const entity: Entity = {
          group: fields[0]!,
          type: fields[1] ?? '',
          named: fields.length > 7,
          first: i,
          last: i,
        }
        if (mark.endsWith(')')) found.push(entity)
        else open.push(entity)
      } else {
        const k = open.findLastIndex((entity) => entity.group === closed!.split('-')[0])
        if (k !== -1) found.push({ ...open.splice(k, 1)[0]!, last: i })
      }
    }
  })
  return found.sort((a, b) => a.last - a.first - (b.last - b.first))
}

const isName = (row: readonly string[]): boolean => row[3] === 'PROPN' && /\p{Lu}/u.test(row[1]!)
/** Words that hold a name together between two proper nouns. */
const LINKS: Readonly<Record<string, ReadonlySet<string>>> = {
  PER: new Set(['-', 'al', 'de', 'von', 'van']),
  LOC: new Set(['-', 'of', 'the', 'de']),
  ORG: new Set(['-', 'of', 'the', 'and', '&', 'for']),
}

/** The word of the entity that hangs on a word outside it. */
const findHead = ({ first, last }: Entity, rows: readonly (readonly string[])[]): number | undefined => {
  for (let i = first; i <= last; i += 1) {
    const head = Number(rows[i]![6]) - 1
    if (head < first || head > last) return i
  }
  return undefined
}

const findSpan = (entity: Entity, rows: readonly (readonly string[])[]): { first: number; last: number } | undefined => {
  const head = findHead(entity, rows)
  if (head === undefined || !isName(rows[head]!)) return undefined
  const links = LINKS[TYPES[entity.type]!]!
  let first = head
  let last = head
  while (
    first > entity.first &&
    (isName(rows[first - 1]!) || (rows[first - 1]![1] === '-' && first - 1 > entity.first && isName(rows[first - 2]!)))
  )
    first -= 1
  // "Red Sox": of a thing that has a name, a capital before it belongs to it.
  if (entity.named && first > Math.max(1, entity.first) && rows[first - 1]![3] === 'ADJ' && /^\p{Lu}/u.test(rows[first - 1]![1]!))
    first -= 1
  for (;;) {
    let next = last + 1
    // Behind the head only what a known name's own title would hold: "University of Leeds", not "Smith of the court".
    while ((entity.named || rows[next]?.[1] === '-') && next < entity.last && next < last + 3 && links.has(rows[next]![1]!.toLowerCase()))
      next += 1
    if (next > entity.last || !isName(rows[next]!)) break
    last = next
  }
  return { first, last }
}
