import { expect, it } from 'vitest'
import { toCsv, toGridTable } from './export/grid-table.ts'
import { toGridRow } from './grid-view.ts'
import { velik } from './velik.case.ts'

const { incident } = velik()

it('has the words of everybody behind a cell', () => {
  const { killed } = toGridRow(incident).cells
  expect(killed.source).toBe('claims')
  expect(killed.differs).toBe(true)
  expect(killed.quotes.map(({ saidBy }) => saidBy)).toContain('hospital sources')
})

it('says that what a person typed has no source, also where no source states a figure', () => {
  const judgement = {
    ...{ id: 'j1', kind: 'choose' as const, target: incident.id, by: 'ana', at: '2024-01-01T00:00:00Z', why: 'a list', withdrawn: null },
    value: { attribute: 'missing', scope: '', policy: null, low: 3, high: 3, approximate: false },
  } as const
  const row = toGridRow({ ...incident, judgements: [judgement] })
  expect(row.cells.missing).toMatchObject({ words: '3', source: 'person', by: 'ana', judgement: 'j1' })
  expect(toGridTable([row]).at(-1)).toContain('entered by ana, source missing')
})

it('keeps a cell that a spreadsheet would take for a formula as text', () => {
  expect(toCsv([['=1+1', 'a "b", c']])).toBe('\'=1+1,"a ""b"", c"\r\n')
})
