import { describe, expect, it } from 'vitest'
import { loadActors } from '../../../assets/actors.ts'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { resolveParties } from './coreference.ts'
import { findParties } from './parties.ts'
import { toPersonDetails } from './person.ts'
import { findPronouns } from './pronouns.ts'

const language = loadLanguage()

const toContext = (text: string): Context => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, start: 0, end: text.length }]
  const document: Document = {
    id: 'd',
    title: null,
    standfirst: null,
    byline: null,
    published: null,
    url: null,
    language: 'en',
    issuer: { name: null, kind: 'unknown', from: null },
    version: null,
    text,
    passages,
  }
  return { document, parsed: readLanguage(text, passages, language), mentions: [], statements: [] }
}
const register = loadActors()

const parties = (text: string): readonly string[] =>
  findParties(toContext(text), register).map(
    ({ start, end, type, named, actor }) => `${text.slice(start, end)} | ${type}${named ? ' named' : ''}${actor ? ` ${actor}` : ''}`,
  )

describe('parties', () => {
  it.each([
    ['Two soldiers were hurt.', 'Two soldiers | group'],
    ['A medical charity said nine had died.', 'A medical charity | organisation'],
    ['Security sources gave no name.', 'Security sources | organisation'],
    ['Brigadier Nabil Khoury spoke.', 'Brigadier Nabil Khoury | person named'],
    ['Shells hit a hospital near the town.', 'a hospital | facility'],
    ['The gunmen stopped a bus.', 'a bus | vehicle'],
    ['Hezbollah denied it.', 'Hezbollah | group named hezbollah'],
    ['Hizbullah denied it.', 'Hizbullah | group named hezbollah'],
    ['Al-Qaeda claimed the attack.', 'Al-Qaeda | group named al-qaida'],
    ['Doctors Without Borders ran the clinic.', 'Doctors Without Borders | organisation named msf'],
    ['Washington said it was ready.', 'Washington | geopolitical named us'],
    ['Islamic State militants attacked a base.', 'Islamic State militants | group islamic-state'],
    ['The Kurdish YPG held the town.', 'Kurdish | geopolitical named'],
    ['Iraqi forces entered the town.', 'Iraqi | geopolitical named iq'],
    ['THE FMLN ATTACKED THE GARRISON.', 'THE FMLN | group named fmln'],
    ['The minister blamed the Camilo Torres front.', 'the Camilo Torres front | group named'],
    ['Fighters of the Omar Mukhtar brigade entered the town.', 'Omar Mukhtar brigade | group named'],
    ['The Pablo Reyes gang burned a bus.', 'The Pablo Reyes gang | group named'],
    ['The Camilo Torres group photo hung there.', 'Camilo Torres | person named'],
    ['He met Camilo Torres in front of the school.', 'Camilo Torres | person named'],
    ['The members of the Security Council met.', 'The members of the Security Council | group'],
  ])('%s holds %s', (text, expected) => expect(parties(text)).toContain(expected))

  it.each([
    ['He was shot in the head.', 'head'],
    ['They held a birthday party.', 'party'],
    ['The force of the blast broke windows.', 'force'],
    ['It stood in front of us.', 'front'],
    ['This is who we are.', 'who'],
  ])('%s: %s is no party', (text, word) => expect(parties(text).some((party) => party.includes(word))).toBe(false))

  it('reads pronouns apart', () => {
    const text = 'She said they fled in their car.'
    expect(findPronouns(toContext(text)).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)).toEqual([
      'She person',
      'they group',
    ])
  })
})

describe('coreference', () => {
  const links = (text: string): readonly string[] => {
    const context = toContext(text)
    const found = findParties(context, register)
    const { fullestOf, at } = resolveParties(context, found)
    const words = new Map(found.map(({ id, start, end }) => [id, text.slice(start, end)]))
    const linked = found.filter(({ id }) => fullestOf(id) !== id).map(({ id }) => `${words.get(id)} = ${words.get(fullestOf(id))}`)
    const pronouns = context.parsed.tokens.flatMap((token) => {
      const party = token.upos === 'PRON' ? at(token.i) : undefined
      return party ? [`${token.text} = ${text.slice(party.start, party.end)}`] : []
    })
    return [...linked, ...pronouns]
  }
  it.each([
    ['The Northern Liberation Front (NLF) killed two men. The NLF gave no reason.', 'The NLF = The Northern Liberation Front'],
    ['Hezbollah fighters left the town. The group gave no reason.', 'The group = Hezbollah'],
    ['The Ministry of Health in Gaza gave a figure. The ministry named nobody.', 'The ministry = The Ministry of Health in Gaza'],
    ['Brigadier Nabil Khoury was hurt. He left the hospital.', 'He = Brigadier Nabil Khoury'],
    ['Two soldiers entered the house. The soldiers found weapons.', 'The soldiers = Two soldiers'],
    ['Doctors Without Borders, a medical charity, closed the clinic.', 'a medical charity = Doctors Without Borders'],
    ['ISIS took the town. Daesh lost it again.', 'ISIS = Daesh'],
  ])('%s: %s', (text, expected) => expect(links(text)).toContain(expected))

  it('keeps apart people who share a surname', () => {
    const text = 'Ali Hassan died. Omar Hassan survived.'
    const context = toContext(text)
    const found = findParties(context, register).filter(({ type }) => type === 'person')
    const { fullestOf } = resolveParties(context, found)
    expect(new Set(found.map(({ id }) => fullestOf(id))).size).toBe(found.length)
  })
})

describe('what the words say of a person', () => {
  const nobody = { age: null, band: null, sex: null, status: null, occupation: null }
  it.each([
    ['«Omar Haddad», 39, died.', { age: 39, band: 'adult' }],
    ['«A 12-year-old boy» died.', { age: 12, band: 'child', sex: 'male' }],
    ['39-year-old «Omar Haddad» died.', { age: 39, band: 'adult' }],
    ['«A twelve-year-old girl» died.', { age: 12, band: 'child', sex: 'female' }],
    ['«Karim Nasser», a taxi driver, died.', { occupation: 'driver' }],
    ['«A soldier» died.', { status: 'combatant' }],
    ['«Mrs Haddad» died.', { sex: 'female' }],
    ['«An eight-month-old baby» died.', { age: 0, band: 'child' }],
    ['«Haddad» died on 12 May.', {}],
  ] as const)('%s', (marked, expected) => {
    const start = marked.indexOf('«')
    const end = marked.indexOf('»') - 1
    expect(toPersonDetails(toContext(marked.replace(/[«»]/g, '')), { start, end })).toEqual({ ...nobody, ...expected })
  })
})
