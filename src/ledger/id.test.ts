import { expect, it } from 'vitest'
import { findClaimKey, newId, toClaimId, toDocumentId, toIncidentId } from './id.ts'

it('follows from what a document or incident is', () => {
  expect(toDocumentId('ab', 'https://post.example/1')).toBe(toDocumentId('ab', 'https://post.example/1'))
  expect(toDocumentId('ab', '')).not.toBe(toDocumentId('ab', 'x'))
  expect(toDocumentId('ab', '')).toMatch(/^d[0-9a-z]{20}$/)
  expect(toIncidentId('d1', 1, 'i1')).not.toBe(toIncidentId('d1', 1, 'i2'))
})

it('names a claim by document, reading and its own id', () => {
  const document = toDocumentId('ab', '')
  expect(findClaimKey(toClaimId(document, 1, 'c12'))).toEqual({ document, reading: 1, id: 'c12' })
  for (const wrong of ['', 'c1', `${document}.1`, `${document}.x.c1`, `${document}.1.c1 `, `${document}.1.${'c'.repeat(50)}`])
    expect(findClaimKey(wrong)).toBeUndefined()
})

it('sorts acts as they were made', async () => {
  const first = newId('j')
  await new Promise((resolve) => setTimeout(resolve, 3))
  const second = newId('j')
  expect(first < second).toBe(true)
  expect(new Set(Array.from({ length: 1000 }, () => newId('k'))).size).toBe(1000)
})
