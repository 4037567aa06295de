import { describe, expect, it } from 'vitest'
import { texts } from '../texts.ts'
import { arabic } from './arabic.ts'
import { fillGaps } from './fill-gaps.ts'

/** Every word by its path: `list.chip.from`. */
const flatten = (words: unknown, path = ''): ReadonlyMap<string, unknown> =>
  typeof words === 'object' && words !== null && !Array.isArray(words)
    ? new Map(Object.entries(words).flatMap(([name, own]) => [...flatten(own, path === '' ? name : `${path}.${name}`)]))
    : new Map([[path, words]])

const english = flatten(texts)

/** What is new stands in English until somebody translates it; more than this says that nobody does. */
const MOST_MISSING = 0.15

/** Signs, names of programs, and keys to press are the same in every language; problems that only a server's owner meets stay in English. */
/** Words that come with the data are English where they are made: only translations name them. */
const isOfData = (path: string): boolean => path.startsWith('labels')

const isShared = (path: string): boolean =>
  /^(?:program|nothing|review\.keys\.|whatToDo\.)/.test(path) || ['language', 'direction'].includes(path)

describe.each([['Arabic', flatten(arabic)]] as const)('the texts in %s', (_, translated) => {
  it('name nothing that English does not', () => {
    expect([...translated.keys()].filter((path) => !english.has(path) && !isOfData(path))).toEqual([])
  })
  it('are of the same kinds: words, functions, and lists of as many', () => {
    const shapeOf = (words: unknown): unknown => [typeof words, Array.isArray(words) && words.length]
    const differing = [...translated].filter(
      ([path, words]) => !isOfData(path) && String(shapeOf(words)) !== String(shapeOf(english.get(path))),
    )
    expect(differing.map(([path]) => path)).toEqual([])
  })
  it('leave few words in English', () => {
    const missing = [...english.keys()].filter((path) => !translated.has(path) && !isShared(path))
    expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(MOST_MISSING * english.size)
  })
})

it('fills what a translation lacks from what it translates, and mixes up no lists', () => {
  const words = { a: 'one', b: { c: 'two', d: ['x', 'y'] as readonly string[] }, f: (n: number) => `${n} of us` }
  const filled = fillGaps<typeof words>(words, { b: { d: ['z'] } })
  expect(filled).toMatchObject({ a: 'one', b: { c: 'two', d: ['z'] } })
  expect(filled.f(3)).toBe('3 of us')
})
