import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../assets/load.ts'
import { wordsOf } from '../../model/span.ts'
import { extract } from '../extract.ts'

const assets = loadAssets()

/** Each incident's places, days and numbers of dead. */
const read = (text: string) => {
  const { document, incidents, claims, mentions } = extract({ id: 'sha256:entries', text, facts: {} }, assets)
  const said = (incident: string, attribute: string) =>
    claims.flatMap((claim) => {
      if (claim.incident !== incident || claim.attribute !== attribute || !('mention' in claim.value)) return []
      const { mention } = claim.value
      const found = mentions.find(({ id }) => id === mention)
      return found ? [found.kind === 'time' ? found.value : wordsOf(document.text, found)] : []
    })
  const dead = (incident: string) =>
    claims.flatMap(({ incident: own, attribute, value }) =>
      own === incident && attribute === 'killed' && 'low' in value ? [value.low] : [],
    )
  return incidents.map(({ id }) => ({ places: said(id, 'place'), dates: said(id, 'date'), dead: dead(id) }))
}

describe('parts with labels of their own', () => {
  it('tell of one event each, where and when their labels say', () => {
    const log =
      'Police log, week ending Aug. 24, 2019\n\nMonday. Mill Rd., 9:40 p.m. A man was stabbed and died.\n\nFriday. High St., 11:55 p.m. Two men were shot and died.'
    expect(read(log)).toEqual([
      { places: ['Mill Rd.'], dates: ['2019-08-19'], dead: [1] },
      { places: ['High St.'], dates: ['2019-08-23'], dead: [2] },
    ])
  })
  it('of a timeline have each its day, the first too', () => {
    const line = 'Attacks on schools\n\n12 March 2012 - Gunmen shot three children dead.\n\n2 April 2015 - Gunmen shot four students dead.'
    expect(read(line)).toMatchObject([
      { dates: ['2012-03-12'], dead: [3] },
      { dates: ['2015-04-02'], dead: [4] },
    ])
  })
  it('take no day from the dateline of the whole', () => {
    const note =
      'Daily note\n\n5 May 2019\n\nTwo men were shot dead.\n\n- Northport: A man was hurt.\n\n- Lake City: A man was stabbed to death.'
    expect(read(note).flatMap(({ dates }) => dates)).toEqual([])
  })
  it('lend nothing to each other', () => {
    const note = 'Daily note, 5 May 2019\n\n1) NORTHFIELD: Gunmen shot two traders dead.\n\n2) LAKE CITY: Gunmen shot three traders dead.'
    expect(read(note).map(({ places, dead }) => [places, dead])).toEqual([
      [['NORTHFIELD'], [2]],
      [['LAKE CITY'], [3]],
    ])
  })
  it('tell of a day before their own only in their own words', () => {
    const log = 'Police log, week ending Aug. 24, 2019\n\nTuesday. A man was shot dead on Sunday, police learned.\n\nFriday. Nobody called.'
    expect(read(log)).toMatchObject([{ dates: ['2019-08-18'] }])
  })
})

describe('a sum below the items', () => {
  const aggregates = (text: string) =>
    extract({ id: 'sha256:sum', text, facts: {} }, assets).aggregates.map(({ attribute, value }) => [attribute, value.low])
  const ITEMS = 'Daily note, 5 May 2019\n\n- Northport: Gunmen shot two traders dead.\n- Lake City: Gunmen shot three traders dead.\n\n'
  it('is no event', () =>
    expect(aggregates(`${ITEMS}Total: one soldier was killed and five were wounded.`)).toEqual([
      ['killed', 1],
      ['wounded', 5],
    ]))
  it('is one where nothing is added up', () => expect(aggregates(`${ITEMS}Gunmen killed five soldiers near the border.`)).toEqual([]))
})

describe('headings', () => {
  it('of places part what stands below them', () => {
    const update =
      'Weekly update\n\nNorthport State\nGunmen shot two traders dead on Monday.\n\nLakes State\nGunmen shot three traders dead on Monday.'
    expect(read(update).map(({ dead }) => dead)).toEqual([[2], [3]])
  })
  it('of topics do not', () => {
    const story =
      'Gunmen kill three at market in Northport\n\nA night of fear\n\nGunmen killed three people at a market in Northport on Monday.\n\nWhat comes next\n\nThe attack, in which three people were killed, was the first of its kind.'
    expect(read(story)).toHaveLength(1)
  })
})

describe('a live page', () => {
  it('tells one event in all its entries, on its day and not at their clocks', () => {
    const page =
      'Live: gunmen attack market in Northport\n\nSaturday 14 January 2023\n\n21:40 The governor says 12 people were killed in the attack.\n\n19:10 Gunmen have attacked the market. At least five people were killed, the mayor says.'
    const [only, ...rest] = read(page)
    expect(rest).toEqual([])
    expect(only).toMatchObject({ dates: ['2023-01-14'], dead: [12, 5] })
  })
  it('does not date what was before', () => {
    const page =
      'Live: vote in Northport\n\nSaturday 14 January 2023\n\n21:40 The count goes on.\n\n19:10 Last month gunmen killed the mayor of Lake City.'
    expect(read(page)).toMatchObject([{ dates: ['2022-12'] }])
  })
})

describe('a list of what came of it', () => {
  it('belongs to the event above', () => {
    const post =
      'Our men ambushed a convoy of the army near Northport on Friday.\n\nResult:\n▪️ 11 soldiers killed\n▪️ 3 vehicles burnt\n\nThe enemy fled.'
    expect(read(post)).toMatchObject([{ dead: [11] }])
  })
})
