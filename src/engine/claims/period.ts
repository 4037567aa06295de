import { type Span, span } from '../../model/span.ts'
import { baseOf, clauseOf, hasDependent, subjectOf } from './grammar.ts'
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

const LASTING =
  /^(?:war|conflict|insurgency|rebellion|uprising|revolt|revolution|crackdown|campaign|unrest|violence|fighting|feud|blockade|occupation|militancy|banditry|terrorism|warfare|strife)$/
const YEARS =
  /\b(?:\w+[- ](?:year|month|decade)s?(?:-(?:old|long))? (?:\w+ ){0,2}?(?:war|conflict|insurgency|rebellion|campaign|uprising|conflagration|offensive|siege|blockade)|now in its \w+ (?:year|month|week)|(?:\w+ ){1,2}(?:years|months|weeks|decades?) of (?:\w+ ){0,2}(?:war|conflict|fighting|violence|unrest|attacks|clashes|strikes))\b/i
const BEGAN =
  /\bsince (?:(?:the|its|their) (?:\w+ ){0,2}(?:start|beginning|outbreak|outset|onset|launch|end|eruption)\b|(?:it|they|he|she|\w+ing) (?:began|started|broke out|erupted|took|seized|came)\b|\w+ began\b)/i
const MONTH = /\b(?:this|last|past) (?:month|week)\b/i
const NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December'
const MONTHS = new RegExp(`\\b(?:between|from) (?:${NAMES}|\\d{4})(?: \\d{4})? (?:and|to) (?:${NAMES}|\\d{4})\\b`)
const MANY_EVENTS =
  /\b(?:(?:wave|series|string|spate|dozens|number) of|attacks|raids|bombings|clashes|killings|shootings|strikes|abductions|kidnappings|incidents|violence|unrest|bringing|brings?|brought)\b/i
/** Nobody's single attack is said to have killed so many in a year that only the year is named. */
const MASS = 500

const isPerfect = (view: View, i: number): boolean =>
  hasDependent(view, i, ({ deprel, lower }) => deprel.startsWith('aux') && /^(?:has|have|had|'ve|’ve|'s)$/.test(lower))

/** "The conflict has killed some 14,000 people": what goes on for long, told in the perfect, is no single event. */
const lastingSubject = (view: View, i: number): Span | undefined => {
  let at = i
  for (let n = 0; n < 3 && !isPerfect(view, at) && /^(?:conj|xcomp|obj|amod|nummod|advcl)$/.test(baseOf(view.tokens[at]!)); n++)
    at = view.tokens[at]!.head
  if (!isPerfect(view, at)) return undefined
  const subject = subjectOf(view, at)
  const token = subject === undefined ? undefined : view.tokens[subject]!
  return token && LASTING.test(token.lemma) ? span(token.start, token.end) : undefined
}

/** The period or campaign a figure is a total over ("in the past two years", "since January"); undefined for one event's toll. */
export const periodOf = (view: View, i: number, size = 0): Span | undefined => {
  const own = periodIn(view, i, clauseSpan(view, i), size)
  if (own) return own
  const lasting = lastingSubject(view, i)
  if (lasting) return lasting
  const sentence = view.sentences[view.tokens[i]!.sentence]!
  const began = isPerfect(view, i) ? BEGAN.exec(view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000))) : null
  if (began) return span(sentence.start + began.index, sentence.start + began.index + began[0].length)
  // "39 shootings this year, in which 60 people died": a relative clause has the period of the noun's clause.
  const top = clauseOf(view, i)
  const host = view.tokens[top]!.deprel === 'acl:relcl' ? clauseOf(view, view.tokens[top]!.head) : undefined
  return host !== undefined && isPerfect(view, host) ? periodIn(view, host, clauseSpan(view, host), size) : undefined
}

const periodIn = (view: View, i: number, clause: Span, size: number): Span | undefined => {
  const { text } = view
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
  const year = size >= MASS ? view.within('time', clause).find(({ value }) => value !== null && /^\d{4}$/.test(value)) : undefined
  if (year) return span(year.start, year.end)
  const words = text.slice(clause.start, Math.min(clause.end, clause.start + 1000))
  const counted = baseOf(view.tokens[i]!) === 'acl' ? view.tokens[view.tokens[i]!.head]! : view.tokens[i]!
  const isSum =
    /^(?:number|total|toll|tally|count)$/.test(counted.lemma) ||
    view.children(counted.i).some((child) => view.tokens[child]!.lemma === 'number')
  const month = MONTHS.exec(words) ?? (isSum || MANY_EVENTS.test(words) ? MONTH.exec(words) : null)
  const said = CUSTOM.exec(words) ?? CAMPAIGN.exec(words) ?? BEGAN.exec(words) ?? YEARS.exec(words) ?? month
  return said ? span(clause.start + said.index, clause.start + said.index + said[0].length) : undefined
}
