import type { Passage } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'

/**
 * Words between quotation marks, marks included. A quotation that runs on into the next paragraph, which then opens with a mark of its own,
 * is one quote per paragraph; `continues` says that the speaker is that of the quote before.
 */
export type Quote = Span & Readonly<{ closed: boolean; continues: boolean }>

type Family = 'double' | 'single' | 'angle' | 'tick'
type Open = Readonly<{ family: Family; start: number; length: number }>

/** Farther apart than this, two single marks are taken for apostrophes. */
const LONGEST_SINGLE = 1500

const isSpace = (char: string): boolean => char === '' || /\s/.test(char)
const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char)
const opensAfter = (char: string): boolean => isSpace(char) || /[([{“"«‘'—–―\-/:]/.test(char)
const closesBefore = (char: string): boolean => isSpace(char) || /[\])}”"»’'.,;:!?—–―\-/]/.test(char)

const markAt = (text: string, at: number): { family: Family; length: number; side: 'open' | 'close' | 'either' } | undefined => {
  const char = text.charAt(at)
  const pair = text.charAt(at + 1) === char
  switch (char) {
    case '“':
    case '„':
    case '‟':
      return { family: 'double', length: 1, side: 'open' }
    case '”':
      return { family: 'double', length: 1, side: 'close' }
    case '"':
    case '＂':
      return { family: 'double', length: 1, side: 'either' }
    case '«':
      return { family: 'angle', length: 1, side: 'open' }
    case '»':
      return { family: 'angle', length: 1, side: 'close' }
    case '`':
      return pair ? { family: 'tick', length: 2, side: 'open' } : { family: 'single', length: 1, side: 'open' }
    case "'":
      return pair ? { family: 'tick', length: 2, side: 'either' } : { family: 'single', length: 1, side: 'either' }
    case '‘':
      return { family: 'single', length: 1, side: 'open' }
    case '’':
      return { family: 'single', length: 1, side: 'close' }
    default:
      return undefined
  }
}

/** Could a mark that looks alike on both sides open a quotation here? */
const mayOpen = (text: string, at: number, length: number): boolean =>
  opensAfter(text.charAt(at - 1)) && !isSpace(text.charAt(at + length)) && !/[.,;:!?)]/.test(text.charAt(at + length))

const mayClose = (text: string, at: number, length: number): boolean =>
  closesBefore(text.charAt(at + length)) || !isWord(text.charAt(at + length)) || /[.,!?]/.test(text.charAt(at - 1))

/** How far the search for a closing single mark has come: nothing closes before `to`; `stopped`: nothing opened before it can. */
type Searched = Readonly<{ end?: number; to: number; stopped: boolean }>

/** Looks for the end of a single-quoted stretch opened at `start`; without one the mark is an apostrophe. Scans no character twice. */
const singleEnd = (text: string, start: number, limit: number, before: Searched): Searched => {
  if (before.stopped && start < before.to) return before
  const last = Math.min(limit, start + LONGEST_SINGLE)
  let possessive: number | undefined
  for (let at = Math.max(start + 2, before.to); at < last; at++) {
    const char = text.charAt(at)
    if (char === '‘' || char === '“' || (char === '\n' && text.charAt(at + 1) === '\n')) {
      return possessive === undefined ? { to: at, stopped: true } : { end: possessive, to: at, stopped: true }
    }
    if ((char !== "'" && char !== '’') || text.charAt(at + 1) === char || text.charAt(at - 1) === char) continue
    const prior = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (isSpace(prior) || isWord(after)) continue
    if (prior === 's' && after === ' ' && /\p{Ll}/u.test(text.charAt(at + 2))) {
      possessive ??= at + 1
      continue
    }
    return { end: at + 1, to: at + 1, stopped: false }
  }
  return possessive === undefined ? { to: last, stopped: false } : { end: possessive, to: last, stopped: false }
}

const quotesOf = (text: string, { start, end }: Span, runsOn: boolean): Quote[] => {
  const found: Quote[] = []
  let open: Open | undefined
  let continues = false
  let searched: Searched = { to: start, stopped: false }
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at)
    if (!mark) continue
    if (open) {
      const closes = mark.family === open.family && mark.side !== 'open' && (mark.side === 'close' || mayClose(text, at, mark.length))
      const tickEnd = open.family === 'tick' && mark.family === 'double' && mark.side !== 'open' && mayClose(text, at, mark.length)
      if (closes || tickEnd) {
        found.push({ start: open.start, end: at + mark.length, closed: true, continues })
        open = undefined
      } else if (open.family === 'double' && mark.family === 'double' && text.charAt(at - 1) === '\n') {
        found.push({ start: open.start, end: trimmedEnd(text, open.start, at), closed: false, continues })
        open = { family: mark.family, start: at, length: mark.length }
        continues = true
      }
      at += mark.length - 1
      continue
    }
    if (mark.family === 'single') {
      if (mark.side === 'close' || !opensAfter(text.charAt(at - 1)) || !isWord(text.charAt(at + 1))) continue
      searched = singleEnd(text, at, end, searched)
      const close = searched.end
      if (close === undefined) continue
      found.push({ start: at, end: close, closed: true, continues: false })
      searched = { to: close, stopped: false }
      at = close - 1
      continue
    }
    if (mark.side === 'open' || (mark.side === 'either' && mayOpen(text, at, mark.length))) {
      open = { family: mark.family, start: at, length: mark.length }
      continues = found.length === 0 && runsOn && text.slice(start, at).trim() === ''
    }
    at += mark.length - 1
  }
  if (open) found.push({ start: open.start, end: trimmedEnd(text, open.start, end), closed: false, continues })
  return found
}

const trimmedEnd = (text: string, start: number, end: number): number => {
  let at = end
  while (at > start + 1 && isSpace(text.charAt(at - 1))) at--
  return at
}

/** The outermost quotations of the passages, in document order. A mark that is never closed holds to the end of its passage. */
export const listQuotes = (text: string, passages: readonly Passage[]): readonly Quote[] => {
  const quotes: Quote[] = []
  let runsOn = false
  for (const passage of passages) {
    const own = quotesOf(text, passage, runsOn)
    for (const quote of own) quotes.push(quote)
    const last = own.at(-1)
    runsOn = last !== undefined && !last.closed
  }
  return quotes
}
