import {
  ADD,
  type Code,
  constant,
  DOT,
  F_ADD,
  F_MUL,
  get,
  I_ADD,
  increase,
  load,
  loadSplat,
  MUL,
  repeat,
  set,
  simd,
  store,
  TO_FLOAT,
  ZERO,
} from './assembler.ts'

export type Product = 'plain' | 'fused' | 'whole'

/** Tiles of 4 rows by 8 columns, their eight sums in registers while `k` runs. */
export const multiplyBody = (product: Product): Code => {
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
