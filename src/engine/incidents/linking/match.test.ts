import { describe, expect, it } from 'vitest'
import { keysOf, lookupKeysOf } from './keys.ts'
import { compare, link } from './match.ts'
import { mergeSheets, type Sheet } from './sheet.ts'

const sheet = (over: Partial<Sheet>): Sheet => ({
  type: 'Explosions/Remote violence',
  subType: 'Air/drone strike',
  status: 'happened',
  days: [],
  places: [],
  parties: [],
  figures: [],
  ...over,
})
const place = (name: string, lat: number | null = null, lon: number | null = null, precision = 1) => ({
  name,
  country: null,
  lat,
  lon,
  precision,
})
const on = (day: string) => [{ from: day, to: day }]
const hama = place('hama', 35.13, 36.75)
const nearHama = place('taybat al imam', 35.27, 36.71)
const otherVillage = place('salamiyah', 35.01, 37.05)
const toll = { attribute: 'killed', low: 12, high: null }
const aleppo = place('aleppo', 36.2, 37.16)

const meets = (a: Sheet, b: Sheet): boolean => {
  const kept = new Set(keysOf(b))
  return lookupKeysOf(a).some((key) => kept.has(key))
}

describe('comparing incidents', () => {
  const strike = sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'], figures: [toll] })

  it.each([
    ['the same day and place', sheet({ days: on('2021-03-04'), places: [hama] }), true],
    [
      'the same day, its district, a party shared',
      sheet({ days: on('2021-03-04'), places: [{ ...nearHama, precision: 3 }], parties: ['northern front'] }),
      true,
    ],
    ['the same day, its district, nothing more', sheet({ days: on('2021-03-04'), places: [{ ...nearHama, precision: 3 }] }), false],
    ['the same day, another village', sheet({ days: on('2021-03-04'), places: [otherVillage], parties: ['northern front'] }), false],
    ['an unknown day, place and party shared', sheet({ places: [hama], parties: ['northern front'] }), true],
    ['an unknown place, day and party shared', sheet({ days: on('2021-03-04'), parties: ['northern front'] }), false],
    [
      'an unknown place, day, party and figure shared',
      sheet({ days: on('2021-03-04'), parties: ['northern front'], figures: [toll] }),
      true,
    ],
    ['an unknown day, only the place shared', sheet({ places: [hama] }), false],
    ['the same day, another city', sheet({ days: on('2021-03-04'), places: [aleppo], parties: ['northern front'] }), false],
    ['the same place, another week', sheet({ days: on('2021-03-14'), places: [hama], parties: ['northern front'] }), false],
    ['a protest there that day', sheet({ type: 'Protests', subType: 'Peaceful protest', days: on('2021-03-04'), places: [hama] }), false],
    ['a threat of one', sheet({ status: 'threatened', days: on('2021-03-04'), places: [hama] }), false],
  ])('%s', (_, other, same) => {
    expect(compare(strike, other) !== undefined).toBe(same)
    expect(compare(other, strike) !== undefined).toBe(same)
  })

  it('gives its reasons', () => {
    expect(compare(strike, sheet({ days: on('2021-03-05'), places: [hama], parties: ['northern front'] }))?.because).toEqual([
      'both Air/drone strike',
      'a day apart',
      'same place: hama',
      'same parties: northern front',
    ])
  })
})

describe('linking', () => {
  it('takes the best pair first and no incident twice', () => {
    const held = { incident: 'x', sheet: sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'] }) }
    const first = { local: 'i1', sheet: sheet({ days: on('2021-03-05'), places: [hama], parties: ['northern front'] }) }
    const second = { local: 'i2', sheet: sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'] }) }
    expect(link([first, second], [held]).map(({ incident }) => incident)).toEqual([null, 'x'])
    expect(link([first], [])).toEqual([{ local: 'i1', incident: null, score: 0, because: [] }])
  })

  it('joins what two documents say', () => {
    const merged = mergeSheets(sheet({ places: [hama] }), sheet({ days: on('2021-03-04'), places: [hama, nearHama] }))
    expect(merged.days).toEqual(on('2021-03-04'))
    expect(merged.places).toEqual([hama, nearHama])
  })
})

describe('the keys of linking', () => {
  const dated = sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'] })

  it('let incidents meet that could be the same', () => {
    expect(meets(dated, sheet({ days: on('2021-03-05'), places: [nearHama] }))).toBe(true)
    expect(meets(sheet({ places: [nearHama] }), dated)).toBe(true)
    expect(meets(dated, sheet({ places: [nearHama] }))).toBe(true)
    expect(meets(dated, sheet({ days: on('2021-03-03'), parties: ['northern front'] }))).toBe(true)
  })

  it('keep apart what could not be', () => {
    expect(meets(dated, sheet({ days: on('2021-05-05'), places: [hama] }))).toBe(false)
    expect(meets(dated, sheet({ days: on('2021-03-04'), places: [place('accra', 5.6, -0.2)] }))).toBe(false)
  })

  it('cross the date line', () => {
    const west = sheet({ days: on('2021-03-04'), places: [place('west', -16.8, -179.9)] })
    const east = sheet({ days: on('2021-03-04'), places: [place('east', -16.7, 179.9)] })
    expect(meets(west, east)).toBe(true)
  })
})
