import { describe, expect, it } from 'vitest'
import type { Mention } from '../../../model/mention.ts'
import { linesOf } from './lines.ts'

const person = (text: string, name: string): Mention => ({
  id: name,
  kind: 'party',
  type: 'person',
  named: true,
  actor: null,
  start: text.indexOf(name),
  end: text.indexOf(name) + name.length,
})

describe('lines', () => {
  it('are sentences, the same for the same words', () => {
    const [first, second] = linesOf('Police seek tips. Call the desk.', undefined, [])
    expect([first!.words, second!.words]).toEqual([
      ['police', 'seek', 'tips'],
      ['call', 'desk'],
    ])
    expect(linesOf('A fire broke out. Call “the desk”.', undefined, [])[1]!.key).toBe(second!.key)
  })

  it('tell names by their capitals', () => {
    expect(linesOf('The mill near Lomna burned', undefined, [])[0]!.names).toEqual(['lomna'])
    expect(linesOf('MILL NEAR LOMNA BURNED', undefined, [])[0]!.names).toEqual([])
  })

  it.each([
    ['Joan Merrick, 34, was killed', 34],
    ['34-year-old Joan Merrick was killed', 34],
    ['Joan Merrick Jr. of 34 Mill Lane', null],
    ['Joan Merrick, 340 others', null],
  ])('read persons with their ages: %s', (text, age) => {
    const { people } = linesOf(text, undefined, [person(text, text.includes('Jr.') ? 'Joan Merrick Jr.' : 'Joan Merrick')])[0]!
    expect(people).toEqual([{ name: 'joan merrick', last: 'merrick', age: age ?? null }])
  })

  it('read streets, blocks and buildings', () => {
    expect(linesOf('in the 2100 block of North Alder Drive behind Harbour Street Church', undefined, [])[0]!.spots).toEqual([
      'alder st',
      '2100 alder st',
      'harbour st',
      'harbour street church',
    ])
    expect(linesOf('they drive past a street', undefined, [])[0]!.spots).toEqual([])
  })

  it('leave comments and page furniture out', () => {
    const text = 'A report.\nSubscribe now'
    const passages = [
      { id: 'p1', kind: 'paragraph', start: 0, end: 9 },
      { id: 'p2', kind: 'other', start: 10, end: 23 },
    ] as const
    expect(linesOf(text, passages, []).map(({ words }) => words)).toEqual([['report']])
  })
})
