import { findPrintedDate } from '../dates.ts'
import type { Line } from './lines.ts'

/** How the lines that say who wrote a comment are made; a thread keeps to one way. */
type Style = 'line' | 'inline' | 'below'

/**
 * The line that says who wrote a comment. `extra`: lines below that belong to it. `from`: where the comment begins on the same line,
 * counted from the line's start. `below`: it stands under the words it signs.
 */
export type CommentHead = Readonly<{
  line: number
  indent: number
  style: Style
  number?: string
  author: string
  answers?: string
  extra: number
  from?: number
}>

const SAYS = '(?:says|said|writes|wrote|replies|replied|commented|comments|responds|responded|asks|asked)'
/** "  2. A Name says", "2.1. A Name wrote on 3 May 2019:" */
const NUMBERED = new RegExp(
  `^#?(\\d{1,4}(?:\\.\\d{1,4}){0,5})[.):]?\\s{1,4}(\\S.{0,59}?)\\s${SAYS}(?::|\\s(?:on|at)\\s.{4,60}|[,\\s].{0,4}|…)?$`,
)
/** "A Name says:", "A Name said...", "A Name wrote on 3 May 2019 at 10:12" */
const NAMED = new RegExp(`^(\\S.{0,59}?)\\s${SAYS}(?::|\\.\\.\\.|…|\\s(?:on|at)\\s.{4,60}:?)$`)
/** "A Name:", its comment below. */
const ALONE = /^(\S.{0,39}?):$/
/** "A Name replied to Another Name", "A Name in reply to Another Name", "A Name (reply to Another Name)" */
const ANSWERS =
  /^(\S.{0,59}?)\s\(?(?:replied to|in reply to|replying to|in response to|reply to|answered|→|▶|↪)\s{1,2}@?(\S.{0,59}?)\)?:?(?:\s{0,2}[|·•,–—-]\s{0,2}.{2,40})?$/
/** "A Name > Another Name • 2 days ago" */
const ARROWED = /^(\S.{0,39}?)\s(?:>|»|›|▸)\s@?(\S.{0,39}?)\s{0,2}[|·•,–—-]\s{0,2}(.{2,40})$/
/** "A Name · 3 May 2019, 10:12", "A Name, 3 May 2019 at 10:12 pm", "A Name (3 May 2019):" */
const STAMPED = /^(\S[^|•·–—(]{0,59}?)\s{0,3}(?:[|•·–—,(-]|\s(?:on|at)\s)\s{0,3}(.{6,60})$/
const UNIT = 's(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?|mos?(?:nths?)?|y(?:(?:ea)?rs?)?'
const AGO = `(?:(?:about|over|almost)\\s)?(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\\s?(?:${UNIT})\\sago|just now|(?:today|yesterday)(?:\\sat\\s.{3,9})?`
const AFTER_AGO = '(?:\\s?\\)|\\s?[|·•,–—-]\\s?.{2,30}|\\s\\((?:edited|last edited).{0,30}\\)|\\s\\d{1,4}\\slikes?)?:?$'
/** "A Name, 2 hours ago", "a_name 12 points 3 hours ago", "A Name · just now" */
const RECENT = new RegExp(`^(\\S[^|•·–—(]{0,39}?)(?:\\s-?\\d{1,5}\\spoints?)?\\s{0,3}[|•·–—,(-]{0,1}\\s{0,3}(?:${AGO})${AFTER_AGO}`, 'i')
const LONE_AGO = new RegExp(`^\\(?(?:posted\\s)?(?:${AGO})${AFTER_AGO}`, 'i')
/** "A Name: the words of the comment" */
const INLINE = /^((?:\S{1,24}\s){0,3}?\S{1,24}?)(?:\s\(.{3,40}\))?:\s{1,3}(?=\S)/
/** "Posted by: A Name | May 3, 2019", "— A Name, 3 May 2019" */
const SIGNED =
  /^(?:(?:posted|written|comment(?:ed)?)\s(?:by|from):?|by:?|—|–|--?)\s{0,2}(\S[^|•·(]{0,59}?)\s{0,2}(?:[|•·,(–—-]|\s(?:on|at)\s)\s{0,3}(.{4,60})$/i
const LABELS =
  /^(?:(?:reader |all )?comments?|responses?|replies|discussion|https?|note|source|edit|update|ps|p\.s\.|quote|re|example|fact|question|answer|tl;?dr|link|here|\d{1,2})$/i

/** A reader's name, not a sentence: a few words, none of them ending one. */
const isName = (words: string): boolean =>
  words.length <= 40 && words.split(/\s+/).length <= 5 && /\p{L}/u.test(words) && !/[.!?]\s|[!?"”]$/.test(words)

/** A name that stands by itself: every word a capitalised one, or one handle. */
export const isHandle = (words: string): boolean =>
  isName(words) &&
  (/^\S{2,30}$/.test(words) ||
    words.split(/\s+/).every((word) => /^(?:\p{Lu}|\d|(?:de|da|van|von|der|al|el|la|bin|ibn|of|the|from|in)$)/u.test(word)))

const isAgo = (words: string): boolean => words.length <= 60 && LONE_AGO.test(words)

const withoutDay = (author: string): string =>
  author.replace(/^(?:on|am)\s.{6,40}?\d{4}(?:\s(?:at\s)?\d{1,2}:\d{2}(?:\s?[ap]m)?)?,?\s/i, '').replace(/^(?:posted\s)?by:?\s/i, '')

const wordsOf = (text: string, { start, end }: Line): string => text.slice(start, Math.min(end, start + 400))

/** The head of a comment at a line of a thread; before the thread is known for one (`inThread` false), only what nothing else looks like. */
export const findCommentHead = (text: string, lines: readonly Line[], i: number, inThread: boolean): CommentHead | undefined => {
  const at = lines[i]!
  const { indent } = at
  const line = wordsOf(text, at)
  if (at.end - at.start <= 140) {
    const head = (author: string, more: Partial<CommentHead> = {}): CommentHead => ({
      line: i,
      indent,
      style: 'line',
      author: withoutDay(author),
      extra: 0,
      ...more,
    })
    const numbered = NUMBERED.exec(line)
    if (numbered) return head(numbered[2]!, { number: numbered[1]! })
    if (!inThread) return undefined
    const signed = SIGNED.exec(line)
    if (signed && (isAgo(signed[2]!) || (findPrintedDate(signed[2]!)?.start ?? 9) < 4)) return head(signed[1]!, { style: 'below' })
    const answers = ANSWERS.exec(line)
    if (answers && !/[.!?]$/.test(line) && isName(answers[1]!)) return head(answers[1]!, { answers: answers[2]! })
    const arrowed = ARROWED.exec(line)
    if (arrowed && isName(arrowed[1]!) && (isAgo(arrowed[3]!) || (findPrintedDate(arrowed[3]!)?.start ?? 9) < 4))
      return head(arrowed[1]!, { answers: arrowed[2]! })
    const named = NAMED.exec(line)
    if (named) return head(named[1]!)
    const alone = ALONE.exec(line)
    if (alone && isHandle(alone[1]!) && !LABELS.test(alone[1]!)) return head(alone[1]!)
    const recent = RECENT.exec(line)
    if (recent && (isHandle(recent[1]!) || (isName(recent[1]!) && /^\s{0,3}[|•·–—,(]/.test(line.slice(recent[1]!.length)))))
      return head(recent[1]!)
    const stamped = STAMPED.exec(line)
    if (stamped && (findPrintedDate(stamped[2]!)?.start ?? 9) < 4) return head(stamped[1]!)
    // A name alone, and its date on the next line.
    const next = lines[i + 1]
    if (
      next &&
      line.length <= 60 &&
      !/^(?:repl(?:y|ies|ying)|in reply|share|like|report|quote)\b/i.test(line) &&
      !/(?<!\b\p{Lu})[.!?:,]$/u.test(line) &&
      next.end - next.start <= 60
    ) {
      const below = wordsOf(text, next)
      const date = findPrintedDate(below)
      if ((date && date.start < 8 && below.length - date.end < 24) || (isAgo(below) && isName(line))) return head(line, { extra: 1 })
    }
  }
  const inline = inThread ? INLINE.exec(line) : null
  if (inline && isHandle(inline[1]!) && !LABELS.test(inline[1]!))
    return { line: i, indent, style: 'inline', author: inline[1]!, extra: 0, from: inline[0].length }
  return undefined
}

/** Does a line by itself look like the head of a comment: "A Name, 2 hours ago", "A Name wrote on 3 May 2019:"? */
export const looksLikeHead = (text: string, lines: readonly Line[], i: number): boolean => {
  const { start, end, blank } = lines[i]!
  const line = text.slice(start, Math.min(end, start + 120))
  if (!blank || end - start > 100) return false
  if (NAMED.test(line) && /\d/.test(line)) return true
  const recent = RECENT.exec(line)
  return recent !== null && isHandle(recent[1]!) && !/\b(?:posted|published|updated|by)\b/i.test(line)
}

/** "Replying to @name", under the head of a comment: whom it answers. */
export const findAnswered = (line: string): string | undefined =>
  /^(?:replying to|in reply to|reply to|↳|↪)\s?@?(\S.{0,39}?):?$/i.exec(line)?.[1]
