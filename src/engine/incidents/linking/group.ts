/** What is grouped: `key` orders things where nothing else does, `apart` names what no two of a group may share. */
export type Item = Readonly<{ key: string; apart: string | readonly string[] }>

/** Two clusters and how much speaks for their being one. */
type Edge = { a: Cluster; b: Cluster; score: number }
type Cluster = {
  readonly key: string
  readonly items: readonly number[]
  readonly edges: Map<Cluster, Edge>
  readonly apart: ReadonlySet<string>
  live: boolean
}

export type Grouping = Readonly<{
  /** How much speaks for two items being one; asked once for each pair that matters. */
  score: (a: number, b: number) => number
  /** Groups are joined while the mean score between their members is above this. */
  threshold: number
}>

const before = (x: Edge, y: Edge): boolean => {
  if (x.score !== y.score) return x.score > y.score
  const [a, b] = [keyOf(x), keyOf(y)]
  return a < b
}

const keyOf = ({ a, b }: Edge): string => (a.key < b.key ? `${a.key} ${b.key}` : `${b.key} ${a.key}`)

/** A heap, best edge first. */
const toHeap = (edges: Edge[]) => {
  const heap: Edge[] = []
  const push = (edge: Edge): void => {
    let i = heap.push(edge) - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!before(heap[i]!, heap[parent]!)) break
      ;[heap[i], heap[parent]] = [heap[parent]!, heap[i]!]
      i = parent
    }
  }
  const pop = (): Edge | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (heap.length > 0 && last) {
      heap[0] = last
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2]
        let best = i
        if (left < heap.length && before(heap[left]!, heap[best]!)) best = left
        if (right < heap.length && before(heap[right]!, heap[best]!)) best = right
        if (best === i) break
        ;[heap[i], heap[best]] = [heap[best]!, heap[i]!]
        i = best
      }
    }
    return first
  }
  for (const edge of edges) push(edge)
  return { push, pop }
}

/**
 * Groups items, best pair of groups first, as long as the mean score between their members is above the threshold: a chain of likely
 * pairs does not join its ends. `score` is asked for pairs that were not given. The order of the items does not matter: ties go by
 * key. Gives the group of each item, as the index of its member with the least key.
 */
export const group = (
  items: readonly Item[],
  pairs: readonly (readonly [number, number])[],
  { score, threshold }: Grouping,
): readonly number[] => {
  const clusters = items.map(
    ({ key, apart }, i): Cluster => ({
      key,
      items: [i],
      edges: new Map(),
      apart: new Set(typeof apart === 'string' ? [apart] : apart),
      live: true,
    }),
  )
  const scores = new Map<number, number>()
  const scoreOf = (a: number, b: number): number => {
    const pair = Math.min(a, b) * items.length + Math.max(a, b)
    const known = scores.get(pair)
    if (known !== undefined) return known
    // Always in one direction, so that sums of fractions come out the same whatever the order of the items.
    const made = items[a]!.key < items[b]!.key ? score(a, b) : score(b, a)
    scores.set(pair, made)
    return made
  }
  const between = (a: Cluster, b: Cluster): number => {
    const all = a.items.flatMap((i) => b.items.map((j) => scoreOf(i, j))).sort((x, y) => x - y)
    return all.reduce((sum, one) => sum + one, 0) / all.length
  }
  const heap = toHeap([])
  const join = (a: Cluster, b: Cluster): void => {
    if (a === b || a.edges.has(b)) return
    for (const id of a.apart) if (b.apart.has(id)) return
    const edge = { a, b, score: between(a, b) }
    if (edge.score <= threshold && a.items.length === 1 && b.items.length === 1) return
    a.edges.set(b, edge)
    b.edges.set(a, edge)
    heap.push(edge)
  }
  for (const [i, j] of pairs) join(clusters[i]!, clusters[j]!)
  for (let edge = heap.pop(); edge && edge.score > threshold; edge = heap.pop()) {
    const { a, b } = edge
    if (!a.live || !b.live || a.edges.get(b) !== edge) continue
    const [first, second] = a.key < b.key || (a.key === b.key && a.items[0]! < b.items[0]!) ? [a, b] : [b, a]
    const merged: Cluster = {
      key: first.key,
      items: [...first.items, ...second.items],
      edges: new Map(),
      apart: new Set([...first.apart, ...second.apart]),
      live: true,
    }
    a.live = false
    b.live = false
    const neighbours = new Set([...a.edges.keys(), ...b.edges.keys()])
    for (const other of neighbours) {
      other.edges.delete(a)
      other.edges.delete(b)
      if (other.live) join(merged, other)
    }
    for (const i of merged.items) clusters[i] = merged
  }
  return clusters.map((cluster) => cluster.items[0]!)
}
