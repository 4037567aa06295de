import { isKnownOrganisation } from './known-organisations.ts'
import type { Net } from './net.ts'
import { headColumns } from './shape.ts'
import type { Spoken } from './word-memory.ts'

/** What a well-known organisation's name gains, in the net's own scale (UNER-EWT dev, 2026-11: names F1 + 1.0). */
const KNOWN = 2

/**
 * The best row of name tags for a sentence whose rows start at `from`, an inside tag only behind a tag of its own type: Viterbi over the
 * chain that was trained. Classes are O, then beginning and inside for each type.
 */
export const findNames = (net: Net, from: number, { forms, manner }: Spoken, classes: readonly string[]): Int32Array => {
  const n = forms.length
  const count = classes.length
  const organisation = classes.indexOf('B-ORG')
  const { nameColumns } = net.shape
  const { names, width } = headColumns(net.shape)
  const { values } = net.outputs
  const moves = net.weights.get('names.moves')!.values
  const tags = new Int32Array(n)
  const back = new Uint8Array(n * count)
  // Before the first word stands O.
  let scores = new Float64Array(count).fill(-1e9)
  scores[0] = 0
  let next = new Float64Array(count)
  for (let i = 0; i < n; i += 1) {
    const at = (from + i) * width + names
    const known = isKnownOrganisation(forms[i]!, manner === 'shouted')
    for (let c = 0; c < count; c += 1) {
      const inside = c > 0 && c % 2 === 0
      let top = inside ? c - 1 : 0
      for (let b = inside ? c : 1; b < (inside ? c + 1 : count); b += 1) {
        if (scores[b]! + moves[b * nameColumns + c]! > scores[top]! + moves[top * nameColumns + c]!) top = b
      }
      back[i * count + c] = top
      next[c] = values[at + c]! + (known && c === organisation ? KNOWN : 0) + scores[top]! + moves[top * nameColumns + c]!
    }
    const held = scores
    scores = next
    next = held
  }
  let c = 0
  for (let k = 1; k < count; k += 1) if (scores[k]! > scores[c]!) c = k
  for (let i = n - 1; i >= 0; i -= 1) {
    tags[i] = c
    c = back[i * count + c]!
  }
  return tags
}
