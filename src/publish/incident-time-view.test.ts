import { expect, it } from 'vitest'
import { toIncidentTimeView } from './incident-time-view.ts'
import { CARD } from './records.case.ts'

const COUNTS = { total: 3, undated: 1, first: '2019-12-01', last: '2019-12-31' }
const BIN = { from: '2019-12-01', to: '2019-12-31', isStretch: true, count: 2, differing: 0, tolls: 0, low: 0, high: 0 }

it('names a stretch as a reader would, and gives no toll where nobody does', () => {
  const { marks, span, undated } = toIncidentTimeView({ counts: COUNTS, unit: 'day', bins: [BIN], cards: null })
  expect(marks).toMatchObject([{ words: 'Dec 2019', count: 2, killed: null }])
  expect([span, undated]).toEqual([{ from: '2019-12-01', to: '2019-12-31' }, 1])
})

it('shows each incident while they are few, and no span when nobody dates any', () => {
  const view = toIncidentTimeView({ counts: { ...COUNTS, first: null, last: null }, unit: 'day', bins: [], cards: [CARD] })
  expect([view.incidents?.map(({ id }) => id), view.span]).toEqual([[CARD.id], null])
})
