import { type Span, span } from '../../model/span.ts'
import { baseOf, clauseOf } from './grammar.ts'
import type { View } from './view.ts'

const OPENERS =
  /(?:^|\s)(?:since|so far(?: this)?|over|during|within|throughout|in|for|to date|between|from|across|until)\s*(?:the|this|these)?\s*$/i
const LONG = /^P(?:\d+(?:\.\d+)?(?:Y|M|W)|(?:[89]|[1-9]\d+)D|X[YMW]|\d+DE|\d+CE)/
const PAST = /\b(?:past|last|previous|recent|coming|first|preceding)\b/i
const CUSTOM =
  /\b(?:annually|yearly|every year|each year|a year|per year|a month|every month|each month|per month|every day|each day|so far this year|to date|over the years|in recent (?:years|months|weeks|decades)|this year alone|since then|in all)\b/i
const CAMPAIGN =
  /\b(?:since (?:the )?(?:\w+ ){0,3}(?:war|conflict|fighting|uprising|revolution|insurgency|invasion|offensive|coup|campaign|crackdown|unrest|violence|hostilities|protests|truce|ceasefire)\b|(?:during|throughout|over) the (?:\w+ ){0,2}(?:war|conflict|insurgency|campaign|uprising))/i

/** Words before a time mention that its reading leaves out. */
const BEFORE = 24

/** The words of a sentence that one clause holds: other clauses have periods of their own. */
const clauseSpan = (view: View, i: number): Span => {
  const { tokens, sentences } = view
  const sentence = sentences[tokens[i]!.sentence]!
  if (!sentence.parsed) return sentence
  const clause = clauseOf(view, i)
  let start = tokens[i]!.start
  let end = tokens[i]!.end
  for (let at = sentence.first; at < sentence.last; at++) {
    if (tokens[at]!.upos === 'PUNCT') continue
    let up = at
    for (let n = 0; n < 30 && up !== clause; n++) {
      const token = tokens[up]!
      if (token.head < 0 || (up !== at && (baseOf(token) === 'ccomp' || baseOf(token) === 'advcl'))) break
      up = token.head
    }
    if (up !== clause) continue
    start = Math.min(start, tokens[at]!.start)
    end = Math.max(end, tokens[at]!.end)
  }
  return span(start, end)
}

/** The period or campaign a figure is a total over ("in the past two years", "since January"); undefined for one event's toll. */
export const periodOf = (view: View, i: number): Span | undefined => {
  const { text } = view
  const clause = clauseSpan(view, i)
  for (const time of view.within('time', clause)) {
    const before = text.slice(Math.max(clause.start, time.start - BEFORE), time.start)
    const words = text.slice(time.start, time.end)
    if (
      time.type === 'DURATION' &&
      time.value !== null &&
      LONG.test(time.value) &&
      (PAST.test(words) || PAST.test(before) || OPENERS.test(before)) &&
      !/\b(?:after|later|ago|before)\b/i.test(text.slice(time.end, time.end + 8)) &&
      !/\bage/i.test(before)
    )
      return span(time.start, time.end)
    if (/\bsince\s*(?:the\s)?$/i.test(before) || /^since\b/i.test(words)) return span(time.start, time.end)
    if (time.type === 'SET') return span(time.start, time.end)
    if (
      /^(?:this|last) year$/i.test(words) ||
      (time.value !== null && /^\d{4}$/.test(time.value) && /\b(?:so far in|in all of|throughout|during)\s*$/i.test(before))
    )
      return span(time.start, time.end)
    if (/\b(?:past|last|previous|recent)\b.*\b(?:years|months|weeks|decades?)\b/i.test(words)) return span(time.start, time.end)
  }
  const words = text.slice(clause.start, Math.min(clause.end, clause.start + 1000))
  const said = CUSTOM.exec(words) ?? CAMPAIGN.exec(words)
  return said ? span(clause.start + said.index, clause.start + said.index + said[0].length) : undefined
}
