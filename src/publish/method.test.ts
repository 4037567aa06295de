import { expect, it } from 'vitest'
import { POLICIES } from '../model/judgement.ts'
import { METHOD, METHOD_VERSION } from './method.ts'

it('tells of every policy once, and carries its version', () => {
  expect(METHOD.policies.map(({ name }) => name).toSorted()).toEqual([...POLICIES].toSorted())
  expect(METHOD.version).toBe(METHOD_VERSION)
})

it('defines no term twice', () => expect(new Set(METHOD.definitions.map(({ term }) => term)).size).toBe(METHOD.definitions.length))
