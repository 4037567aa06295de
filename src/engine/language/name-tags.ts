import type { Net } from './net.ts'
import { headColumns } from './shape.ts'

/**
 * The best row of name tags for `n` words from row `from` on, an inside tag only behind a tag of its own type: Viterbi over the
 * chain that was trained. Classes are O, then beginning and inside for each type.
 */
export const findNames = (net: Net, from: number, n: number, classes: number): Int32Array => {
  const { nameColumns } = net.shape
  const { names, width } = headColumns(net.shape)
  const { values } = net.outputs
  const moves = net.weights.get('names.moves')!.values
  const tags = new Int32Array(n)
  const back = new Uint8Array(n * classes)
  // Before the first word stands O.
  let scores = new Float64Array(classes).fill(-1e9)
  scores[0] = 0
  let next = new Float64Array(classes)
  for (let i = 0; i < n; i += 1) {
    const at = (from + i) * width + names
    for (let c = 0; c < classes; c += 1) {
      const inside = c > 0 && c % 2 === 0
      let top = inside ? c - 1 : 0
      for (let b = inside ? c : 1; b < (inside ? c + 1 : classes); b += 1) {
        if (scores[b]! + moves[b * nameColumns + c]! > scores[top]! + moves[top * nameColumns + c]!) top = b
      }
      back[i * classes + c] = top
      next[c] = values[at + c]! + scores[top]! + moves[top * nameColumns + c]!
    }
    const held = scores
    scores = next
    next = held
  }
  let c = 0
  for (let k = 1; k < classes; k += 1) if (scores[k]! > scores[c]!) c = k
  for (let i = n - 1; i >= 0; i -= 1) {
    tags[i] = c
    c = back[i * classes + c]!
  }
  return tags
}
