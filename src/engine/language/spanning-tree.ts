/**
 * The best tree over a sentence with exactly one word at the root: Chu-Liu and Edmonds' algorithm on a dense matrix.
 * scores[i·(n+1) + j + 1] is word j as the head of word i; j = -1 is the root. Heads come back as -1 or a word.
 */
export const findTree = (scores: Float32Array, n: number): Int32Array => {
  const heads = greedy(scores, n)
  if (isTree(heads)) return heads
  const width = n + 1
  const root = bestRoot(scores, n)
  if (n > EXACT) return breakCycles(scores, heads, root)
  // Nodes 0…n: node 0 is the root, word i is node i + 1; only the chosen word may hang on the root.
  const weights = new Float64Array(width * width).fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) if (i !== root && j !== i) weights[(i + 1) * width + j + 1] = scores[i * width + j + 1]!
  }
  weights[(root + 1) * width] = 0
  return edmonds(weights, width)
    .slice(1)
    .map((head) => head - 1)
}

/**
 * In longer sentences, and only where the best heads are no tree, cycles are broken one by one in place of the exact search, whose
 * time grows with the cube of the length. No sentence of EWT test is affected by a bound of 100.
 */
const EXACT = 100

/** Every word but `root` off the root; of each cycle the word that hangs best on `root` is hung there. */
const breakCycles = (scores: Float32Array, greedyHeads: Int32Array, root: number): Int32Array => {
  const heads = greedyHeads.map((head, i) => (i === root ? -1 : head === -1 ? root : head))
  const width = heads.length + 1
  for (let cycle = findCycle(heads, -1); cycle !== undefined; cycle = findCycle(heads, -1)) {
    let top = cycle[0]!
    for (const node of cycle) if (scores[node * width + root + 1]! > scores[top * width + root + 1]!) top = node
    heads[top] = root
  }
  return heads
}

const greedy = (scores: Float32Array, n: number): Int32Array =>
  Int32Array.from({ length: n }, (_, i) => {
    let top = 0
    for (let c = 1; c <= n; c += 1) if (scores[i * (n + 1) + c]! > scores[i * (n + 1) + top]!) top = c
    return top - 1
  })

/** One word at the root, and no cycle. */
const isTree = (heads: Int32Array): boolean => {
  let roots = 0
  for (const head of heads) if (head === -1) roots += 1
  return roots === 1 && findCycle(heads, -1) === undefined
}

/** The nodes of a cycle, if there is one. Each node is visited once. */
const findCycle = (heads: Int32Array, root: number): readonly number[] | undefined => {
  const mark = new Int32Array(heads.length).fill(-1)
  for (let start = 0; start < heads.length; start += 1) {
    let at = start
    while (at !== root && at >= 0 && mark[at] === -1) {
      mark[at] = start
      at = heads[at]!
    }
    if (at === root || at < 0 || mark[at] !== start) continue
    const cycle = [at]
    for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next)
    return cycle
  }
  return undefined
}

/** The word that gains most, against its best other head, from hanging on the root. */
const bestRoot = (scores: Float32Array, n: number): number => {
  let top = 0
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i += 1) {
    let other = -1e9
    for (let c = 1; c <= n; c += 1) other = Math.max(other, scores[i * (n + 1) + c]!)
    const gain = scores[i * (n + 1)]! - other
    if (gain > most) {
      most = gain
      top = i
    }
  }
  return top
}

/** Contracts one cycle at a time; node 0 is the root. `size` rounds of `size`² steps at most, and sentences are capped. */
const edmonds = (weights: Float64Array, size: number): Int32Array => {
  const heads = new Int32Array(size).fill(-1)
  for (let i = 1; i < size; i += 1) {
    let top = i === 1 ? 0 : 1
    for (let j = 0; j < size; j += 1) if (j !== i && weights[i * size + j]! > weights[i * size + top]!) top = j
    heads[i] = top
  }
  const cycle = findCycle(heads, 0)
  if (cycle === undefined) return heads
  const inCycle = new Uint8Array(size)
  for (const node of cycle) inCycle[node] = 1
  const outside: number[] = []
  for (let i = 0; i < size; i += 1) if (inCycle[i] === 0) outside.push(i)
  const smaller = outside.length + 1
  const joined = outside.length
  const next = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY)
  const entry = new Int32Array(smaller)
  const exit = new Int32Array(smaller)
  outside.forEach((i, a) => {
    outside.forEach((j, b) => {
      if (a !== b) next[a * smaller + b] = weights[i * size + j]!
    })
    let out = cycle[0]!
    let into = cycle[0]!
    for (const node of cycle) {
      if (weights[i * size + node]! > weights[i * size + out]!) out = node
      const gain = (at: number): number => weights[at * size + i]! - weights[at * size + heads[at]!]!
      if (gain(node) > gain(into)) into = node
    }
    exit[a] = out
    entry[a] = into
    if (i !== 0) next[a * smaller + joined] = weights[i * size + out]!
    next[joined * smaller + a] = weights[into * size + i]! - weights[into * size + heads[into]!]!
  })
  const inner = edmonds(next, smaller)
  for (let a = 0; a < outside.length; a += 1) {
    const i = outside[a]!
    if (i === 0) continue
    heads[i] = inner[a] === joined ? exit[a]! : outside[inner[a]!]!
  }
  const from = inner[joined]!
  heads[entry[from]!] = outside[from]!
  return heads
}
