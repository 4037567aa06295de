import {
  ADD,
  type Code,
  constant,
  F_ABS,
  F_ADD,
  F_DIV,
  F_MUL,
  F_NEAREST,
  F_SUB,
  get,
  increase,
  load,
  MUL,
  NARROW,
  repeat,
  SHIFT_RIGHT,
  STORE_HALF,
  set,
  splat,
  store,
  TO_WHOLE,
  ZERO,
} from './assembler.ts'

/** What activations are multiplied with to be kept as 16-bit whole numbers: a reach of ±32 in steps of a thousandth. */
export const ACTIVATION = 1024

/**
 * u: rows of [candidate | forget | reset | carried], each `units` wide. gates: forget weights of the state, then reset weights.
 * f = g(f + vf·c), c = f·c + (1 − f)·z, r = g(r + vr·c before), out = r·c + (1 − r)·x; g(x) = ½ + ½·x / (1 + |x|).
 */
export const scanBody = (): Code => {
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

export const addThreeBody = (): Code => {
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
