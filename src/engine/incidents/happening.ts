import type { PartyMention, PlaceMention, TimeMention, WeaponMention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Casualty } from '../claims/casualties.ts'
import type { Manner } from '../claims/modality.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import type { Family } from './families.ts'

export type Relation = 'at' | 'near' | 'between' | 'outside'
export type PlaceRole = 'hit' | 'launched-from' | 'treated-at'

/** A place that a happening's own words give it. */
/** `span`: the words that stand for it there, which for "the same city" are not its name. */
export type Placed = Readonly<{ mention: PlaceMention; span: Span; relation: Relation; role: PlaceRole; rule: string }>
export type Timed = Readonly<{ mention: TimeMention; rule: string }>

/** Somebody in a happening: a mention, and the words that stand for it there ("it", "which", "the army"). */
export type Taking = Readonly<{
  mention: PartyMention
  span: Span
  token: number
  rule: string
  alleged?: true
  statement?: Statement | undefined
}>

/** One place of the text where something happens, is planned or is denied: a word for an act or a harm, with what its clause says. */
export type Happening = Readonly<
  Span & {
    token: number
    sentence: number
    act: ActKind
    family: Family
    nominal: boolean
    /** "the attack": already told of. "attacks": no one in particular. "another attack": not the one told of. */
    reference: 'definite' | 'indefinite' | 'plural' | 'verb'
    other: boolean
    statement: Statement | undefined
    manner: Manner
    times: readonly Timed[]
    places: readonly Placed[]
    agents: readonly Taking[]
    targets: readonly Taking[]
    weapons: readonly WeaponMention[]
    casualties: readonly Casualty[]
  }
>
