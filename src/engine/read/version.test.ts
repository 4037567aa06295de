import { describe, expect, it } from 'vitest'
import { findVersion } from './version.ts'

describe('findVersion', () => {
  it.each([
    ['CORRECTED: Four hurt in fire', [], { of: 'Four hurt in fire', reason: 'corrected' }],
    ['UPDATE 2-Four hurt in fire', [], { of: 'Four hurt in fire', reason: 'updated' }],
    ['UPDATED: Four hurt in fire', [], { of: 'Four hurt in fire', reason: 'updated' }],
    ['RETRACTED: Four hurt in fire', [], { of: 'Four hurt in fire', reason: 'retracted' }],
    ['Four hurt', ['(This story has been corrected: an earlier version gave another number.)'], { of: 'Four hurt', reason: 'corrected' }],
    ['Four hurt', ['This article has been retracted.'], { of: 'Four hurt', reason: 'retracted' }],
    [null, ['An earlier version of this article misspelt a name.'], { of: '', reason: 'corrected' }],
  ] as const)('%s %s', (title, paragraphs, version) => expect(findVersion(title, paragraphs)).toEqual(version))

  it.each([
    ['Corrections officer hurt', []],
    ['Update on the fire', []],
    ['Four hurt', ['The statement was amended by parliament in May, and the earlier law lapsed.'.replace('statement', 'law')]],
  ] as const)('%s says nothing of the kind', (title, paragraphs) => expect(findVersion(title, paragraphs)).toBeNull())
})
