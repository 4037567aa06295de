import { expect, it } from 'vitest'
import { readCell } from './own-column.ts'

const shape = (type: Parameters<typeof readCell>[1]['type'], vocabulary: readonly string[] = []) => ({ type, vocabulary })

it('keeps what fits the column, spelled as the column spells it', () => {
  expect(readCell(' a note ', shape('text')).value).toBe('a note')
  expect(readCell('-3.5', shape('number')).value).toBe('-3.5')
  expect(['2021', '2021-05', '2020-02-29'].map((day) => readCell(day, shape('date')).value)).toEqual(['2021', '2021-05', '2020-02-29'])
  expect(readCell('YES', shape('yes-no')).value).toBe('yes')
  expect(readCell('likely', shape('choice', ['Likely', 'Not likely'])).value).toBe('Likely')
})

it('says what a cell would have to be', () => {
  expect(readCell('many', shape('number')).wrong).toContain('number')
  expect(readCell('12 to 14', shape('number')).wrong).toContain('number')
  expect(['2021-02-30', '3 May 2021', '21'].map((day) => readCell(day, shape('date')).wrong !== null)).toEqual([true, true, true])
  expect(readCell('perhaps', shape('yes-no')).wrong).toBe('one of yes, no')
  expect(readCell('like', shape('choice', ['Likely'])).wrong).toBe('one of Likely')
})

it('empties a cell where nothing is typed', () => expect(readCell('  ', shape('number'))).toEqual({ value: null, wrong: null }))
