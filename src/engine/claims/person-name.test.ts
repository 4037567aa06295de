import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const victims = (text: string): readonly string[] => {
  const { document, claims, mentions } = extract({ id: 'sha256:names', text, facts: {} }, assets)
  return claims.flatMap(({ attribute, value }) => {
    const found = attribute === 'victim' && 'mention' in value ? mentions.find(({ id }) => id === value.mention) : undefined
    return found ? [wordsOf(document.text, found)] : []
  })
}

describe('the name of who came to harm', () => {
  it.each([
    ['Gunmen shot dead Judge Ana Ruiz in Cali on Monday.', 'Ana Ruiz'],
    ['FORMER DEFENSE MINISTER GENERAL ENRIQUE LOPEZ WAS SHOT DEAD BY GUNMEN IN LIMA ON MONDAY.', 'ENRIQUE LOPEZ'],
    ['Gunmen shot dead Ana Ruiz in Cali on Monday.', 'Ana Ruiz'],
    ['Gunmen shot dead a judge in Cali on Monday.', 'a judge'],
    ['Mayor Martin King was killed by gunmen in Cali on Monday.', 'Martin King'],
  ])('%s', (text, name) => {
    expect(victims(text)).toEqual([name])
  })
})
