import type { DocumentFacts } from '../model/document.ts'
import type { Analysis } from '../model/reading.ts'
import type { CaptureMethod } from '../model/record.ts'
import { newId, toDocumentId } from './id.ts'
import type { NewRows } from './insert.ts'
import { toKeptAnalysis, toReadingRows } from './reading-rows.ts'
import type { CaptureRow, ContentRow, DocumentRow } from './rows.ts'
import { toStorable } from './text.ts'
import type { Writer } from './write.ts'

/** How bytes came in. */
export type Capture = Readonly<{
  method: CaptureMethod
  fileName: string | null
  tool: string
  operator: string | null
  /** Of what was fetched: the addresses on the way, and what the server said. */
  redirects?: readonly string[]
  headers?: Readonly<Record<string, string>>
}>

/** Bytes as captured. */
export type Content = Readonly<{ sha256: string; bytes: Uint8Array; mediaType: string | null }>

/** The first reading of a document; 0 is what people mark by hand. */
export const FIRST_READING = 1

const orNull = (text: string | null | undefined): string | null => (text ? toStorable(text) : null)

/** What tells one source of the same bytes from another: its address, else its issuer. */
const toSource = (url: string | null, issuer: string | null): string => url ?? issuer ?? ''

/** The id that a document read from some bytes has in the ledger. */
export const documentIdOf = ({ document: { url, issuer } }: Analysis, { sha256 }: Pick<Content, 'sha256'>): string =>
  toDocumentId(sha256, toSource(orNull(url), orNull(issuer.name)))

type CaptureOf = Readonly<{ document: string; content: string; url: string | null; issuer: string | null }>

const toCapture = (
  { collection, at }: Writer,
  of: CaptureOf,
  { method, fileName, tool, operator, redirects, headers }: Capture,
): CaptureRow => {
  const { document, content, url: address, issuer } = of
  return {
    collection,
    id: newId('k'),
    document,
    content,
    at,
    method,
    address,
    issuer,
    file_name: orNull(fileName),
    tool,
    operator: orNull(operator),
    redirects: redirects ?? null,
    headers: headers ?? null,
  }
}

type NewDocument = Readonly<{ analysis: Analysis; content: Content; capture: Capture; copyGroup: string | null; engine: string }>

/** A document as rows, none of them written yet. */
export type DocumentRows = Readonly<{ document: DocumentRow; capture: CaptureRow; rows: NewRows }>

/** The rows of a document that the ledger does not hold: its bytes, capture, text, and everything read in it. Links come after. */
export const toDocumentRows = (
  writer: Writer,
  { analysis, content, capture, copyGroup, engine }: NewDocument,
): DocumentRows & Readonly<{ analysisHash: string }> => {
  const { collection, at } = writer
  const { title, standfirst, byline, published, url, language, issuer, version, text, passages } = analysis.document
  const id = toDocumentId(content.sha256, toSource(orNull(url), orNull(issuer.name)))
  const document: DocumentRow = {
    collection,
    id,
    content: content.sha256,
    url: orNull(url),
    issuer_name: orNull(issuer.name),
    title: orNull(title),
    standfirst: orNull(standfirst),
    byline: orNull(byline),
    published: orNull(published),
    language,
    issuer,
    version,
    text: toStorable(text),
    passages,
    same_as: null,
    copy_group: copyGroup ?? id,
    at,
  }
  const { body, sha256 } = toKeptAnalysis(analysis)
  const rows = toReadingRows(analysis, { collection, document: id, reading: FIRST_READING, copyGroup: document.copy_group })
  const captured = toCapture(writer, { document: id, content: content.sha256, url: document.url, issuer: document.issuer_name }, capture)
  const { sha256: hash, bytes, mediaType } = content
  const kept: ContentRow = { collection, sha256: hash, size: bytes.length, media_type: orNull(mediaType), bytes: Buffer.from(bytes), at }
  const analysed = { collection, document: id, reading: FIRST_READING, engine, body, sha256, at }
  return {
    document,
    capture: captured,
    analysisHash: sha256,
    rows: { contents: [kept], analyses: [analysed], documents: [document], captures: [captured], ...rows },
  }
}

type Copy = Readonly<{ of: DocumentRow; facts: DocumentFacts; capture: Capture }>

/** The rows of a document with bytes that the ledger holds from another source: it shares content, readings and copy group. */
export const toSameBytesRows = (writer: Writer, { of, facts, capture }: Copy): DocumentRows => {
  const { collection, at } = writer
  const url = orNull(facts.url) ?? of.url
  const publisher = orNull(facts.publisher)
  const issuer = publisher === null ? of.issuer : ({ name: publisher, kind: 'unknown', from: 'caller' } as const)
  const id = toDocumentId(of.content, toSource(orNull(facts.url), publisher))
  const document: DocumentRow = {
    ...of,
    collection,
    id,
    url,
    issuer,
    issuer_name: issuer.name,
    title: orNull(facts.title) ?? of.title,
    published: orNull(facts.published) ?? of.published,
    same_as: of.same_as ?? of.id,
    at,
  }
  const captured = toCapture(writer, { document: id, content: of.content, url: orNull(facts.url), issuer: publisher }, capture)
  const copy = { collection, document: id, of: document.same_as!, share: 1, at }
  return { document, capture: captured, rows: { documents: [document], captures: [captured], copies: [copy] } }
}
