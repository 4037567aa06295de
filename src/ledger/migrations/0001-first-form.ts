import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Columns that say which reading of which document a row belongs to. */
const IN_READING = `collection integer NOT NULL, document text COLLATE "C" NOT NULL, reading integer NOT NULL`

/** A fact that somebody states about incidents or parties, in the order of the document. */
const SAID = `${IN_READING}, ord integer NOT NULL, value jsonb NOT NULL, words jsonb NOT NULL, speaker jsonb NOT NULL,
  PRIMARY KEY (collection, document, reading, ord)`

/** Characters of a document's text that full-text search sees. PostgreSQL refuses a search vector of more than 1 MB. */
const SEARCHED = 200_000

const TABLES: Readonly<Record<string, string>> = {
  contents: `collection integer NOT NULL, sha256 text COLLATE "C" NOT NULL, size integer NOT NULL, media_type text, bytes bytea NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (collection, sha256)`,
  captures: `collection integer NOT NULL, id text COLLATE "C" NOT NULL, document text COLLATE "C" NOT NULL, content text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL, method text NOT NULL, address text, issuer text, file_name text, tool text NOT NULL, operator text,
    PRIMARY KEY (collection, id)`,
  documents: `collection integer NOT NULL, id text COLLATE "C" NOT NULL, content text COLLATE "C" NOT NULL, url text, issuer_name text,
    title text, standfirst text, byline text, published text, language text NOT NULL, issuer jsonb NOT NULL, version jsonb, text text NOT NULL,
    passages jsonb NOT NULL, same_as text COLLATE "C", copy_group text COLLATE "C" NOT NULL, at timestamptz NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(title, '') || ' ' || left(text, ${SEARCHED}))) STORED,
    PRIMARY KEY (collection, id)`,
  analyses: `${IN_READING}, engine text NOT NULL, body json NOT NULL, sha256 text NOT NULL, at timestamptz NOT NULL,
    PRIMARY KEY (collection, document, reading)`,
  proposals: `${IN_READING}, id text COLLATE "C" NOT NULL, ord integer NOT NULL, incident jsonb NOT NULL,
    PRIMARY KEY (collection, document, reading, id)`,
  statements: `${IN_READING}, id text COLLATE "C" NOT NULL, statement jsonb NOT NULL, speaker jsonb NOT NULL, source_words text, cue_words text,
    PRIMARY KEY (collection, document, reading, id)`,
  mentions: `${IN_READING}, id text COLLATE "C" NOT NULL, words text NOT NULL, mention jsonb NOT NULL,
    PRIMARY KEY (collection, document, reading, id)`,
  claims: `${IN_READING}, id text COLLATE "C" NOT NULL, ord integer NOT NULL, incident text COLLATE "C" NOT NULL, attribute text NOT NULL,
    modality text NOT NULL, anchor jsonb NOT NULL, words jsonb NOT NULL, sentence jsonb NOT NULL, speaker jsonb NOT NULL, claim jsonb NOT NULL,
    by text, at timestamptz, PRIMARY KEY (collection, document, reading, id)`,
  relations: SAID,
  affiliations: SAID,
  aggregates: SAID,
  incidents: `collection integer NOT NULL, id text COLLATE "C" NOT NULL, document text COLLATE "C" NOT NULL, reading integer NOT NULL,
    local text COLLATE "C" NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (collection, id)`,
  links: `${IN_READING}, id text COLLATE "C" NOT NULL, incident text COLLATE "C" NOT NULL, local text COLLATE "C" NOT NULL,
    score double precision, because jsonb NOT NULL, by text, at timestamptz NOT NULL, PRIMARY KEY (collection, id)`,
  judgements: `collection integer NOT NULL, id text COLLATE "C" NOT NULL, kind text NOT NULL, target text COLLATE "C" NOT NULL, value jsonb,
    by text NOT NULL, why text, at timestamptz NOT NULL, PRIMARY KEY (collection, id)`,
  withdrawals: `collection integer NOT NULL, target text COLLATE "C" NOT NULL, kind text NOT NULL, by text, why text, at timestamptz NOT NULL,
    PRIMARY KEY (collection, target)`,
  copies: `collection integer NOT NULL, document text COLLATE "C" NOT NULL, of text COLLATE "C" NOT NULL, share real NOT NULL,
    at timestamptz NOT NULL, PRIMARY KEY (collection, document, of)`,
  bands: `collection integer NOT NULL, key bigint NOT NULL, document text COLLATE "C" NOT NULL, PRIMARY KEY (collection, key, document)`,
  history: `collection integer NOT NULL, seq bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL, subject text COLLATE "C" NOT NULL,
    by text, payload json NOT NULL, payload_hash text NOT NULL, previous text NOT NULL, hash text NOT NULL, PRIMARY KEY (collection, seq)`,
}

/** May be updated: it says nothing that the tables above do not. */
const CARDS = `collection integer NOT NULL, incident text COLLATE "C" NOT NULL, day_from date, day_to date, type text NOT NULL,
  sub_type text NOT NULL, status text NOT NULL, countries text[] NOT NULL, lat double precision, lon double precision, keys text[] NOT NULL,
  sheet jsonb NOT NULL, card jsonb NOT NULL, words text NOT NULL, updated timestamptz NOT NULL,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english', left(words, ${SEARCHED}))) STORED,
  PRIMARY KEY (collection, incident)`

/** What is looked into at every document added has no list of pending entries: each look would read through it. */
const INDEXES: readonly string[] = [
  'captures (collection, document)',
  'documents (collection, content)',
  'documents (collection, copy_group)',
  'documents (collection, same_as) WHERE same_as IS NOT NULL',
  'documents (collection, at DESC, id DESC)',
  'documents USING gin (search)',
  'links (collection, incident, at DESC)',
  'links (collection, document, reading)',
  'judgements (collection, target)',
  'copies (collection, of)',
  'history (collection, subject, seq)',
  "cards (collection, (coalesce(day_to, '0001-01-01'::date)) DESC, incident DESC)",
  'cards (collection, updated DESC, incident DESC)',
  'cards USING gin (keys) WITH (fastupdate = off)',
  'cards USING gin (search)',
]

const REFUSE = `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger only grows: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$`

const up = async (db: Kysely<unknown>): Promise<void> => {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(REFUSE)
  for (const [table, columns] of Object.entries(TABLES)) {
    await run(`CREATE TABLE ${table} (${columns})`)
    await run(
      `CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    )
  }
  await run(`CREATE TABLE cards (${CARDS})`)
  for (const index of INDEXES) await run(`CREATE INDEX ON ${index}`)
}

/** The first form of the ledger: documents with their claims, incidents, judgements and history, all of which only grow. */
export const firstForm: Migration = { up }
