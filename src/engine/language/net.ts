import { type Kernel, openKernel, toPanels, toWholePanels } from './kernel.ts'
import { ACTIVATION } from './scan-code.ts'
import { DISTANCES, gateWidth, headColumns, inputWidth, listParameters, type NetShape } from './shape.ts'
import { newWordMemory, REMEMBERED, type WordMemory } from './word-memory.ts'

/** Words that go through the net together at most: enough to make the products efficient, few enough to stay in the cache. */
export const ROOM = 256

export type Block = Readonly<{ at: number; values: Float32Array }>
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

export const padTo = (n: number, step: number): number => Math.ceil(n / step) * step

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
    ...list.map(({ rows, columns }) => rows * columns + 2 * columns + 32),
    ...Array.from({ length: layers + 1 }, (_, l) => (ROOM * (l === layers ? 2 * units : inputWidth(shape, l))) / 2),
    ...widths.map((width) => ROOM * width),
    (REMEMBERED + 4) * gates,
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
      const panels = takeWhole(rows * columns)
      toWholePanels(own.values, rows, columns, panels.values)
      const factors = take(2 * columns)
      factors.values.set(own.scales.map((scale) => scale / ACTIVATION))
      factors.values.set(toFloats(dense.get(`${name}.bias`)!), columns)
      wholeWeights.set(name, { at: panels.at, factors: factors.at })
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
    memory: newWordMemory(take((REMEMBERED + 4) * gates).at),
  }
}

/** Writes the same row `count` times. */
export const fillRows = (block: Block, row: Float32Array, count: number): void => {
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
