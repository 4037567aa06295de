import { findPrintedDate } from '../dates.ts'
import { kindOfPublisher } from '../issuer.ts'

/** What a line in the head of a release, a note or a log says of it. `kind`: what the line is to the reader. */
export type ReleaseLine = Readonly<{
  kind: 'dateline' | 'other' | 'headline'
  published?: string | null
  publisher?: string
  byline?: string
  /** Behind "Subject:", what the document is called. */
  title?: string
}>

const LONGEST = 200

/** "No. PR-188/2024", "Ref: 12/45", "RB# 23-118842", "SUPERSEDES 070": the number of a paper. */
const REFERENCE =
  /^(?:(?:press|news|media)\s(?:release|statement)\s)?(?:no|nr|n°|№|ref|reference|rb|case|file|docket|serial|our ref|supersedes|replaces|cancels)\b[\s.#:/-]{0,4}(?:no\.?\s)?[\w./-]{0,24}\d[\w./-]{0,24}$/i
/** "Update 3:40 pm": no day. */
const UPDATED = /^(?:last\s)?updated?(?:\s\d{1,2})?:?\s?(?:at\s)?\(?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\)?$/i
/** "Reporting period: 1 to 7 May 2019": a paper says what time it covers; it was made when that was over. */
const WINDOW =
  /^(?:reporting|report|coverage|covering|situation|update)?\s?(?:period|window|dates?|week|month)(?:\s(?:covered|ending|of report))?\s?:\s/i
/** "Police log, week ending Aug. 24, 2019", "Situation as of 5 May 2019". */
const UP_TO =
  /(?:\b(?:week|month|period|fortnight|day|24 hours)\s(?:ending|ended|to)|\bas (?:of|at)|\bup to)\s(?:on\s|\d{1,2}[:.]?\d{2}\s(?:on\s|hours\s)?)?$/i
/** "Week of March 4-10, 2019": its last day. */
const WEEK_OF = /\b(?:week|period|days) of (\p{L}{3,9}\.?\s)?\d{1,2}\s?[-–]\s?(\d{1,2},?\s(?:\p{L}{3,9}\.?\s)?\d{4})/iu
const FIELD =
  /^(date(?:[- ]?time)?|dtg|date of (?:issue|release|report)|issued(?: (?:on|at))?|location|place|area|position|source|status|subject|re|from|by|issued by|prepared by|compiled by|to|cc|contact|classification|distribution|priority|type)\s?:\s(.{1,160})$/i
const CORRESPONDENT =
  /^\(?(?:from\s|by\s)?(?:(?:an?|our|staff|special)\s){1,2}(?:\p{Lu}?\p{L}{1,15}\s){0,3}(?:correspondents?|reporters?|staff|writers?|stringers?)(?:\s?,\s\p{Lu}[^.!?]{1,40}|\s(?:in|at)\s\p{Lu}[^.!?]{1,40})?\)?$/iu

const lastDate = (line: string): string | null => {
  let found: string | null = null
  let from = 0
  for (let tries = 0; tries < 4; tries++) {
    const date = findPrintedDate(line.slice(from))
    if (!date) break
    found = date.value
    from += date.end
  }
  return found
}

/** What ends the name of a body: "Toledo Police Department", "Ministry of Defence". */
const BODY =
  /\b(?:department|ministry|directorate|office|command|agency|service|services|bureau|forces?|police|polizei\p{L}{0,12}|army|navy|committee|commission|commissioner|cent(?:er|re)|mission|authority|administration|council|union|association|network|coalition|front|movement|brigades?|battalions?|media|press|observatory|tribunal|prosecutor|sheriff|federation|organi[sz]ation|courier|herald|gazette|times|tribune|post|chronicle|journal|news|guardian|bulletin|telegraph|observer|monitor)\b/giu
const NAME_WORD =
  /^(?:[\p{Lu}\p{Lt}][\p{L}\p{M}.'’-]{0,30}|of|the|for|and|de|la|el|al|du|des|to|in|press|public|information|affairs|office|service|media|spokesperson|unit|department|&|-|–|—|\||,)$/u
/** No name of a body but a headline in capitals. */
const TELLS =
  /\b(?:attack|kill|hit|str(?:ike|uck|ikes)|bomb|sho(?:o?t|ots)|dead|die|dies|seize|arrest|clash|storm|raid|fire|ambush|say|said|accuse|den(?:y|ies)|report|update|claim|death|toll|blast|block|wound|hurt|protest|fight|battle|condemn|announce|statement|briefing|highlights|log|note|alert|advisory)\p{L}{0,4}\b/iu
const DECORATION = /(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[#*_])+/gu

/** The name of the body that a line consists of, without tags and pictures: "Military media of the Front". */
export const findBody = (line: string): string | undefined => {
  if (line.length > 110 || /[.!?;:]$|^by\s/i.test(line)) return undefined
  const parts = line
    .split(/\s\|\s/)
    .map((part) => part.replace(DECORATION, '').trim())
    .filter((part) => part !== '')
  const name = parts.length > 1 ? parts.find((part) => isBody(part)) : parts[0]
  return name !== undefined && isBody(name) ? name : undefined
}

const isBody = (name: string): boolean => {
  if (name.length < 6 || /\d/.test(name) || TELLS.test(name)) return false
  const words = name.replace(/\s?\([^()]{1,40}\)$/, '').split(/[\s,]+/)
  if (words.length < 2 || words.length > 14 || !words.every((word) => NAME_WORD.test(word))) return false
  return [...name.matchAll(BODY)].some(({ index, 0: word }) => {
    const rest = name.slice(index + word.length)
    return /^(?:\s?\(|\s(?:of|for|in|de|to|and|[-–—|])\s|,\s|$)/i.test(rest)
  })
}

const STATEMENT =
  /^(?:\p{L}{1,14}\s){0,3}(?:statement|communiqu[eé]|declaration|press release|announcement|bulletin|message|release)\s(?:no\.?\s?\d{1,4}\s)?(?:issued\s|made\s)?(?:by|of|from)\s(?:the\s)?(.{3,140})$/iu
const SPOKEN_FOR =
  /^(?:official\s)?(?:spokes\p{L}{3,6}|press office|information office|media office|general command)\s(?:of|for)\s(?:the\s)?/iu

/** "Statement by the spokesman of the Armed Forces, Northport, 5 March 2019": whose statement it is. */
export const findSignatory = (line: string): string | undefined => {
  const name = STATEMENT.exec(line.slice(0, LONGEST))?.[1]
  if (name === undefined || TELLS.test(name.replace(/^[^,]*$/, ''))) return undefined
  const bare = name
    .replace(/\s?[(,–—-]\s?(?:\p{Lu}[^,]{0,40},\s){0,3}[^,]{0,24}\d{4}\)?$/u, '')
    .replace(SPOKEN_FOR, '')
    .split(/,\s/)[0]!
    .trim()
  return /^\p{Lu}/u.test(bare) && !/[.!?:]/.test(bare) && !findPrintedDate(bare) ? bare : undefined
}

/** Is a name printed beside a date that of somebody who puts papers out? A town is not. */
export const isPublisher = (name: string): boolean =>
  kindOfPublisher(name) !== 'unknown' ||
  /\b(?:desk|team|staff|newsroom|correspondents?|wire|bureau|office|committee|union|network|front|party|movement|collective|group)\b/i.test(
    name,
  ) ||
  /^the\s\S{3,}/i.test(name)

/** Reads a line of a paper's head that says what paper it is, of when, from whom; undefined for a line of the story. */
export const findReleaseLine = (line: string): ReleaseLine | undefined => {
  if (line.length > LONGEST) return undefined
  if (REFERENCE.test(line) || UPDATED.test(line)) return { kind: 'other' }
  if (WINDOW.test(line)) {
    const published = lastDate(line)
    return published === null ? undefined : { kind: 'dateline', published }
  }
  const field = FIELD.exec(line)
  if (field) {
    const label = field[1]!.toLowerCase()
    const value = field[2]!.trim()
    if (/^(?:date|dtg|issued$|issued (?:on|at))/.test(label)) {
      // A clock beside the day is that of what happened.
      const published = findPrintedDate(value)?.value.slice(0, 10) ?? null
      return published === null ? undefined : { kind: 'dateline', published }
    }
    if (/^(?:location|place|area|position)$/.test(label)) return { kind: 'dateline' }
    if (/^(?:subject|re)$/.test(label)) return { kind: 'headline', title: value }
    if (/^(?:from|issued by|prepared by|compiled by)$/.test(label))
      return { kind: 'other', ...(isPublisher(value) ? { publisher: value } : {}) }
    if (label === 'by') return undefined
    return { kind: 'other' }
  }
  if (CORRESPONDENT.test(line)) return { kind: 'other', byline: line.replace(/^\(?(?:from\s|by\s)?|\)$/gi, '') }
  return undefined
}

/** The day up to which a line says that the paper tells: "Police log, week ending Aug. 24, 2019". */
export const findUpTo = (line: string): string | null => {
  if (line.length > LONGEST) return null
  const week = WEEK_OF.exec(line)
  if (week) return findPrintedDate(`${week[1] ?? ''}${week[2]}`)?.value ?? null
  const date = findPrintedDate(line)
  return date && UP_TO.test(line.slice(Math.max(0, date.start - 40), date.start)) ? date.value : null
}

const ISSUE =
  /\b(?:daily|weekly|bulletin|sitrep|updates?|brief(?:ing|s)?|report|digest|round-?up|monitor|log|diary|notes?|summary|newsletter|highlights)\b[^.]{0,40}?(?:\s[-–—|:]|[,:(|])\s{0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$/i

/** "Northern Security Daily – 5 March 2019 (covering 4 March)": the day of an issue, in its title. */
export const findIssueDay = (line: string): string | null => {
  if (line.length > LONGEST) return null
  const date = findPrintedDate(line)
  return date && ISSUE.test(line.slice(0, date.start)) ? date.value.slice(0, 10) : null
}

const TODAY = /\b(?:today|this (?:morning|afternoon|evening))\s?[,(]?\s?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:the\s)?$/i

/** "Our men struck today, Friday 19 January 2024": the day on which it was written. */
export const findToday = (paragraph: string): string | null => {
  const words = paragraph.slice(0, 400)
  const date = findPrintedDate(words)
  return date && TODAY.test(words.slice(Math.max(0, date.start - 60), date.start)) ? date.value.slice(0, 10) : null
}
