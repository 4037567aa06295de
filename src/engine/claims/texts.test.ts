import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const motives = (text: string): readonly string[] =>
  extract({ id: 'sha256:texts', text, facts: {} }, assets).claims.flatMap(({ attribute, value }) =>
    attribute === 'motive' && 'text' in value ? [value.text] : [],
  )

it.each([
  [
    'In response to repeated Northern Front (NF) attacks on Iraqi bases that host coalition forces, U.S. forces bombed five depots in Derna.',
    'In response to repeated Northern Front (NF) attacks',
  ],
  ['Gunmen shot a farmer dead in Derna on Sunday over a land dispute, police said.', 'over a land dispute'],
])('%s', (text, motive) => {
  expect(motives(text)[0]).toContain(motive)
})

it('breaks no phrase off in the middle', () => {
  const text =
    'Israeli jets bombed three villages in southern Lebanon on Monday in retaliation for a salvo of rockets that had wounded four people in the Israeli town of Kiryat Shmona hours earlier.'
  expect(motives(text)[0]).toMatch(/(?:rockets|people|town|Shmona|earlier)$/)
})
