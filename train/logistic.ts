/** A case to learn from: the indices of the features that hold of it, whether it is right, and how much it counts (1 unless said). */
export type Example = Readonly<{ features: readonly number[]; right: boolean; weight?: number }>

/** Logistic regression by full gradient descent with momentum and an L2 prior: no chance in it, the same examples give the same weights. */
export const fitLogistic = (
  examples: readonly Example[],
  n: number,
  { rounds, prior }: Readonly<{ rounds: number; prior: number }>,
): Readonly<{ bias: number; weights: Float64Array }> => {
  const weights = new Float64Array(n)
  const speed = new Float64Array(n)
  let bias = 0
  let biasSpeed = 0
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(n)
    let biasGradient = 0
    for (const { features, right, weight = 1 } of examples) {
      let sum = bias
      for (const i of features) sum += weights[i] as number
      const error = weight * (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0))
      for (const i of features) gradient[i] = (gradient[i] as number) + error
      biasGradient += error
    }
    const rate = 1.5 / examples.length
    for (let i = 0; i < n; i++) {
      speed[i] = 0.9 * (speed[i] as number) - rate * ((gradient[i] as number) + prior * (weights[i] as number))
      weights[i] = (weights[i] as number) + (speed[i] as number)
    }
    biasSpeed = 0.9 * biasSpeed - rate * biasGradient
    bias += biasSpeed
  }
  return { bias, weights }
}
