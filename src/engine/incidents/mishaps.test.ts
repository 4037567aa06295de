import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const tolls = (text: string): readonly string[] =>
  extract({ id: 'sha256:mishap', facts: { published: '2024-01-05' }, text }, assets).claims.flatMap(({ attribute, value }) =>
    attribute === 'killed' || attribute === 'wounded' ? [`${attribute} ${'low' in value ? value.low : ''}`] : [],
  )

describe('mishaps are no incidents', () => {
  it.each([
    'At least seven workers were killed as a boiler went off with a bang at a rice mill on Sunday. Parts of it flew off like a rocket, locals said. The injured were taken to hospital, where two more died, raising the toll to nine.',
    'A tremor of magnitude 5.7 killed three villagers and injured 26 in the mountains on Tuesday, officials said.',
    'A blast of firedamp deep in a coal pit took the lives of 35 miners on Wednesday, the minister said.',
    "The storm's path has been compared with that of an earlier one, which left 45 dead in 2019.",
    'On Sunday a gas explosion had destroyed a flat in Altona. Five tenants were hurt and a man of 71 was found dead.',
    'Three children drowned in the river on Sunday.',
    'Three people lost their lives when a regional train struck a lorry at a level crossing on Thursday. Officials had spoken of five dead at first.',
    'A schoolboy was killed when he was hit by a train on Sunday.',
    'A boiler exploded at a mill in Rana on Sunday. The owner is being sought. Eight bodies were charred. In 2012, nine men died at a like mill.',
    'Two dead as bus hits lorry\n\nA bus struck a lorry near Quetta on Sunday. Police ruled out an attack. A mayor had first spoken of four dead.',
    'A blast tore through a fireworks unit near Quetta on Sunday, killing four workers. It was as if a bomb had been dropped, a woman said.\n\nIn 2012 some 38 people perished in a fire at a unit in Multan.',
    'An earthquake shook the valley on Sunday.\n\n"We buried 40 in one afternoon," a farmer said.',
  ])('%s', (text) => {
    expect(tolls(text)).toEqual([])
  })

  it.each([
    ['An explosion in a market in Quetta killed five people on Sunday.', 'killed 5'],
    ['A car crashed into a ravine near Aru on Sunday after gunmen opened fire on it, killing three people.', 'killed 3'],
    ['A man drove a truck into a crowd in the attack on Sunday; nine people were killed, hit by the truck.', 'killed 9'],
    ['A lorry crashed near Aru on Sunday. On Monday gunmen raided Aru. Four farmers were killed.', 'killed 4'],
    [
      'An earthquake shook the valley on Sunday, killing six people.\n\nIn April gunmen killed four farmers in the market, and nine were hurt.',
      'killed 4',
    ],
    ['The town was flooded last year. On Sunday gunmen killed four farmers there.', 'killed 4'],
  ])('but: %s', (text, toll) => {
    expect(tolls(text)).toContain(toll)
  })
})
