/** Room for the sums of a linear-chain CRF over sentences of at most `room` words. */
export type Chain = Readonly<{ classes: number; forward: Float64Array; backward: Float64Array; sums: Float64Array }>

export const newChain = (room: number, classes: number): Chain => ({
  classes,
  forward: new Float64Array(room * classes),
  backward: new Float64Array(room * classes),
  sums: new Float64Array(classes),
})

/** One sentence of a chain: scores and their gradient stand at `at`, `width` apart; moves from class to class by rows. */
export type Link = Readonly<{
  scores: Float32Array
  gradient: Float32Array
  at: number
  width: number
  moves: Float32Array
  dMoves: Float32Array
  moveWidth: number
  gold: Int32Array
  weight: number
}>

const logSum = (sums: Float64Array): number => {
  let most = Number.NEGATIVE_INFINITY
  for (const value of sums) most = Math.max(most, value)
  let sum = 0
  for (const value of sums) sum += Math.exp(value - most)
  return most + Math.log(sum)
}

/** The loss of the gold row of tags; its gradient, times `weight`, is added by forward and backward sums. Before the first word stands class 0. */
export const learnChain = (chain: Chain, link: Link): number => {
  const { classes: k, forward, backward, sums } = chain
  const { scores, gradient, width, moves, dMoves, moveWidth, gold, weight } = link
  const n = gold.length
  const at = (i: number): number => link.at + i * width
  let score = 0
  for (let i = 0; i < n; i += 1) {
    score += scores[at(i) + gold[i]!]! + moves[(i === 0 ? 0 : gold[i - 1]!) * moveWidth + gold[i]!]!
    for (let c = 0; c < k; c += 1) {
      if (i === 0) {
        forward[c] = scores[at(0) + c]! + moves[c]!
        continue
      }
      for (let b = 0; b < k; b += 1) sums[b] = forward[(i - 1) * k + b]! + moves[b * moveWidth + c]!
      forward[i * k + c] = scores[at(i) + c]! + logSum(sums)
    }
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let b = 0; b < k; b += 1) {
      if (i === n - 1) {
        backward[i * k + b] = 0
        continue
      }
      for (let c = 0; c < k; c += 1) sums[c] = moves[b * moveWidth + c]! + scores[at(i + 1) + c]! + backward[(i + 1) * k + c]!
      backward[i * k + b] = logSum(sums)
    }
  }
  for (let c = 0; c < k; c += 1) sums[c] = forward[(n - 1) * k + c]!
  const all = logSum(sums)
  for (let i = 0; i < n; i += 1) {
    for (let c = 0; c < k; c += 1) {
      gradient[at(i) + c]! += weight * (Math.exp(forward[i * k + c]! + backward[i * k + c]! - all) - (gold[i] === c ? 1 : 0))
      for (let b = 0; b < (i === 0 ? 1 : k); b += 1) {
        const before = i === 0 ? 0 : forward[(i - 1) * k + b]!
        const expected = Math.exp(before + moves[b * moveWidth + c]! + scores[at(i) + c]! + backward[i * k + c]! - all)
        const seen = gold[i] === c && (i === 0 ? 0 : gold[i - 1]!) === b ? 1 : 0
        dMoves[b * moveWidth + c]! += weight * (expected - seen)
      }
    }
  }
  return all - score
}
