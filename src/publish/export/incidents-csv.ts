import type { IncidentCard } from '../../model/record.ts'
import { METHOD_VERSION } from '../method.ts'
import { type Cell, toCsv } from './rows-csv.ts'

type Column = readonly [name: string, of: (card: IncidentCard) => Cell]

/** One row per incident. Open ends stay empty; `review` says what nobody has checked. */
const COLUMNS: readonly Column[] = [
  ['id', (card) => card.id],
  ['title', (card) => card.title],
  ['event_type', (card) => card.type],
  ['sub_event_type', (card) => card.subType],
  ['status', (card) => card.status],
  ['date_from', (card) => card.date?.from],
  ['date_to', (card) => card.date?.to],
  ['place', (card) => card.place?.name],
  ['country', (card) => card.place?.country],
  ['latitude', (card) => card.place?.lat],
  ['longitude', (card) => card.place?.lon],
  ['place_precision', (card) => card.place?.precision],
  ['killed_low', (card) => card.tolls.killed?.low],
  ['killed_high', (card) => card.tolls.killed?.high],
  ['wounded_low', (card) => card.tolls.wounded?.low],
  ['wounded_high', (card) => card.tolls.wounded?.high],
  ['origins', (card) => card.origins],
  ['documents', (card) => card.documents],
  ['texts', (card) => card.texts],
  ['differs', (card) => card.differs.join('; ')],
  ['claims', (card) => card.claims],
  ['checked', (card) => card.checked],
  ['review', (card) => (card.checked === 0 ? 'unchecked' : card.checked < card.claims ? 'partly checked' : 'checked')],
  ['policy', () => 'range'],
  ['method', () => METHOD_VERSION],
]

/** The list of incidents as CSV (RFC 4180), one row each. */
export const toIncidentsCsv = (cards: readonly IncidentCard[]): string => toCsv(COLUMNS, cards)
