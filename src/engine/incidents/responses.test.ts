import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()
const answers = (text: string): readonly string[] => {
  const { incidents, relations } = extract({ id: 'sha256:response', facts: { published: '2024-01-05' }, text }, assets)
  const place = new Map(incidents.map(({ id }, i) => [id, i + 1]))
  return relations.flatMap(({ type, from, to }) => (type === 'in-response-to' ? [`${place.get(from)} to ${place.get(to)}`] : []))
}

describe('one incident in answer to another', () => {
  it.each([
    [
      'Our fighters struck a column of mercenaries on the road to Timbuktu on Friday, killing 11. This is the answer to the massacre of Tehergagate, where on Tuesday soldiers killed seven herders.',
      '1 to 2',
    ],
    [
      "Bandits raided Lomelo on Monday night, killing four herders. Two weeks earlier gunmen attacked Kapedo and killed a boy. Police have linked Monday's raid to that incident, terming it a revenge mission.",
      '1 to 2',
    ],
    [
      'A rocket hit a base near Kirkuk on Friday, killing a contractor. The United States responded with air strikes on five sites near al-Qaim on Sunday, killing 25 fighters.',
      '2 to 1',
    ],
    [
      'Soldiers shot dead a farmer in Aru on Monday. Villagers avenged him on Tuesday by killing two soldiers at a checkpoint in Bunia.',
      '2 to 1',
    ],
    [
      'The army bombed a market in Loikaw on Friday, killing 11 people. The strike may be the answer to what happened on Monday, when rebels shelled a barracks at Hpasawng and killed six soldiers.',
      '1 to 2',
    ],
    [
      'On 3 June 2023 fighters of our column carried out an action against the barracks in Loikaw. Two soldiers died. The action is a reply to the bombing of Hpasawng on 28 May, where six comrades fell.',
      '1 to 2',
    ],
    [
      'Missiles struck Kharkiv on Saturday and wounded 21 people. Shells had hit Belgorod hours earlier, killing 20. Moscow said the strikes on Kharkiv were its answer to Belgorod.',
      '1 to 2',
    ],
  ])('%s', (text, expected) => {
    expect(answers(text)).toEqual([expected])
  })

  it.each([
    'A bomb killed five people in Quetta on Sunday. Police responded by closing the roads. Gunmen killed two men in Karachi on Monday.',
    'A bomb killed five people in Quetta on Sunday. The answer to the question is not known. Gunmen killed two men in Karachi on Monday.',
    'A bomb killed five people in Quetta on Sunday. This is a disgrace, the mayor said. Gunmen killed two men in Karachi on Monday.',
  ])('not in: %s', (text) => {
    expect(answers(text)).toEqual([])
  })
})
