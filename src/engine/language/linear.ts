/** A multi-class linear model over hashed features; rows are sparse, weights 8-bit with one shift for each row. */
export type LinearModel = Readonly<{
  classes: readonly string[]
  mask: number
  keys: Int32Array
  rows: Int32Array
  offsets: Int32Array
  classOf: Uint8Array
  weights: Int16Array
}>

/** Adds the rows of `features[0..count)` to `scores`. */
export const addScores = (model: LinearModel, features: Int32Array, count: number, scores: Int32Array): void => {
  const { mask, keys, rows, offsets, classOf, weights } = model
  for (let f = 0; f < count; f += 1) {
    const key = features[f]!
    let slot = key & mask
    while (rows[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    const row = rows[slot]!
    if (row === 0) continue
    const end = offsets[row]!
    for (let k = offsets[row - 1]!; k < end; k += 1) scores[classOf[k]!]! += weights[k]!
  }
}

/** The bytes a model is kept in: a JSON head, then keys, row lengths, classes and weights. */
export const readLinear = (bytes: Uint8Array): LinearModel => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headLength = view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as {
    classes: string[]
    rows: number
    entries: number
  }
  let at = 4 + headLength
  const bits = Math.ceil(Math.log2(head.rows * 2 + 2))
  const mask = (1 << bits) - 1
  const keys = new Int32Array(mask + 1)
  const rows = new Int32Array(mask + 1)
  const offsets = new Int32Array(head.rows + 1)
  for (let row = 1; row <= head.rows; row += 1) {
    const key = view.getInt32(at, true)
    at += 4
    let slot = key & mask
    while (rows[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = key
    rows[slot] = row
  }
  for (let row = 1; row <= head.rows; row += 1) offsets[row] = offsets[row - 1]! + bytes[at++]!
  const shifts = bytes.subarray(at, at + head.rows)
  at += head.rows
  const classOf = bytes.slice(at, at + head.entries)
  at += head.entries
  const weights = new Int16Array(head.entries)
  for (let row = 1; row <= head.rows; row += 1) {
    for (let k = offsets[row - 1]!; k < offsets[row]!; k += 1) weights[k] = ((bytes[at + k]! << 24) >> 24) << shifts[row - 1]!
  }
  return { classes: head.classes, mask, keys, rows, offsets, classOf, weights }
}
