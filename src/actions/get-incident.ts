import type { Ledger } from '../ledger/ledger.ts'
import type { IncidentRecord } from '../model/record.ts'

/** An incident with everything that is said of it. Throws `ledger/not-found`. */
export declare const getIncident: (ledger: Ledger, id: string) => Promise<IncidentRecord>
