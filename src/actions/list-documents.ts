import type { Ledger } from '../ledger/ledger.ts'
import type { DocumentSummary, Page } from '../model/record.ts'

export type DocumentFilter = Readonly<{ q?: string; limit?: number; after?: string }>

/** Documents of the ledger, last taken in first. */
export declare const listDocuments: (ledger: Ledger, filter: DocumentFilter) => Promise<Page<DocumentSummary>>
