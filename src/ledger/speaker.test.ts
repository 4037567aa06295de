import { expect, it } from 'vitest'
import type { Document, Issuer } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import type { Statement } from '../model/statement.ts'
import { speakersOf } from './speaker.ts'

const TEXT = 'The “Northern Front” said so. Security sources said so. It was reported.'

const documentBy = (issuer: Issuer): Document => ({
  id: 'd',
  title: null,
  standfirst: null,
  byline: null,
  published: null,
  url: null,
  language: 'en',
  issuer,
  version: null,
  text: TEXT,
  passages: [],
})

const statement = (id: string, words: string | null, speaker: string | null): Statement => ({
  id,
  source: words === null ? null : { start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length },
  sourceKind: 'party-to-conflict',
  speaker,
  cue: null,
  content: [],
  form: 'indirect',
  stance: 'asserts',
  parent: null,
})

const front: Mention = { id: 'm1', kind: 'party', start: 0, end: 20, type: 'group', named: true, actor: 'northern-front' }
const statements = [statement('s1', 'The “Northern Front”', 'm1'), statement('s2', 'Security sources', null), statement('s3', null, null)]

const speakers = (issuer: Issuer) => speakersOf(documentBy(issuer), statements, new Map([['m1', front]]), 'g1')

it('is an actor of the register, words, or hidden', () => {
  const of = speakers({ name: null, kind: 'news', from: null })
  expect(of('s1')).toMatchObject({ key: 'actor:northern-front', named: true, own: false, kind: 'party-to-conflict' })
  expect(of('s2')).toMatchObject({ key: 'words:security sources', words: 'Security sources', named: false })
  expect(of('s3')).toMatchObject({ key: 'hidden:g1', words: null })
})

it('is the issuer, or the text that nobody signs, where the document speaks itself', () => {
  expect(speakers({ name: 'The Morning Post', kind: 'news', from: 'text' })(null)).toMatchObject({ key: 'words:morning post', own: true })
  expect(speakers({ name: null, kind: 'party-to-conflict', from: 'text' })(null)).toMatchObject({ key: 'group:g1', words: null, own: true })
})
