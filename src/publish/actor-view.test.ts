import { expect, it } from 'vitest'
import type { Actor, ActorTie } from '../model/actor.ts'
import { toActorView } from './actor-view.ts'

const actor = (id: string, ...ties: readonly ActorTie[]): Actor => ({
  id,
  name: id,
  aliases: [],
  type: 'group',
  kind: 'party-to-conflict',
  country: null,
  ties,
  source: 'test',
})
const tie = (to: string, from: string | null, until: string | null): ActorTie => ({
  to,
  type: 'part-of',
  from,
  until,
  source: `who says ${to}`,
})

const all = new Map(
  [
    actor('brigade', tie('front', '2014', '2018-06'), tie('army', '2019', null)),
    actor('front', tie('army', '2016', null)),
    actor('army', tie('state', null, null)),
    actor('state'),
  ].map((one) => [one.id, one]),
)
const parents = (on: string | null) =>
  toActorView(all, all.get('brigade')!, { on, said: [] }).parents.map(({ other, holds, step }) => [other.id, holds, step])

it('shows whom it belonged to on a day, and what came before or after as no longer holding', () => {
  expect(parents('2017-03-01')).toEqual([
    ['front', true, 1],
    ['army', false, 1],
    ['army', true, 2],
    ['state', null, 3],
  ])
  expect(parents('2020-01-01').slice(0, 2)).toEqual([
    ['front', false, 1],
    ['army', true, 1],
  ])
  expect(parents('2018-06-15')[0]).toEqual(['front', true, 1])
})

it('says who says so, and who belongs to it', () => {
  const view = toActorView(all, all.get('army')!, { on: '2020-01-01', said: [] })
  expect(view.members.map(({ other, holds, saidBy }) => [other.id, holds, saidBy])).toEqual([
    ['brigade', true, 'who says army'],
    ['front', true, 'who says army'],
  ])
})
