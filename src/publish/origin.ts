import type { IssuerKind } from '../model/document.ts'
import type { DocumentSummary, SpeakerRecord } from '../model/record.ts'

/**
 * Whom a piece of information comes from: a speaker, not the outlet that prints it. A document speaks itself only where it
 * attributes the words to nobody.
 */
export type Origin = Readonly<{
  /** Equal for two claims when they are taken to come from one speaker. */
  key: string
  name: string
  kind: IssuerKind
  /** False: a description ("security sources"), which need not be the same people twice. */
  named: boolean
  /** The document's own voice. */
  own: boolean
  actor: string | null
}>

const GLUE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'and', 'of', 'for', 'in', 'at', 'from', 's'])

/** A name as a set of words, so that "the security and militia sources" and "security sources and militia sources" meet. */
export const nameKey = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’‘'`]/g, '')
    .replace(/\b(?:\p{L}\.){2,8}/gu, (initials) => initials.replaceAll('.', ''))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !GLUE.has(word))
  return [...new Set(words)].sort().join(' ')
}

/** A person's name standing alone or in apposition: "Ana Petrova, the mayor" and "the mayor, Ana Petrova" are one speaker. */
const APPOSED = /(?:^|,\s)(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,3})(?=,|$)/u

const originKey = ({ key, actor, own, words, name }: SpeakerRecord): string => {
  if (own || actor !== null || words === null) return key
  const person = APPOSED.exec(name ?? words)
  return `name:${nameKey(person?.[1] ?? name ?? words)}`
}

/** What to call a speaker; `document` is where it speaks, `n` that document's number on the page. */
export const speakerName = (speaker: Pick<SpeakerRecord, 'own' | 'words' | 'kind'>, n: number): string => {
  if (speaker.words !== null) return speaker.words.replace(/\s+/g, ' ').replace(/[\s,;:]+$/, '')
  if (!speaker.own) return 'speaker not stated'
  return speaker.kind === 'party-to-conflict' ? 'issuer not stated' : `author of document ${n}`
}

export const toOrigin = (speaker: SpeakerRecord, n: number): Origin => ({
  key: originKey(speaker),
  name: speakerName(speaker, n),
  kind: speaker.kind,
  named: speaker.named,
  own: speaker.own,
  actor: speaker.actor,
})

/** The outermost voice: whoever puts the document out. */
export const issuerName = (document: Pick<DocumentSummary, 'issuer'>, n: number): string =>
  speakerName({ own: true, words: document.issuer.name, kind: document.issuer.kind }, n)
