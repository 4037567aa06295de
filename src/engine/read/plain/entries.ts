import type { Draft } from '../draft.ts'
import { findDateline } from './dateline.ts'

/**
 * The sorts of label that the parts of a report open with: the clock at which an entry was posted, a day, a name in capitals, the
 * name before a colon or a dash, a dateline, a heading of its own.
 */
type Sort = 'clock' | 'day' | 'capitals' | 'name' | 'dateline' | 'section'

/** A label at the head of a draft: `end` counts from its start, `from` is where what it labels begins. */
type Label = Readonly<{ sort: Sort; end: number; from: number; words: string }>

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.?'
const DAY_OF_WEEK = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}|${MONTH}\\s\\d{1,2})(?:,?\\s\\d{4})?`
const CLOCK = '\\d{1,2}[:.]\\d{2}(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?|\\d{4}\\s?(?:h|hrs|hours)'
const ZONE = '(?:\\s?\\(?(?:GMT|UTC|BST|E[DS]?T|C[DE]?S?T|local(?: time)?)\\)?)?'
/** "21:40 The governor …", "9.15pm: …", "14 May, 08:05 GMT – …", or the clock on a line of its own. */
const POSTED = new RegExp(`^(?:${DATE},?\\s)?(?:${CLOCK})${ZONE}(?=$|\\s?[-–—|:]\\s|\\s(?=["“‘\\p{Lu}\\d]))`, 'u')
/** "Monday. …", "Sunday, 5 May: …", "5 May 2019 – …". */
const DAY = new RegExp(`^(?:${DAY_OF_WEEK}(?:,?\\s${DATE})?|${DATE})(?=$|\\s?[.:–—]\\s|\\s-\\s)`)
/** "Harlan Rd., 1:12 a.m. Caller …": where and when, behind the day. */
const ADDRESS = /^[\p{Lu}\d][^!?;:\n]{1,70}?,\s(?:\d{1,2}:\d{2}\s?[ap]\.?m\.?)(?=\s\p{Lu})/u
const CAPITALS = /^\p{Lu}[\p{Lu}\d '’.,()/-]{2,44}?(?=[.:]\s|\s[-–—]\s)/u
const NAME = /^\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:,?\s\(?[\p{L}\p{M}'’-]{2,20}\)?){0,4}(?=:\s|\s[-–—]\s)/u
/** "Kherson direction: …": a part of the land, at the head of a paragraph. */
const REGION = /\s(?:direction|region|district|province|oblast|county|city|camp|state|front|sector|axis|area|governorate|township|road)s?$/i
const JOINT = /^\s?[.:|–—-]?\s{0,2}/
/** What stands before a colon and is no name of a place: who speaks, what the line is about. */
const TOPIC =
  /\b(?:question|answer|q|a|note|notes|update|correction|source|sources|status|result|results|total|totals|summary|background|context|access|contact|updates?|photo|video|watch|read|victims?|suspects?|spokes\p{L}{3,6}|police|army|killed|wounded|injured|dead|reporter|host|speaker|moderator|chair|president|minister|what|why|how|who|when|where|demands?|next|cumulative|also|warning|editor|sheriff)\b/iu
const SECTION = /^\p{Lu}[\p{Lu}\d '’&,/()-]{2,60}$/u
/** "Lakes State", "Northport district", a name of one or two words: a heading that is a place's. */
const PLACE_HEADING =
  /^\p{Lu}[\p{L}\p{M}'’-]{2,24}(?:\s\p{Lu}[\p{L}\p{M}'’-]{1,24}|(?:\s[\p{L}'’-]{2,24}){0,3}?\s(?:state|province|region|county|district|oblast|governorate|city|camp|republic|department|prefecture|sector|area|township|municipality|island|islands))?$/iu

/** As many parts as this share a sort of label before it is taken for one. */
const FEWEST: Readonly<Record<Sort, number>> = { clock: 2, day: 2, capitals: 2, name: 2, dateline: 1, section: 2 }

/** A heading made like a place's name. */
export const isPlaceHeading = (line: string): boolean =>
  line.length <= 61 && /^\p{Lu}\p{Ll}/u.test(line) && PLACE_HEADING.test(line) && !TOPIC.test(line)

const isShouted = (words: string): boolean => words === words.toUpperCase() && words !== words.toLowerCase()

/** A line that is nothing but the clock or the day of what stands below it. */
export const isLoneLabel = (line: string): boolean => (POSTED.exec(line) ?? DAY.exec(line))?.[0].length === line.length

const labelOf = (line: string, draft: Draft, isMixed: boolean): Label | undefined => {
  const at = (sort: Sort, end: number): Label => ({
    sort,
    end,
    from: end + (JOINT.exec(line.slice(end, end + 6))?.[0].length ?? 0),
    words: line.slice(0, end),
  })
  const posted = POSTED.exec(line)
  if (posted) return at('clock', posted[0].length)
  const day = DAY.exec(line)
  if (day) {
    const label = at('day', day[0].length)
    const address = ADDRESS.exec(line.slice(label.from, label.from + 120))
    return address ? { ...at('day', label.from + address[0].length), words: label.words } : label
  }
  if (!isMixed) return undefined
  if (draft.kind === 'paragraph' && isPlaceHeading(line)) return at('section', line.length)
  if (draft.kind === 'paragraph' && line.length <= 61 && SECTION.test(line) && line.split(/\s+/).length <= 7)
    return at('section', line.length)
  if (draft.kind === 'paragraph') {
    const dateline = findDateline(line)
    if (dateline && dateline.end < line.length && /[-–—]\s*$/.test(line.slice(0, dateline.end)) && isShouted(line.slice(0, 4)))
      return { sort: 'dateline', end: line.slice(0, dateline.end).trimEnd().length, from: dateline.end, words: line.slice(0, dateline.end) }
  }
  const capitals = CAPITALS.exec(line)
  if (capitals && /\p{Lu}{3}/u.test(capitals[0]) && !TOPIC.test(capitals[0])) return at('capitals', capitals[0].length)
  const name = NAME.exec(line)
  if (name && draft.kind === 'paragraph' && !REGION.test(name[0])) return undefined
  return name && !TOPIC.test(name[0]) ? at('name', name[0].length) : undefined
}

const LONGEST_LABEL = 200

/**
 * Parts the labels of a report's items, entries and sections from what they label: "KHARKIV: …", "Monday. High St., 9:40 p.m. …",
 * "21:40 …", a country's name above its paragraphs. A label becomes a dateline; it says where and when for its own part alone. A
 * label that only one part has is a part of its sentence.
 */
export const splitEntries = (text: string, drafts: readonly Draft[]): readonly Draft[] => {
  const isBody = ({ kind }: Draft): boolean => kind === 'paragraph' || kind === 'list-item'
  const isMixed = drafts.some(
    (draft) => isBody(draft) && /\p{Ll}{3}/u.test(text.slice(draft.start, Math.min(draft.end, draft.start + 300))),
  )
  const labels = new Map<Draft, Label>()
  for (const draft of drafts) {
    if (!isBody(draft)) continue
    const label = labelOf(text.slice(draft.start, Math.min(draft.end, draft.start + LONGEST_LABEL)), draft, isMixed)
    if (label) labels.set(draft, label)
  }
  const shared = new Map<Sort, Set<string>>()
  const counted = new Map<Sort, number>()
  for (const { sort, words } of labels.values()) {
    shared.set(sort, (shared.get(sort) ?? new Set()).add(words.toLowerCase()))
    counted.set(sort, (counted.get(sort) ?? 0) + 1)
  }
  const isTaken = ({ sort }: Label): boolean => {
    const different = shared.get(sort)!.size
    // Names that come again and again are of those who speak.
    return different >= FEWEST[sort] && (sort === 'clock' || sort === 'day' || different * 2 > counted.get(sort)!)
  }
  return drafts.flatMap((draft, i): readonly Draft[] => {
    const label = labels.get(draft)
    if (!label || !isTaken(label)) return [draft]
    const { start, end } = draft
    const alone = start + label.from >= end
    const next = drafts[i + 1]
    if (alone && !(next && isBody(next))) return [draft]
    const head: Draft = { start, end: start + label.end, kind: 'dateline' }
    if (alone) return [head]
    const kind = label.sort === 'clock' || label.sort === 'dateline' ? draft.kind : 'list-item'
    return [head, { ...draft, start: start + label.from, kind }]
  })
}
