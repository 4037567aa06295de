import type { Attribute, Claim, Evidence, Modality } from '../../model/claim.ts'
import type { Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'

/** A claim before it has an id; evidence and corrections are added as they are found. */
export type Draft = {
  readonly attribute: Attribute
  value: Claim['value']
  readonly spans: readonly [Span, ...Span[]]
  readonly statement: Statement | undefined
  readonly modality: Modality
  readonly because: readonly string[]
  readonly evidence: Evidence[]
  /** For figures: the draft that a part belongs to, and the one that this corrects. */
  of?: Draft | null
  revises?: Draft | null
  retracts?: boolean
}

export const draft = (parts: Pick<Draft, 'attribute' | 'value' | 'spans' | 'statement' | 'modality' | 'because'>): Draft => ({
  ...parts,
  evidence: [],
})
