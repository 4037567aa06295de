import { findPrintedDate } from '../dates.ts'

/** What stands before the first words of a report: place, date, agency. `end` is where the report begins. */
export type Dateline = Readonly<{ end: number; published: string | null; agency: string | null }>

const SEPARATOR = /\s{0,2}(?:--{1,2}|—|–|\s-|\s_)\s{0,3}|:\s|(?<=\d{4})\.\s{1,3}(?=\p{Lu})/gu
const LONGEST = 160
/** A line this short holds no story behind its dateline. */
const BARE = 40
const BRACKETED = /^\s{0,4}\[[^[\]]{1,200}\]\s{0,4}/
const AGENCY = /\(([^()]{2,60})\)\s{0,2}$/
const MONTH_DAY =
  /(?:^|[\s,])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?)(?=$|[\s,(])/i
const FULL_DAY = /^\d{4}-\d\d-\d\d/
const NO_DATE = /\bno date\b|\bdate not given\b/i
/** Words a place's name may hold in small letters. */
const PLACE_WORDS =
  /^(?:region|district|province|oblast|county|governorate|of|the|de|del|la|las|los|el|al|and|near|in|on|aboard|da|do|dos|di|von|du|des|bin|ul|as|ash|an|ar|s)$/
const CAPITALISED = /^(?:(?:al|el|ad|as|ash|at|an|ar|az|ez|d|l)[-'’])?[\p{Lu}\p{Lt}][\p{L}\p{M}.'’‘-]{0,30}$/u

const isPlace = (words: string): boolean => {
  const parts = words.split(/[\s,/()]+/).filter(Boolean)
  return parts.length >= 1 && parts.length <= 9 && parts.every((part) => PLACE_WORDS.test(part) || CAPITALISED.test(part))
}

/** Labels in capitals that stand before a colon and are no place. */
const LABEL =
  /^(?:correct(?:ed|ion|s)|clarification|refile|retract(?:ed|ion)|withdrawn|updated?|breaking|exclusive|watch|video|audio|photos?|live|analysis|opinion|editorial|comment(?:ary)?|factbox|explainer|timeline|profile|interview|feature|review|related|more|read|note|editor|original|first report|report|text|question|answer|source|warning|alert|urgent|latest|also|previous(?:ly)?|victims?|suspects?|location|date|time|statement|press release|contact|subject|from|to|by|[qa])\b/i

const isUpper = (words: string): boolean => words === words.toUpperCase() && words !== words.toLowerCase()

/** "14 Rajab 1445 /": a day by another calendar, beside the one that is read. */
const OTHER_CALENDAR =
  /\b\d{1,2}\s\p{L}[\p{L}'’-]{2,14}(?:\s\p{L}[\p{L}'’-]{2,14})?\s1[34]\d{2}(?:\s?(?:AH|H)\b)?\s?(?:[/,–-]|corresponding to)?\s?/u

const readHead = (head: string, mark: string, mixedCase: boolean): Omit<Dateline, 'end'> | undefined => {
  const bracket = AGENCY.exec(head)?.[1] ?? null
  // "Northport (14 Feb)": the day stands in brackets, and no agency.
  const isDay = bracket !== null && (MONTH_DAY.test(bracket) || findPrintedDate(bracket) !== undefined)
  const agency = isDay ? null : bracket
  const bare = (isDay ? head.replace(/[()]/g, ' ') : head.replace(AGENCY, '')).replace(OTHER_CALENDAR, ' ').trim()
  const date = findPrintedDate(bare)
  const monthDay = MONTH_DAY.exec(bare)
  const place = bare
    .slice(0, date?.start ?? monthDay?.index ?? NO_DATE.exec(bare)?.index ?? bare.length)
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i, '')
    .replace(/[\s,]+$/, '')
  const after = date ? bare.slice(date.end) : monthDay ? bare.slice(monthDay.index + monthDay[0].length) : ''
  if (after.replace(/[\s,.()]/g, '').length > 24) return undefined
  if (place !== '' && !isPlace(place)) return undefined
  // A date alone opens many a story; with a place or an agency it is the desk's.
  const dated = (date !== undefined || monthDay !== null || NO_DATE.test(bare)) && (place !== '' || agency !== null)
  // "Nairobi, 5 March 2019. Two men …", "Nairobi, 5 March 2019: Two men …": these signs end a dateline that has both place and day.
  if (mark.trim() === ':' && place !== '' && !LABEL.test(place) && ((date !== undefined && FULL_DAY.test(date.value)) || isDay))
    return { published: date?.value ?? null, agency }
  if (mark.trim() === '.') return dated && date !== undefined && place !== '' ? { published: date.value, agency } : undefined
  const marked = mark.trim() !== ':' && (dated || (agency !== null && (place === '' || isUpper(place) || isPlace(place))))
  const shouted =
    mixedCase &&
    place !== '' &&
    !LABEL.test(place) &&
    isUpper(place.split(',')[0]!) &&
    place.split(/\s/).length <= (mark.trim() === ':' ? 3 : 6) &&
    place.length >= 4
  if (!marked && !shouted) return undefined
  return { published: date?.value ?? null, agency }
}

/** Words that count from the day of the report: a date alone before them is the report's, not the deed's. */
const COUNTS_BACK =
  /\b(?:(?:on|last|this|late|early|since|until|by)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:said|say|killed|died)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|last (?:night|week)|this (?:morning|afternoon|evening|week)|the weekend|overnight)\b/i
const LONE_DATE = /^[^\n]{6,30}?(?:\s{0,2}(?:--{0,2}|—|–)|(?<=\d{4})\.)\s{1,3}(?=\S)/
const DAY_NAME = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s/i

/** "5 March 2019 — Two men were hurt on Monday, police said.", "Friday, 1 March 2019. Last night …", under a headline. */
export const findLoneDate = (paragraph: string): Dateline | undefined => {
  const found = LONE_DATE.exec(paragraph.slice(0, 60))
  const date = found ? findPrintedDate(found[0]) : undefined
  if (!found || !date || date.start !== (DAY_NAME.exec(found[0])?.[0].length ?? 0) || !FULL_DAY.test(date.value)) return undefined
  if (/[\p{L}\d]/u.test(found[0].slice(date.end)) || !COUNTS_BACK.test(paragraph.slice(found[0].length, 900))) return undefined
  return { end: found[0].length, published: date.value, agency: null }
}

const LONGEST_SIGNATURE = 160

/** "Statement of the Northern Front, Northport, 5 March 2019": a line of its own, no sentence, that ends in the day. */
export const findSignature = (line: string): string | undefined => {
  if (line.length > LONGEST_SIGNATURE) return undefined
  const date = findPrintedDate(line)
  if (!date || !FULL_DAY.test(date.value) || !/^[)\s]{0,3}$/.test(line.slice(date.end))) return undefined
  return /(?:,|\s[-–—|]|\()\s{0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$/i.test(line.slice(0, date.start))
    ? date.value
    : undefined
}

/** What a page that is written while things happen says of itself beside its day. */
const OF_LIVE_PAGE =
  /\b(?:all times|times (?:are|in|local)|newest|latest entries|most recent|refresh|live (?:page|blog|updates|coverage)|updated)\b/i

/** "Tuesday 5 March 2019. All times local.": the day of a live page, with what it says of itself. */
export const findLiveDay = (line: string): string | undefined => {
  if (line.length > LONGEST_SIGNATURE) return undefined
  const date = findPrintedDate(line)
  if (!date || date.start !== (DAY_NAME.exec(line)?.[0].length ?? 0) || !FULL_DAY.test(date.value)) return undefined
  return OF_LIVE_PAGE.test(line.slice(date.end)) ? date.value : undefined
}

const PICTURES = /^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\s){1,8}/u

/** "Northport, Example Province. January 20, 2025", "Northport, Exampleland - 27 January 2021": a line that is a place and a full day. */
export const findPlaceAndDay = (line: string): string | undefined => {
  if (line.length > LONGEST_SIGNATURE) return undefined
  const date = findPrintedDate(line)
  if (!date || !FULL_DAY.test(date.value) || date.start < 4 || !/^[)\s.]{0,3}$/.test(line.slice(date.end))) return undefined
  const place = line
    .slice(0, date.start)
    .replace(PICTURES, '')
    .replace(/(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{0,2}$/i, '')
    .replace(/[\s,.(–—|-]+$/, '')
  return isPlace(place) && !LABEL.test(place) ? date.value : undefined
}

/** Words for those who speak, which are no place before a colon. */
const SPEAKER =
  /\b(?:police|army|military|officials?|witness(?:es)?|spokes\p{L}{3,6}|ministry|minister|president|governor|mayor|doctors?|residents?|reporter|rebels?|government|hospital|journalist|editor|i|we|he|she|they|it|this|that|breaking|just in)\b/iu
const TOWN = /^([\p{Lu}][\p{L}\p{M}'’-]{2,24}(?:[ -][\p{Lu}][\p{L}\p{M}'’-]{1,24}){0,2}):\s(?=\p{Lu}\p{Ll}|A\s)/u

/** "Northport: Ten men of the …", the first paragraph under a headline: the town it was sent from. */
export const findTown = (paragraph: string): Dateline | undefined => {
  if (paragraph.length < 100) return undefined
  const found = TOWN.exec(paragraph.slice(0, 100))
  return found && !LABEL.test(found[1]!) && !SPEAKER.test(found[1]!) ? { end: found[0].length, published: null, agency: null } : undefined
}

/**
 * The dateline a paragraph opens with: "NAIROBI, 5 March 2019 - ", "   BOGOTA, 24 AUG 89 (RADIO) -- [TEXT] ", "(AP) — ", "Nairobi, 5 March 2019. ".
 * Undefined where it opens with its story.
 */
export const findDateline = (paragraph: string): Dateline | undefined => {
  const head = paragraph.slice(0, LONGEST)
  // In a text all in capitals, capitals tell no place.
  const mixedCase = /\p{Ll}{3}/u.test(paragraph.slice(0, 600))
  SEPARATOR.lastIndex = 0
  for (let tries = 0; tries < 6; tries++) {
    const found = SEPARATOR.exec(head)
    if (!found) return undefined
    if (found.index === 0) continue
    const story = paragraph.slice(found.index + found[0].length, found.index + found[0].length + 2)
    const isBare = paragraph.length <= BARE && story.trim() === ''
    // "WEEKEND: what to see": a story opens with a capital.
    if (found[0].trim() === ':' && /^\p{Ll}/u.test(story)) continue
    const read = readHead(head.slice(0, found.index), found[0], mixedCase || isBare)
    if (!read) continue
    let end = found.index + found[0].length
    for (let i = 0; i < 6; i++) {
      const tag = BRACKETED.exec(paragraph.slice(end, end + 240))
      if (!tag) break
      end += tag[0].length
    }
    return { ...read, end }
  }
  return undefined
}

/** A paragraph that is nothing but the dateline: "NAIROBI, Kenya (AP) _". */
export const isBareDateline = (paragraph: string): Dateline | undefined => {
  if (paragraph.length > LONGEST) return undefined
  const found = findDateline(`${paragraph} `)
  return found && found.end >= paragraph.length ? found : undefined
}
