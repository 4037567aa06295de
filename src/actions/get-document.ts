import type { Ledger } from '../ledger/ledger.ts'
import type { DocumentRecord } from '../model/record.ts'

/** A document with its text and all that was read in it. Throws `ledger/not-found`. */
export declare const getDocument: (ledger: Ledger, id: string) => Promise<DocumentRecord>
