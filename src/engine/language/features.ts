/** 32-bit hashes of strings and of tuples: what the linear models know words and contexts by. */

export const hashText = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h)
}

const finish = (h: number): number => {
  let x = h ^ (h >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  return x
}

/** One feature: a template's number and up to three values. */
export const mix = (template: number, a: number, b = 0, c = 0): number => {
  let h = Math.imul(template, 0x9e3779b1) ^ a
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + b
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39) + c
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return h ^ (h >>> 15)
}

/** How a word looks: capital, all capitals, figures, hyphen, other. */
export const shapeOf = (word: string): number => {
  let upper = 0
  let lower = 0
  let digit = 0
  let other = 0
  const n = Math.min(word.length, 40)
  for (let i = 0; i < n; i += 1) {
    const c = word.charCodeAt(i)
    if (c >= 97 && c <= 122) lower += 1
    else if (c >= 65 && c <= 90) upper += 1
    else if (c >= 48 && c <= 57) digit += 1
    else if (c > 127) lower += 1
    else other += 1
  }
  const first = word.charCodeAt(0)
  const capital = (first >= 65 && first <= 90) || (first > 127 && word[0] !== word[0]!.toLowerCase())
  const kind = upper > 0 && lower === 0 ? (upper === 1 ? 1 : 2) : capital ? 3 : upper > 0 ? 4 : lower > 0 ? 5 : 0
  return kind | (digit > 0 ? 8 : 0) | (digit === n ? 16 : 0) | (other > 0 ? 32 : 0)
}

/** The words of one sentence as the models see them; in a text all in capitals, `shape` is without case. */
export type Seen = Readonly<{
  n: number
  lower: Int32Array
  form: Int32Array
  suffix1: Int32Array
  suffix2: Int32Array
  suffix3: Int32Array
  prefix: Int32Array
  shape: Int32Array
  /** A pattern of letter classes with repeats folded, hashed. */
  pattern: Int32Array
  cluster: Int32Array
  coarse: Int32Array
}>

const SHOUT = 64

export type ClusterOf = (lower: string) => number

/** Whether a sentence stands in capitals throughout, so that case says nothing about its words. */
export const isShouted = (forms: readonly string[]): boolean => {
  let capitals = 0
  let others = 0
  for (const form of forms) {
    if (form.length < 2) continue
    const upper = form.toUpperCase()
    if (upper === form.toLowerCase()) continue
    if (form === upper) capitals += 1
    else others += 1
  }
  return capitals >= 3 ? others * 4 <= capitals : capitals > 0 && others === 0
}

export const seeWords = (forms: readonly string[], clusterOf: ClusterOf, shouted: boolean): Seen => {
  const n = forms.length
  const list = (): Int32Array => new Int32Array(n)
  const seen = {
    n,
    lower: list(),
    form: list(),
    suffix1: list(),
    suffix2: list(),
    suffix3: list(),
    prefix: list(),
    shape: list(),
    pattern: list(),
    cluster: list(),
    coarse: list(),
  }
  for (let i = 0; i < n; i += 1) {
    const form = forms[i]!
    const lower = form.toLowerCase()
    const digits = /^[\d.,:/-]*\d[\d.,:/-]*$/.test(form.slice(0, 30)) ? lower.replace(/\d/g, '0') : lower
    seen.lower[i] = hashText(digits)
    seen.suffix1[i] = hashText(lower.slice(-1))
    seen.suffix2[i] = hashText(lower.slice(-2))
    seen.suffix3[i] = hashText(lower.slice(-3))
    seen.prefix[i] = hashText(lower.slice(0, 3))
    const shape = shapeOf(form)
    seen.shape[i] = shouted ? (shape & ~7) | SHOUT : shape
    seen.form[i] = shouted ? seen.lower[i]! : hashText(form)
    seen.pattern[i] = shouted ? hashText(patternOf(lower)) ^ SHOUT : hashText(patternOf(form))
    const cluster = clusterOf(lower)
    seen.cluster[i] = cluster
    seen.coarse[i] = cluster >> 5
  }
  return seen
}

const patternOf = (form: string): string =>
  form
    .slice(0, 30)
    .replace(/[A-Z]+/g, 'X')
    .replace(/[a-z]+/g, 'x')
    .replace(/\d+/g, '0')
