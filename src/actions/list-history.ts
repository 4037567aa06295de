import type { Ledger } from '../ledger/ledger.ts'
import type { HistoryRecord, Page } from '../model/record.ts'

export type HistoryFilter = Readonly<{ /** A document, claim, incident or judgement. */ subject?: string; limit?: number; after?: string }>

/** What was done to the ledger, last first. */
export declare const listHistory: (ledger: Ledger, filter: HistoryFilter) => Promise<Page<HistoryRecord>>
