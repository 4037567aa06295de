import { type RawBuilder, sql } from 'kysely'

/** An issuer's key, as of its own voice in a claim's speaker: lower case, without determiner and quotation marks. `table`: an alias of documents. */
export const issuerKey = (table: string): RawBuilder<string | null> =>
  sql.raw(`('words:' || regexp_replace(btrim(regexp_replace(regexp_replace(lower(normalize(${table}.issuer_name, NFKC)),
  '["“”«»‘’'']', '', 'g'), '\\s+', ' ', 'g')), '^(the|a|an) ', ''))`)

/** A speaker's key. `table`: an alias of claims. */
export const speakerKey = (table: string): RawBuilder<string> => sql.raw(`(${table}.speaker->>'key')`)
