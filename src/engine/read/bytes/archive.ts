import { WARCParser } from 'warcio'
import { type Problem, problem } from '../../../model/problem.ts'

/** A page of a web archive: what was answered, for which address. */
export type ArchivedPage = Readonly<{ bytes: Uint8Array; url: string | null; contentType: string }>
export type ArchiveReading = Readonly<{ pages: readonly ArchivedPage[]; problems: readonly Problem[] }>

const READABLE = /^\s*(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf)|message\/rfc822)\b/i
const KINDS = new Set(['response', 'resource', 'conversion'])
/** Archives hold many thousands of records; the rest can be given in parts. */
const MOST_PAGES = 50_000

const CHUNK = 1 << 20
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}

/** Lists an archive's pages (HTML, text and PDF that were answered with success), in the order of its records. */
export const listArchivedPages = async (bytes: Uint8Array): Promise<ArchiveReading> => {
  const pages: ArchivedPage[] = []
  const problems: Problem[] = []
  try {
    for await (const record of new WARCParser(inChunks(bytes), { keepHeadersCase: false })) {
      if (!KINDS.has(record.warcType ?? '')) continue
      const status = Number(record.httpHeaders?.statusCode ?? 200)
      const contentType =
        record.httpHeaders?.headers.get('content-type') ?? (record.warcType === 'response' ? '' : (record.warcContentType ?? ''))
      if (status < 200 || status >= 300 || !READABLE.test(contentType)) continue
      try {
        const payload = await record.readFully(true)
        if (payload.length > 0) pages.push({ bytes: payload, url: record.warcTargetURI ?? null, contentType })
      } catch (error) {
        problems.push(
          problem('warc/broken-record', `${record.warcTargetURI ?? 'A record'}: ${error instanceof Error ? error.message : 'unreadable'}`),
        )
      }
      if (pages.length >= MOST_PAGES) {
        problems.push(problem('document/too-large', `The archive holds more than ${MOST_PAGES} pages; the first were read.`))
        break
      }
    }
  } catch (error) {
    problems.push(problem('warc/broken-record', error instanceof Error ? error.message : 'The archive ends in the middle of a record.'))
  }
  if (pages.length === 0 && problems.length === 0) problems.push(problem('document/empty', 'The archive holds no page.'))
  return { pages, problems }
}
