import { describe, expect, it } from 'vitest'
import { isKnownOrganisation } from './known-organisations.ts'

describe('isKnownOrganisation', () => {
  it('knows a name as it is written', () => {
    expect(isKnownOrganisation('Reuters', false)).toBe(true)
    expect(isKnownOrganisation('reuters', false)).toBe(false)
    expect(isKnownOrganisation('who', false)).toBe(false)
  })

  it('leaves words alone that a text in capitals writes alike', () => {
    expect(isKnownOrganisation('REUTERS', true)).toBe(true)
    expect(isKnownOrganisation('WHO', true)).toBe(false)
  })
})
