import type { DocumentFacts } from '../../../model/document.ts'
import type { Draft } from '../draft.ts'
import { type Credit, findCredit } from './credit.ts'
import { findDateline, findLiveDay, findLoneDate, findPlaceAndDay, findSignature, findTown, isBareDateline } from './dateline.ts'
import { isLoneLabel, isPlaceHeading } from './entries.ts'
import { findFurniture } from './furniture.ts'
import type { Unit } from './lines.ts'
import { findBody, findIssueDay, findReleaseLine, findSignatory, findToday, findUpTo } from './release.ts'

/** What a plain text says of itself before its story begins. */
export type Head = Readonly<{
  drafts: readonly Draft[]
  title: string | null
  standfirst: string | null
  byline: string | null
  published: string | null
  publisher: string | null
  agency: string | null
  /** How many of the units the head takes. */
  units: number
}>

/** How many lines a head may have. */
const LONGEST_HEAD = 10
const LONGEST_TITLE = 220
const LONGEST_STANDFIRST = 420
const STOPS = /[.;,]["'”’)\]]{0,2}$/
const MARKDOWN_HEADING = /^#{1,6}\s+/
const squash = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isSentence = (line: string): boolean => STOPS.test(line)

/** A byline or date that a headline runs into: "… killed Posted: Friday, January 31, 2014 10:21 AM EST Updated: …". */
const RUN_ON = /\s(?=(?:posted|published|updated|first published|last updated|modified)\s?:\s)/i

const looksLikeTitle = (line: string, unit: Unit, next: Unit | undefined): boolean =>
  next !== undefined &&
  line.length <= LONGEST_TITLE &&
  unit.lines <= 3 &&
  !isSentence(line) &&
  !line.endsWith(':') &&
  !/^["“][^"”]*$/.test(line) &&
  !/^(?:[-*•>]|\d{1,3}[.)])\s/.test(line) &&
  /\p{L}{2}/u.test(line) &&
  (next.blank || unit.lines === 1)

/** "HAITI", under a headline that is not all in capitals: the name of the first of several sections. */
const isSectionLabel = (line: string, title: string): boolean =>
  line === line.toUpperCase() && title !== title.toUpperCase() && line.split(/\s+/).length <= 4

/** Reads headline, standfirst, credits and dateline off a text's first paragraphs; a bare body has none of them. */
export const readHead = (text: string, units: readonly Unit[], facts: DocumentFacts): Head => {
  const drafts: Draft[] = []
  let title: string | null = null
  let standfirst: string | null = null
  let byline: string | null = null
  let published: string | null = null
  let publisher: string | null = null
  let agency: string | null = null
  let inLetterhead = false
  const wordsOf = (i: number): string => text.slice(units[i]!.start, Math.min(units[i]!.end, units[i]!.start + 600))
  const take = (credit: Credit) => {
    byline ??= credit.byline
    if (credit.byline !== null && findBody(credit.byline)) publisher ??= credit.byline
    published ??= credit.published
    publisher ??= credit.publisher
  }
  /** May a headline still come below line `i`? */
  const isTitledBelow = (i: number): boolean => {
    for (let at = i + 1; at < Math.min(units.length, i + 5); at++) {
      const words = wordsOf(at).replace(/\s+/g, ' ')
      if (findCredit(words) || findReleaseLine(words) || findPlaceAndDay(words) || findFurniture(words)) continue
      return looksLikeTitle(words, units[at]!, units[at + 1])
    }
    return false
  }
  /** Does line `i` say when the paper was put out, and nothing else? */
  const isDated = (i: number): boolean => {
    const words = wordsOf(i).replace(/\s+/g, ' ')
    return findPlaceAndDay(words) !== undefined || Boolean((findCredit(words) ?? findReleaseLine(words))?.published)
  }
  let i = 0
  for (; i < units.length && i < LONGEST_HEAD; i++) {
    const unit = units[i]!
    const line = wordsOf(i)
    const next = units[i + 1]
    const titled = title !== null || facts.title !== undefined
    const known = facts.title !== undefined && squash(line) === squash(facts.title)
    const release = known ? undefined : findReleaseLine(line)
    if (release) {
      published ??= release.published ?? null
      publisher ??= release.publisher ?? null
      byline ??= release.byline ?? null
      title ??= release.title ?? null
      drafts.push({ ...bounds(unit), kind: release.kind })
      continue
    }
    const day = known || next === undefined ? undefined : (findPlaceAndDay(line) ?? (titled ? findLiveDay(line) : undefined))
    if (day !== undefined) {
      published ??= day
      drafts.push({ ...bounds(unit), kind: 'dateline' })
      continue
    }
    const named: string | undefined = known || next === undefined ? undefined : findBody(line)
    // "General Command / Office of the Spokesman": a letterhead names the house first, then its rooms.
    if (named !== undefined && inLetterhead) {
      drafts.push({ ...bounds(unit), kind: 'dateline' })
      continue
    }
    const body: string | undefined = titled && publisher !== null ? undefined : named
    inLetterhead = false
    if (body !== undefined && (titled || isTitledBelow(i) || isDated(i + 1) || /\s\|\s/.test(line))) {
      publisher ??= body
      inLetterhead = unit.lines === 1 && next?.blank === false
      drafts.push({ ...bounds(unit), kind: 'dateline' })
      continue
    }
    published ??= known ? null : (findUpTo(line) ?? (titled ? null : findIssueDay(line)))
    publisher ??= findSignatory(line) ?? null
    const dateline = findDateline(line) ?? (titled ? (findLoneDate(line) ?? (next?.blank ? findTown(line) : undefined)) : undefined)
    // "KABUL: Blast kills five", above the story: a headline.
    const isHeadline = !titled && dateline !== undefined && line[dateline.end - 2] === ':' && looksLikeTitle(line, unit, next)
    const isCredit = dateline !== undefined && dateline.end < line.length && isDated(i)
    if (dateline && !(title === null && known) && !isHeadline && !isCredit) {
      published ??= dateline.published
      agency ??= dateline.agency
      if (dateline.end >= line.length) {
        drafts.push({ ...bounds(unit), kind: 'dateline' })
        continue
      }
      const end = unit.start + line.slice(0, dateline.end).trimEnd().length
      drafts.push({ start: unit.start, end, kind: 'dateline' })
      drafts.push({ start: unit.start + dateline.end, end: unit.end, kind: 'paragraph' })
      i++
      break
    }
    const bare = isBareDateline(line)
    if (bare) {
      published ??= bare.published
      agency ??= bare.agency
      drafts.push({ ...bounds(unit), kind: 'dateline' })
      continue
    }
    const credit = findCredit(line.replace(/\s+/g, ' '))
    if (credit && unit.end - unit.start <= 600) {
      take(credit)
      drafts.push({ ...bounds(unit), kind: credit.published ? 'dateline' : 'other' })
      continue
    }
    const signed = titled && next !== undefined ? findSignature(line) : undefined
    if (signed !== undefined) {
      published ??= signed
      drafts.push({ ...bounds(unit), kind: 'dateline' })
      continue
    }
    if (findFurniture(line)) {
      drafts.push({ ...bounds(unit), kind: 'other' })
      continue
    }
    const mark = MARKDOWN_HEADING.exec(line)?.[0].length ?? 0
    if (title === null && (known || mark > 0 || looksLikeTitle(line, unit, next))) {
      const run = RUN_ON.exec(line)
      const runCredit = run
        ? findCredit(
            line
              .slice(run.index + 1, run.index + 200)
              .split(/\s(?=updated\s?:)/i)[0]!
              .trim(),
          )
        : undefined
      if (run && runCredit) {
        take(runCredit)
        title = line.slice(mark, run.index).trim()
        drafts.push({ start: unit.start + mark, end: unit.start + run.index, kind: 'headline' })
        drafts.push({ start: unit.start + run.index + 1, end: unit.end, kind: 'dateline' })
      } else {
        title = line.slice(mark).replace(/\s+/g, ' ').trim()
        drafts.push({ start: unit.start + mark, end: unit.end, kind: 'headline' })
      }
      continue
    }
    const creditFollows = next !== undefined && findCredit(wordsOf(i + 1)) !== undefined
    if (
      title !== null &&
      standfirst === null &&
      next &&
      line.length <= LONGEST_STANDFIRST &&
      unit.lines <= 4 &&
      !isSectionLabel(line, title) &&
      !(unit.blank && next.blank === false && isPlaceHeading(line)) &&
      !isLoneLabel(line) &&
      (creditFollows || (!isSentence(line) && looksLikeTitle(line, unit, next)))
    ) {
      standfirst = line.replace(/\s+/g, ' ')
      drafts.push({ ...bounds(unit), kind: 'standfirst' })
      continue
    }
    break
  }
  for (let at = i - 1; published === null && at < Math.min(units.length, i + 3); at++) if (at >= 0) published = findToday(wordsOf(at))
  return { drafts, title, standfirst, byline, published, publisher, agency, units: i }
}

const bounds = ({ start, end }: Unit): { start: number; end: number } => ({ start, end })
