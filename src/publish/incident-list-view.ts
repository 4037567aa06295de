import type { Attribute } from '../model/claim.ts'
import type { IncidentStatus } from '../model/incident.ts'
import type { PublishStatus } from '../model/judgement.ts'
import type { IncidentCard, Page, TollRange } from '../model/record.ts'
import { attributeWords } from './attribute-words.ts'
import { isoWords } from './date-view.ts'
import { figureWords, numberWords } from './figure-words.ts'

/** A toll as a line of the list shows it: as text, and as a bar. */
export type TollLine = Readonly<{ low: number | null; high: number | null; words: string; short: string }>

/** An incident as one line. */
export type IncidentLine = Readonly<{
  id: string
  title: string
  type: string
  subType: string
  status: IncidentStatus
  /** `to` differs from `from` when only a stretch of days is known. Null: nobody dates it. */
  date: Readonly<{ from: string; to: string; words: string }> | null
  place: Readonly<{
    name: string
    country: string | null
    precision: number
    /** Null: a place of no known position. `radiusM`: metres within which it happened. */
    at: Readonly<{ lat: number; lon: number; radiusM: number | null }> | null
  }> | null
  killed: TollLine | null
  wounded: TollLine | null
  origins: number
  documents: number
  texts: number
  /** What speakers differ on, as the heads of rows. */
  differs: readonly string[]
  claims: number
  checked: number
  /** How far it has come on its way to the public. */
  publication: PublishStatus
}>

export type IncidentListView = Readonly<{ incidents: readonly IncidentLine[]; next: string | null }>

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** `29 Dec 2019`, `28–29 Dec 2019`, `Dec 2019`, `2019`: a whole month or year is called so. */
export const daysWords = (from: string, to: string): string => {
  const [a, b] = [from.slice(0, 10), to.slice(0, 10)]
  if (a === b) return isoWords(a)
  if (a.slice(0, 4) === b.slice(0, 4)) {
    const year = a.slice(0, 4)
    if (a.endsWith('-01-01') && b.endsWith('-12-31')) return year
    if (a.slice(0, 7) === b.slice(0, 7)) {
      const month = a.slice(0, 7)
      if (a.endsWith('-01') && Number(b.slice(8)) === lastDay(Number(year), Number(b.slice(5, 7)))) return isoWords(month)
      return `${Number(a.slice(8))}–${isoWords(b)}`
    }
    return `${isoWords(a).replace(` ${year}`, '')} – ${isoWords(b)}`
  }
  return `${isoWords(a)} – ${isoWords(b)}`
}

/** A range of figures as text and as the ends of a bar. */
export const toToll = ({ low, high, approximate }: Omit<TollRange, 'claims'>): TollLine => ({
  low,
  high,
  words: figureWords({ low, high, approximate }),
  short:
    low === null
      ? figureWords({ low, high, approximate })
      : (approximate && low === high ? '~' : '') + numberWords(low) + (high === null ? '+' : high === low ? '' : `–${numberWords(high)}`),
})

const toPlace = ({ name, country, precision, lat, lon, radiusM }: NonNullable<IncidentCard['place']>): IncidentLine['place'] => ({
  name,
  country,
  precision,
  at: lat === null || lon === null ? null : { lat, lon, radiusM },
})

/** A card as one line. */
export const toIncidentLine = (card: IncidentCard): IncidentLine => ({
  id: card.id,
  title: card.title,
  type: card.type,
  subType: card.subType,
  status: card.status,
  date: card.date && { from: card.date.from, to: card.date.to, words: daysWords(card.date.from, card.date.to) },
  place: card.place && toPlace(card.place),
  killed: card.tolls.killed ? toToll(card.tolls.killed) : null,
  wounded: card.tolls.wounded ? toToll(card.tolls.wounded) : null,
  origins: card.origins,
  documents: card.documents,
  texts: card.texts,
  differs: card.differs.map((attribute: Attribute) => attributeWords(attribute).toLowerCase()),
  claims: card.claims,
  checked: card.checked,
  publication: card.publication,
})

/** Turns a page of cards into a page of lines. */
export const toIncidentListView = ({ items, next }: Page<IncidentCard>): IncidentListView => ({
  incidents: items.map(toIncidentLine),
  next,
})
