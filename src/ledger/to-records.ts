import type { Judgement } from '../model/judgement.ts'
import type {
  AffiliationRecord,
  AggregateRecord,
  ClaimRecord,
  CopyGroup,
  DocumentSummary,
  MentionRecord,
  ReviewRecord,
  StatementRecord,
} from '../model/record.ts'
import { toClaimId } from './id.ts'
import type { AffiliationRow, AggregateRow, ClaimRow, CopyRow, DocumentRow, MentionRow, StatementRow } from './rows.ts'

/** A reading of a document. */
export type Part = Readonly<{ document: string; reading: number }>

/** The key of a part of a reading: ids like `m7` are unique only there. */
export const partKey = ({ document, reading }: Part, id: string): string => `${document} ${reading} ${id}`

export const toMention = ({ document, words, mention }: MentionRow): MentionRecord => ({ document, words, mention })

export const toStatement = ({ document, statement, speaker, source_words, cue_words }: StatementRow): StatementRecord => ({
  document,
  statement,
  speaker,
  sourceWords: source_words,
  cueWords: cue_words,
})

export type SummaryRow = Omit<DocumentRow, 'collection' | 'text' | 'passages' | 'issuer_name'> &
  Readonly<{ size: number; media_type: string | null }>

export const toSummary = (row: SummaryRow): DocumentSummary => ({
  id: row.id,
  title: row.title,
  standfirst: row.standfirst,
  byline: row.byline,
  published: row.published,
  url: row.url,
  language: row.language,
  issuer: row.issuer,
  version: row.version,
  copyGroup: row.copy_group,
  sameAs: row.same_as,
  added: row.at,
  content: { sha256: row.content, size: row.size, mediaType: row.media_type },
})

const UNREAD: ReviewRecord = { state: 'unread', by: null, at: null, why: null, judgement: null, value: null }

const STATES = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const

const isReview = (kind: string): kind is keyof typeof STATES => kind in STATES

/** Where a claim stands: its latest judgement that was not withdrawn. `judgements` are on this claim, oldest first. */
export const toReview = (judgements: readonly Judgement[]): ReviewRecord => {
  const last = judgements.findLast(({ kind, withdrawn }) => isReview(kind) && withdrawn === null)
  if (!last || !isReview(last.kind)) return UNREAD
  const value = last.kind === 'edit' ? (last.value as ReviewRecord['value']) : null
  return { state: STATES[last.kind], by: last.by, at: last.at, why: last.why, judgement: last.id, value }
}

const mentionIdOf = ({ claim: { value } }: ClaimRow): string | undefined =>
  'mention' in value ? value.mention : 'party' in value ? value.party : undefined

export type ClaimContext = Readonly<{
  mentions: ReadonlyMap<string, MentionRecord>
  statements: ReadonlyMap<string, StatementRecord>
  judgements: ReadonlyMap<string, readonly Judgement[]>
  /** The ledger's incident that a claim counts for. */
  incidentOf: (row: ClaimRow) => string | undefined
}>

/** A claim with everything that belongs to it; undefined when its incident stands under none of the ledger's. */
export const findClaimRecord = (row: ClaimRow, { mentions, statements, judgements, incidentOf }: ClaimContext): ClaimRecord | undefined => {
  const incident = incidentOf(row)
  if (incident === undefined) return undefined
  const id = toClaimId(row.document, row.reading, row.id)
  const mention = mentionIdOf(row)
  return {
    id,
    document: row.document,
    reading: row.reading,
    incident,
    claim: row.claim,
    anchor: row.anchor,
    words: row.words,
    mention: (mention === undefined ? undefined : mentions.get(partKey(row, mention))) ?? null,
    sentence: row.sentence,
    speaker: row.speaker,
    statement: (row.claim.statement === null ? undefined : statements.get(partKey(row, row.claim.statement))) ?? null,
    review: toReview(judgements.get(id) ?? []),
    hand: row.by === null || row.at === null ? null : { by: row.by, at: row.at },
  }
}

type Mentions = ReadonlyMap<string, MentionRecord>

export const toAffiliation = (mentions: Mentions, row: AffiliationRow): readonly AffiliationRecord[] => {
  const { document, words, speaker, value } = row
  const subject = mentions.get(partKey(row, value.subject))
  const object = mentions.get(partKey(row, value.object))
  const { type, from, until, spans } = value
  return subject && object ? [{ subject, object, type, from, until, document, spans, words, speaker }] : []
}

export const toAggregate = ({ document, words, speaker, value }: AggregateRow): AggregateRecord => ({
  attribute: value.attribute,
  value: value.value,
  period: value.period,
  document,
  spans: value.spans,
  words,
  speaker,
})

/** Oldest publication first, undated last; those of one day as they came in. */
export const byPublication = (a: DocumentSummary, b: DocumentSummary): number => {
  const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
  return order(a.published ?? '~', b.published ?? '~') || order(a.added, b.added) || order(a.id, b.id)
}

/** The groups among documents (ordered) that have more than one member. */
export const toCopyGroups = (documents: readonly DocumentSummary[], copies: readonly CopyRow[]): readonly CopyGroup[] => {
  const share = new Map(copies.map(({ document, share }) => [document, share]))
  const groups = Map.groupBy(documents, ({ copyGroup }) => copyGroup)
  return [...groups]
    .filter(([, members]) => members.length > 1)
    .map(([id, members]) => ({
      id,
      original: members[0]!.id,
      documents: members.map((member, i) => ({
        document: member.id,
        share: i === 0 ? 1 : (share.get(member.id) ?? share.get(members[0]!.id) ?? 1),
      })),
    }))
}
