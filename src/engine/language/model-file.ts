import type { Lexicon } from './lexicon.ts'
import { type Net, openNet } from './net.ts'
import { listParameters, type NetShape } from './shape.ts'

/** What the net chooses among; a tag class is "UPOS XPOS". */
export type Classes = Readonly<{ tags: readonly string[]; labels: readonly string[]; names: readonly string[] }>

/** The head of a model file: one line of JSON, its length in the four bytes before it. */
export type ModelHead = Readonly<{
  format: 'casus/reader@1'
  shape: NetShape
  classes: Classes
  /** Words in the lexicon; the first `learned` have a row in the learned table. */
  words: number
  learned: number
  tableRows: number
  vectorScale: number
  /** Bytes of the word list, one word to a line. */
  wordBytes: number
}>

/**
 * After the head, in order: the words; their vectors, two numbers (-7 to 7) to a byte; the learned table's scales (32-bit, one for each row) and
 * bytes; for each dense parameter its scales (one for each column) and bytes.
 */
export type Model = Readonly<{ net: Net; lexicon: Lexicon; classes: Classes }>

export const readModel = (bytes: Uint8Array): Model => {
  const head = readHead(bytes)
  const { shape, classes, learned, tableRows } = head
  let at = 4 + headLength(bytes)
  const take = (length: number): Uint8Array => {
    // A copy: a Buffer's own slice would share memory that is not aligned.
    const part = new Uint8Array(bytes.subarray(at, at + length))
    at += length
    return part
  }
  const takeBytes = (length: number): Int8Array => new Int8Array(take(length).buffer)
  const takeScales = (length: number): Float32Array => new Float32Array(take(4 * length).buffer)
  const words = new TextDecoder().decode(take(head.wordBytes)).split('\n')
  const vectors = take(Math.ceil((head.words * shape.vector) / 2))
  const tableScales = takeScales(tableRows)
  const table = takeBytes(tableRows * shape.learnedVector)
  const dense = new Map(
    listParameters(shape).map(({ name, rows, columns }) => {
      const scales = takeScales(columns)
      return [name, { scales, values: takeBytes(rows * columns) }]
    }),
  )
  return {
    net: openNet({ shape, table, tableScales, vectors, vectorScale: head.vectorScale, dense }),
    lexicon: { indexOf: new Map(words.map((word, i) => [word, i])), learned },
    classes,
  }
}

const headLength = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)

const readHead = (bytes: Uint8Array): ModelHead => {
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength(bytes)))) as ModelHead
  if (head.format !== 'casus/reader@1') throw new Error(`The language model is of another format (${head.format}): run "npm run train".`)
  return head
}
