import { describe, expect, it } from 'vitest'
import { group } from './group.ts'

const items = (names: string, apart = names) => [...names].map((key, i) => ({ key, apart: apart[i]! }))

/** Scores as "ab": 3; pairs that are not there score -3. */
const run = (names: string, scores: Readonly<Record<string, number>>, apart?: string): string => {
  const all = items(names, apart)
  const score = (a: number, b: number): number => scores[[all[a]!.key, all[b]!.key].sort().join('')] ?? -3
  const pairs = all.flatMap((_, i) => all.slice(i + 1).map((__, j) => [i, i + 1 + j] as const))
  const groups = group(all, pairs, { score, threshold: 0 })
  const byGroup = new Map<number, string[]>()
  groups.forEach((own, i) => {
    byGroup.set(own, [...(byGroup.get(own) ?? []), all[i]!.key])
  })
  return [...byGroup.values()]
    .map((own) => own.sort().join(''))
    .sort()
    .join(' ')
}

const ordersOf = (names: string): readonly string[] =>
  names.length < 2 ? [names] : [...names].flatMap((name, i) => ordersOf(names.slice(0, i) + names.slice(i + 1)).map((rest) => name + rest))

describe('grouping', () => {
  it('joins what is likely one, best pair first', () => {
    expect(run('abcd', { ab: 3, cd: 2 })).toBe('ab cd')
    expect(run('abc', { ab: 3, bc: 2, ac: 1 })).toBe('abc')
  })

  it('does not join the ends of a chain', () => {
    expect(run('abcd', { ab: 3, bc: 1, cd: 3 })).toBe('ab cd')
  })

  it('keeps apart what one document tells apart', () => {
    expect(run('abc', { ab: 3, ac: 2, bc: 2 }, '122')).toBe('ab c')
  })

  it('gives the same groups in any order, ties included', () => {
    const scores = { ab: 2, bc: 2, cd: 2, de: 2, ea: 1, ac: -1 }
    expect(new Set(ordersOf('abcde').map((names) => run(names, scores))).size).toBe(1)
  })
})
