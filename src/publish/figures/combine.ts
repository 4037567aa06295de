import { figureWords, numberWords } from '../figure-words.ts'
import type { Estimate } from './estimate.ts'
import { isPlainWord, type OriginFigure } from './origin-figures.ts'

type Bounds = Pick<Estimate, 'low' | 'high' | 'highest'>

const rangeWords = (figures: readonly OriginFigure[], { low, high, highest }: Bounds): string => {
  if (figures.every(isPlainWord)) return [...new Set(figures.map(({ ends }) => ends.words))].join(' or ')
  const about = figures.every(({ ends }) => ends.approximate) ? 'about ' : ''
  if (low === null || highest === null) return figureWords({ low, high, approximate: false })
  const top = `${numberWords(highest)}${high === null ? '+' : ''}`
  return about + (low === highest ? top : `${numberWords(low)}–${top}`)
}

/** The least of some numbers, of which some may not be known. */
export const least = (numbers: readonly (number | null)[]): number | null => {
  const known = numbers.filter((n) => n !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** The lowest low to the highest high; an open end stays open. Words set no end where there are numbers. */
export const combine = (figures: readonly OriginFigure[]): Bounds & Readonly<{ words: string }> => {
  const numeric = figures.filter((each) => !isPlainWord(each))
  const counted = numeric.length > 0 ? numeric : figures
  const low = least(counted.map(({ ends }) => ends.low))
  const isOpen = counted.some(({ ends }) => ends.high === null)
  const highest = Math.max(...counted.map(({ ends }) => ends.high ?? ends.low ?? 0))
  const bounds = { low, high: isOpen ? null : highest, highest }
  return { ...bounds, words: rangeWords(counted, bounds) }
}
