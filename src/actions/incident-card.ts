import type { IncidentParts } from '../ledger/load-incident.ts'
import { type Attribute, isFigureAttribute } from '../model/claim.ts'
import type { Incident } from '../model/incident.ts'
import { standingValue } from '../model/judgement.ts'
import type { IncidentCard, IncidentRecord, TollRange } from '../model/record.ts'
import { findRivals } from '../publish/differ.ts'
import { rangeEstimates } from '../publish/estimate/range.ts'
import { listSaid, type Said } from '../publish/said.ts'
import { listCardParties, listCardWeapons } from './card-parties.ts'
import { namedActors } from './named-actors.ts'

type Dated = Readonly<{ from: string; to: string; value: string | null }>

const isCurrent = ({ standing, claim }: Said): boolean =>
  standing === 'current' && (claim.modality === 'asserted' || claim.modality === 'alleged')

const widthOf = ({ from, to }: Dated): number => Date.parse(to) - Date.parse(from)

const DAY_MS = 86_400_000

/** The days of the narrowest date claims: "in December" adds nothing to "29 December". */
const toDate = (said: readonly Said[]): IncidentCard['date'] => {
  const dates = said.flatMap((each): readonly Dated[] => {
    const mention = each.record.mention?.mention
    if (each.claim.attribute !== 'date' || !isCurrent(each) || mention?.kind !== 'time' || !mention.from) return []
    const range = { from: mention.from.slice(0, 10), to: (mention.to ?? mention.from).slice(0, 10), value: mention.value }
    return Number.isFinite(widthOf(range)) ? [range] : []
  })
  if (dates.length === 0) return null
  const narrowest = Math.min(...dates.map(widthOf))
  const narrow = dates.filter((date) => widthOf(date) <= narrowest + DAY_MS)
  const values = [...new Set(narrow.flatMap(({ value }) => value ?? []))]
  return {
    from: narrow.map(({ from }) => from).toSorted()[0]!,
    to: narrow
      .map(({ to }) => to)
      .toSorted()
      .at(-1)!,
    values,
  }
}

const listPlaces = (said: readonly Said[]): readonly NonNullable<IncidentCard['place']>[] =>
  said.flatMap(({ claim, record, ...rest }) => {
    const mention = record.mention?.mention
    const isHit = claim.attribute === 'place' && (claim.value.role ?? 'hit') === 'hit'
    if (!isHit || !isCurrent({ claim, record, ...rest }) || mention?.kind !== 'place') return []
    const { name, country, lat, lon, precision, radiusM } = mention
    return [{ name: name ?? record.mention!.words, country, lat, lon, precision, radiusM }]
  })

/** Located before unlocated, then the most precise, then the first said. */
const toPlace = (places: readonly NonNullable<IncidentCard['place']>[]): IncidentCard['place'] =>
  places.toSorted((a, b) => Number(a.lat === null) - Number(b.lat === null) || a.precision - b.precision)[0] ?? null

const TOLLS = ['killed', 'wounded', 'missing', 'captured', 'displaced'] as const

const toTolls = (record: IncidentRecord, said: readonly Said[]): IncidentCard['tolls'] =>
  Object.fromEntries(
    TOLLS.flatMap((attribute): readonly [string, TollRange][] => {
      const [widest] = rangeEstimates(record, attribute, said)
      if (!widest) return []
      const claims = said.filter(({ claim }) => claim.attribute === attribute && isFigureAttribute(claim.attribute))
      const approximate = claims.every(({ claim }) => 'approximate' in claim.value && claim.value.approximate)
      return [[attribute, { low: widest.low, high: widest.high, approximate, claims: claims.length }]]
    }),
  )

/** Of one attribute, at most this many claims are compared with each other: past that the answer no longer changes. */
const MOST_COMPARED = 60

const toDiffers = (said: readonly Said[]): readonly Attribute[] =>
  [...Map.groupBy(said, ({ claim }) => claim.attribute)].flatMap(([attribute, all]) =>
    findRivals(all.slice(0, MOST_COMPARED)).size > 0 ? [attribute] : [],
  )

/** Of what documents call it: that of the one with most claims, as long as it happened for anybody. */
const toTelling = ({ tellings, claims }: IncidentParts): Incident => {
  const counts = new Map<string, number>()
  for (const { document } of claims) counts.set(document, (counts.get(document) ?? 0) + 1)
  const happened = tellings.filter(({ incident }) => incident.status === 'happened')
  const among = happened.length > 0 ? happened : tellings
  return among.toSorted((a, b) => (counts.get(b.document) ?? 0) - (counts.get(a.document) ?? 0))[0]!.incident
}

/** An incident's record with its card, both made from what the ledger keeps. */
export const toIncidentRecord = (parts: IncidentParts): IncidentRecord => {
  const { type, subType, status, title } = toTelling(parts)
  const { tellings: _, added, updated, ...kept } = parts
  const rest = { ...kept, actors: namedActors(parts.mentions, parts.claims) }
  const bare: IncidentCard = {
    id: parts.id,
    title,
    type,
    subType,
    status,
    date: null,
    place: null,
    countries: [],
    tolls: {},
    differs: [],
    parties: [],
    weapons: [],
    documents: parts.documents.length,
    texts: new Set(parts.documents.map(({ copyGroup }) => copyGroup)).size,
    origins: 0,
    claims: parts.claims.length,
    checked: parts.claims.filter(({ review, hand }) => review.state !== 'unread' || hand !== null).length,
    publication: standingValue(parts.judgements, 'status', ({ target }) => target === parts.id)?.value.status ?? 'draft',
    added,
    updated,
  }
  const record: IncidentRecord = { ...rest, card: bare }
  const said = listSaid(record)
  const places = listPlaces(said)
  const card: IncidentCard = {
    ...bare,
    date: toDate(said),
    place: toPlace(places),
    countries: [...new Set(places.flatMap(({ country }) => country ?? []))].toSorted(),
    tolls: toTolls(record, said),
    differs: toDiffers(said),
    parties: listCardParties(said),
    weapons: listCardWeapons(said),
    origins: new Set(said.filter(({ standing }) => standing !== 'rejected').map(({ origin }) => origin.key)).size,
  }
  return { ...rest, card }
}
