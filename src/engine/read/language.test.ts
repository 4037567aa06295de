import { describe, expect, it } from 'vitest'
import { findLanguage, isReadable } from './language.ts'

describe('findLanguage', () => {
  it.each([
    ['The police said that two people had been killed on the road to the north.', 'en'],
    ['THE POLICE SAID THAT TWO PEOPLE HAD BEEN KILLED ON THE ROAD.', 'en'],
    ['Die Polizei teilte mit, dass zwei Menschen auf der Straße verletzt wurden.', 'de'],
    ['La police a dit que deux personnes ont été blessées sur la route du nord.', 'fr'],
    ['La policía dijo que dos personas fueron heridas en la carretera por los disparos.', 'es'],
    ['قالت الشرطة إن شخصين قتلا على الطريق', 'ar'],
    ['Полиция сообщила, что два человека ранены на дороге', 'ru'],
    ['Поліція повідомила, що двоє людей поранені на дорозі', 'uk'],
    ['警察は、二人が負傷したと発表した', 'ja'],
    ['警方称两人在路上受伤', 'zh'],
  ])('%s → %s', (text, language) => expect(findLanguage(text)).toBe(language))

  it('does not guess from nothing', () => {
    expect(findLanguage('')).toBe('und')
    expect(findLanguage('Kirkuk 1234')).toBe('und')
    expect(findLanguage('Kirkuk 1234', 'pt-BR')).toBe('pt')
  })

  it('lets words outweigh what a page declares', () =>
    expect(findLanguage('The police said that two people had been killed.', 'de')).toBe('en'))
  it('reads English and what is too short to tell', () => expect(['en', 'und', 'de'].map(isReadable)).toEqual([true, true, false]))
})
