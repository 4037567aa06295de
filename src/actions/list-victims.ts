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

/** Incidents opened at a time, and how many at the most before an answer is given though nobody is named in them. */
const A_PAGE = 25
const MOST_OPENED = 200

const toGroups = async (ledger: Ledger, ids: readonly string[]): Promise<readonly VictimGroup[]> => {
  const groups: VictimGroup[] = []
  for (const id of ids) groups.push(toVictimGroup(await getIncident(ledger, id)))
  return groups
}

/** People told of by name, by incident; an incident that names nobody is left out. Throws `ledger/not-found`, `request/invalid`. */
export const listVictims = async (ledger: Ledger, { incident, q, after }: VictimFilter): Promise<Page<VictimGroup>> => {
  if (incident !== undefined) return { items: await toGroups(ledger, [incident]), next: null }
  let next: string | null = after ?? null
  for (let opened = 0; opened < MOST_OPENED; opened += A_PAGE) {
    const page = await listIncidents(ledger, { order: 'updated', limit: A_PAGE, ...(q ? { q } : {}), ...(next ? { after: next } : {}) })
    const groups = await toGroups(
      ledger,
      page.items.map(({ id }) => id),
    )
    const items = groups.filter(({ victims }) => victims.length > 0)
    next = page.next
    if (items.length > 0 || next === null) return { items, next }
  }
  return { items: [], next }
}
