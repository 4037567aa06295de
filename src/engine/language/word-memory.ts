import type { Manner } from './lexicon.ts'

/**
 * The first layer's sums of words met before: they depend on the word alone. Kept for speed; whole numbers make them the same
 * whenever they are worked out, so what is remembered never shows in an outcome.
 */
export type WordMemory = Readonly<{
  /** By how a word is met (in what sort of text, first in a sentence or not) and its form: its slot. */
  slots: readonly Map<string, number>[]
  /** How often each slot was wanted since the last time of forgetting. */
  uses: Uint16Array
  used: { count: number }
  /** The address of the rows of all slots. */
  rows: number
}>

/** A sentence as the net takes it. */
export type Spoken = Readonly<{ forms: readonly string[]; manner: Manner }>
/** A word that is not remembered. */
export type NewWord = Readonly<{ form: string; manner: Manner; first: boolean }>

/** Words remembered at most: 25 MB with 96 units. Of news text some nine words in ten are then met again. */
export const REMEMBERED = 8192

export const newWordMemory = (rows: number): WordMemory => ({
  slots: Array.from({ length: 4 }, () => new Map<string, number>()),
  uses: new Uint16Array(REMEMBERED),
  used: { count: 0 },
  rows,
})

/** Whether as many words more might not find room. */
export const isFull = (memory: WordMemory, words: number): boolean => memory.used.count + words > REMEMBERED

export type Places = Readonly<{ places: Int32Array; fresh: readonly NewWord[]; start: number }>

/** The slot of each word, and the words that were given one just now, from slot `start` on. */
export const findPlaces = (memory: WordMemory, sentences: readonly Spoken[], words: number): Places => {
  const { uses, used } = memory
  const start = used.count
  const places = new Int32Array(words)
  const fresh: NewWord[] = []
  let t = 0
  for (const { forms, manner } of sentences) {
    const kind = manner === 'shouted' ? 2 : 0
    for (let i = 0; i < forms.length; i += 1) {
      const slots = memory.slots[i === 0 ? kind + 1 : kind]!
      const form = forms[i]!
      let slot = slots.get(form)
      if (slot === undefined) {
        slot = used.count
        used.count += 1
        slots.set(form, slot)
        uses[slot] = 0
        fresh.push({ form, manner, first: i === 0 })
      }
      if (uses[slot]! < 0xffff) uses[slot]! += 1
      places[t] = slot
      t += 1
    }
  }
  return { places, fresh, start }
}

/** Keeps the words wanted more than once, as far as they fill half of the room, and moves their rows together. */
export const forgetRareWords = (memory: WordMemory, bytes: Uint8Array, rowBytes: number): void => {
  const { uses, used, rows, slots } = memory
  const places = new Int32Array(used.count).fill(-1)
  let kept = 0
  for (let slot = 0; slot < used.count && kept < REMEMBERED / 2; slot += 1) {
    if (uses[slot]! < 2) continue
    bytes.copyWithin(rows + kept * rowBytes, rows + slot * rowBytes, rows + (slot + 1) * rowBytes)
    places[slot] = kept
    kept += 1
  }
  for (const map of slots) {
    for (const [form, slot] of map) {
      if (places[slot] === -1) map.delete(form)
      else map.set(form, places[slot]!)
    }
  }
  uses.fill(0)
  used.count = kept
}
