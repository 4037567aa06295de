/**
 * The inner loops of the neural model as a WebAssembly module, assembled here so that the tree holds no binary of unknown origin.
 * Vector instructions of the finished standard only (no relaxed ones): the same numbers on every machine.
 *
 * - `multiply(a, b, c, m, k, n)`: C[m×n] += A[m×k] · B[k×n]; m a multiple of 4, n of 8; A and C by rows, B in panels of 8 columns.
 * - `multiplyWhole(a, b, c, m, k, n, factors)`: the same for 16-bit whole numbers, `k` counting pairs of them: C[m×n] is set to
 *   A · B times a factor for each column, plus an amount for each column. Whole numbers add up alike in any order, so a row's
 *   outcome does not depend on the batch it is in.
 * - `addThree(out, a, b, c, n)`: out = a + b + c over n numbers, n a multiple of 4.
 * - `scan(u, out, steps, uStep, outStep, units, gates)`: one direction of a simple recurrent unit over a sentence; `out` is 16-bit,
 *   the unit's output times `ACTIVATION`.
 */
export type Kernel = Readonly<{
  memory: WebAssembly.Memory
  multiply: (a: number, b: number, c: number, m: number, k: number, n: number) => void
  multiplyWhole: (a: number, b: number, c: number, m: number, k: number, n: number, factors: number) => void
  addThree: (out: number, a: number, b: number, c: number, n: number) => void
  scan: (u: number, out: number, steps: number, uStep: number, outStep: number, units: number, gates: number) => void
}>

/** What activations are multiplied with to be kept as 16-bit whole numbers: a reach of ±32 in steps of a thousandth. */
export const ACTIVATION = 1024

type Code = readonly number[]

const leb = (value: number): number[] => {
  const out: number[] = []
  let rest = value
  do {
    const byte = rest & 0x7f
    rest >>>= 7
    out.push(rest === 0 ? byte : byte | 0x80)
  } while (rest !== 0)
  return out
}
const signedLeb = (value: number): number[] => {
  const out: number[] = []
  let rest = value
  for (;;) {
    const byte = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)) return [...out, byte]
    out.push(byte | 0x80)
  }
}

const get = (local: number): Code => [0x20, ...leb(local)]
const set = (local: number): Code => [0x21, ...leb(local)]
const constant = (value: number): Code => [0x41, ...signedLeb(value)]
const ADD = [0x6a]
const MUL = [0x6c]
const LESS = [0x48]
const SHIFT_RIGHT = [0x76]
const simd = (op: number): Code => [0xfd, ...leb(op)]
const load = (offset = 0): Code => [...simd(0x00), 4, ...leb(offset)]
const loadSplat = (offset = 0): Code => [...simd(0x09), 2, ...leb(offset)]
const store = (offset = 0): Code => [...simd(0x0b), 4, ...leb(offset)]
const F_ADD = simd(0xe4)
const F_SUB = simd(0xe5)
const F_MUL = simd(0xe6)
const F_DIV = simd(0xe7)
const F_ABS = simd(0xe0)
const F_NEAREST = simd(0x6a)
const I_ADD = simd(0xae)
const DOT = simd(0xba)
const TO_FLOAT = simd(0xfa)
const TO_WHOLE = simd(0xf8)
const NARROW = simd(0x85)
const STORE_HALF = [...simd(0x5b), 3, 0, 0]
const ZERO = [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)]
const splat = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), ...simd(0x13)]
const increase = (local: number, by: Code): Code => [...get(local), ...by, ...ADD, ...set(local)]
/** Runs `body` while `counter` < `limit`, adding `step` after each round. At least one round. */
const repeat = (counter: number, limit: Code, step: number, body: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...increase(counter, constant(step)),
  ...get(counter),
  ...limit,
  ...LESS,
  0x0d,
  0,
  0x0b,
]

type Product = 'plain' | 'fused' | 'whole'

/** Tiles of 4 rows by 8 columns, their eight sums in registers while `k` runs. */
const multiplyBody = (product: Product): Code => {
  const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, x) => from + x)
  const [a, b, c, m, k, n] = numbers(0, 6)
  const factors = 6
  const start = product === 'whole' ? 7 : 6
  const [i, j, pb, kk, pc, row, step] = numbers(start, 7)
  const pa = numbers(start + 7, 4)
  const sums = numbers(start + 11, 8)
  const [b0, b1, s] = numbers(start + 19, 3)
  const pcs = numbers(start + 22, 3)
  const addProduct = (sum: number, column: number): Code => {
    if (product === 'fused') return [...get(s!), ...get(column), ...get(sum), ...simd(0x105), ...set(sum)]
    if (product === 'plain') return [...get(s!), ...get(column), ...F_MUL, ...get(sum), ...F_ADD, ...set(sum)]
    return [...get(s!), ...get(column), ...DOT, ...get(sum), ...I_ADD, ...set(sum)]
  }
  const begin = (pointer: number, sum: number, offset: number): Code =>
    product === 'whole' ? [...ZERO, ...set(sum)] : [...get(pointer), ...load(offset), ...set(sum)]
  const column = (offset: number): Code => [...get(factors), ...get(j!), ...constant(4), ...MUL, ...ADD, ...load(offset)]
  const amount = (offset: number): Code => [
    ...get(factors),
    ...get(step!),
    ...ADD,
    ...get(j!),
    ...constant(4),
    ...MUL,
    ...ADD,
    ...load(offset),
  ]
  const finished = (sum: number, offset: number): Code =>
    product === 'whole' ? [...get(sum), ...TO_FLOAT, ...column(offset), ...F_MUL, ...amount(offset), ...F_ADD] : get(sum)
  const inner: Code = [
    ...get(pb!),
    ...load(),
    ...set(b0!),
    ...get(pb!),
    ...load(16),
    ...set(b1!),
    ...pa.flatMap((p, r) => [
      ...get(p),
      ...loadSplat(),
      ...set(s!),
      ...addProduct(sums[2 * r]!, b0!),
      ...addProduct(sums[2 * r + 1]!, b1!),
    ]),
    ...pa.flatMap((p) => increase(p, constant(4))),
    ...increase(pb!, constant(32)),
  ]
  const rows = [pc!, ...pcs]
  const tile: Code = [
    ...get(a!),
    ...get(i!),
    ...get(row!),
    ...MUL,
    ...ADD,
    ...set(pa[0]!),
    ...[1, 2, 3].flatMap((r) => [...get(pa[r - 1]!), ...get(row!), ...ADD, ...set(pa[r]!)]),
    ...get(b!),
    ...get(j!),
    ...get(row!),
    ...MUL,
    ...ADD,
    ...set(pb!),
    ...get(c!),
    ...get(i!),
    ...get(step!),
    ...MUL,
    ...ADD,
    ...get(j!),
    ...constant(4),
    ...MUL,
    ...ADD,
    ...set(pc!),
    ...[1, 2, 3].flatMap((r) => [...get(rows[r - 1]!), ...get(step!), ...ADD, ...set(rows[r]!)]),
    ...rows.flatMap((p, r) => [...begin(p, sums[2 * r]!, 0), ...begin(p, sums[2 * r + 1]!, 16)]),
    ...constant(0),
    ...set(kk!),
    ...repeat(kk!, get(k!), 1, inner),
    ...rows.flatMap((p, r) => [
      ...get(p),
      ...finished(sums[2 * r]!, 0),
      ...store(),
      ...get(p),
      ...finished(sums[2 * r + 1]!, 16),
      ...store(16),
    ]),
  ]
  return [
    // Locals after the parameters: 11 × i32, 11 × v128, 3 × i32.
    ...[3, 11, 0x7f, 11, 0x7b, 3, 0x7f],
    ...get(k!),
    ...constant(4),
    ...MUL,
    ...set(row!),
    ...get(n!),
    ...constant(4),
    ...MUL,
    ...set(step!),
    ...constant(0),
    ...set(j!),
    ...repeat(j!, get(n!), 8, [...constant(0), ...set(i!), ...repeat(i!, get(m!), 4, tile)]),
    0x0b,
  ]
}

/**
 * u: rows of [candidate | forget | reset | carried], each `units` wide. gates: forget weights of the state, then reset weights.
 * f = g(f + vf·c), c = f·c + (1 − f)·z, r = g(r + vr·c before), out = r·c + (1 − r)·x; g(x) = ½ + ½·x / (1 + |x|).
 */
const scanBody = (): Code => {
  const [u, out, steps, uStep, outStep, units, gates, h, t, p, q, wide] = Array.from({ length: 12 }, (_, x) => x) as number[]
  const [state, vf, vr, f, r] = [12, 13, 14, 15, 16]
  const at = (block: number): Code => [...get(p!), ...get(wide!), ...constant(block), ...MUL, ...ADD, ...load()]
  const gate = (local: number): Code => [
    ...get(local),
    ...get(local),
    ...F_ABS,
    ...splat(1),
    ...F_ADD,
    ...F_DIV,
    ...splat(0.5),
    ...F_MUL,
    ...splat(0.5),
    ...F_ADD,
    ...set(local),
  ]
  const inner: Code = [
    ...at(1),
    ...get(vf!),
    ...get(state!),
    ...F_MUL,
    ...F_ADD,
    ...set(f!),
    ...at(2),
    ...get(vr!),
    ...get(state!),
    ...F_MUL,
    ...F_ADD,
    ...set(r!),
    ...gate(f!),
    ...gate(r!),
    // c = z + f·(c − z)
    ...at(0),
    ...get(state!),
    ...at(0),
    ...F_SUB,
    ...get(f!),
    ...F_MUL,
    ...F_ADD,
    ...set(state!),
    // out = x + r·(c − x), as four 16-bit whole numbers.
    ...get(q!),
    ...at(3),
    ...get(state!),
    ...at(3),
    ...F_SUB,
    ...get(r!),
    ...F_MUL,
    ...F_ADD,
    ...splat(ACTIVATION),
    ...F_MUL,
    ...F_NEAREST,
    ...TO_WHOLE,
    ...ZERO,
    ...NARROW,
    ...STORE_HALF,
    ...increase(p!, get(uStep!)),
    ...increase(q!, get(outStep!)),
  ]
  return [
    ...[2, 5, 0x7f, 5, 0x7b],
    ...get(units!),
    ...constant(4),
    ...MUL,
    ...set(wide!),
    ...constant(0),
    ...set(h!),
    ...repeat(h!, get(wide!), 16, [
      ...splat(0),
      ...set(state!),
      ...get(gates!),
      ...get(h!),
      ...ADD,
      ...load(),
      ...set(vf!),
      ...get(gates!),
      ...get(wide!),
      ...ADD,
      ...get(h!),
      ...ADD,
      ...load(),
      ...set(vr!),
      ...get(u!),
      ...get(h!),
      ...ADD,
      ...set(p!),
      ...get(out!),
      ...get(h!),
      ...constant(1),
      ...SHIFT_RIGHT,
      ...ADD,
      ...set(q!),
      ...constant(0),
      ...set(t!),
      ...repeat(t!, get(steps!), 1, inner),
    ]),
    0x0b,
  ]
}

const addThreeBody = (): Code => {
  const [out, a, b, c, n, x] = [0, 1, 2, 3, 4, 5]
  const at = (row: number): Code => [...get(row), ...get(x), ...ADD]
  return [
    ...[1, 1, 0x7f],
    ...repeat(x, [...get(n), ...constant(4), ...MUL], 16, [
      ...at(out),
      ...at(a),
      ...load(),
      ...at(b),
      ...load(),
      ...F_ADD,
      ...at(c),
      ...load(),
      ...F_ADD,
      ...store(),
    ]),
    0x0b,
  ]
}

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
const name = (text: string): Code => [text.length, ...new TextEncoder().encode(text)]
const signature = (parameters: number): Code => [0x60, ...leb(parameters), ...Array.from({ length: parameters }, () => 0x7f), 0]
const body = (code: Code): Code => [...leb(code.length), ...code]

const moduleBytes = (fused: boolean): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [3, ...signature(6), ...signature(7), ...signature(5)]),
    ...section(2, [1, ...name('env'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [4, 0, 1, 1, 2]),
    ...section(7, [4, ...['multiply', 'scan', 'multiplyWhole', 'addThree'].flatMap((title, i) => [...name(title), 0x00, i])]),
    ...section(10, [4, ...[multiplyBody(fused ? 'fused' : 'plain'), scanBody(), multiplyBody('whole'), addThreeBody()].flatMap(body)]),
  ])

/** `fused`: relaxed multiply-add, for training only: faster, and rounded as the machine rounds. */
export const openKernel = (options: Readonly<{ pages: number; fused?: boolean }>): Kernel => {
  const memory = new WebAssembly.Memory({ initial: options.pages })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(options.fused ?? false)), { env: { memory } })
  return {
    memory,
    multiply: exports.multiply as Kernel['multiply'],
    multiplyWhole: exports.multiplyWhole as Kernel['multiplyWhole'],
    scan: exports.scan as Kernel['scan'],
    addThree: exports.addThree as Kernel['addThree'],
  }
}

/** Lays B[k×n] (by rows) out in panels of 8 columns. */
export const toPanels = (source: Float32Array, k: number, n: number, out: Float32Array): void => {
  let at = 0
  for (let j = 0; j < n; j += 8) {
    for (let i = 0; i < k; i += 1) {
      const from = i * n + j
      for (let x = 0; x < 8; x += 1) out[at++] = source[from + x]!
    }
  }
}

/** Lays B[k×n] of whole numbers out in panels of 8 columns, two rows beside each other; k even. */
export const toWholePanels = (source: Int8Array, k: number, n: number, out: Int16Array): void => {
  let at = 0
  for (let j = 0; j < n; j += 8) {
    for (let i = 0; i < k; i += 2) {
      for (let x = 0; x < 8; x += 1) {
        out[at++] = source[i * n + j + x]!
        out[at++] = source[(i + 1) * n + j + x]!
      }
    }
  }
}
