import { describe, expect, it } from 'vitest'
import { toParsedText } from './parsed-example.ts'
import {
  childrenOf,
  findChild,
  firstConjunct,
  isUnder,
  listAncestors,
  listChildren,
  listConjuncts,
  phraseSpan,
  subtreeSpan,
} from './tree.ts'

const parsed = toParsedText([
  'Two/CD/2/nummod soldiers/NNS/7/nsubj:pass and/CC/5/cc a/DT/5/det farmer/NN/2/conj were/VBD/7/aux:pass killed/VBN/0/root near/IN/10/case the/DT/10/det gate/NN/7/obl',
  'Brigadier/NNP/2/compound Amal/NNP/4/nsubj Nour/NNP/2/flat visited/VBD/0/root the/DT/6/det ministry/NN/4/obj of/IN/8/case defence/NN/6/nmod in/IN/10/case town/NN/6/nmod',
])
const { tokens, text } = parsed
const at = (word: string) => tokens.find((token) => token.text === word)!
const words = (span: { start: number; end: number }): string => text.slice(span.start, span.end)

describe('the tree', () => {
  it('lists children in order, by relation and its subtypes', () => {
    expect(childrenOf(parsed, at('killed')).map(({ text: form }) => form)).toEqual(['soldiers', 'were', 'gate'])
    expect(listChildren(parsed, at('killed'), 'nsubj').map(({ text: form }) => form)).toEqual(['soldiers'])
    expect(findChild(parsed, at('killed'), 'obj')).toBeUndefined()
  })

  it('knows the reach of a subtree', () => {
    expect(words(subtreeSpan(parsed, at('soldiers')))).toBe('Two soldiers and a farmer')
    expect(words(subtreeSpan(parsed, at('ministry')))).toBe('the ministry of defence in town')
  })

  it('takes a phrase from its determiner to its name', () => {
    expect(words(phraseSpan(parsed, at('soldiers')))).toBe('Two soldiers')
    expect(words(phraseSpan(parsed, at('Amal')))).toBe('Brigadier Amal Nour')
    expect(words(phraseSpan(parsed, at('ministry')))).toBe('the ministry')
    expect(words(phraseSpan(parsed, at('ministry'), { withOf: true }))).toBe('the ministry of defence')
  })

  it('goes along conjuncts and up to the root', () => {
    expect(listConjuncts(parsed, at('soldiers')).map(({ text: form }) => form)).toEqual(['soldiers', 'farmer'])
    expect(firstConjunct(parsed, at('farmer')).text).toBe('soldiers')
    expect(listAncestors(parsed, at('farmer')).map(({ text: form }) => form)).toEqual(['soldiers', 'killed'])
    expect(isUnder(parsed, at('farmer'), at('killed'))).toBe(true)
    expect(isUnder(parsed, at('gate'), at('soldiers'))).toBe(false)
  })
})
