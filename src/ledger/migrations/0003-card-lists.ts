import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const killed = (end: 'low' | 'high'): string => `((card->'tolls'->'killed'->>'${end}')::numeric)`

/** What lists, map and timeline narrow and add up, taken from the card by the database itself. */
const COLUMNS: Readonly<Record<string, string>> = {
  place: `text GENERATED ALWAYS AS (card->'place'->>'name') STORED`,
  radius_m: `double precision GENERATED ALWAYS AS ((card->'place'->>'radiusM')::double precision) STORED`,
  has_toll: `boolean GENERATED ALWAYS AS (coalesce(card->'tolls' ? 'killed', false)) STORED`,
  killed_low: `numeric GENERATED ALWAYS AS (${killed('low')}) STORED`,
  killed_high: `numeric GENERATED ALWAYS AS (${killed('high')}) STORED`,
  origins: `integer GENERATED ALWAYS AS (coalesce((card->>'origins')::integer, 0)) STORED`,
  differs: `jsonb GENERATED ALWAYS AS (coalesce(card->'differs', '[]')) STORED`,
  parties: `jsonb GENERATED ALWAYS AS (jsonb_path_query_array(coalesce(card->'parties', '[]'), '$[*].key')) STORED`,
  weapons: `jsonb GENERATED ALWAYS AS (coalesce(card->'weapons', '[]')) STORED`,
}

const up = async (db: Kysely<unknown>): Promise<void> => {
  const columns = Object.entries(COLUMNS).map(([name, type]) => `ADD COLUMN ${name} ${type}`)
  await sql.raw(`ALTER TABLE cards ${columns.join(', ')}`).execute(db)
  await sql.raw('CREATE INDEX ON cards USING gin (parties)').execute(db)
  await sql.raw('CREATE INDEX ON cards USING gin (weapons)').execute(db)
  await sql.raw('CREATE INDEX ON cards (collection, lat, lon)').execute(db)
}

/** Cards carry what the list, the map and the timeline are narrowed by. */
export const cardLists: Migration = { up }
