import { listCards } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { loadLinksOfDocuments } from '../ledger/load-links.ts'
import type { DocumentRow } from '../ledger/rows.ts'
import { isLedgerTrouble } from '../ledger/trouble.ts'
import { write } from '../ledger/write.ts'
import type { Problem } from '../model/problem.ts'
import { type Appended, appendFound, type Ready, type Replaced } from './append-found.ts'
import type { Linked } from './link-document.ts'
import { NOTHING_TO_READ, toUnexpected } from './prepare-document.ts'

/** `new`: read and kept · `copy`: the same bytes from another address or issuer, kept and not read again · `present`: nothing was added. */
export type AddedDocument = Readonly<{
  outcome: 'new' | 'copy' | 'present'
  document: string
  title: string | null
  copyGroup: string
  /** The document whose text this one shares; null: nobody's. */
  copyOf: string | null
  /** The document whose place it took: the one that came from the same address before; null: none. */
  replaces?: Replaced | null
  /** Ledger incidents it speaks of, main one first. */
  incidents: readonly Linked[]
  claims: number
  problems: readonly Problem[]
}>

type Shared = Pick<AddedDocument, 'document' | 'title' | 'copyGroup'>

const toShared = ({ id, title, copy_group }: DocumentRow): Shared => ({ document: id, title, copyGroup: copy_group })

/** What the ledger knows of a document whose bytes it holds. */
const toHeld = async ({ db, collection }: Ledger, row: DocumentRow): Promise<Omit<AddedDocument, 'outcome'>> => {
  const source = { db, collection }
  const read = row.same_as ?? row.id
  const links = await loadLinksOfDocuments(source, [read])
  const cards = await listCards(
    source,
    links.map(({ incident }) => incident),
  )
  const titles = new Map(cards.map(({ id, title }) => [id, title]))
  const { claims } = await db
    .selectFrom('claims')
    .select(({ fn }) => fn.countAll<number>().as('claims'))
    .where('collection', '=', collection)
    .where('document', '=', read)
    .executeTakeFirstOrThrow()
  const incidents = links.map(({ incident, local, because }) => ({
    id: incident,
    local,
    title: titles.get(incident) ?? '',
    fresh: false,
    because,
  }))
  return { ...toShared(row), copyOf: row.same_as, incidents, claims, problems: [] }
}

/** What became of a document, as it is told. */
export const toAdded = async (ledger: Ledger, appended: Appended): Promise<AddedDocument | readonly Problem[]> => {
  if (appended.outcome === 'unread') return [NOTHING_TO_READ]
  if (appended.outcome !== 'new') return { outcome: appended.outcome, ...(await toHeld(ledger, appended.row)) }
  const { row, of, replaces, incidents, analysis } = appended
  return { outcome: 'new', ...toShared(row), copyOf: of, replaces, incidents, claims: analysis.claims.length, problems: analysis.problems }
}

/** Keeps some documents in one transaction; where that fails, each in one of its own, so that only those that cannot be kept are not. */
const append = async (ledger: Ledger, all: readonly Ready[]): Promise<readonly (AddedDocument | readonly Problem[])[]> => {
  try {
    const appended = all.length > 0 ? await write(ledger, (writer) => appendFound(writer, all)) : []
    return await Promise.all(appended.map((one) => toAdded(ledger, one)))
  } catch (error) {
    if (isLedgerTrouble(error)) throw error
    if (all.length <= 1) return [toUnexpected(error)]
    const alone: (AddedDocument | readonly Problem[])[] = []
    for (const one of all) alone.push(...(await append(ledger, [one])))
    return alone
  }
}

/** Bytes that one transaction takes, and documents: enough that the cost of a transaction is shared, not so many that others wait. */
const MOST_BYTES = 8_000_000
export const MOST_DOCUMENTS = 48

/** Cuts documents into runs, each of which one transaction takes. */
const inParts = (all: readonly Ready[]): readonly (readonly Ready[])[] => {
  const parts: Ready[][] = [[]]
  let bytes = 0
  for (const one of all) {
    const size = one.content.bytes.length
    if (parts.at(-1)!.length === MOST_DOCUMENTS || (bytes + size > MOST_BYTES && parts.at(-1)!.length > 0)) {
      parts.push([])
      bytes = 0
    }
    bytes += size
    parts.at(-1)!.push(one)
  }
  return parts
}

/** Keeps documents that were read, in the order given: what became of each, or why it could not be kept. */
export const keepReady = async (ledger: Ledger, all: readonly Ready[]): Promise<readonly (AddedDocument | readonly Problem[])[]> => {
  const results: (AddedDocument | readonly Problem[])[] = []
  for (const part of inParts(all)) results.push(...(await append(ledger, part)))
  return results
}
