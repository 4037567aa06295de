import type { Sheet, SheetPlace } from './sheet.ts'

/** An incident to be linked, and one that the ledger holds. */
export type NewIncident = Readonly<{ local: string; sheet: Sheet }>
export type Candidate = Readonly<{ incident: string; sheet: Sheet }>

/** Where an incident of a document belongs: an incident of the ledger, or null for one of its own; and why. */
export type Match = Readonly<{ local: string; incident: string | null; score: number; because: readonly string[] }>

type Feature = Readonly<{ score: number; reason: string | null }> | null

/** Documents place one event by the village, the town or the base nearby. */
const NEAR_KM = 50
const KM_PER_DEGREE = 111.2
const DAY_MS = 86_400_000
/** "Overnight", time zones and a dateline's own day move an event by one. */
const SLACK_MS = DAY_MS

/** Kinds of event that reports of one event take for each other. */
const KIN: Readonly<Record<string, string>> = {
  Battles: 'fighting',
  'Explosions/Remote violence': 'fighting',
  'Violence against civilians': 'fighting',
  Protests: 'unrest',
  Riots: 'unrest',
  'Strategic developments': 'development',
}

const typeOf = (a: Sheet, b: Sheet): Feature => {
  if (a.subType === b.subType && a.type === b.type) return { score: 2, reason: `both ${a.subType}` }
  if (a.type === b.type) return { score: 1, reason: `both ${a.type}` }
  return KIN[a.type] === KIN[b.type] ? { score: 0, reason: null } : null
}

/** What is planned or threatened is not what happened. */
const statusOf = (a: Sheet, b: Sheet): Feature => (a.status === b.status ? { score: 0, reason: null } : null)

const daysOf = (a: Sheet, b: Sheet): Feature => {
  const [first, second] = [a.days[0], b.days[0]]
  if (!first || !second) return { score: 0, reason: null }
  const apart = Math.max(Date.parse(first.from) - Date.parse(second.to), Date.parse(second.from) - Date.parse(first.to))
  if (apart > SLACK_MS) return null
  return apart <= 0 ? { score: 2, reason: 'same day' } : { score: 1, reason: 'a day apart' }
}

const kmBetween = (a: SheetPlace, b: SheetPlace): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const turn = Math.abs(a.lon - b.lon)
  const x = Math.min(turn, 360 - turn) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(x, a.lat - b.lat) * KM_PER_DEGREE
}

const isNarrow = ({ precision }: SheetPlace): boolean => precision <= 3

const placesOf = (a: Sheet, b: Sheet): Feature => {
  const [ours, theirs] = [a.places.filter(isNarrow), b.places.filter(isNarrow)]
  if (ours.length === 0 || theirs.length === 0) return { score: 0, reason: null }
  let nearest: number | undefined
  for (const one of ours)
    for (const other of theirs) {
      const km = kmBetween(one, other)
      if (one.name === other.name && (km === undefined || km <= NEAR_KM)) return { score: 3, reason: `same place: ${one.name}` }
      if (km !== undefined && (nearest === undefined || km < nearest)) nearest = km
    }
  if (nearest === undefined) return { score: 0, reason: null }
  return nearest <= NEAR_KM ? { score: 2, reason: `places ${Math.round(nearest)} km apart` } : null
}

const MOST_PARTIES = 3

const partiesOf = (a: Sheet, b: Sheet): Feature => {
  const theirs = new Set(b.parties)
  const shared = a.parties.filter((party) => theirs.has(party))
  if (shared.length === 0) return { score: 0, reason: null }
  return { score: Math.min(shared.length, MOST_PARTIES), reason: `same parties: ${shared.slice(0, MOST_PARTIES).join(', ')}` }
}

const figuresOf = (a: Sheet, b: Sheet): Feature => {
  const same = a.figures.find((one) =>
    b.figures.some((other) => one.attribute === other.attribute && one.low !== null && one.low > 1 && one.low === other.low),
  )
  return same ? { score: 1, reason: `same figure: ${same.attribute} ${same.low}` } : { score: 0, reason: null }
}

const FEATURES = [typeOf, statusOf, daysOf, placesOf, partiesOf, figuresOf] as const

/**
 * At least two things beyond the kind of event must agree: day and place, day and party, place and party, or place and figure. Set by
 * hand for the first form; a threshold learnt from the linking corpora replaces it.
 */
const ENOUGH = 2

/** Compares two incidents; undefined where something said of one excludes the other, or too little agrees. */
export const compare = (a: Sheet, b: Sheet): Readonly<{ score: number; because: readonly string[] }> | undefined => {
  const features = FEATURES.map((feature) => feature(a, b))
  if (features.some((feature) => feature === null)) return undefined
  const agreeing = features.slice(2).filter((feature) => feature!.score > 0)
  if (agreeing.length < ENOUGH) return undefined
  return {
    score: features.reduce((sum, feature) => sum + feature!.score, 0),
    because: features.flatMap((feature) => feature!.reason ?? []),
  }
}

/**
 * Links the incidents of one document to incidents of the ledger, best pair first. A document that speaks of two incidents means two:
 * each of the ledger's takes at most one of them.
 */
export const link = (incidents: readonly NewIncident[], candidates: readonly Candidate[]): readonly Match[] => {
  const pairs = incidents.flatMap(({ local, sheet }) =>
    candidates.flatMap(({ incident, sheet: other }) => {
      const compared = compare(sheet, other)
      return compared ? [{ local, incident, ...compared }] : []
    }),
  )
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  pairs.sort((a, b) => b.score - a.score || order(a.local, b.local) || order(a.incident, b.incident))
  const matches = new Map<string, Match>()
  const taken = new Set<string>()
  for (const pair of pairs) {
    if (matches.has(pair.local) || taken.has(pair.incident)) continue
    matches.set(pair.local, pair)
    taken.add(pair.incident)
  }
  return incidents.map(({ local }) => matches.get(local) ?? { local, incident: null, score: 0, because: [] })
}
