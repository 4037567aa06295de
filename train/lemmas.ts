import { LONGEST_ENDING } from '../src/engine/language/lemma.ts'
import type { Tree } from './conllu.ts'

/** Learns lemma rules: for each tag and ending the commonest replacement, then exceptions where the rules go wrong. */
export const learnLemmas = (trees: readonly Tree[]): Uint8Array => {
  const counts = new Map<string, Map<string, number>>()
  for (const tree of trees) {
    tree.forms.forEach((form, i) => {
      const xpos = tree.xpos[i]!
      const lemma = tree.lemmas[i]!
      if (xpos === 'NNP' || xpos === 'NNPS' || xpos === 'GW' || xpos === 'ADD' || lemma === '_' || /\d/.test(form)) return
      const key = `${xpos} ${form.toLowerCase().replace('’', "'")}`
      const known = counts.get(key) ?? new Map<string, number>()
      known.set(lemma, (known.get(lemma) ?? 0) + 1)
      counts.set(key, known)
    })
  }
  const pairs = [...counts].map(([key, lemmas]) => {
    const [xpos, form] = key.split(' ') as [string, string]
    const [lemma, n] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    return { key, xpos, form, lemma, n }
  })
  const votes = new Map<string, Map<string, number>>()
  for (const { xpos, form, lemma } of pairs) {
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length - 1); length += 1) {
      const stem = form.slice(0, form.length - length)
      const key = `${xpos} ${form.slice(form.length - length)}`
      const change = lemma.startsWith(stem) ? lemma.slice(stem.length) : '\u0000'
      const known = votes.get(key) ?? new Map<string, number>()
      known.set(change, (known.get(change) ?? 0) + 1)
      votes.set(key, known)
    }
  }
  const rules: Record<string, string> = {}
  for (const [key, changes] of [...votes].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [change, n] = [...changes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    const all = [...changes.values()].reduce((sum, v) => sum + v, 0)
    // A rule wants three words and nine in ten of them; the tag's own rule (empty ending) needs half.
    const bare = key.endsWith(' ')
    if (change !== '\u0000' && (bare ? n * 2 > all : n >= 3 && n >= all * 0.9)) rules[key] = change
  }
  const exceptions: Record<string, string> = {}
  for (const { key, xpos, form, lemma } of pairs.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (applyRules(rules, xpos, form) !== lemma) exceptions[key] = lemma
  }
  return new TextEncoder().encode(JSON.stringify({ exceptions, rules }))
}

const applyRules = (rules: Readonly<Record<string, string>>, xpos: string, form: string): string => {
  for (let length = Math.min(LONGEST_ENDING, form.length - 1); length >= 0; length -= 1) {
    const rule = rules[`${xpos} ${form.slice(form.length - length)}`]
    if (rule !== undefined) return form.slice(0, form.length - length) + rule
  }
  return form
}
