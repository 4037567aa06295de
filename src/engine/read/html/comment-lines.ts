import { findPrintedDate } from '../dates.ts'
import type { Block } from './blocks.ts'
import { type Element, isElement, listElements, textOf } from './tree.ts'

const AUTHOR =
  /(?:^|[\s_-])(?:author|authorname|username|user-?name|fn|nick|nickname|commenter|poster|name|profile|person)(?=[\s_-]|$)|comment[-_]?(?:er|author|by|user)/
const META =
  /(?:^|[\s_-])(?:meta|metadata|metainfo|date|datum|time|timestamp|posted|published|reply|replies|antworten|actions?|footer|foot|header|head|permalink|vote|votes|voting|rating|like|likes|share|edit|avatar|author|awaiting|tools|controls|report|flag|toolbar|info|byline|vcard|badge|number|num|count|form|respond)(?=[\s_-]|$)/
const CONTROL =
  /^(?:reply(?: to this)?(?: comment)?|antwort(?:en)?|auf diesen kommentar antworten|répondre|responder|rispondi|reageer|svara|odpowiedz|ответить|цитировать|zitieren|quote|report(?: abuse| comment)?|melden|kommentar melden|like|gefällt mir|likes?|share|teilen|permalink|link|edit|bearbeiten|delete|löschen|flag|log in to reply|loading\.{0,3}|[-+]?\d{1,5}|#\d{1,5}|[▲▼↑↓·|•>»]+|\d{1,2}[:.]\d{2}(?: uhr)?|says:?|sagt:?|schreibt:?|meint:?|am|um|on|at|von|by)[.:|·]?$/i
const VERB =
  '(?:says|said|writes|wrote|sagt|sagte|schreibt|schrieb|meint|meinte|kommentierte|a dit|dit|dice|dijo|ha detto|schreef|zegt|написал|пишет)'
/** "A Name says:", "A Name wrote on 3 May 2019 at 10:12": a name of a few words, and nothing after the verb but when. */
export const SAYS = new RegExp(
  `^(\\S{1,30}(?:\\s\\S{1,30}){0,3}?)\\s${VERB}(?:\\s(?:on|at|am|um|le|el|il|op|den)\\s.{4,50}|,?\\s[^a-z]{4,40})?\\s?(?::|\\.{3}|…)?$`,
  'i',
)
export const NUMBER = /^#?(\d{1,4}(?:\.\d{1,3})*)[.)]?$/

/** Is a line of a thread no words of a reader's but a button, a name with a date, a count? */
export const isControl = (block: Block): boolean => {
  if (block.text.length > 160) return false
  if (CONTROL.test(block.text) || SAYS.test(block.text)) return true
  if (block.linked >= block.text.length - 3 && block.text.length < 60) return true
  const date = findPrintedDate(block.text)
  return date !== undefined && block.text.length - (date.end - date.start) < 40
}

/** Does a block stand in a part of a comment that is about it: its author, its date, its buttons? */
export const isMeta = (block: Block, comment: Element): boolean => {
  if (block.text.length > 160 && block.linked < block.text.length / 2) return false
  for (let at: Element | null = block.element; at && at !== comment; at = at.parent) {
    if (at.names !== '' && META.test(at.names) && !/(?:^|[\s_-])(?:content|body|text|message)(?=[\s_-]|$)/.test(at.names))
      return block.element.tag !== 'p' || at === block.element || block.text.length < 30 || isControl(block)
    if (at.tag === 'form' || at.tag === 'button' || at.tag === 'time' || at.tag === 'header' || at.tag === 'footer') return true
  }
  return isControl(block)
}
const listFirst = (root: Element, test: (element: Element) => boolean): Element | undefined => {
  for (const element of listElements(root)) if (element !== root && test(element)) return element
  return undefined
}

/** Who wrote a comment: by the names of its parts, else by the line above its words. */
export const authorOf = (comment: Element, header: readonly Block[], nested: ReadonlySet<Element>): string | undefined => {
  const clean = (words: string): string | undefined => {
    const name = words
      .replace(/^(?:by|von|par|por|posted by|written by)\s+/i, '')
      .replace(/\s*(?:says|said|sagt|schreibt|meint|wrote|writes)?\s*(?::|\.{3}|…)?\s*$/i, '')
      .trim()
    return name !== '' && name.length <= 60 && /[\p{L}\p{N}]/u.test(name) ? name : undefined
  }
  const stack: Element[] = [comment]
  let depth = 0
  while (stack.length > 0 && depth++ < 400) {
    const element = stack.pop()!
    if (element !== comment && nested.has(element)) continue
    const named =
      element.tag === 'cite' ||
      /\bauthor\b/.test(element.attributes.itemprop ?? '') ||
      element.attributes.rel === 'author' ||
      (element.names !== '' && AUTHOR.test(element.names) && element !== comment)
    if (named) {
      const inner =
        listFirst(element, (one) => one.tag === 'cite' || /(?:^|[\s_-])(?:fn|name|username)(?=[\s_-]|$)/.test(one.names)) ?? element
      const name = clean(textOf(inner, 200))
      if (name) return name
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (isElement(child)) stack.push(child)
    }
  }
  for (const { text } of header) {
    const says = SAYS.exec(text)
    if (says) return clean(says[1]!)
    const date = findPrintedDate(text)
    if (date && date.start > 2) return clean(text.slice(0, date.start).replace(/[\s,|·•(–-]+(?:am|on|um|at|vom)?\s*$/i, ''))
  }
  const lone = header.find(({ text }) => text.length <= 40 && !CONTROL.test(text))
  return lone ? clean(lone.text) : undefined
}
