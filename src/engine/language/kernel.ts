import { body, name, section, signature } from './assembler.ts'
import { multiplyBody } from './multiply-code.ts'
import { scanBody } from './scan-code.ts'

/**
 * The inner loops of the neural model as a WebAssembly module, assembled here so that the tree holds no binary of unknown origin.
 * Vector instructions of the finished standard only (no relaxed ones): the same numbers on every machine.
 *
 * - `multiply(a, b, c, m, k, n)`: C[m×n] += A[m×k] · B[k×n]; m a multiple of 4, n of 8; A and C by rows, B in panels of 8 columns.
 * - `multiplyWhole(a, b, c, m, k, n, factors)`: the same for 16-bit whole numbers, `k` counting pairs of them: C[m×n] is set to
 *   A · B times a factor for each column, plus an amount for each column. Whole numbers add up alike in any order, so a row's
 *   outcome does not depend on the batch it is in.
 * - `scan(u, out, steps, uStep, outStep, units, gates)`: one direction of a simple recurrent unit over a sentence; `out` is 16-bit,
 *   the unit's output times `ACTIVATION`.
 */
export type Kernel = Readonly<{
  memory: WebAssembly.Memory
  multiply: (a: number, b: number, c: number, m: number, k: number, n: number) => void
  multiplyWhole: (a: number, b: number, c: number, m: number, k: number, n: number, factors: number) => void
  scan: (u: number, out: number, steps: number, uStep: number, outStep: number, units: number, gates: number) => void
}>

const moduleBytes = (fused: boolean): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [2, ...signature(6), ...signature(7)]),
    ...section(2, [1, ...name('env'), ...name('memory'), 0x02, 0x00, 1]),
    ...section(3, [3, 0, 1, 1]),
    ...section(7, [3, ...['multiply', 'scan', 'multiplyWhole'].flatMap((title, i) => [...name(title), 0x00, i])]),
    ...section(10, [3, ...[multiplyBody(fused ? 'fused' : 'plain'), scanBody(), multiplyBody('whole')].flatMap(body)]),
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
