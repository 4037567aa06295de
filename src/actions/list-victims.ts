import type { Ledger } from '../ledger/ledger.ts'
import type { Page } from '../model/record.ts'
import { toVictimGroup, type VictimGroup } from '../publish/victim-list-view.ts'
import { getIncident } from './get-incident.ts'
import { listIncidents } from './list-incidents.ts'

export type VictimFilter = Readonly<{
  /** Only this incident. */
  incident?: string
  /** Words that the incident or its documents hold. */
  q?: string
  /** `next` of the page before. */
  after?: string
}>

/** Incidents opened for one page. */
const A_PAGE = 25

/** People told of by name, by incident; an incident that names nobody is left out. Throws `ledger/not-found`, `request/invalid`. */
export const listVictims = async (ledger: Ledger, { incident, q, after }: VictimFilter): Promise<Page<VictimGroup>> => {
  const page =
    incident === undefined
      ? await listIncidents(ledger, { order: 'updated', limit: A_PAGE, ...(q ? { q } : {}), ...(after ? { after } : {}) })
      : { items: [{ id: incident }], next: null }
  const groups: VictimGroup[] = []
  for (const { id } of page.items) {
    const group = toVictimGroup(await getIncident(ledger, id))
    if (group.victims.length > 0 || incident !== undefined) groups.push(group)
  }
  return { items: groups, next: page.next }
}
