import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const statuses = (text: string): readonly string[] =>
  extract({ id: 'sha256:manner', text, facts: {} }, assets).incidents.map(({ status }) => status)

it.each([
  ['Jets bombed depots from which attacks on coalition forces had been planned, in Mosul on Monday.', ['happened', 'planned']],
  ['An attack on a barracks in Mosul was foiled on Monday, the army said.', ['attempted']],
  ['Gunmen attacked a barracks in Mosul on Monday, killing two. The attack had been planned for weeks, the army said.', ['happened']],
])('%s', (text, expected) => {
  expect(statuses(text)).toEqual(expected)
})
