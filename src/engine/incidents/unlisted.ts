import type { PlaceMention, PlacePrecision } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import { baseOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { type Lands, landsOf } from '../mentions/place/lands.ts'
import { CALENDAR, DIVISIONS, PLACE_NOUNS } from '../mentions/place/words.ts'

/** A name that its own words make a place, though no gazetteer lists it: "the village of X", "near X", "the X district". */
export type Unlisted = Readonly<{ span: Span; head: number; precision: PlacePrecision }>

const NAME = /^\p{Lu}[\p{L}\p{M}'’]{1,30}$/u
const MOST_WORDS = 4
const NEAR = /^(?:near|outside|around)$/
const IN = /^(?:in|at)$/
const WIDE = /^(?:province|governorate|state|region|oblast|prefecture|department)s?$/

const isHyphen = (text: string): boolean => text === '-' || text === '‑'

/** End of a run of name words that begins at `i`, hyphens and all. */
const endOfName = (view: View, i: number, last: number): number => {
  const { tokens } = view
  let end = i
  for (let words = 0; end < last && words < MOST_WORDS; ) {
    const token = tokens[end]!
    const joined = end > i && isHyphen(tokens[end - 1]!.text)
    if (NAME.test(token.text) || (joined && /^\p{L}/u.test(token.text))) {
      words++
      end++
    } else if (isHyphen(token.text) && end > i && tokens[end - 1]!.end === token.start && tokens[end + 1]?.start === token.end) end++
    else break
  }
  return isHyphen(tokens[end - 1]?.text ?? '') ? end - 1 : end
}

const isTaken = (view: View, span: Span): boolean =>
  view.within('place', span).length > 0 ||
  view.within('time', span).length > 0 ||
  view
    .within('party', span)
    .some(({ type, named, actor }) => (named || actor !== null) && (type === 'person' || type === 'organisation' || type === 'group'))

const NAMED = new WeakMap<View, ReadonlyMap<string, readonly string[]>>()

/** The names that some words of a document make places, by their first word. */
const namedIn = (view: View): ReadonlyMap<string, readonly string[]> => {
  const known = NAMED.get(view)
  if (known) return known
  const map = new Map<string, string[]>()
  const names = [
    ...view.sentences.flatMap(({ i, first }) => (view.bears(first) ? listMade(view, i).map(({ span }) => span) : [])),
    ...view.context.mentions.filter((mention) => mention.kind === 'place' && mention.lat === null && mention.precision <= 4),
  ]
  for (const name of new Set(names.map(({ start, end }) => view.text.slice(start, end)))) {
    const first = /^[\p{L}\p{M}'’]+/u.exec(name)?.[0] ?? ''
    map.set(first, [...(map.get(first) ?? []), name])
  }
  NAMED.set(view, map)
  return map
}

/** Names of places in a sentence that were not known for places: by the words around them there, or elsewhere in the document. */
export const listUnlisted = (view: View, sentence: number): readonly Unlisted[] => {
  const made = listMade(view, sentence)
  const { first, last, end: until } = view.sentences[sentence]!
  const again: Unlisted[] = []
  for (let i = first; i < last; i++) {
    const { start, text } = view.tokens[i]!
    const name = namedIn(view)
      .get(text)
      ?.find((one) => view.text.startsWith(one, start) && start + one.length <= until)
    if (name === undefined) continue
    const span = { start, end: start + name.length }
    const head = view.tokenAt(span.end - 1)
    const isMade = made.some((one) => one.span.start < span.end && span.start < one.span.end)
    if (view.tokens[head]!.end !== span.end || isMade || isTaken(view, span)) continue
    again.push({ span, head, precision: 3 })
  }
  return [...made, ...again].sort((a, b) => a.span.start - b.span.start)
}

/** Names in a sentence that its own words make places. */
const listMade = (view: View, sentence: number): readonly Unlisted[] => {
  const { tokens } = view
  const { first, last } = view.sentences[sentence]!
  const found: Unlisted[] = []
  for (let i = first + 1; i < last; i++) {
    if (!NAME.test(tokens[i]!.text) || NAME.test(tokens[i - 1]!.text) || CALENDAR.has(tokens[i]!.lower)) continue
    const end = endOfName(view, i, last)
    const span = { start: tokens[i]!.start, end: tokens[end - 1]!.end }
    const before = tokens[i - 1]!
    const noun = before.lower === 'of' ? tokens[i - 2] : before
    const after = end < last ? tokens[end]! : undefined
    const ofLand = noun !== undefined && noun.i >= first && noun.upos === 'NOUN' && PLACE_NOUNS.has(noun.lower)
    const isDivision =
      after !== undefined &&
      DIVISIONS.has(after.lower) &&
      after.upos === 'NOUN' &&
      (before.lower === 'the' || before.lower === "'s" || before.lower === '’s' || before.upos === 'ADP' || before.upos === 'ADJ')
    // "the German city": where it lies, not its name.
    if (tokens[end - 1]!.upos === 'ADJ' || tokens[end - 1]!.deprel === 'amod') continue
    const isTagged = tokens[i]!.name.endsWith('LOC')
    const isNear = NEAR.test(before.lower) && (isTagged || (tokens[i]!.upos === 'PROPN' && /^(?:obl|nmod)$/.test(baseOf(tokens[end - 1]!))))
    if (!(ofLand || isDivision || isNear || (IN.test(before.lower) && isTagged)) || isTaken(view, span)) continue
    const wide = WIDE.test(after?.lower ?? '') || (ofLand && WIDE.test(noun.lower))
    found.push({ span, head: isDivision ? after.i : end - 1, precision: wide ? 4 : 3 })
    i = end
  }
  return found
}

const LANDS = new WeakMap<View, Lands>()

/** In which country a name lies that no gazetteer lists, as far as the places around it tell. */
export const landAt = (view: View, span: Span): string | null => {
  const known = LANDS.get(view)
  if (known) return known(span)
  const lands = landsOf(
    view.context.mentions.filter((mention) => mention.kind === 'place'),
    view.sentences,
  )
  LANDS.set(view, lands)
  return lands(span)
}

export const mintPlace = (view: View, { span, precision }: Unlisted): PlaceMention =>
  view.mint({ id: '', kind: 'place', ...span, lat: null, lon: null, name: null, country: landAt(view, span), precision, radiusM: null })
