import { sql } from 'kysely'
import { type CardFilter, toConditions } from './card-filter.ts'
import type { Source } from './source.ts'

/** A value that incidents of a list can be narrowed to, and how many have it. */
export type CardFacet = Readonly<{ kind: 'party' | 'weapon' | 'country'; key: string; name: string; count: number }>

/** Of each kind: more than a reader looks through. */
const MOST = 200

/** The commonest parties, weapons and countries among some incidents. */
export const facetCards = async ({ db, collection }: Source, filter: CardFilter): Promise<readonly CardFacet[]> => {
  const { rows } = await sql<CardFacet>`
    WITH found AS MATERIALIZED (SELECT c.card FROM cards c WHERE ${sql.join(toConditions(filter, collection), sql` AND `)})
    (SELECT 'party' AS kind, p->>'key' AS key, mode() WITHIN GROUP (ORDER BY p->>'name') AS name, count(*)::int AS count
      FROM found, jsonb_array_elements(card->'parties') p GROUP BY 2 ORDER BY 4 DESC, 2 LIMIT ${MOST})
    UNION ALL
    (SELECT 'weapon', w, w, count(*)::int FROM found, jsonb_array_elements_text(card->'weapons') w GROUP BY 2 ORDER BY 4 DESC, 2 LIMIT ${MOST})
    UNION ALL
    (SELECT 'country', n, n, count(*)::int FROM found, jsonb_array_elements_text(card->'countries') n GROUP BY 2 ORDER BY 4 DESC, 2 LIMIT ${MOST})`.execute(
    db,
  )
  return rows
}
