import { sql } from 'kysely'
import type { MergeValue } from '../model/judgement.ts'
import { toIncidentId } from './id.ts'
import type { LinkRow } from './rows.ts'
import type { Source } from './source.ts'

/** The ids that the tellings of incidents were first known by, and those that went into them by a merge: what was judged of these holds on. */
export const listIdsOf = async (
  { db, collection }: Source,
  links: ReadonlyMap<string, readonly LinkRow[]>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const ids = new Map(
    [...links].map(([incident, own]) => [
      incident,
      new Set([incident, ...own.map(({ document, reading, local }) => toIncidentId(document, reading, local))]),
    ]),
  )
  const all = [...new Set([...ids.values()].flatMap((own) => [...own]))]
  const { rows } = await sql<{ target: string; value: MergeValue }>`
    SELECT j.target, j.value FROM judgements j WHERE j.collection = ${collection} AND j.kind = 'merge' AND j.target = ANY(${all}::text[])
    AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)`.execute(db)
  for (const own of ids.values()) {
    const merged = rows.filter(({ target }) => own.has(target))
    for (const { value } of merged) for (const one of value.incidents) own.add(one)
  }
  return ids
}
