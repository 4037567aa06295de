import { describe, expect, it } from 'vitest'
import { isInstitution } from './institution.ts'

describe('an institution, or people', () => {
  it.each([
    ['the armed forces', false, true],
    ['The army', false, true],
    ["the air force's", false, true],
    ['a drug cartel', false, true],
    ['ALLEGED DEATH SQUADS', false, true],
    ['the Movement of 5 May', true, true],
    ['Northern Liberation Front', true, true],
    ['army troops', false, false],
    ['members of the armed forces', false, false],
    ['Northern Front fighters', true, false],
    ['two units of the army', false, false],
    ['rebels', false, false],
  ])('%s', (words, named, expected) => {
    expect(isInstitution(words, { named })).toBe(expected)
  })
})
