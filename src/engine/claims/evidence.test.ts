import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const DEED = 'A bomb killed five people in Quetta on Sunday, police said. '

const evidence = (text: string): readonly string[] => [
  ...new Set(
    extract({ id: 'sha256:evidence', text: DEED + text, facts: {} }, assets).claims.flatMap((claim) =>
      claim.evidence.map(({ status }) => status),
    ),
  ),
]

it.each([
  ['Fragments of a guided bomb, which we photographed, carry the markings of a foreign maker.', 'offered'],
  ['The cartridge cases recovered at the site match those in the depot.', 'offered'],
  ['We possess the ration lists of the regiment.', 'offered'],
  ['We have not been able to establish who planted the bomb.', 'could-not-verify'],
  ['Police released body-camera video of the raid.', 'offered'],
  ['A report by a doctor, which we have seen, tells of burns.', 'offered'],
  ["The spokesman said: we can't confirm that.", 'could-not-verify'],
])('%s', (text, expected) => {
  expect(evidence(text)).toContain(expected)
})

it.each([
  'Fragments flew through the hall.',
  'The United States was suspected of providing intelligence support.',
  'The province produced maps experts and data analysts.',
  'We hold the government responsible.',
  'Police carried the dead out of the hall.',
])('offers nothing: %s', (text) => {
  expect(evidence(text)).toEqual([])
})
