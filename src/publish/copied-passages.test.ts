import { expect, it } from 'vitest'
import { rangeEstimates } from './estimate/range.ts'
import { type CaseDocument, caseRecords } from './records.case.ts'

const LEAD = 'Shells hit the grain market of Velik at noon on Monday and killed 12 people who had come to trade.'

const document = (id: string, issuer: string, text: string, words: string, low: number): CaseDocument => ({
  id,
  issuer,
  text,
  claims: [{ attribute: 'killed', words, value: { low, high: low } }],
})

const origins = (...documents: readonly CaseDocument[]) =>
  rangeEstimates(caseRecords(documents).incident, 'killed').flatMap(({ used }) => used.map(({ origin, documents: n }) => [origin, n]))

it('credits a sentence that another document prints word for word to the first', () => {
  const wire = document('d1', 'Example Wire', `The news at one. ${LEAD} The road was closed.`, '12 people', 12)
  const paper = document('d2', 'Valley Paper', `A day of fear in the valley. ${LEAD} Our reporter saw the smoke.`, '12 people', 12)
  expect(origins(wire, paper)).toEqual([['Example Wire', [1, 2]]])
})

it('takes another figure, or words that anybody would write, for the document’s own', () => {
  const wire = document('d1', 'Example Wire', `The news at one. ${LEAD}`, '12 people', 12)
  const other = document('d2', 'Valley Paper', `The news at one. ${LEAD.replace('12', '14')}`, '14 people', 14)
  expect(origins(wire, other)).toHaveLength(2)
  const short = (id: string, issuer: string) => document(id, issuer, 'Shelling killed 12 people in Velik.', '12 people', 12)
  expect(origins(short('d1', 'Example Wire'), short('d2', 'Valley Paper'))).toHaveLength(2)
})
