import type { IssuerKind } from '../model/document.ts'
import { pairTarget, standingPairs } from '../model/judgement.ts'
import type { AffiliationRecord, IncidentRecord, MentionRecord } from '../model/record.ts'
import { nameKey, type Origin } from './origin.ts'

/** How many of some origins can be taken to know a thing apart from each other: at least, at most, and why not more. */
export type Independence = Readonly<{ low: number; high: number; why: readonly string[] }>

/** How two origins stand to each other, and who or what says so. */
export type OriginPair = Readonly<{
  relation: 'same' | 'affiliated' | 'unknown' | 'independent'
  why: string | null
  /** The judgement that says so; null: no person has judged the pair. */
  judgement: string | null
}>

/** Kinds of speaker that can be told from a force, an office or an unnamed source: they have their own way of knowing. */
const APART: ReadonlySet<IssuerKind> = new Set(['medical', 'ngo', 'witness', 'agency', 'news', 'social', 'blog', 'dataset'])

const JOINING: ReadonlySet<string> = new Set(['part-of', 'member-of', 'leads', 'backed-by', 'also-known-as'])

const isOf = (origin: Origin, { words, mention }: MentionRecord): boolean =>
  (mention.kind === 'party' && mention.actor !== null && mention.actor === origin.actor) || nameKey(words) === nameKey(origin.name)

/** Whether something that held from one day until another held on a day; an end that nobody states is open. */
const holdsOn = ({ from, until }: Readonly<{ from: string | null; until: string | null }>, day: string | null): boolean =>
  day === null || ((from === null || from <= day) && (until === null || day.slice(0, until.length) <= until))

const findAffiliation = (a: Origin, b: Origin, { affiliations, card }: IncidentRecord): AffiliationRecord | undefined =>
  affiliations.find(
    ({ subject, object, type, from, until }) =>
      JOINING.has(type) &&
      holdsOn({ from, until }, card.date?.to ?? null) &&
      ((isOf(a, subject) && isOf(b, object)) || (isOf(b, subject) && isOf(a, object))),
  )

/** Whether two speakers could be one for all that their kinds say. */
export const couldBeOne = (a: Origin, b: Origin): boolean => a.kind === b.kind || !(APART.has(a.kind) || APART.has(b.kind))

const BODY = /\s(?:of|for|from|at|with)\s(?:the\s)?(\p{Lu}[^,;]{2,80})$/u

/** Whom a named speaker speaks for, where the words say: "X of the Popular Mobilization Forces". */
const bodyOf = ({ name }: Origin): string => {
  const body = BODY.exec(name)?.[1]
  return body ? `the ${body}` : name
}

type Found = Pick<OriginPair, 'relation' | 'why'>

const compare = (a: Origin, b: Origin, record: IncidentRecord): Found => {
  const affiliation = findAffiliation(a, b, record)
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
    return { relation: 'unknown', why: `${unnamed.name} are unnamed and may belong to ${bodyOf(named)}` }
  }
  if (isNameInside(a, b) || isNameInside(b, a)) return { relation: 'unknown', why: `${a.name} and ${b.name} may be one speaker` }
  return { relation: 'independent', why: null }
}

/** "The head of the railways" may be "Ivan Example, the head of Northern Railways": every word of the one stands in the other. */
const isNameInside = (a: Origin, b: Origin): boolean => {
  const [inner, outer] = [nameKey(a.name).split(' '), new Set(nameKey(b.name).split(' '))]
  return inner.every((word) => outer.has(word))
}

const RELATIONS = { same: 'same', affiliated: 'affiliated', different: 'independent', unsure: 'unknown' } as const

/**
 * How each two of some origins stand to each other, by `pairTarget` of their keys. What a person has judged goes before what
 * documents say; `known` is filled, so that pairs are compared once.
 */
export const compareOrigins = (
  origins: readonly Origin[],
  record: IncidentRecord,
  known: Map<string, OriginPair> = new Map(),
): ReadonlyMap<string, OriginPair> => {
  const judged = standingPairs(record.judgements, 'origins')
  for (const [i, a] of origins.entries())
    for (const b of origins.slice(i + 1)) {
      const key = pairTarget(a.key, b.key)
      if (known.has(key)) continue
      const said = judged.get(key)
      const why = said && `${said.judgement.by} judged so${said.judgement.why ? `: ${said.judgement.why}` : ''}`
      known.set(
        key,
        said
          ? { relation: RELATIONS[said.answer], why: why ?? null, judgement: said.judgement.id }
          : { ...compare(a, b, record), judgement: null },
      )
    }
  return known
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
export const toIndependence = (origins: readonly Origin[], pairs: ReadonlyMap<string, OriginPair>): Independence => {
  const joined: [number, number][] = []
  const unknown: [number, number][] = []
  const why: string[] = []
  for (const [i, a] of origins.entries())
    for (let j = i + 1; j < origins.length; j++) {
      const pair = pairs.get(pairTarget(a.key, origins[j]!.key))
      if (pair?.relation === 'affiliated' || pair?.relation === 'same') joined.push([i, j])
      if (pair?.relation === 'unknown') unknown.push([i, j])
      if (pair?.why && why.length < MOST_REASONS) why.push(pair.why)
    }
  return { low: countGroups(origins.length, [...joined, ...unknown]), high: countGroups(origins.length, joined), why }
}
