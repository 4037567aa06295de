/** WebAssembly instructions as bytes. */
export type Code = readonly number[]

export const leb = (value: number): number[] => {
  const out: number[] = []
  let rest = value
  do {
    const byte = rest & 0x7f
    rest >>>= 7
    out.push(rest === 0 ? byte : byte | 0x80)
  } while (rest !== 0)
  return out
}
export const signedLeb = (value: number): number[] => {
  const out: number[] = []
  let rest = value
  for (;;) {
    const byte = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)) return [...out, byte]
    out.push(byte | 0x80)
  }
}

export const get = (local: number): Code => [0x20, ...leb(local)]
export const set = (local: number): Code => [0x21, ...leb(local)]
export const constant = (value: number): Code => [0x41, ...signedLeb(value)]
export const ADD = [0x6a]
export const MUL = [0x6c]
export const LESS = [0x48]
export const SHIFT_RIGHT = [0x76]
export const simd = (op: number): Code => [0xfd, ...leb(op)]
export const load = (offset = 0): Code => [...simd(0x00), 4, ...leb(offset)]
export const loadSplat = (offset = 0): Code => [...simd(0x09), 2, ...leb(offset)]
export const store = (offset = 0): Code => [...simd(0x0b), 4, ...leb(offset)]
export const F_ADD = simd(0xe4)
export const F_SUB = simd(0xe5)
export const F_MUL = simd(0xe6)
export const F_DIV = simd(0xe7)
export const F_ABS = simd(0xe0)
export const F_NEAREST = simd(0x6a)
export const I_ADD = simd(0xae)
export const DOT = simd(0xba)
export const TO_FLOAT = simd(0xfa)
export const TO_WHOLE = simd(0xf8)
export const NARROW = simd(0x85)
export const STORE_HALF = [...simd(0x5b), 3, 0, 0]
export const ZERO = [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)]
export const splat = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), ...simd(0x13)]
export const increase = (local: number, by: Code): Code => [...get(local), ...by, ...ADD, ...set(local)]
/** Runs `body` while `counter` < `limit`, adding `step` after each round. At least one round. */
export const repeat = (counter: number, limit: Code, step: number, body: Code): Code => [
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

export const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
export const name = (text: string): Code => [text.length, ...new TextEncoder().encode(text)]
export const signature = (parameters: number): Code => [0x60, ...leb(parameters), ...Array.from({ length: parameters }, () => 0x7f), 0]
export const body = (code: Code): Code => [...leb(code.length), ...code]
