import { findPrintedDate } from '../dates.ts'
import type { Draft } from '../draft.ts'
import type { Block, Page } from './blocks.ts'
import { SAYS } from './comment-lines.ts'
import { isType, listMarked } from './comment-marks.ts'
import { readMarked, readUnmarked } from './comment-thread.ts'
import { type Element, findAround, listElements, rememberAround } from './tree.ts'

/** A reader's comment: which blocks are its words, and who wrote it in answer to whom. */
export type Comments = Readonly<{
  /** Elements that hold nothing but the thread: the article is looked for without them. */
  roots: ReadonlySet<Element>
  /** Blocks of the thread: a comment's words, or null for what stands around them. */
  blocks: ReadonlyMap<number, Draft | null>
  drafts: readonly Draft[]
}>

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
