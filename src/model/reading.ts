import type { Affiliation } from './actor.ts'
import type { Claim } from './claim.ts'
import type { Document } from './document.ts'
import type { Aggregate, Incident, Relation } from './incident.ts'
import type { Mention } from './mention.ts'
import type { Problem } from './problem.ts'
import type { Statement } from './statement.ts'

export const ANALYSIS_SCHEMA = 'casus/analysis@1'

/** What the engine says about one document: the shape that the command line, the API, the library and every measure read. */
export type Analysis = Readonly<{
  schema: typeof ANALYSIS_SCHEMA
  /** The caller's id, or the document's. */
  id: string
  document: Document
  mentions: readonly Mention[]
  statements: readonly Statement[]
  incidents: readonly Incident[]
  claims: readonly Claim[]
  relations: readonly Relation[]
  affiliations: readonly Affiliation[]
  aggregates: readonly Aggregate[]
  problems: readonly Problem[]
}>

/**
 * The incident a document is mainly about: of those that happened (else of all) the one with most claims; the first in the
 * text wins a tie. Undefined when the document has none.
 */
export const mainIncident = ({ incidents, claims }: Pick<Analysis, 'incidents' | 'claims'>): Incident | undefined => {
  const happened = incidents.filter((incident) => incident.status === 'happened')
  const counts = new Map<string, number>()
  for (const claim of claims) counts.set(claim.incident, (counts.get(claim.incident) ?? 0) + 1)
  let main: Incident | undefined
  for (const incident of happened.length > 0 ? happened : incidents)
    if (!main || (counts.get(incident.id) ?? 0) > (counts.get(main.id) ?? 0)) main = incident
  return main
}
