import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import type { SpeakerRecord } from '../model/record.ts'
import { contains, type Span, wordsOf } from '../model/span.ts'
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

/** Longer than any name with its office; more is a clause that was taken for a source. */
const LONGEST = 160

/**
 * The fullest words for each speaker: a source that holds the speaker's mention says more of it ("security sources and militia
 * sources", "X of the Y forces").
 */
const fullestWords = (statements: readonly Statement[], mentions: ReadonlyMap<string, Mention>): ReadonlyMap<string, Span> => {
  const fullest = new Map<string, Span>()
  for (const { source, speaker } of statements) {
    const mention = speaker === null ? undefined : mentions.get(speaker)
    if (!mention || !source || !contains(source, mention) || source.end - source.start > LONGEST) continue
    const known = fullest.get(mention.id)
    if (!known || source.end - source.start > known.end - known.start) fullest.set(mention.id, source)
  }
  return fullest
}

type Context = Readonly<{
  text: string
  mentions: ReadonlyMap<string, Mention>
  fullest: ReadonlyMap<string, Span>
  group: string
}>

const toSpeaker = ({ source, sourceKind, speaker }: Statement, { text, mentions, fullest, group }: Context): SpeakerRecord => {
  const found = speaker === null ? undefined : mentions.get(speaker)
  const at = (found && fullest.get(found.id)) ?? found ?? source
  const words = at ? wordsOf(text, at) : null
  const party = found?.kind === 'party' ? found : undefined
  const actor = party?.actor ?? null
  // A person is told by the name, whatever office stands with it; others by all that is said of them.
  const name = party?.type === 'person' && party.named ? wordsOf(text, party) : words
  // A hidden source ("it was reported") is the same one only within one text.
  const key = actor ? `actor:${actor}` : name ? `words:${toKeyWords(name)}` : `hidden:${group}`
  const base = { key, words, kind: sourceKind, own: false, named: party?.named ?? false, actor }
  return name === words || name === null ? base : { ...base, name }
}

/** Who says what in a document; `group` stands for the issuer where none is stated. */
export const speakersOf = (
  document: Document,
  statements: readonly Statement[],
  mentions: ReadonlyMap<string, Mention>,
  group: string,
): Speakers => {
  const own = ownVoice(document, group)
  const context = { text: document.text, mentions, fullest: fullestWords(statements, mentions), group }
  const byId = new Map(statements.map((statement) => [statement.id, toSpeaker(statement, context)]))
  return (statement) => (statement === null ? own : (byId.get(statement) ?? own))
}
