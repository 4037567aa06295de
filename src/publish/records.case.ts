import { textAnchor } from '../model/anchor.ts'
import type { Attribute, Claim, Evidence, Figure, Modality } from '../model/claim.ts'
import { NOBODY_DESCRIBED } from '../model/claim.ts'
import type { IssuerKind } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import type { Passage, PassageKind } from '../model/passage.ts'
import type {
  AffiliationRecord,
  ClaimRecord,
  CopyGroup,
  DocumentRecord,
  DocumentSummary,
  IncidentCard,
  IncidentRecord,
  MentionRecord,
  RelationRecord,
  SpeakerRecord,
  StatementRecord,
} from '../model/record.ts'
import type { Span } from '../model/span.ts'

/** Records for tests, built from small texts: a claim names the words it stands on, and the builder finds them. */
type CaseSpeaker = Readonly<{ words: string; kind?: IssuerKind; named?: boolean; actor?: string; form?: 'direct' | 'indirect' }>
export type CaseClaim = Readonly<{
  attribute: Attribute
  /** The words that carry the value; they stand in the text once, or the first place counts. */
  words: string
  by?: CaseSpeaker
  value?: Partial<Figure> | Readonly<Record<string, unknown>>
  mention?: Partial<Mention>
  modality?: Modality
  evidence?: Evidence['status']
  /** `words` of an earlier claim that this one revises. */
  revises?: string
  retracts?: true
  rejected?: true
}>
export type CaseDocument = Readonly<{
  id: string
  title?: string
  /** Passages are separated by empty lines; a comment starts with `> Name: `. */
  text: string
  issuer?: string | null
  kind?: IssuerKind
  published?: string | null
  copyGroup?: string
  claims: readonly CaseClaim[]
  /** Subject, object, type and the words that say so. */
  affiliations?: readonly Readonly<{ subject: string; object: string; type: AffiliationRecord['type']; words: string }>[]
}>

const FIGURES: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'displaced', 'quantity'])
const TEXTS: ReadonlySet<string> = new Set(['type', 'damage', 'motive', 'characterisation'])
const MENTION_KINDS: Readonly<Record<string, Mention['kind']>> = { date: 'time', place: 'place', weapon: 'weapon' }

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

const toMention = (id: string, attribute: Attribute, at: Span, given: Partial<Mention> = {}): Mention => {
  const kind = MENTION_KINDS[attribute] ?? 'party'
  const base = { id, ...at }
  const blank = {
    time: { ...base, kind: 'time', type: 'DATE', value: null, from: null, to: null, part: null, assumed: [] },
    place: { ...base, kind: 'place', lat: null, lon: null, name: null, country: null, precision: 1, radiusM: null },
    weapon: { ...base, kind: 'weapon', type: 'unknown' },
    party: { ...base, kind: 'party', type: 'organisation', named: true, actor: null },
  } as const
  return { ...blank[kind as keyof typeof blank], ...given } as Mention
}

const toPassages = (text: string, title: string | undefined): readonly Passage[] => {
  let number = 0
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map(({ 0: words, index }, i): Passage => {
    const at = { id: `p${i + 1}`, start: index, end: index + words.length }
    const comment = /^> ([^:]+): /.exec(words)
    if (comment)
      return {
        ...at,
        start: index + comment[0].length,
        kind: 'comment',
        author: comment[1]!,
        number: String(++number),
        parent: null,
        depth: 0,
      }
    if (words.endsWith('video:')) return { ...at, kind: 'paragraph' }
    const kind: PassageKind = words === title ? 'headline' : 'paragraph'
    return { ...at, kind }
  })
}

const withLostEmbeds = (passages: readonly Passage[], text: string): readonly Passage[] =>
  passages.flatMap((passage) =>
    text.slice(passage.start, passage.end).endsWith('video:')
      ? [passage, { id: `${passage.id}-embed`, kind: 'embed', missing: true, start: passage.end, end: passage.end } satisfies Passage]
      : [passage],
  )

const toValue = (claim: CaseClaim, mention: string): Claim['value'] => {
  if (FIGURES.has(claim.attribute))
    return {
      low: null,
      high: null,
      approximate: false,
      words: null,
      extent: 'total',
      of: null,
      people: NOBODY_DESCRIBED,
      scope: null,
      ...claim.value,
    }
  if (TEXTS.has(claim.attribute)) return { text: claim.words, ...claim.value }
  if (claim.attribute === 'position') return { party: mention, on: 'carrying-out', answer: 'denies', ...claim.value }
  if (claim.attribute === 'victim')
    return { mention, age: null, band: null, sex: null, status: null, occupation: null, fate: null, ...claim.value }
  return { mention, ...claim.value }
}

type Built = Readonly<{ record: DocumentRecord; claims: readonly ClaimRecord[] }>

const toDocument = (document: CaseDocument, incident: string): Built => {
  const { text, title } = document
  const issuer = { name: document.issuer ?? null, kind: document.kind ?? 'news', from: document.issuer ? 'metadata' : null } as const
  const summary: DocumentSummary = {
    id: document.id,
    title: title ?? null,
    standfirst: null,
    byline: null,
    published: document.published ?? null,
    url: null,
    language: 'en',
    issuer,
    version: null,
    copyGroup: document.copyGroup ?? document.id,
    sameAs: null,
    added: '2024-01-01T00:00:00Z',
    content: { sha256: 'a'.repeat(64), size: text.length, mediaType: 'text/plain' },
  }
  const own: SpeakerRecord = {
    key: issuer.name ? `issuer:${issuer.name.toLowerCase()}` : `group:${summary.copyGroup}`,
    words: issuer.name,
    kind: issuer.kind,
    own: true,
    named: issuer.name !== null,
    actor: null,
  }
  const mentions: MentionRecord[] = []
  const statements: StatementRecord[] = []
  const keep = (attribute: Attribute, at: Span, given?: Partial<Mention>): MentionRecord => {
    const record = {
      document: document.id,
      words: text.slice(at.start, at.end),
      mention: toMention(`m${mentions.length + 1}`, attribute, at, given),
    }
    mentions.push(record)
    return record
  }
  const toStatement = (by: CaseSpeaker, at: Span): StatementRecord => {
    const source = spanOf(text, by.words)
    const speaker: SpeakerRecord = {
      key: by.actor ? `actor:${by.actor}` : `words:${by.words.toLowerCase()}`,
      words: by.words,
      kind: by.kind ?? 'official-other',
      own: false,
      named: by.named ?? true,
      actor: by.actor ?? null,
    }
    const statement = {
      id: `s${statements.length + 1}`,
      source,
      sourceKind: speaker.kind,
      speaker: keep('perpetrator', source, { named: speaker.named, actor: speaker.actor } as Partial<Mention>).mention.id,
      cue: null,
      content: [at],
      form: by.form ?? 'indirect',
      stance: 'asserts',
      parent: null,
    } as const
    const record = { document: document.id, statement, speaker, sourceWords: by.words, cueWords: null }
    statements.push(record)
    return record
  }
  const claims = document.claims.map((claim, i): ClaimRecord => {
    const at = spanOf(text, claim.words)
    const statement = claim.by ? toStatement(claim.by, at) : null
    const mention = FIGURES.has(claim.attribute) || TEXTS.has(claim.attribute) ? null : keep(claim.attribute, at, claim.mention)
    const revises = claim.revises ? document.claims.findIndex(({ words }) => words === claim.revises) : -1
    const passage = toPassages(text, title).find((each) => each.start <= at.start && at.end <= each.end)!
    const before = Math.max(passage.start, text.lastIndexOf('. ', at.start) + 2)
    const stop = text.indexOf('. ', at.end)
    const end = stop < 0 || stop > passage.end ? passage.end : stop + 1
    return {
      id: `${document.id}-c${i + 1}`,
      document: document.id,
      reading: 1,
      incident,
      claim: {
        id: `c${i + 1}`,
        incident: 'i1',
        attribute: claim.attribute,
        value: toValue(claim, mention?.mention.id ?? ''),
        spans: [at],
        statement: statement?.statement.id ?? null,
        chain: claim.by ? [claim.by.words] : issuer.name ? [issuer.name] : [],
        modality: claim.modality ?? 'asserted',
        evidence: claim.evidence ? [{ status: claim.evidence, kind: null, spans: [], statement: null }] : [],
        revises: revises < 0 ? null : `c${revises + 1}`,
        ...(claim.retracts ? { retracts: true as const } : {}),
        confidence: 0.9,
        because: ['test/by-hand'],
      } as Claim,
      anchor: textAnchor(document.id, text, [at]),
      words: [claim.words],
      mention,
      sentence: { start: before, end, text: text.slice(before, end) },
      speaker: statement?.speaker ?? own,
      statement,
      review: claim.rejected
        ? { state: 'rejected', by: 'ana', at: '2024-01-02T00:00:00Z', why: null, judgement: 'j1', value: null }
        : { state: 'unread', by: null, at: null, why: null, judgement: null, value: null },
      hand: null,
    }
  })
  const affiliations = (document.affiliations ?? []).map(({ subject, object, type, words }): AffiliationRecord => {
    const at = spanOf(text, words)
    const within = (part: string): Span => {
      const start = at.start + words.indexOf(part)
      return { start, end: start + part.length }
    }
    const [a, b] = [keep('target', within(subject)), keep('target', within(object))]
    return { subject: a, object: b, type, from: null, until: null, document: document.id, spans: [at], words: [words], speaker: own }
  })
  return {
    claims,
    record: {
      id: document.id,
      summary,
      text,
      passages: withLostEmbeds(toPassages(text, title), text),
      captures: [
        {
          id: `k-${document.id}`,
          document: document.id,
          at: '2024-01-01T00:00:00Z',
          method: 'pasted',
          address: null,
          issuer: null,
          fileName: null,
          tool: 'casus 0.1.0',
          operator: null,
          redirects: null,
          headers: null,
        },
      ],
      reading: { number: 1, engine: 'casus 0.1.0', at: '2024-01-01T00:00:00Z' },
      mentions,
      statements,
      claims,
      relations: [],
      affiliations,
      aggregates: [],
      incidents: [],
      links: [],
      copies: null,
      problems: [],
    },
  }
}

export const CARD: IncidentCard = {
  id: 'i-1',
  title: 'Shelling of a market, Velik',
  type: 'Explosions/Remote violence',
  subType: 'Shelling/artillery/missile attack',
  status: 'happened',
  date: null,
  place: null,
  countries: [],
  tolls: {},
  differs: [],
  parties: [],
  weapons: [],
  documents: 1,
  texts: 1,
  origins: 1,
  claims: 1,
  checked: 0,
  publication: 'draft',
  added: '2024-01-01T00:00:00Z',
  updated: '2024-01-01T00:00:00Z',
}

/** An incident with the documents that tell of it, as the ledger would give them back. */
export const caseRecords = (
  documents: readonly CaseDocument[],
  { card = CARD, relations = [] }: Readonly<{ card?: IncidentCard; relations?: readonly RelationRecord[] }> = {},
): Readonly<{ incident: IncidentRecord; documents: readonly DocumentRecord[] }> => {
  const built = documents.map((document) => toDocument(document, card.id))
  const groups = new Map<string, string[]>()
  for (const { record } of built) groups.set(record.summary.copyGroup, [...(groups.get(record.summary.copyGroup) ?? []), record.id])
  const copies = [...groups].map(
    ([id, [original = '', ...rest]]): CopyGroup => ({
      id,
      original,
      documents: [{ document: original, share: 1 }, ...rest.map((document) => ({ document, share: 0.94 }))],
    }),
  )
  const records = built.map(
    ({ record }): DocumentRecord => ({
      ...record,
      incidents: [card],
      copies: copies.find((group) => group.documents.length > 1 && group.documents.some(({ document }) => document === record.id)) ?? null,
    }),
  )
  return {
    documents: records,
    incident: {
      id: card.id,
      card,
      documents: records.map(({ summary }) => summary),
      claims: built.flatMap(({ claims }) => claims),
      mentions: records.flatMap(({ mentions }) => mentions),
      statements: records.flatMap(({ statements }) => statements),
      relations,
      affiliations: records.flatMap(({ affiliations }) => affiliations),
      aggregates: [],
      copies,
      links: [],
      judgements: [],
      parent: null,
      children: [],
      actors: [],
    },
  }
}
