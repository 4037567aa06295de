import type { IssuerKind } from './document.ts'
import type { Span } from './span.ts'

export type AffiliationType = 'part-of' | 'member-of' | 'leads' | 'backed-by' | 'fights' | 'also-known-as'

/** Between parties; subject and object are mention ids. */
export type Affiliation = Readonly<{
  subject: string
  object: string
  type: AffiliationType
  from: string | null
  until: string | null
  spans: readonly Span[]
  statement: string | null
}>

/** That one actor belongs to, answers to, is backed by or became another: dated, with its source. Open ends are null. */
export type ActorTie = Readonly<{
  to: string
  type: 'part-of' | 'member-of' | 'backed-by' | 'renamed-to'
  /** ISO 8601, as precise as known. */
  from: string | null
  until: string | null
  source: string
}>

/** An entry of the actor register: a state, a force, an armed group, an agency or a body, with the names it goes by. */
export type Actor = Readonly<{
  id: string
  name: string
  aliases: readonly string[]
  type: 'geopolitical' | 'group' | 'organisation'
  /** What sort of speaker it is when it speaks. */
  kind: IssuerKind
  /** ISO 3166-1 alpha-2, where it belongs to one country. */
  country: string | null
  /** What it belongs to or is backed by, as sources have it; often disputed, so never a fact of the engine's own. */
  ties: readonly ActorTie[]
  /** Where the entry comes from. */
  source: string
}>
