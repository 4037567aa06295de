import type { Classes, ModelHead } from '../src/engine/language/model-file.ts'
import type { NetTrainer } from './net.ts'

export type Packing = Readonly<{
  trainer: NetTrainer
  classes: Classes
  words: readonly string[]
  learned: number
  vectors: Int8Array
  vectorScale: number
}>

/** A trained net as the bytes that `readModel` reads. */
export const packModel = ({ trainer, classes, words, learned, vectors, vectorScale }: Packing): Uint8Array => {
  const { shape, table, parameters } = trainer
  const list = Buffer.from(words.join('\n'))
  const tableRows = table.length / shape.learnedVector
  const head: ModelHead = {
    format: 'casus/reader@1',
    shape,
    classes,
    words: words.length,
    learned,
    tableRows,
    vectorScale,
    wordBytes: list.length,
  }
  const headBytes = Buffer.from(JSON.stringify(head))
  const rows = quantise(table, tableRows, (i) => Math.floor(i / shape.learnedVector))
  return Buffer.concat([
    Buffer.from(Uint32Array.of(headBytes.length).buffer),
    headBytes,
    list,
    toNibbles(vectors),
    ...rows,
    ...parameters.flatMap(({ columns, values }) => quantise(values, columns, (i) => i % columns)),
  ])
}

/** Bytes with one scale for each group (a row or a column), so that no large number costs the small ones their precision. */
const quantise = (values: Float32Array, groups: number, groupOf: (i: number) => number): readonly [Buffer, Buffer] => {
  const scales = new Float32Array(groups)
  for (let i = 0; i < values.length; i += 1) scales[groupOf(i)] = Math.max(scales[groupOf(i)]!, Math.abs(values[i]!))
  for (let g = 0; g < groups; g += 1) scales[g] = Math.max(scales[g]!, 1e-8) / 127
  const bytes = Int8Array.from(values, (value, i) => Math.round(value / scales[groupOf(i)]!))
  return [Buffer.from(scales.buffer), Buffer.from(bytes.buffer)]
}

/** Numbers from -7 to 7, two to a byte, the first in the low half. */
const toNibbles = (values: Int8Array): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(values.length / 2))
  values.forEach((value, i) => {
    bytes[i >> 1]! |= (value + 8) << (4 * (i & 1))
  })
  return bytes
}
