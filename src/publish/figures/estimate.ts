import type { FigureAttribute } from '../../model/claim.ts'
import type { PolicyName } from '../../model/judgement.ts'
import type { Independence } from '../independence.ts'

/** A figure that entered an estimate: one origin's total, or its groups added up by Casus. */
export type UsedFigure = Readonly<{
  origin: string
  words: string
  low: number | null
  high: number | null
  /** A word such as "dozens": it sets no end of a range that numbers set. */
  isWord: boolean
  claims: readonly string[]
  /** Numbers of the documents it stands in. */
  documents: readonly number[]
  addedUp: boolean
}>

/** What one origin says alike in one or more documents and stayed out of an estimate, and why. */
export type LeftOut = Readonly<{
  claims: readonly string[]
  origin: string
  words: string
  low: number | null
  high: number | null
  documents: readonly number[]
  why: string
  isWord: boolean
  /** Its speaker has put another figure in its place. */
  isPast: boolean
}>

/** How many of the claims that a value rests on a person has checked. */
export type Checked = Readonly<{ claims: number; checked: number }>

/** Where the claims that a value rests on stand. */
export type Sources = Readonly<{
  documents: number
  /** Issuers that the documents name. */
  outlets: number
  /** Documents that do not name theirs. */
  unstated: number
  /** Documents, copies counted once. */
  texts: number
}>

/** What rival claims come to under a policy, for one attribute and one scope, with its reasons. */
export type Estimate = Readonly<{
  policy: PolicyName
  attribute: FigureAttribute
  /** By which a judgement names the scope; empty: the whole incident. */
  scopeKey: string
  /** `in Iraq`; null: the whole incident. */
  scope: string | null
  /** Whom it counts: everybody, or only those whom a speaker calls so. */
  people: 'all' | 'civilian' | 'combatant'
  /** `value`: there is one · `empty`: the policy has nothing to say · `pending`: it needs a person. `reasons` say why. */
  state: 'value' | 'empty' | 'pending'
  low: number | null
  /** Null: open at the upper end. */
  high: number | null
  /** The highest number anybody states, for drawing an open range. */
  highest: number | null
  /** The one number that the policy settles on, where it settles on one. */
  best: number | null
  words: string
  reasons: readonly string[]
  used: readonly UsedFigure[]
  leftOut: readonly LeftOut[]
  independent: Independence
  /** Of the claims used, as `review` is. */
  sources: Sources
  review: Checked
}>

/** A word that a policy puts on an incident beside its figures: "declared", "not graded"; and why. */
export type Label = Readonly<{ name: string; value: string; why: readonly string[] }>

/** All that a policy has to say of an incident. */
export type PolicyView = Readonly<{
  policy: PolicyName
  /** Whether the incident has a row in a table made by this policy; `why` says why not. */
  row: boolean
  why: readonly string[]
  labels: readonly Label[]
  estimates: readonly Estimate[]
}>

/** The value that is published for an attribute and a scope: that of a policy, or a person's own. */
export type PublishedValue = Readonly<{
  attribute: FigureAttribute
  scopeKey: string
  scope: string | null
  policy: PolicyName | 'person'
  low: number | null
  high: number | null
  words: string
  reasons: readonly string[]
  used: readonly UsedFigure[]
  leftOut: readonly LeftOut[]
  independent: Independence
  sources: Sources
  review: Checked
  /** Who chose it; null: nobody, it is what `range` gives. */
  chosen: Readonly<{ judgement: string; by: string; at: string; why: string | null }> | null
}>
