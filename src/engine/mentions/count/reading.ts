import type { Figure, FigureWords } from '../../../model/claim.ts'
import type { CountMention } from '../../../model/mention.ts'
import type { QuantityForm } from './quantity.ts'

/** A count with what claims need to know of it. */
export type CountReading = CountMention &
  Readonly<{
    /** Head token of the quantity. */
    token: number
    /** Token of what is counted; null when the text does not say ("four were killed"). */
    noun: number | null
    /** "dozens": shown as said. */
    words: FigureWords | null
    form: QuantityForm
    /** "half of them": 0.5, of a whole named elsewhere. */
    fraction: number | null
    /** "the two" are those already counted, "another five" are others, "two of the dead" are among others. */
    relation: 'definite' | 'additional' | 'part' | null
    rule: string
  }>

/** A count before it has an id. */
export type CountDraft = Omit<CountReading, 'id' | 'kind'>

/** The figure a count gives, before a claim says whose total or part it is. */
export const toFigure = ({
  low,
  high,
  approximate,
  words,
}: Pick<CountReading, 'low' | 'high' | 'approximate' | 'words'>): Pick<Figure, 'low' | 'high' | 'approximate' | 'words'> => ({
  low,
  high,
  approximate,
  words,
})

/** A named person is one. */
export const ONE_PERSON: Pick<Figure, 'low' | 'high' | 'approximate' | 'words'> = { low: 1, high: 1, approximate: false, words: null }
