import type { PassageKind } from '../../../model/passage.ts'
import { findPrintedDate } from '../dates.ts'
import { findCredit } from '../plain/credit.ts'
import { findFurniture } from '../plain/furniture.ts'
import { isFurniture, isProse } from './article.ts'
import type { Block, Page } from './blocks.ts'
import { isEmbed } from './embeds.ts'
import { type Element, rememberAround } from './tree.ts'

export const squash = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const CAPTION =
  /(?:^|[\s_-])(?:caption|wp-caption-text|photo-?credit|image-?credit|img-?credit|photocaption|cutline|legend|bildunterschrift|media-?description)(?=[\s_-]|$)/
const CREDIT_LINE =
  /^\(?\s?(?:(?:image|photo|picture|photograph|illustration|file photo|video|foto|bild|graphic|source|credit|getty|screenshot)s?\s?(?:credit|by|courtesy(?: of)?|via|source)?\s?:\s?.{1,120}|(?:image|photo|slide|picture)\s\d{1,3}\s(?:of|\/)(?:\s\/)?\s?\d{1,3}|.{1,160}\((?:image|photo|picture|credit|file|getty|reuters|ap|afp)[^()]{0,80}\)|(?:photo|image|picture)s?\s(?:by|courtesy|from)\s.{2,80}|©.{2,80}|.{0,60}\b(?:getty images|shutterstock|ap photo|epa-efe|istock|unsplash)\b.{0,60})\)?$/i
const POINTER =
  /^\W{0,3}(?:read (?:more|also|next|the full)|see also|also (?:see|read|on)|related(?: (?:stories|articles|posts|news|content|links|topics))?|more(?: (?:on|from|about|stories|news))|watch|listen|don['’]?t miss|in (?:pics|pictures)|leggi anche|lesen sie auch|mehr zum thema|lire aussi|à lire|leia (?:também|mais)|lea (?:también|además)|ver también|lees ook|читайте также|siehe auch|continue reading|click (?:here|to)|recommended|must read|trending|also|\[?more)\b\s{0,2}[:|»›>\-–—]?/i
const DATE_LINE =
  /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|pubblicato|veröffentlicht|aktualisiert|publié|mis à jour|publicado|atualizado|stand)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|segunda|terça|quarta|quinta|sexta|sábado|domingo)\b)/i

/** How much text each element holds: a name that stands around the whole article says nothing of one part of it. */
const weigh = (blocks: readonly Block[]): ReadonlyMap<Element, number> => {
  const weights = new Map<Element, number>()
  for (const { element, text } of blocks) {
    weights.set(element, (weights.get(element) ?? 0) + text.length)
    for (let at = element.parent; at && !weights.has(at); at = at.parent) weights.set(at, 0)
  }
  for (const element of [...weights.keys()].toSorted((a, b) => b.depth - a.depth))
    if (element.parent) weights.set(element.parent, weights.get(element.parent)! + weights.get(element)!)
  return weights
}

/** A line that is a date, with or without a name or a word for publishing. */
const isDateLine = ({ text }: Block): boolean => {
  if (text.length > 140) return false
  const date = findPrintedDate(text)
  if (findCredit(text.replace(/\s+/g, ' ')) !== undefined) return true
  if (date) return text.length - (date.end - date.start) < 30 || DATE_LINE.test(text)
  return DATE_LINE.test(text) && /\d/.test(text) && text.length < 60 && !/[.!?]$/.test(text)
}

const isLinkLine = ({ text, linked }: Block): boolean => linked >= text.length * 0.85 && text.length <= 200
const isHeading = ({ element }: Block): boolean => /^h[1-6]$/.test(element.tag)

export type Roles = ReadonlyMap<number, PassageKind>
export type RoleClues = Readonly<{
  page: Page
  /** Blocks that the article finder took for the article. */
  article: ReadonlySet<number>
  /** Blocks of the readers' thread. */
  taken: (block: Block) => boolean
  titles: readonly string[]
  description: string | null
  articleBody: string | null
}>

/**
 * The role of each of a page's blocks: the article finder says roughly where the article is; names, shapes and words say which
 * blocks inside it are furniture and captions, and which of its paragraphs it missed.
 */
export const findRoles = ({ page: { blocks }, article, taken, titles, description, articleBody }: RoleClues): Roles => {
  const roles = new Map<number, PassageKind>()
  const inside = blocks.filter((block) => article.has(block.i) && !taken(block))
  const total = inside.reduce((sum, { text }) => sum + text.length, 0)
  const weights = weigh(inside)
  const quoteAround = rememberAround(({ tag }) => tag === 'blockquote')
  const embedAround = rememberAround(isEmbed)
  const isEmbedded = (element: Element): boolean => {
    const embed = embedAround(element)
    return embed !== null && isSmall(embed)
  }
  const isSmall = (element: Element): boolean => (weights.get(element) ?? 0) < total * 0.35
  const known = titles.map(squash).filter((title) => title !== '')
  const body = articleBody === null ? null : squash(articleBody)
  /** Remembered per element: is it, or is something around it, a part that is no article? */
  const judged = new Map<Element, PassageKind | null>()
  const judge = (element: Element): PassageKind | null => {
    const path: Element[] = []
    let verdict: PassageKind | null = null
    for (let at: Element | null = element; at; at = at.parent) {
      const before = judged.get(at)
      if (before !== undefined) {
        verdict = before
        break
      }
      path.push(at)
    }
    for (const at of path.toReversed()) {
      if (verdict === null && isSmall(at)) {
        if ((at.tag === 'figcaption' || CAPTION.test(at.names)) && (weights.get(at) ?? 0) < 900) verdict = 'caption'
        else if (isFurniture(at)) verdict = 'other'
      }
      judged.set(at, verdict)
    }
    return verdict
  }

  const isTitle = (block: Block): boolean => known.includes(squash(block.text))
  const first = inside[0]?.i ?? 0
  const exact =
    blocks.find((block) => !taken(block) && block.element.tag === 'h1' && isTitle(block)) ??
    blocks.find((block) => !taken(block) && isHeading(block) && isTitle(block)) ??
    blocks.find(
      (block) => !taken(block) && block.element.tag === 'h1' && (article.has(block.i) || (block.i < first && block.i > first - 40)),
    )
  // The site's name may stand in the title with the headline, in front or behind.
  const isHalfTitle = (words: string): boolean =>
    words.length >= 8 && known.some((title) => title.startsWith(`${words} `) || title.endsWith(` ${words}`))
  const headline =
    exact ??
    blocks.find(
      (block) =>
        !taken(block) &&
        /^h[1-4]$/.test(block.element.tag) &&
        block.i > first - 20 &&
        block.i < first + 10 &&
        isHalfTitle(squash(block.text)),
    )
  if (headline) roles.set(headline.i, 'headline')

  const saysBody = (block: Block): boolean => body !== null && block.text.length >= 40 && body.includes(squash(block.text))
  for (const block of inside) {
    if (roles.has(block.i)) continue
    const { text, element } = block
    const verdict = judge(element)
    const beforeTitle = headline !== undefined && block.i < headline.i
    let kind: PassageKind
    if (isEmbedded(element)) kind = 'embed'
    else if (verdict === 'caption' || (text.length <= 300 && CREDIT_LINE.test(text))) kind = 'caption'
    else if (verdict === 'other' && !saysBody(block)) kind = 'other'
    else if (beforeTitle && (text.length < 80 || block.linked > text.length * 0.5)) kind = 'other'
    else if (isTitle(block) && block.i < (headline?.i ?? first) + 12) kind = 'headline'
    else if (findFurniture(text) || isDateLine(block)) kind = 'other'
    else if (POINTER.test(text) && text.length < 240 && (block.linked > text.length * 0.4 || /[:|»›>]\s?$/.test(POINTER.exec(text)![0])))
      kind = 'other'
    else if (isLinkLine(block) && !isHeading(block)) kind = 'other'
    else if (quoteAround(element) !== null) kind = 'quote'
    else kind = element.tag === 'li' || element.tag === 'dd' || element.tag === 'dt' ? 'list-item' : 'paragraph'
    roles.set(block.i, kind)
  }

  // Paragraphs that the finder missed: prose beside at least two paragraphs of the article, between its first and its last.
  const siblings = new Map<Element, number>()
  let [from, to] = [Number.POSITIVE_INFINITY, -1]
  for (const block of inside) {
    if (roles.get(block.i) !== 'paragraph' || !isProse(block)) continue
    from = Math.min(from, block.i)
    to = Math.max(to, block.i)
    const parent = block.element.parent
    if (parent) siblings.set(parent, (siblings.get(parent) ?? 0) + 1)
  }
  for (const block of blocks) {
    if (roles.has(block.i) || taken(block)) continue
    const parent = block.element.parent
    const beside = parent !== null && (siblings.get(parent) ?? 0) >= 2 && isProse(block) && block.i > from - 6 && block.i < to + 3
    const fits = (beside && block.element.tag === 'p') || (saysBody(block) && block.i > from - 12 && block.i < to + 12)
    if (fits && judge(block.element) === null && !findFurniture(block.text) && !isDateLine(block) && !CREDIT_LINE.test(block.text))
      roles.set(block.i, 'paragraph')
  }

  // A heading with nothing of the article below it headed a list of other stories.
  let open: number | undefined
  for (const block of [...inside, { i: -1 } as Block]) {
    const kind = roles.get(block.i)
    if (open !== undefined && (block.i < 0 || kind !== 'other')) {
      if (block.i < 0 || (kind === 'headline' && block.i > open)) roles.set(open, 'other')
      open = undefined
    }
    if (block.i >= 0 && kind === 'paragraph' && isHeading(block)) open = block.i
  }

  const summary = description === null ? '' : squash(description)
  if (summary.length >= 30)
    for (const block of blocks) {
      if (taken(block) || (headline && Math.abs(block.i - headline.i) > 8) || roles.get(block.i) === 'headline' || block.text.length > 600)
        continue
      const words = squash(block.text)
      const named =
        /(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|subtitle|sub-title|subhead|subheading|summary|teaser|lead|lede|intro|excerpt|abstract|description)(?=[\s_-]|$)/.test(
          block.element.names,
        )
      if (
        words.length >= 30 &&
        (words === summary || (named && (summary.startsWith(words.slice(0, 60)) || words.startsWith(summary.slice(0, 60))))) &&
        (headline === undefined || block.i > headline.i) &&
        (block.i < from || named)
      ) {
        roles.set(block.i, 'standfirst')
        break
      }
    }
  return roles
}
