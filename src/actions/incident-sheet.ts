import { joinSheets, type Sheet, toSheet } from '../engine/incidents/linking/sheet.ts'
import { incidentOf } from '../ledger/incident-of.ts'
import { BY_HAND, findAnalysis } from '../ledger/load-document.ts'
import { loadLinksOfDocuments, loadLinksOfIncidents } from '../ledger/load-links.ts'
import { loadReadings } from '../ledger/load-readings.ts'
import type { LinkRow } from '../ledger/rows.ts'
import type { Source } from '../ledger/source.ts'
import type { Analysis } from '../model/reading.ts'

/** A reading of a document as linking saw it when it was added: the engine's whole, or what people marked. */
const findTold = async (source: Source, document: string, reading: number): Promise<Analysis | undefined> => {
  const kept = await findAnalysis(source, document)
  if (!kept || reading !== BY_HAND) return kept?.analysis
  const { claims, mentions, statements, proposals } = await loadReadings(source, [{ document, reading }])
  return {
    ...kept.analysis,
    claims: claims.map(({ claim }) => claim),
    mentions: mentions.map(({ mention }) => mention),
    statements: statements.map(({ statement }) => statement),
    incidents: proposals.map(({ incident }) => incident),
  }
}

/** The analysis with those claims of a telling that count for the link's incident; the others belong to another one. */
const toOwn = (analysis: Analysis, link: LinkRow, all: readonly LinkRow[]): Analysis => {
  if (!all.some(({ claims }) => claims)) return analysis
  const { ofClaim } = incidentOf(all)
  const { document, reading, local } = link
  return {
    ...analysis,
    claims: analysis.claims.filter(
      ({ id, incident }) => incident !== local || ofClaim({ document, reading, id, incident }) === link.incident,
    ),
  }
}

/** What linking compares of an incident, made from every document linked to it; undefined when there is none. */
export const findIncidentSheet = async (source: Source, incident: string): Promise<Sheet | undefined> => {
  const links = await loadLinksOfIncidents(source, [incident])
  const all = await loadLinksOfDocuments(source, [...new Set(links.map(({ document }) => document))])
  const sheets = new Map<string, Sheet>()
  const seen = new Set<string>()
  for (const link of links) {
    const { document, reading, local } = link
    const key = `${document} ${reading} ${local}`
    const told = seen.has(key) ? undefined : await findTold(source, document, reading)
    seen.add(key)
    if (!told?.incidents.some(({ id }) => id === local)) continue
    sheets.set(key, { ...toSheet(toOwn(told, link, all), local), telling: key })
  }
  return sheets.size === 0 ? undefined : joinSheets([...sheets.values()])
}
