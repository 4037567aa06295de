import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readLines } from './lines.ts'

const linesOf = async (...chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> => {
  const lines: string[] = []
  for await (const line of readLines(Readable.from(chunks))) lines.push(line)
  return lines
}

describe('lines', () => {
  it('end with "\\n" alone, not with the separators that JSON text may hold', async () => {
    expect(await linesOf('{"a":"x\u2028y\u2029z\u0085"}\n{"b":1}\r\n', '{"c"', ':2}')).toEqual([
      '{"a":"x\u2028y\u2029z\u0085"}',
      '{"b":1}',
      '{"c":2}',
    ])
  })

  it('hold characters that were cut between chunks', async () => {
    const bytes = Buffer.from('é\nß\n')
    expect(await linesOf(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4))).toEqual(['é', 'ß'])
  })

  it('are kept where they are empty, and none come of nothing', async () => {
    expect(await linesOf('a\n\nb\n')).toEqual(['a', '', 'b'])
    expect(await linesOf()).toEqual([])
  })
})
