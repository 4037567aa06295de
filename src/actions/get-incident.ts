import type { Ledger } from '../ledger/ledger.ts'
import { findIncident } from '../ledger/load-incident.ts'
import { CasusError } from '../model/problem.ts'
import type { IncidentRecord } from '../model/record.ts'
import { toIncidentRecord } from './incident-card.ts'

/** An incident with everything that is said of it. Throws `ledger/not-found`. */
export const getIncident = async ({ db, collection }: Ledger, id: string): Promise<IncidentRecord> => {
  const parts = await findIncident({ db, collection }, id)
  if (!parts) throw new CasusError('ledger/not-found', `There is no incident ${id}.`)
  return toIncidentRecord(parts)
}
