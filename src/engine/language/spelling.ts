/** A 32-bit hash of a string (FNV-1a, its bits mixed once more). */
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
