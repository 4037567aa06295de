import { sql } from 'kysely'
import { type Judgement, standingValue } from '../model/judgement.ts'
import type { IncidentCard, IncidentRef } from '../model/record.ts'
import { listCards } from './cards.ts'
import type { Source } from './source.ts'

/** The incident that another one was put under, and those put under it. */
export type Family = Readonly<{ parent: IncidentRef | null; children: readonly IncidentCard[] }>

/** Loads what people put an incident under and what under it; `judgements` are those on the incident. */
export const loadFamily = async (source: Source, id: string, judgements: readonly Judgement[]): Promise<Family> => {
  const { db, collection } = source
  const above = standingValue(judgements, 'part-of', ({ target }) => target === id)?.value.parent
  const { rows } = await sql<{ target: string }>`
    SELECT DISTINCT ON (j.target) j.target FROM judgements j
    WHERE j.collection = ${collection} AND j.kind = 'part-of' AND j.value->>'parent' = ${id}
    AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = j.collection AND w.target = j.id)
    AND NOT EXISTS (SELECT FROM judgements k WHERE k.collection = j.collection AND k.target = j.target AND k.kind = 'part-of' AND k.at > j.at
      AND NOT EXISTS (SELECT FROM withdrawals w WHERE w.collection = k.collection AND w.target = k.id))
    ORDER BY j.target`.execute(db)
  const cards = await listCards(source, [...(above ? [above] : []), ...rows.map(({ target }) => target)])
  const parent = cards.find((card) => card.id === above)
  return { parent: parent ? { id: parent.id, title: parent.title } : null, children: cards.filter((card) => card !== parent) }
}
