import type { IncidentRecord, Page } from '../model/record.ts'
import { toIncidentView } from './incident-view.ts'
import type { VictimView } from './victim-view.ts'

/** The people whom the documents of one incident name. */
export type VictimGroup = Readonly<{
  incident: Readonly<{ id: string; title: string; day: string | null }>
  /** `12 named of 24–25+`; null: nobody is named. */
  named: string | null
  victims: readonly VictimView[]
  /** The documents, by their number on the incident's page. */
  documents: readonly Readonly<{ n: number; id: string }>[]
}>

export type VictimListView = Readonly<{ groups: readonly VictimGroup[]; next: string | null }>

/** The people of one incident. */
export const toVictimGroup = (record: IncidentRecord): VictimGroup => {
  const { id, title, dates, named, victims } = toIncidentView(record)
  return {
    incident: { id, title, day: dates[0]?.from ?? null },
    named,
    victims,
    documents: record.documents.map((document, i) => ({ n: i + 1, id: document.id })),
  }
}

export const toVictimListView = ({ items, next }: Page<VictimGroup>): VictimListView => ({ groups: items, next })
