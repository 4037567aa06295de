import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

const first = (text: string, attribute: string): readonly string[] => {
  const { document, claims, mentions } = extract({ id: 'sha256:opening', text, facts: {} }, assets)
  return claims.flatMap((claim) => {
    const { value } = claim
    if (claim.attribute !== attribute || claim.incident !== 'i1' || !('mention' in value)) return []
    const found = mentions.find(({ id }) => id === value.mention)
    return found ? [wordsOf(document.text, found)] : []
  })
}

describe('where the event a report is about was, if its own words do not say', () => {
  it('reads the dateline, and not where somebody spoke', () => {
    expect(first('QUETTA, 3 May 2021 - A bomb killed five people in a market, police said.', 'place')).toEqual(['QUETTA'])
    expect(first('A bomb killed five people in a market, a minister said in Geneva.', 'place')).toEqual([])
  })
})

describe('names no gazetteer lists', () => {
  it.each([
    ['Gunmen killed five people in the village of Xarbuloq on Monday.', ['Xarbuloq']],
    ['Gunmen killed five people in the Xarbuloq district on Monday.', ['Xarbuloq']],
    ['Gunmen of the Xarbuloq Brigade killed five people on Monday.', []],
  ])('%s', (text, places) => {
    expect(first(text, 'place')).toEqual(places)
  })
})
