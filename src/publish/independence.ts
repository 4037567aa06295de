import type { IssuerKind } from '../model/document.ts'
import type { AffiliationRecord, MentionRecord } from '../model/record.ts'
import { nameKey, type Origin } from './origin.ts'

/** How many of some origins can be taken to know a thing apart from each other: at least, at most, and why not more. */
export type Independence = Readonly<{ low: number; high: number; why: readonly string[] }>

type Pair = Readonly<{ relation: 'affiliated' | 'unknown' | 'independent'; why: string | null }>

/** Kinds of speaker that can be told from a force, an office or an unnamed source: they have their own way of knowing. */
const APART: ReadonlySet<IssuerKind> = new Set(['medical', 'ngo', 'witness', 'agency', 'news', 'social', 'blog', 'dataset'])

const JOINING: ReadonlySet<string> = new Set(['part-of', 'member-of', 'leads', 'backed-by', 'also-known-as'])

const isOf = (origin: Origin, { words, mention }: MentionRecord): boolean =>
  (mention.kind === 'party' && mention.actor !== null && mention.actor === origin.actor) || nameKey(words) === nameKey(origin.name)

const findAffiliation = (a: Origin, b: Origin, affiliations: readonly AffiliationRecord[]): AffiliationRecord | undefined =>
  affiliations.find(
    ({ subject, object, type }) => JOINING.has(type) && ((isOf(a, subject) && isOf(b, object)) || (isOf(b, subject) && isOf(a, object))),
  )

const couldBeOne = (a: Origin, b: Origin): boolean => a.kind === b.kind || !(APART.has(a.kind) || APART.has(b.kind))

const compare = (a: Origin, b: Origin, affiliations: readonly AffiliationRecord[]): Pair => {
  const affiliation = findAffiliation(a, b, affiliations)
  if (affiliation)
    return {
      relation: 'affiliated',
      why: `${affiliation.subject.words} and ${affiliation.object.words} are joined (${affiliation.type.replace('-', ' ')}), says ${affiliation.speaker.words ?? 'the document'}`,
    }
  if (a.own || b.own) {
    const [own, other] = a.own ? [a, b] : [b, a]
    return { relation: 'unknown', why: `${own.name} gives the figure without a source, so it may come from ${other.name}` }
  }
  if (!a.named && !b.named) return { relation: 'unknown', why: `${a.name} and ${b.name} are both unnamed and may be the same people` }
  if ((!a.named || !b.named) && couldBeOne(a, b)) {
    const [unnamed, named] = a.named ? [b, a] : [a, b]
    return { relation: 'unknown', why: `${unnamed.name} are unnamed and may belong to ${named.name}` }
  }
  if (isNameInside(a, b) || isNameInside(b, a)) return { relation: 'unknown', why: `${a.name} and ${b.name} may be one speaker` }
  return { relation: 'independent', why: null }
}

/** "The head of the railways" may be "Ivan Example, the head of Northern Railways": every word of the one stands in the other. */
const isNameInside = (a: Origin, b: Origin): boolean => {
  const [inner, outer] = [nameKey(a.name).split(' '), new Set(nameKey(b.name).split(' '))]
  return inner.every((word) => outer.has(word))
}

/** Counts groups of origins that nothing joins. `joined` lists the pairs that are taken as one. */
const countGroups = (size: number, joined: readonly (readonly [number, number])[]): number => {
  const group = Array.from({ length: size }, (_, i) => i)
  const find = (i: number): number => (group[i] === i ? i : find(group[i]!))
  for (const [i, j] of joined) group[find(i)] = find(j)
  return group.filter((g, i) => g === i).length
}

const MOST_REASONS = 6

/**
 * Counts independent origins as a range. Affiliated speakers count once; pairs of whom nothing is known count once at the low end
 * and twice at the high end. Every Casualty Counts asks for different primary sources, which is why an outlet is no origin.
 */
export const countIndependent = (origins: readonly Origin[], affiliations: readonly AffiliationRecord[]): Independence => {
  const affiliated: [number, number][] = []
  const unknown: [number, number][] = []
  const why: string[] = []
  for (const [i, a] of origins.entries())
    for (let j = i + 1; j < origins.length; j++) {
      const pair = compare(a, origins[j]!, affiliations)
      if (pair.relation === 'affiliated') affiliated.push([i, j])
      if (pair.relation === 'unknown') unknown.push([i, j])
      if (pair.why && why.length < MOST_REASONS) why.push(pair.why)
    }
  return { low: countGroups(origins.length, [...affiliated, ...unknown]), high: countGroups(origins.length, affiliated), why }
}
