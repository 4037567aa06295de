import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textAnchor } from './anchor.ts'

describe('textAnchor', () => {
  it('keeps the words and a little text on either side', () =>
    expect(textAnchor('d', 'Two people were killed.', [{ start: 4, end: 10 }])).toMatchObject({
      spans: [{ start: 4, end: 10 }],
      quote: { exact: 'people', prefix: 'Two ', suffix: ' were killed.' },
    }))

  it('leaves out half of a character at the edge of its context', () => {
    const anchor = textAnchor('d', `${'🔴'.repeat(20)}yxz${'🔴'.repeat(20)}`, [{ start: 41, end: 42 }])
    expect(anchor).toMatchObject({ quote: { exact: 'x', prefix: `${'🔴'.repeat(15)}y`, suffix: `z${'🔴'.repeat(15)}` } })
  })

  it('takes the whole of a character that a span cuts', () =>
    expect(textAnchor('d', 'a🔴b', [{ start: 2, end: 3 }])).toMatchObject({ spans: [{ start: 1, end: 3 }], quote: { exact: '🔴' } }))

  it('never holds half a character, wherever it is set in whatever text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.nat(100), fc.nat(40), (given, at, length) => {
        const text = given.toWellFormed()
        const start = Math.min(at, text.length)
        const anchor = textAnchor('d', text, [{ start, end: Math.min(text.length, start + length) }])
        if (anchor.kind !== 'text') throw new Error('no text anchor')
        const { exact, prefix, suffix } = anchor.quote
        expect([exact, prefix, suffix].every((words) => words.isWellFormed())).toBe(true)
        expect(text).toContain(prefix + exact + suffix)
      }),
    ))
})
