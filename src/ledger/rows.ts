import type { Affiliation } from '../model/actor.ts'
import type { Anchor } from '../model/anchor.ts'
import type { Attribute, Claim, Modality } from '../model/claim.ts'
import type { Issuer, Version } from '../model/document.ts'
import type { Aggregate, Incident, Relation } from '../model/incident.ts'
import type { JudgementKind, PublishStatus } from '../model/judgement.ts'
import type { Mention } from '../model/mention.ts'
import type { Passage } from '../model/passage.ts'
import type { CaptureMethod, HistoryKind, IncidentCard, SpeakerRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Statement } from '../model/statement.ts'

/**
 * The rows of the ledger, one type for each table. `collection` is the key by which a ledger is spread over machines: every
 * primary and unique key and every query carries it. Times are ISO 8601 in UTC, hashes hex.
 */
type InCollection = Readonly<{ collection: number }>
/** A part of one reading of one document; reading 0 holds what people marked by hand. */
type InReading = InCollection & Readonly<{ document: string; reading: number }>

/** Bytes as captured, kept once. */
export type ContentRow = InCollection & Readonly<{ sha256: string; size: number; media_type: string | null; bytes: Uint8Array; at: string }>

export type CaptureRow = InCollection &
  Readonly<{
    id: string
    document: string
    content: string
    at: string
    method: CaptureMethod
    address: string | null
    issuer: string | null
    file_name: string | null
    tool: string
    operator: string | null
    /** Addresses passed through before `address`, first one first; null: it was not fetched. */
    redirects: readonly string[] | null
    /** What the server said of the answer, names in lower case. */
    headers: Readonly<Record<string, string>> | null
  }>

export type DocumentRow = InCollection &
  Readonly<{
    id: string
    content: string
    url: string | null
    issuer_name: string | null
    title: string | null
    standfirst: string | null
    byline: string | null
    published: string | null
    language: string
    issuer: Issuer
    version: Version | null
    text: string
    passages: readonly Passage[]
    /** The document whose readings this one shares: the same bytes from another address or issuer. */
    same_as: string | null
    copy_group: string
    at: string
  }>

/** One reading of a document, whole but for the text and passages, which stand in the document's row. */
type AnalysisRow = InReading & Readonly<{ engine: string; body: unknown; sha256: string; at: string }>

/** An incident as one reading proposes it, and what linking compares. */
export type ProposalRow = InReading & Readonly<{ id: string; ord: number; incident: Incident }>

export type StatementRow = InReading &
  Readonly<{ id: string; statement: Statement; speaker: SpeakerRecord; source_words: string | null; cue_words: string | null }>

/** Mentions that claims, statements, relations or affiliations name; the others stand in the analysis. */
export type MentionRow = InReading & Readonly<{ id: string; words: string; mention: Mention }>

export type ClaimRow = InReading &
  Readonly<{
    id: string
    ord: number
    /** The incident's id in the reading. */
    incident: string
    attribute: Attribute
    modality: Modality
    anchor: Anchor
    words: readonly string[]
    sentence: Readonly<Span & { text: string }>
    speaker: SpeakerRecord
    claim: Claim
    /** Who made it by hand, and when. */
    by: string | null
    at: string | null
  }>

type Said<Value> = InReading & Readonly<{ ord: number; value: Value; words: readonly string[]; speaker: SpeakerRecord }>
export type RelationRow = Said<Relation>
export type AffiliationRow = Said<Affiliation>
export type AggregateRow = Said<Aggregate>

/** An incident of the ledger: an identity, and where it came from. What is known of it is in the claims linked to it. */
type IncidentRow = InCollection & Readonly<{ id: string; document: string; reading: number; local: string; at: string }>

/** A document's incident stands under an incident of the ledger. Never changed: withdrawn, and another made. */
export type LinkRow = InReading &
  Readonly<{
    id: string
    incident: string
    local: string
    score: number | null
    because: readonly string[]
    by: string | null
    at: string
    /** Only these claims of the telling (ids of the reading); null: the whole telling, but for claims that another link names. */
    claims?: readonly string[] | null
    /** The judgement that made it; null: the machine, or a claim marked by hand. */
    judgement?: string | null
    /** The link that it took the place of, to go back to. */
    replaces?: string | null
  }>

/** Two incidents that may be the same: an index, rebuilt from the sheets at will. `a` is the lesser id. */
export type SuggestionRow = InCollection & Readonly<{ a: string; b: string; score: number; because: readonly string[]; at: string }>

type JudgementRow = InCollection &
  Readonly<{ id: string; kind: JudgementKind; target: string; value: unknown; by: string; why: string | null; at: string }>

/** Takes back a judgement or a link: the target's id is in no other withdrawal. */
type WithdrawalRow = InCollection &
  Readonly<{ target: string; kind: 'judgement' | 'link'; by: string | null; why: string | null; at: string }>

/** Documents that share text. */
export type CopyRow = InCollection & Readonly<{ document: string; of: string; share: number; at: string }>

/** A document that came from the same address as another before it. */
export type VersionRow = InCollection & Readonly<{ document: string; of: string; reason: Version['reason']; at: string }>

/** A MinHash band of a document's text: documents with one in common are compared. */
type BandRow = InCollection & Readonly<{ key: number; document: string }>

export type HistoryRow = InCollection &
  Readonly<{
    seq: number
    at: string
    kind: HistoryKind
    subject: string
    by: string | null
    payload: string
    payload_hash: string
    previous: string
    hash: string
  }>

/** The last entry of the history after a transaction, signed. */
export type HeadRow = InCollection & Readonly<{ seq: number; hash: string; at: string; key: string; signature: string }>

/** The index that lists and linking read. Not part of the record: it is rebuilt from the rest at will, and may be updated. */
export type CardRow = InCollection &
  Readonly<{
    incident: string
    day_from: string | null
    day_to: string | null
    type: string
    sub_type: string
    status: string
    countries: readonly string[]
    lat: number | null
    lon: number | null
    /** The keys under which linking looks for it. */
    keys: readonly string[]
    /** What linking compares. */
    sheet: unknown
    card: IncidentCard
    /** Titles, places and parties, for search. */
    words: string
    updated: string
    publication: PublishStatus
  }>

/** A key under which linking looks for an incident; those of its card, a row each. */
export type CardKeyRow = InCollection & Readonly<{ key: string; incident: string }>

/** An input that waits for a worker: its bytes, what came with them, and why it failed last. */
export type InboxRow = InCollection & Readonly<{ id: string; bytes: Uint8Array; request: unknown; why: unknown; at: string }>

export type Tables = Readonly<{
  contents: ContentRow
  captures: CaptureRow
  documents: DocumentRow
  analyses: AnalysisRow
  proposals: ProposalRow
  statements: StatementRow
  mentions: MentionRow
  claims: ClaimRow
  relations: RelationRow
  affiliations: AffiliationRow
  aggregates: AggregateRow
  incidents: IncidentRow
  links: LinkRow
  judgements: JudgementRow
  withdrawals: WithdrawalRow
  copies: CopyRow
  versions: VersionRow
  bands: BandRow
  history: HistoryRow
  heads: HeadRow
  cards: CardRow
  card_keys: CardKeyRow
  inbox: InboxRow
  suggestions: SuggestionRow
}>
