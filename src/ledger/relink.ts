import { newId } from './id.ts'
import { insertRows } from './insert.ts'
import type { LinkRow } from './rows.ts'
import type { Writer } from './write.ts'

/** A telling, or claims of it, that goes from one incident to another. */
export type Move = Readonly<{ link: LinkRow; to: string; because: readonly string[]; score?: number | null }>
/** Who moves it: a person by a judgement, or the machine (null). */
export type Mover = Readonly<{ by: string | null; judgement: string | null; why: string | null }>

/** The rows that put tellings under other incidents: each link is withdrawn and another made that says which one it replaces. */
export const toRelinked = ({ collection, at }: Writer, moves: readonly Move[], { by, judgement, why }: Mover) => ({
  withdrawals: moves.map(({ link }) => ({ collection, target: link.id, kind: 'link' as const, by, why, at })),
  links: moves.map(
    ({ link, to, because, score = null }): LinkRow => ({
      collection,
      document: link.document,
      reading: link.reading,
      id: newId('l'),
      incident: to,
      local: link.local,
      score,
      because,
      by,
      at,
      claims: link.claims ?? null,
      judgement,
      replaces: link.id,
    }),
  ),
})

/** Puts tellings under other incidents. */
export const relink = (writer: Writer, moves: readonly Move[], mover: Mover): Promise<void> =>
  insertRows(writer.trx, toRelinked(writer, moves, mover))

/** Takes back links that a judgement made: what they replaced is linked again as it was, by whom it was. */
export const unlink = async (
  { trx, collection, at }: Writer,
  links: readonly LinkRow[],
  { by, why }: Mover,
): Promise<readonly string[]> => {
  const replaced = links.flatMap(({ replaces }) => replaces ?? [])
  const before =
    replaced.length === 0
      ? []
      : await trx.selectFrom('links').selectAll().where('collection', '=', collection).where('id', 'in', replaced).execute()
  await insertRows(trx, {
    withdrawals: links.map(({ id }) => ({ collection, target: id, kind: 'link' as const, by, why, at })),
    links: before.map(({ claims = null, judgement = null, replaces: first = null, ...link }) => ({
      ...link,
      id: newId('l'),
      at,
      claims,
      judgement,
      replaces: first,
    })),
  })
  return before.map(({ incident }) => incident)
}
