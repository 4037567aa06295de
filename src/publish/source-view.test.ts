import { expect, it } from 'vitest'
import { NOBODY_DESCRIBED } from '../model/claim.ts'
import { toSourceView } from './source-view.ts'

const SOURCE = {
  key: 'words:police',
  name: 'police',
  kind: 'official-other',
  named: true,
  actor: null,
  documents: 0,
  first: 0,
  copies: 0,
  quotedIn: 2,
  told: 2,
  claims: 2,
} as const

const figure = (low: number | null, high: number | null) => ({
  low,
  high,
  approximate: false,
  words: null,
  extent: 'total' as const,
  of: null,
  people: NOBODY_DESCRIBED,
  scope: null,
})

const given = (incident: string, key: string, published: string | null, low: number | null, high: number | null) => ({
  incident,
  title: incident,
  day: '2020-06-02',
  key,
  document: `d-${key}-${published}`,
  claim: 'c1',
  reading: 1,
  published,
  figure: figure(low, high),
})

const PARTS = { quotes: [], quotedBy: [], copies: [], copiedBy: [], attributes: [], incidents: 1 }
const relationOf = (...figures: readonly ReturnType<typeof given>[]) =>
  toSourceView(SOURCE, { ...PARTS, figures }).figures.map(({ relation }) => relation)

it.each([
  ['lower', 12, 12],
  ['overlaps', 7, null],
  ['overlaps', 7, 7],
  ['higher', 3, 5],
] as const)('calls a figure %s when later ones run from %s to %s', (relation, low, high) =>
  expect(relationOf(given('i', 'words:police', '2020-06-02', 7, 7), given('i', 'words:mayor', '2020-06-03', low, high))).toEqual([
    relation,
  ]),
)

it('compares with later ones only, from the first that it gave', () => {
  expect(relationOf(given('i', 'words:police', '2020-06-02', 7, 7), given('i', 'words:mayor', '2020-06-01', 20, 20))).toEqual([
    'none-later',
  ])
  expect(
    relationOf(
      given('i', 'words:police', '2020-06-04', 20, 20),
      given('i', 'words:police', '2020-06-02', 7, 7),
      given('i', 'words:mayor', '2020-06-03', 20, 20),
    ),
  ).toEqual(['lower'])
})

it('says nothing of an undated document', () =>
  expect(relationOf(given('i', 'words:police', null, 7, 7), given('i', 'words:mayor', '2020-06-03', 20, 20))).toEqual(['undated']))
