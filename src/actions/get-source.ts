import type { Ledger } from '../ledger/ledger.ts'
import { listSourceRecords, type SourceRecord } from '../ledger/list-sources.ts'
import { loadSource, type SourceParts } from '../ledger/load-source.ts'
import { CasusError } from '../model/problem.ts'
import { withRegisterName } from './list-sources.ts'

/** An outlet or a speaker with all that its page shows. Throws `ledger/not-found`. */
export const getSource = async (
  { db, collection }: Ledger,
  key: string,
): Promise<Readonly<{ source: SourceRecord; parts: SourceParts }>> => {
  const [source] = await listSourceRecords({ db, collection }, { q: null, kind: null, role: null, limit: 1, offset: 0, key })
  if (!source) throw new CasusError('ledger/not-found', `Nobody is known under ${key.slice(0, 80)}.`)
  return { source: withRegisterName(source), parts: await loadSource({ db, collection }, key) }
}
