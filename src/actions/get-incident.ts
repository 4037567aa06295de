import { findSuccessor } from '../ledger/find-successor.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findIncident } from '../ledger/load-incident.ts'
import { CasusError } from '../model/problem.ts'
import type { IncidentRecord } from '../model/record.ts'
import { toIncidentRecord } from './incident-card.ts'

/**
 * An incident with everything that is said of it; one that went into another by a merge gives that other. `at` (UTC): as it stood
 * then. Throws `ledger/not-found`.
 */
export const getIncident = async ({ db, collection }: Ledger, id: string, at: string | null = null): Promise<IncidentRecord> => {
  const source = { db, collection, at }
  const found = await findIncident(source, id)
  const successor = found ? undefined : await findSuccessor(source, id)
  const parts = found ?? (successor === undefined ? undefined : await findIncident(source, successor))
  if (!parts) throw new CasusError('ledger/not-found', `There is no incident ${id}.`)
  return toIncidentRecord(parts)
}
