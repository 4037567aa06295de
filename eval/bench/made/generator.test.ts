import { expect, it } from 'vitest'
import { loadAssets } from '../../../src/assets/load.ts'
import { extract } from '../../../src/engine/extract.ts'
import { makeAnalysis } from './generator.ts'

const TEXT = 'Shells hit the crowded market in Gorlova on 4 March 2021. At least 12 people were killed and several wounded, the mayor said.'
const base = [extract({ id: 'sha256:0', facts: { published: '2021-03-05' }, text: TEXT }, loadAssets())]

it('makes the same analysis for the same number, and others for others', () => {
  expect(makeAnalysis(base)(5)).toEqual(makeAnalysis(base)(5))
  expect(makeAnalysis(base)(5).document.text).not.toBe(makeAnalysis(base)(6).document.text)
})

it('leaves every offset where it was', () => {
  const made = makeAnalysis(base)(11)
  expect(made.document.text).toHaveLength(base[0]!.document.text.length)
  expect(made.claims.map(({ spans }) => spans)).toEqual(base[0]!.claims.map(({ spans }) => spans))
})

it('tells of one event in two documents out of three', () => {
  const make = makeAnalysis(base)
  const dayOf = (n: number) => make(n).mentions.find(({ kind }) => kind === 'time')
  expect(dayOf(1)).toEqual(dayOf(2))
  expect(dayOf(1)).not.toEqual(dayOf(3))
})
