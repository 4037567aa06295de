/** An averaged perceptron under training, with sparse rows kept as linked lists. */
export type Trainer = {
  classes: number
  now: number
  keys: Int32Array
  rowOf: Int32Array
  rowCount: number
  first: Int32Array
  rowKey: Int32Array
  seenCount: Int32Array
  next: Int32Array
  classOf: Uint8Array
  weight: Float32Array
  total: Float64Array
  stamp: Int32Array
  entries: number
}

const SLOTS = 1 << 23
const ROWS = 5_000_000
const ENTRIES = 16_000_000

export const newTrainer = (classes: number): Trainer => ({
  classes,
  now: 1,
  keys: new Int32Array(SLOTS),
  rowOf: new Int32Array(SLOTS),
  rowCount: 0,
  first: new Int32Array(ROWS),
  rowKey: new Int32Array(ROWS),
  seenCount: new Int32Array(ROWS),
  next: new Int32Array(ENTRIES),
  classOf: new Uint8Array(ENTRIES),
  weight: new Float32Array(ENTRIES),
  total: new Float64Array(ENTRIES),
  stamp: new Int32Array(ENTRIES),
  entries: 1,
})

const slotOf = (trainer: Trainer, key: number): number => {
  const { keys, rowOf } = trainer
  let slot = key & (SLOTS - 1)
  while (rowOf[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

export const scoreFeatures = (trainer: Trainer, features: Int32Array, count: number, scores: Float64Array): void => {
  scores.fill(0)
  const { rowOf, first, next, classOf, weight } = trainer
  for (let f = 0; f < count; f += 1) {
    const row = rowOf[slotOf(trainer, features[f]!)]!
    if (row === 0) continue
    for (let e = first[row]!; e !== 0; e = next[e]!) scores[classOf[e]!]! += weight[e]!
  }
}

/** Moves the weights towards `gold` and away from `guess`. */
export const learn = (trainer: Trainer, features: Int32Array, count: number, gold: number, guess: number): void => {
  for (let f = 0; f < count; f += 1) {
    const row = getRow(trainer, features[f]!)
    if (row === 0) continue
    change(trainer, row, gold, 1)
    change(trainer, row, guess, -1)
  }
}

const getRow = (trainer: Trainer, key: number): number => {
  const slot = slotOf(trainer, key)
  if (trainer.rowOf[slot] !== 0) return trainer.rowOf[slot]!
  if (trainer.rowCount + 1 >= ROWS) return 0
  trainer.rowCount += 1
  trainer.rowOf[slot] = trainer.rowCount
  trainer.keys[slot] = key
  trainer.rowKey[trainer.rowCount] = key
  return trainer.rowCount
}

const change = (trainer: Trainer, row: number, cls: number, by: number): void => {
  let e = trainer.first[row]!
  while (e !== 0 && trainer.classOf[e] !== cls) e = trainer.next[e]!
  if (e === 0) {
    if (trainer.entries >= ENTRIES) return
    e = trainer.entries++
    trainer.next[e] = trainer.first[row]!
    trainer.first[row] = e
    trainer.classOf[e] = cls
    trainer.stamp[e] = trainer.now
  }
  trainer.total[e]! += (trainer.now - trainer.stamp[e]!) * trainer.weight[e]!
  trainer.stamp[e] = trainer.now
  trainer.weight[e]! += by
}

/** The averaged weights as the bytes that `readLinear` reads; entries under `least` (in averaged weight) are left out. */
export const packLinear = (trainer: Trainer, classes: readonly string[], least: number): Uint8Array => {
  const { first, next, classOf, weight, total, stamp, now, rowKey } = trainer
  const keys: number[] = []
  const lengths: number[] = []
  const shifts: number[] = []
  const kept: number[] = []
  const values: number[] = []
  for (let row = 1; row <= trainer.rowCount; row += 1) {
    const from = values.length
    for (let e = first[row]!; e !== 0; e = next[e]!) {
      const average = (total[e]! + (now - stamp[e]!) * weight[e]!) / now
      if (Math.abs(average) < least) continue
      kept.push(classOf[e]!)
      values.push(average * SCALE)
    }
    const length = values.length - from
    if (length === 0) continue
    let most = 0
    for (let k = from; k < values.length; k += 1) most = Math.max(most, Math.abs(values[k]!))
    const shift = Math.max(0, Math.ceil(Math.log2(most / 127)))
    for (let k = from; k < values.length; k += 1) values[k] = Math.round(values[k]! / 2 ** shift)
    keys.push(rowKey[row]!)
    lengths.push(length)
    shifts.push(shift)
  }
  const head = new TextEncoder().encode(JSON.stringify({ classes, rows: keys.length, entries: kept.length }))
  return Buffer.concat([
    Buffer.from(Uint32Array.of(head.length).buffer),
    head,
    Buffer.from(Int32Array.from(keys).buffer),
    Buffer.from(Uint8Array.from(lengths)),
    Buffer.from(Uint8Array.from(shifts)),
    Buffer.from(Uint8Array.from(kept)),
    Buffer.from(Int8Array.from(values).buffer),
  ])
}

const SCALE = 64
