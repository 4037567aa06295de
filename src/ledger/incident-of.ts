import type { LinkRow } from './rows.ts'
import { type Part, partKey } from './to-records.ts'

/** Which incident of the ledger a telling, or a claim of it, stands under; undefined: under none. */
export type IncidentOf = Readonly<{
  ofTelling: (part: Part, local: string) => string | undefined
  ofClaim: (claim: Part & Readonly<{ id: string; incident: string }>) => string | undefined
}>

/** Reads links that stand: one that names single claims goes before one of the whole telling. */
export const incidentOf = (links: readonly LinkRow[]): IncidentOf => {
  const tellings = new Map<string, string>()
  const claims = new Map<string, string>()
  for (const link of links)
    if (link.claims) for (const claim of link.claims) claims.set(partKey(link, claim), link.incident)
    else tellings.set(partKey(link, link.local), link.incident)
  const ofTelling = (part: Part, local: string): string | undefined => tellings.get(partKey(part, local))
  return { ofTelling, ofClaim: (claim) => claims.get(partKey(claim, claim.id)) ?? ofTelling(claim, claim.incident) }
}
