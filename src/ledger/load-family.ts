import { sql } from 'kysely'
import { type Judgement, standingValue } from '../model/judgement.ts'
import type { IncidentCard, IncidentRef } from '../model/record.ts'
import { listCards } from './cards.ts'
import type { Source } from './source.ts'

/** The incident that another one was put under, and those put under it. */
export type Family = Readonly<{ parent: IncidentRef | null; children: readonly IncidentCard[] }>

/** Loads what people put some incidents under and what under them; `judgements` are those on each incident. */
export const loadFamilies = async (
  source: Source,
  judgements: ReadonlyMap<string, readonly Judgement[]>,
): Promise<ReadonlyMap<string, Family>> => {
  const { db, collection } = source
  const above = new Map(
    [...judgements].map(([id, own]) => [id, standingValue(own, 'part-of', ({ target }) => target === id)?.value.parent]),
  )
  const { rows } = await sql<{ target: string; parent: string }>`
    SELECT DISTINCT ON (j.value->>'parent', j.target) j.target, j.value->>'parent' AS parent FROM judgements j
    WHERE j.collection = ${collection} AND j.kind = 'part-of' AND j.value->>'parent' = ANY(${[...judgements.keys()]}::text[])
    AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)
    AND NOT EXISTS (SELECT FROM judgements k WHERE k.collection = j.collection AND k.target = j.target AND k.kind = 'part-of' AND k.at > j.at
      AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = k.collection AND w.target = k.id))
    ORDER BY j.value->>'parent', j.target`.execute(db)
  const parents = [...above.values()].filter((id) => id !== undefined)
  const cards = new Map(
    (await listCards(source, [...new Set([...parents, ...rows.map(({ target }) => target)])])).map((card) => [card.id, card]),
  )
  return new Map(
    [...above].map(([id, up]) => {
      const parent = up === undefined ? undefined : cards.get(up)
      const children = rows.flatMap((row) => (row.parent === id ? (cards.get(row.target) ?? []) : []))
      return [id, { parent: parent ? { id: parent.id, title: parent.title } : null, children }]
    }),
  )
}
