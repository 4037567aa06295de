import type { Block, Page } from './blocks.ts'
import { type Element, rememberAround } from './tree.ts'

const FURNITURE_TAGS = new Set(['nav', 'footer', 'aside', 'form', 'button', 'menu', 'dialog'])
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navigation|navbar|menu|sidebar|footer|breadcrumbs?|related|recommend(?:ed|ations?)?|newsletter|subscribe|subscription|promo|promoted|sponsor(?:ed)?|advert(?:isement)?|ads?|social|share|sharing|cookie|consent|popup|modal|paywall|pagination|pager|widget|trending|popular|most-read|toolbar|login|signup|outbrain|taboola|tags|taglist|author-?(?:box|bio|info)|bio|masthead|copyright|disclaimer|print|skip)(?=[\s_-]|$)/
/** Does the name or kind of an element say that it is no part of an article? */
export const isFurniture = (element: Element): boolean =>
  FURNITURE_TAGS.has(element.tag) || (element.names !== '' && FURNITURE.test(element.names))

/** Prose: enough words, few of them links. */
export const isProse = (block: Block): boolean =>
  block.text.length >= 60 && block.linked < block.text.length * 0.4 && /[.!?…:;,]/.test(block.text)

/**
 * Our own article finder, for pages that are too large for Readability or in which it finds nothing: the element whose own
 * paragraphs weigh most, furniture left out. Takes linear time.
 */
export const findByWeight = ({ blocks }: Page, left: (block: Block) => boolean): ReadonlySet<number> => {
  const weights = new Map<Element, number>()
  const furnitureAround = rememberAround(isFurniture)
  let best: Element | undefined
  const candidates = blocks.filter((block) => isProse(block) && !left(block) && furnitureAround(block.element) === null)
  for (const block of candidates) {
    let share = block.text.length - block.linked
    let at: Element | null =
      block.element.tag === 'p' || block.element.tag === 'li' || block.element.tag === 'blockquote' ? block.element.parent : block.element
    for (let up = 0; at && up < 3; up++, at = at.parent) {
      const weight = (weights.get(at) ?? 0) + share
      weights.set(at, weight)
      if (!best || weight > weights.get(best)!) best = at
      share /= 2
    }
  }
  if (!best) return new Set()
  const main = best
  const isInMain = rememberAround((element) => element === main)
  const inside = new Set<number>()
  for (const block of blocks) {
    if (left(block) || isInMain(block.element) === null) continue
    const furniture = furnitureAround(block.element)
    if (furniture === null || furniture.depth <= main.depth) inside.add(block.i)
  }
  return inside
}
