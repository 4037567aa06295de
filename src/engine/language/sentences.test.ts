import { describe, expect, it } from 'vitest'
import { findSentenceStarts, LONGEST_SENTENCE } from './sentences.ts'
import { findWords } from './tokens.ts'

const split = (text: string): readonly string[] => {
  const words = findWords(text, 0, text.length)
  const firsts = findSentenceStarts(text, words)
  return firsts.map((first, k) => text.slice(words.starts[first]!, words.ends[(firsts[k + 1] ?? words.starts.length) - 1]!))
}

/** Sentences are joined by ¶ where a new one must begin. */
const cases = [
  'Five men died. ¶ Three were hurt.',
  'Gen. Ali Hassan spoke. ¶ He left.',
  'It belongs to the U.S. Army.',
  'They went back to the U.S. ¶ The army stayed.',
  'On Dec. 3 it rained.',
  '"They fired at us," he said. ¶ "Then they ran."',
  '"They fired at us." ¶ He ran.',
  '“Why did they shoot?” she asked.',
  'The raid (the second in a week) failed. ¶ (No one was hurt.) ¶ It was over.',
  'Who did it? ¶ Nobody knows!',
  'The figure rose by 2.5 per cent.',
  'THE ARMY ATTACKED. ¶ SIX REBELS DIED.',
  'He waited ... and left.',
  'They met Mr. Smith of Acme Inc. yesterday.',
  'PORT SALA, 3 JAN 90 (AGENCY) -- ¶ [REPORT] ¶ [TEXT] ¶ THE FRONT [FRN] ATTACKED.',
  'PORT SALA, Dec. 29 (Agency) — ¶ Six people died.',
  'THE FRONT [FRN] ATTACKED.',
  'THE ARMY, ON 3 JANUARY -- A WEDNESDAY -- ATTACKED.',
  'The army -- which left -- came back.',
  'Price: 5 dollars. ¶ 3 were sold.',
]

describe('findSentenceStarts', () => {
  it.each(cases)('%s', (marked) => {
    expect(split(marked.replaceAll(' ¶ ', ' '))).toEqual(marked.split(' ¶ '))
  })

  it('ends a sentence at an empty line', () => {
    expect(split('A HEADLINE\n\nthe text\nof a paragraph')).toEqual(['A HEADLINE', 'the text\nof a paragraph'])
  })

  it('cuts a sentence without end', () => {
    const lengths = split('word '.repeat(1000)).map((sentence) => sentence.split(' ').length)
    expect(Math.max(...lengths)).toBe(LONGEST_SENTENCE)
  })

  it('has nothing to say on nothing', () => {
    expect(split(' \n ')).toEqual([])
  })
})
