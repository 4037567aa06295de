import type { ClusterOf } from './features.ts'

/** Word clusters: a JSON list of words in one line, then a 16-bit cluster for each. Unknown words are in cluster 0. */
export const readClusters = (bytes: Uint8Array): ClusterOf => {
  const end = bytes.indexOf(10)
  const words = new TextDecoder().decode(bytes.subarray(0, end)).split(' ')
  const ids = new Uint16Array(bytes.slice(end + 1).buffer)
  const clusters = new Map(words.map((word, i) => [word, ids[i]! + 1]))
  return (lower) => clusters.get(lower) ?? 0
}
