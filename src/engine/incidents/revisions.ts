import type { FigureDraft } from '../claims/figures.ts'
import type { View } from '../claims/view.ts'
import { type Entry, entriesOf } from './entries.ts'

const CLOCK = /(\d{1,2})[:.h]?(\d{2})?\s?([ap])?/i

/** Minutes since midnight that the clock of an entry says. */
const minutesOf = (view: View, { label }: Entry): number => {
  const [, hour = '0', minute = '0', half] = CLOCK.exec(view.text.slice(label.start, label.end)) ?? []
  const h = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return h * 60 + Number(minute)
}

const isWhole = ({ value, modality, retracts }: FigureDraft): boolean =>
  value.extent === 'total' && !retracts && modality !== 'denied' && (value.low ?? value.high) !== null && value.scope === null

const isSameSpeaker = (a: FigureDraft, b: FigureDraft): boolean =>
  a.statement === undefined
    ? b.statement === undefined
    : b.statement !== undefined && a.statement.speaker !== null && a.statement.speaker === b.statement.speaker

/** On a live page a speaker's figure in a later entry, which mostly stands above, corrects the one of an earlier entry. */
export const reviseByEntry = (view: View, drafts: readonly FigureDraft[]): void => {
  const posted = [...new Set(entriesOf(view).values())].filter((entry) => entry.posted)
  if (posted.length < 2) return
  const isReversed = minutesOf(view, posted[0]!) > minutesOf(view, posted.at(-1)!)
  const entryAt = ({ at }: FigureDraft): Entry | undefined => {
    const passage = view.passageOf(view.tokenAt(at))
    return passage && entriesOf(view).get(passage.id)
  }
  const told = drafts
    .map((draft) => ({ draft, entry: entryAt(draft) }))
    .filter((one): one is { draft: FigureDraft; entry: Entry } => one.entry?.posted === true && isWhole(one.draft))
    .sort((a, b) => (isReversed ? b.entry.id - a.entry.id : a.entry.id - b.entry.id))
  for (const [i, { draft, entry }] of told.entries()) {
    if (draft.revises) continue
    const before = told
      .slice(0, i)
      .findLast(
        (one) =>
          one.entry.id !== entry.id &&
          one.draft.attribute === draft.attribute &&
          one.draft.value.low !== draft.value.low &&
          isSameSpeaker(one.draft, draft),
      )
    if (before) draft.revises = before.draft
  }
}
