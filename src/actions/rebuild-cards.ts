import { mergeSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { dropCard } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { loadLinksOfIncidents } from '../ledger/load-links.ts'
import { loadReadings } from '../ledger/load-readings.ts'
import type { Source } from '../ledger/source.ts'
import { write } from '../ledger/write.ts'
import { refreshCard } from './refresh-card.ts'

/** What linking compares of an incident, made from the claims of every document linked to it. */
const findIncidentSheet = async (source: Source, incident: string): Promise<Sheet | undefined> => {
  let sheet: Sheet | undefined
  for (const { document, reading, local } of await loadLinksOfIncidents(source, [incident])) {
    const parts = [{ document, reading }]
    const { text } = await source.db
      .selectFrom('documents')
      .select('text')
      .where('collection', '=', source.collection)
      .where('id', '=', document)
      .executeTakeFirstOrThrow()
    const { claims, mentions, proposals } = await loadReadings(source, parts)
    const one = toSheet(
      {
        document: { text },
        claims: claims.map(({ claim }) => claim),
        mentions: mentions.map(({ mention }) => mention),
        incidents: proposals.map((proposal) => proposal.incident),
      },
      local,
    )
    sheet = sheet ? mergeSheets(sheet, one) : one
  }
  return sheet
}

/** Makes every card of the ledger anew from its documents, one incident at a time; gives how many. */
export const rebuildCards = async (ledger: Ledger): Promise<number> => {
  const { db, collection } = ledger
  const incidents = await db.selectFrom('incidents').select('id').where('collection', '=', collection).orderBy('id').execute()
  for (const { id } of incidents)
    await write(ledger, async (writer) => {
      const sheet = await findIncidentSheet({ db: writer.trx, collection }, id)
      if (sheet) await refreshCard(writer, id, sheet)
      else await dropCard(writer.trx, collection, id)
    })
  return incidents.length
}
