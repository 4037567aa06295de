import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { isFigureClaim } from '../../model/claim.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const scopesOf = (text: string) => {
  const { claims, mentions, document } = extract({ id: 'sha256:scope', text, facts: {} }, assets)
  const named = (place: string): string => {
    const mention = mentions.find(({ id }) => id === place)
    return mention ? wordsOf(document.text, mention) : place
  }
  return claims
    .filter(isFigureClaim)
    .filter(({ attribute }) => attribute !== 'quantity')
    .map(({ attribute, value: { low, scope } }) => [attribute, low, scope && { ...scope, places: scope.places.map(named) }])
}

const STRIKES = 'The U.S. military struck five sites of the militia in Iraq and Syria on Sunday. '

it('reads what a figure covers where the incident is told to be larger', () => {
  const scope = { places: ['Iraq'], sites: 3, text: 'three air strikes' }
  expect(
    scopesOf(`${STRIKES}At least 25 fighters were killed and at least 55 wounded in three air strikes inside Iraq, officials said.`),
  ).toEqual([
    ['killed', 25, scope],
    ['wounded', 55, scope],
  ])
  expect(scopesOf('Jets hit six villages on Monday. At least 20 people were killed in two of the villages.')).toEqual([
    ['killed', 20, { places: [], sites: 2, text: 'two of the villages' }],
  ])
})

it('leaves numbers of two towns whole: each is an incident of its own', () => {
  expect(scopesOf('Eight people were killed in Aleppo and four in Idlib.')).toEqual([
    ['killed', 8, null],
    ['killed', 4, null],
  ])
})

it('tells a number for the whole country from that of one town', () => {
  const text = 'A bomb in Kabul on Sunday killed 12 people. At least 40 were killed across the country, the ministry said.'
  expect(scopesOf(text)).toEqual([
    ['killed', 12, null],
    ['killed', 40, { places: ['the country'], sites: null }],
  ])
})

it('gives none to a figure of the whole incident', () => {
  expect(scopesOf('Three air strikes in the city of Derna killed 12 people.')).toEqual([['killed', 12, null]])
  expect(scopesOf('A bomb in Kabul on Sunday killed 12 people and wounded 30.')).toEqual([
    ['killed', 12, null],
    ['wounded', 30, null],
  ])
})
