import type { Sheet, SheetPlace } from './sheet.ts'

/** An incident to be linked, and one that the ledger holds. */
export type NewIncident = Readonly<{ local: string; sheet: Sheet }>
export type Candidate = Readonly<{ incident: string; sheet: Sheet }>

/** Where an incident of a document belongs: an incident of the ledger, or null for one of its own; and why. */
export type Match = Readonly<{ local: string; incident: string | null; score: number; because: readonly string[] }>

/** How much two incidents agree in one respect, and why; null: they cannot be the same. */
type Feature = Readonly<{ score: number; reason: string | null }> | null

/** Documents place one event by the village, the town or the base nearby. */
const NEAR_KM = 50
/** Where both name the very place, it is another one at this distance. */
const APART_KM = 15
const KM_PER_DEGREE = 111.2
const DAY_MS = 86_400_000
/** "Overnight", time zones and a dateline's own day move an event by one. */
const SLACK_MS = DAY_MS

const SILENT: Feature = { score: 0, reason: null }

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
  if (a.subType === b.subType && a.type === b.type) return { score: 1, reason: `both ${a.subType}` }
  if (a.type === b.type) return { score: 0.5, reason: `both ${a.type}` }
  return KIN[a.type] === KIN[b.type] ? SILENT : null
}

/** What is planned or threatened is not what happened. */
const statusOf = (a: Sheet, b: Sheet): Feature => (a.status === b.status ? SILENT : null)

const daysOf = (a: Sheet, b: Sheet): Feature => {
  const [first, second] = [a.days[0], b.days[0]]
  if (!first || !second) return SILENT
  const apart = Math.max(Date.parse(first.from) - Date.parse(second.to), Date.parse(second.from) - Date.parse(first.to))
  if (apart > SLACK_MS) return null
  return apart <= 0 ? { score: 1, reason: 'same day' } : { score: 0.5, reason: 'a day apart' }
}

const kmBetween = (a: SheetPlace, b: SheetPlace): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const turn = Math.abs(a.lon - b.lon)
  const x = Math.min(turn, 360 - turn) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(x, a.lat - b.lat) * KM_PER_DEGREE
}

/** UCDP where_prec: 1 and 2 name the place or one beside it, 3 its district, 4 its province. */
const EXACT = 2
const NARROW = 4

const comparePlaces = (a: SheetPlace, b: SheetPlace): Feature => {
  const km = kmBetween(a, b)
  const exact = a.precision <= EXACT && b.precision <= EXACT
  const near = exact ? APART_KM : NEAR_KM
  if (km !== undefined && km > near) return null
  if (a.name === b.name) return { score: exact ? 2 : 1, reason: `same place: ${a.name}` }
  return km === undefined ? SILENT : { score: 1, reason: `places ${Math.round(km)} km apart` }
}

/** The best of all pairs: an incident is placed by the village and by the town beside it. */
const placesOf = (a: Sheet, b: Sheet): Feature => {
  let best: Feature | undefined
  for (const one of a.places)
    for (const other of b.places) {
      if (one.precision > NARROW || other.precision > NARROW) continue
      const compared = comparePlaces(one, other)
      if (best === undefined || (compared?.score ?? -1) > (best?.score ?? -1)) best = compared
    }
  return best === undefined ? SILENT : best
}

const MOST_PARTIES = 3

const partiesOf = (a: Sheet, b: Sheet): Feature => {
  const theirs = new Set(b.parties)
  const shared = a.parties.filter((party) => theirs.has(party))
  return shared.length === 0 ? SILENT : { score: 1, reason: `same parties: ${shared.slice(0, MOST_PARTIES).join(', ')}` }
}

const figuresOf = (a: Sheet, b: Sheet): Feature => {
  const same = a.figures.find((one) =>
    b.figures.some((other) => one.attribute === other.attribute && one.low !== null && one.low > 1 && one.low === other.low),
  )
  return same ? { score: 1, reason: `same figure: ${same.attribute} ${same.low}` } : SILENT
}

/** What must not be excluded, and what must agree. */
const CONDITIONS = [typeOf, statusOf] as const
const EVIDENCE = [daysOf, placesOf, partiesOf, figuresOf] as const

/**
 * How much must agree beside the kind of event: the day and the very place; or the day, somewhere near, and a party or a figure; or,
 * where nobody says the day, the very place and a party. Parties alone join nothing: the same ones fight every day. Set by hand for
 * the first form; a threshold learnt from pairs replaces it.
 */
const ENOUGH = 3

const sum = (features: readonly Feature[]): number => features.reduce((total, feature) => total + feature!.score, 0)

/** Compares two incidents; undefined where something said of one excludes the other, or too little agrees. */
export const compare = (a: Sheet, b: Sheet): Readonly<{ score: number; because: readonly string[] }> | undefined => {
  const conditions = CONDITIONS.map((feature) => feature(a, b))
  const evidence = EVIDENCE.map((feature) => feature(a, b))
  const all = [...conditions, ...evidence]
  if (all.includes(null) || sum(evidence) < ENOUGH) return undefined
  return { score: sum(all), because: all.flatMap((feature) => feature!.reason ?? []) }
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
