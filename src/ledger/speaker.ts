import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import type { SpeakerRecord } from '../model/record.ts'
import { wordsOf } from '../model/span.ts'
import type { Statement } from '../model/statement.ts'

/** Speakers of one document: by statement id, and for null the document's own voice. */
export type Speakers = (statement: string | null) => SpeakerRecord

/** A speaker's words as they are compared: lower case, without determiner and quotation marks. */
const toKeyWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/["“”«»‘’']/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '')

const ownVoice = ({ issuer }: Document, group: string): SpeakerRecord => ({
  key: issuer.name ? `words:${toKeyWords(issuer.name)}` : `group:${group}`,
  words: issuer.name,
  kind: issuer.kind,
  own: true,
  named: issuer.name !== null,
  actor: null,
})

const toSpeaker = (
  { source, sourceKind, speaker }: Statement,
  text: string,
  mentions: ReadonlyMap<string, Mention>,
  group: string,
): SpeakerRecord => {
  const found = speaker === null ? undefined : mentions.get(speaker)
  const words = found ? wordsOf(text, found) : source ? wordsOf(text, source) : null
  const party = found?.kind === 'party' ? found : undefined
  const actor = party?.actor ?? null
  // A hidden source ("it was reported") is the same one only within one text.
  const key = actor ? `actor:${actor}` : words ? `words:${toKeyWords(words)}` : `hidden:${group}`
  return { key, words, kind: sourceKind, own: false, named: party?.named ?? false, actor }
}

/** Who says what in a document; `group` stands for the issuer where none is stated. */
export const speakersOf = (
  document: Document,
  statements: readonly Statement[],
  mentions: ReadonlyMap<string, Mention>,
  group: string,
): Speakers => {
  const own = ownVoice(document, group)
  const byId = new Map(statements.map((statement) => [statement.id, toSpeaker(statement, document.text, mentions, group)]))
  return (statement) => (statement === null ? own : (byId.get(statement) ?? own))
}
