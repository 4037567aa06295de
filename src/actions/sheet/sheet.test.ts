import { describe, expect, it } from 'vitest'
import { parseSeparated } from '../../model/table.ts'
import { toXlsx } from '../../publish/export/xlsx.ts'
import { readTable } from './read-table.ts'
import { guessMapping, readFigure, readRows, toSheetAnalysis } from './to-analysis.ts'

const HEAD = ['Event', 'Event date', 'Location', 'Fatalities', 'Source']
const TABLE = [HEAD, ['Shelling of a market', '2021-05-03', 'Velik', '24-25', 'Example Wire'], ['Raid', '3/5/2021', 'Velik', 'many', '']]

it('reads quoted cells, whatever the separator', () => {
  expect(parseSeparated('a;b\r\n"x; ""y""\nz";2\r\n')).toEqual([
    ['a', 'b'],
    ['x; "y"\nz', '2'],
  ])
  expect(parseSeparated('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

it('reads back the workbook that it writes', () => {
  expect(readTable(toXlsx([{ name: 'Casus', rows: TABLE }]))).toEqual(TABLE.map((row) => (row.at(-1) === '' ? row : row)))
})

it('guesses which column holds what', () => {
  expect(guessMapping(HEAD)).toEqual({ title: 0, date: 1, place: 2, killed: 3, source: 4 })
})

describe('a figure in a cell', () => {
  it.each([
    ['24', 24, 24],
    ['24-25', 24, 25],
    ['25+', 25, null],
    ['at least 25', 25, null],
    ['>25', 26, null],
    ['1,200', 1200, 1200],
  ] as const)('%s', (words, low, high) => expect(readFigure(words)).toEqual({ low, high }))
  it.each(['many', '25-24', '', '3.5'])('%s is none', (words) => expect(readFigure(words)).toBeUndefined())
})

it('tells row by row what is wrong', () => {
  const [good, bad] = readRows(TABLE, guessMapping(HEAD))
  expect(good?.problems).toEqual([])
  expect(bad).toMatchObject({ n: 3 })
  expect(bad?.problems).toHaveLength(2)
})

it('puts every claim on the words of its cell, with the source as its speaker', () => {
  const analysis = toSheetAnalysis(readRows(TABLE, guessMapping(HEAD)), { id: 'x', title: 'my.csv', language: 'en' })
  const { text } = analysis.document
  expect(analysis.incidents).toHaveLength(1)
  const words = analysis.claims.map(({ attribute, spans: [{ start, end }] }) => [attribute, text.slice(start, end)])
  expect(words).toContainEqual(['killed', '24-25'])
  expect(words).toContainEqual(['place', 'Velik'])
  const [statement] = analysis.statements
  expect(text.slice(statement!.source!.start, statement!.source!.end)).toBe('Example Wire')
})
