import { describe, expect, it } from 'vitest'
import { toSpeakerKind } from './kind.ts'

describe('toSpeakerKind', () => {
  it.each([
    ['police', 'official-other'],
    ['a hospital official', 'medical'],
    ['the army spokesman', 'party-to-conflict'],
    ['the Defence Ministry', 'party-to-conflict'],
    ['the interior ministry', 'official-other'],
    ['a resident reached by phone', 'witness'],
    ['Agence France-Presse', 'agency'],
    ['the state news agency', 'agency'],
    ['a local newspaper', 'news'],
    ['a medical charity', 'ngo'],
    ['a post on Telegram', 'social'],
    ['John Doe', 'unknown'],
  ])('%s', (words, kind) => {
    expect(toSpeakerKind({ words })).toBe(kind)
  })

  it('takes an unknown group that fights for a party to the conflict', () => {
    expect(toSpeakerKind({ words: 'the Northern Front', type: 'group' })).toBe('party-to-conflict')
  })
})
