import { type Claim, isFigureClaim } from '../../../model/claim.ts'
import type { EventType, IncidentStatus, SubEventType } from '../../../model/incident.ts'
import type { Mention, PlaceMention, TimeMention } from '../../../model/mention.ts'
import type { Analysis } from '../../../model/reading.ts'
import { wordsOf } from '../../../model/span.ts'

export type Days = Readonly<{ from: string; to: string }>
export type SheetPlace = Readonly<{ name: string; country: string | null; lat: number | null; lon: number | null; precision: number }>

/** What linking compares of an incident: what is said of it, without who says so. Null and empty mean unknown. */
export type Sheet = Readonly<{
  type: EventType
  subType: SubEventType
  status: IncidentStatus
  /** The days that its date claims allow, narrowest first. */
  days: readonly Days[]
  places: readonly SheetPlace[]
  /** Ids of the actor register, and names in lower case. */
  parties: readonly string[]
  figures: readonly Readonly<{ attribute: string; low: number | null; high: number | null }>[]
}>

/** A sheet that has grown this long says no more by growing: the cost of adding a document stays flat. */
const MOST = 40

/** What a sheet is made of. */
export type Told = Pick<Analysis, 'mentions' | 'incidents' | 'claims'> & Readonly<{ document: Pick<Analysis['document'], 'text'> }>

const ACTUAL: ReadonlySet<string> = new Set(['asserted', 'alleged', 'denied'])

/** A name as it is compared: lower case, one space, no determiner. */
const toName = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '')

const widthOf = ({ from, to }: Days): number => Date.parse(to) - Date.parse(from)

const toDays = ({ from, to }: TimeMention): Days | undefined => {
  const [first, last] = [from?.slice(0, 10), to?.slice(0, 10)]
  return first && last && first.length === 10 && last.length === 10 ? { from: first, to: last } : undefined
}

const toPlace = (place: PlaceMention, text: string): SheetPlace => ({
  name: toName(place.name ?? wordsOf(text, place)),
  country: place.country,
  lat: place.lat,
  lon: place.lon,
  precision: place.precision,
})

/** Each thing once, by all that it says: its own form may have lost the order of its fields. */
const unique = <Item>(items: readonly Item[], keyOf: (item: Item) => readonly unknown[]): readonly Item[] => {
  const seen = new Map<string, Item>()
  for (const item of items) {
    const key = JSON.stringify(keyOf(item))
    if (!seen.has(key)) seen.set(key, item)
  }
  return [...seen.values()].slice(0, MOST)
}

const joinDays = (days: readonly Days[]): readonly Days[] =>
  unique(days, ({ from, to }) => [from, to]).toSorted((a, b) => widthOf(a) - widthOf(b) || (a.from < b.from ? -1 : 1))

const joinPlaces = (places: readonly SheetPlace[]): readonly SheetPlace[] =>
  unique(places, ({ name, country, lat, lon, precision }) => [name, country, lat, lon, precision])

const joinFigures = (figures: Sheet['figures']): Sheet['figures'] => unique(figures, ({ attribute, low, high }) => [attribute, low, high])

const joinParties = (parties: readonly string[]): readonly string[] => unique(parties, (party) => [party])

const mentionOf = (claim: Claim): string | undefined =>
  'mention' in claim.value ? claim.value.mention : 'party' in claim.value ? claim.value.party : undefined

/** The sheet of one incident of an analysis. */
export const toSheet = ({ document, mentions, incidents, claims }: Told, id: string): Sheet => {
  const incident = incidents.find((one) => one.id === id)!
  const byId = new Map<string, Mention>(mentions.map((mention) => [mention.id, mention]))
  const days: Days[] = []
  const places: SheetPlace[] = []
  const parties: string[] = []
  const figures: Sheet['figures'][number][] = []
  for (const claim of claims) {
    if (claim.incident !== id || !ACTUAL.has(claim.modality)) continue
    if (isFigureClaim(claim)) {
      if (claim.value.extent === 'total') figures.push({ attribute: claim.attribute, low: claim.value.low, high: claim.value.high })
      continue
    }
    const mention = byId.get(mentionOf(claim) ?? '')
    if (!mention) continue
    if (claim.attribute === 'date' && mention.kind === 'time') {
      const range = toDays(mention)
      if (range) days.push(range)
    }
    const elsewhere = claim.attribute === 'place' && (claim.value.role === 'launched-from' || claim.value.role === 'treated-at')
    if (claim.attribute === 'place' && mention.kind === 'place' && !elsewhere) places.push(toPlace(mention, document.text))
    if (mention.kind === 'party' && mention.named)
      parties.push(...(mention.actor ? [`actor:${mention.actor}`] : []), toName(wordsOf(document.text, mention)))
  }
  const { type, subType, status } = incident
  return {
    type,
    subType,
    status,
    days: joinDays(days),
    places: joinPlaces(places),
    parties: joinParties(parties),
    figures: joinFigures(figures),
  }
}

/** One sheet for an incident that two documents speak of. */
export const mergeSheets = (a: Sheet, b: Sheet): Sheet => ({
  ...a,
  days: joinDays([...a.days, ...b.days]),
  places: joinPlaces([...a.places, ...b.places]),
  parties: joinParties([...a.parties, ...b.parties]),
  figures: joinFigures([...a.figures, ...b.figures]),
})
