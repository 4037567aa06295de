import { type Kernel, openKernel, toPanels } from './kernel.ts'
import { ROWS_PER_WORD, type View } from './lexicon.ts'
import { DISTANCES, distanceOf, gateWidth, headColumns, inputWidth, listParameters, type NetShape } from './shape.ts'

/** Words that go through the net together at most: enough to make the products efficient, few enough to stay in the cache. */
export const ROOM = 256

type Block = Readonly<{ at: number; values: Float32Array }>

/** The neural model ready to run: weights as panels in the kernel's memory, and room for one batch. */
export type Net = Readonly<{
  shape: NetShape
  kernel: Kernel
  learned: Float32Array
  vectors: Int8Array
  vectorScale: number
  weights: ReadonlyMap<string, Block>
  inputs: readonly Block[]
  gates: Block
  outputs: Block
  dependents: Block
  queries: Block
  heads: Block
  scores: Block
  distances: Block
  hidden: Block
  labels: Block
}>

export type NetParts = Readonly<{
  shape: NetShape
  learned: Float32Array
  vectors: Int8Array
  vectorScale: number
  dense: ReadonlyMap<string, Float32Array>
}>

const padTo = (n: number, step: number): number => Math.ceil(n / step) * step

/** Parameters that are multiplied with; the others are read as they are. */
const isFactor = (name: string): boolean => !name.includes('.') || name === 'arc.distance'

export const openNet = ({ shape, learned, vectors, vectorScale, dense }: NetParts): Net => {
  const list = listParameters(shape)
  const { arc, label, labelColumns, layers, units } = shape
  const sizes = [
    ...list.map(({ rows, columns }) => rows * columns),
    ...Array.from({ length: layers + 1 }, (_, l) => ROOM * (l === layers ? 2 * units : inputWidth(shape, l))),
    ROOM * gateWidth(shape),
    ROOM * headColumns(shape).width,
    ...[arc, arc, arc + 8, ROOM, DISTANCES, label, labelColumns].map((width) => ROOM * width),
  ]
  const total = sizes.reduce((sum, size) => sum + padTo(size, 16), 64)
  const kernel = openKernel({ pages: Math.ceil((total * 4) / 65536) + 1 })
  const memory = new Float32Array(kernel.memory.buffer)
  let used = 16
  const take = (size: number): Block => {
    const at = used
    used += padTo(size, 16)
    return { at: at * 4, values: memory.subarray(at, at + size) }
  }
  const weights = new Map(
    list.map(({ name, rows, columns }) => {
      const block = take(rows * columns)
      const values = dense.get(name)!
      if (isFactor(name)) toPanels(values, rows, columns, block.values)
      else block.values.set(values)
      return [name, block]
    }),
  )
  return {
    shape,
    kernel,
    learned,
    vectors,
    vectorScale,
    weights,
    inputs: Array.from({ length: layers + 1 }, (_, l) => take(ROOM * (l === layers ? 2 * units : inputWidth(shape, l)))),
    gates: take(ROOM * gateWidth(shape)),
    outputs: take(ROOM * headColumns(shape).width),
    dependents: take(ROOM * arc),
    queries: take(ROOM * arc),
    heads: take(ROOM * (arc + 8)),
    scores: take(ROOM * ROOM),
    distances: take(ROOM * DISTANCES),
    hidden: take(ROOM * label),
    labels: take(ROOM * labelColumns),
  }
}

const fillRows = (block: Block, row: Float32Array, count: number): void => {
  const { values } = block
  const width = row.length
  values.set(row, 0)
  let filled = 1
  while (filled < count) {
    const more = Math.min(filled, count - filled)
    values.copyWithin(filled * width, 0, more * width)
    filled += more
  }
}

/** Runs sentences of at most ROOM words in all through the layers; `net.outputs` then holds a row for each word. */
export const encode = (net: Net, views: readonly View[]): void => {
  const { shape, kernel, weights, inputs } = net
  const words = views.reduce((sum, view) => sum + view.n, 0)
  const m = padTo(words, 4)
  fillInput(net, views, words, m)
  const gates = gateWidth(shape)
  const wide = 2 * shape.units
  for (let l = 0; l < shape.layers; l += 1) {
    fillRows(net.gates, weights.get(`layer${l}.bias`)!.values, m)
    kernel.multiply(inputs[l]!.at, weights.get(`layer${l}`)!.at, net.gates.at, m, inputWidth(shape, l), gates)
    const out = inputs[l + 1]!
    const own = weights.get(`layer${l}.gates`)!.at
    let from = 0
    for (const { n } of views) {
      const last = from + n - 1
      kernel.scan(net.gates.at + from * gates * 4, out.at + from * wide * 4, n, gates * 4, wide * 4, shape.units, own)
      kernel.scan(
        net.gates.at + (last * gates + 4 * shape.units) * 4,
        out.at + (last * wide + shape.units) * 4,
        n,
        -gates * 4,
        -wide * 4,
        shape.units,
        own + 2 * shape.units * 4,
      )
      from += n
    }
    out.values.fill(0, words * wide, m * wide)
  }
  fillRows(net.outputs, weights.get('heads.bias')!.values, m)
  kernel.multiply(inputs[shape.layers]!.at, weights.get('heads')!.at, net.outputs.at, m, wide, headColumns(shape).width)
}

const fillInput = (net: Net, views: readonly View[], words: number, m: number): void => {
  const { vector, learnedVector } = net.shape
  const { learned, vectors, vectorScale } = net
  const width = vector + learnedVector
  const x = net.inputs[0]!.values
  x.fill(0, words * width, m * width)
  let at = 0
  for (const { n, rows, vectors: indices } of views) {
    for (let i = 0; i < n; i += 1) {
      const index = indices[i]!
      if (index < 0) x.fill(0, at, at + vector)
      else for (let d = 0; d < vector; d += 1) x[at + d] = vectors[index * vector + d]! * vectorScale
      at += vector
      const first = rows[i * ROWS_PER_WORD]! * learnedVector
      for (let d = 0; d < learnedVector; d += 1) x[at + d] = learned[first + d]!
      for (let k = 1; k < ROWS_PER_WORD; k += 1) {
        const row = rows[i * ROWS_PER_WORD + k]! * learnedVector
        for (let d = 0; d < learnedVector; d += 1) x[at + d]! += learned[row + d]!
      }
      at += learnedVector
    }
  }
}

/** The class of the highest score for each of `n` words, in the columns from `column` on. */
export const bestClasses = (net: Net, from: number, n: number, column: number, classes: number): Int32Array => {
  const { width } = headColumns(net.shape)
  const { values } = net.outputs
  const best = new Int32Array(n)
  for (let i = 0; i < n; i += 1) {
    const at = (from + i) * width + column
    let top = 0
    for (let c = 1; c < classes; c += 1) if (values[at + c]! > values[at + top]!) top = c
    best[i] = top
  }
  return best
}

/** Scores of every head for every word of a sentence whose rows start at `from`: row i, then the root, then each word. */
export const scoreArcs = (net: Net, from: number, n: number): Float32Array => {
  const { arc } = net.shape
  const { width } = headColumns(net.shape)
  const out = net.outputs.values
  const m = padTo(n, 4)
  const columns = padTo(n + 1, 8)
  const d = net.dependents.values
  for (let i = 0; i < n; i += 1) {
    const at = (from + i) * width
    for (let a = 0; a < arc; a += 1) d[i * arc + a] = Math.max(0, out[at + a]!)
  }
  d.fill(0, n * arc, m * arc)
  fillRows(net.queries, net.weights.get('arc.head')!.values, m)
  net.kernel.multiply(net.dependents.at, net.weights.get('arc')!.at, net.queries.at, m, arc, arc)
  net.distances.values.fill(0, 0, m * DISTANCES)
  net.kernel.multiply(net.dependents.at, net.weights.get('arc.distance')!.at, net.distances.at, m, arc, DISTANCES)
  // Heads as panels: candidate c (the root first) is column c of arc × columns.
  const h = net.heads.values
  h.fill(0, 0, arc * columns)
  const root = net.weights.get('arc.root')!.values
  for (let a = 0; a < arc; a += 1) h[a * 8] = root[a]!
  for (let j = 0; j < n; j += 1) {
    const c = j + 1
    const panel = (c >> 3) * 8 * arc + (c & 7)
    const at = (from + j) * width + arc
    for (let a = 0; a < arc; a += 1) h[panel + a * 8] = Math.max(0, out[at + a]!)
  }
  const scores = net.scores.values
  scores.fill(0, 0, m * columns)
  net.kernel.multiply(net.queries.at, net.heads.at, net.scores.at, m, arc, columns)
  const result = new Float32Array(n * (n + 1))
  for (let i = 0; i < n; i += 1) {
    const own = i * DISTANCES
    for (let j = -1; j < n; j += 1)
      result[i * (n + 1) + j + 1] = scores[i * columns + j + 1]! + net.distances.values[own + distanceOf(i, j)]!
    result[i * (n + 1) + i + 1] = Number.NEGATIVE_INFINITY
  }
  return result
}

/** The label of each word for the heads chosen (-1: root). */
export const bestLabels = (net: Net, from: number, heads: Int32Array, classes: number): Int32Array => {
  const { label, labelColumns } = net.shape
  const { labelDependent, labelHead, width } = headColumns(net.shape)
  const n = heads.length
  const m = padTo(n, 4)
  const out = net.outputs.values
  const hidden = net.hidden.values
  const root = net.weights.get('label.root')!.values
  const distance = net.weights.get('label.distance')!.values
  for (let i = 0; i < n; i += 1) {
    const j = heads[i]!
    const own = (from + i) * width + labelDependent
    const other = (from + j) * width + labelHead
    const far = distanceOf(i, j) * label
    for (let a = 0; a < label; a += 1) {
      hidden[i * label + a] = Math.max(0, out[own + a]! + (j < 0 ? root[a]! : out[other + a]!) + distance[far + a]!)
    }
  }
  hidden.fill(0, n * label, m * label)
  fillRows(net.labels, net.weights.get('label.bias')!.values, m)
  net.kernel.multiply(net.hidden.at, net.weights.get('label')!.at, net.labels.at, m, label, labelColumns)
  const best = new Int32Array(n)
  const scores = net.labels.values
  for (let i = 0; i < n; i += 1) {
    let top = 0
    for (let c = 1; c < classes; c += 1) if (scores[i * labelColumns + c]! > scores[i * labelColumns + top]!) top = c
    best[i] = top
  }
  return best
}
