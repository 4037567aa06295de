import { expect, it } from 'vitest'
import type { Actor, ActorTie } from '../model/actor.ts'
import { registeredParties } from './registered-parties.ts'
import { listSaid } from './said.ts'
import { velik } from './velik.case.ts'

const tie = (to: string, from: string | null, until: string | null): ActorTie => ({
  to,
  type: 'part-of',
  from,
  until,
  source: 'who says so',
})

const actor = (id: string, ...ties: readonly ActorTie[]): Actor => ({
  id,
  name: `the ${id}`,
  aliases: [],
  type: 'group',
  kind: 'party-to-conflict',
  country: null,
  ties,
  source: 'test',
})

const said = listSaid(velik().incident)
const namesOn = (on: string | null, ...ties: readonly ActorTie[]) =>
  registeredParties([actor('a-army', ...ties), actor('state'), actor('junta')], said, on).map(({ id, parents }) => [
    id,
    parents.map(({ other, saidBy }) => `${other.id}, says ${saidBy}`),
  ])

it('tells what a party belonged to on the day, with who says so', () => {
  const ties = [tie('junta', '2014', '2018'), tie('state', '2019', null)]
  expect(namesOn('2021-05-03', ...ties)).toEqual([['a-army', ['state, says who says so']]])
  expect(namesOn('2016-01-01', ...ties)).toEqual([['a-army', ['junta, says who says so']]])
})

it('takes a tie that nobody dates as it is, and leaves out whoever has none', () => {
  expect(namesOn(null, tie('state', null, null))).toEqual([['a-army', ['state, says who says so']]])
  expect(namesOn('2021-05-03')).toEqual([])
})
