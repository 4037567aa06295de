import { describe, expect, it } from 'vitest'
import { drawTable, wrap } from './table.ts'

const PLAIN = { head: (text: string) => text, strong: (text: string) => text, quiet: (text: string) => text }

describe('a table on a terminal', () => {
  const table = {
    columns: ['the governor', 'hospital sources'],
    rows: [
      { label: 'Killed ◆', cells: ['at least 25', '24'], strong: true },
      { label: 'Where', cells: ['near the central market of the old town', ''], strong: false },
    ],
  }

  it('sets columns side by side where they fit', () => {
    expect(drawTable(table, 80, PLAIN).map((line) => line.replace(/ +/g, ' '))).toEqual([
      ' │ the governor │ hospital sources',
      expect.stringMatching(/^─+┼─+┼─+$/),
      'Killed ◆ │ at least 25 │ 24',
      'Where │ near the central market of the │',
      ' │ old town │',
    ])
  })

  it('sets them below each other where they do not', () => {
    const lines = drawTable(table, 40, PLAIN)
    expect(lines.every((line) => line.length <= 40)).toBe(true)
    expect(lines.filter((line) => line.startsWith('Killed'))).toHaveLength(2)
  })

  it.each([
    ['one two', 20, ['one two']],
    ['one two', 3, ['one', 'two']],
    ['abcdefgh i', 3, ['abc', 'def', 'gh', 'i']],
    ['', 5, ['']],
  ])('wraps %s at %d', (text, width, lines) => expect(wrap(text, width)).toEqual(lines))
})
