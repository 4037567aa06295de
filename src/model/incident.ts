import type { Attribute, Figure } from './claim.ts'
import type { Span } from './span.ts'

export const INCIDENT_STATUSES = ['happened', 'attempted', 'threatened', 'planned', 'hypothetical'] as const
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]

/** ACLED event and sub-event types, spelled as ACLED does. */
export const EVENT_TYPES = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
} as const satisfies Record<string, readonly string[]>
export type EventType = keyof typeof EVENT_TYPES
export type SubEventType = (typeof EVENT_TYPES)[EventType][number]

/** An event that documents speak of. All it is known by is in its claims. */
export type Incident = Readonly<{
  id: string
  type: EventType
  subType: SubEventType
  /** As those who assert it say; a denial is a claim's modality. */
  status: IncidentStatus
  /** From what nobody disputes; names a perpetrator only if that party says so itself and nobody disputes it. */
  title: string
}>

export type RelationType = 'in-response-to' | 'part-of' | 'same-series' | 'earlier'
/** Between incidents. */
export type Relation = Readonly<{ from: string; to: string; type: RelationType; spans: readonly Span[]; statement: string | null }>

/** A total over a period or a campaign: never an incident's toll. */
export type Aggregate = Readonly<{
  attribute: Attribute
  value: Figure
  period: string | null
  spans: readonly Span[]
  statement: string | null
}>
