import type { Candidate } from './candidate.ts'
import { BIAS, WEIGHTS } from './weights.ts'

/** How likely a candidate is a statement, from 0 to 1: the logistic of the sum of its features' weights. */
export const weigh = ({ features }: Pick<Candidate, 'features'>): number => {
  let sum = BIAS
  for (const feature of features) sum += WEIGHTS[feature] ?? 0
  return 1 / (1 + Math.exp(-sum))
}
