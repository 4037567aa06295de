import { mergeSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { dropCard } from '../ledger/cards.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { BY_HAND, findAnalysis } from '../ledger/load-document.ts'
import { loadLinksOfIncidents } from '../ledger/load-links.ts'
import { loadReadings } from '../ledger/load-readings.ts'
import type { Source } from '../ledger/source.ts'
import { write } from '../ledger/write.ts'
import type { Analysis } from '../model/reading.ts'
import { refreshCard } from './refresh-card.ts'

/** A reading of a document as linking saw it when it was added: the engine's whole, or what people marked. */
const getTold = async (source: Source, document: string, reading: number): Promise<Analysis> => {
  const { analysis } = (await findAnalysis(source, document))!
  if (reading !== BY_HAND) return analysis
  const { claims, mentions, statements, proposals } = await loadReadings(source, [{ document, reading }])
  return {
    ...analysis,
    claims: claims.map(({ claim }) => claim),
    mentions: mentions.map(({ mention }) => mention),
    statements: statements.map(({ statement }) => statement),
    incidents: proposals.map(({ incident }) => incident),
  }
}

/** What linking compares of an incident, made from every document linked to it. */
const findIncidentSheet = async (source: Source, incident: string): Promise<Sheet | undefined> => {
  let sheet: Sheet | undefined
  for (const { document, reading, local } of await loadLinksOfIncidents(source, [incident])) {
    const one = toSheet(await getTold(source, document, reading), local)
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
