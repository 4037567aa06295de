import type { Figure } from '../model/claim.ts'
import { isFigureClaim } from '../model/claim.ts'
import type { PlaceMention } from '../model/mention.ts'
import { groupBy } from './group.ts'
import type { Said } from './said.ts'

/** Two figures that cannot both be right. A rounded one ("about 20") leaves a tenth of itself on either side. */
const areFiguresApart = (a: Figure, b: Figure): boolean => {
  const [x, y] = [toInterval(a), toInterval(b)]
  return x.from > y.to || y.from > x.to
}

const ROUNDING = 0.1

const toInterval = ({ low, high, approximate }: Figure): Readonly<{ from: number; to: number }> => {
  const give = approximate ? ROUNDING : 0
  return { from: (low ?? 0) * (1 - give), to: (high ?? Number.POSITIVE_INFINITY) * (1 + give) }
}

const EARTH_RADIUS_M = 6_371_000

const distanceM = (a: PlaceMention, b: PlaceMention): number | undefined => {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h))
}

/** Towns, districts and what is nearer (UCDP where_prec 1–3): wider areas overlap with too much to be rivals. */
const LOCAL = 3
/** Accounts of one place lie this near each other: the reach of "near" in UCDP's where_prec 2. */
const NEAR_M = 25_000

const arePlacesApart = (a: PlaceMention, b: PlaceMention): boolean => {
  if (a.precision > LOCAL || b.precision > LOCAL) return a.country !== null && b.country !== null && a.country !== b.country
  const distance = distanceM(a, b)
  return distance !== undefined && distance > (a.radiusM ?? 0) + (b.radiusM ?? 0) + NEAR_M
}

/** Whether two claims about one attribute, from two origins, give values that are rivals. Says nothing of who is right. */
const areRivals = (a: Said, b: Said): boolean => {
  const [x, y] = [a.claim, b.claim]
  if (x.attribute !== y.attribute || a.origin.key === b.origin.key) return false
  if (a.standing !== 'current' || b.standing !== 'current') return false
  if (isFigureClaim(x) && isFigureClaim(y) && !isOfOneThing(a, b)) return false
  if (isFigureClaim(x) && isFigureClaim(y))
    return x.value.extent === 'total' && y.value.extent === 'total' && isPresent(a) && isPresent(b) && areFiguresApart(x.value, y.value)
  if ((x.modality === 'denied') !== (y.modality === 'denied')) return a.valueKey === b.valueKey
  if (!isPresent(a) || !isPresent(b)) return false
  const [m, n] = [a.record.mention?.mention, b.record.mention?.mention]
  if (m?.kind === 'time' && n?.kind === 'time')
    return m.from !== null && n.from !== null && (m.from > (n.to ?? n.from) || n.from > (m.to ?? m.from))
  if (x.attribute === 'place' && y.attribute === 'place')
    return (x.value.role ?? 'hit') === (y.value.role ?? 'hit') && m?.kind === 'place' && n?.kind === 'place' && arePlacesApart(m, n)
  if (x.attribute === 'perpetrator' && m?.kind === 'party' && n?.kind === 'party')
    return m.actor !== null && n.actor !== null && !isOfActor(m.actor, n.actor) && !isOfActor(n.actor, m.actor)
  return x.attribute === 'characterisation' && !isWordsInside(a.valueKey, b.valueKey) && !isWordsInside(b.valueKey, a.valueKey)
}

/** The register names what belongs to an actor after it: `us`, `us-forces`. "US" and "U.S. forces" are no rivals. */
const isOfActor = (part: string, whole: string): boolean => part === whole || part.startsWith(`${whole}-`)

/** "Precision defensive strikes" says all that "defensive strikes" says. */
const isWordsInside = (inner: string, outer: string): boolean => {
  const words = new Set(outer.split(' '))
  return inner.split(' ').every((word) => words.has(word))
}

/** Attributes of which one speaker may well name several values that all hold: strikes "in Iraq and Syria". */
const MANY: ReadonlySet<string> = new Set(['place', 'perpetrator', 'characterisation'])

const fits = (a: Said, b: Said): boolean => isPresent(a) && isPresent(b) && isComparable(a, b) && !areRivals(a, b)

/**
 * The claims about one attribute that have a rival among them. Where a speaker may name several values, two speakers differ only if
 * nothing that the one says fits anything that the other says.
 */
export const findRivals = (said: readonly Said[]): ReadonlySet<Said> => {
  const same = groupBy(said, ({ origin, valueKey, claim, standing }) => `${origin.key} ${valueKey} ${claim.modality} ${standing}`)
  const values = same.map(([first]) => first)
  const byOrigin = Map.groupBy(values, ({ origin }) => origin.key)
  const agreed = new Map<string, boolean>()
  const agree = (a: Said, b: Said): boolean => {
    const key = [a.origin.key, b.origin.key].sort().join('\n')
    const known = agreed.get(key)
    if (known !== undefined) return known
    const found = (byOrigin.get(a.origin.key) ?? []).some((x) => (byOrigin.get(b.origin.key) ?? []).some((y) => fits(x, y)))
    agreed.set(key, found)
    return found
  }
  const isRival = (a: Said): boolean => values.some((b) => areRivals(a, b) && !(MANY.has(a.claim.attribute) && agree(a, b)))
  return new Set(same.flatMap((each) => (isRival(each[0]) ? each : [])))
}

/** Whether two values say enough for "no rivals" to mean that they fit: a place nobody can find fits nothing. */
const isComparable = (a: Said, b: Said): boolean => {
  const [m, n] = [a.record.mention?.mention, b.record.mention?.mention]
  if (m?.kind === 'place' && n?.kind === 'place') return m.country !== null && n.country !== null
  if (m?.kind === 'party' && n?.kind === 'party') return m.actor !== null && n.actor !== null
  return true
}

/** The last word of what is counted, without its plural: "three air strikes" counts strikes. */
const countedNoun = ({ claim, record }: Said): string => {
  const words = (isFigureClaim(claim) && claim.value.people.text) || record.words.at(-1) || ''
  return (
    words
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? ''
  ).replace(/s$/, '')
}

/** Strikes are no rival of rockets, nor the dead of one place of those of another; a figure with no stated scope may be compared with any. */
const isOfOneThing = (a: Said, b: Said): boolean => {
  if (a.claim.attribute === 'quantity' && countedNoun(a) !== countedNoun(b)) return false
  return a.scopeKey === '' || b.scopeKey === '' || a.scopeKey === b.scopeKey
}

const isPresent = ({ claim }: Said): boolean => claim.modality === 'asserted' || claim.modality === 'alleged'
