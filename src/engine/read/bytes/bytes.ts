import type { DocumentFacts } from '../../../model/document.ts'
import { type Problem, problem } from '../../../model/problem.ts'

/** One document found in given bytes: what `readDocument` takes, the bytes it was read from, and what could not be read. */
export type ByteReading = Readonly<{
  content: Readonly<{ text: string }> | Readonly<{ html: string }> | null
  facts: DocumentFacts
  bytes: Uint8Array
  problems: readonly Problem[]
}>

export const readBytes = async (
  bytes: Uint8Array,
  facts: DocumentFacts & { fileName?: string; contentType?: string },
): Promise<readonly ByteReading[]> => {
  const { fileName: _, contentType: __, ...rest } = facts
  const text = new TextDecoder('utf-8').decode(bytes)
  if (bytes.length === 0) return [{ content: null, facts: rest, bytes, problems: [problem('document/empty', 'The file is empty.')] }]
  return [{ content: /^\s*<(?:!doctype|html)/i.test(text) ? { html: text } : { text }, facts: rest, bytes, problems: [] }]
}
