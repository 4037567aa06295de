import { mix, type Seen } from './features.ts'
import { addScores, type LinearModel } from './linear.ts'

const MAX = 48

/** The name model's view of word `i`; `tags` are the tagger's, `names` the classes already chosen. */
export const nameFeatures = (seen: Seen, tags: Int32Array, names: Int32Array, i: number, out: Int32Array): number => {
  const { n, lower, form, suffix3, prefix, shape, pattern, cluster, coarse } = seen
  const last = i > 0 ? names[i - 1]! : 0
  const last2 = i > 1 ? names[i - 2]! : 0
  let k = 0
  out[k++] = mix(100, last)
  out[k++] = mix(101, last, last2)
  for (let o = -2; o <= 2; o += 1) {
    const j = i + o
    const inside = j >= 0 && j < n
    out[k++] = mix(110 + o, inside ? lower[j]! : 7)
    out[k++] = mix(120 + o, inside ? cluster[j]! : -7)
    out[k++] = mix(130 + o, inside ? tags[j]! : 255, inside ? shape[j]! : 0)
  }
  out[k++] = mix(140, form[i]!)
  out[k++] = mix(141, suffix3[i]!, shape[i]!)
  out[k++] = mix(142, prefix[i]!, shape[i]!)
  out[k++] = mix(143, pattern[i]!)
  out[k++] = mix(144, last, lower[i]!)
  out[k++] = mix(145, last, cluster[i]!)
  out[k++] = mix(146, last, tags[i]!, shape[i]!)
  out[k++] = mix(147, i > 0 ? cluster[i - 1]! : -7, cluster[i]!)
  out[k++] = mix(148, i + 1 < n ? cluster[i + 1]! : -7, cluster[i]!)
  out[k++] = mix(149, i > 0 ? lower[i - 1]! : 7, lower[i]!)
  out[k++] = mix(150, i + 1 < n ? lower[i + 1]! : 7, lower[i]!)
  out[k++] = mix(151, i > 0 ? shape[i - 1]! : 0, shape[i]!, i + 1 < n ? shape[i + 1]! : 0)
  out[k++] = mix(152, coarse[i]!, shape[i]!, last)
  out[k++] = mix(153, i > 0 ? tags[i - 1]! : 255, tags[i]!, i + 1 < n ? tags[i + 1]! : 255)
  out[k++] = mix(154, cluster[i]!, shape[i]!)
  out[k++] = mix(155, i === 0 ? 1 : 0, shape[i]!, cluster[i]!)
  return k
}

/** A name tag for each word, as an index into the model's classes (0 is O). */
export const findNames = (model: LinearModel, seen: Seen, tags: Int32Array): Int32Array => {
  const names = new Int32Array(seen.n)
  const features = new Int32Array(MAX)
  const scores = new Int32Array(model.classes.length)
  for (let i = 0; i < seen.n; i += 1) {
    scores.fill(0)
    addScores(model, features, nameFeatures(seen, tags, names, i, features), scores)
    let top = 0
    for (let c = 1; c < scores.length; c += 1) {
      if (scores[c]! > scores[top]! && mayFollow(model.classes, i > 0 ? names[i - 1]! : 0, c)) top = c
    }
    names[i] = top
  }
  return names
}

/** An inside tag needs a name of its type just before it. */
export const mayFollow = (classes: readonly string[], last: number, next: number): boolean => {
  const to = classes[next]!
  return !to.startsWith('I-') || classes[last]!.slice(2) === to.slice(2)
}
