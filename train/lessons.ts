import { type Lexicon, type Manner, toEntry, viewWords } from '../src/engine/language/lexicon.ts'
import { isShouted } from '../src/engine/language/shouted.ts'
import type { Tree } from './conllu.ts'
import type { Named } from './iob.ts'
import type { Lesson } from './net.ts'

/** A sentence with all that the corpora say of it; names come from Universal NER where it covers the same sentence. */
export type Example = Readonly<{ forms: readonly string[]; tree: Tree | null; names: readonly string[] | null }>

/** The classes that the net chooses among. */
export type Classes = Readonly<{ tags: readonly string[]; labels: readonly string[]; names: readonly string[] }>

export const NAMES = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'] as const

export const listClasses = (trees: readonly Tree[]): Classes => ({
  tags: [...new Set(trees.flatMap((tree) => tree.forms.map((_, i) => `${tree.upos[i]} ${tree.xpos[i]}`)))].sort(),
  labels: [...new Set(trees.flatMap((tree) => tree.deprels))].sort(),
  names: NAMES,
})

/** Treebank sentences joined with their names by their words; sentences that only have names follow. */
export const joinExamples = (trees: readonly Tree[], named: readonly Named[]): readonly Example[] => {
  const byWords = new Map(named.map((sentence) => [sentence.forms.join(' '), sentence.names]))
  const joined = trees.map((tree): Example => {
    const key = tree.forms.join(' ')
    return { forms: tree.forms, tree, names: byWords.get(key) ?? null }
  })
  const taken = new Set(trees.map((tree) => tree.forms.join(' ')))
  const rest = named.filter((sentence) => !taken.has(sentence.forms.join(' ')))
  return [...joined, ...rest.map(({ forms, names }) => ({ forms, tree: null, names }))]
}

export type Dress = 'as-written' | 'shouted' | 'title' | 'low'

const dressed = (forms: readonly string[], dress: Dress): readonly string[] => {
  if (dress === 'title') return forms.map((form) => form.charAt(0).toUpperCase() + form.slice(1))
  return dress === 'low' ? forms.map((form) => form.toLowerCase()) : forms
}

export const toLesson = (example: Example, classes: ClassIndex, lexicon: Lexicon, dress: Dress): Lesson => {
  const forms = dressed(example.forms, dress)
  const manner: Manner = dress === 'shouted' || isShouted(forms) ? 'shouted' : 'as-written'
  const { n, rows, vectors } = viewWords(lexicon, forms, manner)
  const { tree, names } = example
  return {
    n,
    rows,
    vectors,
    tags: tree && Int32Array.from(tree.forms, (_, i) => classes.tags.get(`${tree.upos[i]} ${tree.xpos[i]}`)!),
    heads: tree && Int32Array.from(tree.heads),
    labels: tree && Int32Array.from(tree.deprels, (label) => classes.labels.get(label)!),
    names: names && Int32Array.from(names, (name) => classes.names.get(name)!),
  }
}

export type ClassIndex = Readonly<Record<keyof Classes, ReadonlyMap<string, number>>>
export const indexClasses = (classes: Classes): ClassIndex => ({
  tags: new Map(classes.tags.map((name, i) => [name, i])),
  labels: new Map(classes.labels.map((name, i) => [name, i])),
  names: new Map(classes.names.map((name, i) => [name, i])),
})

/** How often each word of the corpora occurs, as the lexicon spells it; words with figures also with noughts. */
export const countWords = (examples: readonly Example[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const add = (entry: string): void => {
    counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  for (const { forms } of examples) {
    for (const form of forms) {
      const entry = toEntry(form)
      add(entry)
      if (/\d/.test(entry)) add(entry.replace(/\d/g, '0'))
    }
  }
  return counts
}
