import type { Origin } from './origin.ts'
import type { Said } from './said.ts'

/** Sentences shorter than this are written alike by chance: "Three people were killed, police said." */
const LEAST_WORDS = 12

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)?/gu) ?? []

/** A sentence as it is compared: its words with their figures, so that one with another figure is no copy. */
const keyOf = ({ record }: Said): string | null => {
  const words = wordsOf(record.sentence.text)
  return words.length < LEAST_WORDS ? null : words.join(' ')
}

/**
 * Claims with those that stand in a copied passage given to whom it was copied from: a document that prints a sentence of another one
 * word for word says nothing of its own there, though the rest of it is its own. Documents are in the order of their publication.
 */
export const creditPassages = (said: readonly Said[]): readonly Said[] => {
  const first = new Map<string, Origin>()
  return said.map((each) => {
    const key = each.origin.own ? keyOf(each) : null
    if (key === null) return each
    const origin = first.get(key)
    if (!origin) first.set(key, each.origin)
    return origin ? { ...each, origin } : each
  })
}
