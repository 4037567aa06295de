import type { Passage } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'
import type { View } from '../claims/view.ts'
import type { Happening } from './happening.ts'

/**
 * A part of a document under a label of its own: an item of a daily report, a section, an entry of a live page. `posted`: the label
 * is the clock at which it was put up, which dates nothing that it tells. `lends`: it says where or when for its own part alone; the
 * dateline of a whole report says where that was written.
 */
export type Entry = Readonly<{ id: number; label: Passage; posted: boolean; lends: boolean }>

const CLOCK = /^[^\p{L}]*\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?|\s?h(?:ou)?rs)?(?:\s\(?[A-Za-z ]{1,12}\)?)?$/u
const YEAR = /\b\d{4}\b/
const ENTRIES = new WeakMap<View, ReadonlyMap<string, Entry>>()

/** The entry of each passage of a document that has at least two; none in a report that is told in one piece. */
export const entriesOf = (view: View): ReadonlyMap<string, Entry> => {
  const known = ENTRIES.get(view)
  if (known) return known
  const map = new Map<string, Entry>()
  let label: Passage | undefined
  let entry: Entry | undefined
  let kind: string | undefined
  let count = 0
  for (const passage of view.document.passages) {
    if (passage.kind === 'comment' || passage.kind === 'other' || passage.missing) continue
    if (passage.kind === 'dateline') {
      label = passage
      continue
    }
    if (passage.kind === 'headline' || passage.kind === 'standfirst') continue
    if (label) {
      const words = view.text.slice(label.start, label.end)
      entry = { id: count++, label, posted: CLOCK.test(words), lends: !/[-–—:]\s*$/.test(words) }
      kind = passage.kind
      label = undefined
    } else if (kind === 'list-item' && passage.kind !== kind) entry = undefined
    if (entry) map.set(passage.id, entry)
  }
  // The day that only the first label gives with its year is the report's; in a timeline every label has one.
  const labels = [...new Set(map.values())]
  const isTimeline = labels[1] !== undefined && YEAR.test(view.text.slice(labels[1].label.start, labels[1].label.end))
  if (!isTimeline)
    for (const [id, one] of map)
      if (one.id === 0 && YEAR.test(view.text.slice(one.label.start, one.label.end))) map.set(id, { ...one, lends: false })
  const entries = count >= 2 ? map : new Map<string, Entry>()
  ENTRIES.set(view, entries)
  return entries
}

export const entryOf = (view: View, { token }: Happening): Entry | undefined => {
  const passage = view.passageOf(token)
  return passage && entriesOf(view).get(passage.id)
}

/** Does a label say where or when, or does it only name a topic ("A night of fear")? */
const isTelling = (view: View, { label }: Entry): boolean =>
  isNamed(view, label) || view.within('place', label).length + view.within('time', label).length > 0

/** A label in capitals, or before a colon or a dash: where none is known for a place, its name is taken for one. */
export const isNamed = (view: View, { start, end }: Span): boolean => {
  const words = view.text.slice(start, end)
  return /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words) || /^\s?[:–—-]/.test(view.text.slice(end, end + 2))
}

/** Do two places of the text stand under labels that tell of different things? */
export const areApart = (view: View, a: Happening, b: Happening): boolean => {
  const here = entryOf(view, a)
  const there = entryOf(view, b)
  if (here === undefined || there === undefined || here.id === there.id || here.posted || there.posted) return false
  return isTelling(view, here) && isTelling(view, there)
}
