import type { Ledger } from '../ledger/ledger.ts'
import { listSuperseded as list, type Superseded } from '../ledger/versions.ts'
import { toLimit } from './paging.ts'

/** Pages that changed since they were taken in, last first, and the incidents that rest on what they said before. Throws `request/invalid`. */
export const listSuperseded = (
  { db, collection }: Ledger,
  { published = false, limit }: Readonly<{ published?: boolean; limit?: number }>,
): Promise<readonly Superseded[]> => list({ db, collection }, { published, limit: toLimit(limit) })
