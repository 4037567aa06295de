import type { Scope } from '../../model/claim.ts'
import type { PlaceMention } from '../../model/mention.ts'
import { wordsOf } from '../../model/span.ts'
import { kilometres, placesAgree } from '../incidents/agree.ts'
import type { Happening } from '../incidents/happening.ts'
import type { Casualty } from './casualties.ts'
import { phraseAfter } from './chunks.ts'
import { type CountIndex, countOf } from './counts.ts'
import type { View } from './view.ts'

/** What a figure's own words say it covers, whether or not the incident is larger. */
type Stated = Readonly<{ places: readonly PlaceMention[]; wide: string | null; sites: number | null; text: string | null }>
type Cover = Readonly<{ stated: Stated | undefined; next: number }>

/** Events and sites that a figure may be the sum of: "in three strikes", "at two checkpoints". */
const SUMMED =
  /^(?:strike|airstrike|air-strike|attack|raid|bombing|explosion|blast|shelling|assault|ambush|clash|shooting|incident|location|site|place|village|town|city|district|neighbourhood|neighborhood|house|home|building|school|camp|checkpoint|base|position|facility|target|province|county)$/
const LEADING = /^(?:in|inside|within|at|near|outside|around|across|throughout|during|following|after|by|from|on|over)$/
const PLACING = /^(?:in|inside|within|at|near|outside|around|across|throughout|on|of)$/
/** Where the wounded are taken is not where they came to harm. */
const CARE = /^(?:hospital|clinic|custody|treatment|surgery|morgue|mortuary|condition)$/
/** More than the places named: "across the country". */
const WIDE = /^(?:country|nation|region|province|state|county|district|territory)$/
const WIDELY = /^(?:across|throughout|around)$/
const STEPS = 6

const placesIn = (view: View, from: number, to: number): readonly PlaceMention[] => {
  const { tokens } = view
  return view.within('place', { start: tokens[from]!.start, end: tokens[to]!.end })
}

const sitesOf = (view: View, counts: CountIndex, head: number): Pick<Stated, 'sites' | 'text'> => {
  const token = view.tokens[head]!
  const count = SUMMED.test(token.lemma) ? countOf(view, counts, head) : undefined
  const isCounted = count !== undefined && count.low !== null && count.low >= 2 && count.form !== 'bare-plural' && count.form !== 'vague'
  return isCounted
    ? { sites: count.low, text: wordsOf(view.text, { start: Math.min(count.start, token.start), end: token.end }) }
    : { sites: null, text: null }
}

/** The places behind a noun: "three strikes in Iraq", "the city of Derna", "Homs and Hama". */
const placesBehind = (view: View, head: number): Readonly<{ places: readonly PlaceMention[]; next: number }> => {
  const { tokens } = view
  const places: PlaceMention[] = []
  let at = head + 1
  for (let n = 0; n < STEPS; n++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[head]!.sentence) break
    const joins = /^(?:and|,)$/.test(token.text) && tokens[at + 1]?.upos === 'PROPN'
    const phrase = PLACING.test(token.lower) || joins ? phraseAfter(view, at) : undefined
    const found = phrase === undefined ? [] : placesIn(view, at + 1, phrase)
    if (phrase === undefined || found.length === 0) break
    places.push(...found)
    at = phrase + 1
  }
  return { places, next: at }
}

/** The head of the phrase behind token `i`; "villages" of "two of the villages". */
const headAfter = (view: View, i: number): number | undefined => {
  const head = phraseAfter(view, i)
  if (head === undefined || view.tokens[head]!.upos !== 'NUM' || view.tokens[head + 1]?.lower !== 'of') return head
  return phraseAfter(view, head + 1)
}

/** The phrase that the preposition at token `i` opens, and what it covers. */
const coverAt = (view: View, counts: CountIndex, i: number): Cover | undefined => {
  const { tokens } = view
  const head = headAfter(view, i)
  if (head === undefined) return undefined
  const token = tokens[head]!
  if (CARE.test(token.lemma)) return { stated: undefined, next: head + 1 }
  const own = PLACING.test(tokens[i]!.lower) ? placesIn(view, i + 1, head) : []
  const { places: behind, next } = placesBehind(view, head)
  const places = [...new Set([...own, ...behind])]
  const wide = WIDELY.test(tokens[i]!.lower) && WIDE.test(token.lemma) && places.length === 0 ? `the ${token.lower}` : null
  const { sites, text } = sitesOf(view, counts, head)
  const says = places.length > 0 || wide !== null || sites !== null
  return { stated: says ? { places, wide, sites, text } : undefined, next: Math.max(next, head + 1) }
}

/** The first phrase right behind token `i` that says what is covered: "killed on Sunday in Homs". */
const coverBehind = (view: View, counts: CountIndex, i: number): Stated | undefined => {
  const { tokens } = view
  let at = i + 1
  for (let n = 0; n < STEPS; n++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[i]!.sentence) return undefined
    if (LEADING.test(token.lower)) {
      const cover = coverAt(view, counts, at)
      if (!cover || cover.stated) return cover?.stated
      at = cover.next
    } else if (token.upos === 'ADV' || view.within('time', token).length > 0) at++
    else return undefined
  }
  return undefined
}

/** "In Homs, eight were killed": the phrase that opens the sentence. */
const coverBefore = (view: View, counts: CountIndex, i: number): Stated | undefined => {
  const { first } = view.sentences[view.tokens[i]!.sentence]!
  if (first >= i || !LEADING.test(view.tokens[first]!.lower)) return undefined
  const cover = coverAt(view, counts, first)
  return cover?.stated && view.tokens[cover.next]?.text === ',' ? cover.stated : undefined
}

/** "Three strikes in Iraq killed 25": what did it. */
const coverOfDoer = (view: View, counts: CountIndex, { agents }: Casualty): Stated | undefined => {
  for (const agent of agents) {
    if (!SUMMED.test(view.tokens[agent]!.lemma)) continue
    const { places } = placesBehind(view, agent)
    const { sites, text } = sitesOf(view, counts, agent)
    if (places.length > 0 || sites !== null) return { places, wide: null, sites, text }
  }
  return undefined
}

const ownCover = (view: View, counts: CountIndex, { head, predicate }: Casualty): Stated | undefined =>
  coverBehind(view, counts, head) ?? (predicate === head ? undefined : coverBehind(view, counts, predicate))

/** Those counted, by the sentence that counts them. */
type BySentence = ReadonlyMap<number, readonly Casualty[]>

/** "25 were killed and 55 wounded in three strikes": what stands behind the last of those counted together is said of all. */
const sharedCover = (view: View, counts: CountIndex, casualty: Casualty, bySentence: BySentence): Stated | undefined => {
  const { tokens } = view
  const own = Math.max(casualty.head, casualty.predicate)
  const next = (bySentence.get(tokens[own]!.sentence) ?? [])
    .filter(({ head }) => head > own)
    .reduce<Casualty | undefined>((first, one) => (first && first.head <= one.head ? first : one), undefined)
  if (!next) return undefined
  const isJoined = tokens.slice(own + 1, next.head).some(({ lower }) => lower === 'and' || lower === ',')
  const hasClause = tokens.slice(own + 1, next.head).some(({ upos, lower }) => upos === 'SCONJ' || lower === ';' || lower === 'but')
  return isJoined && !hasClause ? (ownCover(view, counts, next) ?? sharedCover(view, counts, next, bySentence)) : undefined
}

const statedOf = (view: View, counts: CountIndex, casualty: Casualty, bySentence: BySentence): Stated | undefined =>
  ownCover(view, counts, casualty) ??
  sharedCover(view, counts, casualty, bySentence) ??
  coverOfDoer(view, counts, casualty) ??
  coverBefore(view, counts, Math.min(casualty.head, casualty.predicate))

/** Two towns nearer than this may be one place told of twice. */
const ONE_PLACE_KM = 5

const areApart = (a: PlaceMention, b: PlaceMention): boolean => {
  if (placesAgree(a, b) < 0) return true
  const far = a.precision <= 3 && b.precision <= 3 && a.name !== b.name ? kilometres(a, b) : undefined
  return far !== undefined && far > ONE_PLACE_KM
}

/** Is `place` outside all of `places`? */
const isOutside = (place: PlaceMention, places: readonly PlaceMention[]): boolean =>
  places.length > 0 && places.every((one) => areApart(one, place))

/** What the incident is told to cover as a whole: the places of each of its happenings, and the largest number of its events or sites. */
const wholeOf = (view: View, counts: CountIndex, happenings: readonly Happening[]) => {
  const sentences = new Set(happenings.map(({ sentence }) => sentence))
  const sites = counts.all
    .filter(({ noun, low, form }) => noun !== null && low !== null && form !== 'bare-plural' && sentences.has(view.tokens[noun]!.sentence))
    .filter(({ noun }) => SUMMED.test(view.tokens[noun!]!.lemma))
    .map(({ low }) => low!)
  const told = happenings.map(({ places }) => places.filter(({ role }) => role === 'hit').map(({ mention }) => mention))
  return { told, sites: Math.max(0, ...sites) }
}

/**
 * What each figure covers, where the incident is told to be larger: it has more events or sites than the figure's, or the same telling
 * or another figure names a place outside the figure's. Undefined for a figure of the whole incident.
 */
export const scopesOf = (
  view: View,
  counts: CountIndex,
  casualties: readonly Casualty[],
  happenings: readonly Happening[],
): ((casualty: Casualty) => Scope | null) => {
  const bySentence = new Map<number, Casualty[]>()
  for (const casualty of casualties) {
    const { sentence } = view.tokens[casualty.head]!
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), casualty])
  }
  const stated = new Map(casualties.map((casualty) => [casualty, statedOf(view, counts, casualty, bySentence)]))
  const whole = wholeOf(view, counts, happenings)
  return (casualty) => {
    const own = stated.get(casualty)
    if (!own) return null
    const { places, wide, sites, text } = own
    const isOneOfTold = whole.told.some((told) => told.some((one) => isOutside(one, places)) && told.some((one) => !isOutside(one, places)))
    const isOneOfCounted = casualties.some(
      (other) =>
        other.harm === casualty.harm &&
        other !== casualty &&
        other.statement?.speaker === casualty.statement?.speaker &&
        (stated.get(other)?.places ?? []).some((one) => isOutside(one, places)),
    )
    const isOfMore = sites !== null && whole.sites > sites
    const isWide = wide !== null && whole.told.flat().some(({ precision }) => precision <= 4)
    if (!isOneOfTold && !isOneOfCounted && !isOfMore && !isWide) return null
    return { places: wide === null ? places.map(({ id }) => id) : [wide], sites, ...(text === null ? {} : { text }) }
  }
}
