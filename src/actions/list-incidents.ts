import type { Ledger } from '../ledger/ledger.ts'
import type { EventType } from '../model/incident.ts'
import type { IncidentCard, Page } from '../model/record.ts'

export type IncidentFilter = Readonly<{
  /** Days, `YYYY-MM-DD`, both included. An undated incident is outside every window. */
  from?: string
  to?: string
  type?: EventType | string
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

/** Incidents of the ledger, newest first, a page at a time. */
export declare const listIncidents: (ledger: Ledger, filter: IncidentFilter) => Promise<Page<IncidentCard>>
