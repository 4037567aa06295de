import { listCards } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findDocument } from '../ledger/load-document.ts'
import { loadVersions } from '../ledger/versions.ts'
import { CasusError } from '../model/problem.ts'
import type { DocumentRecord } from '../model/record.ts'

/** A document with its text and all that was read in it. Throws `ledger/not-found`. */
export const getDocument = async ({ db, collection }: Ledger, id: string): Promise<DocumentRecord> => {
  const source = { db, collection }
  const document = await findDocument(source, id)
  if (!document) throw new CasusError('ledger/not-found', `There is no document ${id}.`)
  const incidents = await listCards(source, [...new Set(document.links.map(({ incident }) => incident))])
  const { replaces, replacedBy } = await loadVersions(source, id)
  return {
    ...document,
    incidents,
    ...(replaces ? { replaces: { document: replaces.of, reason: replaces.reason, at: replaces.at } } : {}),
    ...(replacedBy ? { replacedBy: { document: replacedBy.document, reason: replacedBy.reason, at: replacedBy.at } } : {}),
  }
}
