import { Readability } from '@mozilla/readability'
import JSDOMParser from '@mozilla/readability/JSDOMParser.js'
import { isHidden } from './blocks.ts'
import { type Element, isElement } from './tree.ts'

/**
 * Readability looks at some elements once for every ancestor: beyond these sizes our own finder, which takes linear time,
 * works alone. (The largest of the corpora's 197 pages has 3,615 elements; 2026-11.)
 */
const MOST_ELEMENTS = 12_000
const MOST_CHARACTERS = 3_000_000
const MOST_BLOCKS = 60_000
/** In the corpora's pages elements stand 10 deep on the average, 21 in the deepest page (2026-11); five times that is no page. */
const DEEPEST_MEAN = 100

/** Block k is marked by one private character in front of its first word: it survives whatever Readability moves or rebuilds. */
const FIRST_MARK = 0xf0000
const MARKS = /[\u{F0000}-\u{FFFFD}]/gu
const STRAY = /[\u{F0000}-\u{10FFFF}]/gu

const KEPT = [
  'class',
  'id',
  'role',
  'itemprop',
  'itemscope',
  'itemtype',
  'rel',
  'href',
  'datetime',
  'style',
  'hidden',
  'aria-hidden',
  'src',
  'colspan',
  'rowspan',
] as const
const DROPPED = new Set(
  'head select option datalist textarea noscript iframe video audio object embed picture source input base link meta'.split(' '),
)
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'col', 'area', 'track', 'param'])
const TAG = /^[a-z][a-z0-9-]{0,30}$/

const escaped = (text: string): string => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
const quoted = (text: string): string =>
  text.slice(0, 300).replace(/[&"<>]/g, (c) => (c === '&' ? '&amp;' : c === '"' ? '&quot;' : c === '<' ? '&lt;' : '&gt;'))

const toMarkedHtml = (root: Element, left: ReadonlySet<Element>): Readonly<{ html: string; elements: number; depth: number }> => {
  const parts: string[] = []
  let elements = 0
  let depths = 0
  const write = (element: Element) => {
    for (const node of element.children) {
      if (!isElement(node)) {
        if (node.block !== undefined && node.block < MOST_BLOCKS) parts.push(String.fromCodePoint(FIRST_MARK + node.block))
        parts.push(escaped(STRAY.test(node.text) ? node.text.replace(STRAY, '') : node.text))
        STRAY.lastIndex = 0
        continue
      }
      const { tag, attributes } = node
      if (DROPPED.has(tag) || left.has(node) || isHidden(node)) continue
      if (!TAG.test(tag) || tag === 'html' || tag === 'body') {
        write(node)
        continue
      }
      elements++
      depths += node.depth
      parts.push('<', tag)
      for (const name of KEPT) if (attributes[name] !== undefined) parts.push(' ', name, '="', quoted(attributes[name]), '"')
      parts.push(VOID.has(tag) ? '/>' : '>')
      if (VOID.has(tag)) continue
      write(node)
      parts.push('</', tag, '>')
    }
  }
  write(root)
  return { html: parts.join(''), elements, depth: depths / Math.max(1, elements) }
}

/** The numbers of the blocks that Readability takes for the article; undefined where it finds none or the page is too large for it. */
export const findReadable = (root: Element, title: string, left: ReadonlySet<Element>): ReadonlySet<number> | undefined => {
  const { html, elements, depth } = toMarkedHtml(root, left)
  if (elements > MOST_ELEMENTS || html.length > MOST_CHARACTERS || depth > DEEPEST_MEAN) return undefined
  try {
    const document = new JSDOMParser().parse(`<html><head><title>${escaped(title)}</title></head><body>${html}</body></html>`)
    const article = new Readability(document, {
      disableJSONLD: true,
      keepClasses: true,
      charThreshold: 300,
      serializer: (node) => node.textContent ?? '',
    }).parse()
    if (!article?.content) return undefined
    const found = new Set<number>()
    for (const [mark] of article.content.matchAll(MARKS)) found.add(mark.codePointAt(0)! - FIRST_MARK)
    return found.size > 0 ? found : undefined
  } catch {
    // A page that the library cannot take is read by our own finder.
    return undefined
  }
}
