import { dropCards } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { dropSuggestions } from '../ledger/suggestions.ts'
import { type Writer, write } from '../ledger/write.ts'
import { findIncidentSheet } from './incident-sheet.ts'
import { refreshCard } from './refresh-card.ts'

/** Makes the card of an incident anew from its documents; takes it out of the list when no document stands under it. */
export const rebuildCard = async (writer: Writer, incident: string): Promise<void> => {
  const { trx, collection } = writer
  const sheet = await findIncidentSheet({ db: trx, collection }, incident)
  if (sheet) await refreshCard(writer, incident, sheet)
  else {
    await dropCards(trx, collection, [incident])
    await dropSuggestions(writer, [incident])
  }
}

/** Makes every card of the ledger anew from its documents, one incident at a time; gives how many. */
export const rebuildCards = async (ledger: Ledger): Promise<number> => {
  const { db, collection } = ledger
  const incidents = await db.selectFrom('incidents').select('id').where('collection', '=', collection).orderBy('id').execute()
  for (const { id } of incidents) await write(ledger, (writer) => rebuildCard(writer, id))
  return incidents.length
}
