import type { Document, DocumentFacts, Issuer } from '../../model/document.ts'
import type { Problem } from '../../model/problem.ts'
import { problem } from '../../model/problem.ts'
import { toSafeText } from './clean.ts'
import { toIsoDate } from './dates.ts'
import { toPassages } from './draft.ts'
import { readPage } from './html/html.ts'
import { findIssuer } from './issuer.ts'
import { findLanguage, isReadable } from './language.ts'
import { readPlain } from './plain/plain.ts'
import { findVersion } from './version.ts'

export type { ByteReading } from './bytes/bytes.ts'
export { readBytes } from './bytes/bytes.ts'

/** A text or a page with what the caller knows of it. `id` is `sha256:` and the hash of the bytes read; the engine does not hash. */
export type ReadInput = Readonly<{ facts: DocumentFacts; id: string }> & (Readonly<{ text: string }> | Readonly<{ html: string }>)

export type Reading = Readonly<{ document: Document; problems: readonly Problem[] }>

const languageProblem = (language: string): readonly Problem[] =>
  isReadable(language) ? [] : [problem('language/not-read', `The document is written in another language than English (${language}).`)]

const replacedProblem = (replaced: boolean): readonly Problem[] =>
  replaced ? [problem('text/replaced-characters', 'U+0000 or half surrogate pairs were replaced by U+FFFD.')] : []

const emptyProblem = (text: string): readonly Problem[] =>
  /\S/.test(text) ? [] : [problem('document/empty', 'The document holds no text.')]

/** What bears on language and issuer: a document's own words, without its comments and furniture. */
const ownWordsOf = ({ text, passages }: Pick<Document, 'text' | 'passages'>): string => {
  const words: string[] = []
  let length = 0
  for (const { kind, start, end } of passages) {
    if (kind === 'comment' || kind === 'other' || kind === 'quote' || kind === 'embed') continue
    words.push(text.slice(start, Math.min(end, start + 20_000)))
    length += end - start
    if (length > 60_000) break
  }
  return words.join('\n\n')
}

/** Ends and openings of a document, where it says that it was corrected. */
const notesOf = ({ text, passages }: Pick<Document, 'text' | 'passages'>): readonly string[] => {
  const own = passages.filter(({ kind, missing }) => kind !== 'comment' && !missing)
  return [...own.slice(0, 12), ...own.slice(12).slice(-12)].map(({ start, end }) => text.slice(start, Math.min(end, start + 700)))
}

const blank = (facts: DocumentFacts): Pick<Document, 'title' | 'published' | 'url'> => ({
  title: facts.title?.trim() || null,
  published: facts.published === undefined ? null : (toIsoDate(facts.published) ?? (facts.published.trim() || null)),
  url: facts.url?.trim() || null,
})

const readText = (given: string, facts: DocumentFacts, id: string): Reading => {
  const { text, replaced } = toSafeText(given)
  const { head, drafts, problems } = readPlain(text, facts)
  const passages = toPassages(drafts)
  const known = blank(facts)
  const ownWords = ownWordsOf({ text, passages })
  const title = known.title ?? head.title
  const language = findLanguage(ownWords || text)
  const issuer: Issuer = findIssuer({
    facts,
    title,
    printed: head.publisher ?? head.agency,
    ...(head.publisher === null && head.agency !== null ? {} : head.publisher === null ? {} : { printedKind: 'news' as const }),
    ownWords,
  })
  const document: Document = {
    id,
    title,
    standfirst: head.standfirst,
    byline: head.byline,
    published: known.published ?? head.published,
    url: known.url,
    language,
    issuer,
    version: findVersion(title, notesOf({ text, passages })),
    text,
    passages,
  }
  return { document, problems: [...replacedProblem(replaced), ...emptyProblem(text), ...problems, ...languageProblem(language)] }
}

const readHtml = (given: string, facts: DocumentFacts, id: string): Reading => {
  const { text: html, replaced } = toSafeText(given)
  const { text, drafts, metadata, title, standfirst, byline, published, agency, hasThread, problems } = readPage(html, facts)
  const passages = toPassages(drafts)
  const known = blank(facts)
  const ownWords = ownWordsOf({ text, passages })
  const language = findLanguage(ownWords || text, metadata.language ?? undefined)
  const document: Document = {
    id,
    title,
    standfirst,
    byline,
    published: known.published ?? published,
    url: known.url ?? metadata.url,
    language,
    issuer: findIssuer({
      facts,
      title,
      declared: metadata.siteName,
      printed: agency,
      ...(metadata.isPost ? { formKind: 'social' as const } : metadata.isBlog && hasThread ? { formKind: 'blog' as const } : {}),
      ownWords,
    }),
    version: findVersion(title, notesOf({ text, passages })),
    text,
    passages,
  }
  return { document, problems: [...replacedProblem(replaced), ...emptyProblem(text), ...problems, ...languageProblem(language)] }
}

/** Reads a text or a page into a document with one canonical text. Never throws; what could not be read is among the problems. */
export const readDocument = (input: ReadInput): Reading =>
  'html' in input ? readHtml(input.html, input.facts, input.id) : readText(input.text, input.facts, input.id)
