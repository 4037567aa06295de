import { describe, expect, it } from 'vitest'
import type { Statement } from '../../model/statement.ts'
import { lineageOf, statementAt } from './statement-at.ts'

const said = (id: string, content: [number, number][], parent: string | null = null): Statement => ({
  id,
  source: null,
  sourceKind: 'unknown',
  speaker: null,
  cue: null,
  content: content.map(([start, end]) => ({ start, end })),
  form: 'indirect',
  stance: 'asserts',
  parent,
})

describe('statementAt', () => {
  const statements = [
    said('s1', [[10, 50]]),
    said('s2', [[20, 40]], 's1'),
    said('s3', [
      [60, 70],
      [80, 90],
    ]),
  ]
  const at = (start: number, end: number): string | undefined => statementAt(statements, { start, end })?.id

  it('gives the innermost statement that holds the whole span', () => {
    expect(at(12, 15)).toBe('s1')
    expect(at(25, 30)).toBe('s2')
    expect(at(40, 45)).toBe('s1')
    expect(at(35, 45)).toBe('s1')
    expect(at(61, 63)).toBe('s3')
    expect(at(85, 90)).toBe('s3')
  })

  it('gives none in the document’s own voice', () => {
    expect(at(0, 5)).toBeUndefined()
    expect(at(5, 15)).toBeUndefined()
    expect(at(72, 75)).toBeUndefined()
    expect(at(95, 99)).toBeUndefined()
  })

  it('lists who reports whom, outermost first', () => {
    expect(lineageOf(statements, statements[1] as Statement).map(({ id }) => id)).toEqual(['s1', 's2'])
  })
})
