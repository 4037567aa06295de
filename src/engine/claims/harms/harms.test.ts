import { describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../assets/language.ts'
import { readLanguage } from '../../language/language.ts'
import { findCounts } from '../../mentions/count/counts.ts'
import { readDocument } from '../../read/read.ts'
import { toView, type View } from '../view.ts'
import { HARM_RULES } from './harms.ts'

const language = loadLanguage()

const viewOf = (text: string): View => {
  const { document } = readDocument({ facts: {}, id: 'example', text })
  const bare = { document, parsed: readLanguage(document.text, document.passages, language), mentions: [], statements: [] }
  return toView({ ...bare, mentions: findCounts(bare) })
}

const marked = (example: string): readonly string[] => [...example.matchAll(/«([^»]*)»/g)].map((match) => match[1]!)
const plain = (example: string): string => example.replaceAll(/[«»]/g, '')

for (const rule of HARM_RULES)
  describe(rule.name, () => {
    it.each(rule.examples)('reads %s', (example) => {
      const view = viewOf(plain(example))
      expect([...new Set(rule.find(view).map(({ start, end }) => view.text.slice(start, end)))]).toEqual(marked(example))
    })
    it.each(rule.counterExamples)('finds nothing in %s', (example) => {
      expect(rule.find(viewOf(example))).toEqual([])
    })
  })
