import { describe, expect, it } from 'vitest'
import { loadGazetteer } from '../../../assets/gazetteer.ts'
import { GAZETTEER_FILES, openGazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'

const gazetteer = loadGazetteer()
const first = (name: string): string | undefined => {
  const candidate = gazetteer.listNamed(nameKey(name))[0]
  if (!candidate) return undefined
  const { country, kind } = gazetteer.getPlace(candidate.place)
  return `${country} ${kind}`
}

describe('the gazetteer', () => {
  it.each([
    [['al-Qaim', 'Qaim', "Al Qa'im", 'Al-Qa’im'], 'IQ town'],
    [['Hawija', 'Al-Hawija', 'Hawijah'], 'IQ town'],
    [['Kobani', 'Kobane', 'Ayn al-Arab'], 'SY town'],
    [['Mazar-i-Sharif', 'Mazar-e Sharif'], 'AF seat'],
    [['Kyiv'], 'UA capital'],
    [['Darfur'], 'SD region'],
    [['Texas'], 'US province'],
    [['United States', 'U.S.', 'USA'], 'US country'],
    [['Red Sea'], 'null sea'],
  ])('knows %s', (names, what) => {
    expect(names.map(first)).toEqual(names.map(() => what))
  })

  it('takes spellings of a town for one place', () => {
    const ids = ['Al Hudaydah', 'Hodeidah', 'Hodeida'].map(
      (name) =>
        gazetteer
          .listNamed(nameKey(name))
          .map(({ place }) => gazetteer.getPlace(place))
          .find(({ kind }) => kind === 'seat')?.geonameId,
    )
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toBeDefined()
  })

  it('knows peoples, abbreviations, area codes and everyday words', () => {
    expect(gazetteer.findDemonym('syrian')).toBe('SY')
    expect(gazetteer.findDemonym('syria')).toBeUndefined()
    expect(gazetteer.getPlace(gazetteer.findAbbreviation('ill')!).name).toBe('Illinois')
    expect(gazetteer.getPlace(gazetteer.findAreaCode('212')!).name).toBe('New York')
    expect(gazetteer.isCommonWord('reading')).toBe(true)
    expect(gazetteer.isCommonWord('mosul')).toBe(false)
  })

  it('finds nothing where there is nothing', () => {
    expect(gazetteer.listNamed('xqzzt')).toEqual([])
    expect(gazetteer.listNamed('')).toEqual([])
  })

  it('says which file is missing or broken', () => {
    expect(() => openGazetteer({})).toThrow(/places\.bin/)
    expect(() => openGazetteer(Object.fromEntries(GAZETTEER_FILES.map((name) => [name, new Uint8Array(64)])))).toThrow(
      /not a gazetteer file/,
    )
  })
})
