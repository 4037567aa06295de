import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findWords } from './tokens.ts'

const cut = (text: string): readonly string[] => {
  const { starts, ends } = findWords(text, 0, text.length)
  return starts.map((start, i) => text.slice(start, ends[i]!))
}

/** The words that must come out, one space between them, for the text without the marks | that only glue. */
const cases: readonly (readonly [text: string, words: string])[] = [
  ['The U.S. said on Dec. 3 it would leave.', 'The U.S. said on Dec. 3 it would leave .'],
  ['Fighters near al-Qaim fled.', 'Fighters near al - Qaim fled .'],
  ["They didn't and can't; we're sure he'd gone.", "They did n't and ca n't ; we 're sure he 'd gone ."],
  ['The army’s “precision strike” wasn’t one.', 'The army ’s “ precision strike ” was n’t one .'],
  ["the soldiers' tents", "the soldiers ' tents"],
  ['See https://example.org/a?b=1, or www.example.com.', 'See https://example.org/a?b=1 , or www.example.com .'],
  ['Write to desk@example.org now.', 'Write to desk@example.org now .'],
  ['A non-combatant in mid-July', 'A non-combatant in mid-July'],
  ['It hit 3,500 homes at 10:30 (about 2.5 km away)...', 'It hit 3,500 homes at 10:30 ( about 2.5 km away ) ...'],
  ['20km west, 5pm, the 1990s, the 3rd', '20 km west , 5 pm , the 1990s , the 3rd'],
  ['Kata’ib fighters and O’Neill', 'Kata’ib fighters and O’Neill'],
  ['Mr. J. Smith, Gen. Ali and No. 5', 'Mr. J. Smith , Gen. Ali and No. 5'],
  ['He said no. They left.', 'He said no . They left .'],
  ['AT&T and R&D', 'AT&T and R&D'],
  ['$5m — or 40% — was lost--again', '$ 5 m — or 40 % — was lost -- again'],
  ['"Open the door', '" Open the door'],
  ['It says __proto__ and constructor', 'It says __proto__ and constructor'],
  ['They cannot.They will', 'They can not . They will'],
  ['26/11/2005 and 2005-11-26 and 2003-2004', '26/11/2005 and 2005-11-26 and 2003 - 2004'],
  ['THE ARMY HAS REPORTED 3 DEAD. IT DIDN’T SAY MORE.', 'THE ARMY HAS REPORTED 3 DEAD . IT DID N’T SAY MORE .'],
  ['[REPORT] [TEXT] SAN ISIDRO, 3 JAN 90 -- THE', '[ REPORT ] [ TEXT ] SAN ISIDRO , 3 JAN 90 -- THE'],
]

describe('findWords', () => {
  it.each(cases)('%s', (text, words) => {
    expect(cut(text).join(' ')).toBe(words)
  })

  it('gives every visible character to exactly one word, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { starts, ends } = findWords(text, 0, text.length)
        let at = 0
        starts.forEach((start, i) => {
          expect(text.slice(at, start).trim()).toBe('')
          expect(ends[i]!).toBeGreaterThan(start)
          at = ends[i]!
        })
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  it('looks only at its part of the text', () => {
    const text = 'one two.three four'
    expect(findWords(text, 4, 7)).toEqual({ starts: [4], ends: [7] })
  })

  it.each(['a', 'a.', "a'", 'a-', '1:', '@', '(', 'http://', '. ', 'non-', 'U.S.'])(
    'reads a long run of %j without going back',
    (piece) => {
      const many = stepsFor(piece.repeat(20_000))
      expect(many).toBeLessThan(stepsFor(piece.repeat(2_000)) * 11 + 1000)
    },
  )
})

/** Patterns tried and characters they took while a text is cut. What a pattern that fails looks at is capped in the pattern. */
const stepsFor = (text: string): number => {
  let steps = 0
  const test = RegExp.prototype.test
  const spy = vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, part: string) {
    const from = this.lastIndex
    const found = test.call(this, part)
    steps += found && this.sticky ? 1 + this.lastIndex - from : 1
    return found
  })
  findWords(text, 0, text.length)
  spy.mockRestore()
  return steps
}
