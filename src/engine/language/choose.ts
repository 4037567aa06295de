import { fillRows, type Net, padTo } from './net.ts'
import { DISTANCES, distanceOf, headColumns } from './shape.ts'

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
