import { compareWeighed, EVEN, toProbability } from './compare.ts'
import { toWeighed, type Weighed } from './features.ts'
import { group } from './group.ts'
import type { Candidate } from './match.ts'
import type { Rarity } from './rarity.ts'
import { joinSheets, membersOf, type Sheet, sizeOf } from './sheet.ts'

/** An incident of a document that is being added. `telling` names it for good: document, reading and local id. */
export type Fresh = Readonly<{ local: string; telling: string; sheet: Sheet }>

/** Where an incident of the new document goes. `fresh`: to an incident that was not there before. */
export type Placed = Readonly<{ local: string; incident: string; fresh: boolean; score: number; because: readonly string[] }>

/** A telling that stands better elsewhere, now that the new document is known; null: every telling of the incident. */
export type Shift = Readonly<{ telling: string | null; from: string; to: string; because: readonly string[] }>

/** Two incidents that may be the same, with how likely it is. */
export type Likeness = Readonly<{ pair: readonly [string, string]; score: number; because: readonly string[] }>

export type Placement = Readonly<{
  placed: readonly Placed[]
  shifts: readonly Shift[]
  /** What linking compares from now on of each incident that has changed; null: no telling stands under it any more. */
  sheets: ReadonlyMap<string, Sheet | null>
  likenesses: readonly Likeness[]
}>

export type PlaceOptions = Readonly<{
  rarity: Rarity
  /** The incident that a telling is the first of. */
  idOf: (telling: string) => string
  /** Whether a person has said that two incidents are different. */
  areApart?: (a: string, b: string) => boolean
}>

/**
 * Log odds below which an incident is not looked at again: some one in twenty. Those between this and even odds are asked about.
 * 0.05 of the pairs there are one, on the half of the gun-violence set that was not fitted on (November 2026).
 */
const NEAR = -3
/** So many incidents around a new document are grouped anew; the others are farther. */
const MOST_NEAR = 16

/** What is grouped: a telling that may move, or an incident that stays whole. */
type Node = Readonly<{
  key: string
  /** Null: of the new document. */
  incident: string | null
  tellings: readonly string[]
  documents: readonly string[]
  sheet: Sheet
  weighed: readonly Weighed[]
}>

const documentOf = (telling: string): string => telling.slice(0, telling.indexOf(' '))

const tellingsOf = (sheet: Sheet): readonly string[] => membersOf(sheet).flatMap(({ telling }) => telling ?? [])

/** An incident of which every telling is at hand, and that no person has put together, can be taken apart. */
const canMove = (sheet: Sheet): boolean => !sheet.fixed && sizeOf(sheet) === tellingsOf(sheet).length

const toNodes = ({ incident, sheet }: Candidate, weigh: (sheet: Sheet) => Weighed): readonly Node[] => {
  const members = membersOf(sheet)
  if (!canMove(sheet)) {
    const tellings = tellingsOf(sheet)
    return [{ key: incident, incident, tellings, documents: tellings.map(documentOf), sheet, weighed: members.map(weigh) }]
  }
  return members.map((member) => ({
    key: member.telling!,
    incident,
    tellings: [member.telling!],
    documents: [documentOf(member.telling!)],
    sheet: member,
    weighed: [weigh(member)],
  }))
}

type Compared = Readonly<{ score: number; because: readonly string[] }>

const compareNodes = (a: readonly Weighed[], b: readonly Weighed[], rarity: Rarity): Compared => {
  let sum = 0
  let best: Compared | undefined
  for (const x of a)
    for (const y of b) {
      const one = compareWeighed(x, y, rarity)
      sum += one.score
      if (!best || one.score > best.score) best = one
    }
  return { score: sum / (a.length * b.length), because: best!.because }
}

/** The incidents that some telling of the new document is near enough to, nearest first. */
const findNear = (fresh: readonly Node[], candidates: readonly Candidate[], weigh: (sheet: Sheet) => Weighed, rarity: Rarity) =>
  candidates
    .map((candidate) => {
      const weighed = membersOf(candidate.sheet).map(weigh)
      return {
        candidate,
        score: Math.max(...fresh.map((one) => Math.max(...weighed.map((w) => compareWeighed(one.weighed[0]!, w, rarity).score)))),
      }
    })
    .filter(({ score }) => score > NEAR)
    .sort((a, b) => b.score - a.score || (a.candidate.incident < b.candidate.incident ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ candidate }) => candidate)

/** Which incident each cluster goes on as: the one that most of its tellings stood under, each id once; else that of its first telling. */
const nameClusters = (clusters: readonly (readonly Node[])[], idOf: PlaceOptions['idOf']): readonly string[] => {
  const claims = clusters.flatMap((nodes, cluster) =>
    [...Map.groupBy(nodes, ({ incident }) => incident)].flatMap(([incident, own]) => {
      const whole = own.some((node) => node.key === incident)
      return incident === null
        ? []
        : [{ cluster, incident, weight: own.reduce((n, { tellings }) => n + tellings.length, 0) + (whole ? 1_000 : 0) }]
    }),
  )
  claims.sort((a, b) => b.weight - a.weight || (a.incident < b.incident ? -1 : 1))
  const names = new Map<number, string>()
  const taken = new Set<string>()
  for (const { cluster, incident } of claims) {
    if (names.has(cluster) || taken.has(incident)) continue
    names.set(cluster, incident)
    taken.add(incident)
  }
  return clusters.map((nodes, i) => {
    const known = names.get(i)
    if (known) return known
    const ids = nodes.flatMap(({ tellings }) => tellings.map(idOf))
    const free = ids.find((id) => !taken.has(id)) ?? ids[0]!
    taken.add(free)
    return free
  })
}

/**
 * Finds where the incidents of a new document belong, by grouping them anew with the incidents near them: best pair of groups first, as
 * long as the mean of their log odds is above even. A telling may so move to where it stands better, and two incidents become one; what
 * a person has put together or called different is left so. The same documents in another order come to the same groups, save where a
 * group is larger than the tellings that are kept of it.
 */
export const place = (
  added: readonly Fresh[],
  candidates: readonly Candidate[],
  { rarity, idOf, areApart = () => false }: PlaceOptions,
): Placement => {
  const made = new Map<Sheet, Weighed>()
  const weigh = (sheet: Sheet): Weighed => {
    const known = made.get(sheet) ?? toWeighed(sheet, rarity)
    made.set(sheet, known)
    return known
  }
  const fresh = added.map(({ telling, sheet }): Node => {
    const own = { ...sheet, telling }
    return {
      key: telling,
      incident: null,
      tellings: [telling],
      documents: [documentOf(telling)],
      sheet: own,
      weighed: [toWeighed(own, rarity)],
    }
  })
  const near = findNear(fresh, candidates, weigh, rarity)
  const nodes = [...fresh, ...near.flatMap((candidate) => toNodes(candidate, weigh))]
  const apart = (a: Node, b: Node): boolean =>
    a.incident !== null &&
    b.incident !== null &&
    a.incident !== b.incident &&
    ((a.sheet.fixed === true && b.sheet.fixed === true) || areApart(a.incident, b.incident))
  const known = new Map<number, Compared>()
  const compareAt = (a: number, b: number): Compared => {
    const pair = Math.min(a, b) * nodes.length + Math.max(a, b)
    const one = known.get(pair) ?? compareNodes(nodes[Math.min(a, b)]!.weighed, nodes[Math.max(a, b)]!.weighed, rarity)
    known.set(pair, one)
    return one
  }
  const score = (a: number, b: number): number => (apart(nodes[a]!, nodes[b]!) ? Number.NEGATIVE_INFINITY : compareAt(a, b).score)
  const pairs = nodes.flatMap((_, i) => nodes.slice(i + 1).map((__, j) => [i, i + 1 + j] as const))
  const roots = group(
    nodes.map(({ key, documents }) => ({ key, apart: documents })),
    pairs,
    { score, threshold: EVEN },
  )
  const clusters = [...Map.groupBy(nodes.keys(), (i) => roots[i]!).values()].map((at) =>
    at.toSorted((a, b) => (nodes[a]!.key < nodes[b]!.key ? -1 : 1)),
  )
  const names = nameClusters(
    clusters.map((at) => at.map((i) => nodes[i]!)),
    idOf,
  )
  const nameAt = new Map(clusters.flatMap((at, c) => at.map((i) => [i, names[c]!] as const)))
  const heldIds = new Set(near.map(({ incident }) => incident))
  const bestIn = (i: number): Compared => {
    const mates = clusters.find((at) => at.includes(i))!.filter((j) => j !== i)
    const all = mates.map((j) => compareAt(i, j)).sort((a, b) => b.score - a.score)
    return all[0]
      ? { score: all.reduce((sum, one) => sum + one.score, 0) / all.length, because: all[0].because }
      : { score: 0, because: [] }
  }
  const placed = added.map(({ local }, i): Placed => {
    const incident = nameAt.get(i)!
    const isFresh = !heldIds.has(incident)
    const { score: odds, because } = bestIn(i)
    return { local, incident, fresh: isFresh, score: toProbability(odds), because: isFresh ? [] : because }
  })
  const shifts = nodes.flatMap(({ key, incident, tellings }, i): readonly Shift[] => {
    const to = nameAt.get(i)!
    if (incident === null || incident === to) return []
    const because = bestIn(i).because
    return key === incident
      ? [{ telling: null, from: incident, to, because }]
      : tellings.map((telling) => ({ telling, from: incident, to, because }))
  })
  const changedIds = new Set([...placed.map(({ incident }) => incident), ...shifts.flatMap(({ from, to }) => [from, to])])
  const sheets = new Map<string, Sheet | null>([...changedIds].map((id) => [id, null]))
  clusters.forEach((at, c) => {
    if (changedIds.has(names[c]!)) sheets.set(names[c]!, joinSheets(at.map((i) => nodes[i]!.sheet)))
  })
  return { placed, shifts, sheets, likenesses: listLikenesses(clusters, names, changedIds, compareAt, apart, nodes) }
}

/** Pairs of clusters that one of the changed ones stands in and that nobody has called different: less than even odds, more than none. */
const listLikenesses = (
  clusters: readonly (readonly number[])[],
  names: readonly string[],
  changed: ReadonlySet<string>,
  compareAt: (a: number, b: number) => Compared,
  apart: (a: Node, b: Node) => boolean,
  nodes: readonly Node[],
): readonly Likeness[] =>
  clusters.flatMap((one, i) =>
    clusters.slice(i + 1).flatMap((other, j): readonly Likeness[] => {
      const [a, b] = [names[i]!, names[i + 1 + j]!]
      if (!changed.has(a) && !changed.has(b)) return []
      const pairs = one.flatMap((x) => other.map((y) => [x, y] as const))
      if (pairs.some(([x, y]) => apart(nodes[x]!, nodes[y]!) || nodes[x]!.documents.some((d) => nodes[y]!.documents.includes(d)))) return []
      const all = pairs.map(([x, y]) => compareAt(x, y)).sort((x, y) => y.score - x.score)
      const mean = all.reduce((sum, { score }) => sum + score, 0) / all.length
      return mean > NEAR ? [{ pair: a < b ? [a, b] : [b, a], score: toProbability(mean), because: all[0]!.because }] : []
    }),
  )
