import { expect, it } from 'vitest'
import { toDocumentView } from './document-view.ts'
import { velik } from './velik.case.ts'

const [wire, , , notes] = velik().documents.map(toDocumentView)

it('has a note beside every claim: value, speaker, form, evidence', () => {
  expect(wire?.notes.map(({ words }) => words)).toContain('wounded 55 · the governor, Ana Petrova · indirect')
  expect(wire?.notes.at(-1)?.words).toBe('denies carrying it out · The army · indirect · none given')
})

it('highlights the words, not the paragraph', () => {
  const claims = wire!.highlights.filter(({ layer }) => layer === 'claims')
  expect(claims.map(({ start, end }) => wire!.text.slice(start, end))).toContain('At least 25 people')
})

it('keeps comments out of the text and counts them', () => {
  expect(notes?.commentCount).toBe(2)
  expect(notes?.comments.map(({ author }) => author)).toEqual(['Reader 1', 'Reader 2'])
  expect(notes?.passages.some(({ kind }) => kind === 'comment')).toBe(false)
})

it('shows an embed that the capture lost', () => {
  expect(notes?.lostEmbeds).toBe(1)
  expect(notes?.passages.find(({ missing }) => missing)?.start).toBe(notes!.text.indexOf('video:') + 'video:'.length)
})

it('does not name an issuer that the document does not name', () => {
  expect(notes?.issuer).toEqual({ name: 'author not stated', kind: 'blog', isStated: false })
})
