import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const victims = (text: string): readonly string[] => {
  const { document, claims, mentions } = extract({ id: 'sha256:named', text, facts: {} }, assets)
  return claims.flatMap(({ attribute, value }) => {
    if (attribute !== 'victim' || !('fate' in value)) return []
    const found = mentions.find(({ id }) => id === value.mention)
    return found && found.kind === 'party' && found.named ? [`${wordsOf(document.text, found)} ${value.fate}`] : []
  })
}

const DEED = 'A bomb killed two people and wounded two in Cali on Monday. '

describe('lists of names', () => {
  it.each([
    ['The dead were identified as Ana Ruiz, 24, and Jorge Pardo, a trader.', ['Ana Ruiz killed', 'Jorge Pardo killed']],
    ['Among the wounded are Ana Ruiz and Jorge Pardo.', ['Ana Ruiz wounded', 'Jorge Pardo wounded']],
    ['The dead were buried on Tuesday, Ana Ruiz said.', []],
    ['The victims were not known to Ana Ruiz, who lives next door.', []],
  ])('%s', (text, names) => {
    expect(victims(DEED + text)).toEqual(names)
  })

  it('goes on from the sentence that counts', () => {
    expect(victims('Gunmen killed two people in Cali on Monday. They were Ana Ruiz and Jorge Pardo.')).toEqual([
      'Ana Ruiz killed',
      'Jorge Pardo killed',
    ])
    expect(victims('Gunmen killed two people in Cali on Monday: Ana Ruiz and Jorge Pardo.')).toEqual([
      'Ana Ruiz killed',
      'Jorge Pardo killed',
    ])
    expect(victims('Gunmen killed two people in Cali on Monday, Ana Ruiz said.')).toEqual([])
  })
})
