/** A stretch of parameters with its gradient and the two running means that Adam keeps of it. */
export type Moments = Readonly<{
  value: Float32Array
  gradient: Float32Array
  first: Float32Array
  second: Float32Array
  from: number
  to: number
}>

const BETA1 = 0.9
const BETA2 = 0.98
const EPSILON = 1e-8

/** The rate with the correction for the first steps, when the running means start from nothing. */
export const paceOf = (rate: number, steps: number): number => (rate * Math.sqrt(1 - BETA2 ** steps)) / (1 - BETA1 ** steps)

/** One step of Adam on the gradient times `scale`; the gradient is noughts afterwards. */
export const adam = ({ value, gradient, first, second, from, to }: Moments, scale: number, pace: number): void => {
  for (let i = from; i < to; i += 1) {
    const g = gradient[i]! * scale
    gradient[i] = 0
    const m = BETA1 * first[i]! + (1 - BETA1) * g
    const v = BETA2 * second[i]! + (1 - BETA2) * g * g
    first[i] = m
    second[i] = v
    value[i]! -= (pace * m) / (Math.sqrt(v) + EPSILON)
  }
}
