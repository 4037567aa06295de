import { expect, it } from 'vitest'
import { loadLanguage } from '../../../assets/language.ts'
import type { Document } from '../../../model/document.ts'
import type { Context } from '../../context.ts'
import { readLanguage } from '../../language/language.ts'
import { findWeapons } from './weapons.ts'

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

it.each([
  ['They fired AK-47 rifles and rockets.', ['AK-47 rifles small-arms', 'rockets rocket']],
  ['An improvised explosive device went off.', ['improvised explosive device explosive']],
  ['A car bomb exploded.', ['car bomb car-bomb']],
  ['He was stabbed with a kitchen knife.', ['kitchen knife blade']],
  ['The drone dropped a grenade.', ['drone drone', 'grenade grenade']],
  ['Barrel bombs fell on the town.', ['Barrel bombs bomb']],
  ['THEY USED MOLOTOV COCKTAILS.', ['MOLOTOV COCKTAILS incendiary']],
  ['He was found with a 9mm handgun.', ['9mm handgun small-arms']],
])('%s', (text, expected) => {
  expect(findWeapons(toContext(text)).map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)).toEqual(expected)
})

it.each([
  'Irony was among his weapons of criticism.',
  'The coal mine employs 200 workers.',
  'The night club was full.',
  'She broke both arms.',
  'That idea is mine.',
])('finds none in: %s', (text) => expect(findWeapons(toContext(text))).toEqual([]))
