import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Links say which judgement made them and which link they took the place of, so that a merge or a split can be undone; a link may be
 * of single claims. Incidents that may be the same stand in an index of their own, `suggestions`, which like the cards says nothing
 * that is not in the rest, and may be updated.
 */
const STATEMENTS: readonly string[] = [
  'ALTER TABLE links ADD COLUMN claims text[] COLLATE "C", ADD COLUMN judgement text COLLATE "C", ADD COLUMN replaces text COLLATE "C"',
  'CREATE INDEX ON links (collection, judgement) WHERE judgement IS NOT NULL',
  "CREATE INDEX ON judgements USING gin (string_to_array(target, ' '))",
  "CREATE INDEX ON judgements (collection, (value->>'parent')) WHERE kind = 'part-of'",
  "ALTER TABLE cards ADD COLUMN publication text NOT NULL DEFAULT 'draft'",
  'CREATE INDEX ON cards (collection, publication, updated DESC, incident DESC)',
  `CREATE TABLE suggestions (collection integer NOT NULL, a text COLLATE "C" NOT NULL, b text COLLATE "C" NOT NULL,
    score double precision NOT NULL, because jsonb NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (collection, a, b))`,
  'CREATE INDEX ON suggestions (collection, b, a)',
  "CREATE INDEX ON mentions (collection, (mention->>'actor')) WHERE mention->>'actor' IS NOT NULL",
  'CREATE INDEX ON suggestions (collection, score DESC, a, b)',
]

const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

export const judgementLinks: Migration = { up }
