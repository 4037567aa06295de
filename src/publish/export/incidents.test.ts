import { expect, it } from 'vitest'
import { CARD } from '../records.case.ts'
import { velik } from '../velik.case.ts'
import { toIncidentsCsv } from './incidents-csv.ts'
import { toIncidentsGeojson } from './incidents-geojson.ts'

it('leaves an open end empty', () => {
  const [head = '', line = ''] = toIncidentsCsv([velik().incident.card]).split('\r\n')
  const at = (name: string): string | undefined => line.replace(/"[^"]*"/, 'title').split(',')[head.split(',').indexOf(name)]
  expect([at('killed_low'), at('killed_high'), at('wounded_high'), at('review')]).toEqual(['24', '', '55', 'unchecked'])
})

it('keeps a title from running as a formula, and quotes what needs quotes', () => {
  expect(toIncidentsCsv([{ ...CARD, title: '=1+1' }])).toContain("i-1,'=1+1,")
  expect(toIncidentsCsv([{ ...CARD, title: 'a "b", c' }])).toContain('i-1,"a ""b"", c",')
})

it('has no geometry for an incident that nobody places', () => {
  expect(toIncidentsGeojson([CARD, velik().incident.card]).features.map(({ geometry }) => geometry)).toEqual([
    null,
    { type: 'Point', coordinates: [20, 48] },
  ])
})
