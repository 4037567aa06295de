import type { DocumentFacts } from '../../../model/document.ts'
import { type Problem, problem } from '../../../model/problem.ts'
import type { Draft } from '../draft.ts'
import { markIntroductions } from '../introductions.ts'
import { findByWeight, isFurniture } from './article.ts'
import { type Block, toPage } from './blocks.ts'
import { findComments } from './comments.ts'
import { showsSomething } from './embeds.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { findReadable } from './readable.ts'
import { findRoles } from './roles.ts'
import { parseTree, rememberAround } from './tree.ts'

export type HtmlReading = Readonly<{
  text: string
  drafts: readonly Draft[]
  metadata: Metadata
  title: string | null
  standfirst: string | null
  hasThread: boolean
  problems: readonly Problem[]
}>

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
  const roles = findRoles({
    page,
    article: article.size > 0 ? article : new Set(page.blocks.filter((block) => !isLeft(block)).map(({ i }) => i)),
    taken: isLeft,
    titles: [facts.title, metadata.title, metadata.pageTitle].filter((one) => one !== undefined && one !== null),
    description: metadata.description,
    articleBody: metadata.articleBody,
  })
  let standfirst: string | null = null
  for (const block of page.blocks) {
    const { i, start, end } = block
    const owner = comments.blocks.get(i)
    if (owner) continue
    const kind = owner === null ? 'other' : (roles.get(i) ?? 'other')
    if (kind === 'standfirst') standfirst = block.text
    drafts.push({ start, end, kind })
  }
  const isInArticle = (i: number): boolean => (roles.get(i) ?? 'other') !== 'other'
  const furnitureAround = rememberAround((element) => isFurniture(element) || comments.roots.has(element))
  for (const { at, block, element } of page.holes) {
    // Between two parts of the article, or right after its last words.
    const near =
      [block - 1, block - 2, block - 3].some(isInArticle) &&
      (isInArticle(block) || isInArticle(block + 1) || isInArticle(block + 2) || isInArticle(block - 1))
    if (near && showsSomething(element) && furnitureAround(element) === null)
      drafts.push({ start: at, end: at, kind: 'embed', missing: true })
  }
  drafts.sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    text: page.text,
    drafts: markIntroductions(page.text, drafts),
    metadata,
    title,
    standfirst,
    hasThread: comments.drafts.length > 0,
    problems,
  }
}
