import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const totals = (text: string): readonly string[] =>
  extract({ id: 'sha256:period', facts: { published: '2024-07-06' }, text }, assets).aggregates.map(
    ({ attribute, value, period }) => `${attribute} ${value.low} ${period}`,
  )

describe('totals over a period', () => {
  it.each([
    ['Between January and June the United Nations documented 934 killings across the capital.', ['killed 934 January and June']],
    ['The group documented 63 deaths in custody in 2019.', ['killed 63 2019']],
    ['In the first quarter police killed 330 people in the state.', ['killed 330 the first quarter']],
    [
      'The union said at least 22 journalists had been killed since the present administration took office.',
      ['killed 22 since the present administration took office'],
    ],
    ['From 1979 to the end of 2023 the figures were 19,822 killed.', ['killed 19822 1979 to the end of 2023']],
    [
      'From 1988 to the end of 2020 the figures were 4,822 killed and 5,215 injured.',
      ['killed 4822 1988 to the end of 2020', 'wounded 5215 1988 to the end of 2020'],
    ],
    ['More than 6,000 people have died in the fighting, by one count.', ['killed 6001 in the fighting']],
    [
      'Since 19 November 2023 this office has recorded 59 incidents; four seafarers have been killed, three in a single missile strike on 6 March.',
      ['killed 4 19 November 2023'],
    ],
    ['Mine bulletin No. 9\nReporting period: 1 January – 31 March 2024\n\n193 people killed.', ['killed 193 1 January – 31 March 2024']],
    ['UPDATE 4\nPeriod covered: March 2024\n\nMines killed 12 people.', ['killed 12 March 2024']],
  ])('%s', (text, expected) => {
    expect(totals(text)).toEqual(expected)
  })
})

describe('tolls of one event', () => {
  it.each([
    'Gunmen killed 14 villagers in Katsina last year in an attack on a market.',
    'The army killed 30 rebels in March.',
    'A bomb killed 12 people in the market in 2019.',
    'Rebels have killed 12 people since they attacked the town on Monday.',
    'The clinic said 34 people had been wounded since 11:40 a.m. on Friday.',
    'Doctors recorded 17 deaths after the strike on Sunday.',
    'Flash update\nReporting period: 26 to 29 January 2024\n\nThe raid killed 12 people.',
    'Bulletin\nReporting period: 1 January – 31 March 2024\n\nIn an attack on a market gunmen killed 12 people.',
    'Bulletin\nReporting period: 1 January – 31 March 2024\n\nA mine killed 12 people near Basra on 4 March.',
    'Eleven people were killed on the way to a weekly market when a cart hit a mine.',
    'Since Thursday 60 people have died in the fighting at Nasso.',
    'In a week of fighting at Nasso 74 people have been wounded.',
    'In the last week of August five civilians were killed in a raid.',
  ])('%s', (text) => {
    expect(totals(text)).toEqual([])
  })
})
