import { describe, expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { agreements } from './agreement.ts'
import { reviewItems, stageFor } from './review-view.ts'
import { velik } from './velik.case.ts'

let serial = 0
const judged = (by: string, kind: Judgement['kind'], more: Partial<Judgement> = {}): Judgement => ({
  ...{
    id: `j${++serial}`,
    kind,
    target: 'c1',
    value: null,
    by,
    at: `2024-01-01T00:00:${String(serial % 60).padStart(2, '0')}Z`,
    why: null,
  },
  withdrawn: null,
  ...more,
})

describe('who is asked', () => {
  it('asks a second person about a toll, and a third where the two disagree', () => {
    const first = judged('ana', 'accept')
    expect(stageFor([], true, 'ana')).toBe('first')
    expect(stageFor([first], true, 'ana')).toBeUndefined()
    expect(stageFor([first], true, 'ben')).toBe('second')
    expect(stageFor([first, judged('ben', 'accept')], true, 'eva')).toBeUndefined()
    expect(stageFor([first, judged('ben', 'reject')], true, 'eva')).toBe('third')
    expect(stageFor([first, judged('ben', 'reject'), judged('eva', 'accept')], true, 'ina')).toBeUndefined()
  })

  it('asks one person about what a glance settles', () => {
    expect(stageFor([judged('ana', 'accept')], false, 'ben')).toBeUndefined()
  })

  it('asks another one where somebody was unsure, and again where a judgement was withdrawn', () => {
    expect(stageFor([judged('ana', 'unsure')], true, 'ben')).toBe('first')
    expect(stageFor([judged('ana', 'accept', { withdrawn: { by: 'ana', at: '', why: null } })], true, 'ana')).toBe('first')
  })
})

it('puts tolls on which sources differ first, with nobody’s answer in sight', () => {
  const { incident } = velik()
  const [first] = [...reviewItems(incident, 'ana')].sort((a, b) => b.rank - a.rank)
  expect(first?.item).toMatchObject({ stage: 'first', weight: 'weighty', entry: { attribute: 'killed', differs: true } })
  const answered = { ...incident, judgements: [judged('ana', 'reject', { target: first!.item.key })] }
  const again = reviewItems(answered, 'ben').find(({ item }) => item.key === first!.item.key)
  expect(again?.item).toMatchObject({ stage: 'second', entry: { review: { state: 'unread', by: null } } })
  expect(reviewItems(answered, 'ana').some(({ item }) => item.key === first!.item.key)).toBe(false)
})

it('counts how often two people agree, and how much of it is more than chance', () => {
  const pair = (target: string, a: Judgement['kind'], b: Judgement['kind']) => [judged('ana', a, { target }), judged('ben', b, { target })]
  const all = [
    ...pair('c1', 'accept', 'accept'),
    ...pair('c2', 'reject', 'reject'),
    ...pair('c3', 'accept', 'reject'),
    judged('ana', 'accept', { target: 'c4' }),
  ]
  const [total] = agreements(all, () => 'killed')
  expect(total).toMatchObject({ about: 'all', twice: 3, agreed: 2 })
  expect(total!.kappa).toBeCloseTo(0.4, 1)
})
