import { mix, type Seen } from './features.ts'
import { addScores, type LinearModel } from './linear.ts'

const MAX = 40

/** The tagger's view of word `i`, given the tags already chosen to its left. Fills `out`, gives the count. */
export const tagFeatures = (seen: Seen, tags: Int32Array, i: number, out: Int32Array): number => {
  const { n, lower, form, suffix1, suffix2, suffix3, prefix, shape, pattern, cluster, coarse } = seen
  let k = 0
  const l = lower[i]!
  const l1 = i > 0 ? lower[i - 1]! : 1
  const l2 = i > 1 ? lower[i - 2]! : 1
  const r1 = i + 1 < n ? lower[i + 1]! : 2
  const r2 = i + 2 < n ? lower[i + 2]! : 2
  const t1 = i > 0 ? tags[i - 1]! : 254
  const t2 = i > 1 ? tags[i - 2]! : 254
  const c1 = i > 0 ? cluster[i - 1]! : -1
  const d1 = i + 1 < n ? cluster[i + 1]! : -1
  const d2 = i + 2 < n ? cluster[i + 2]! : -1
  out[k++] = mix(1, 0)
  out[k++] = mix(2, l)
  out[k++] = mix(3, form[i]!)
  out[k++] = mix(4, suffix3[i]!)
  out[k++] = mix(5, suffix2[i]!)
  out[k++] = mix(6, prefix[i]!)
  out[k++] = mix(7, shape[i]!, i === 0 ? 1 : 0)
  out[k++] = mix(8, pattern[i]!)
  out[k++] = mix(9, cluster[i]!)
  out[k++] = mix(10, t1)
  out[k++] = mix(11, t1, t2)
  out[k++] = mix(12, t1, l)
  out[k++] = mix(13, l1)
  out[k++] = mix(14, l2)
  out[k++] = mix(15, r1)
  out[k++] = mix(16, r2)
  out[k++] = mix(17, l1, l)
  out[k++] = mix(18, l, r1)
  out[k++] = mix(19, d1)
  out[k++] = mix(20, c1, d1)
  out[k++] = mix(21, i > 0 ? suffix3[i - 1]! : 1)
  out[k++] = mix(22, i + 1 < n ? suffix3[i + 1]! : 2)
  out[k++] = mix(23, i + 1 < n ? shape[i + 1]! : 0, shape[i]!)
  out[k++] = mix(24, t1, d1)
  out[k++] = mix(25, suffix3[i]!, shape[i]!)
  out[k++] = mix(26, cluster[i]!, d1)
  out[k++] = mix(27, cluster[i]!, c1)
  out[k++] = mix(28, t1, cluster[i]!)
  out[k++] = mix(29, coarse[i]!, suffix2[i]!)
  out[k++] = mix(30, suffix1[i]!, shape[i]!)
  out[k++] = mix(31, i > 0 ? shape[i - 1]! : 0, shape[i]!)
  out[k++] = mix(32, d1, d2)
  out[k++] = mix(33, t1, l, r1)
  out[k++] = mix(34, t1, suffix3[i]!)
  return k
}

/** One class per word: "UPOS XPOS" as an index into the model's classes. */
export const tagSentence = (model: LinearModel, seen: Seen): Int32Array => {
  const tags = new Int32Array(seen.n)
  const features = new Int32Array(MAX)
  const scores = new Int32Array(model.classes.length)
  for (let i = 0; i < seen.n; i += 1) {
    scores.fill(0)
    addScores(model, features, tagFeatures(seen, tags, i, features), scores)
    tags[i] = best(scores)
  }
  return tags
}

const best = (scores: Int32Array): number => {
  let top = 0
  for (let c = 1; c < scores.length; c += 1) if (scores[c]! > scores[top]!) top = c
  return top
}
