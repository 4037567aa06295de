import { ACTIVATION, type Kernel, openKernel, toPanels, toWholePanels } from './kernel.ts'
import { type Lexicon, lookUp, type Manner, ROWS_PER_WORD, toReadingEntry } from './lexicon.ts'
import { DISTANCES, distanceOf, gateWidth, headColumns, inputWidth, listParameters, type NetShape, wordWidth } from './shape.ts'

/** Words that go through the net together at most: enough to make the products efficient, few enough to stay in the cache. */
export const ROOM = 256

type Block = Readonly<{ at: number; values: Float32Array }>
type WholeBlock = Readonly<{ at: number; values: Int16Array }>

/** A parameter as it is kept: bytes by rows, and a scale for each column. */
export type Dense = Readonly<{ values: Int8Array; scales: Float32Array }>

/** The neural model ready to run: weights as panels in the kernel's memory, room for one batch, and the first layer of words met before. */
export type Net = Readonly<{
  shape: NetShape
  kernel: Kernel
  parts: NetParts
  weights: ReadonlyMap<string, Block>
  wholeWeights: ReadonlyMap<string, Readonly<{ at: number; factors: number }>>
  inputs: readonly WholeBlock[]
  gates: Block
  outputs: Block
  dependents: Block
  queries: Block
  heads: Block
  scores: Block
  distances: Block
  hidden: Block
  labels: Block
  memory: WordMemory
}>

export type NetParts = Readonly<{
  shape: NetShape
  /** The learned table: bytes by rows, and a scale for each row. */
  table: Int8Array
  tableScales: Float32Array
  /** Numbers from -7 to 7, eight added, two to a byte, the first in the low half. */
  vectors: Uint8Array
  vectorScale: number
  dense: ReadonlyMap<string, Dense>
}>

/**
 * The first layer's sums of words met before: they depend on the word alone. Kept for speed; whole numbers make them the same
 * whenever they are worked out, so what is remembered never shows in an outcome.
 */
type WordMemory = Readonly<{
  slots: ReadonlyMap<string, Map<string, number>>
  used: { count: number }
  /** What a word gives to the word after it, to itself, to the word before it: where the rows of all slots begin. */
  sides: readonly number[]
  /** A row of noughts: the neighbour beyond a sentence's end. */
  nothing: number
}>

/** Words remembered at most (38 MB); beyond, all are forgotten and it starts again. */
const REMEMBERED = 4096

const SIDES = ['layer0.left', 'layer0.own', 'layer0.right'] as const

const padTo = (n: number, step: number): number => Math.ceil(n / step) * step

/** The large products, done in whole numbers. */
const isWhole = (name: string): boolean => /^(?:layer\d+|heads)$/.test(name)
/** The small products. */
const isFactor = (name: string): boolean => name === 'arc' || name === 'label' || name === 'arc.distance'

const toFloats = ({ values, scales }: Dense): Float32Array => Float32Array.from(values, (value, i) => value * scales[i % scales.length]!)

export const openNet = (parts: NetParts): Net => {
  const { shape, dense } = parts
  const { arc, label, labelColumns, layers, units } = shape
  const list = listParameters(shape)
  const gates = gateWidth(shape)
  const widths = [gates, headColumns(shape).width, arc, arc, arc + 8, ROOM, DISTANCES, label, labelColumns]
  const sizes = [
    ...list.map(({ rows, columns }) => rows * columns + 6 * columns + 96),
    ...Array.from({ length: layers + 1 }, (_, l) => (ROOM * (l === layers ? 2 * units : inputWidth(shape, l))) / 2),
    ...widths.map((width) => ROOM * width),
    (3 * (REMEMBERED + 4) + 1) * gates + 64,
  ]
  const total = sizes.reduce((sum, size) => sum + padTo(size, 16) + 16, 64)
  const kernel = openKernel({ pages: Math.ceil((total * 4) / 65536) + 1 })
  const memory = new Float32Array(kernel.memory.buffer)
  const wholes = new Int16Array(kernel.memory.buffer)
  let used = 16
  const take = (size: number): Block => {
    const at = used
    used += padTo(size, 16)
    return { at: at * 4, values: memory.subarray(at, at + size) }
  }
  const takeWhole = (size: number): WholeBlock => {
    const { at } = take(size / 2)
    return { at, values: wholes.subarray(at / 2, at / 2 + size) }
  }
  const weights = new Map<string, Block>()
  const wholeWeights = new Map<string, { at: number; factors: number }>()
  for (const { name, rows, columns } of list) {
    const own = dense.get(name)!
    if (isWhole(name)) {
      const bias = toFloats(dense.get(`${name}.bias`)!)
      // The first layer's weights in three: what a word gives to the word after it, to itself, to the word before it.
      const parts = name === 'layer0' ? SIDES : [name]
      parts.forEach((part, side) => {
        const height = rows / parts.length
        const panels = takeWhole(height * columns)
        toWholePanels(own.values.subarray(side * height * columns, (side + 1) * height * columns), height, columns, panels.values)
        const factors = take(2 * columns)
        factors.values.set(own.scales.map((scale) => scale / ACTIVATION))
        if (part === name || part === SIDES[1]) factors.values.set(bias, columns)
        wholeWeights.set(part, { at: panels.at, factors: factors.at })
      })
    } else {
      const block = take(rows * columns)
      const values = toFloats(own)
      if (isFactor(name)) toPanels(values, rows, columns, block.values)
      else block.values.set(values)
      weights.set(name, block)
    }
  }
  return {
    shape,
    kernel,
    parts,
    weights,
    wholeWeights,
    inputs: Array.from({ length: layers + 1 }, (_, l) => takeWhole(ROOM * (l === layers ? 2 * units : inputWidth(shape, l)))),
    gates: take(ROOM * gates),
    outputs: take(ROOM * headColumns(shape).width),
    dependents: take(ROOM * arc),
    queries: take(ROOM * arc),
    heads: take(ROOM * (arc + 8)),
    scores: take(ROOM * ROOM),
    distances: take(ROOM * DISTANCES),
    hidden: take(ROOM * label),
    labels: take(ROOM * labelColumns),
    memory: {
      slots: new Map(['as-written', 'as-written first', 'shouted', 'shouted first'].map((key) => [key, new Map<string, number>()])),
      used: { count: 0 },
      sides: SIDES.map(() => take((REMEMBERED + 4) * gates).at),
      nothing: take(gates).at,
    },
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

/** A sentence as the net takes it. */
export type Spoken = Readonly<{ forms: readonly string[]; manner: Manner }>

/** Runs sentences of at most ROOM words in all through the layers; `net.outputs` then holds a row for each word. */
export const encode = (net: Net, lexicon: Lexicon, sentences: readonly Spoken[]): void => {
  const { shape, kernel, weights, wholeWeights, inputs } = net
  const words = sentences.reduce((sum, { forms }) => sum + forms.length, 0)
  const m = padTo(words, 4)
  const gates = gateWidth(shape)
  const wide = 2 * shape.units
  for (let l = 0; l < shape.layers; l += 1) {
    if (l === 0) sumFirstLayer(net, lexicon, sentences, words)
    else {
      const { at, factors } = wholeWeights.get(`layer${l}`)!
      kernel.multiplyWhole(inputs[l]!.at, at, net.gates.at, m, wide / 2, gates, factors)
    }
    const out = inputs[l + 1]!
    const own = weights.get(`layer${l}.gates`)!.at
    let from = 0
    for (const { forms } of sentences) {
      const last = from + forms.length - 1
      kernel.scan(net.gates.at + from * gates * 4, out.at + from * wide * 2, forms.length, gates * 4, wide * 2, shape.units, own)
      kernel.scan(
        net.gates.at + (last * gates + 4 * shape.units) * 4,
        out.at + (last * wide + shape.units) * 2,
        forms.length,
        -gates * 4,
        -wide * 2,
        shape.units,
        own + 2 * shape.units * 4,
      )
      from += forms.length
    }
  }
  const { at, factors } = wholeWeights.get('heads')!
  kernel.multiplyWhole(inputs[shape.layers]!.at, at, net.outputs.at, m, wide / 2, headColumns(shape).width, factors)
}

/** Fills `net.gates` for the first layer, from memory where a word was met before. */
const sumFirstLayer = (net: Net, lexicon: Lexicon, sentences: readonly Spoken[], words: number): void => {
  const { memory, gates, kernel, shape } = net
  const width = gateWidth(shape)
  const row = width * 4
  if (memory.used.count + words > REMEMBERED) {
    for (const slots of memory.slots.values()) slots.clear()
    memory.used.count = 0
  }
  const start = memory.used.count
  const places = new Int32Array(words)
  let t = 0
  for (const { forms, manner } of sentences) {
    for (let i = 0; i < forms.length; i += 1) {
      const slots = memory.slots.get(i === 0 ? (manner === 'shouted' ? 'shouted first' : 'as-written first') : manner)!
      const form = forms[i]!
      let slot = slots.get(form)
      if (slot === undefined) {
        slot = memory.used.count
        memory.used.count += 1
        slots.set(form, slot)
        fillInput(net, lexicon, form, manner, i === 0, slot - start)
      }
      places[t] = slot
      t += 1
    }
  }
  const count = memory.used.count - start
  if (count > 0) {
    SIDES.forEach((side, s) => {
      const { at, factors } = net.wholeWeights.get(side)!
      kernel.multiplyWhole(net.inputs[0]!.at, at, memory.sides[s]! + start * row, padTo(count, 4), wordWidth(shape) / 2, width, factors)
    })
  }
  const [left, own, right] = memory.sides as [number, number, number]
  let from = 0
  for (const { forms } of sentences) {
    const last = from + forms.length - 1
    for (let k = from; k <= last; k += 1) {
      const before = k > from ? left + places[k - 1]! * row : memory.nothing
      const after = k < last ? right + places[k + 1]! * row : memory.nothing
      kernel.addThree(gates.at + k * row, own + places[k]! * row, before, after, width)
    }
    from = last + 1
  }
}

const rowsOfWord = new Int32Array(ROWS_PER_WORD)

/** The input of a word: its vector, then the sum of its learned rows, as whole numbers. */
const fillInput = (net: Net, lexicon: Lexicon, form: string, manner: Manner, first: boolean, row: number): void => {
  const { vector, learnedVector } = net.shape
  const { table, tableScales, vectors, vectorScale } = net.parts
  const x = net.inputs[0]!.values
  let at = row * wordWidth(net.shape)
  const index = lookUp(lexicon, { form, entry: toReadingEntry(form), manner, first }, rowsOfWord, 0)
  const scale = vectorScale * ACTIVATION
  if (index < 0) x.fill(0, at, at + vector)
  else {
    for (let d = 0; d < vector; d += 1) {
      const place = index * vector + d
      x[at + d] = Math.round((((vectors[place >> 1]! >> (4 * (place & 1))) & 15) - 8) * scale)
    }
  }
  at += vector
  for (let d = 0; d < learnedVector; d += 1) {
    let sum = 0
    for (let k = 0; k < ROWS_PER_WORD; k += 1) sum += table[rowsOfWord[k]! * learnedVector + d]! * tableScales[rowsOfWord[k]!]!
    x[at + d] = Math.round(Math.max(-31, Math.min(31, sum)) * ACTIVATION)
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
