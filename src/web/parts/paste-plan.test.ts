import { expect, it } from 'vitest'
import { toGridRow } from '../../publish/grid-view.ts'
import { velik } from '../../publish/velik.case.ts'
import { allColumns } from './grid-column.ts'
import { planPaste } from './paste-plan.ts'

const OWN = { id: 'c1', name: 'Seen', type: 'yes-no', definition: '', vocabulary: [], by: 'ana', at: '2024', judgement: 'j1' } as const
const columns = allColumns([OWN]).filter(({ id }) => ['killed', 'target', 'c1'].includes(id))
const row = toGridRow(velik().incident, [OWN])
const rows = ['a', 'b', 'c'].map((id) => ({ ...row, id }))

const paste = (text: string, from: string, chosen: readonly string[] = []) =>
  planPaste(text, { rows, columns, row: 'b', column: from, chosen: new Set(chosen) }, 'a list')

it('fills from the cell to the right and down, and says what has no room', () => {
  const { requests, rows: touched, over } = paste('4-5\ta depot\tyes\r\n6\t"two\nlines"\tno\r\n7\tx\tyes\r\n', 'killed')
  expect(requests.map((request) => ('incident' in request ? [request.incident, request.kind] : []))).toEqual([
    ...['choose', 'cell', 'cell'].map((kind) => ['b', kind]),
    ...['choose', 'cell', 'cell'].map((kind) => ['c', kind]),
  ])
  expect([touched, over]).toEqual([2, 1])
})

it('says of each cell that cannot be kept what it would have to be', () => {
  const { requests, refused } = paste('many\tthe mill\tperhaps', 'killed')
  expect(requests).toHaveLength(1)
  expect(refused.map(({ column, wrong }) => `${column}: ${wrong}`)).toEqual([
    'Killed: a figure such as 24, 24-25 or 25+',
    'Seen: one of yes, no',
  ])
})

it('puts one value into every chosen row, and leaves alone what is there already', () => {
  expect(paste('yes', 'c1', ['a', 'b']).requests).toHaveLength(2)
  expect(paste('yes', 'c1', ['a']).requests).toHaveLength(1)
  expect(paste(row.cells.target.words, 'target').requests).toHaveLength(0)
})
