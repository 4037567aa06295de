import type { DocumentFacts } from '../../../model/document.ts'
import { type Problem, type ProblemCode, problem } from '../../../model/problem.ts'
import { listArchivedPages } from './archive.ts'
import { charsetOf, declaredIn, decodeText } from './encoding.ts'
import { readMail } from './mail.ts'
import { readPdf } from './pdf.ts'
import { findFormat } from './sniff.ts'

export type Content = Readonly<{ text: string }> | Readonly<{ html: string }>

/** One document found in given bytes: what `readDocument` takes, or null with the problems that say why not. */
export type ByteReading = Readonly<{
  content: Content | null
  facts: DocumentFacts
  /** The bytes of this document: of the file, or of the page or attachment inside it. Its id is their hash. */
  bytes: Uint8Array
  problems: readonly Problem[]
}>

export type ByteFacts = DocumentFacts & { fileName?: string; contentType?: string }

/** What a file may unpack to; a larger one is given in parts. */
export const MOST_BYTES = 256 * 1024 * 1024
/** A message in a message in an archive: deeper ones are not opened. */
const DEEPEST = 3

const failed = (bytes: Uint8Array, facts: DocumentFacts, code: ProblemCode, message: string): readonly ByteReading[] => [
  { content: null, facts, bytes, problems: [problem(code, message)] },
]

/** Unpacks gzip, up to the limit: a small file may unpack to more than any memory holds. */
const gunzip = async (bytes: Uint8Array): Promise<Uint8Array | 'too-large' | undefined> => {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > MOST_BYTES) return 'too-large'
      chunks.push(chunk)
    }
  } catch {
    if (length === 0) return undefined
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const isWarcStart = async (bytes: Uint8Array): Promise<boolean> => {
  const start = await gunzip(bytes.subarray(0, 65_536))
  return (
    start !== undefined && start !== 'too-large' && /^\s{0,10}WARC\/[01]\.\d/.test(new TextDecoder('latin1').decode(start.subarray(0, 32)))
  )
}

const readArchive = async (bytes: Uint8Array, facts: DocumentFacts, depth: number): Promise<readonly ByteReading[]> => {
  const { pages, problems } = await listArchivedPages(bytes)
  const readings: ByteReading[] = []
  const { url: _, ...rest } = facts
  for (const page of pages)
    readings.push(
      ...(await readInside(page.bytes, { ...rest, ...(page.url ? { url: page.url } : {}), contentType: page.contentType }, depth + 1)),
    )
  if (problems.length > 0) readings.push({ content: null, facts, bytes, problems })
  return readings
}

const readMessage = async (bytes: Uint8Array, facts: DocumentFacts, depth: number): Promise<readonly ByteReading[]> => {
  const { content, attachments, problems, title, published, publisher } = await readMail(bytes)
  const found = { ...(title ? { title } : {}), ...(published ? { published } : {}), ...(publisher ? { publisher } : {}), ...facts }
  const readings: ByteReading[] = content || problems.length > 0 ? [{ content, facts: found, bytes, problems }] : []
  for (const attachment of attachments)
    readings.push(
      ...(await readInside(attachment.bytes, { fileName: attachment.fileName, contentType: attachment.contentType }, depth + 1)),
    )
  return readings
}

const readInside = async (
  bytes: Uint8Array,
  { fileName, contentType, ...facts }: ByteFacts,
  depth: number,
): Promise<readonly ByteReading[]> => {
  if (bytes.length === 0) return failed(bytes, facts, 'document/empty', 'The file is empty.')
  if (bytes.length > MOST_BYTES)
    return failed(bytes, facts, 'document/too-large', `The file has ${bytes.length} bytes; the limit is ${MOST_BYTES}.`)
  const format = findFormat(bytes, { ...(fileName ? { fileName } : {}), ...(contentType ? { contentType } : {}) })
  if (depth >= DEEPEST && (format === 'gzip' || format === 'warc' || format === 'mail'))
    return failed(bytes, facts, 'document/unknown-format', 'Packed too deeply.')
  switch (format) {
    case 'binary':
      return failed(bytes, facts, 'document/not-text', 'The bytes are neither text nor PDF, mail or a web archive.')
    case 'pdf': {
      const { text, problems } = await readPdf(bytes)
      return [{ content: text === null ? null : { text }, facts, bytes, problems }]
    }
    case 'mail':
      return readMessage(bytes, facts, depth)
    case 'warc':
      return readArchive(bytes, facts, depth)
    case 'gzip': {
      if (await isWarcStart(bytes)) return readArchive(bytes, facts, depth)
      const unpacked = await gunzip(bytes)
      if (unpacked === 'too-large') return failed(bytes, facts, 'document/too-large', `The file unpacks to more than ${MOST_BYTES} bytes.`)
      if (unpacked === undefined) return failed(bytes, facts, 'document/not-text', 'The packed file is broken.')
      return readInside(unpacked, { ...facts, ...(fileName ? { fileName: fileName.replace(/\.gz$/i, '') } : {}) }, depth + 1)
    }
    case 'html':
    case 'text': {
      const { text, problems } = decodeText(bytes, charsetOf(contentType) ?? (format === 'html' ? declaredIn(bytes) : undefined))
      if (!/\S/.test(text))
        return [
          { content: null, facts, bytes, problems: [...problems, problem('document/empty', 'The file holds nothing but white space.')] },
        ]
      return [{ content: format === 'html' ? { html: text } : { text }, facts, bytes, problems }]
    }
  }
}

/**
 * Reads bytes of any kind that Casus knows (text, Markdown, HTML, PDF, mail, WARC, each also packed with gzip) into the documents
 * they hold. Never throws: what cannot be read has no content and a problem that says why.
 */
export const readBytes = async (bytes: Uint8Array, facts: ByteFacts): Promise<readonly ByteReading[]> => {
  try {
    return await readInside(bytes, facts, 0)
  } catch (error) {
    const { fileName: _, contentType: __, ...rest } = facts
    return failed(bytes, rest, 'document/not-text', error instanceof Error ? error.message : 'The bytes could not be read.')
  }
}
