import { findPrintedDate } from '../dates.ts'
import type { Draft } from '../draft.ts'
import type { Block, Page } from './blocks.ts'
import { type Element, findAround, isElement, listElements, textOf } from './tree.ts'

/** A reader's comment: which blocks are its words, and who wrote it in answer to whom. */
export type Comments = Readonly<{
  /** Elements that hold nothing but the thread: the article is looked for without them. */
  roots: ReadonlySet<Element>
  /** Blocks of the thread: a comment's words, or null for what stands around them. */
  blocks: ReadonlyMap<number, Draft | null>
  drafts: readonly Draft[]
}>

const WORD =
  '(?:comments?|kommentare?n?|commentaires?|comentarios?|commenti|reacties|responses?|replies|talkbacks?|discussions?|feedback|opinions?)'
/** Names that content systems give to one comment. */
const ONE =
  /(?:^|\s)(?:comment|kommentar|commentaire|comentario|li-comment-\d+|comment[-_]?\d+|div-comment-\d+|kommentar[-_]?\d+|c\d{3,}|comment[-_]{1,2}?(?:item|entry|block|container|wrapper|wrap|thread|body|node|single|box|row|post)|(?:item|single|user|article|post|blog|reader|news|story)[-_]comment|comment[-_]?list[-_]{1,2}item|comments?__item|commentitem|commententry|comments?-list-item|commentary-item|fyre-comment(?:-article)?|talkback-item|response|dsq-comment|post-comment|forum-post|postbody|topic-post|usercomments?|depth-\d+|reply-item|opinion-item|c-comment|js-comment|comment-?card|commentrow|comment_holder|comment-content-wrapper|single-comment)(?=\s|$)/
/** Names that content systems give to the whole thread. */
const ALL = new RegExp(
  `(?:^|\\s)(?:the[-_]?|article[-_]?|post[-_]?|entry[-_]?|reader[-_]?|user[-_]?|disqus[-_]?|block[-_]?|section[-_]?|page[-_]?|blog[-_]?|single[-_]?|js[-_]?|fb[-_]?|id[-_]?|story[-_]?|news[-_]?|all[-_]?|view[-_]?|o[-_]|c[-_]|m[-_])?(?:${WORD}|comment)(?:[-_]{0,2}(?:list|area|section|wrapper|wrap|container|box|block|thread|threads|content|holder|inner|module|template|plugin|embed|app|root|main|view|body|ol|ul|items|entries|template|region|tree|outer|panel|tab|bottom|page|block))?(?=\\s|$)|(?:^|\\s)(?:disqus[_-]thread|dsq-content|commentlist|livefyre\\S{0,30}|respond|comment-?respond|commentform|comment-?form|reply-?form|talkbacks?|fb-comments|facebook-comments|hypercomments\\S{0,10}|viafoura\\S{0,10}|coral\\S{0,12}|spot-?im\\S{0,20}|isso-thread|remark42|utterances|giscus)(?=\\s|$)`,
)
/** Names with the word that are no thread: a count, a switch, a state of the page. */
const NOT =
  /(?:no|has|hide|show|with|without|open|closed|status|count|counts|number|num|link|links|icon|toggle|button|btn|meta|nav|policy|feed|rss|bubble|enabled|disabled)[-_]?comments?|comments?[-_]?(?:open|closed|status|count|counts|number|num|link|links|icon|toggle|button|btn|meta|nav|policy|feed|rss|bubble|enabled|disabled|off|on)(?=\s|$)/

const PAGE_PARTS = new Set(['html', 'body', 'main', 'head', '#root'])

const isType = (element: Element, type: RegExp): boolean =>
  type.test(element.attributes.itemtype ?? '') || type.test(element.attributes.typeof ?? '')
const isOne = (element: Element): boolean => {
  if (PAGE_PARTS.has(element.tag) || element.tag === 'a' || element.tag === 'span' || element.tag === 'form') return false
  if (
    isType(element, /schema\.org\/(?:User)?Comments?\b|^sioct?:(?:Post|Comment)\b/) ||
    /\bcomment\b/.test(element.attributes.itemprop ?? '')
  )
    return true
  if (element.attributes['data-comment-id'] !== undefined || element.attributes['data-commentid'] !== undefined) return true
  return element.names !== '' && ONE.test(element.names) && !/(?:^|\s)(?:hentry|type-post|article-body)(?=\s|$)/.test(element.names)
}
const isAll = (element: Element): boolean =>
  !PAGE_PARTS.has(element.tag) &&
  element.tag !== 'a' &&
  element.tag !== 'span' &&
  element.names !== '' &&
  ALL.test(element.names.replace(NOT, ' ')) &&
  !/(?:^|\s)(?:hentry|type-post|article-body)(?=\s|$)/.test(element.names)

const AUTHOR =
  /(?:^|[\s_-])(?:author|authorname|username|user-?name|fn|nick|nickname|commenter|poster|name|profile|person)(?=[\s_-]|$)|comment[-_]?(?:er|author|by|user)/
const META =
  /(?:^|[\s_-])(?:meta|metadata|metainfo|date|datum|time|timestamp|posted|published|reply|replies|antworten|actions?|footer|foot|header|head|permalink|vote|votes|voting|rating|like|likes|share|edit|avatar|author|awaiting|tools|controls|report|flag|toolbar|info|byline|vcard|badge|number|num|count|form|respond|title)(?=[\s_-]|$)/
const CONTROL =
  /^(?:reply(?: to this)?(?: comment)?|antwort(?:en)?|auf diesen kommentar antworten|répondre|responder|rispondi|reageer|svara|odpowiedz|ответить|цитировать|zitieren|quote|report(?: abuse| comment)?|melden|kommentar melden|like|gefällt mir|likes?|share|teilen|permalink|link|edit|bearbeiten|delete|löschen|flag|log in to reply|loading\.{0,3}|[-+]?\d{1,5}|#\d{1,5}|[▲▼↑↓·|•>»]+|\d{1,2}[:.]\d{2}(?: uhr)?|says:?|sagt:?|schreibt:?|meint:?|am|um|on|at|von|by)[.:|·]?$/i
const SAYS =
  /^(.{1,60}?)\s(?:says|said|writes|wrote|sagt|sagte|schreibt|schrieb|meint|meinte|kommentierte|a dit|dit|dice|dijo|ha detto|schreef|zegt|написал|пишет)(?:\s.{0,60})?\s?:?$/i
const NUMBER = /^#?(\d{1,4}(?:\.\d{1,3})*)[.)]?$/

const STORY = /(?:^|\s)(?:entry-content|article-body|articlebody|post-body|story-body)(?=\s|$)/

/** The elements that hold the story itself, not only what readers say of it. */
const listStoried = (root: Element): ReadonlySet<Element> => {
  const storied = new Set<Element>()
  for (const element of listElements(root)) {
    const isStory = element.tag === 'h1' || isType(element, /schema\.org\/\w*(?:Article|BlogPosting)\b/)
    const from = isStory ? element : STORY.test(element.names) ? element.parent : null
    for (let at = from; at && !storied.has(at); at = at.parent) storied.add(at)
  }
  return storied
}

const isMeta = (block: Block, comment: Element): boolean => {
  for (let at: Element | null = block.element; at && at !== comment; at = at.parent) {
    if (at.names !== '' && META.test(at.names) && !/(?:^|[\s_-])(?:content|body|text|message)(?=[\s_-]|$)/.test(at.names)) return true
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
      .replace(/\s*(?:says|said|sagt|schreibt|meint|wrote|writes)?\s*:?\s*$/i, '')
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
    const header = own.filter((block) => block.i < words[0]!.i)
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

/** Finds the readers' comments of a page by the names, types and shapes that content systems give them. */
export const findComments = (root: Element, { blocks }: Page): Comments => {
  const ones: Element[] = []
  const alls: Element[] = []
  for (const element of listElements(root)) {
    if (isOne(element)) ones.push(element)
    else if (isAll(element)) alls.push(element)
  }
  const roots = new Set<Element>()
  const storied = listStoried(root)
  for (const element of [...alls, ...ones]) {
    if (storied.has(element)) continue
    roots.add(element)
  }
  const inRoots = new Map<Element, Element | null>()
  /** The outermost thread element around one, if any; remembered, so that the walk stays linear. */
  const rootOf = (element: Element): Element | null => {
    const path: Element[] = []
    let at: Element | null = element
    let found: Element | null = null
    while (at) {
      const known = inRoots.get(at)
      if (known !== undefined) {
        found = known
        break
      }
      path.push(at)
      at = at.parent
    }
    for (const one of path.toReversed()) {
      if (found === null && roots.has(one)) found = one
      inRoots.set(one, found)
    }
    return found
  }
  const marked = new Set(ones.filter((one) => rootOf(one) !== null))
  const owned = new Map<Element, Block[]>()
  const loose = new Map<Element, Block[]>()
  for (const block of blocks) {
    const outer = rootOf(block.element)
    if (!outer) continue
    const one = findAround(block.element, (element) => marked.has(element))
    const list = one ? owned : loose
    const key = one ?? outer
    const own = list.get(key)
    if (own) own.push(block)
    else list.set(key, [block])
  }
  const read = readMarked([...marked], owned)
  const drafts = [...read.drafts]
  const all = new Map(read.blocks)
  for (const [outer, own] of loose) {
    const hasMarked = read.drafts.length > 0 && [...marked].some((one) => rootOf(one) === outer)
    if (hasMarked) for (const block of own) all.set(block.i, null)
    else {
      const unmarked = readUnmarked(own)
      drafts.push(...unmarked.drafts)
      for (const [i, draft] of unmarked.blocks) all.set(i, draft)
    }
  }
  return { roots, blocks: all, drafts }
}
