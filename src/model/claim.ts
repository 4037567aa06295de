import type { Span } from './span.ts'

export const ATTRIBUTES = [
  'type',
  'date',
  'place',
  'perpetrator',
  'target',
  'victim',
  'weapon',
  'killed',
  'wounded',
  'missing',
  'captured',
  'displaced',
  'quantity',
  'damage',
  'motive',
  'characterisation',
  'position',
] as const
export type Attribute = (typeof ATTRIBUTES)[number]

/** Attributes whose value is a figure. */
export type FigureAttribute = 'killed' | 'wounded' | 'missing' | 'captured' | 'displaced' | 'quantity'
export type MentionAttribute = 'date' | 'place' | 'perpetrator' | 'target' | 'weapon'
export type TextAttribute = 'type' | 'damage' | 'motive' | 'characterisation'

export type FigureWords = 'tens' | 'dozens' | 'scores' | 'hundreds' | 'thousands'
export type Sex = 'female' | 'male'
export type Age = 'child' | 'adult'

/** Whom a figure counts: only from this speaker's words. */
export type People = Readonly<{
  text: string | null
  status: 'civilian' | 'combatant' | 'mixed' | null
  side: string | null
  sex: Sex | null
  age: Age | null
  role: string | null
}>

/**
 * What a figure covers when it is not the whole incident: "in three strikes in Iraq". `places`: mentions, or words where the text names
 * no place ("the country"). `text`: what the sites are, as said: "three strikes".
 */
export type Scope = Readonly<{ places: readonly string[]; sites: number | null; text?: string }>

export type Figure = Readonly<{
  low: number | null
  high: number | null
  approximate: boolean
  /** Shown as said, never as a number. */
  words: FigureWords | null
  /** `group`: one of several disjoint groups the speaker counts, which add up; `part`: already inside another figure. */
  extent: 'total' | 'group' | 'part'
  /** The claim a part belongs to. */
  of: string | null
  people: People
  scope: Scope | null
}>

export type MentionValue = Readonly<{
  mention: string
  relation?: 'at' | 'near' | 'between' | 'outside'
  role?: 'hit' | 'launched-from' | 'treated-at'
}>

/** A person, named or described. */
export type VictimValue = Readonly<{
  mention: string
  age: number | null
  band: Age | null
  sex: Sex | null
  status: 'civilian' | 'combatant' | null
  occupation: string | null
  fate: 'killed' | 'wounded' | 'missing' | 'captured' | null
}>

export type PositionValue = Readonly<{
  party: string
  on: 'carrying-out' | 'civilian-harm' | 'target'
  answer: 'accepts' | 'claims-credit' | 'partly' | 'denies' | 'investigating' | 'declines'
}>

export type TextValue = Readonly<{ text: string }>

export const MODALITIES = ['asserted', 'alleged', 'denied', 'possible', 'counterfactual', 'future'] as const
export type Modality = (typeof MODALITIES)[number]

export type EvidenceStatus = 'offered' | 'withheld' | 'none-given' | 'verified' | 'could-not-verify' | 'disputed'

/** What is offered, withheld or checked for a claim, and who says so. */
export type Evidence = Readonly<{ status: EvidenceStatus; kind: string | null; spans: readonly Span[]; statement: string | null }>

/** At least one span: a claim without the words that carry it cannot exist. */
export type Anchored = readonly [Span, ...Span[]]

export type ClaimBase = Readonly<{
  id: string
  incident: string
  /** The words that carry the value. */
  spans: Anchored
  /** Whose word it is; null: the document's own voice. */
  statement: string | null
  /** Speakers, outermost first; own voice: `[issuer]` or `[]`. */
  chain: readonly string[]
  modality: Modality
  evidence: readonly Evidence[]
  /** An earlier figure of the same speaker, corrected by this one. */
  revises: string | null
  /** The document withdraws it. */
  retracts?: true
  /** Calibrated: of the claims at 0.8, eight in ten are right. Null where no calibration exists. */
  confidence: number | null
  /** Names of the rules or models that produced it. */
  because: readonly string[]
}>

export type FigureClaim = ClaimBase & Readonly<{ attribute: FigureAttribute; value: Figure }>
export type MentionClaim = ClaimBase & Readonly<{ attribute: MentionAttribute; value: MentionValue }>
export type VictimClaim = ClaimBase & Readonly<{ attribute: 'victim'; value: VictimValue }>
export type PositionClaim = ClaimBase & Readonly<{ attribute: 'position'; value: PositionValue }>
export type TextClaim = ClaimBase & Readonly<{ attribute: TextAttribute; value: TextValue }>

/** A value somebody gives for an attribute of an incident, tied to the exact words. */
export type Claim = FigureClaim | MentionClaim | VictimClaim | PositionClaim | TextClaim

const FIGURES: ReadonlySet<Attribute> = new Set<FigureAttribute>(['killed', 'wounded', 'missing', 'captured', 'displaced', 'quantity'])

export const isFigureAttribute = (attribute: Attribute): attribute is FigureAttribute => FIGURES.has(attribute)
export const isFigureClaim = (claim: Claim): claim is FigureClaim => isFigureAttribute(claim.attribute)

/** Nobody described: the people of a figure that only counts. */
export const NOBODY_DESCRIBED: People = { text: null, status: null, side: null, sex: null, age: null, role: null }
