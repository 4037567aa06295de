import { describe, expect, it } from 'vitest'
import type { IncidentRecord } from '../../../model/record.ts'
import { velik } from '../../velik.case.ts'
import { toClaimsCsv } from '../claims-csv.ts'
import { acledShape } from './acled.ts'
import { ibcShape } from './ibc.ts'
import { type Shape, toShaped, toShapedCsv, toShapedJson } from './shape.ts'
import { ucdpShape } from './ucdp.ts'

const { incident } = velik()

const accepted: IncidentRecord = {
  ...incident,
  claims: incident.claims.map((record) => ({ ...record, review: { ...record.review, state: 'accepted', by: 'ana', at: '2024-01-01' } })),
}

const rowOf = (shape: Shape, record: IncidentRecord): Readonly<Record<string, unknown>> | undefined =>
  toShapedJson(shape, toShaped(shape, [record], true), true).rows[0]

it.each([
  ['acled', acledShape, 31],
  ['ucdp', ucdpShape, 49],
  ['ibc', ibcShape, 10],
] as const)('has the columns of %s, each once', (_, { columns }, count) => {
  expect(new Set(columns.map(([name]) => name)).size).toBe(count)
  expect(columns).toHaveLength(count)
})

describe('what nobody has checked', () => {
  it('has no row, and is listed with the reason', () => {
    const { rows, leftOut } = toShaped(acledShape, [incident], false)
    expect(rows).toEqual([])
    expect(leftOut).toMatchObject([{ id: incident.id, why: ['none of its claims has been accepted by a person'] }])
    expect(toShaped(acledShape, [accepted], false).rows).toHaveLength(1)
  })

  it('has a row where it is asked for, and a column that says so', () => {
    const csv = (isAsked: boolean) => toShapedCsv(acledShape, toShaped(acledShape, [incident], isAsked), isAsked).split('\r\n')
    expect(csv(true)[0]).toMatch(/,timestamp,review,casus_policy,casus_method$/)
    expect(csv(true)[1]).toMatch(/,0 of \d+ claims checked,acled,casus-method-\d+$/)
    expect(csv(false)[0]).toMatch(/,timestamp,casus_policy,casus_method$/)
  })
})

it('gives ACLED the lowest current figure, one source for each independent group, and what is disputed', () => {
  const row = rowOf(acledShape, incident)!
  expect(row).toMatchObject({ event_id_cnty: incident.id, fatalities: 24, disorder_type: 'Political violence', iso: null })
  expect(row.notes).toMatch(/Disputed: killed \(.+: .+; .+: .+\)\.$/)
})

it('leaves UCDP’s best estimate to a person, and takes theirs within what sources state', () => {
  expect(rowOf(ucdpShape, incident)).toMatchObject({ best: null, low: 24, number_of_sources: String(incident.documents.length) })
  const choose = (low: number) => ({
    ...{ id: 'j1', kind: 'choose', target: incident.id, by: 'ana', at: '2024-01-01T00:00:00Z', why: 'a list', withdrawn: null },
    value: { attribute: 'killed', scope: '', policy: null, low, high: low, approximate: false },
  })
  const withChoice = (low: number) => rowOf(ucdpShape, { ...incident, judgements: [choose(low) as IncidentRecord['judgements'][number]] })
  expect(withChoice(25)?.best).toBe(25)
  expect(withChoice(3)?.best).toBe(null)
})

it('has no row of IBC where nobody says that civilians died', () => {
  const { rows, leftOut } = toShaped(ibcShape, [incident], true)
  expect(rows.length + leftOut.length).toBe(1)
  expect(leftOut[0]?.why.join(' ') ?? 'no source says that a civilian was killed').toContain('civilian')
})

it('lists every claim with its words, where they stand, and who says so', () => {
  const [head = '', ...lines] = toClaimsCsv([incident]).trim().split('\r\n')
  expect(head.split(',').slice(0, 4)).toEqual(['claim', 'incident', 'attribute', 'value'])
  expect(lines).toHaveLength(incident.claims.length)
})
