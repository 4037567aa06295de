import type { DocumentFacts } from '../../../model/document.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Draft } from '../draft.ts'
import { markIntroductions } from '../introductions.ts'
import { isTooLong, listLongProblems } from '../long.ts'
import { type Credit, findCredit } from './credit.ts'
import { findPlaceAndDay } from './dateline.ts'
import { splitEntries } from './entries.ts'
import { countTrailingTitles, findFurniture } from './furniture.ts'
import { type Head, readHead } from './head.ts'
import { listLines, toUnits, type Unit } from './lines.ts'
import { markLost } from './lost.ts'
import { findThread } from './thread.ts'

export type PlainReading = Readonly<{ head: Head; drafts: readonly Draft[]; problems: readonly Problem[] }>

const LIST_ITEM = /^(?:[-*•‣▪▫◦●○■□◆◇➤➡▶🔹🔸🔺🔻✅❗⚡]\uFE0F?|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)/u
/** A picture before the words of a post. */
const PICTURE = /^(?:\p{Extended_Pictographic}\uFE0F?\s?){1,4}(?=\p{L})/u
const QUOTED = /^>\s?(?=\S)/
const HEADING = /^#{1,6}\s+(?=\S)/
const CAPTION =
  /^(?:(?:photo: .{2,60} )?(?:image|photo|slide|picture)\s\d{1,3}\s(?:of|\/)(?:\s\/)?\s?\d{1,3}\b.{0,380}|\((?:ap |file |photo|image|picture)[^)]{0,200}\)|(?:photo|image|picture|file photo|caption|photograph)(?: (?:by|credit|courtesy)[^.]{0,120}|:.{1,300}))$/i

const toDraft = (text: string, unit: Unit): Draft => {
  const line = text.slice(unit.start, Math.min(unit.end, unit.start + 600))
  const { start, end } = unit
  if (isTooLong(unit) || findFurniture(line.length < end - start ? `${line}${' '.repeat(600)}` : line)) return { start, end, kind: 'other' }
  const mark = (pattern: RegExp): number => pattern.exec(line)?.[0].length ?? 0
  if (mark(QUOTED)) return { start: start + mark(QUOTED), end, kind: 'quote' }
  if (mark(HEADING)) return { start: start + mark(HEADING), end, kind: 'paragraph' }
  if (mark(LIST_ITEM)) return { start: start + mark(LIST_ITEM), end, kind: 'list-item' }
  if (mark(PICTURE)) return { start: start + mark(PICTURE), end, kind: 'paragraph' }
  if (end - start <= 500 && CAPTION.test(line)) return { start, end, kind: 'caption' }
  return { start, end, kind: 'paragraph' }
}

const TAIL = 40

/** Other stories' titles at the end of the text are furniture. */
const markTrailing = (text: string, drafts: readonly Draft[]): readonly Draft[] => {
  const tail = drafts.slice(-TAIL)
  const count = countTrailingTitles(
    tail.map(({ start, end, kind }) =>
      kind === 'paragraph' || kind === 'other' || kind === 'list-item' ? text.slice(start, Math.min(end, start + 200)) : '.',
    ),
  )
  if (count === 0 || count >= drafts.length) return drafts
  return drafts.map((draft, i) => (i >= drafts.length - count ? { ...draft, kind: 'other' } : draft))
}

/** How many of a text's last lines may sign it. */
const LAST = 3

/** Day and writer below the story, where its head gives no day: "Northport, 12 February 1998", "Posted by: A Name | 4 June 2019". */
const findFoot = (text: string, units: readonly Unit[]): Readonly<{ unit: Unit; credit: Credit }> | undefined => {
  for (const unit of units.slice(-LAST)) {
    const line = text.slice(unit.start, Math.min(unit.end, unit.start + 201))
    const credit = findCredit(line)
    if (credit?.published && (credit.byline !== null || credit.publisher !== null)) return { unit, credit }
    const day = findPlaceAndDay(line)
    if (day !== undefined) return { unit, credit: { byline: null, published: day, publisher: null } }
  }
  return undefined
}

/** Reads plain text and Markdown: its lines as they stand, each with its role. */
export const readPlain = (text: string, facts: DocumentFacts): PlainReading => {
  const lines = listLines(text)
  const thread = findThread(text, lines)
  const units = toUnits(text, thread ? lines.slice(0, thread.firstLine) : lines)
  const top = readHead(text, units, facts)
  const foot = top.published === null ? findFoot(text, units.slice(Math.max(top.units, 1))) : undefined
  const head: Head = foot ? { ...top, published: foot.credit.published, byline: top.byline ?? foot.credit.byline } : top
  const below = units
    .slice(head.units)
    .map((unit): Draft => (unit === foot?.unit ? { start: unit.start, end: unit.end, kind: 'dateline' } : toDraft(text, unit)))
  const last = head.drafts.at(-1)
  // What the head leaves of its last line is the story's first paragraph.
  const opening = last?.kind === 'paragraph' ? [last] : []
  const entries = splitEntries(text, [...opening, ...below])
  const body = markTrailing(text, [...head.drafts.slice(0, head.drafts.length - opening.length), ...entries])
  const drafts = markIntroductions(text, [...markLost(text, body), ...(thread?.drafts ?? [])])
  return { head, drafts, problems: listLongProblems(drafts) }
}
