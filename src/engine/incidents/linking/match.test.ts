import { describe, expect, it } from 'vitest'
import { EVEN } from './compare.ts'
import { keysOf, lookupKeysOf } from './keys.ts'
import { compare } from './match.ts'
import { mergeSheets, type Sheet } from './sheet.ts'

const sheet = (over: Partial<Sheet>): Sheet => ({
  type: 'Explosions/Remote violence',
  subType: 'Air/drone strike',
  status: 'happened',
  main: true,
  days: [],
  published: [],
  places: [],
  around: [],
  parties: [],
  figures: [],
  people: [],
  ages: [],
  spots: [],
  words: [],
  names: [],
  members: [],
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
const said = (text: string) => ({
  words: text.toLowerCase().split(' '),
  names: text
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.toLowerCase()),
})
const hama = place('hama', 35.13, 36.75)
const nearHama = place('taybat al imam', 35.27, 36.71)
const aleppo = place('aleppo', 36.2, 37.16)

const meets = (a: Sheet, b: Sheet): boolean => {
  const kept = new Set(keysOf(b))
  return lookupKeysOf(a).some((key) => kept.has(key))
}

const isOne = (a: Sheet, b: Sheet): boolean => compare(a, b).score > EVEN

describe('comparing incidents', () => {
  const told = said('warplanes bombed grain silo Hama villagers ambulances Tariq')
  const strike = sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'], ...told })

  it.each([
    ['the same day, a village nearby', sheet({ ...said('grain silo Hama aircraft'), days: on('2021-03-04'), places: [nearHama] }), true],
    ['an unknown day', sheet({ ...said('silo bombed Hama Tariq'), places: [hama], parties: ['northern front'] }), true],
    ['an unknown place', sheet({ ...said('grain silo warplanes Tariq'), days: on('2021-03-04'), parties: ['northern front'] }), true],
    ['an unknown day, only the place shared', sheet({ places: [hama], ...said('shop opened') }), false],
    ['the same day, another city', sheet({ ...said('market Aleppo'), days: on('2021-03-04'), places: [aleppo] }), false],
    ['the same place, another month', sheet({ ...said('bridge Hama'), days: on('2021-06-14'), places: [hama] }), false],
    ['a protest there', sheet({ ...said('crowd Hama'), type: 'Protests', subType: 'Peaceful protest', places: [hama] }), false],
    ['a threat of one', sheet({ ...told, status: 'threatened', days: on('2021-03-04'), places: [hama] }), false],
  ])('%s', (_, other, same) => {
    expect(isOne(strike, other)).toBe(same)
    expect(isOne(other, strike)).toBe(same)
  })

  it('does not depend on which comes first', () => {
    const other = sheet({ ...said('silo bombed Hama Tariq'), days: on('2021-03-05'), places: [nearHama] })
    expect(compare(strike, other).score).toBeCloseTo(compare(other, strike).score, 10)
  })

  it('gives its reasons', () => {
    const other = sheet({ ...said('silo Tariq'), days: on('2021-03-04'), places: [hama] })
    expect(compare(strike, other).because.toSorted()).toEqual([
      'both Air/drone strike',
      'rare words shared: silo, tariq',
      'same day',
      'same place: hama',
    ])
  })

  it('takes a name with its age for strong evidence, and other names and ages for evidence against', () => {
    const victim = (name: string, age: number) =>
      sheet({ ...said('shooting'), people: [{ name, last: name.split(' ')[1]!, age }], ages: [age] })
    const one = victim('joan merrick', 34)
    expect(compare(one, victim('joan merrick', 34)).score - compare(one, victim('paul osgood', 51)).score).toBeGreaterThan(4)
  })

  it('compares an incident of several documents with each of them', () => {
    const far = sheet({ ...said('dam Lattakia'), days: on('2021-03-04') })
    const merged = mergeSheets(strike, far)
    expect(compare(merged, strike).score).toBeCloseTo((compare(strike, strike).score + compare(far, strike).score) / 2, 10)
  })
})

describe('joining sheets', () => {
  it('joins what two documents say', () => {
    const merged = mergeSheets(sheet({ places: [hama] }), sheet({ days: on('2021-03-04'), places: [hama, nearHama] }))
    expect(merged.days).toEqual(on('2021-03-04'))
    expect(merged.places).toEqual([hama, nearHama])
    expect(merged.members.length).toBe(2)
  })
})

describe('the keys of linking', () => {
  const dated = sheet({ days: on('2021-03-04'), places: [hama], parties: ['northern front'], ...said('Tariq') })

  it('let incidents meet that could be the same', () => {
    expect(meets(dated, sheet({ days: on('2021-03-05'), places: [nearHama] }))).toBe(true)
    expect(meets(sheet({ places: [nearHama] }), dated)).toBe(true)
    expect(meets(dated, sheet({ places: [nearHama] }))).toBe(true)
    expect(meets(dated, sheet({ days: on('2021-03-03'), parties: ['northern front'] }))).toBe(true)
  })

  it('let them meet by a rare name where day and place are unknown', () => {
    expect(meets(dated, sheet(said('Tariq')))).toBe(true)
    expect(meets(sheet({ published: ['2021-03-07'], ...said('Tariq') }), dated)).toBe(true)
    expect(meets(sheet({ published: ['2021-09-07'], ...said('Tariq') }), dated)).toBe(false)
    expect(meets(sheet({ published: ['2021-03-07'], ...said('Monday') }), dated)).toBe(false)
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
