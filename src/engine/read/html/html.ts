import type { DocumentFacts } from '../../../model/document.ts'
import { type Problem, problem } from '../../../model/problem.ts'
import type { Draft } from '../draft.ts'
import { markIntroductions } from '../introductions.ts'
import { isTooLong, listLongProblems } from '../long.ts'
import { findCredit } from '../plain/credit.ts'
import { type Dateline, findDateline } from '../plain/dateline.ts'
import { findByWeight, isFurniture } from './article.ts'
import { type Block, toPage } from './blocks.ts'
import { findComments } from './comments.ts'
import { showsSomething } from './embeds.ts'
import { type Metadata, readMetadata } from './metadata.ts'
import { findReadable } from './readable.ts'
import { findRoles, type Roles } from './roles.ts'
import { parseTree, rememberAround } from './tree.ts'

export type HtmlReading = Readonly<{
  text: string
  drafts: readonly Draft[]
  metadata: Metadata
  title: string | null
  standfirst: string | null
  byline: string | null
  published: string | null
  /** The agency named in the dateline. */
  agency: string | null
  hasThread: boolean
  problems: readonly Problem[]
}>

/** How far from the headline its credits stand. */
const NEAR = 10

type Printed = Readonly<{ byline: string | null; published: string | null }>

/** What the lines around the headline say of author and date. */
const readPrinted = (blocks: readonly Block[], roles: Roles, isLeft: (block: Block) => boolean): Printed => {
  const headline = blocks.find(({ i }) => roles.get(i) === 'headline')
  let byline: string | null = null
  let published: string | null = null
  if (!headline) return { byline, published }
  for (const block of blocks.slice(headline.i + 1, headline.i + 1 + NEAR)) {
    if (isLeft(block)) break
    const { text } = block
    const credit = text.length <= 200 ? findCredit(text.replace(/\s+/g, ' ')) : undefined
    byline ??= credit?.byline ?? null
    published ??= credit?.published ?? null
  }
  return { byline, published }
}

/** The first paragraph without the dateline that it opens with, which becomes a passage of its own. */
const splitDateline = (text: string, drafts: Draft[]): Dateline | undefined => {
  const at = drafts.findIndex(({ kind, start, end }) => kind === 'paragraph' && end - start >= 60)
  const first = drafts[at]
  const dateline = first && findDateline(text.slice(first.start, Math.min(first.end, first.start + 700)))
  if (!first || !dateline || first.start + dateline.end >= first.end) return undefined
  const end = first.start + text.slice(first.start, first.start + dateline.end).trimEnd().length
  drafts.splice(at, 1, { start: first.start, end, kind: 'dateline' }, { ...first, start: first.start + dateline.end })
  return dateline
}

/** Reads a page: all its visible text in order, and which stretch of it is the article, a comment, furniture. */
export const readPage = (html: string, facts: DocumentFacts): HtmlReading => {
  const tree = parseTree(html)
  const page = toPage(tree)
  const comments = findComments(tree.root, page)
  const metadata = readMetadata(tree, comments.roots)
  const isLeft = (block: Block): boolean => comments.blocks.has(block.i)
  const article = findReadable(tree.root, metadata.pageTitle, comments.roots) ?? findByWeight(page, isLeft)
  const problems = article.size === 0 ? [problem('html/no-article', 'No article was found in the page; all visible text was kept.')] : []
  const drafts: Draft[] = [...comments.drafts]
  const roles = findRoles({
    page,
    article: article.size > 0 ? article : new Set(page.blocks.filter((block) => !isLeft(block)).map(({ i }) => i)),
    taken: isLeft,
    titles: [facts.title, metadata.title, metadata.shortTitle, metadata.pageTitle].filter((one) => one !== undefined && one !== null),
    description: metadata.description,
    articleBody: metadata.articleBody,
  })
  const headline = page.blocks.find(({ i }) => roles.get(i) === 'headline')?.text.replace(/\s+/g, ' ') ?? null
  const title = facts.title ?? metadata.title ?? headline ?? metadata.shortTitle
  let standfirst: string | null = null
  for (const block of page.blocks) {
    const { i, start, end } = block
    const owner = comments.blocks.get(i)
    if (owner) continue
    const kind = owner === null || isTooLong(block) ? 'other' : (roles.get(i) ?? 'other')
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
  const printed = readPrinted(page.blocks, roles, isLeft)
  const split = splitDateline(page.text, drafts)
  drafts.sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    text: page.text,
    drafts: markIntroductions(page.text, drafts),
    metadata,
    title,
    standfirst,
    byline: metadata.byline ?? printed.byline,
    published: metadata.published ?? printed.published ?? split?.published ?? null,
    agency: split?.agency ?? null,
    hasThread: comments.drafts.length > 0,
    problems: [...problems, ...listLongProblems(page.blocks)],
  }
}
