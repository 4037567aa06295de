import { type Figure, isFigureClaim } from '../../model/claim.ts'
import { couldBeOne } from '../independence.ts'
import type { Said } from '../said.ts'

/** Which claims count: all that nobody has rejected, or only those that a person has accepted or edited. */
export type Counted = 'unchecked' | 'accepted'

const OUT_BY_MODALITY: Readonly<Record<string, string>> = {
  denied: 'a denial is a position, not a figure',
  possible: 'said to be possible, not to have happened',
  counterfactual: 'says what would have happened',
  future: 'says what may still come',
}

export const figureOf = ({ claim }: Pick<Said, 'claim'>): Figure => {
  if (!isFigureClaim(claim)) throw new TypeError(`${claim.attribute} holds no figure`)
  return claim.value
}

/** Whether a person has looked at a claim and let it stand, as it is or edited. */
export const isAccepted = ({ record: { review, hand } }: Said): boolean =>
  review.state === 'accepted' || review.state === 'edited' || (hand !== null && review.state === 'unread')

/** Why a claim cannot enter, whatever the others say; null: it may. */
const whyOut = (said: Said, counted: Counted): string | null => {
  const figure = figureOf(said)
  if (said.standing === 'rejected') return 'rejected by a person'
  if (said.standing === 'superseded') return 'its speaker has revised it'
  if (said.standing === 'retracted') return 'the document withdraws it'
  if (OUT_BY_MODALITY[said.claim.modality]) return OUT_BY_MODALITY[said.claim.modality]!
  if (figure.extent === 'part') return 'already inside another figure'
  if (counted === 'accepted' && !isAccepted(said)) return 'not accepted by a person yet'
  // A person who accepts it admits it as a floor.
  if (figure.low === 0 && figure.high === 0 && said.origin.kind === 'party-to-conflict' && !isAccepted(said))
    return 'a party’s “none” is a position, shown beside the figure'
  return null
}

const isSameFigure = (a: Said, b: Said): boolean => {
  const [x, y] = [figureOf(a), figureOf(b)]
  return (x.low !== null && x.low === y.low) || (x.high !== null && x.high === y.high)
}

/** A document that repeats in its own voice what it, or a document it shares text with, attributes to somebody is no origin of its own. */
const whyEcho = (said: Said, all: readonly Said[]): string | null => {
  const inText = all.filter((other) => !other.origin.own && other.document.copyGroup === said.document.copyGroup)
  if (said.origin.own) {
    const first = inText.find((other) => isSameFigure(said, other))
    return first ? `repeats the figure attributed to ${first.origin.name}` : null
  }
  // "An official" of the headline is the official whom the text names.
  if (said.origin.named) return null
  const named = inText.find(
    ({ origin, ...other }) => origin.named && couldBeOne(said.origin, origin) && isSameFigure(said, { origin, ...other }),
  )
  return named ? `the unnamed speaker of a figure that the same text attributes to ${named.origin.name}` : null
}

/** Of the claims of one attribute, why each stays out; null: it enters. */
export const whyOutOf = (all: readonly Said[], counted: Counted): ReadonlyMap<Said, string | null> => {
  const own = new Map(all.map((each) => [each, whyOut(each, counted)]))
  const entering = all.filter((each) => own.get(each) === null)
  return new Map(all.map((each) => [each, own.get(each) ?? whyEcho(each, entering)]))
}
