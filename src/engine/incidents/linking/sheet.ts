import { type Claim, isFigureClaim } from '../../../model/claim.ts'
import type { Document } from '../../../model/document.ts'
import type { EventType, IncidentStatus, SubEventType } from '../../../model/incident.ts'
import type { Mention, PlaceMention, TimeMention } from '../../../model/mention.ts'
import { type Analysis, mainIncident } from '../../../model/reading.ts'
import { wordsOf } from '../../../model/span.ts'
import { type Line, linesOf, type Person } from './lines.ts'

/** `assumed`: the day was worked out from the document's own date ("on Sunday"). */
export type Days = Readonly<{ from: string; to: string; assumed?: true }>
export type SheetPlace = Readonly<{ name: string; country: string | null; lat: number | null; lon: number | null; precision: number }>

/** What linking compares of an incident: what is said of it, without who says so. Null and empty mean unknown. */
export type Sheet = Readonly<{
  type: EventType
  subType: SubEventType
  status: IncidentStatus
  /** Whether a document is mainly about it. */
  main: boolean
  /** The days that its date claims allow, narrowest first. */
  days: readonly Days[]
  /** The days on which its documents came out. */
  published: readonly string[]
  places: readonly SheetPlace[]
  /** Other places that its documents speak of. */
  around: readonly SheetPlace[]
  /** Ids of the actor register, and names in lower case. */
  parties: readonly string[]
  figures: readonly Readonly<{ attribute: string; low: number | null; high: number | null }>[]
  people: readonly Person[]
  ages: readonly number[]
  /** Streets and buildings. */
  spots: readonly string[]
  words: readonly string[]
  names: readonly string[]
  /** The sheets of single documents that this one was put together from, for a few of them; empty: it is one itself. */
  members: readonly Sheet[]
  /** In the ledger: which telling a single sheet is of. */
  telling?: string
  /** How many tellings it was put together from, where that is more than its members. */
  size?: number
  /** A person has judged what stands together here: the machine takes nothing out. */
  fixed?: true
}>

/** A sheet that has grown this long says no more by growing: the cost of adding a document stays flat. */
const MOST = 40
const MOST_WORDS = 400
/** So many documents of an incident are compared with a new one; more would say the same. */
const MOST_MEMBERS = 6

/** What a sheet is made of. */
export type Told = Pick<Analysis, 'mentions' | 'incidents' | 'claims'> &
  Readonly<{ document: Pick<Document, 'text'> & Partial<Pick<Document, 'passages' | 'published'>> }>

/** An incident's sheet before the words of its lines are filled in, and which lines of the document are its own. */
export type Draft = Readonly<{ local: string; sheet: Sheet; lines: readonly number[] }>
export type Drafts = Readonly<{ lines: readonly Line[]; incidents: readonly Draft[] }>

const ACTUAL: ReadonlySet<string> = new Set(['asserted', 'alleged', 'denied'])

/** A name as it is compared: lower case, one space, no determiner. */
export const toName = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, '')

const widthOf = ({ from, to }: Days): number => Date.parse(to) - Date.parse(from)

const toDays = ({ from, to, assumed }: TimeMention): Days | undefined => {
  const [first, last] = [from?.slice(0, 10), to?.slice(0, 10)]
  if (first?.length !== 10 || last?.length !== 10) return undefined
  return assumed.includes('day') ? { from: first, to: last, assumed: true } : { from: first, to: last }
}

const toPlace = (place: PlaceMention, text: string): SheetPlace => ({
  name: toName(place.name ?? wordsOf(text, place)),
  country: place.country,
  lat: place.lat,
  lon: place.lon,
  precision: place.precision,
})

/** Each thing once, by all that it says: its own form may have lost the order of its fields. */
const unique = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown, most = MOST): readonly Item[] => {
  const seen = new Map<unknown, Item>()
  for (const item of items) {
    const key = keyOf(item)
    if (!seen.has(key)) seen.set(key, item)
  }
  return [...seen.values()].slice(0, most)
}

const same = <Item>(item: Item): Item => item
const keyOfDays = ({ from, to }: Days): string => `${from}/${to}`
const keyOfPlace = (place: SheetPlace): string => JSON.stringify([place.name, place.country, place.lat, place.lon, place.precision])
const keyOfFigure = ({ attribute, low, high }: Sheet['figures'][number]): string => `${attribute} ${low} ${high}`
const keyOfPerson = ({ name, age }: Person): string => `${name} ${age}`

const joinDays = (days: readonly Days[]): readonly Days[] =>
  unique(days, keyOfDays).toSorted((a, b) => widthOf(a) - widthOf(b) || (a.from < b.from ? -1 : 1))

const mentionOf = (claim: Claim): string | undefined =>
  'mention' in claim.value ? claim.value.mention : 'party' in claim.value ? claim.value.party : undefined

const isElsewhere = (claim: Claim): boolean =>
  claim.attribute === 'place' && (claim.value.role === 'launched-from' || claim.value.role === 'treated-at')

const isPlace = (mention: Mention): mention is PlaceMention => mention.kind === 'place'

/** Sheets as far as the claims tell, and the lines of the document that tell of each incident. */
export const toDrafts = ({ document, mentions, incidents, claims }: Told): Drafts => {
  const { text, passages, published } = document
  const lines = linesOf(text, passages, mentions)
  const byId = new Map<string, Mention>(mentions.map((mention) => [mention.id, mention]))
  const main = mainIncident({ incidents, claims })?.id
  const isInLine = ({ start }: Mention): boolean => start < (lines[lineAt(lines, start)]?.span.end ?? 0)
  const around = unique(mentions.filter(isPlace).filter(isInLine), (place) => place.geonameId ?? place.name ?? wordsOf(text, place)).map(
    (place) => toPlace(place, text),
  )
  const own = ownLines(lines, claims)
  const groups = groupClaims(claims)
  const claimed = claims.flatMap((claim) => {
    const place = claim.attribute === 'place' ? byId.get(claim.value.mention) : undefined
    return place?.kind === 'place' ? [{ incident: claim.incident, key: keyOfPlace(toPlace(place, text)) }] : []
  })
  const sheets = incidents.map(({ id, type, subType, status }): Draft => {
    const days: Days[] = []
    const places: SheetPlace[] = []
    const parties: string[] = []
    const figures: Sheet['figures'][number][] = []
    for (const claim of groups.get(id) ?? []) {
      if (!ACTUAL.has(claim.modality)) continue
      if (isFigureClaim(claim)) {
        if (claim.value.extent === 'total') figures.push({ attribute: claim.attribute, low: claim.value.low, high: claim.value.high })
        continue
      }
      const mention = byId.get(mentionOf(claim) ?? '')
      if (!mention) continue
      if (claim.attribute === 'date' && mention.kind === 'time') days.push(...[toDays(mention) ?? []].flat())
      if (claim.attribute === 'place' && mention.kind === 'place' && !isElsewhere(claim)) places.push(toPlace(mention, text))
      if (mention.kind === 'party' && mention.named)
        parties.push(...(mention.actor ? [`actor:${mention.actor}`] : []), toName(wordsOf(text, mention)))
    }
    const mine = own.get(id)
    return {
      local: id,
      // A line that tells of no incident belongs to the one that the document is about.
      lines: lines.flatMap((_, i) => (mine?.has(i) || (id === main && !own.get('')?.has(i)) ? [i] : [])),
      sheet: {
        type,
        subType,
        status,
        main: id === main,
        days: joinDays(days),
        published: published && published.length >= 10 ? [published.slice(0, 10)] : [],
        places: unique(places, keyOfPlace),
        around:
          id === main ? around.filter((place) => !claimed.some((other) => other.incident !== id && other.key === keyOfPlace(place))) : [],
        parties: unique(parties, same),
        figures: unique(figures, keyOfFigure),
        people: [],
        ages: [],
        spots: [],
        words: [],
        names: [],
        members: [],
      },
    }
  })
  return { lines, incidents: sheets }
}

/** The line that an offset stands in, or the one before it. */
const lineAt = (lines: readonly Line[], offset: number): number => {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.span.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The lines in which claims of each incident stand; under "" those of any. */
const ownLines = (lines: readonly Line[], claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<number>> => {
  const own = new Map<string, Set<number>>([['', new Set()]])
  for (const { incident, spans } of claims) {
    const mine = own.get(incident) ?? new Set()
    own.set(incident, mine)
    for (const { start } of spans) {
      const line = lineAt(lines, start)
      mine.add(line)
      own.get('')!.add(line)
    }
  }
  return own
}

const groupClaims = (claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> => {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const own = groups.get(claim.incident)
    if (own) own.push(claim)
    else groups.set(claim.incident, [claim])
  }
  return groups
}

/** A sheet with the words of its lines, save those lines that are known to stand in many documents. */
export const fillSheet = (
  { sheet, lines: own }: Draft,
  lines: readonly Line[],
  isBoilerplate: (key: number) => boolean = () => false,
): Sheet => {
  const mine = own.map((i) => lines[i]!).filter(({ key }) => !isBoilerplate(key))
  return {
    ...sheet,
    people: unique(
      mine.flatMap(({ people }) => people),
      keyOfPerson,
    ),
    ages: unique(
      mine.flatMap(({ ages }) => ages),
      same,
    ),
    spots: unique(
      mine.flatMap(({ spots }) => spots),
      same,
    ),
    words: unique(
      mine.flatMap(({ words }) => words),
      same,
      MOST_WORDS,
    ),
    names: unique(
      mine.flatMap(({ names }) => names),
      same,
      MOST_WORDS,
    ),
  }
}

/** The sheet of one incident of an analysis. */
export const toSheet = (told: Told, id: string): Sheet => {
  const { lines, incidents } = toDrafts(told)
  return fillSheet(incidents.find(({ local }) => local === id)!, lines)
}

/** The single documents' sheets that a sheet stands for. */
export const membersOf = (sheet: Sheet): readonly Sheet[] => (sheet.members.length > 0 ? sheet.members : [sheet])

/** How many tellings a sheet stands for. */
export const sizeOf = (sheet: Sheet): number => sheet.size ?? membersOf(sheet).length

/** One sheet for an incident that two documents speak of. */
export const mergeSheets = ({ telling, ...a }: Sheet, b: Sheet): Sheet => ({
  ...a,
  main: a.main || b.main,
  days: joinDays([...a.days, ...b.days]),
  published: unique([...a.published, ...b.published], same),
  places: unique([...a.places, ...b.places], keyOfPlace),
  around: unique([...a.around, ...b.around], keyOfPlace),
  parties: unique([...a.parties, ...b.parties], same),
  figures: unique([...a.figures, ...b.figures], keyOfFigure),
  people: unique([...a.people, ...b.people], keyOfPerson),
  ages: unique([...a.ages, ...b.ages], same),
  spots: unique([...a.spots, ...b.spots], same),
  words: unique([...a.words, ...b.words], same, MOST_WORDS),
  names: unique([...a.names, ...b.names], same, MOST_WORDS),
  members: [...membersOf(telling === undefined ? a : { ...a, telling }), ...membersOf(b)].slice(0, MOST_MEMBERS),
  size: sizeOf(a) + sizeOf(b),
  ...(a.fixed || b.fixed ? { fixed: true as const } : {}),
})

/** One sheet for an incident that several documents speak of: the same whatever the order in which they came in. */
export const joinSheets = (sheets: readonly Sheet[]): Sheet =>
  sheets.toSorted((a, b) => ((a.telling ?? '') < (b.telling ?? '') ? -1 : 1)).reduce((a, b) => mergeSheets(a, b))
