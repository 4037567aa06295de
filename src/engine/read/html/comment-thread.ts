import { findPrintedDate } from '../dates.ts'
import type { Draft } from '../draft.ts'
import type { Block } from './blocks.ts'
import { authorOf, isControl, isMeta, NUMBER, SAYS } from './comment-lines.ts'
import { type Element, findAround } from './tree.ts'

const DEPTH = /(?:^|\s)(?:depth|level|indent|comment-level|lvl)[-_]?(\d{1,2})(?=\s|$)/

const depthByName = (element: Element): number | undefined => {
  const found = DEPTH.exec(element.names)
  return found ? Number(found[1]) : undefined
}

/** One comment per element that a content system marks as one; nesting gives the thread. */
export const readMarked = (
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
export const readUnmarked = (blocks: readonly Block[]): Readonly<{ drafts: Draft[]; blocks: Map<number, Draft | null> }> => {
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
