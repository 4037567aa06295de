import { describe, expect, it } from 'vitest'
import { toIncidentView } from './incident-view.ts'
import { caseRecords } from './records.case.ts'
import { velik } from './velik.case.ts'

const view = toIncidentView(velik().incident)
const row = (id: string) => view.matrix.rows.find((each) => each.id === id)!
const cell = (id: string, origin: string) => row(id).cells[view.matrix.columns.findIndex(({ name }) => name === origin)]!.entries

describe('the claims matrix', () => {
  it('has speakers as columns, not outlets', () => {
    expect(view.matrix.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['the governor, Ana Petrova', 'officials'],
      ['hospital sources', 'unnamed source · medical source'],
      ['The army', 'party to the conflict'],
      ['author of document 4', 'own words · blog'],
    ])
  })

  it('folds a reprint into the story it copies, with the count', () => {
    expect(cell('wounded', 'the governor, Ana Petrova')).toMatchObject([
      { quote: '55 wounded', copies: 1, repeats: 0, alsoIn: [{ n: 2, id: 'd2' }] },
    ])
  })

  it('keeps a superseded figure in sight', () => {
    expect(cell('killed', 'the governor, Ana Petrova').map(({ gist, standing }) => [gist, standing])).toEqual([
      ['at least 25', 'superseded'],
      ['31', 'current'],
    ])
  })

  it('sets parts below the figure they belong to', () => {
    expect(row('killed-part')).toMatchObject({ label: 'of them', part: true })
    expect(cell('killed-part', 'hospital sources')[0]?.quote).toBe('Four of them were children')
  })

  it('marks both sides of a difference, and says who came first without saying who is right', () => {
    expect(cell('killed', 'hospital sources')[0]?.differs).toBe(true)
    expect(row('killed').difference?.accounts.map(({ origin }) => origin)).toEqual([
      'the governor, Ana Petrova',
      'hospital sources',
      'author of document 4',
    ])
  })

  it('gives the sentence around the words, and the chain of speakers', () => {
    const [first] = cell('wounded', 'the governor, Ana Petrova')
    expect(first?.sentence).toEqual({ before: 'At least 25 people were killed and ', words: '55 wounded', after: ', she said.' })
    expect(first?.chain).toEqual(['Example Wire', 'the governor, Ana Petrova'])
  })
})

it('shows what was said of a date apart from what was assumed', () => {
  expect(view.dates).toMatchObject([
    {
      words: 'Monday',
      precision: 'day',
      parts: [
        { text: '3', assumed: false },
        { text: 'May', assumed: false },
        { text: '2021', assumed: true },
      ],
    },
  ])
})

it('keeps positions apart from figures', () => {
  expect(view.positions.map(({ party, stance }) => [party, stance])).toEqual([['The army denied', 'denies carrying it out']])
})

it('says that nothing was checked while nothing was', () => {
  expect(view.review).toEqual({ claims: 21, checked: 0 })
})

it('folds copies under their original', () => {
  expect(view.documents.map(({ document, copies }) => [document.n, copies.map(({ n, share }) => [n, share])])).toEqual([
    [1, [[2, 94]]],
    [3, []],
    [4, []],
  ])
})

it('takes a rejected claim out of the matrix and keeps it in sight', () => {
  const { incident } = caseRecords([
    { id: 'd', text: '12 dead', claims: [{ attribute: 'killed', words: '12 dead', value: { low: 12, high: 12 }, rejected: true }] },
  ])
  const rejected = toIncidentView(incident)
  expect(rejected.matrix.rows).toEqual([])
  expect(rejected.estimates).toEqual([])
  expect(rejected.rejected).toHaveLength(1)
})

it('takes what a copy says in its own voice as the word of the original, and what it adds as its own', () => {
  const shared = { attribute: 'killed', words: '12 dead', value: { low: 12, high: 12 } } as const
  const { incident } = caseRecords([
    { id: 'a', text: '12 dead in Velik', issuer: 'Example Wire', copyGroup: 'g', claims: [shared] },
    {
      id: 'b',
      text: '12 dead in Velik, 3 hurt',
      issuer: 'Example Courier',
      copyGroup: 'g',
      claims: [shared, { attribute: 'wounded', words: '3 hurt', value: { low: 3, high: 3 } }],
    },
  ])
  const { matrix, estimates } = toIncidentView(incident)
  expect(matrix.columns.map(({ name, documents, copies }) => [name, documents.length, copies])).toEqual([
    ['Example Wire', 2, 1],
    ['Example Courier', 1, 0],
  ])
  expect(estimates[0]?.independent).toMatchObject({ low: 1, high: 1 })
})

it('has the same claims by document, each with its speaker', () => {
  const { columns, rows } = view.byDocument
  expect(columns.map(({ documents }) => documents[0]?.n)).toEqual([1, 2, 3, 4])
  expect(rows.find(({ id }) => id === 'killed')?.cells[2]?.entries.map(({ gist, speaker }) => [gist, speaker])).toEqual([
    ['at least 25', 'the governor, Ana Petrova'],
    ['31', 'the governor, Ana Petrova'],
    ['24', 'hospital sources'],
  ])
})

it('does not set strikes against rockets, nor figures of one scope against those of another', () => {
  const scope = (place: string) => ({ places: [place], sites: null })
  const { incident } = caseRecords([
    {
      id: 'd',
      text: 'three air strikes; 30 rockets; 12 in the north; 20 in the south. The mayor, the army.',
      claims: [
        { attribute: 'quantity', words: 'three air strikes', value: { low: 3, high: 3 }, by: { words: 'The mayor' } },
        { attribute: 'quantity', words: '30 rockets', value: { low: 30, high: 30 }, by: { words: 'the army' } },
        { attribute: 'killed', words: '12', value: { low: 12, high: 12, scope: scope('the north') }, by: { words: 'The mayor' } },
        { attribute: 'killed', words: '20', value: { low: 20, high: 20, scope: scope('the south') }, by: { words: 'the army' } },
      ],
    },
  ])
  expect(toIncidentView(incident).matrix.rows.map(({ difference }) => difference)).toEqual([null, null])
})
