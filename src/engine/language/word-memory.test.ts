import { describe, expect, it } from 'vitest'
import { findPlaces, forgetRareWords, isFull, newWordMemory, REMEMBERED } from './word-memory.ts'

const sentence = (...forms: string[]) => [{ forms, manner: 'as-written' as const }]

describe('the memory of words', () => {
  it('gives a word the same slot again, apart for the first word of a sentence', () => {
    const memory = newWordMemory(0)
    expect([...findPlaces(memory, sentence('the', 'end', 'the'), 3).places]).toEqual([0, 1, 2])
    const again = findPlaces(memory, sentence('the', 'the', 'end', 'of'), 4)
    expect([...again.places]).toEqual([0, 2, 1, 3])
    expect(again.fresh).toEqual([{ form: 'of', manner: 'as-written', first: false }])
    expect(again.start).toBe(3)
  })

  it('forgets words wanted once, and moves the rows of the others together', () => {
    const memory = newWordMemory(4)
    findPlaces(memory, sentence('x', 'once', 'twice'), 3)
    findPlaces(memory, sentence('y', 'twice'), 2)
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => i)
    forgetRareWords(memory, bytes, 2)
    expect(memory.used.count).toBe(1)
    expect([...bytes.slice(4, 6)]).toEqual([8, 9])
    expect([...findPlaces(memory, sentence('z', 'twice', 'once'), 3).places]).toEqual([1, 0, 2])
  })

  it('always has room after forgetting', () => {
    const memory = newWordMemory(0)
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < REMEMBERED - 250; i += 1) findPlaces(memory, sentence('', `w${i}`), 2)
    }
    expect(isFull(memory, 256)).toBe(true)
    forgetRareWords(memory, new Uint8Array(0), 0)
    expect(isFull(memory, 256)).toBe(false)
  })
})
