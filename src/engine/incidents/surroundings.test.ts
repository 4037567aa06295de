import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

/** Each incident's places and days, in the document's words. */
const read = (text: string) => {
  const { document, incidents, claims, mentions } = extract({ id: 'sha256:where', text, facts: {} }, assets)
  const said = (incident: string, attribute: string): readonly string[] =>
    claims.flatMap((claim) => {
      if (claim.incident !== incident || claim.attribute !== attribute || !('mention' in claim.value)) return []
      const { mention } = claim.value
      const found = mentions.find(({ id }) => id === mention)
      return found ? [wordsOf(document.text, found)] : []
    })
  return incidents.map(({ id }) => ({ places: said(id, 'place'), dates: said(id, 'date') }))
}

describe('where and when', () => {
  it('reads the label of an item', () => {
    const note =
      'Daily note\n\n1) Northport. Gunmen shot a driver dead on Monday.\n\n2) LAKE CITY. Armed men shot two traders dead on Monday.'
    expect(read(note).map(({ places }) => places)).toEqual([['Northport'], ['LAKE CITY']])
  })

  it('takes no words of an item for its label that go on', () => {
    const note = 'Daily note\n\n1) LAKE CITY POLICE said gunmen shot a driver dead on Monday.'
    expect(read(note).map(({ places }) => places)).not.toContainEqual(['LAKE CITY POLICE'])
  })

  it('reads a day before the clause that it opens', () => {
    expect(read('The old remember Salto, August 1999, when gunmen killed 27 villagers.')).toMatchObject([{ dates: ['August 1999'] }])
  })

  it('takes a country from whose base it was, where the deeds lie there', () => {
    const strikes = 'Jets bombed a depot near Mosul, Iraq, on 29 May 2019, two days after a rocket barrage killed a guard at an Iraqi base.'
    expect(read(strikes).map(({ places }) => places)).toContainEqual(['Iraqi'])
    const abroad =
      'Jets bombed a depot near Mosul, Iraq, on 29 May 2019, two days after a rocket barrage killed a guard at an American base.'
    expect(read(abroad).flatMap(({ places }) => places)).not.toContain('American')
  })

  it('takes no armed force for a place', () => {
    expect(read('Jets carried out strikes on a paramilitary group, part of Iraqi Armed Forces, on Monday.')).toMatchObject([{ places: [] }])
  })

  it('finds a place that opens what is told, though the parse hangs it on the telling', () => {
    expect(read('In the town of Samarra, gunmen killed four farmers at a checkpoint, police said.')).toMatchObject([
      { places: ['Samarra'] },
    ])
    expect(read('In Geneva, police said gunmen killed four farmers at a checkpoint.')).toMatchObject([{ places: [] }])
  })
})

describe('names no gazetteer lists', () => {
  const countriesOf = (text: string) =>
    extract({ id: 'sha256:lands', text, facts: {} }, assets)
      .mentions.filter((mention) => mention.kind === 'place' && mention.lat === null)
      .map((mention) => (mention.kind === 'place' ? mention.country : undefined))

  it('lie in the country of the places around', () => {
    expect(countriesOf('Gunmen killed four farmers in the village of Xarbuloq, near Quetta.')).toEqual(['PK'])
    expect(countriesOf('Troops held Quetta and Multan. Gunmen killed four farmers in the village of Xarbuloq.')).toEqual(['PK'])
    expect(countriesOf('Gunmen killed four farmers in the village of Xarbuloq.')).toEqual([null])
    expect(countriesOf('Troops held Quetta and Kandahar. Gunmen killed four farmers in the village of Xarbuloq.')).toEqual([null])
  })

  it('are places wherever they stand, once words made them so', () => {
    const found = read('Gunmen raided the market of Xarbuloq on Monday. Five people were killed in the village of Xarbuloq on Monday.')
    expect(found[0]?.places[0]).toBe('Xarbuloq')
  })
})

describe('a time or a place that opens a sentence', () => {
  it('goes along to the deed beside the verb it stands with', () => {
    expect(read('On May 23, a trader was dragged from his shop in Quetta and killed.')).toMatchObject([
      { dates: ['May 23'], places: ['Quetta'] },
    ])
  })
})

describe('another day', () => {
  const now = 'A bomb killed 30 people in a market in Quetta on 3 May 2021. '
  it.each([
    ['In December, gunmen killed five traders.', 2],
    ['Last month gunmen killed five traders.', 2],
    ['Five traders are among the dead.', 1],
  ])('%s', (more, n) => {
    expect(read(now + more)).toHaveLength(n)
  })
})
