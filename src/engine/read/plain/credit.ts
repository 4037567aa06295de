import { findPrintedDate } from '../dates.ts'
import { isPublisher } from './release.ts'

/** A line of a document's head that says by whom, where or when it was put out. */
export type Credit = Readonly<{ byline: string | null; published: string | null; publisher: string | null }>

const BYLINE = /^(?:written\s|posted\s|published\s|reported\s|story\s|reporting\s|words\s)?by:?\s(.{2,120})$/i
const PUBLISHED =
  /^(?:(?:first\s|originally\s|last\s)?(?:published|posted|updated|modified|released|issued|created|date|filed|dateline)(?:\s(?:on|at|by))?)\b\s{0,2}:?\s{0,2}/i
/** "Posted by A. Writer on …": who put it out, and when. */
const BY_AND_ON = /^(?:posted|published|written)\sby\s[^.]{2,60}\.?\s(?:on|at)\s{0,2}$/i
const AT_DATE = /\s(?:on|at)$/i
const WEEKDAY = /^(?:on\s)?(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?[,.]?\s/i
/** What may be left of a credit once its date is taken out. */
const LEFT_OVER = /^(?:(?:updated|modified|published|posted)\b.{0,60}|@?\s?\d{1,2}[:.h]\d{2}.{0,30})$/i
const CLOCK = /\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?\s?(?:gmt|utc|[ecmp][sd]t|[ecmp]t)?/i
const PARTS = /\s*[|•·]\s*|\s+[–—/-]\s+|(?:[.;,]\s+|\s+)(?=(?:last\s)?(?:updated|modified|posted|published)(?:\s?:|\s(?:at|on|\d)))/i
/** The words a name of a paper or a person may be made of. */
const NAME =
  /^(?:[\p{Lu}\d][\p{L}\p{M}\d.'’&-]{0,30}|of|the|and|de|la|for|our|staff|correspondents?|reporters?|writers?|editors?|desk|agency|agencies|team|newsroom|a|an|in|special|to|from|by|our)(?:\s(?:[\p{Lu}\d][\p{L}\p{M}\d.'’&-]{0,30}|of|the|and|de|la|for|our|staff|correspondent|correspondents|reporter|reporters|writer|writers|editor|editors|desk|team|newsroom|agency|agencies|in|special|to|from)){0,9}$/u

/** What sort of paper it is: whoever is named beside that puts it out. */
const PAPER = /^(?:(?:press|news|media|official|joint|public)\s)?(?:release|statement|communiqu[eé]|announcement|notice)$/i

/** Written by somebody who is not named. */
const DUTY = /^(?:our|staff|special|a)\s(?:\p{L}{1,15}\s)?(?:reporters?|correspondents?|writers?)$/iu

const LONGEST = 200

/** By whom and when, read from a line that says nothing else; undefined for a line of the story. */
export const findCredit = (line: string): Credit | undefined => {
  if (line.length > LONGEST) return undefined
  let published: string | null = findPrintedDate(line)?.value ?? null
  let byline: string | null = null
  const names: string[] = []
  let isPaper = false
  let house: string | null = null
  for (const raw of line.split(PARTS)) {
    const date = findPrintedDate(raw)
    published ??= date?.value ?? null
    const rest = (date ? [raw.slice(0, date.start), raw.slice(date.end)] : [raw]).map((words) =>
      (BY_AND_ON.test(words) ? words : words.replace(PUBLISHED, '')).replace(date ? CLOCK : /^$/, ''),
    )
    for (const words of rest) {
      const part = words.replace(/^[\s,.;()@]+|[\s,()@:]+$/g, '').replace(date ? AT_DATE : /^$/, '')
      if (part === '' || WEEKDAY.test(`${part} `) || /^(?:at|on|am|um|vom|[ecmp]t)$/i.test(part)) continue
      const by = BYLINE.exec(part)
      if (by && NAME.test(by[1]!.replace(/,.*$/, '').trim())) byline ??= by[1]!.trim()
      else if (LEFT_OVER.test(part)) continue
      else if (DUTY.test(part)) byline ??= part
      else if (PAPER.test(part)) isPaper = true
      else if (NAME.test(part)) {
        names.push(part)
        // A single word may be the town.
        if (!date && part.includes(' ')) house ??= part
      } else return undefined
    }
  }
  if (published === null && byline === null) return undefined
  if (names[0] && byline === null && names[0].split(' ').length > 8) return undefined
  // "Northport, 5 March 2019": a town is nobody's name.
  return { byline, published, publisher: names.find(isPublisher) ?? (isPaper ? house : null) }
}
