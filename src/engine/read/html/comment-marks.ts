import { type Element, listElements } from './tree.ts'

/**
 * How content systems name the parts of a thread, in the languages whose systems are common. A name is one token of a class, an
 * id or a role; hyphens and underscores are alike.
 */
const WORD = '(?:comment|kommentar|commentaire|comentario|commento|talkback|reactie|feedback)'
const WORDS =
  '(?:comments|kommentare|commentaires|comentarios|commenti|reacties|talkbacks|responses|replies|discussion|discussions|opinions)'
const PLACES =
  '(?:list|area|section|sections|wrapper|wrap|container|box|block|thread|threads|content|holder|inner|module|template|plugin|embed|app|root|main|view|body|items|entries|region|tree|outer|panel|tab|page|widget|feed|stream|group|ol|ul|links|component|field|pane|bottom)'

/** One comment as a whole. */
const ONE = new RegExp(
  `^(?!div-)(?:\\S{0,40}-)?${WORD}(?:-?(?:item|entry|row|card|node|single|post|list-?item|element|li|preview)|-?\\d+)?$|^[a-z]{0,20}${WORD}$|^${WORDS}-?(?:item|entry|list-item)$|^li-comment-\\d+$|^depth-\\d+$|^c\\d{5,}$|^dsq-comment|^fyre-comment(?:-article)?$|^(?:jdgm-rev|yotpo-review|spr-review|customer-review|user-review)$|^(?:topic-post|forum-post|postbody|message-post|response-item|reply-item|bb-message-\\d+)$`,
)
/** A part of a comment; the comment itself only where nothing names the whole. */
const PART = new RegExp(
  `^(?:\\S{0,30}-)?${WORD}-?(?:body|content|text|main|inner|wrap|wrapper|container|block|box|article|holder|message|bubble|content-wrapper)$|^div-comment-\\d+$`,
)
/** A whole thread. */
const ALL = new RegExp(
  `^(?:\\S{0,40}-)?${WORDS}(?:-?(?:${PLACES}|\\d+)){0,2}$|^(?:\\S{0,40}-)?${WORD}-?${PLACES}s?$|^(?:disqus-thread|dsq-content|commentlist|respond|comment-?respond|commentform|comment-?form|reply-?form|fb-comments|isso-thread|remark42|utterances|giscus)$|^(?:livefyre|hypercomments|viafoura|coral|spot-?im)\\S{0,30}$`,
)
/** Names with the word that name no thread: counts, switches, states of a page, lists of other pages' comments. */
const NOT = new RegExp(
  `^(?:\\S{0,30}-)?(?:no|has|hide|show|with|without|open|closed|status|count|counts|number|num|link|links|icon|toggle|button|btn|meta|nav|policy|feed|rss|enabled|disabled|recent|latest|last|top|add|new|leave|write|your|jump|to|goto|view|see|read|allow|fast|total|fa|close|type)-?(?:${WORD}|${WORDS})\\S{0,30}$|^(?:\\S{0,30}-)?(?:${WORD}|${WORDS})-?(?:open|closed|status|count|counts|number|num|link|icon|toggle|button|btn|meta|nav|policy|rss|enabled|disabled|off|on|off-template|author|date|time|reply|avatar|footer|header|title|info|actions?|likes?|user\\S{0,20}|author\\S{0,40}|by|header|edit|form|notes|subscribe|rules)$`,
)

const PAGE_PARTS = new Set(['html', 'body', 'main', 'head', '#root'])
const NEVER = new Set(['a', 'span', 'form', 'button', 'input', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'label', 'img', 'time', 'p'])
const HOSTS = /^(?:hentry|type-post|article-body|single|page)$/

export const isType = ({ attributes }: Element, type: RegExp): boolean =>
  type.test(attributes.itemtype ?? '') || type.test(attributes.typeof ?? '')
const COMMENT_TYPE = /schema\.org\/(?:User)?Comments?\b|^sioct?:(?:Post|Comment)\b/

type Mark = 'one' | 'part' | 'all' | null

/** What an element's names say that it is in a thread of comments. */
export const markOf = (element: Element): Mark => {
  if (PAGE_PARTS.has(element.tag) || NEVER.has(element.tag)) return null
  const { attributes, names } = element
  if (isType(element, COMMENT_TYPE) || /\bcomment\b/.test(attributes.itemprop ?? '')) return 'one'
  if (attributes['data-comment-id'] !== undefined || attributes['data-commentid'] !== undefined) return 'one'
  if (
    names === '' ||
    !/com+ent|kommentar|talkback|disqus|dsq|repl|respon|discuss|react|feedback|opinion|livefyre|viafoura|coral|spot|isso|remark|giscus|utteranc|depth-|c\d|rev|post|bb_/.test(
      names,
    )
  )
    return null
  let mark: Mark = null
  for (const token of names.replaceAll(/[-_]+/g, '-').split(/\s+/)) {
    if (HOSTS.test(token)) return null
    if (NOT.test(token)) continue
    if (ONE.test(token)) mark = 'one'
    else if (mark !== 'one' && PART.test(token)) mark = 'part'
    else if (mark === null && ALL.test(token)) mark = 'all'
  }
  return mark
}

export type Marked = Readonly<{ ones: readonly Element[]; alls: readonly Element[] }>

/** The elements of a page that are one comment each, and those that are whole threads. */
export const listMarked = (root: Element): Marked => {
  const pure = new Set<Element>()
  const parts: Element[] = []
  const alls: Element[] = []
  for (const element of listElements(root)) {
    const mark = markOf(element)
    if (mark === 'one') pure.add(element)
    else if (mark === 'part') parts.push(element)
    else if (mark === 'all') alls.push(element)
  }
  // A part inside a comment is no comment, and what holds several comments is a thread.
  const holders = new Set<Element>()
  for (const one of pure) for (let at = one.parent; at && !holders.has(at); at = at.parent) holders.add(at)
  const isPart = new Set(parts)
  const within = new Map<Element, number>()
  for (const part of parts) for (let at = part.parent; at; at = at.parent) if (isPart.has(at)) within.set(at, (within.get(at) ?? 0) + 1)
  const ones = new Set(pure)
  const tops = new Set<Element>()
  for (const part of parts) {
    let covered = false
    for (let at = part.parent; at && !covered; at = at.parent) covered = pure.has(at) || tops.has(at)
    if (covered) continue
    if (holders.has(part) || (within.get(part) ?? 0) >= 3) alls.push(part)
    else {
      tops.add(part)
      ones.add(part)
    }
  }
  const inOrder: Element[] = []
  for (const element of listElements(root)) if (ones.has(element)) inOrder.push(element)
  return { ones: inOrder, alls }
}
