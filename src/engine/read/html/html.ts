import type { DocumentFacts } from '../../../model/document.ts'
import { type Problem, problem } from '../../../model/problem.ts'
import type { Draft } from '../draft.ts'
import { markIntroductions } from '../introductions.ts'
import { findByWeight } from './article.ts'
import { type Block, toPage } from './blocks.ts'
import { findComments } from './comments.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { findReadable } from './readable.ts'
import { findAround, parseTree } from './tree.ts'

export type HtmlReading = Readonly<{
  text: string
  drafts: readonly Draft[]
  metadata: Metadata
  title: string | null
  standfirst: string | null
  hasThread: boolean
  problems: readonly Problem[]
}>

const squash = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const kindOf = (block: Block): Draft['kind'] => {
  if (findAround(block.element, ({ tag, names }) => tag === 'figcaption' || /(?:^|[\s_-])caption(?=[\s_-]|$)/.test(names))) return 'caption'
  if (findAround(block.element, ({ tag }) => tag === 'blockquote')) return 'quote'
  return block.element.tag === 'li' ? 'list-item' : 'paragraph'
}

/** Reads a page: all its visible text in order, and which stretch of it is the article, a comment, furniture. */
export const readPage = (html: string, facts: DocumentFacts): HtmlReading => {
  const tree = parseTree(html)
  const page = toPage(tree)
  const metadata = readMetadata(tree)
  const comments = findComments(tree.root, page)
  const isLeft = (block: Block): boolean => comments.blocks.has(block.i)
  const article = findReadable(tree.root, metadata.pageTitle, comments.roots) ?? findByWeight(page, isLeft)
  const problems = article.size === 0 ? [problem('html/no-article', 'No article was found in the page; all visible text was kept.')] : []
  const title = facts.title ?? metadata.title
  const drafts: Draft[] = [...comments.drafts]
  for (const block of page.blocks) {
    const { start, end } = block
    const owner = comments.blocks.get(block.i)
    if (owner) continue
    if (owner === null) drafts.push({ start, end, kind: 'other' })
    else if (title && squash(block.text) === squash(title) && /^h[1-3]$/.test(block.element.tag))
      drafts.push({ start, end, kind: 'headline' })
    else drafts.push({ start, end, kind: article.has(block.i) || article.size === 0 ? kindOf(block) : 'other' })
  }
  drafts.sort((a, b) => a.start - b.start)
  return {
    text: page.text,
    drafts: markIntroductions(page.text, drafts),
    metadata,
    title,
    standfirst: null,
    hasThread: comments.drafts.length > 0,
    problems,
  }
}
