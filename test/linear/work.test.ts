import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { INPUTS } from './inputs.ts'

/** Ten times the text may cost ten times the work, and a little for what grows with its logarithm. Seconds are not looked at. */
const MOST = 12

describe('work grows with the text, not faster', () => {
  const out = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'count-work.ts')], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  })
  const counts = JSON.parse(out) as Record<string, readonly [number, number]>

  it.each(Object.keys(INPUTS))('%s', (name) => {
    const [small, large] = counts[name]!
    expect(small).toBeGreaterThan(0)
    expect(large / small).toBeLessThan(MOST)
  })
})
