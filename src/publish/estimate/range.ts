import { type Figure, type FigureAttribute, isFigureClaim } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { indexMentions, scopeWords } from '../claim-words.ts'
import { figureWords, numberWords } from '../figure-words.ts'
import { type Group, groupBy } from '../group.ts'
import { countIndependent, type Independence } from '../independence.ts'
import type { Origin } from '../origin.ts'
import { listSaid, type Said } from '../said.ts'

/** A figure that entered an estimate: one origin's total, or its groups added up by Casus. */
type UsedFigure = Readonly<{
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
type LeftOut = Readonly<{
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

/** What rival claims come to under a policy, for one attribute and one scope, with its reasons. */
export type Estimate = Readonly<{
  policy: 'range'
  attribute: FigureAttribute
  /** `in Iraq`; null: the whole incident. */
  scope: string | null
  low: number | null
  /** Null: open at the upper end. */
  high: number | null
  /** The highest number anybody states, for drawing an open range. */
  highest: number | null
  words: string
  used: readonly UsedFigure[]
  leftOut: readonly LeftOut[]
  independent: Independence
}>

type Ends = Pick<Figure, 'low' | 'high' | 'approximate' | 'words'>
type Candidate = Readonly<{ origin: Origin; ends: Ends; said: readonly Said[]; addedUp: boolean }>

const OUT_BY_MODALITY: Readonly<Record<string, string>> = {
  denied: 'a denial is a position, not a figure',
  possible: 'said to be possible, not to have happened',
  counterfactual: 'says what would have happened',
  future: 'says what may still come',
}

const figureOf = ({ claim }: Said): Figure => {
  if (!isFigureClaim(claim)) throw new TypeError(`${claim.attribute} holds no figure`)
  return claim.value
}

/** Why a claim cannot enter, whatever the others say; null: it may. */
const whyOut = (said: Said): string | null => {
  const figure = figureOf(said)
  if (said.standing === 'rejected') return 'rejected by a person'
  if (said.standing === 'superseded') return 'its speaker has revised it'
  if (said.standing === 'retracted') return 'the document withdraws it'
  if (OUT_BY_MODALITY[said.claim.modality]) return OUT_BY_MODALITY[said.claim.modality]!
  if (figure.extent === 'part') return 'already inside another figure'
  if (figure.low === 0 && figure.high === 0 && said.origin.kind === 'party-to-conflict')
    return 'a party’s “none” is a position, shown beside the figure'
  return null
}

/** A document that repeats in its own voice what it, or a document it shares text with, attributes to somebody is no origin of its own. */
const whyEcho = (said: Said, all: readonly Said[]): string | null => {
  if (!said.origin.own) return null
  const { low, high } = figureOf(said)
  const first = all.find((other) => {
    const figure = figureOf(other)
    return (
      !other.origin.own &&
      other.document.copyGroup === said.document.copyGroup &&
      ((low !== null && figure.low === low) || (high !== null && figure.high === high))
    )
  })
  return first ? `repeats the figure attributed to ${first.origin.name}` : null
}

const addUp = (figures: readonly Figure[]): Ends => ({
  low: figures.reduce((sum, { low }) => sum + (low ?? 0), 0),
  high: figures.every(({ high }) => high !== null) ? figures.reduce((sum, { high }) => sum + high!, 0) : null,
  approximate: figures.some(({ approximate }) => approximate),
  words: null,
})

/** One origin's figures: its totals; else the sum of its groups, which is marked. */
const toCandidates = (said: Group<Said>): readonly Candidate[] => {
  const totals = said.filter((each) => figureOf(each).extent === 'total')
  const origin = said[0].origin
  if (totals.length > 0)
    return groupBy(totals, (each) => each.valueKey).map((same) => ({ origin, ends: figureOf(same[0]), said: same, addedUp: false }))
  const groups = groupBy(said, (each) => each.valueKey)
  const figures = groups.map((same) => figureOf(same[0]))
  return [{ origin, ends: figures.length === 1 ? figures[0]! : addUp(figures), said, addedUp: figures.length > 1 }]
}

const isPlainWord = ({ ends }: Candidate): boolean => ends.words !== null

const rangeWords = (candidates: readonly Candidate[], { low, high, highest }: Pick<Estimate, 'low' | 'high' | 'highest'>): string => {
  if (candidates.every(isPlainWord)) return [...new Set(candidates.map(({ ends }) => ends.words))].join(' or ')
  const about = candidates.every(({ ends }) => ends.approximate) ? 'about ' : ''
  if (low === null || highest === null) return figureWords({ low, high, approximate: false })
  const top = `${numberWords(highest)}${high === null ? '+' : ''}`
  return about + (low === highest ? top : `${numberWords(low)}–${top}`)
}

const lowest = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter((n) => n !== null)
  return known.length > 0 ? Math.min(...known) : null
}

const combine = (candidates: readonly Candidate[]): Pick<Estimate, 'low' | 'high' | 'highest' | 'words'> => {
  const numeric = candidates.filter((each) => !isPlainWord(each))
  const counted = numeric.length > 0 ? numeric : candidates
  const low = lowest(counted.map(({ ends }) => ends.low))
  const isOpen = counted.some(({ ends }) => ends.high === null)
  const highest = Math.max(...counted.map(({ ends }) => ends.high ?? ends.low ?? 0))
  const bounds = { low, high: isOpen ? null : highest, highest }
  return { ...bounds, words: rangeWords(counted, bounds) }
}

const toLeftOut = (said: readonly Said[], whyOf: (each: Said) => string): readonly LeftOut[] =>
  groupBy(said, (each) => `${each.origin.key} ${each.valueKey} ${whyOf(each)}`).map((same) => {
    const [first] = same
    const figure = figureOf(first)
    return {
      claims: same.map(({ record }) => record.id),
      origin: first.origin.name,
      words: figureWords(figure),
      low: figure.low,
      high: figure.high,
      documents: documentsOf(same),
      why: whyOf(first),
      isWord: figure.words !== null,
      isPast: first.standing === 'superseded',
    }
  })

const documentsOf = (said: readonly Said[]): readonly number[] => [...new Set(said.map(({ n }) => n))].sort((a, b) => a - b)

/**
 * The policy `range`: for each scope, the lowest low to the highest high of one figure per origin; an open end stays open. Figures
 * of different scopes are not pooled. Gives one estimate per scope, the widest-told first; none where nobody states a figure.
 */
export const rangeEstimates = (
  record: IncidentRecord,
  attribute: FigureAttribute,
  said: readonly Said[] = listSaid(record),
): readonly Estimate[] => {
  const index = indexMentions(record.mentions)
  const all = said.filter(({ claim }) => claim.attribute === attribute)
  const reasons = new Map(all.map((each) => [each, whyOut(each) ?? whyEcho(each, all)]))
  return groupBy(all, (each) => each.scopeKey)
    .map((ofScope): Estimate | undefined => {
      const entering = ofScope.filter((each) => reasons.get(each) === null)
      const candidates = groupBy(entering, ({ origin }) => origin.key).flatMap(toCandidates)
      if (candidates.length === 0) return undefined
      const used = new Set(candidates.flatMap((each) => each.said))
      const numeric = candidates.some((each) => !isPlainWord(each))
      const { scope } = figureOf(ofScope[0])
      const origins = groupBy(candidates, ({ origin }) => origin.key).map(([first]) => first.origin)
      return {
        policy: 'range',
        attribute,
        scope: scope ? scopeWords(index, ofScope[0].record.document, scope) : null,
        ...combine(candidates),
        used: candidates.map((each) => ({
          origin: each.origin.name,
          words: figureWords(each.ends) + (numeric && isPlainWord(each) ? ' (a word: it sets no end of the range)' : ''),
          low: each.ends.low,
          high: each.ends.high,
          isWord: isPlainWord(each),
          claims: each.said.map((one) => one.record.id),
          documents: documentsOf(each.said),
          addedUp: each.addedUp,
        })),
        leftOut: toLeftOut(
          ofScope.filter((each) => !used.has(each)),
          (each) => reasons.get(each) ?? 'its speaker gives a total, which is used',
        ),
        independent: countIndependent(origins, record.affiliations),
      }
    })
    .filter((estimate) => estimate !== undefined)
    .sort((a, b) => b.used.length - a.used.length)
}
