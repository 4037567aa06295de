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

describe('the day of a charge', () => {
  const charge = 'Friday 7 March 2025\n\nThe rebels claim that our air force bombed the market of Loikaw. We deny this. '
  const told = (text: string) => read(`Statement of the Northern Army\n\n${text}`)
  it('stands where its place is named again', () => {
    expect(told(`${charge}No plane flew over Loikaw on Thursday.`)[0]!.dates).toEqual(['Thursday'])
  })
  it('is none that is said of another place', () => {
    expect(told(`${charge}It is a lie. They know it. No plane flew over Hpasawng on Thursday.`)[0]!.dates).toEqual([])
  })
})

describe('a part of a day', () => {
  it('is no day of its own where one is told', () => {
    const [first, ...rest] = read(
      'NORTHPORT, March 7, 2025 - A bomb in a market in Quetta killed 30 people on Thursday.\n\nThe hospital said that 12 of the dead were women, and that it had run out of blood by the evening.',
    )
    expect(rest).toEqual([])
    expect(first!.dates).toEqual(['Thursday'])
  })
})

describe('so long after', () => {
  const raid = 'NORTHPORT, March 7, 2025 - A bomb in a market in Quetta killed 30 people on Thursday.\n\nThe attack came three days after '
  const days = (text: string): readonly (string | null)[] => {
    const { claims, mentions } = extract({ id: 'sha256:after', text, facts: {} }, assets)
    return claims.flatMap(({ attribute, value }) =>
      attribute === 'date' && 'mention' in value
        ? mentions.flatMap((one) => (one.id === value.mention && one.kind === 'time' ? [one.value] : []))
        : [],
    )
  }
  it('counts back from the day that was told before', () => {
    expect(days(`${raid}rebel artillery killed 11 people in a camp in Loralai.`)).toContain('2025-03-03')
  })
  it('counts nothing from when it was said', () => {
    expect(days(`${raid}the army said it had killed 11 rebels in Loralai.`)).not.toContain('2025-03-03')
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
