import { sql } from 'kysely'
import type { MergeValue } from '../model/judgement.ts'
import { toIncidentId } from './id.ts'
import type { LinkRow } from './rows.ts'
import type { Source } from './source.ts'

/** The ids that the tellings of an incident were first known by, and those that went into it by a merge: what was judged of these holds on. */
export const listIdsOf = async ({ db, collection }: Source, id: string, links: readonly LinkRow[]): Promise<readonly string[]> => {
  const ids = new Set([id, ...links.map(({ document, reading, local }) => toIncidentId(document, reading, local))])
  const { rows } = await sql<{ value: MergeValue }>`
    SELECT j.value FROM judgements j WHERE j.collection = ${collection} AND j.kind = 'merge' AND j.target = ANY(${[...ids]}::text[])
    AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)`.execute(db)
  for (const { value } of rows) for (const one of value.incidents) ids.add(one)
  return [...ids]
}
