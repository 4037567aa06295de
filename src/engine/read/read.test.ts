import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'

const read = (text: string) => readDocument({ id: 'sha256:0', facts: {}, text })

describe('readDocument', () => {
  it('keeps plain text as it is', () => {
    const text = '  A headline of sorts\n\n  NAIROBI, 5 March 2019 - Two people\r\nwere hurt.\n'
    const { document } = read(text)
    expect(document.text).toBe(text)
    expect(document.passages.map(({ kind }) => kind)).toEqual(['headline', 'dateline', 'paragraph', 'paragraph'])
    expect(document.published).toBe('2019-03-05')
  })

  it('replaces what no store can hold, and says so', () => {
    const { document, problems } = read('One \uD800 two \0 three.')
    expect(document.text).toBe('One \uFFFD two \uFFFD three.')
    expect(problems.map(({ code }) => code)).toContain('text/replaced-characters')
  })

  it('holds its promises for every text and page', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '<p>',
                '<div class="comment">',
                '</p>',
                'Reader 1 says:',
                '\n',
                ' word',
                '<br>',
                '5 May 2019',
                ':',
                '</div>',
                '<h1>',
                '1. ',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        fc.boolean(),
        (words, asPage) => {
          const { document } = readDocument({ id: 'sha256:0', facts: {}, ...(asPage ? { html: words } : { text: words }) })
          let reached = 0
          const ids = new Set<string>()
          for (const { id, start, end, missing, parent } of document.passages) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end <= document.text.length && (missing ? start === end : start < end)).toBe(true)
            if (parent) expect(ids.has(parent)).toBe(true)
            expect(ids.has(id)).toBe(false)
            ids.add(id)
            reached = end
          }
          expect(document.text.isWellFormed()).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
