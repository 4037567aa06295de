import { describe, expect, it } from 'vitest'
import { LINES } from './lines.ts'
import { findRun, TABLE_LINES, toAccuracyTable, withAccuracyTable } from './table.ts'

const RUN = { day: '2021-05-03', documents: 'all', figures: { 'tempeval value F': 77.25 } } as const

describe('the accuracy table', () => {
  it('shows lines that are measured', () => {
    const names = new Set(LINES.map(({ name }) => name))
    expect(TABLE_LINES.filter((line) => !names.has(line))).toEqual([])
  })

  it('gives a dash for what was not measured', () => expect(toAccuracyTable(RUN)).toContain('| 256 | –; 77.3 | chrono-node'))

  it('takes its place in a page', () => {
    const page = 'before\n<!-- table -->\n\nold\n\n<!-- /table -->\nafter\n'
    const once = withAccuracyTable(page, RUN)
    expect(once).toContain('Measured on 2021-05-03 on every document.')
    expect(once).not.toContain('old')
    expect(withAccuracyTable(once, RUN)).toBe(once)
  })

  it('prefers a run over every document', () => {
    expect(findRun({})).toBeUndefined()
    expect(findRun({ sample: {}, full: {}, days: { full: '2021-05-03', sample: '2021-06-01' } })?.day).toBe('2021-05-03')
    expect(findRun({ sample: {}, days: { sample: '2021-06-01' } })).toMatchObject({ documents: 100, day: '2021-06-01' })
  })
})
