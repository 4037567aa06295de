import { describe, expect, it } from 'vitest'
import { loadAssets } from '../src/assets/load.ts'
import { HARM_RULES } from '../src/engine/claims/harms/harms.ts'
import { toView } from '../src/engine/claims/view.ts'
import { RULES } from '../src/engine/config.ts'
import { extract } from '../src/engine/extract.ts'
import { readLanguage } from '../src/engine/language/language.ts'
import type { Span } from '../src/model/span.ts'

/** What all rules have in common. Families whose examples run beside their code are not run again here. */

const rules = RULES.flatMap((family) => family.rules)

const marksOf = (text: string): readonly string[] => text.match(/«[^«»]+»/g) ?? []
const plain = (text: string): string => text.replace(/[«»]/g, '')

describe('every rule', () => {
  it('has a name of its own, of the form family/what', () => {
    const names = rules.map(({ name }) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names.filter((name) => !/^[a-z]+\/[a-z]+(?:-[a-z\d]+)*$/.test(name))).toEqual([])
  })

  it('says what it reads in a sentence', () => {
    expect(rules.filter(({ about }) => !/^[A-Z"].+[.”"]$/.test(about)).map(({ name }) => name)).toEqual([])
  })

  it('has examples and counter-examples', () => {
    expect(rules.filter(({ examples, counterExamples }) => examples.length * counterExamples.length === 0)).toEqual([])
  })
})

describe('marks', () => {
  for (const family of RULES)
    it(`${family.name}: ${family.kind === 'finds' ? 'in each example, in no counter-example' : 'none: an exclusion finds nothing'}`, () => {
      const wanted = (text: string, isExample: boolean): boolean => marksOf(text).length > 0 === (isExample && family.kind === 'finds')
      const wrong = family.rules.flatMap(({ examples, counterExamples }) => [
        ...examples.filter((text) => !wanted(text, true)),
        ...counterExamples.filter((text) => !wanted(text, false)),
      ])
      expect(wrong).toEqual([])
    })
})

const assets = loadAssets()

/** What a rule of the claims sees: the words and every mention in them. */
const viewOf = (text: string): ReturnType<typeof toView> => {
  const { document, mentions, statements } = extract({ id: 'sha256:0', facts: {}, text }, assets)
  const parsed = readLanguage(document.text, document.passages, assets.language)
  return toView({ document, parsed, mentions, statements })
}

const markedBy = (text: string, found: readonly Span[]): string => {
  let marked = ''
  let at = 0
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return marked + text.slice(at)
}

describe.each(HARM_RULES.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples)('finds what is marked in: %s', (example) => {
    const text = plain(example)
    expect(markedBy(text, rule.find(viewOf(text)))).toBe(example)
  })
  it.each(rule.counterExamples)('finds nothing in: %s', (text) => expect(rule.find(viewOf(text))).toEqual([]))
})
