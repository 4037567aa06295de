import type { Span } from './span.ts'

type Of<K extends string, Rest> = Readonly<Span & { id: string; kind: K } & Rest>

/** UCDP where_prec: 1 exact, 2 near, 3 district, 4 province, 5 larger, 6 country, 7 sea or air. */
export type PlacePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7
export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'
export type PartyType = 'person' | 'organisation' | 'group' | 'geopolitical' | 'facility' | 'vehicle'

export type PlaceMention = Of<
  'place',
  {
    lat: number | null
    lon: number | null
    name: string | null
    geonameId?: number
    /** ISO 3166-1 alpha-2. */
    country: string | null
    precision: PlacePrecision
    radiusM: number | null
  }
>

export type TimeMention = Of<
  'time',
  {
    type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
    /** TIMEX3 value; null when it cannot be resolved from what the document says. */
    value: string | null
    from: string | null
    to: string | null
    part: DayPart | null
    /** The parts taken from the document's date, e.g. `['year']`. */
    assumed: readonly string[]
  }
>

export type PartyMention = Of<
  'party',
  {
    type: PartyType
    /** False: a description ("two soldiers", "security sources"). */
    named: boolean
    /** Id in the actor register, when known. */
    actor: string | null
  }
>

export type CountMention = Of<'count', { low: number | null; high: number | null; approximate: boolean; of: string }>
export type WeaponMention = Of<'weapon', { type: string }>
export type ActMention = Of<'act', { type: string }>

/** Something the text names or describes. Mentions may nest. */
export type Mention = PlaceMention | TimeMention | PartyMention | CountMention | WeaponMention | ActMention
export type MentionKind = Mention['kind']
