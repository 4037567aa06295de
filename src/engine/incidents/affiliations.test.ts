import { expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const ties = (text: string): readonly string[] => {
  const { document, mentions, affiliations } = extract({ id: 'sha256:ties', text, facts: {} }, assets)
  const words = (id: string): string => wordsOf(document.text, mentions.find((one) => one.id === id)!)
  return affiliations.map(({ subject, type, object }) => `${words(subject)} ${type} ${words(object)}`)
}

it.each([
  ['Hezbollah, of which the Radwan Force forms part, fired rockets on Monday.', 'Radwan Force part-of Hezbollah'],
  ['Hamas is part of the alliance that calls itself the Northern Liberation Front.', 'Hamas part-of the Northern Liberation Front'],
  ['Gen. Luis Ospina, commander of the Eighth Division, spoke on Monday.', 'Gen. Luis Ospina leads Eighth Division'],
  [
    'The Camilo Torres front, which belongs to the group that calls itself Northern Bloc, struck.',
    'The Camilo Torres front part-of Northern Bloc',
  ],
  ['The Omar Mukhtar brigade, part of an alliance known as the Dawn Council, struck.', 'The Omar Mukhtar brigade part-of the Dawn Council'],
  ["The Qassam Brigades, Hamas's armed wing, struck on Monday.", 'The Qassam Brigades part-of Hamas'],
  ['JNIM, an al-Qaeda affiliate, struck on Monday.', 'JNIM part-of al-Qaeda'],
  ["Hamas's military wing, the Qassam Brigades, struck on Monday.", 'the Qassam Brigades part-of Hamas'],
  ["The Islamic State of Iraq, al-Qaeda's wing in the country, struck.", 'The Islamic State part-of al-Qaeda'],
  ['Hezbollah is part of the alliance that calls itself the Axis of Resistance.', 'Hezbollah part-of Axis of Resistance'],
])('%s', (text, expected) => {
  expect(ties(text)).toContain(expected)
})

it('ties nobody to a body that something of another kind belongs to', () => {
  expect(ties("Hezbollah, Israel's army said, fired rockets on Monday.")).toEqual([])
  expect(ties("Hamas, Israel's main enemy, struck on Monday.")).toEqual([])
})

it('says of nobody that an adjective is his name or his band', () => {
  const text = 'Guerrillas of the National Liberation Army, known by its Spanish acronym ELN, attacked a post on Monday.'
  expect(ties(text).filter((tie) => tie.endsWith(' Spanish'))).toEqual([])
})

it('tells a tie once, also where one name stands inside another', () => {
  const text = 'Gen. Luis Ospina, commander of the Eighth Division, spoke on Monday.'
  expect(ties(text).filter((tie) => tie.includes(' leads '))).toHaveLength(1)
})
