import { findOriginalBytes, type Original } from '../ledger/find-original.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { CasusError } from '../model/problem.ts'

/** The untouched bytes of a document. Throws `ledger/not-found`. */
export const getOriginal = async ({ db, collection }: Ledger, document: string): Promise<Original> => {
  const original = await findOriginalBytes({ db, collection }, document)
  if (!original) throw new CasusError('ledger/not-found', `There is no document ${document}.`)
  return original
}
