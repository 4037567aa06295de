import type { FigureAttribute, Scope } from '../../model/claim.ts'
import { standingPairs } from '../../model/judgement.ts'
import type { PlaceMention } from '../../model/mention.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { indexMentions, type MentionIndex, scopeWords } from '../claim-words.ts'
import { kmBetween } from '../distance.ts'
import { groupBy } from '../group.ts'
import { nameKey } from '../origin.ts'
import type { Said } from '../said.ts'
import { figureOf } from './enter.ts'

/** Claims of one attribute whose figures cover the same, so that they may be held against each other. */
export type Pool = Readonly<{
  attribute: FigureAttribute
  /** By which a judgement names the scope; empty: the whole incident. */
  scopeKey: string
  /** `in Iraq`; null: the whole incident. */
  scope: string | null
  said: readonly Said[]
  /** Why figures that do not say the same of what they cover stand together. */
  reasons: readonly string[]
}>

type Draft = { keys: Set<string>; said: Said[]; reasons: string[] }

const placesOf = (index: MentionIndex, said: Said): readonly PlaceMention[] =>
  (figureOf(said).scope?.places ?? []).flatMap((id) => {
    const mention = index.get(`${said.record.document} ${id}`)?.mention
    return mention?.kind === 'place' ? [mention] : []
  })

/** UCDP where_prec of a country. */
const COUNTRY = 6
const M_PER_KM = 1000

/** Whether a place lies inside another one, or is it. */
const isInside = (inner: PlaceMention, outer: PlaceMention): boolean => {
  if (inner.name !== null && inner.name === outer.name && inner.country === outer.country) return true
  if (inner.country !== null && outer.country !== null && inner.country !== outer.country) return false
  if (outer.precision === COUNTRY) return inner.country !== null && inner.country === outer.country
  const km = kmBetween(inner, outer)
  return km !== undefined && outer.precision > inner.precision && outer.radiusM !== null && km * M_PER_KM <= outer.radiusM
}

/** Where a speaker says that it happened; where they do not say, where their document does. */
const spotsOf = (all: readonly Said[], { origin, record }: Said): readonly PlaceMention[] => {
  const hits = all.flatMap((each) => {
    const mention = each.record.mention?.mention
    const isHit = each.claim.attribute === 'place' && (each.claim.value.role ?? 'hit') === 'hit' && each.standing === 'current'
    return isHit && each.record.document === record.document && mention?.kind === 'place' && mention.name !== null
      ? [{ mention, mine: each.origin.key === origin.key }]
      : []
  })
  const mine = hits.filter((hit) => hit.mine)
  return (mine.length > 0 ? mine : hits).map(({ mention }) => mention)
}

const sitesOf = (said: Said): number | null => figureOf(said).scope?.sites ?? null
/** What a figure's scope names, however it is written: places by the gazetteer's name where they were found. */
const placeKey = (index: MentionIndex, said: Said): string =>
  (figureOf(said).scope?.places ?? [])
    .map((id) => {
      const record = index.get(`${said.record.document} ${id}`)
      const place = record?.mention.kind === 'place' ? record.mention : undefined
      return nameKey(place?.name ?? record?.words ?? id)
    })
    .sort()
    .join(' + ')

/** Empty: the whole incident. */
const scopeKeyOf = (index: MentionIndex, said: Said): string =>
  figureOf(said).scope === null ? '' : [placeKey(index, said), sitesOf(said) ?? ''].join(' ').trim()

/** "In Iraq" and "in three strikes in Iraq" may be of the same; "in three strikes" and "in five strikes" are not. */
const joinSites = (index: MentionIndex, scoped: readonly Draft[]): readonly Draft[] => {
  const open = scoped.filter(({ said }) => sitesOf(said[0]!) === null)
  const gone = new Set<Draft>()
  for (const draft of open) {
    const key = placeKey(index, draft.said[0]!)
    const counted = key === '' ? [] : scoped.filter(({ said }) => sitesOf(said[0]!) !== null && placeKey(index, said[0]!) === key)
    if (counted.length !== 1) continue
    absorb(counted[0]!, draft, 'one names the place only, the other how many sites in it')
    gone.add(draft)
  }
  return scoped.filter((draft) => !gone.has(draft))
}

const absorb = (into: Draft, other: Draft, reason: string): void => {
  for (const key of other.keys) into.keys.add(key)
  into.said.push(...other.said)
  into.reasons.push(...other.reasons, reason)
}

/** Puts a figure that states no scope with those whose scope holds every place where its speaker says that it happened. */
const placeUnscoped = (index: MentionIndex, all: readonly Said[], whole: Draft, scoped: readonly Draft[]): void => {
  const stay: Said[] = []
  for (const said of whole.said) {
    const spots = spotsOf(all, said)
    const home =
      spots.length === 0
        ? undefined
        : scoped.find((draft) => {
            const outer = placesOf(index, draft.said[0]!)
            const saysBoth = draft.said.some((each) => each.origin.key === said.origin.key && each.valueKey !== said.valueKey)
            return !saysBoth && outer.length > 0 && spots.every((spot) => outer.some((area) => isInside(spot, area)))
          })
    if (!home) stay.push(said)
    else {
      home.said.push(said)
      const names = [...new Set(spots.map(({ name }) => name))].slice(0, 2).join(' and ')
      home.reasons.push(`${said.origin.name} states no scope, but speaks of ${names}, which lies inside it`)
    }
  }
  whole.said.splice(0, whole.said.length, ...stay)
}

/** `in Iraq`: what all of some figures cover, in the words that they share. */
const poolScope = (index: MentionIndex, said: readonly Said[]): string | null => {
  const stated = said.filter((each) => figureOf(each).scope !== null)
  const [first] = stated
  if (!first) return null
  const words = (scope: Scope): string => scopeWords(index, first.record.document, scope)
  const scope = figureOf(first).scope!
  if (stated.length === said.length && stated.every((each) => scopeKeyOf(index, each) === scopeKeyOf(index, first))) return words(scope)
  return scope.places.length > 0 ? words({ places: scope.places, sites: null }) : words(scope)
}

const applyJudgements = (record: IncidentRecord, drafts: readonly Draft[]): readonly Draft[] => {
  const left = new Set(drafts)
  for (const { answer, pair, judgement } of standingPairs(record.judgements, 'scopes').values()) {
    if (answer !== 'same') continue
    const [into, other] = pair
      .map((key) => [...left].find(({ keys }) => keys.has(key)))
      .sort((a, b) => Number(b?.keys.has('')) - Number(a?.keys.has('')))
    if (!into || !other || into === other) continue
    absorb(other, into, `scopes judged the same by ${judgement.by}`)
    left.delete(into)
  }
  return [...left]
}

/** What people have said of two scopes goes before what the places say: pairs that they call different are never joined. */
const areApart = (record: IncidentRecord): ((a: string, b: string) => boolean) => {
  const apart = new Set(
    [...standingPairs(record.judgements, 'scopes')].flatMap(([key, { answer }]) => (answer === 'different' ? [key] : [])),
  )
  return (a, b) => apart.has(a < b ? `${a} ${b}` : `${b} ${a}`)
}

/** The claims of one attribute by what their figures cover, the widest-told first. */
export const poolsOf = (record: IncidentRecord, attribute: FigureAttribute, said: readonly Said[]): readonly Pool[] => {
  const index = indexMentions(record.mentions)
  const own = said.filter(({ claim }) => claim.attribute === attribute)
  const drafts = groupBy(own, (each) => scopeKeyOf(index, each)).map(
    (same): Draft => ({ keys: new Set([scopeKeyOf(index, same[0])]), said: [...same], reasons: [] }),
  )
  const whole = drafts.find(({ keys }) => keys.has(''))
  const isApart = areApart(record)
  const scoped = joinSites(
    index,
    drafts.filter((draft) => draft !== whole),
  )
  if (whole)
    placeUnscoped(
      index,
      said,
      whole,
      scoped.filter(({ keys }) => ![...keys].some((key) => isApart('', key))),
    )
  return applyJudgements(record, [...(whole && whole.said.length > 0 ? [whole] : []), ...scoped])
    .map((draft) => ({
      attribute,
      scopeKey: [...draft.keys][0]!,
      scope: poolScope(index, draft.said),
      said: draft.said,
      reasons: [...new Set(draft.reasons)],
    }))
    .sort((a, b) => b.said.length - a.said.length)
}
