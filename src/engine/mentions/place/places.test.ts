import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGazetteer } from '../../../assets/gazetteer.ts'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { PlaceMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { findPlaces } from './places.ts'

const language = loadLanguage()
const gazetteer = loadGazetteer()

const toContext = (text: string, publisher: string | null = null): Context => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, start: 0, end: text.length }]
  const document: Document = {
    id: 'd',
    title: null,
    standfirst: null,
    byline: null,
    published: null,
    url: null,
    language: 'en',
    issuer: { name: publisher, kind: 'unknown', from: publisher ? 'caller' : null },
    version: null,
    text,
    passages,
  }
  return { document, parsed: readLanguage(text, passages, language), mentions: [], statements: [] }
}
const find = (text: string, publisher?: string): readonly PlaceMention[] => findPlaces(toContext(text, publisher), gazetteer)

const mark = (text: string, found: readonly PlaceMention[]): string => {
  let out = ''
  let at = 0
  for (const { start, end } of found) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return out + text.slice(at)
}

describe('findPlaces', () => {
  it.each([
    ['A drone hit a market in «El Fasher», «Sudan», on Monday.', 'SD', 'SD'],
    ['Shells fell near «Bakhmut» and in «Kherson», «Ukraine».', 'UA', 'UA', 'UA'],
    ['Two soldiers died in northern «Idlib», in «Syria».', 'SY', 'SY'],
    ['A bomb went off in «Quetta», «Pakistan».', 'PK', 'PK'],
    ['The raid on «al-Qaim» came after fire from «Raqqa».', 'IQ', 'SY'],
    ['He was shot in «Springfield», «Ill.», police said.', 'US', 'US'],
    ['A tanker was hit in the «Red Sea» off «Hodeidah».', null, 'YE'],
    ['SHELLS FELL ON «KHARTOUM» AND «OMDURMAN» LAST NIGHT.', 'SD', 'SD'],
  ] as const)('%s', (marked, ...countries) => {
    const text = marked.replace(/[«»]/g, '')
    const found = find(text)
    expect(mark(text, found)).toBe(marked)
    expect(found.map(({ country }) => country)).toEqual(countries)
  })

  it.each([
    'They may march on Monday.',
    'Mr. Houston spoke to Charlotte Brown.',
    'The Houston Chronicle reported it.',
    'In August, General Lincoln resigned.',
  ])('finds no place in: %s', (text) => {
    expect(mark(text, find(text))).toBe(text)
  })

  it('reads a name by what stands beside it', () => {
    expect(find('He lives in Paris, Texas.')[0]).toMatchObject({ country: 'US' })
    expect(find('He lives in Paris, France.')[0]).toMatchObject({ country: 'FR' })
    expect(find('The plant is in Atlanta, Georgia.')[1]).toMatchObject({ country: 'US' })
    expect(find('Troops left Tbilisi, Georgia.')[1]).toMatchObject({ country: 'GE' })
  })

  it('reads a name by the rest of the document and by its publisher', () => {
    const local = 'A man from Alexandria was arrested. Deputies of Rapides Parish, Louisiana, said he lived in Pineville.'
    expect(find(local)[0]).toMatchObject({ country: 'US' })
    expect(find('The council of Lancaster met. Lancaster has a new school.', 'lancasterherald.co.uk')[0]).toMatchObject({ country: 'GB' })
  })

  it('reads no town into a country that the document says nothing of, but leaves the well-known where they are', () => {
    const palma = find('Insurgents raided Palma, residents said. Troops in Mozambique held the road to Pemba.')[0]
    expect(palma?.country).not.toBe('ES')
    expect(find('The UN in Geneva spoke of a massacre. Myanmar denied it.')[0]).toMatchObject({ country: 'CH' })
    expect(find('He went to Palma. Spain was warm.')[0]).toMatchObject({ country: 'ES' })
  })

  it('gives a place that it cannot find the country said right behind it', () => {
    const text = 'Worshippers were attacked in Komanda, in the east of the Democratic Republic of Congo.'
    expect(find(text)[0]).toMatchObject({ lat: null, country: 'CD' })
    const apart = find('Worshippers were attacked in Komanda, residents said, while troops left Congo.')
    expect(apart.filter(({ lat, country }) => lat === null && country === 'CD')).toEqual([])
  })

  it('says how exact a place is', () => {
    const precision = (text: string): (number | undefined)[] => find(text).map((place) => place.precision)
    expect(precision('A car was hit in Mosul.')).toEqual([1])
    expect(precision('A car was hit near Mosul.')).toEqual([2])
    expect(precision('Fighting went on in Idlib province.')).toEqual([4])
    expect(precision('Fighting went on in Syria.')).toEqual([6])
    expect(precision('A ship sank in the Black Sea.')).toEqual([7])
    const [place] = find('A car was hit in Mosul.')
    expect(place?.radiusM).toBeGreaterThan(1000)
    expect(place?.geonameId).toBe(99072)
  })

  it('finds streets without locating them', () => {
    expect(find('Shots were fired in the 1200 block of Edwards Street.')).toMatchObject([{ lat: null, precision: 1 }])
  })

  it('never throws and never overlaps', () => {
    const words = [
      'al',
      '-',
      'Qaim',
      'Paris',
      ',',
      'Texas',
      'of',
      'The',
      'New',
      'York',
      'Ill.',
      "'s",
      'Lake',
      'Street',
      '12',
      'de',
      'MOSUL',
      'near',
      'Mr.',
      '\u202e',
      '(318)',
      '555-0100',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
        const found = find(parts.join(' '), parts[0])
        found.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
        })
      }),
      { numRuns: 200 },
    )
  })
})
