import { loadActors } from '../assets/actors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { listSourceRecords, type SourceRecord } from '../ledger/list-sources.ts'
import { toStorable } from '../ledger/text.ts'
import type { Page } from '../model/record.ts'
import { fromCursor, toLimit, toPage } from './paging.ts'

export type SourceFilter = Readonly<{
  /** A part of the name. */
  q?: string
  kind?: string
  /** `outlet`: puts documents out · `speaker`: is quoted in them · `unnamed`: is only described ("officials"); left out unless asked for. */
  role?: 'outlet' | 'speaker' | 'unnamed'
  limit?: number
  after?: string
}>

/** An actor of the register under the name it has there: texts call it many names. */
export const withRegisterName = (record: SourceRecord): SourceRecord => {
  const actor = record.actor === null ? undefined : loadActors().actors.get(record.actor)
  return actor ? { ...record, name: actor.name } : record
}

/** Outlets and speakers, those with most documents first, a page at a time. Throws `request/invalid`. */
export const listSources = async (
  { db, collection }: Ledger,
  { q, kind, role, limit, after }: SourceFilter,
): Promise<Page<SourceRecord>> => {
  const size = toLimit(limit)
  const offset = after ? Number(fromCursor(after, 1)[0]) : 0
  const rows = await listSourceRecords(
    { db, collection },
    { q: q ? toStorable(q.trim().slice(0, 400)) : null, kind: kind ?? null, role: role ?? null, limit: size, offset },
  )
  return toPage(rows, size, withRegisterName, () => [offset + size])
}
