import { describe, expect, it } from 'vitest'
import { loadActors } from '../../../assets/actors.ts'
import { findActor, joinRegisters, openActorRegister } from './register.ts'

const register = loadActors()
const idOf = (name: string): string | null | undefined => findActor(register, name)?.actor?.id

describe('the register that ships', () => {
  it.each([
    ['Hizballah', 'hezbollah'],
    ['al Qa’ida', 'al-qaida'],
    ['Sendero Luminoso', 'shining-path'],
    ['Kata’ib Hizbollah', 'kataib-hezbollah'],
    ['Revolutionary Armed Forces of Colombia', 'farc'],
    ['Médecins Sans Frontières', 'msf'],
    ['Iraqi Ministry of Health', 'iq-health-ministry'],
    ['Ethiopian army', 'endf'],
    ['U.S. Central Command', 'centcom'],
    ['Salvadoran', 'sv'],
  ])('knows %s', (name, id) => expect(idOf(name)).toBe(id))

  it('knows nothing of made-up names', () => expect(idOf('Front of the Seven Lakes')).toBeUndefined())

  it('gives every entry a source, and every tie a known end, a source and dates in order', () => {
    expect(register.actors.size).toBeGreaterThan(2000)
    for (const { source, ties } of register.actors.values()) {
      expect(source).not.toBe('')
      for (const tie of ties) {
        expect(register.actors.has(tie.to)).toBe(true)
        expect(tie.source).not.toBe('')
        if (tie.from && tie.until) expect(tie.from <= tie.until).toBe(true)
      }
    }
  })
})

it('takes a user’s own entries first', () => {
  const own = { actors: [{ id: 'own', name: 'Hamas', type: 'group', kind: 'party-to-conflict', source: 'my list' }] } as const
  const joined = openActorRegister(
    joinRegisters(own, { actors: [{ id: 'shipped', name: 'Hamas', type: 'group', kind: 'party-to-conflict', source: 'shipped' }] }),
  )
  expect(findActor(joined, 'Hamas')?.actor?.id).toBe('own')
  expect(joined.actors.has('shipped')).toBe(true)
})

it('opens an empty register', () => expect(openActorRegister({}).actors.size).toBe(0))
