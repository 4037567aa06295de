import type { Draft } from '../draft.ts'
import { type CommentHead, findAnswered, findCommentHead, looksLikeHead } from './comment-head.ts'
import type { Line } from './lines.ts'

const HEADING =
  /^(?:#{1,4}\s)?(?:(?:\d{1,6}|no|one|two|three|four|five|six|seven|eight|nine|ten|all|reader|readers['’]?|user|view|show|top|latest|your)\s)?(?:pending\s)?(?:comments?|responses?|replies|reader reactions?|thoughts?|discussion|reader comments?|from the comments)(?:\s(?:on|to|from|below)\s.{1,200}|\s(?:below|section)|\s?[([]\s?\d{1,6}\s?[)\]]|\s?[:.]?\s?\d{0,6})?:?$/i
/** "4 comments", "Comments (4)": nothing but a thread is counted so. */
const COUNTED = /^(?:#{1,4}\s)?(?:\d{1,6}\s(?:reader\s)?(?:comments?|responses?|replies)\b|(?:reader\s)?comments?\s?[([:]?\s?\d{1,6}\b)/i
const CONTROL =
  /^(?:reply|report|report abuse|like|likes?\s?\d{0,5}|\d{1,5}\s?likes?|share|permalink|link|flag|quote|log in to reply|reply to this( comment)?|up ?vote|down ?vote|\d{1,5}\s(?:up|down) ?votes?|\d{1,5}\s(?:points?|repl(?:y|ies))|[+-]\d{1,5}|[▲▼👍👎♥❤]\s?\d{0,5}|\d{1,5}|delete|edit|reply\s?[|·•]\s?.{0,40}|.{0,20}[|·•]\s?reply|(?:view|show|hide) (?:\d{1,4} )?(?:more )?repl(?:y|ies)|leave a (?:comment|reply)|post a comment|add a comment|load more(?: comments)?|show more|replying to\s.{1,40}|in reply to\s.{1,40}|reply to\s\S.{0,40}|[↳↪]\s?\S.{0,40})$/iu
/** What stands below a thread. */
const AFTERWORD =
  /^(?:leave a (?:comment|reply)|post a comment|add a comment|write a comment|comments (?:are|have been) closed.{0,60}|related(?: (?:stories|articles|posts))?:?|more (?:from|stories)\b.{0,60}|about the author|you (?:may|might) also like.{0,40}|©.{0,120}|copyright\b.{0,120}|newer (?:post|comments)|older (?:post|comments)|log in to (?:comment|reply)|load more(?: comments)?|view all comments.{0,20})$/i

const isHeading = (text: string, { start, end }: Line): boolean => end - start <= 120 && HEADING.test(text.slice(start, end))

/** How soon below its heading a thread begins. */
const NEAR = 6

/** Enough of an article stands above, so that a counted heading is no link at a page's top. */
const STORY = 300

const wordsOf = (text: string, { start, end }: Line): string => text.slice(start, Math.min(end, start + 200))

/** Is there a line of prose right above, so that the heading ends a story? */
const endsStory = (text: string, lines: readonly Line[], i: number): boolean =>
  i >= 2 &&
  lines[i]!.start - lines[0]!.start >= STORY &&
  lines.slice(i + 1).length > 0 &&
  /[.!?:"”’)]\s*$/.test(wordsOf(text, { ...lines[i - 1]!, start: Math.max(lines[i - 1]!.start, lines[i - 1]!.end - 20) }))

type Start = Readonly<{ line: number; isCounted: boolean }>

/** Where the readers' thread begins: its heading with a comment below it, or the first numbered comment. */
const findStart = (text: string, lines: readonly Line[]): Start | undefined => {
  let named = -1
  for (let i = 0; i < lines.length; i++) {
    if (findCommentHead(text, lines, i, false)) return { line: i > 0 && isHeading(text, lines[i - 1]!) ? i - 1 : i, isCounted: false }
    if (isHeading(text, lines[i]!)) {
      let inline = 0
      for (let next = i + 1; next < Math.min(lines.length, i + NEAR * 2); next++) {
        const head = findCommentHead(text, lines, next, true)
        if (!head) continue
        if (head.style === 'inline') inline += /comment/i.test(wordsOf(text, lines[i]!)) ? 1 : 0
        else if (next < i + NEAR || head.style === 'below') return { line: i, isCounted: false }
        if (inline >= 2) return { line: i, isCounted: false }
      }
      if (COUNTED.test(wordsOf(text, lines[i]!)) && endsStory(text, lines, i)) return { line: i, isCounted: true }
    }
    // Without a heading it takes two heads that stand alone, each before its comment.
    if (looksLikeHead(text, lines, i)) {
      if (named >= 0) return { line: named, isCounted: false }
      named = i
    }
  }
  return undefined
}

const isControl = (text: string, line: Line): boolean => CONTROL.test(text.slice(line.start, Math.min(line.end, line.start + 80)))

const withoutControls = (text: string, lines: readonly Line[], from: number, to: number): readonly [number, number] => {
  let [first, last] = [from, to]
  while (last > first && isControl(text, lines[last - 1]!)) last--
  while (first < last && isControl(text, lines[first]!)) first++
  return [first, last]
}

/** A comment's head and the lines of its words. */
type Entry = Readonly<{ head: CommentHead | undefined; from: number; to: number }>

/** Each comment of a thread whose heads stand above their words, or on the line where they begin. */
const listBelow = (lines: readonly Line[], heads: readonly CommentHead[], end: number): readonly Entry[] =>
  heads.map((head, n) => {
    const from = head.from === undefined ? head.line + 1 + head.extra : head.line
    let to = heads[n + 1]?.line ?? end
    // An indented thread ends where the indentation does.
    if (heads[0]!.indent > 0) for (let i = head.line + 1 + head.extra; i < to; i++) if (lines[i]!.indent < heads[0]!.indent) to = i
    return { head, from, to }
  })

/** Each comment of a thread that is signed below. */
const listAbove = (heads: readonly CommentHead[], start: number): readonly Entry[] =>
  heads.map((head, n) => ({ head, from: n === 0 ? start : heads[n - 1]!.line + 1, to: head.line }))

/** Each paragraph of a thread that names nobody. */
const listUnnamed = (lines: readonly Line[], start: number, end: number): readonly Entry[] => {
  const entries: Entry[] = []
  for (let i = start; i < end; ) {
    let to = i + 1
    while (to < end && !lines[to]!.blank) to++
    entries.push({ head: undefined, from: i, to })
    i = to
  }
  return entries
}

const listHeads = (text: string, lines: readonly Line[], from: number, end: number): readonly CommentHead[] => {
  const all: CommentHead[] = []
  for (let i = from; i < end; i++) {
    const head = findCommentHead(text, lines, i, true)
    if (!head) continue
    all.push(head)
    i += head.extra
  }
  // A thread keeps to the way of its first head: "Source: …" in a comment is no new one.
  const first = all.find(({ style }) => style !== 'inline') ?? all[0]
  const isInline = all[0]?.style === 'inline' && all.filter(({ style }) => style === 'inline').length >= 2
  const style = isInline ? 'inline' : first?.style
  if (style === 'below' && first!.line <= from) return all.filter((head) => head.style !== 'inline')
  return all.filter((head) => head.style === style)
}

export type Thread = Readonly<{ firstLine: number; drafts: readonly Draft[] }>

/**
 * The readers' comments at the end of a plain text, each as one passage with its author, number as printed and the comment it
 * answers: told by indentation, by dotted numbers or by "in reply to". Lines around them (names, "Reply") are furniture.
 */
export const findThread = (text: string, lines: readonly Line[]): Thread | undefined => {
  const start = findStart(text, lines)
  if (start === undefined) return undefined
  const firstLine = start.line
  const after = lines.findIndex((line, i) => i > firstLine && AFTERWORD.test(wordsOf(text, line)))
  const end =
    after < 0 || lines.slice(after).some((_, k) => findCommentHead(text, lines, after + k, true)?.style === 'line') ? lines.length : after
  const body = isHeading(text, lines[firstLine]!) ? firstLine + 1 : firstLine
  const heads = listHeads(text, lines, firstLine, end)
  if (heads.length === 0 && !start.isCounted) return undefined
  const entries =
    heads.length === 0 ? listUnnamed(lines, body, end) : heads[0]!.style === 'below' ? listAbove(heads, body) : listBelow(lines, heads, end)

  const drafts: Draft[] = []
  let told = firstLine
  const furniture = (to: number) => {
    for (; told < to; told++) drafts.push({ start: lines[told]!.start, end: lines[told]!.end, kind: 'other' })
  }
  const open: { indent: number; number: string; draft: Draft }[] = []
  const latest = new Map<string, Draft>()
  for (const { head, from: bodyStart, to: bodyEnd } of entries) {
    const [from, to] = withoutControls(text, lines, bodyStart, bodyEnd)
    furniture(from)
    const answered =
      head?.answers ??
      lines
        .slice(bodyStart, from)
        .map((line) => findAnswered(wordsOf(text, line)))
        .find((name) => name !== undefined)
    const number = head?.number ?? ''
    const indent = head?.indent ?? 0
    while (open.length > 0) {
      const above = open.at(-1)!
      if (number.includes('.') ? number.startsWith(`${above.number}.`) : indent > above.indent) break
      open.pop()
    }
    const parent = (answered && latest.get(answered)) || open.at(-1)?.draft || null
    const offset = head?.from ?? 0
    const draft: Draft = {
      start: from < to ? lines[from]!.start + offset : lines[bodyStart - 1]!.start,
      end: from < to ? lines[to - 1]!.end : lines[bodyStart - 1]!.end,
      kind: 'comment',
      ...(head ? { author: head.author } : {}),
      ...(head?.number === undefined ? {} : { number: head.number }),
      parent,
      depth: parent ? (parent.depth ?? 0) + 1 : 0,
    }
    if (from < to) {
      if (offset > 0) drafts.push({ start: lines[from]!.start, end: draft.start, kind: 'other' })
      drafts.push(draft)
      told = to
    }
    open.push({ indent, number, draft })
    if (head) latest.set(head.author, draft)
  }
  furniture(lines.length)
  return { firstLine, drafts }
}
