import { findPrintedDate } from '../dates.ts'
import type { Draft } from '../draft.ts'
import type { Line } from './lines.ts'

const SAYS = '(?:says|said|writes|wrote|replies|replied|commented|comments|responds|responded|asks|asked)'
/** "  2. A Name says", "2.1. A Name wrote on 3 May 2019:" */
const NUMBERED = new RegExp(
  `^#?(\\d{1,4}(?:\\.\\d{1,4}){0,5})[.):]?\\s{1,4}(\\S.{0,59}?)\\s${SAYS}(?::|\\s(?:on|at)\\s.{4,60}|[,\\s].{0,4})?$`,
)
/** "A Name says:", "A Name wrote on 3 May 2019 at 10:12" */
const NAMED = new RegExp(`^(\\S.{0,59}?)\\s${SAYS}(?::|\\s(?:on|at)\\s.{4,60}:?)$`)
/** "A Name replied to Another Name", "A Name in reply to Another Name" */
const ANSWERS = /^(\S.{0,59}?)\s(?:replied to|in reply to|replying to|answered|→|▶)\s{1,2}(\S.{0,59}?):?$/
/** "A Name · 3 May 2019, 10:12", "A Name, 3 May 2019 at 10:12 pm" */
const STAMPED = /^(\S[^|•·–—]{0,59}?)\s{0,3}(?:[|•·–—,(-]|\s(?:on|at)\s)\s{0,3}(.{6,60})$/
const HEADING =
  /^(?:(?:\d{1,6}|no|one|all|reader|readers['’]?|user|view|show|top|latest|your)\s)?(?:pending\s)?(?:comments?|responses?|replies|reader reactions?|thoughts?|discussion)(?:\s(?:on|to)\s.{1,200}|\s?\(\s?\d{1,6}\s?\)|\s?[:.]?\s?\d{0,6})?:?$/i
const CONTROL =
  /^(?:reply|report|report abuse|like|likes?\s?\d{0,5}|\d{1,5}\s?likes?|share|permalink|link|flag|quote|log in to reply|reply to this( comment)?|up ?vote|down ?vote|\d{1,5}\s(?:up|down) ?votes?|delete|edit|reply\s?[|·•]\s?.{0,40}|.{0,20}[|·•]\s?reply|view repl(?:y|ies)|leave a (?:comment|reply)|post a comment|load more(?: comments)?)$/i

type Header = Readonly<{ line: number; indent: number; number?: string; author: string; answers?: string; extra: number }>

const headerAt = (text: string, lines: readonly Line[], i: number, inThread: boolean): Header | undefined => {
  const { start, end, indent } = lines[i]!
  if (end - start > 140) return undefined
  const line = text.slice(start, end)
  const numbered = NUMBERED.exec(line)
  if (numbered) return { line: i, indent, number: numbered[1]!, author: numbered[2]!, extra: 0 }
  if (!inThread) return undefined
  const answers = ANSWERS.exec(line)
  if (answers && !/[.!?]$/.test(line)) return { line: i, indent, author: answers[1]!, answers: answers[2]!, extra: 0 }
  const named = NAMED.exec(line)
  if (named) return { line: i, indent, author: named[1]!, extra: 0 }
  const stamped = STAMPED.exec(line)
  if (stamped && (findPrintedDate(stamped[2]!)?.start ?? 9) < 4) return { line: i, indent, author: stamped[1]!, extra: 0 }
  // A name alone, and its date on the next line.
  const next = lines[i + 1]
  if (next && line.length <= 60 && !/[.!?:,]$/.test(line) && next.end - next.start <= 50) {
    const below = text.slice(next.start, next.end)
    const date = findPrintedDate(below)
    if (date && date.start < 8 && below.length - date.end < 24) return { line: i, indent, author: line, extra: 1 }
  }
  return undefined
}

const isHeading = (text: string, { start, end }: Line): boolean => end - start <= 120 && HEADING.test(text.slice(start, end))

/** Where the readers' thread begins: its heading with a comment below it, or the first numbered comment. */
const findStart = (text: string, lines: readonly Line[]): number | undefined => {
  let named = -1
  for (let i = 0; i < lines.length; i++) {
    if (headerAt(text, lines, i, false)) return i > 0 && isHeading(text, lines[i - 1]!) ? i - 1 : i
    if (isHeading(text, lines[i]!))
      for (let next = i + 1; next < Math.min(lines.length, i + 6); next++) if (headerAt(text, lines, next, true)) return i
    // Without a heading it takes two "A Name says:" lines that stand alone, each before its comment.
    const { start, end, blank } = lines[i]!
    if (blank && end - start <= 100 && NAMED.test(text.slice(start, end)) && /\d/.test(text.slice(start, end))) {
      if (named >= 0) return named
      named = i
    }
  }
  return undefined
}

const withoutControls = (text: string, lines: readonly Line[], from: number, to: number): readonly [number, number] => {
  let [first, last] = [from, to]
  while (last > first && CONTROL.test(text.slice(lines[last - 1]!.start, Math.min(lines[last - 1]!.end, lines[last - 1]!.start + 80))))
    last--
  while (first < last && CONTROL.test(text.slice(lines[first]!.start, Math.min(lines[first]!.end, lines[first]!.start + 80)))) first++
  return [first, last]
}

export type Thread = Readonly<{ firstLine: number; drafts: readonly Draft[] }>

/**
 * The readers' comments at the end of a plain text, each as one passage with its author, number as printed and the comment it
 * answers: told by indentation, by dotted numbers or by "in reply to". Lines around them (names, "Reply") are furniture.
 */
export const findThread = (text: string, lines: readonly Line[]): Thread | undefined => {
  const firstLine = findStart(text, lines)
  if (firstLine === undefined) return undefined
  const headers: Header[] = []
  for (let i = firstLine; i < lines.length; i++) {
    const header = headerAt(text, lines, i, true)
    if (!header) continue
    headers.push(header)
    i += header.extra
  }
  const first = headers[0]
  if (!first) return undefined

  const drafts: Draft[] = []
  const furniture = (from: number, to: number) => {
    for (let i = from; i < to; i++) drafts.push({ start: lines[i]!.start, end: lines[i]!.end, kind: 'other' })
  }
  furniture(firstLine, first.line)
  const open: { indent: number; number: string; draft: Draft }[] = []
  const latest = new Map<string, Draft>()
  for (const [n, header] of headers.entries()) {
    const bodyStart = header.line + 1 + header.extra
    let bodyEnd = headers[n + 1]?.line ?? lines.length
    // An indented thread ends where the indentation does.
    if (first.indent > 0) for (let i = bodyStart; i < bodyEnd; i++) if (lines[i]!.indent < first.indent) bodyEnd = i
    furniture(header.line, bodyStart)
    const [from, to] = withoutControls(text, lines, bodyStart, bodyEnd)
    furniture(bodyStart, from)

    const dotted = header.number?.includes('.') ?? false
    while (open.length > 0) {
      const above = open.at(-1)!
      const inside = dotted ? header.number!.startsWith(`${above.number}.`) : header.indent > above.indent
      if (inside) break
      open.pop()
    }
    const parent = (header.answers && latest.get(header.answers)) || open.at(-1)?.draft || null
    const draft: Draft = {
      start: from < to ? lines[from]!.start : lines[header.line]!.start,
      end: from < to ? lines[to - 1]!.end : lines[header.line]!.end,
      kind: 'comment',
      author: header.author,
      ...(header.number === undefined ? {} : { number: header.number }),
      parent,
      depth: parent ? (parent.depth ?? 0) + 1 : 0,
    }
    if (from < to) drafts.push(draft)
    open.push({ indent: header.indent, number: header.number ?? '', draft })
    latest.set(header.author, draft)
    furniture(to, bodyEnd)
    if (bodyEnd < (headers[n + 1]?.line ?? lines.length)) furniture(bodyEnd, headers[n + 1]?.line ?? lines.length)
  }
  return { firstLine, drafts }
}
