import { CARD, type CaseDocument, caseRecords } from './records.case.ts'

const GOVERNOR = { words: 'the governor, Ana Petrova', kind: 'official-other' } as const
const SOURCES = { words: 'hospital sources', kind: 'medical', named: false } as const
const ARMY = { words: 'The army', kind: 'party-to-conflict', actor: 'a-army' } as const

const WIRE = `Shells hit market in Velik

VELIK, 3 May 2021 - Shells struck the central market of Velik on Monday, the governor, Ana Petrova, said. At least 25 people were killed and 55 wounded, she said.

The army denied that it had fired on the town. It published no records of its fire.`

const EVENING = `Petrova raises toll of Velik shelling

The governor raised the number of dead from 25 to 31 in the evening. Four of them were children, hospital sources said, who put the dead at 24. The mortar fire was an atrocity, the governor, Ana Petrova, said.

The militia is part of the Northern Front.`

const NOTES = `What we know of the market

On Monday the market of Velik was shelled. 25 people died. The army called it a precise answer.

The video:

> Reader 1: I heard it was two hundred.

> Reader 2: Nobody knows.`

const VELIK = { kind: 'place', name: 'Velik', country: 'XX', lat: 48, lon: 20, precision: 1, radiusM: 2000 } as const
const MONDAY = { kind: 'time', value: '2021-05-03', from: '2021-05-03', to: '2021-05-03', assumed: ['year'] } as const

const wireClaims: CaseDocument['claims'] = [
  { attribute: 'place', words: 'the central market of Velik', by: GOVERNOR, mention: VELIK, value: { relation: 'at' } },
  { attribute: 'date', words: 'Monday', by: GOVERNOR, mention: MONDAY },
  { attribute: 'type', words: 'Shells struck', by: GOVERNOR },
  { attribute: 'killed', words: 'At least 25 people', by: GOVERNOR, value: { low: 25 } },
  { attribute: 'wounded', words: '55 wounded', by: GOVERNOR, value: { low: 55, high: 55 } },
  { attribute: 'position', words: 'The army denied', by: ARMY, mention: { actor: 'a-army' } as never, evidence: 'none-given' },
]

const VELIK_DOCUMENTS: readonly CaseDocument[] = [
  {
    id: 'd1',
    title: 'Shells hit market in Velik',
    text: WIRE,
    issuer: 'Example Wire',
    kind: 'agency',
    published: '2021-05-03',
    copyGroup: 'g1',
    claims: wireClaims,
  },
  {
    id: 'd2',
    title: 'Shells hit market in Velik',
    text: WIRE,
    issuer: 'Example Courier',
    published: '2021-05-03',
    copyGroup: 'g1',
    claims: wireClaims,
  },
  {
    id: 'd3',
    title: 'Petrova raises toll of Velik shelling',
    text: EVENING,
    issuer: 'Example Wire',
    kind: 'agency',
    published: '2021-05-03',
    claims: [
      { attribute: 'killed', words: '25', by: GOVERNOR, value: { low: 25 } },
      { attribute: 'killed', words: '31', by: GOVERNOR, value: { low: 31, high: 31 }, revises: '25' },
      { attribute: 'killed', words: 'Four of them were children', by: SOURCES, value: { low: 4, high: 4, extent: 'part' } },
      { attribute: 'killed', words: '24', by: SOURCES, value: { low: 24, high: 24 } },
      { attribute: 'characterisation', words: 'an atrocity', by: GOVERNOR },
      { attribute: 'weapon', words: 'mortar', by: GOVERNOR },
    ],
    affiliations: [
      { subject: 'The militia', object: 'the Northern Front', type: 'part-of', words: 'The militia is part of the Northern Front' },
    ],
  },
  {
    id: 'd4',
    title: 'What we know of the market',
    text: NOTES,
    kind: 'blog',
    claims: [
      { attribute: 'date', words: 'Monday', mention: { kind: 'time', value: null } },
      { attribute: 'killed', words: '25 people', value: { low: 25, high: 25 } },
      { attribute: 'characterisation', words: 'a precise answer', by: ARMY },
    ],
  },
]

/** Four documents on one event: a wire story, its reprint, a revised toll with a rival one, and an undated note with comments. */
export const velik = () =>
  caseRecords(VELIK_DOCUMENTS, {
    card: {
      ...CARD,
      date: { from: '2021-05-03', to: '2021-05-03', values: ['2021-05-03'] },
      place: { name: 'Velik', country: 'XX', lat: 48, lon: 20, precision: 1, radiusM: 2000 },
      tolls: {
        killed: { low: 24, high: null, approximate: false, claims: 5 },
        wounded: { low: 55, high: 55, approximate: false, claims: 1 },
      },
      differs: ['killed'],
      documents: 4,
      texts: 3,
      origins: 4,
      claims: 21,
    },
  })
