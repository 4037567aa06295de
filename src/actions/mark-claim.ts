import type { Ledger } from '../ledger/ledger.ts'
import type { Attribute, Figure, Modality, PositionValue } from '../model/claim.ts'
import type { IssuerKind } from '../model/document.ts'
import type { EventType, SubEventType } from '../model/incident.ts'
import type { ClaimRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Stance } from '../model/statement.ts'

/** The value a person gives to words; what the words themselves name (a place, a party, a day) needs no more than the words. */
export type MarkedValue =
  | Readonly<{ kind: 'figure'; figure: Pick<Figure, 'low' | 'high'> & Partial<Figure> }>
  | Readonly<{ kind: 'words'; day?: string; at?: Readonly<{ lat: number; lon: number; name: string; country: string | null }> }>
  | Readonly<{ kind: 'position'; on: PositionValue['on']; answer: PositionValue['answer'] }>

/** Whose word it is: the document's own voice, a statement that was read, or somebody named by words of the document. */
export type MarkedSpeaker =
  | Readonly<{ kind: 'own' }>
  | Readonly<{ kind: 'statement'; statement: string }>
  | Readonly<{ kind: 'words'; span: Span; sourceKind: IssuerKind; stance?: Stance }>

export type MarkRequest = Readonly<{
  document: string
  /** A ledger incident, or what sort of incident to open. */
  incident: string | Readonly<{ title: string; type: EventType; subType: SubEventType }>
  attribute: Attribute
  spans: readonly [Span, ...Span[]]
  value: MarkedValue
  speaker: MarkedSpeaker
  modality?: Modality
  by: string
}>

/** Makes a claim by hand on words of a document. Throws `ledger/not-found`, `request/invalid`. */
export declare const markClaim: (ledger: Ledger, request: MarkRequest) => Promise<ClaimRecord>
