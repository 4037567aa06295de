/**
 * What a person decided, about what, when and why. A judgement is never changed: it is withdrawn, and another is made.
 * `target` is a claim id, an incident id or, for a pair, both ids joined by a space in ascending order.
 */
export type Judgement = Readonly<{
  id: string
  kind: JudgementKind
  target: string
  /** By kind: the edited value of a claim, the incident a claim was moved to, the chosen estimate. */
  value: unknown
  by: string
  /** UTC, ISO 8601. */
  at: string
  why: string | null
  withdrawn: Readonly<{ by: string; at: string; why: string | null }> | null
}>

export const JUDGEMENT_KINDS = ['accept', 'edit', 'reject', 'same', 'different', 'unsure', 'merge', 'split', 'choose', 'status'] as const
export type JudgementKind = (typeof JUDGEMENT_KINDS)[number]
export type ReviewState = 'unread' | 'accepted' | 'edited' | 'rejected'
