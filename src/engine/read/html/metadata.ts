import { findPrintedDate, toIsoDate } from '../dates.ts'
import { type Element, listElements, rememberAround, type Tree, textOf } from './tree.ts'

/** What a page says of itself beside its words. */
export type Metadata = Readonly<{
  /** As declared for machines. */
  title: string | null
  /** The title element without the site's name, as far as that can be told. */
  shortTitle: string | null
  /** The title element, site name and all. */
  pageTitle: string
  description: string | null
  byline: string | null
  published: string | null
  url: string | null
  siteName: string | null
  language: string | null
  /** The article's text as the page hands it to search engines. */
  articleBody: string | null
  isBlog: boolean
  isPost: boolean
}>

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const ARTICLE = /(?:^|\/)(?:\w*Article|BlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|LiveBlogPosting|OpinionNewsArticle)$/
const MOST_NODES = 5_000

const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*.{0,20}\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '')) as Json
  } catch {
    return undefined
  }
}

/** The article descriptions in a page's JSON-LD, wherever they stand in it. */
const listArticles = (scripts: Tree['scripts']): readonly { readonly [key: string]: Json }[] => {
  const found: { readonly [key: string]: Json }[] = []
  for (const { type, text } of scripts) {
    if (!/ld\+json/.test(type)) continue
    const stack: Json[] = [parseJson(text) ?? null]
    for (let n = 0; stack.length > 0 && n < MOST_NODES; n++) {
      const value = stack.pop()!
      if (Array.isArray(value)) stack.push(...value.slice(0, 200).toReversed())
      else if (isObject(value)) {
        const types = [value['@type']].flat().filter((name) => typeof name === 'string')
        if (types.some((name) => ARTICLE.test(name))) found.push(value)
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'article'])
          if (value[key] !== undefined && typeof value[key] === 'object') stack.push(value[key]!)
      }
    }
  }
  return found
}

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null
const nameOf = (value: Json | undefined): string | null => {
  const names = [value]
    .flat()
    .map((one) => text(isObject(one) ? one.name : one))
    .filter((name) => name !== null && !/^https?:/.test(name))
  return names.length > 0 ? names.join(', ') : null
}

const first = (...values: readonly (string | null | undefined)[]): string | null =>
  values.find((value) => value !== null && value !== undefined && value.trim() !== '')?.trim() ?? null

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'published_time',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'originalpublicationdate',
  'date.release',
  'timestamp',
]
const AUTHOR = ['author', 'article:author', 'byl', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'article.author']

const isPublishedTime = ({ tag, attributes, names }: Element): boolean =>
  (attributes.itemprop ?? '').toLowerCase().includes('datepublished') ||
  (tag === 'time' && (attributes.pubdate !== undefined || /publish|posted|entry-date|post-date|created|article/.test(names)))

/** A time that stands elsewhere is another story's. */
const isStoryPart = ({ tag, names }: Element): boolean =>
  tag === 'article' || tag === 'main' || /(?:^|[\s_-])(?:article|entry|post|story|byline|hentry)(?=[\s_-]|$)/.test(names)

/** The parts of a title that name the site: " - The Evening Post", " | News". */
const withoutSite = (title: string, site: string | null): string => {
  const parts = title.split(/\s+[|–—»·-]\s+/)
  if (parts.length < 2) return title
  if (site) {
    const kept = parts.filter((part) => part.toLowerCase() !== site.toLowerCase())
    if (kept.length < parts.length && kept.length > 0) return kept.join(' - ')
  }
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a))
  return longest.split(/\s+/).length >= 4 ? longest : title
}

/** Reads JSON-LD, Open Graph and other meta elements, microdata and time elements, in that order of trust; the readers' comments are left out. */
export const readMetadata = (tree: Tree, leftOut: ReadonlySet<Element>): Metadata => {
  const storyAround = rememberAround(isStoryPart)
  const meta = new Map<string, string>()
  let pageTitle = ''
  let canonical: string | null = null
  let language: string | null = null
  let time: string | null = null
  let firstTime: string | null = null
  let author: string | null = null
  let headline: string | null = null
  for (const element of listElements(tree.root, leftOut)) {
    const { tag, attributes } = element
    if (tag === 'meta') {
      const name = (attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'] ?? '').toLowerCase()
      if (name && attributes.content !== undefined && !meta.has(name)) meta.set(name, attributes.content)
    } else if (tag === 'title' && pageTitle === '') pageTitle = textOf(element, 500)
    else if (tag === 'link' && attributes.rel === 'canonical') canonical ??= attributes.href ?? null
    else if (tag === 'html') language ??= attributes.lang ?? attributes['xml:lang'] ?? null
    else if (isPublishedTime(element))
      time ??= toIsoDate(attributes.datetime ?? attributes.content ?? '') ?? findPrintedDate(textOf(element, 120))?.value ?? null
    else if (tag === 'time' && firstTime === null && attributes.datetime && storyAround(element) !== null)
      firstTime = toIsoDate(attributes.datetime)
    else if (/\bheadline\b/.test(attributes.itemprop ?? '')) headline ??= first(attributes.content, textOf(element, 400))
    else if (author === null && (/\bauthor\b/.test(attributes.itemprop ?? '') || attributes.rel === 'author'))
      author = first(textOf(element, 120))
  }
  const articles = listArticles(tree.scripts)
  const article = articles[0]
  const one = (...names: readonly string[]): string | null => first(...names.map((name) => meta.get(name)?.replace(/\s+/g, ' ')))
  const siteName = first(
    nameOf(article?.publisher),
    one('og:site_name', 'application-name', 'publisher', 'article:publisher', 'dc.publisher', 'twitter:app:name:iphone'),
  )
  const site = siteName && !/^https?:/.test(siteName) ? siteName : one('og:site_name', 'application-name')
  const dates = [text(article?.datePublished), ...PUBLISHED.map((name) => meta.get(name)), time, text(article?.dateCreated), firstTime]
  const generator = `${meta.get('generator') ?? ''} ${meta.get('og:type') ?? ''}`
  return {
    title: first(text(article?.headline), one('og:title', 'twitter:title', 'dc.title'), headline),
    shortTitle: first(withoutSite(pageTitle, site)),
    pageTitle,
    description: first(text(article?.description), one('og:description', 'description', 'twitter:description', 'dc.description')),
    byline: first(
      nameOf(article?.author),
      ...AUTHOR.map((name) => one(name)).filter((name) => name === null || !/^https?:/.test(name)),
      author,
    ),
    published: dates.map((date) => (date ? toIsoDate(date) : null)).find((date) => date !== null) ?? null,
    url: first(canonical, one('og:url')),
    siteName: site,
    language,
    articleBody: articles.map((each) => text(each.articleBody)).find((body) => body !== null && body.length > 200) ?? null,
    isBlog:
      /\b(?:wordpress|blogger|typepad|movable type|ghost|tumblr|blog)\b/i.test(generator) ||
      articles.some((each) => [each['@type']].flat().includes('BlogPosting')),
    isPost: articles.some((each) => [each['@type']].flat().includes('SocialMediaPosting')),
  }
}
