import type { Actor, AffiliationType } from './actor.ts'
import type { Anchor } from './anchor.ts'
import type { Attribute, Claim, Figure, FigureAttribute } from './claim.ts'
import type { Document, Issuer, IssuerKind } from './document.ts'
import type { EventType, IncidentStatus, RelationType, SubEventType } from './incident.ts'
import type { Judgement, PublishStatus, ReviewState } from './judgement.ts'
import type { Mention } from './mention.ts'
import type { Passage } from './passage.ts'
import type { Problem } from './problem.ts'
import type { Span } from './span.ts'
import type { Statement } from './statement.ts'

/**
 * What the ledger gives back: claims with their speaker, sentence, document and review, so that every page, table and export is
 * built from records alone. `document` and `incident` are ids of the ledger; ids inside a `Claim`, `Statement` or `Mention` as
 * read (`c4`, `s2`, `m7`) are unique within one reading of one document only.
 */

/** One page of a list, with the cursor that asks for the next one. */
export type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>

/** A mention with its words and the document it stands in. */
export type MentionRecord = Readonly<{ document: string; words: string; mention: Mention }>

/** Whose word a claim is. Claims with the same `key` are of one origin; whether two origins are independent is for policies to say. */
export type SpeakerRecord = Readonly<{
  /**
   * `actor:…` an actor of the register · `words:…` the words of the speaker, or of the issuer for a document's own voice, lower case,
   * without determiner · `group:…` the own voice of documents that share text and do not state their issuer · `hidden:…` nobody named.
   */
  key: string
  /** The fullest form in the document; null: hidden ("it was reported"), or an issuer that is not stated. */
  words: string | null
  /** A person's name, where `words` say more. */
  name?: string
  kind: IssuerKind
  /** True: the document's own voice. */
  own: boolean
  /** False: a description ("security sources"). */
  named: boolean
  /** Id in the actor register, when known. */
  actor: string | null
}>

/** A statement with its speaker and the words of its source and cue. */
export type StatementRecord = Readonly<{
  document: string
  statement: Statement
  speaker: SpeakerRecord
  sourceWords: string | null
  cueWords: string | null
}>

/** What people have said about a claim so far. */
export type ReviewRecord = Readonly<{
  state: ReviewState
  /** Who decided last, when (UTC) and why; null while unread. */
  by: string | null
  at: string | null
  why: string | null
  /** The judgement to withdraw in order to undo it. */
  judgement: string | null
  /** The value a person put in the machine's place (state `edited`). */
  value: Claim['value'] | null
}>

/** A claim with all that a reader of it needs: its words, sentence, speaker, document and review. */
export type ClaimRecord = Readonly<{
  /** Unique in the ledger: document, reading and the claim's own id. */
  id: string
  document: string
  /** 0: made by hand. */
  reading: number
  incident: string
  /** As read. Its `value` is the machine's; an edited one stands in `review.value`. */
  claim: Claim
  anchor: Anchor
  /** The words of each span. */
  words: readonly string[]
  /** What `value` names (place, time, party, weapon, victim) or, for a position, the party; else null. */
  mention: MentionRecord | null
  /** The sentence the first span stands in; offsets into the document's text. */
  sentence: Readonly<Span & { text: string }>
  speaker: SpeakerRecord
  /** The statement it stands in; null: the document's own voice. */
  statement: StatementRecord | null
  review: ReviewRecord
  /** Made by hand: by whom and when (UTC); null: machine-read. */
  hand: Readonly<{ by: string; at: string }> | null
}>

export type CaptureMethod = 'file' | 'pasted' | 'stdin' | 'fetched' | 'bundled' | 'loaded'

/** How and when the bytes of a document came in. Pasted text is not a capture of a page. */
export type CaptureRecord = Readonly<{
  id: string
  document: string
  /** UTC. */
  at: string
  method: CaptureMethod
  address: string | null
  issuer: string | null
  fileName: string | null
  /** Name and version of the program that took it in. */
  tool: string
  operator: string | null
  /** Addresses passed through before `address`, first one first; null: it was not fetched. */
  redirects: readonly string[] | null
  /** What the server said of the answer, names in lower case; null: it was not fetched. */
  headers: Readonly<Record<string, string>> | null
}>

/** A document without its text: a line in a list, a column's source, an entry under an incident. */
export type DocumentSummary = Readonly<{
  id: string
  title: string | null
  standfirst: string | null
  byline: string | null
  /** ISO 8601, as precise as known. */
  published: string | null
  url: string | null
  language: string
  issuer: Issuer
  version: Document['version']
  /** Documents with the same or nearly the same text share it. */
  copyGroup: string
  /** The document whose claims this one shares because their bytes are the same; it is not read again. */
  sameAs: string | null
  /** When it was first taken in (UTC). */
  added: string
  content: Readonly<{ sha256: string; size: number; mediaType: string | null }>
}>

/** Documents that share their text. */
export type CopyGroup = Readonly<{
  id: string
  /** The one published first, else the one that came in first. */
  original: string
  /** `share`: how much of the shorter text stands in the other (0–1); 1 for the original. */
  documents: readonly Readonly<{ document: string; share: number }>[]
}>

/** Between incidents of the ledger, as a document says it. */
export type RelationRecord = Readonly<{
  from: string
  to: string
  type: RelationType
  document: string
  spans: readonly Span[]
  words: readonly string[]
  speaker: SpeakerRecord
  /** The other incident, when the record is read from one of the two. */
  other: Readonly<{ id: string; title: string }> | null
}>

/** Between parties, as a document says it. */
export type AffiliationRecord = Readonly<{
  subject: MentionRecord
  object: MentionRecord
  type: AffiliationType
  from: string | null
  until: string | null
  document: string
  spans: readonly Span[]
  words: readonly string[]
  speaker: SpeakerRecord
}>

/** What a document says of the ties of an actor, as it says it. */
export type SaidTie = Readonly<{
  type: string
  subject: string
  object: string
  from: string | null
  until: string | null
  saidBy: string
  words: string
  document: string
  title: string | null
}>

/** A total over a period or a campaign: never an incident's toll. */
export type AggregateRecord = Readonly<{
  attribute: Attribute
  value: Figure
  period: string | null
  document: string
  spans: readonly Span[]
  words: readonly string[]
  speaker: SpeakerRecord
}>

/** Why a document's incident stands under an incident of the ledger. */
export type LinkRecord = Readonly<{
  id: string
  document: string
  reading: number
  /** The incident's id in the document's reading. */
  local: string
  incident: string
  score: number | null
  because: readonly string[]
  /** A person, or null: the machine. */
  by: string | null
  at: string
}>

/** The lowest and highest that anybody states; an open end stays open (null). Not an estimate: policies make those. */
export type TollRange = Readonly<{ low: number | null; high: number | null; approximate: boolean; claims: number }>

/** What a line of the list shows. Rebuilt from the ledger at will. */
export type IncidentCard = Readonly<{
  id: string
  title: string
  type: EventType
  subType: SubEventType
  status: IncidentStatus
  /** The earliest and latest day that a date claim allows; `values`: each TIMEX3 value said. Null: nobody dates it. */
  date: Readonly<{ from: string; to: string; values: readonly string[] }> | null
  /** The most precise place where it happened; null: nobody places it. */
  place: Readonly<{
    name: string
    country: string | null
    lat: number | null
    lon: number | null
    precision: number
    radiusM: number | null
  }> | null
  countries: readonly string[]
  tolls: Readonly<Partial<Record<FigureAttribute, TollRange>>>
  /** Attributes for which speakers give values that cannot all be right. */
  differs: readonly Attribute[]
  /** Doers, targets and holders of a position, as claims name them. `key`: `actor:…` or `words:…`, as of a speaker. */
  parties: readonly Readonly<{ key: string; name: string }>[]
  /** Sorts of weapon. */
  weapons: readonly string[]
  documents: number
  /** Copies counted once. */
  texts: number
  /** Speakers, each counted once. */
  origins: number
  claims: number
  /** Claims that a person has accepted, edited or rejected. */
  checked: number
  /** How far it has come on its way to the public. */
  publication: PublishStatus
  /** When it came into the ledger and when something was last added (UTC). */
  added: string
  updated: string
}>

/** An incident as another one points at it. */
export type IncidentRef = Readonly<{ id: string; title: string }>

/** Two incidents that may be the same, for a person to say. `answer`: somebody was unsure. */
export type SuggestionRecord = Readonly<{
  incidents: readonly [IncidentCard, IncidentCard]
  /** How likely it is, 0–1. */
  score: number
  because: readonly string[]
  answer: 'unsure' | null
}>

/** An incident of the ledger with everything that is said of it. */
export type IncidentRecord = Readonly<{
  id: string
  card: IncidentCard
  /** Oldest publication first, undated last; a document's place here (from 1) is its number on the page. */
  documents: readonly DocumentSummary[]
  /** In order of document, then of the text. */
  claims: readonly ClaimRecord[]
  /** Mentions that claims, relations and affiliations name. */
  mentions: readonly MentionRecord[]
  statements: readonly StatementRecord[]
  relations: readonly RelationRecord[]
  affiliations: readonly AffiliationRecord[]
  aggregates: readonly AggregateRecord[]
  copies: readonly CopyGroup[]
  links: readonly LinkRecord[]
  /** On the incident and on its claims, oldest first, withdrawn ones too. */
  judgements: readonly Judgement[]
  /** The incident that people have put it under, and those put under it: a parent's toll adds nothing to its children's. */
  parent: IncidentRef | null
  children: readonly IncidentCard[]
  /** The actors of the register that it names, with all that these belong to. */
  actors: readonly Actor[]
}>

/** A document with its text and all that was read in it. */
export type DocumentRecord = Readonly<{
  id: string
  summary: DocumentSummary
  text: string
  passages: readonly Passage[]
  captures: readonly CaptureRecord[]
  reading: Readonly<{ number: number; engine: string; at: string }>
  /** All mentions and statements as read, for highlights. */
  mentions: readonly MentionRecord[]
  statements: readonly StatementRecord[]
  claims: readonly ClaimRecord[]
  relations: readonly RelationRecord[]
  affiliations: readonly AffiliationRecord[]
  aggregates: readonly AggregateRecord[]
  /** The ledger incidents that this document speaks of, main one first. */
  incidents: readonly IncidentCard[]
  links: readonly LinkRecord[]
  /** What stood at its address before it, and what stands there since; absent: nothing. */
  replaces?: Readonly<{ document: string; reason: string; at: string }>
  replacedBy?: Readonly<{ document: string; reason: string; at: string }>
  /** The other documents that share its text. */
  copies: CopyGroup | null
  problems: readonly Problem[]
}>

/** One entry of the ledger's history: a link of a hash chain. */
export type HistoryRecord = Readonly<{
  seq: number
  /** UTC. */
  at: string
  kind: HistoryKind
  /** What it is about: a document, claim, incident or judgement. */
  subject: string
  by: string | null
  payload: unknown
  /** SHA-256 of the payload as stored, of the entry before, and of this entry: hex. */
  payloadHash: string
  previous: string
  hash: string
}>

export type HistoryKind = 'document-added' | 'document-reread' | 'capture-added' | 'claim-marked' | 'judged' | 'judgement-withdrawn'
