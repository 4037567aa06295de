import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../model/passage.ts'
import { listQuotes } from './quotes.ts'

const passagesOf = (text: string): Passage[] => {
  const passages: Passage[] = []
  for (const match of text.matchAll(/[^\n]+/g))
    passages.push({ id: `p${passages.length}`, kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  return passages
}
const quoted = (text: string): string[] => listQuotes(text, passagesOf(text)).map(({ start, end }) => text.slice(start, end))

describe('listQuotes', () => {
  const cases: [string, string[]][] = [
    ['He said “they came at night”.', ['“they came at night”']],
    ['"They came," she said. "We ran."', ['"They came,"', '"We ran."']],
    ["''It is over,'' he said.", ["''It is over,''"]],
    ["'They fled,' a resident said.", ["'They fled,'"]],
    ["The soldiers' families said it wasn't true in the '90s.", []],
    ["‘The workers' hall is gone,’ he said", ["‘The workers' hall is gone,’"]],
    ['“He told me ‘run’ and I ran,” she said.', ['“He told me ‘run’ and I ran,”']],
    ['a 5" pipe and a 6" pipe', []],
    ['“It goes on\n“and on,” he said', ['“It goes on', '“and on,”']],
    ['the so-called "safe zone" was hit', ['"safe zone"']],
    ['«Ils sont partis» he said', ['«Ils sont partis»']],
  ]
  for (const [text, expected] of cases) it(text.slice(0, 50), () => expect(quoted(text)).toEqual(expected))

  it('marks the paragraphs of one long quotation as continued', () => {
    const text = '“One.\n“Two.\n“Three,” he said. “Four.”'
    expect(listQuotes(text, passagesOf(text)).map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, false],
      [false, true],
      [true, true],
      [true, false],
    ])
  })

  it('stays inside its passage and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('“', '”', '"', "'", "''", '‘', '’', 'a', 's', ' ', '.', '\n', '«', '»', '`')), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end } of listQuotes(text, passagesOf(text))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })
})
