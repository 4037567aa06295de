import type { Attribute, Claim, Modality } from '../model/claim.ts'
import type { CopyGroup, ReviewRecord } from '../model/record.ts'
import type { Family } from './attribute-words.ts'
import { familyOf } from './attribute-words.ts'
import { claimGist, claimNote, claimQuote, evidenceWords, type MentionIndex, qualifiers } from './claim-words.ts'
import { type DateView, dateView } from './date-view.ts'
import { issuerName } from './origin.ts'
import type { Said } from './said.ts'

/** A document as it is pointed at. */
export type DocumentRef = Readonly<{ n: number; id: string }>

/** Somebody's claim as a reader meets it: the source's words, what they were taken to mean, and the way back to them. */
export type ClaimEntry = Readonly<{
  id: string
  attribute: Attribute
  family: Family
  /** As it stands now; an edit starts from it. */
  value: Claim['value']
  /** The source's own words. */
  quote: string
  /** As understood: `at least 25`, `29 Dec 2019`. */
  gist: string
  note: string
  qualifiers: readonly string[]
  date: DateView | null
  /** The sentence, cut around the words. */
  sentence: Readonly<{ before: string; words: string; after: string }>
  /** Whom it comes from; null: the document itself. */
  speaker: string | null
  /** Who passes it on, outermost first. */
  chain: readonly string[]
  form: 'direct' | 'indirect' | 'mixed' | 'own'
  modality: Modality
  /** Where these words stand; the other documents say the same. */
  document: DocumentRef
  alsoIn: readonly DocumentRef[]
  /** How many of the others stand in copies of a text already counted, and how many repeat it in a text of their own. */
  copies: number
  repeats: number
  differs: boolean
  standing: Said['standing']
  evidence: readonly string[]
  review: ReviewRecord
  byHand: Readonly<{ by: string; at: string }> | null
  confidence: number | null
  because: readonly string[]
}>

const sentenceParts = ({ record: { sentence, claim } }: Said): ClaimEntry['sentence'] => {
  const [{ start, end }] = claim.spans
  const from = Math.max(0, start - sentence.start)
  const to = Math.min(sentence.text.length, Math.max(from, end - sentence.start))
  return { before: sentence.text.slice(0, from), words: sentence.text.slice(from, to), after: sentence.text.slice(to) }
}

const chainOf = ({ record, document, n, origin }: Said): readonly string[] => {
  const issuer = issuerName(document, n)
  if (origin.own) return [issuer]
  const chain = record.claim.chain.filter((name) => name !== '')
  const speakers = chain.length > 0 ? [...chain.slice(0, -1), origin.name] : [origin.name]
  return speakers[0] === issuer ? speakers : [issuer, ...speakers]
}

/** Claims of one origin that say the same, as one entry: the first in the order given stands for them. */
export const toEntry = (index: MentionIndex, same: readonly [Said, ...Said[]], differs: boolean): ClaimEntry => {
  const [first, ...rest] = same
  const { record, claim } = first
  const others = rest.filter((each, i) => each.n !== first.n && rest.findIndex(({ n }) => n === each.n) === i)
  const texts = new Set(same.map(({ document }) => document.copyGroup))
  const mention = record.mention
  return {
    id: record.id,
    attribute: claim.attribute,
    family: familyOf(claim.attribute),
    value: claim.value,
    quote: claimQuote(record),
    gist: claimGist(record),
    note: claimNote(record),
    qualifiers: qualifiers(index, record),
    date: claim.attribute === 'date' && mention ? dateView(mention) : null,
    sentence: sentenceParts(first),
    speaker: first.origin.own ? null : first.origin.name,
    chain: chainOf(first),
    form: record.statement?.statement.form ?? 'own',
    modality: claim.modality,
    document: { n: first.n, id: record.document },
    alsoIn: others.map(({ n, record: { document } }) => ({ n, id: document })),
    copies: others.length + 1 - texts.size,
    repeats: texts.size - 1,
    differs,
    standing: first.standing,
    evidence: claim.evidence.map(evidenceWords),
    review: record.review,
    byHand: record.hand,
    confidence: claim.confidence,
    because: claim.because,
  }
}

/** A document and those that share its text. */
export type DocumentFold = Readonly<{
  document: DocumentRef & DocumentLine
  copies: readonly (DocumentRef & DocumentLine & { share: number })[]
}>
type DocumentLine = Readonly<{
  title: string
  issuer: string
  kind: string
  published: string | null
  url: string | null
  claims: number
}>

/** How much of the shorter text stands in the other, in per cent; unknown shares count as whole. */
export const shareOf = (copies: readonly CopyGroup[], group: string, document: string): number =>
  Math.round(100 * (copies.find(({ id }) => id === group)?.documents.find((each) => each.document === document)?.share ?? 1))
