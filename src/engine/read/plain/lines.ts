import type { Span } from '../../../model/span.ts'
import { findCredit } from './credit.ts'
import { findPlaceAndDay } from './dateline.ts'
import { findReleaseLine } from './release.ts'

/** A line of a plain text without the white space around it. `blank`: an empty line stands before it. */
export type Line = Span & Readonly<{ indent: number; blank: boolean }>

/** A stretch of lines that read as one: a paragraph, wrapped or not. */
export type Unit = Span & Readonly<{ indent: number; blank: boolean; lines: number }>

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)

/** Every line that holds something, in order. */
export const listLines = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let blank = true
  let at = 0
  while (at < text.length) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    let start = at
    let indent = 0
    for (; start < stop && isSpace(text.charCodeAt(start)); start++) indent += text[start] === '\t' ? 4 : 1
    let end = stop
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start === end) blank = true
    else {
      lines.push({ start, end, indent, blank })
      blank = false
    }
    at = stop + 1
  }
  return lines
}

const LIST_MARK = /^(?:[-*•‣▪▫◦●■–—·🔹🔸]\uFE0F?|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s/u
const ENDS_SENTENCE = /[.!?:…]["'”’)\]]{0,2}$/

/**
 * Are these neighbouring lines one paragraph that was broken to fit a page? They are when they are about equally long and do
 * not all end a sentence (wire copy in the development corpora is at most 77 wide; 2026-11).
 */
const isWrapped = (text: string, lines: readonly Line[]): boolean => {
  if (lines.length < 2) return false
  const inner = lines.slice(0, -1)
  const lengths = inner.map(({ start, end, indent }) => end - start + indent)
  const widest = Math.max(...lengths.slice(0, 400))
  if (widest > 140) return false
  // The last line of a paragraph is no wider than the page.
  const last = lines.at(-1)!
  if (last.end - last.start > widest * 1.2) return false
  const mean = lengths.reduce((sum, n) => sum + n, 0) / lengths.length
  const closing = inner.filter(({ start, end }) => ENDS_SENTENCE.test(text.slice(Math.max(start, end - 4), end))).length
  return mean >= 45 && closing < inner.length * 0.5 + 0.5
}

/** How many of a text's first lines may be its head: credits there stand alone even where lines were wrapped. */
const HEAD_LINES = 12

const isCredit = (line: string): boolean =>
  findCredit(line) !== undefined || findReleaseLine(line) !== undefined || findPlaceAndDay(line) !== undefined

const isCreditLine = (text: string, { start, end }: Line): boolean => end - start <= 100 && isCredit(text.slice(start, end))

const isShouted = (words: string): boolean => words === words.toUpperCase() && /\p{Lu}{3}/u.test(words)

/** A line all in capitals above one that is not: a heading, whatever its length. */
const isHeadingAbove = (text: string, line: Line, next: Line | undefined): boolean =>
  next !== undefined && isShouted(text.slice(line.start, line.end)) && !isShouted(text.slice(next.start, next.end))

/** Lines joined into paragraphs: neighbours that were wrapped become one; an indented line opens the next. */
export const toUnits = (text: string, lines: readonly Line[]): readonly Unit[] => {
  const units: Unit[] = []
  const push = (from: number, to: number) => {
    const first = lines[from]!
    units.push({ start: first.start, end: lines[to - 1]!.end, indent: first.indent, blank: first.blank, lines: to - from })
  }
  let from = 0
  while (from < lines.length) {
    let to = from + 1
    while (
      to < lines.length &&
      !lines[to]!.blank &&
      !(
        to < HEAD_LINES &&
        (isCreditLine(text, lines[to]!) || isCreditLine(text, lines[to - 1]!) || isHeadingAbove(text, lines[to - 1]!, lines[to]))
      )
    )
      to++
    if (isWrapped(text, lines.slice(from, to))) {
      let open = from
      for (let i = from + 1; i < to; i++) {
        const { start, indent } = lines[i]!
        const opens = indent >= lines[i - 1]!.indent + 2 && indent >= (lines[i + 1]?.indent ?? 0) + 2
        if (opens || LIST_MARK.test(text.slice(start, start + 8))) {
          push(open, i)
          open = i
        }
      }
      push(open, to)
    } else for (let i = from; i < to; i++) push(i, i + 1)
    from = to
  }
  return units
}
