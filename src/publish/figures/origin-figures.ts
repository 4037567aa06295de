import type { Figure } from '../../model/claim.ts'
import { figureWords } from '../figure-words.ts'
import { type Group, groupBy } from '../group.ts'
import type { Origin } from '../origin.ts'
import type { Said } from '../said.ts'
import { figureOf } from './enter.ts'
import type { Checked, LeftOut, UsedFigure } from './estimate.ts'

export type Ends = Pick<Figure, 'low' | 'high' | 'approximate' | 'words'>

/** What one origin says of one thing: a total, or its groups added up. */
export type OriginFigure = Readonly<{ origin: Origin; ends: Ends; said: readonly Said[]; addedUp: boolean }>

const addUp = (figures: readonly Figure[]): Ends => ({
  low: figures.reduce((sum, { low }) => sum + (low ?? 0), 0),
  high: figures.every(({ high }) => high !== null) ? figures.reduce((sum, { high }) => sum + high!, 0) : null,
  approximate: figures.some(({ approximate }) => approximate),
  words: null,
})

/** Groups are of one account: a second document's account of them adds nothing to the first one's. */
const toGroups = (said: Group<Said>): OriginFigure => {
  const accounts = groupBy(said, ({ document }) => document.copyGroup)
  const most = accounts.toSorted((a, b) => b.length - a.length)[0]!
  const groups = groupBy(most, (each) => each.valueKey)
  const figures = groups.map((same) => figureOf(same[0]))
  const addedUp = figures.length > 1
  const keys = new Set(groups.map(([first]) => first.valueKey))
  return {
    origin: said[0].origin,
    ends: addedUp ? addUp(figures) : figures[0]!,
    said: said.filter(({ valueKey }) => keys.has(valueKey)),
    addedUp,
  }
}

/** One origin's figures: its totals; else the sum of its disjoint groups. */
const ofOrigin = (said: Group<Said>): readonly OriginFigure[] => {
  const totals = said.filter((each) => figureOf(each).extent === 'total')
  if (totals.length === 0) return [toGroups(said)]
  return groupBy(totals, (each) => each.valueKey).map((same) => ({
    origin: same[0].origin,
    ends: figureOf(same[0]),
    said: same,
    addedUp: false,
  }))
}

/** One figure for each origin of some claims; more only where an origin gives several totals and has revised none. */
export const originFigures = (said: readonly Said[]): readonly OriginFigure[] => groupBy(said, ({ origin }) => origin.key).flatMap(ofOrigin)

/** Whether a figure is a word such as "dozens", which is never shown as a number. */
export const isPlainWord = ({ ends }: OriginFigure): boolean => ends.words !== null

export const documentsOf = (said: readonly Said[]): readonly number[] => [...new Set(said.map(({ n }) => n))].sort((a, b) => a - b)

const WORD_NOTE = ' (a word: it sets no end of the range)'

export const toUsed = (figures: readonly OriginFigure[]): readonly UsedFigure[] => {
  const numeric = figures.some((each) => !isPlainWord(each))
  return figures.map((each) => ({
    origin: each.origin.name,
    words: figureWords(each.ends) + (numeric && isPlainWord(each) ? WORD_NOTE : ''),
    low: each.ends.low,
    high: each.ends.high,
    isWord: isPlainWord(each),
    claims: each.said.map((one) => one.record.id),
    documents: documentsOf(each.said),
    addedUp: each.addedUp,
  }))
}

export const toLeftOut = (said: readonly Said[], whyOf: (each: Said) => string): readonly LeftOut[] =>
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

/** How many of some claims a person has looked at. */
export const toChecked = (said: readonly Said[]): Checked => ({
  claims: said.length,
  checked: said.filter(({ record: { review, hand } }) => review.state !== 'unread' || hand !== null).length,
})
