import { readFileSync } from 'node:fs'
import { sha256 } from '../ledger/id.ts'
import type { DocumentFacts } from '../model/document.ts'
import type { Problem } from '../model/problem.ts'
import { readJsonLine } from './json-line.ts'
import type { Reader } from './reader.ts'
import type { FoundDocument, Input, Workbench } from './workbench.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** Name and version of the engine, as each reading is kept with it. */
export const ENGINE = `casus ${version}`

type Content = Readonly<{ text: string }> | Readonly<{ html: string }>
type Found = Readonly<{ content: Content; facts: DocumentFacts; bytes: Uint8Array; mediaType: string | null; problems: readonly Problem[] }>

const toFound = (reader: Reader, { content, facts, bytes, mediaType, problems }: Found): FoundDocument => ({
  bytes,
  mediaType,
  facts,
  problems,
  extract: async () => {
    const analysis = await reader.read({ facts, id: `sha256:${sha256(bytes)}`, ...content })
    return problems.length > 0 ? { ...analysis, problems: [...problems, ...analysis.problems] } : analysis
  },
})

const unreadable = (bytes: Uint8Array, mediaType: string | null, problems: readonly Problem[]): FoundDocument => ({
  bytes,
  mediaType,
  facts: {},
  problems,
  extract: null,
})

/** Each line of a JSON-lines file is a document of its own: its bytes are those of its text or page. */
const findLines = (reader: Reader, { bytes, firstLine = 1 }: Input): readonly FoundDocument[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line, i): readonly FoundDocument[] => {
      if (line.trim() === '') return []
      const read = readJsonLine(line)
      if ('code' in read) return [unreadable(new Uint8Array(), null, [{ ...read, message: `Line ${firstLine + i}: ${read.message}` }])]
      const { facts, ...content } = read
      const [text, mediaType] = 'html' in content ? [content.html, 'text/html'] : [content.text, 'text/plain']
      return [toFound(reader, { content, facts, bytes: new TextEncoder().encode(text), mediaType, problems: [] })]
    })

/** The documents in given bytes, each ready to be read. */
export const findDocuments =
  (reader: Reader): Workbench['find'] =>
  async (input) => {
    const { bytes, fileName, mediaType = null, facts = {} } = input
    if (fileName !== null && /\.(?:jsonl|ndjson)$/i.test(fileName)) return findLines(reader, input)
    const hints = { ...(fileName === null ? {} : { fileName }), ...(mediaType === null ? {} : { contentType: mediaType }) }
    const readings = await reader.open(bytes, { ...facts, ...hints })
    return readings.map(({ content, facts: own, bytes: part, problems }) =>
      content ? toFound(reader, { content, facts: own, bytes: part, mediaType, problems }) : unreadable(part, mediaType, problems),
    )
  }
