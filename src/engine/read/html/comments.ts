import { findPrintedDate } from '../dates.ts'
import type { Draft } from '../draft.ts'
import type { Block, Page } from './blocks.ts'
import { isType, listMarked } from './comment-marks.ts'
import { type Element, findAround, isElement, listElements, rememberAround, textOf } from './tree.ts'

/** A reader's comment: which blocks are its words, and who wrote it in answer to whom. */
export type Comments = Readonly<{
  /** Elements that hold nothing but the thread: the article is looked for without them. */
  roots: ReadonlySet<Element>
  /** Blocks of the thread: a comment's words, or null for what stands around them. */
  blocks: ReadonlyMap<number, Draft | null>
  drafts: readonly Draft[]
}>

const AUTHOR =
  /(?:^|[\s_-])(?:author|authorname|username|user-?name|fn|nick|nickname|commenter|poster|name|profile|person)(?=[\s_-]|$)|comment[-_]?(?:er|author|by|user)/
const META =
  /(?:^|[\s_-])(?:meta|metadata|metainfo|date|datum|time|timestamp|posted|published|reply|replies|antworten|actions?|footer|foot|header|head|permalink|vote|votes|voting|rating|like|likes|share|edit|avatar|author|awaiting|tools|controls|report|flag|toolbar|info|byline|vcard|badge|number|num|count|form|respond)(?=[\s_-]|$)/
const CONTROL =
  /^(?:reply(?: to this)?(?: comment)?|antwort(?:en)?|auf diesen kommentar antworten|répondre|responder|rispondi|reageer|svara|odpowiedz|ответить|цитировать|zitieren|quote|report(?: abuse| comment)?|melden|kommentar melden|like|gefällt mir|likes?|share|teilen|permalink|link|edit|bearbeiten|delete|löschen|flag|log in to reply|loading\.{0,3}|[-+]?\d{1,5}|#\d{1,5}|[▲▼↑↓·|•>»]+|\d{1,2}[:.]\d{2}(?: uhr)?|says:?|sagt:?|schreibt:?|meint:?|am|um|on|at|von|by)[.:|·]?$/i
const VERB =
  '(?:says|said|writes|wrote|sagt|sagte|schreibt|schrieb|meint|meinte|kommentierte|a dit|dit|dice|dijo|ha detto|schreef|zegt|написал|пишет)'
/** "A Name says:", "A Name wrote on 3 May 2019 at 10:12": a name of a few words, and nothing after the verb but when. */
const SAYS = new RegExp(
  `^(\\S{1,30}(?:\\s\\S{1,30}){0,3}?)\\s${VERB}(?:\\s(?:on|at|am|um|le|el|il|op|den)\\s.{4,50}|,?\\s[^a-z]{4,40})?\\s?(?::|\\.{3}|…)?$`,
  'i',
)
const NUMBER = /^#?(\d{1,4}(?:\.\d{1,3})*)[.)]?$/

const STORY = /(?:^|\s)(?:entry-content|article-body|articlebody|post-body|story-body)(?=\s|$)/

/** The elements that hold the story itself, not only what readers say of it. */
const listStoried = (root: Element, ones: ReadonlySet<Element>): ReadonlySet<Element> => {
  const oneAround = rememberAround((element) => ones.has(element))
  const storied = new Set<Element>()
  for (const element of listElements(root)) {
    const isStory = element.tag === 'h1' || isType(element, /schema\.org\/\w*(?:Article|BlogPosting)\b/)
    if (!isStory && oneAround(element) !== null) continue
    const from = isStory ? element : STORY.test(element.names) && !/comment|kommentar|repl/.test(element.names) ? element.parent : null
    for (let at = from; at && !storied.has(at); at = at.parent) storied.add(at)
  }
  return storied
}

const isMeta = (block: Block, comment: Element): boolean => {
  if (block.text.length > 160 && block.linked < block.text.length / 2) return false
  for (let at: Element | null = block.element; at && at !== comment; at = at.parent) {
    if (at.names !== '' && META.test(at.names) && !/(?:^|[\s_-])(?:content|body|text|message)(?=[\s_-]|$)/.test(at.names))
      return block.element.tag !== 'p' || at === block.element || block.text.length < 30 || isControl(block)
    if (at.tag === 'form' || at.tag === 'button' || at.tag === 'time' || at.tag === 'header' || at.tag === 'footer') return true
  }
  return isControl(block)
}
const isControl = (block: Block): boolean => {
  if (block.text.length > 160) return false
  if (CONTROL.test(block.text) || SAYS.test(block.text)) return true
  if (block.linked >= block.text.length - 3 && block.text.length < 60) return true
  const date = findPrintedDate(block.text)
  return date !== undefined && block.text.length - (date.end - date.start) < 40
}

const authorOf = (comment: Element, header: readonly Block[], nested: ReadonlySet<Element>): string | undefined => {
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

const listFirst = (root: Element, test: (element: Element) => boolean): Element | undefined => {
  for (const element of listElements(root)) if (element !== root && test(element)) return element
  return undefined
}

const DEPTH = /(?:^|\s)(?:depth|level|indent|comment-level|lvl)[-_]?(\d{1,2})(?=\s|$)/

const depthByName = (element: Element): number | undefined => {
  const found = DEPTH.exec(element.names)
  return found ? Number(found[1]) : undefined
}

/** One comment per element that a content system marks as one; nesting gives the thread. */
const readMarked = (
  ones: readonly Element[],
  owned: ReadonlyMap<Element, readonly Block[]>,
  blocksOfPage: readonly Block[],
  threadOf: (element: Element) => Element | null,
): Readonly<{ drafts: Draft[]; blocks: Map<number, Draft | null> }> => {
  const drafts: Draft[] = []
  const blocks = new Map<number, Draft | null>()
  const byElement = new Map<Element, Draft>()
  const known = new Set(ones)
  const byDepth: { depth: number; draft: Draft }[] = []
  for (const comment of ones) {
    const own = owned.get(comment) ?? []
    const words = own.filter((block) => !isMeta(block, comment))
    for (const block of own) blocks.set(block.i, null)
    if (words.length === 0) continue
    const inner = own.filter((block) => block.i < words[0]!.i)
    // Where the name stands before the comment's own element, it is the line just before.
    const before = blocksOfPage[words[0]!.i - 1]
    const header = inner.length === 0 && before && isControl(before) ? [before] : inner
    let parent: Draft | null = null
    for (let at = comment.parent; at; at = at.parent) {
      const above = byElement.get(at)
      if (above) {
        parent = above
        break
      }
    }
    // Children that stand in a list beside their parent: the element before the list is the parent's.
    const depth = depthByName(comment)
    if (!parent && depth !== undefined) {
      while (byDepth.length > 0 && byDepth.at(-1)!.depth >= depth) byDepth.pop()
      parent = byDepth.at(-1)?.draft ?? null
    }
    const author = authorOf(comment, header, known)
    const number = header.map(({ text }) => NUMBER.exec(text)?.[1]).find((n) => n !== undefined)
    // A comment's words stand together; what comes after an answer to it is no longer its own.
    let last = words[0]!
    const kept: Block[] = [last]
    for (const block of words.slice(1)) {
      if (block.i > last.i + 3) break
      kept.push(block)
      last = block
    }
    const draft: Draft = {
      start: kept[0]!.start,
      end: last.end,
      kind: 'comment',
      ...(author ? { author } : {}),
      ...(number ? { number } : {}),
      parent,
      depth: parent ? (parent.depth ?? 0) + 1 : 0,
    }
    for (const block of kept) blocks.set(block.i, draft)
    drafts.push(draft)
    byElement.set(comment, draft)
    // The list item that holds a comment holds the answers to it as well.
    const thread = threadOf(comment)
    for (let at = comment.parent; at && at !== thread && !byElement.has(at); at = at.parent)
      if (at.tag === 'li') {
        byElement.set(at, draft)
        break
      }
    if (depth !== undefined) byDepth.push({ depth, draft })
  }
  return { drafts, blocks }
}

/** A thread whose comments are not marked: a line with a name and a date, or "says:", opens each. */
const readUnmarked = (blocks: readonly Block[]): Readonly<{ drafts: Draft[]; blocks: Map<number, Draft | null> }> => {
  const drafts: Draft[] = []
  const owners = new Map<number, Draft | null>()
  let author: string | undefined
  let open: { start: number; end: number; list: number[] } | undefined
  const close = () => {
    if (!open) return
    const draft: Draft = { start: open.start, end: open.end, kind: 'comment', ...(author ? { author } : {}), parent: null, depth: 0 }
    drafts.push(draft)
    for (const i of open.list) owners.set(i, draft)
    open = undefined
  }
  for (const block of blocks) {
    owners.set(block.i, null)
    const inForm = findAround(
      block.element,
      (element) =>
        element.tag === 'form' ||
        element.tag === 'button' ||
        /(?:^|\s)(?:respond|comment-?respond|comment-?form)(?=\s|$)/.test(element.names),
    )
    if (inForm || /^h[1-6]$/.test(block.element.tag)) {
      close()
      continue
    }
    if (isMeta(block, block.element) || isControl(block)) {
      const date = findPrintedDate(block.text)
      const says = SAYS.exec(block.text)
      if (date || says) {
        close()
        author =
          (says?.[1] ?? block.text.slice(0, date?.start ?? 0)).replace(/[\s,|·•(–-]+(?:am|on|um|at|vom)?\s*$/i, '').trim() || undefined
        if (author && author.length > 60) author = undefined
      }
      continue
    }
    if (open) {
      open.end = block.end
      open.list.push(block.i)
    } else open = { start: block.start, end: block.end, list: [block.i] }
  }
  close()
  return { drafts, blocks: owners }
}

const HEADING =
  /^(?:\d{1,5}\s|ein(?:e)?\s|alle\s|all\s|one\s|reader\s|readers['’]?\s)?(?:comments?|(?:leser)?kommentare?|commentaires?|comentarios?|commenti|comment[aá]rios|reacties|responses?|antworten|reaktionen|meinungen|discussion|diskussion|replies|komentarze|комментари[ийея]+)(?:\s?[([]?\d{1,5}[)\]]?)?(?:\s(?:on|to|zu|zum|zur|sur|à|a|su|op)\s.{1,160})?\s?:?$|^\d{1,5}\s(?:thoughts?|gedanken|réflexions?)\s(?:on|zu|sur)\s.{1,160}$/i
/** A line that opens a comment where nothing else marks it. */
const opensComment = ({ text }: Block): boolean => {
  if (text.length > 140) return false
  const date = findPrintedDate(text)
  return SAYS.test(text) || (date !== undefined && text.length - (date.end - date.start) < 70) || /^#\d{1,5}\b.{0,80}$/.test(text)
}
/** How soon after its heading a thread begins. */
const NEAR = 5

/** A thread that only its heading gives away: what follows in the heading's own part of the page, if it opens like comments do. */
const listHeaded = (blocks: readonly Block[], isTaken: (block: Block) => boolean): readonly Block[] => {
  for (const heading of blocks) {
    if (heading.text.length > 200 || isTaken(heading) || !HEADING.test(heading.text) || heading.linked > heading.text.length / 2) continue
    const opener = blocks.slice(heading.i + 1, heading.i + 1 + NEAR).find((block) => !isTaken(block) && opensComment(block))
    if (
      !opener ||
      !blocks
        .slice(opener.i + 1, opener.i + 4)
        .some((block) => !opensComment(block) && block.text.length >= 20 && block.linked < block.text.length / 2)
    )
      continue
    const around = new Set<Element>()
    for (let at: Element | null = opener.element; at; at = at.parent) around.add(at)
    const container = findAround(
      heading.element,
      (element) => around.has(element) && element !== heading.element && !/^h[1-6]$/.test(element.tag),
    )
    if (!container) continue
    const list: Block[] = []
    for (const block of blocks.slice(heading.i + 1)) {
      if (!findAround(block.element, (element) => element === container)) break
      if (!isTaken(block)) list.push(block)
    }
    return list
  }
  return []
}

/** The outermost of some elements around an element, if any. */
const outermost = (roots: ReadonlySet<Element>): ((element: Element) => Element | null) => {
  const isRoot = rememberAround((element) => roots.has(element))
  const outer = new Map<Element, Element>()
  for (const root of roots) {
    // In document order a root's own outermost root is known before it.
    const above = root.parent ? isRoot(root.parent) : null
    outer.set(root, above ? (outer.get(above) ?? above) : root)
  }
  return (element) => {
    const found = isRoot(element)
    return found ? (outer.get(found) ?? found) : null
  }
}

/** Finds the readers' comments of a page by the names, types and shapes that content systems give them. */
export const findComments = (root: Element, { blocks }: Page): Comments => {
  const { ones, alls } = listMarked(root)
  const roots = new Set<Element>()
  const storied = listStoried(root, new Set(ones))
  const threads = new Set<Element>([...alls, ...ones])
  for (const element of listElements(root)) if (threads.has(element) && !storied.has(element)) roots.add(element)
  const rootOf = outermost(roots)
  const marked = new Set(ones.filter((one) => rootOf(one) !== null))
  const markedAround = rememberAround((element) => marked.has(element))
  const withMarked = new Set([...marked].map((one) => rootOf(one)))
  const owned = new Map<Element, Block[]>()
  const loose = new Map<Element, Block[]>()
  for (const block of blocks) {
    const outer = rootOf(block.element)
    if (!outer) continue
    const one = markedAround(block.element)
    const list = one ? owned : loose
    const key = one ?? outer
    const own = list.get(key)
    if (own) own.push(block)
    else list.set(key, [block])
  }
  const read = readMarked([...marked], owned, blocks, rootOf)
  const drafts = [...read.drafts]
  const all = new Map(read.blocks)
  for (const [outer, own] of loose) {
    const hasMarked = read.drafts.length > 0 && withMarked.has(outer)
    if (hasMarked) for (const block of own) all.set(block.i, null)
    else {
      const unmarked = readUnmarked(own)
      drafts.push(...unmarked.drafts)
      for (const [i, draft] of unmarked.blocks) all.set(i, draft)
    }
  }
  const headed = readUnmarked(listHeaded(blocks, (block) => all.has(block.i)))
  drafts.push(...headed.drafts)
  if (headed.drafts.length > 0) for (const [i, draft] of headed.blocks) all.set(i, draft)
  return { roots, blocks: all, drafts }
}
