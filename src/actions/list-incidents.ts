import type { Ledger } from '../ledger/ledger.ts'
import { placeOfCard, searchCards } from '../ledger/search-cards.ts'
import { toStorable } from '../ledger/text.ts'
import { INCIDENT_STATUSES } from '../model/incident.ts'
import { CasusError } from '../model/problem.ts'
import type { IncidentCard, Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type IncidentFilter = Readonly<{
  /** Days, `YYYY-MM-DD`, both included. An undated incident is outside every window. */
  from?: string
  to?: string
  /** An event type or sub-event type, spelled as ACLED does. */
  type?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
  status?: string
  /** Words, as one types them into a search box: in the title, the places, the parties and the documents' text. */
  q?: string
  /** `date`: newest day first, undated last · `updated`: last changed first. */
  order?: 'date' | 'updated'
  /** 1–500, 50 unless told. */
  limit?: number
  /** `next` of the page before. */
  after?: string
}>

const toDay = (name: string, day: string | undefined): string | null => {
  if (day === undefined || day === '') return null
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new CasusError('request/invalid', `${name} must be a day such as 2019-12-29, not ${day.slice(0, 40)}.`)
  return day
}

const orNull = (text: string | undefined): string | null => (text ? toStorable(text) : null)

/** Longer searches are cut: nobody types them. */
const LONGEST_SEARCH = 400

/** Incidents of the ledger, newest first, a page at a time. Throws `request/invalid`. */
export const listIncidents = async ({ db, collection }: Ledger, filter: IncidentFilter): Promise<Page<IncidentCard>> => {
  const { from, to, type, country, status, q, order = 'date', limit, after } = filter
  if (order !== 'date' && order !== 'updated')
    throw new CasusError('request/invalid', `order must be date or updated, not ${String(order).slice(0, 40)}.`)
  if (status && !(INCIDENT_STATUSES as readonly string[]).includes(status))
    throw new CasusError('request/invalid', `status must be one of ${INCIDENT_STATUSES.join(', ')}, not ${status.slice(0, 40)}.`)
  const query = {
    from: toDay('from', from),
    to: toDay('to', to),
    type: orNull(type),
    status: orNull(status),
    country: orNull(country?.toUpperCase()),
    q: orNull(q?.trim().slice(0, LONGEST_SEARCH)),
    order,
    limit: toLimit(limit),
    after: after ? fromCursor(after, 2) : null,
  }
  const rows = await searchCards({ db, collection }, query)
  return toPage(
    rows,
    query.limit,
    ({ card }) => card,
    (row) => placeOfCard(query, row),
  )
}
