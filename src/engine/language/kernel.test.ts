import { describe, expect, it } from 'vitest'
import { openKernel, toPanels, toWholePanels } from './kernel.ts'
import { ACTIVATION } from './scan-code.ts'

const kernel = openKernel({ pages: 4 })
const floats = new Float32Array(kernel.memory.buffer)
const wholes = new Int16Array(kernel.memory.buffer)
const wave = (i: number): number => Math.sin(i * 1.7)

describe('the kernel', () => {
  it('multiplies and adds', () => {
    const [m, k, n] = [8, 6, 16]
    const [a, b, c] = [64, 256, 512]
    const right = Float32Array.from({ length: k * n }, (_, i) => wave(i + 3))
    for (let i = 0; i < m * k; i += 1) floats[a + i] = wave(i)
    for (let i = 0; i < m * n; i += 1) floats[c + i] = i
    toPanels(right, k, n, floats.subarray(b, b + k * n))
    kernel.multiply(a * 4, b * 4, c * 4, m, k, n)
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < n; j += 1) {
        let sum = i * n + j
        for (let x = 0; x < k; x += 1) sum += wave(i * k + x) * right[x * n + j]!
        expect(floats[c + i * n + j]).toBeCloseTo(sum, 4)
      }
    }
  })

  it('multiplies whole numbers, with a factor and an amount for each column', () => {
    const [m, k, n] = [4, 10, 8]
    const [a, b, c, factors] = [1024, 1280, 1536, 2048]
    const right = Int8Array.from({ length: k * n }, (_, i) => Math.round(wave(i) * 127))
    for (let i = 0; i < m * k; i += 1) wholes[a * 2 + i] = Math.round(wave(i) * 3000)
    for (let j = 0; j < n; j += 1) {
      floats[factors + j] = 0.5 + j
      floats[factors + n + j] = 1000 * j
    }
    toWholePanels(right, k, n, wholes.subarray(b * 2, b * 2 + k * n))
    kernel.multiplyWhole(a * 4, b * 4, c * 4, m, k / 2, n, factors * 4)
    for (let i = 0; i < m; i += 1) {
      for (let j = 0; j < n; j += 1) {
        let sum = 0
        for (let x = 0; x < k; x += 1) sum += wholes[a * 2 + i * k + x]! * right[x * n + j]!
        expect(floats[c + i * n + j]).toBe(Math.fround(Math.fround(sum * (0.5 + j)) + 1000 * j))
      }
    }
  })

  it('runs a recurrent unit forwards and backwards', () => {
    const [units, steps] = [4, 3]
    const [u, out, gates] = [4096, 4400, 4600]
    for (let i = 0; i < steps * 4 * units; i += 1) floats[u + i] = wave(i)
    for (let i = 0; i < 2 * units; i += 1) floats[gates + i] = wave(i + 9)
    const gate = (x: number): number => 0.5 + (0.5 * x) / (1 + Math.abs(x))
    for (const backwards of [false, true]) {
      const row = 4 * units * 4
      const from = backwards ? u * 4 + (steps - 1) * row : u * 4
      const to = backwards ? out * 4 + (steps - 1) * units * 2 : out * 4
      kernel.scan(from, to, steps, backwards ? -row : row, (backwards ? -1 : 1) * units * 2, units, gates * 4)
      for (let h = 0; h < units; h += 1) {
        let c = 0
        for (let s = 0; s < steps; s += 1) {
          const t = backwards ? steps - 1 - s : s
          const at = (block: number): number => floats[u + t * 4 * units + block * units + h]!
          const f = gate(at(1) + floats[gates + h]! * c)
          const r = gate(at(2) + floats[gates + units + h]! * c)
          c = at(0) + f * (c - at(0))
          expect(wholes[out * 2 + t * units + h]! / ACTIVATION).toBeCloseTo(at(3) + r * (c - at(3)), 2)
        }
      }
    }
  })
})
