import { type Lexicon, lookUp, ROWS_PER_WORD, toReadingEntry } from './lexicon.ts'
import { type Net, padTo } from './net.ts'
import { ACTIVATION } from './scan-code.ts'
import { gateWidth, headColumns, wordWidth } from './shape.ts'
import { findPlaces, forgetRareWords, isFull, type NewWord, type Spoken } from './word-memory.ts'

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
  const bytes = new Uint8Array(kernel.memory.buffer)
  if (isFull(memory, words)) forgetRareWords(memory, bytes, row)
  const { places, fresh, start } = findPlaces(memory, sentences, words)
  if (fresh.length > 0) {
    fresh.forEach((word, k) => {
      fillInput(net, lexicon, word, k)
    })
    const { at, factors } = net.wholeWeights.get('layer0')!
    const to = memory.rows + start * row
    kernel.multiplyWhole(net.inputs[0]!.at, at, to, padTo(fresh.length, 4), wordWidth(shape) / 2, width, factors)
  }
  for (let k = 0; k < words; k += 1) {
    const from = memory.rows + places[k]! * row
    bytes.copyWithin(gates.at + k * row, from, from + row)
  }
}

const rowsOfWord = new Int32Array(ROWS_PER_WORD)

/** The input of a word: its vector, then the sum of its learned rows, as whole numbers. */
const fillInput = (net: Net, lexicon: Lexicon, { form, manner, first }: NewWord, row: number): void => {
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
