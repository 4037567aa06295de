import type { TokenValue } from './access-token.ts'
import type { FigureAttribute } from './claim.ts'
import type { CellValue, ColumnValue } from './own-column.ts'
import type { ViewValue } from './saved-view.ts'

/**
 * What a person decided, about what, when and why. A judgement is never changed: it is withdrawn, and another is made.
 * `target` is a claim id, an incident id, the id of a column, a saved view or a token or, for a pair of incidents or documents, both ids joined
 * by a space in ascending order.
 */
export type Judgement = Readonly<{
  id: string
  kind: JudgementKind
  target: string
  /** By kind, as in `JudgementValues`; null where the kind says it all. */
  value: unknown
  by: string
  /** UTC, ISO 8601. */
  at: string
  why: string | null
  withdrawn: Readonly<{ by: string; at: string; why: string | null }> | null
}>

export const JUDGEMENT_KINDS = [
  'accept',
  'edit',
  'reject',
  'same',
  'affiliated',
  'different',
  'unsure',
  'merge',
  'split',
  'choose',
  'status',
  'grade',
  'part-of',
  'note',
  'cell',
  'column',
  'view',
  'token',
] as const
export type JudgementKind = (typeof JUDGEMENT_KINDS)[number]
export type ReviewState = 'unread' | 'accepted' | 'edited' | 'rejected'

/** How far an incident has come on its way to the public. A new one is a draft. */
export const PUBLISH_STATUSES = ['draft', 'pending', 'reviewed', 'published', 'withdrawn'] as const
export type PublishStatus = (typeof PUBLISH_STATUSES)[number]

/** What a pair can be of. Incidents and documents are pairs of the ledger; origins, scopes and victims are pairs within one incident. */
export const PAIRS = ['incidents', 'documents', 'origins', 'scopes', 'victims'] as const
export type PairOf = (typeof PAIRS)[number]
export const PAIR_ANSWERS = ['same', 'affiliated', 'different', 'unsure'] as const
export type PairAnswer = (typeof PAIR_ANSWERS)[number]

/** The policies that turn rival claims into a value. */
export const POLICIES = ['range', 'acled', 'ucdp', 'ibc', 'airwars', 'latest'] as const
export type PolicyName = (typeof POLICIES)[number]

/** Airwars’ grades of reports of civilian harm; only a person gives one. */
export const GRADES = ['Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted'] as const
export type Grade = (typeof GRADES)[number]

/** Two things of one kind, in ascending order: ids, keys of origins, keys of scopes, or keys of victims. */
export type PairValue = Readonly<{ of: PairOf; pair: readonly [string, string] }>
export type MergeValue = Readonly<{ incidents: readonly string[] }>
/** What went out of the target into a new incident: whole documents, or single claims. */
export type SplitValue = Readonly<{ into: string; documents: readonly string[]; claims: readonly string[] }>
/** The value to publish for an attribute and a scope: that of a policy, or a person’s own. `scope`: the key of an estimate’s scope. */
export type ChooseValue = Readonly<
  { attribute: FigureAttribute; scope: string } & (
    | { policy: PolicyName }
    | { policy: null; low: number | null; high: number | null; approximate: boolean }
  )
>
export type StatusValue = Readonly<{ status: PublishStatus }>
export type GradeValue = Readonly<{ grade: Grade }>
export type PartOfValue = Readonly<{ parent: string }>
/** What the people who work on an incident write to each other. No evidence, and part of no export. */
export type NoteValue = Readonly<{ text: string }>

/** The value of each kind of judgement. */
export type JudgementValues = Readonly<{
  same: PairValue
  affiliated: PairValue
  different: PairValue
  unsure: PairValue
  merge: MergeValue
  split: SplitValue
  choose: ChooseValue
  status: StatusValue
  grade: GradeValue
  'part-of': PartOfValue
  note: NoteValue
  cell: CellValue
  column: ColumnValue
  view: ViewValue
  token: TokenValue
}>

const isAnswer = (kind: JudgementKind): kind is PairAnswer => (PAIR_ANSWERS as readonly string[]).includes(kind)

/** Two ids as the target of a judgement. */
export const pairTarget = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Of judgements oldest first, the value of the last of a kind that stands. */
export const standingValue = <Kind extends keyof JudgementValues>(
  judgements: readonly Judgement[],
  kind: Kind,
  about: (judgement: Judgement) => boolean = () => true,
): Readonly<{ judgement: Judgement; value: JudgementValues[Kind] }> | undefined => {
  const judgement = judgements.findLast((one) => one.kind === kind && one.withdrawn === null && about(one))
  return judgement && { judgement, value: judgement.value as JudgementValues[Kind] }
}

/** What people last said of each pair of one sort, of judgements oldest first; by `pairTarget` of the pair. */
export const standingPairs = (
  judgements: readonly Judgement[],
  of: PairOf,
): ReadonlyMap<string, Readonly<{ answer: PairAnswer; pair: readonly [string, string]; judgement: Judgement }>> => {
  const pairs = new Map<string, Readonly<{ answer: PairAnswer; pair: readonly [string, string]; judgement: Judgement }>>()
  for (const judgement of judgements) {
    const { kind, withdrawn } = judgement
    if (withdrawn !== null || !isAnswer(kind)) continue
    const value = judgement.value as PairValue | null
    if (value?.of !== of) continue
    const target = pairTarget(...value.pair)
    pairs.delete(target)
    pairs.set(target, { answer: kind, pair: value.pair, judgement })
  }
  return pairs
}

/** Of judgements oldest first, what stands of each target of a kind, in the order in which the targets were first judged. */
export const standingByTarget = <Kind extends keyof JudgementValues>(
  judgements: readonly Judgement[],
  kind: Kind,
): readonly Readonly<{ judgement: Judgement; value: JudgementValues[Kind] }>[] => {
  const targets = new Map<string, Judgement>()
  for (const judgement of judgements) if (judgement.kind === kind && judgement.withdrawn === null) targets.set(judgement.target, judgement)
  return [...targets.values()].map((judgement) => ({ judgement, value: judgement.value as JudgementValues[Kind] }))
}
