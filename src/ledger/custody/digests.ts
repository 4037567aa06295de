import { sha256 } from '../id.ts'
import type { NewRows } from '../insert.ts'
import { toCanonical } from './canonical.ts'

type Row = Readonly<Record<string, unknown>>

/** How rows of a table are told apart: the columns of its key. Rows of one reading of a document go together. */
const KEYS = {
  contents: ['sha256'],
  captures: ['id'],
  documents: ['id'],
  analyses: ['document', 'reading'],
  proposals: ['document', 'reading', 'id'],
  statements: ['document', 'reading', 'id'],
  mentions: ['document', 'reading', 'id'],
  claims: ['document', 'reading', 'id'],
  relations: ['document', 'reading', 'ord'],
  affiliations: ['document', 'reading', 'ord'],
  aggregates: ['document', 'reading', 'ord'],
  incidents: ['id'],
  links: ['id'],
  judgements: ['id'],
  withdrawals: ['target'],
  copies: ['document', 'of'],
  versions: ['document'],
} as const satisfies { readonly [Table in keyof NewRows]: readonly string[] }

/** The tables whose rows the history vouches for: all that grow, but for the history itself and what is made from the rest. */
export type VouchedTable = keyof typeof KEYS
export const VOUCHED = Object.keys(KEYS) as readonly VouchedTable[]

export const isVouched = (table: string): table is VouchedTable => Object.hasOwn(KEYS, table)

/** What a row is hashed as: bytes and analyses stand there by their own hash, a share as exact as its column. */
const toHashed = (table: VouchedTable, row: Row): Row => {
  if (table === 'contents') return { ...row, bytes: null }
  if (table === 'analyses') return { ...row, body: null }
  if (table === 'copies') return { ...row, share: Math.fround(row.share as number) }
  return row
}

/** Which rows are hashed together: those of one reading by the engine; else each row by itself. `claims d0… 1`, `links l0…`. */
export const groupOf = (table: VouchedTable, row: Row): string => {
  const key: readonly string[] = KEYS[table]
  const together = key[1] === 'reading' && row.reading !== 0 ? key.slice(0, 2) : key
  return [table, ...together.map((name) => String(row[name]))].join(' ')
}

/** The hash of each group of rows of a table. */
export const digestsOf = (table: VouchedTable, rows: readonly Row[]): ReadonlyMap<string, string> => {
  const groups = Map.groupBy(rows, (row) => groupOf(table, row))
  return new Map(
    [...groups].map(([group, some]) => [
      group,
      sha256(
        some
          .map((row) => toCanonical(toHashed(table, row)))
          .toSorted()
          .join('\n'),
      ),
    ]),
  )
}

/** The document that a row belongs to, as far as it says so itself. */
const ownerOf = (table: VouchedTable, row: Row): string | undefined => (table === 'documents' ? row.id : row.document) as string | undefined

/** Hashes of new rows by the document they belong to; `undefined`: none, or one that the row does not name. */
export const digestsByOwner = (rows: NewRows): ReadonlyMap<string | undefined, Readonly<Record<string, string>>> => {
  const byOwner = new Map<string | undefined, Record<string, string>>()
  const owners = new Map((rows.captures ?? []).map(({ content, document }) => [content, document]))
  for (const table of VOUCHED) {
    const some = (rows[table] ?? []) as readonly Row[]
    const ownerOfGroup = new Map(
      some.map((row) => [groupOf(table, row), table === 'contents' ? owners.get(row.sha256 as string) : ownerOf(table, row)]),
    )
    for (const [group, hash] of digestsOf(table, some)) {
      const owner = ownerOfGroup.get(group)
      const held = byOwner.get(owner) ?? {}
      held[group] = hash
      byOwner.set(owner, held)
    }
  }
  return byOwner
}
