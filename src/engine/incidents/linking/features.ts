import type { Rarity } from './rarity.ts'
import type { Days, Sheet, SheetPlace } from './sheet.ts'

/** A sign for or against two incidents being one: its name (which has a weight), how strong it is here, and what to tell a person. */
export type Sign = Readonly<{ name: string; value: number; reason?: string }>

const DAY_MS = 86_400_000
const KM_PER_DEGREE = 111.2

/** Words of a sheet as vectors: made once for each sheet, compared often. */
export type Weighed = Readonly<{
  sheet: Sheet
  words: ReadonlyMap<string, number>
  names: ReadonlyMap<string, number>
  norm: number
  nameNorm: number
  wordSum: number
  /** Days as numbers, narrow ones only; places that are narrow enough to be compared. */
  days: readonly DaySpan[]
  published: readonly number[]
  narrow: readonly SheetPlace[]
  region: readonly SheetPlace[]
  ages: ReadonlySet<number>
}>

type DaySpan = Readonly<{ from: number; to: number; assumed: boolean }>

/** Wider than this, a date says little ("this month"). */
const NARROW_DAYS = 4
/** Places of a document that are held against those of another: the first ones are the ones it is about. */
const MOST_REGION = 8

const toDaySpan = ({ from, to, assumed }: Days): DaySpan => ({
  from: Date.parse(from) / DAY_MS,
  to: Date.parse(to) / DAY_MS,
  assumed: assumed === true,
})

/** Narrow enough to tell one event from another: a district at most. */
const isNarrow = ({ precision }: SheetPlace): boolean => precision <= 3

const weigh = (words: readonly string[], rarity: Rarity): ReadonlyMap<string, number> => new Map(words.map((word) => [word, rarity(word)]))
const normOf = (weights: ReadonlyMap<string, number>): number => {
  let sum = 0
  for (const weight of weights.values()) sum += weight * weight
  return Math.sqrt(sum)
}

export const toWeighed = (sheet: Sheet, rarity: Rarity): Weighed => {
  const words = weigh(sheet.words, rarity)
  const names = weigh(sheet.names, rarity)
  let wordSum = 0
  for (const weight of words.values()) wordSum += weight
  const narrow = sheet.places.filter(isNarrow)
  return {
    sheet,
    words,
    names,
    norm: normOf(words),
    nameNorm: normOf(names),
    wordSum,
    days: sheet.days.map(toDaySpan).filter(({ from, to }) => to - from <= NARROW_DAYS),
    published: sheet.published.map((day) => Date.parse(day) / DAY_MS),
    narrow,
    region: [...narrow, ...sheet.around.filter(isNarrow)].slice(0, MOST_REGION),
    ages: new Set([...sheet.ages, ...sheet.people.flatMap(({ age }) => age ?? [])]),
  }
}

const dot = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, weight] of less) if (more.has(word)) sum += weight * weight
  return sum
}

const hinges = (name: string, value: number, at: readonly number[]): readonly Sign[] =>
  at.map((from) => ({ name: `${name}-over-${from}`, value: Math.max(0, value - from) }))

/** Words this rare (some one text in a hundred or fewer) are worth naming to a person. */
const TELLING = 4.5
const MOST_NAMED = 5

const textSigns = (a: Weighed, b: Weighed): readonly Sign[] => {
  const nameCosine = a.nameNorm * b.nameNorm === 0 ? 0 : dot(a.names, b.names) / (a.nameNorm * b.nameNorm)
  const [less, more] = a.words.size <= b.words.size ? [a, b] : [b, a]
  const shared = [...less.words].filter(([word]) => more.words.has(word))
  const cosine = a.norm * b.norm === 0 ? 0 : shared.reduce((sum, [, weight]) => sum + weight * weight, 0) / (a.norm * b.norm)
  const sharedSum = shared.reduce((sum, [, weight]) => sum + weight, 0)
  const contained = less.wordSum === 0 ? 0 : sharedSum / Math.min(a.wordSum, b.wordSum)
  const rare = shared.filter(([, weight]) => weight >= TELLING).sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  const excess = rare.reduce((sum, [, weight]) => sum + (weight - TELLING), 0)
  const reason =
    rare.length > 0
      ? `rare words shared: ${rare
          .slice(0, MOST_NAMED)
          .map(([word]) => word)
          .join(', ')}`
      : undefined
  const short = Math.min(a.words.size, b.words.size) < 40
  return [
    ...hinges('words', cosine, [0, 0.1, 0.2, 0.35]),
    ...hinges('names', nameCosine, [0, 0.1, 0.25, 0.5]),
    ...hinges('contained', contained, [0, 0.2, 0.4, 0.6]),
    { name: 'rare', value: Math.log1p(excess), ...(reason ? { reason } : {}) },
    { name: 'short', value: short ? 1 : 0 },
  ]
}

const bucket = (value: number, edges: readonly number[]): string => {
  const i = edges.findIndex((edge) => value <= edge)
  return i < 0 ? `over-${edges.at(-1)}` : `to-${edges[i]}`
}

const apart = (a: DaySpan, b: DaySpan): number => Math.max(0, a.from - b.to, b.from - a.to)

const least = <A, B>(as: readonly A[], bs: readonly B[], distance: (a: A, b: B) => number | undefined): number | undefined => {
  let found: number | undefined
  for (const a of as)
    for (const b of bs) {
      const one = distance(a, b)
      if (one !== undefined && (found === undefined || one < found)) found = one
    }
  return found
}

const tellDays = (days: number): string => (days === 0 ? 'same day' : days === 1 ? 'a day apart' : `${days} days apart`)

const timeSigns = (a: Weighed, b: Weighed): readonly Sign[] => {
  const signs: Sign[] = []
  const [ours, theirs] = [a.days, b.days]
  const days = least(ours, theirs, apart)
  if (days === undefined) signs.push({ name: 'day-unknown', value: 1 })
  else {
    const assumed = ours[0]?.assumed || theirs[0]?.assumed ? 'assumed' : 'stated'
    signs.push({ name: `day-${bucket(days, [0, 1, 3, 10, 60])}-${assumed}`, value: 1, reason: tellDays(days) })
    const first = apart(ours[0]!, theirs[0]!)
    if (first > 1 && days <= 1) signs.push({ name: 'first-day-other', value: 1 })
  }
  const between = least(a.published, b.published, (x, y) => Math.abs(x - y))
  if (between === undefined) {
    // A day that is said of one incident can still be held against the day on which the other's report came out.
    const after = least(a.days, b.published, (x, y) => y - x.to)
    const before = least(b.days, a.published, (x, y) => y - x.to)
    const gap = after ?? before
    signs.push({ name: gap === undefined ? 'published-unknown' : gap < -1 || gap > 60 ? 'published-far' : 'published-unknown', value: 1 })
  } else
    signs.push({
      name: `published-${bucket(between, [0, 1, 3, 7, 20, 60, 200])}`,
      value: 1,
      ...(between <= 7 ? { reason: between === 0 ? 'published the same day' : `published ${between} days apart` } : {}),
    })
  return signs
}

const kmBetween = (a: SheetPlace, b: SheetPlace): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const turn = Math.abs(a.lon - b.lon)
  const x = Math.min(turn, 360 - turn) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(x, a.lat - b.lat) * KM_PER_DEGREE
}

/** A name this rare (some six in a hundred texts) says as much as places say on the average. */
const USUAL_PLACE = 3

const rarityOfPlace = ({ name }: SheetPlace, rarity: Rarity): number => Math.max(...name.split(' ').map(rarity)) - USUAL_PLACE

const placeSigns = (first: Weighed, second: Weighed, rarity: Rarity): readonly Sign[] => {
  const signs: Sign[] = []
  const [a, b] = [first.sheet, second.sheet]
  const [ours, theirs] = [first.narrow, second.narrow]
  const km = least(ours, theirs, kmBetween)
  if (km === undefined) {
    // Two towns that no gazetteer has are still two towns.
    const named = new Set(theirs.map(({ name }) => name))
    const apart = ours.length > 0 && named.size > 0 && !ours.some(({ name }) => named.has(name))
    signs.push({ name: apart ? 'place-name-other' : 'place-unknown', value: 1 })
  } else {
    const shared = ours.find((one) => theirs.some((other) => other.name === one.name))
    if (shared && km <= 15) signs.push({ name: 'place-rarity', value: rarityOfPlace(shared, rarity) })
    signs.push({
      name: `place-${bucket(km, [2, 15, 50, 200])}`,
      value: 1,
      ...(km <= 50 ? { reason: km <= 2 ? `same place: ${shared?.name ?? ours[0]!.name}` : `places ${Math.round(km)} km apart` } : {}),
    })
  }
  const wide = least(first.region, second.region, kmBetween)
  signs.push({ name: wide === undefined ? 'region-unknown' : `region-${bucket(wide, [2, 15, 50, 200])}`, value: 1 })
  const common =
    wide !== undefined && wide <= 15 ? first.region.find(({ name }) => second.region.some((other) => other.name === name)) : undefined
  if (common) signs.push({ name: 'region-rarity', value: rarityOfPlace(common, rarity) })
  const countries = [...a.places, ...a.around].flatMap(({ country }) => country ?? [])
  const others = new Set([...b.places, ...b.around].flatMap(({ country }) => country ?? []))
  if (countries.length > 0 && others.size > 0 && !countries.some((country) => others.has(country)))
    signs.push({ name: 'country-other', value: 1 })
  return signs
}

const spotSigns = ({ sheet: a }: Weighed, { sheet: b }: Weighed): readonly Sign[] => {
  const theirs = new Set(b.spots)
  const shared = a.spots.filter((spot) => theirs.has(spot))
  const exact = shared.find((spot) => /^\d{2,} /.test(spot))
  if (exact) return [{ name: 'block-same', value: 1, reason: `same address: ${exact}` }]
  if (shared.length > 0)
    return [{ name: 'spot-same', value: Math.min(2, shared.length), reason: `same place named: ${shared.slice(0, 3).join(', ')}` }]
  const streets = (spots: readonly string[]): boolean => spots.some((spot) => spot.endsWith(' st'))
  return streets(a.spots) && streets(b.spots) ? [{ name: 'street-other', value: 1 }] : []
}

const peopleSigns = (one: Weighed, two: Weighed, rarity: Rarity): readonly Sign[] => {
  const [a, b] = [one.sheet, two.sheet]
  const signs: Sign[] = []
  const byName = new Map(b.people.map((person) => [person.name, person]))
  const shared = new Map<string, number>()
  let aged = 0
  for (const person of a.people) {
    const other = byName.get(person.name)
    if (!other || shared.has(person.name)) continue
    const [given, last] = person.name.split(' ')
    shared.set(person.name, (rarity(given!) + rarity(last!)) / 2)
    if (person.age !== null && b.people.some(({ name, age }) => name === person.name && age === person.age)) aged++
  }
  const names = [...shared].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
  if (names.length > 0) {
    const reason = `persons named in both: ${names
      .slice(0, 3)
      .map(([name]) => name)
      .join(', ')}`
    signs.push({ name: 'person-same', value: 1, reason })
    signs.push({ name: 'person-same-rarity', value: names[0]![1] - 5 })
    if (names.length > 1) signs.push({ name: 'persons-same', value: Math.min(3, names.length - 1) })
    if (aged > 0) signs.push({ name: 'person-same-age', value: 1 })
  } else if (a.people.length > 0 && b.people.length > 0) {
    const lasts = new Set(b.people.filter(({ age }) => age !== null).map(({ last, age }) => `${last} ${age}`))
    if (a.people.some(({ last, age }) => lasts.has(`${last} ${age}`))) signs.push({ name: 'last-name-and-age', value: 1 })
    else {
      signs.push({ name: 'person-other', value: 1 })
      if (a.people.some(({ age }) => age !== null) && lasts.size > 0) signs.push({ name: 'aged-person-other', value: 1 })
    }
  } else signs.push({ name: 'person-unknown', value: 1 })
  const [ours, theirs] = [one.ages, two.ages]
  if (ours.size > 0 && theirs.size > 0) {
    const common = [...ours].filter((age) => theirs.has(age)).length
    const all = Math.min(ours.size, theirs.size)
    signs.push(
      common === 0
        ? { name: 'ages-other', value: 1 }
        : { name: common > 1 ? 'ages-same' : 'age-same', value: common / all, reason: common > 1 ? 'same ages' : 'same age' },
    )
  }
  return signs
}

type Range = Sheet['figures'][number]
const meets = (a: Range, b: Range): boolean =>
  (a.low ?? 0) <= (b.high ?? Number.POSITIVE_INFINITY) && (b.low ?? 0) <= (a.high ?? Number.POSITIVE_INFINITY)

const tollSigns = ({ sheet: a }: Weighed, { sheet: b }: Weighed): readonly Sign[] =>
  ['killed', 'wounded'].flatMap((attribute): readonly Sign[] => {
    const [ours, theirs] = [a, b].map(({ figures }) => figures.filter((one) => one.attribute === attribute)) as [Range[], Range[]]
    if (ours.length === 0 || theirs.length === 0) return []
    const equal = ours.find((one) => one.low !== null && theirs.some((other) => other.low === one.low && other.high === one.high))
    if (equal) {
      const large = equal.low! > 2
      return [
        { name: `${attribute}-same${large ? '-large' : ''}`, value: 1, ...(large ? { reason: `both ${equal.low} ${attribute}` } : {}) },
      ]
    }
    return [{ name: `${attribute}-${ours.some((one) => theirs.some((other) => meets(one, other))) ? 'meets' : 'other'}`, value: 1 }]
  })

const partySigns = ({ sheet: a }: Weighed, { sheet: b }: Weighed): readonly Sign[] => {
  const theirs = new Set(b.parties)
  const shared = a.parties.filter((party) => theirs.has(party))
  return shared.length === 0
    ? []
    : [{ name: 'party-same', value: Math.min(3, shared.length), reason: `same parties: ${shared.slice(0, 3).join(', ')}` }]
}

/** Kinds of event that reports of one event take for each other. */
const KIN: Readonly<Record<Sheet['type'], string>> = {
  Battles: 'fighting',
  'Explosions/Remote violence': 'fighting',
  'Violence against civilians': 'fighting',
  Protests: 'unrest',
  Riots: 'unrest',
  'Strategic developments': 'development',
}

const typeSigns = ({ sheet: a }: Weighed, { sheet: b }: Weighed): readonly Sign[] => {
  if (a.subType === b.subType) return [{ name: 'type-same', value: 1, reason: `both ${a.subType}` }]
  return [{ name: a.type === b.type || KIN[a.type] === KIN[b.type] ? 'type-near' : 'type-other', value: 1 }]
}

/** What a document mentions beside its subject is told in few words, and often is a part or an echo of the subject. */
const roleSigns = ({ sheet: a }: Weighed, { sheet: b }: Weighed): readonly Sign[] =>
  a.main && b.main ? [] : [{ name: a.main || b.main ? 'one-beside' : 'both-beside', value: 1 }]

/** Another day and another place: each alone is often a slip of the reporter or the reader, both together are another event. */
const apartSigns = (a: Weighed, b: Weighed): readonly Sign[] => {
  const days = least(a.days, b.days, apart)
  if (days === undefined || days <= 1) return []
  const km = least(a.narrow, b.narrow, kmBetween)
  return km !== undefined && km > 50 ? [{ name: 'day-and-place-other', value: 1 }] : []
}

/** All signs for and against two incidents being one. */
export const signsOf = (a: Weighed, b: Weighed, rarity: Rarity): readonly Sign[] => [
  ...roleSigns(a, b),
  ...typeSigns(a, b),
  ...timeSigns(a, b),
  ...placeSigns(a, b, rarity),
  ...apartSigns(a, b),
  ...spotSigns(a, b),
  ...peopleSigns(a, b, rarity),
  ...tollSigns(a, b),
  ...partySigns(a, b),
  ...textSigns(a, b),
]
