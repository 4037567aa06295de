import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate } from './match.ts'
import { type Fresh, type PlaceOptions, place } from './place.ts'
import { NOTHING_SEEN, toRarity } from './rarity.ts'
import type { Sheet } from './sheet.ts'

const sheet = (words: string, over: Partial<Sheet> = {}): Sheet => ({
  type: 'Explosions/Remote violence',
  subType: 'Air/drone strike',
  status: 'happened',
  main: true,
  days: [{ from: '2021-03-04', to: '2021-03-04' }],
  published: ['2021-03-05'],
  places: [{ name: 'hama', country: 'SY', lat: 35.13, lon: 36.75, precision: 1 }],
  around: [],
  parties: [],
  figures: [],
  people: [],
  ages: [],
  spots: [],
  words: words.toLowerCase().split(' '),
  names: words
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.toLowerCase()),
  members: [],
  ...over,
})

const OPTIONS: PlaceOptions = { rarity: toRarity(NOTHING_SEEN), idOf: (telling) => `id of ${telling}` }

const fresh = (document: string, one: Sheet, local = 'i1'): Fresh => ({ local, telling: `${document} 1 ${local}`, sheet: one })

/** Adds documents in an order, each of one incident; gives the groups of documents. */
const addAll = (documents: readonly (readonly [string, Sheet])[], options: PlaceOptions = OPTIONS): readonly string[] => {
  const held = new Map<string, Sheet>()
  const of = new Map<string, string>()
  for (const [document, one] of documents) {
    const added = fresh(document, one)
    const candidates = [...held].map(([incident, kept]): Candidate => ({ incident, sheet: kept }))
    const { placed, shifts, sheets } = place([added], candidates, options)
    of.set(added.telling, placed[0]!.incident)
    for (const { telling, from, to } of shifts)
      if (telling !== null) of.set(telling, to)
      else for (const [key, incident] of of) if (incident === from) of.set(key, to)
    for (const [incident, kept] of sheets)
      if (kept) held.set(incident, kept)
      else held.delete(incident)
  }
  return [...Map.groupBy(of.keys(), (telling) => of.get(telling)!).values()]
    .map((same) =>
      same
        .map((telling) => telling.split(' ')[0])
        .toSorted()
        .join(' '),
    )
    .toSorted()
}

const SILO = sheet('grain silo warplanes bombed Hama Tariq villagers')
const SILO_AGAIN = sheet('grain silo bombed Hama Tariq ambulances', { published: ['2021-03-06'] })
const DAM = sheet('dam spillway bombed engineers Osman turbine', {
  days: [{ from: '2021-05-20', to: '2021-05-20' }],
  published: ['2021-05-21'],
})
const DAM_AGAIN = sheet('dam turbine bombed Osman flooded', { days: [{ from: '2021-05-20', to: '2021-05-20' }], published: ['2021-05-21'] })

describe('placing the incidents of a new document', () => {
  it('gives the same groups in any order', () => {
    const documents = [
      ['a', SILO],
      ['b', SILO_AGAIN],
      ['c', DAM],
      ['d', DAM_AGAIN],
    ] as const
    fc.assert(
      fc.property(fc.shuffledSubarray([...documents], { minLength: 4 }), (order) => {
        expect(addAll(order)).toEqual(['a b', 'c d'])
      }),
    )
  })

  it('joins two incidents when a document comes that is like both', () => {
    const first = sheet('grain silo Tariq smoke', { places: [], days: [] })
    const second = sheet('villagers Nasser ambulances clinic', { places: [], days: [] })
    const both = sheet('grain silo Tariq smoke villagers Nasser ambulances clinic', { places: [], days: [] })
    const groups = new Set(
      [
        ['a', 'b', 'c'],
        ['c', 'a', 'b'],
        ['b', 'c', 'a'],
      ].map((order) => addAll(order.map((name) => [name, { a: first, b: second, c: both }[name]!] as const)).join(' | ')),
    )
    expect(groups.size).toBe(1)
  })

  it('puts the incidents of one document under different ones', () => {
    const { placed } = place(
      [fresh('b', SILO), fresh('b', SILO_AGAIN, 'i2')],
      [{ incident: 'x', sheet: { ...SILO, telling: 'a 1 i1' } }],
      OPTIONS,
    )
    expect(placed.filter(({ incident }) => incident === 'x')).toHaveLength(1)
    expect(new Set(placed.map(({ incident }) => incident)).size).toBe(2)
  })

  it('leaves apart what a person has called different, and whole what a person has put together', () => {
    const candidates = [
      { incident: 'x', sheet: { ...SILO, telling: 'a 1 i1' } },
      { incident: 'y', sheet: { ...SILO_AGAIN, telling: 'b 1 i1' } },
    ]
    const joined = place([fresh('c', SILO)], candidates, OPTIONS)
    expect(joined.shifts).toHaveLength(1)
    const apart = place([fresh('c', SILO)], candidates, { ...OPTIONS, areApart: () => true })
    expect(apart.shifts).toEqual([])
    expect(apart.likenesses).toEqual([])
    const fixed = candidates.map(({ incident, sheet: kept }) => ({ incident, sheet: { ...kept, fixed: true as const } }))
    expect(place([fresh('c', SILO)], fixed, OPTIONS).shifts).toEqual([])
  })

  it('asks about what may be the same', () => {
    const held = { ...SILO, words: ['grain', 'silo', 'smoke', 'tariq'], telling: 'a 1 i1' }
    const like = sheet('crowd fire road', { published: [] })
    const { placed, likenesses } = place([fresh('b', like)], [{ incident: 'x', sheet: held }], OPTIONS)
    expect(placed).toMatchObject([{ incident: 'id of b 1 i1', fresh: true, because: [] }])
    expect(likenesses).toMatchObject([{ pair: ['id of b 1 i1', 'x'] }])
    expect(likenesses[0]!.score).toBeGreaterThan(0.04)
    expect(likenesses[0]!.score).toBeLessThan(0.5)
  })
})
