import type { Ledger } from '../ledger/ledger.ts'
import { CARD_ORDERS, type CardOrder, searchCards } from '../ledger/search-cards.ts'
import { CasusError } from '../model/problem.ts'
import type { IncidentCard, Page } from '../model/record.ts'
import { type IncidentFilter as Narrowed, toCardFilter } from './incident-filter.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type IncidentFilter = Narrowed &
  Readonly<{
    /** `date`: newest day first, undated last · `updated`: last changed first · `killed`, `origins`: most first · `place`: by name. */
    order?: CardOrder
    /** 1–500, 50 unless told. */
    limit?: number
    /** `next` of the page before. */
    after?: string
  }>

/** Incidents of the ledger, newest first, a page at a time. Throws `request/invalid`. */
export const listIncidents = async ({ db, collection }: Ledger, filter: IncidentFilter): Promise<Page<IncidentCard>> => {
  const { order = 'date', limit, after } = filter
  if (!CARD_ORDERS.includes(order))
    throw new CasusError('request/invalid', `order must be one of ${CARD_ORDERS.join(', ')}, not ${String(order).slice(0, 40)}.`)
  const query = { filter: toCardFilter(filter), order, limit: toLimit(limit), after: after ? fromCursor(after, 2) : null }
  return toPage(
    await searchCards({ db, collection }, query),
    query.limit,
    ({ card }) => card,
    ({ place, incident }) => [place, incident],
  )
}
