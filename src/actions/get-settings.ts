import { countLedger, type LedgerCounts } from '../ledger/count-ledger.ts'
import type { Workbench } from './workbench.ts'

/** What runs here, on which data, and how much of it there is. */
export type Settings = LedgerCounts & Readonly<{ engine: string; where: string; note: string | null }>

export const getSettings = async ({ ledger, engine }: Workbench): Promise<Settings> => ({
  engine,
  where: ledger.where,
  note: ledger.note,
  ...(await countLedger({ db: ledger.db, collection: ledger.collection })),
})
