import { describe, expect, it } from 'vitest'
import { sentenceAround } from './sentence.ts'

const around = (marked: string, passages: readonly [number, number][] = []): string => {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const text = marked.replace('«', '').replace('»', '')
  const at = sentenceAround(
    text,
    { start, end },
    passages.map(([from, to], i) => ({ id: `p${i}`, kind: 'paragraph', start: from, end: to })),
  )
  return text.slice(at.start, at.end)
}

describe('the sentence around words', () => {
  it.each([
    ['Rain fell. At least «25» people died. Then it stopped.', 'At least 25 people died.'],
    ['«25» people died', '25 people died'],
    ['It ended. Brig. Gen. Adam Kovac said «25» had died. He left.', 'Brig. Gen. Adam Kovac said 25 had died.'],
    ['The U.S. military struck «five sites». It said so.', 'The U.S. military struck five sites.'],
    ['“We hit «two» depots.” He gave no names.', '“We hit two depots.”'],
    ['One died. Two «were hurt. Three» fled. Four stayed.', 'Two were hurt. Three fled.'],
  ])('in %s', (marked, sentence) => expect(around(marked)).toBe(sentence))

  it('stays within its passage', () => {
    expect(
      around('A headline without a stop\n«25» people died.', [
        [0, 25],
        [26, 42],
      ]),
    ).toBe('25 people died.')
  })

  it('is cut where it has no end', () => {
    expect(around(`${'word '.repeat(2000)}«25»${' word'.repeat(2000)}`).length).toBeLessThan(1300)
  })
})
