import type { Span } from '../../../model/span.ts'
import { isEmbed } from './embeds.ts'
import { type Element, isElement, type TextNode, type Tree } from './tree.ts'

/** A run of text that a browser would set as one paragraph, heading, list item or cell. */
export type Block = Span &
  Readonly<{
    i: number
    /** The closest element that makes a block. */
    element: Element
    text: string
    /** How many of its characters stand in links. */
    linked: number
  }>

/** A place in the text where a page shows something that is not text. */
export type Hole = Readonly<{ at: number; block: number; element: Element }>

export type Page = Readonly<{ text: string; blocks: readonly Block[]; holes: readonly Hole[] }>

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby rb rt rp s samp small span strike strong sub sup time tt u var wbr img picture amp-img input o:p'.split(
    ' ',
  ),
)
const UNSEEN = new Set('head title meta link base select option optgroup datalist textarea noscript'.split(' '))
const SHOWN = new Set([
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'amp-video',
  'amp-youtube',
  'amp-twitter',
  'amp-iframe',
  'amp-facebook',
  'amp-instagram',
])
const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** A thread that opens on a click is text that the page shows. */
const FOLDED = /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|commentaires|comentarios|replies|responses)(?=[\s_-]|$)/

export const isHidden = ({ attributes, names }: Element): boolean =>
  !FOLDED.test(names) &&
  ('hidden' in attributes ||
    (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style.slice(0, 400))) ||
    attributes['aria-modal'] === 'true')

const SPACE = /[ \t\n\r\f\u200b\ufeff]+/g

/** All visible text of a page in order, as blocks over one canonical text. Blocks stand an empty line apart. */
export const toPage = ({ root }: Tree): Page => {
  const blocks: Block[] = []
  const holes: Hole[] = []
  const parts: string[] = []
  let length = 0
  // The block being read, in pieces: looking at the end of one long string again and again would cost quadratic time.
  let pieces: string[] = []
  let linked = 0
  let owner = root
  let opening: TextNode | undefined
  let breaks = 0

  const endsInSpace = (): boolean => pieces.length === 0 || /\s$/.test(pieces.at(-1)!.slice(-1))
  const flush = () => {
    const text = opening ? pieces.join('').trim() : ''
    if (text !== '' && opening) {
      if (length > 0) {
        parts.push('\n\n')
        length += 2
      }
      opening.block = blocks.length
      blocks.push({
        i: blocks.length,
        start: length,
        end: length + text.length,
        element: owner,
        text,
        linked: Math.min(linked, text.length),
      })
      parts.push(text)
      length += text.length
    }
    pieces = []
    linked = 0
    opening = undefined
    breaks = 0
  }

  const addText = (node: TextNode, block: Element, kept: boolean, inLink: boolean) => {
    let words = kept ? node.text.replaceAll('\r\n', '\n') : node.text.replace(SPACE, ' ')
    if (words.trim() === '') {
      if (!endsInSpace()) pieces.push(' ')
      return
    }
    if (!opening) {
      opening = node
      owner = block
    }
    if (!kept && endsInSpace() && words.startsWith(' ')) words = words.slice(1)
    pieces.push(words)
    breaks = 0
    if (inLink) linked += words.length
  }

  const visit = (element: Element, block: Element, kept: boolean, inLink: boolean) => {
    for (const node of element.children) {
      if (!isElement(node)) {
        addText(node, block, kept, inLink)
        continue
      }
      const { tag } = node
      if (UNSEEN.has(tag) || isHidden(node)) continue
      if (tag === 'br') {
        if (++breaks >= 2) flush()
        else if (pieces.length > 0) pieces.push(`${pieces.pop()!.trimEnd()}\n`)
        continue
      }
      if (SHOWN.has(tag)) {
        flush()
        holes.push({ at: length, block: blocks.length, element: node })
        continue
      }
      const inline = INLINE.has(tag)
      if (!inline) flush()
      const [before, holed] = [blocks.length, holes.length]
      visit(node, inline ? block : node, kept || tag === 'pre', inLink || tag === 'a')
      if (inline) continue
      flush()
      if (isEmbed(node) && blocks.length === before && holes.length === holed)
        holes.push({ at: length, block: blocks.length, element: node })
    }
  }
  visit(root, root, false, false)
  flush()
  return { text: parts.join(''), blocks, holes }
}
