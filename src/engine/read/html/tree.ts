import { Parser } from 'htmlparser2'

/** A piece of text in a page. `block` is the number of the block it opens, once blocks are known. */
export type TextNode = { readonly text: string; readonly parent: Element; block?: number }
/** An element of a page as the reader needs it: no scripts run, nothing is fetched, nothing is styled. */
export type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | null
  readonly children: (Element | TextNode)[]
  readonly depth: number
  /** Class, id and the attributes that name a part's role, in lower case. */
  readonly names: string
}

export type Tree = Readonly<{ root: Element; scripts: readonly { readonly type: string; readonly text: string }[] }>

/** Deeper elements are laid flat, so that every walk may recurse: the deepest of the corpora's 197 pages has 51 levels (2026-11). */
const DEEPEST = 200
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
const SILENT = new Set(['script', 'style', 'template', 'svg', 'math', 'noscript', 'canvas', 'noframes'])
/** Machine-readable descriptions of an article are never longer. */
const LONGEST_SCRIPT = 2_000_000

const namesOf = (attributes: Readonly<Record<string, string>>): string =>
  [
    attributes.class,
    attributes.id,
    attributes.role,
    attributes.itemprop,
    attributes['data-component'],
    attributes['data-testid'],
    attributes['data-type'],
    attributes['data-module'],
  ]
    .filter(Boolean)
    .join(' ')
    .slice(0, 400)
    .toLowerCase()

export const isElement = (node: Element | TextNode): node is Element => 'tag' in node

/** Parses a page, however broken, into a light tree. Takes linear time. */
export const parseTree = (html: string): Tree => {
  const root: Element = { tag: '#root', attributes: {}, parent: null, children: [], depth: 0, names: '' }
  const scripts: { type: string; text: string }[] = []
  let current = root
  let silent = 0
  let silentTag = ''
  let script: { type: string; text: string } | undefined
  let overflow = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (silent > 0) {
          if (tag === silentTag) silent++
          return
        }
        if (SILENT.has(tag)) {
          silent = 1
          silentTag = tag
          if (tag === 'script' && /\bjson\b/.test(attributes.type ?? '')) script = { type: attributes.type!, text: '' }
          return
        }
        const element: Element = { tag, attributes, parent: current, children: [], depth: current.depth + 1, names: namesOf(attributes) }
        current.children.push(element)
        if (VOID.has(tag)) return
        if (current.depth >= DEEPEST) overflow++
        else current = element
      },
      ontext(text) {
        if (silent > 0) {
          if (script && script.text.length < LONGEST_SCRIPT) script.text += text
          return
        }
        current.children.push({ text, parent: current })
      },
      onclosetag(tag) {
        if (silent > 0) {
          if (tag === silentTag && --silent === 0 && script) {
            scripts.push(script)
            script = undefined
          }
          return
        }
        if (VOID.has(tag)) return
        if (overflow > 0) overflow--
        else if (current.parent) current = current.parent
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  return { root, scripts }
}

/** Every element below (and including) one, in document order, without those left out and what they hold. */
export function* listElements(root: Element, leftOut?: ReadonlySet<Element>): Generator<Element> {
  const stack: Element[] = [root]
  while (stack.length > 0) {
    const element = stack.pop()!
    if (leftOut?.has(element)) continue
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (isElement(child)) stack.push(child)
    }
  }
}

export const findElement = (root: Element, test: (element: Element) => boolean): Element | undefined => {
  for (const element of listElements(root)) if (test(element)) return element
  return undefined
}

/** Is it the element itself or one around it that the test holds for? */
export const findAround = (element: Element, test: (element: Element) => boolean): Element | undefined => {
  for (let at: Element | null = element; at; at = at.parent) if (test(at)) return at
  return undefined
}

/** Whether a test holds for an element or one around it, remembered: asked for every block of a page, it takes linear time. */
export const rememberAround = (test: (element: Element) => boolean): ((element: Element) => Element | null) => {
  const answers = new Map<Element, Element | null>()
  return (element) => {
    const path: Element[] = []
    let answer: Element | null = null
    for (let at: Element | null = element; at; at = at.parent) {
      const known = answers.get(at)
      if (known !== undefined) {
        answer = known
        break
      }
      path.push(at)
      if (test(at)) {
        answer = at
        break
      }
    }
    for (const at of path) answers.set(at, answer)
    return answer
  }
}

/** The visible words inside an element, with white space folded; `limit` caps the work. */
export const textOf = (element: Element, limit = 2_000): string => {
  let text = ''
  const stack: (Element | TextNode)[] = [element]
  while (stack.length > 0 && text.length < limit) {
    const node = stack.pop()!
    if (!isElement(node)) text += node.text
    else {
      if (node.tag === 'br') text += ' '
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
    }
  }
  return text.replace(/\s+/g, ' ').trim()
}
