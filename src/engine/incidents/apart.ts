import type { Casualty } from '../claims/casualties.ts'
import type { View } from '../claims/view.ts'
import { placesAgree } from './agree.ts'
import type { Happening, Placed } from './happening.ts'

/** The coarsest place that sets one deed apart from another. */
const FINE = 3
/** Places that agree no better than this are far from each other. */
const FAR = -2

type Share = Readonly<{ casualty: Casualty; from: number; to: number }>

/** From each count of people to the next one: "Eight died in A on Monday | and two in B". */
const sharesOf = (casualties: readonly Casualty[], until: number): readonly Share[] => {
  const sorted = [...casualties].sort((a, b) => a.about.span.start - b.about.span.start)
  return sorted.map((casualty, i) => ({ casualty, from: casualty.about.span.start, to: sorted[i + 1]?.about.span.start ?? until }))
}

/**
 * "Eight died in Samarra and two in Quetta": one verb, and people who came to harm in towns far from each other, each count with its own.
 * Gives a happening for each; else the one as it was.
 */
const partOne = (view: View, happening: Happening): readonly Happening[] => {
  const counted = happening.casualties.filter(({ amount, none }) => amount !== null && !none)
  if (counted.length < 2 || counted.length !== happening.casualties.length) return [happening]
  const { end } = view.sentences[happening.sentence]!
  const shares = sharesOf(counted, end)
  const isIn = ({ from, to }: Share, start: number): boolean => start >= from && start < to
  const placeOf = (share: Share): Placed | undefined =>
    happening.places.find(({ span, role, mention }) => role === 'hit' && mention.precision <= FINE && isIn(share, span.start))
  const places = shares.map(placeOf)
  const areFar = places.every(
    (one, i) =>
      one !== undefined && places.every((other, j) => i === j || (other !== undefined && placesAgree(one.mention, other.mention) <= FAR)),
  )
  if (!areFar) return [happening]
  const isShared = (start: number): boolean => !shares.some((share) => isIn(share, start))
  return shares.map((share, i): Happening => {
    const own = (start: number): boolean => isShared(start) || isIn(share, start)
    const token = i === 0 ? happening.token : share.casualty.head
    const { start, end: until } = view.tokens[token]!
    return {
      ...happening,
      token,
      start,
      end: until,
      casualties: [share.casualty],
      places: happening.places.filter(({ span }) => own(span.start)),
      times: happening.times.filter(({ mention }) => own(mention.start)),
    }
  })
}

/** Sets apart what one word tells of towns far from each other, in the order of the text. */
export const partByPlaces = (view: View, happenings: readonly Happening[]): readonly Happening[] => {
  const taken = new Set(happenings.map(({ token }) => token))
  return happenings
    .flatMap((one) => {
      const parts = partOne(view, one)
      return parts.slice(1).some(({ token }) => taken.has(token)) ? [one] : parts
    })
    .sort((a, b) => a.token - b.token)
}
