import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { toGridCsv } from './export/grid-table.ts'
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
  expect(toGridCsv({ rows: [row], setup: { columns: [] }, chosen: null })).toContain('entered by ana, source missing')
})

const COLUMN = {
  id: 'c1',
  name: '=seen',
  type: 'text',
  definition: 'who saw it',
  vocabulary: [],
  by: 'ana',
  at: '2024',
  judgement: 'j0',
} as const

const typed = (id: string, value: string | null, claim: string | null = null, more: Partial<Judgement> = {}): Judgement => ({
  ...{ id, kind: 'cell', target: incident.id, by: 'ben', at: '2024-01-02T00:00:00Z', why: null, withdrawn: null },
  value: { column: 'c1', value, claim },
  ...more,
})

const cellOf = (...judgements: readonly Judgement[]) => toGridRow({ ...incident, judgements }, [COLUMN]).cells.c1!

it('shows in a column of one’s own what was typed last and stands, with who and when', () => {
  expect(cellOf()).toMatchObject({ words: '', source: 'none' })
  expect(cellOf(typed('j1', 'a'), typed('j2', 'b'))).toMatchObject({ words: 'b', source: 'person', by: 'ben', judgement: 'j2' })
  const withdrawn = { by: 'ben', at: '2024-01-03T00:00:00Z', why: null }
  expect(cellOf(typed('j1', 'a'), typed('j2', 'b', null, { withdrawn }))).toMatchObject({ words: 'a' })
  expect(cellOf(typed('j1', 'a'), typed('j2', null))).toMatchObject({ words: '', source: 'none' })
})

it('has the words of the claim behind a typed cell that rests on one, and says so of one that does not', () => {
  const { claim, quote } = toGridRow(incident).cells.killed.quotes[0]!
  expect(cellOf(typed('j1', 'a', claim))).toMatchObject({ source: 'rests', quotes: [{ claim, quote }] })
  expect(cellOf(typed('j1', 'a', 'd0.1.gone'))).toMatchObject({ source: 'person', quotes: [] })
})

it('lets what was typed into the incident itself go before what came with a merged one', () => {
  expect(cellOf(typed('j1', 'own'), typed('j2', 'merged', null, { target: 'i-other' }))).toMatchObject({ words: 'own' })
  expect(cellOf(typed('j2', 'merged', null, { target: 'i-other' }))).toMatchObject({ words: 'merged' })
})

it('goes out with the columns asked for, a column of one’s own among them, and the method', () => {
  const rows = [toGridRow({ ...incident, judgements: [typed('j1', '=1+1')] }, [COLUMN])]
  const [head, line] = toGridCsv({ rows, setup: { columns: [COLUMN] }, chosen: ['c1', 'killed'] }).split('\r\n')
  expect(head).toBe("id,title,status,claims,checked,'=seen,'=seen_source,killed,killed_source,policies,method")
  expect(line).toContain(',\'=1+1,"entered by ben, source missing",')
  expect(line).toMatch(/,range,casus-method-\d+$/)
})
