import { overlaps, type Span, span } from '../../model/span.ts'
import type { Token } from '../language/parsed.ts'
import { coverageOf } from './coverage.ts'
import { baseOf, clauseOf, governors, hasDependent, subjectOf } from './grammar.ts'
import type { View } from './view.ts'

const OPENERS =
  /(?:^|\s)(?:since|so far(?: this)?|over|during|within|throughout|in|for|to date|between|from|across|until)\s*(?:the|this|these)?\s*$/i
const LONG = /^P(?:\d+(?:\.\d+)?(?:Y|M|W)|(?:[89]|[1-9]\d+)D|X[YMW]|\d+DE|\d+CE)/
const PAST = /\b(?:past|last|previous|recent|coming|first|preceding)\b/i
const CUSTOM =
  /\b(?:annually|yearly|every year|each year|a year|per year|a month|every month|each month|per month|every day|each day|so far this year|to date|over the years|in recent (?:years|months|weeks|decades)|this year alone|since then|in all)\b/i
const CAMPAIGN =
  /\b(?:since (?:the )?(?:\w+ ){0,3}(?:war|conflict|fighting|uprising|revolution|insurgency|invasion|offensive|coup|campaign|crackdown|unrest|violence|hostilities|protests|truce|ceasefire)\b|(?:during|throughout|over) the (?:\w+ ){0,2}(?:war|conflict|insurgency|campaign|uprising)|in the (?:\w+ ){0,2}(?:crackdown|campaign|purge|manhunt) that followed)/i

/** Words before a time mention that its reading leaves out. */
const BEFORE = 24

/** The words of a sentence that one clause holds: other clauses have periods of their own. */
const clauseSpan = (view: View, i: number): Span => {
  const { tokens, sentences } = view
  const sentence = sentences[tokens[i]!.sentence]!
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
  /\bsince (?:(?:the|its|their) (?:\w+ ){0,2}(?:start|beginning|outbreak|outset|onset|launch|end|eruption)\b|(?:[\w'’-]+ ){1,5}?(?:began|started|broke out|erupted|took (?:office|power|over)|came to|seized power|assumed|resumed|reopened|ended|was signed|was sworn|were sworn)\b)/i
const MONTH = /\b(?:this|last|past) (?:month|week)\b/i
/** Verbs of keeping count: what they count in a month or a year is a tally. */
const TALLYING = /^(?:document|record|count|register|tally|log|verify|confirm|report|recognise|recognize)$/
const QUARTER = /^\d{4}-(?:Q[1-4]|H[12])$/
const MONTH_OR_YEAR = /^\d{4}(?:-\d{2})?$/
const DAY = /^\d{4}-\d{2}-\d{2}/
const ONE = /^(?:a|an|one|single)$/
const MANY_EVENTS =
  /\b(?:(?:wave|series|string|spate|dozens|number) of|attacks|raids|bombings|clashes|killings|shootings|strikes|abductions|kidnappings|incidents|violence|unrest|bringing|brings?|brought)\b/i
const SUMS = /\b(?:number|total|tally|count|dozens|series|string|wave) of\b/i
/** Nobody's single attack is said to have killed so many in a year that only the year is named. */
const MASS = 500

/** "6,000 people have died in the fighting" */
const LASTING_IN = /\bin the (?:\w+ ){0,2}(?:war|conflict|insurgency|rebellion|uprising|violence|fighting|unrest|strife)\b/i

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

/** "From March to the end of May", "between 1979 and 2023": two months or years with a word of range before the first and between them. */
const rangeIn = (view: View, clause: Span): Span | undefined => {
  const times = view.within('time', clause).filter(({ value }) => value !== null && MONTH_OR_YEAR.test(value))
  for (let k = 1; k < times.length; k++) {
    const [from, to] = [times[k - 1]!, times[k]!]
    const before = view.text.slice(Math.max(clause.start, from.start - BEFORE), from.start)
    const between = view.text.slice(from.end, Math.min(to.start, from.end + BEFORE))
    if (/\b(?:between|from)\s*(?:the\s)?$/i.test(before) && /^\s(?:and|to|until|through)\s(?:the\s)?$/.test(between))
      return span(from.start, to.end)
  }
  return undefined
}

/** "Documented 63 deaths in 2019": a tally of a month or a year. */
const tallied = (view: View, i: number, clause: Span): Span | undefined => {
  const verbs = [i, ...governors(view, i)].map((at) => view.tokens[at]!)
  const counts = (token: Token): boolean => token.upos === 'VERB' && TALLYING.test(token.lemma)
  const counting = verbs.some(
    (token) => counts(token) || view.children(token.i).some((child) => isRelativeTally(view.tokens[child]!, counts)),
  )
  const time = counting ? view.within('time', clause).find(({ value }) => value !== null && MONTH_OR_YEAR.test(value)) : undefined
  return time && span(time.start, time.end)
}

const isRelativeTally = (token: Token, counts: (token: Token) => boolean): boolean => token.deprel.startsWith('acl') && counts(token)

/** "In an attack on a market": a clause that names a single deed tells of that deed, whatever year it names. */
const namesOneDeed = (view: View, clause: Span): boolean =>
  view
    .within('act', clause)
    .map(({ start }) => view.tokens[view.tokenAt(start)]!)
    .some(
      (token) =>
        token.upos === 'NOUN' &&
        token.xpos !== 'NNS' &&
        baseOf(token) === 'obl' &&
        view.children(token.i).some((child) => ONE.test(view.tokens[child]!.lower)),
    )

/** "Since Thursday", "since dawn": what goes on for days may be one event. */
const RECENT =
  /^(?:since )?(?:last |the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|dawn|midnight|noon|morning|afternoon|evening|night|o[’']clock)\b|\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b)/i

/** "Since May the office has recorded 59 incidents; four seafarers have been killed": how the sentence opens holds for its other clauses. */
const openedSince = (view: View, i: number): Span | undefined => {
  const sentence = view.sentences[view.tokens[i]!.sentence]!
  if (view.tokens[sentence.first]!.lower !== 'since' || !isPerfect(view, i)) return undefined
  const opening = span(sentence.start, Math.min(sentence.end, sentence.start + OPENING))
  const [time] = view.within('time', opening)
  return time && !RECENT.test(view.text.slice(time.start, time.end)) ? span(time.start, time.end) : undefined
}

/** How far into a sentence its opening time may stand. */
const OPENING = 40

/** Whether a day other than the period stands behind the figure: "three in a single strike on 6 March". */
const hasOwnDay = (view: View, figure: Span, period: Span): boolean => {
  const rest = view.text.slice(figure.end, figure.end + SEGMENT)
  const stop = rest.search(/[,;:.]\s|[.;]$/)
  const segment = span(figure.end, figure.end + (stop < 0 ? rest.length : stop))
  return view.within('time', segment).some((time) => time.value !== null && DAY.test(time.value) && !overlaps(time, period))
}

const SEGMENT = 120

/**
 * The period or campaign that a figure (of `size`, at `figure`, counted by the word `i`) is a total over: "in the past two years", "since
 * January". Undefined for one event's toll.
 */
export const periodOf = (view: View, i: number, size: number, figure: Span): Span | undefined => {
  const found = findPeriod(view, i, size)
  return found && !hasOwnDay(view, figure, found) ? found : undefined
}

const findPeriod = (view: View, i: number, size: number): Span | undefined => {
  const own = periodIn(view, i, clauseSpan(view, i), size) ?? openedSince(view, i)
  if (own) return own
  const lasting = lastingSubject(view, i)
  if (lasting) return lasting
  const sentence = view.sentences[view.tokens[i]!.sentence]!
  const began = isPerfect(view, i) ? BEGAN.exec(view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000))) : null
  if (began) return span(sentence.start + began.index, sentence.start + began.index + began[0].length)
  return hostPeriod(view, i, size) ?? (isOfOneEvent(view, sentence) ? undefined : coverageOf(view))
}

/** "39 shootings this year, in which 60 people died": a relative clause has the period of the noun's clause. */
const hostPeriod = (view: View, i: number, size: number): Span | undefined => {
  const top = view.tokens[clauseOf(view, i)]!
  if (top.deprel !== 'acl:relcl') return undefined
  const host = clauseOf(view, top.head)
  const clause = clauseSpan(view, host)
  return isPerfect(view, host) || SUMS.test(view.text.slice(clause.start, clause.end)) ? periodIn(view, host, clause, size) : undefined
}

/** A sentence with a day, or a single deed, tells of an event though the document is a bulletin. */
const isOfOneEvent = (view: View, sentence: Span): boolean =>
  view.within('time', sentence).some(({ value }) => value !== null && DAY.test(value)) || namesOneDeed(view, sentence)
/** "in a week of fighting", "in the last week of August": the event itself, or when it was; "in the past week" counts. */
const isOneWeek = (view: View, time: Span): boolean =>
  /\bweek$/i.test(view.text.slice(time.start, time.end)) && /^\s+of\b/i.test(view.text.slice(time.end, time.end + 5))

/** "a weekly market", "the daily bus": how often it is held, not how long was counted. */
const isAttribute = (view: View, time: Span): boolean => {
  const last = view.tokens[view.tokenAt(time.end - 1)]!
  return (last.upos === 'ADJ' || last.upos === 'NOUN') && view.tokens[last.i + 1]?.upos === 'NOUN' && last.head > last.i
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
      !isOneWeek(view, time) &&
      (PAST.test(words) || PAST.test(before) || OPENERS.test(before)) &&
      !/\b(?:after|later|ago|before)\b/i.test(text.slice(time.end, time.end + 8)) &&
      !/\bage/i.test(before)
    )
      return span(time.start, time.end)
    if (time.value !== null && QUARTER.test(time.value)) return span(time.start, time.end)
    if ((/\bsince\s*(?:the\s)?$/i.test(before) || /^since\b/i.test(words)) && !RECENT.test(words)) return span(time.start, time.end)
    if (time.type === 'SET' && !isAttribute(view, time)) return span(time.start, time.end)
    if (
      (/^(?:this|last) year$/i.test(words) && !namesOneDeed(view, clause)) ||
      (time.value !== null && /^\d{4}$/.test(time.value) && /\b(?:so far in|in all of|throughout|during)\s*$/i.test(before))
    )
      return span(time.start, time.end)
    if (/\b(?:past|last|previous|recent)\b.*\b(?:years|months|weeks|decades?)\b/i.test(words)) return span(time.start, time.end)
  }
  const lasting =
    size >= MASS && isPerfect(view, i) ? LASTING_IN.exec(text.slice(clause.start, Math.min(clause.end, clause.start + 1000))) : null
  if (lasting) return span(clause.start + lasting.index, clause.start + lasting.index + lasting[0].length)
  const year = size >= MASS ? view.within('time', clause).find(({ value }) => value !== null && /^\d{4}$/.test(value)) : undefined
  const summed = rangeIn(view, clause) ?? (year && span(year.start, year.end)) ?? tallied(view, i, clause)
  if (summed) return summed
  const words = text.slice(clause.start, Math.min(clause.end, clause.start + 1000))
  const counted = baseOf(view.tokens[i]!) === 'acl' ? view.tokens[view.tokens[i]!.head]! : view.tokens[i]!
  const isSum =
    /^(?:number|total|toll|tally|count)$/.test(counted.lemma) ||
    view.children(counted.i).some((child) => view.tokens[child]!.lemma === 'number')
  const month = isSum || MANY_EVENTS.test(words) ? MONTH.exec(words) : null
  const said = CUSTOM.exec(words) ?? CAMPAIGN.exec(words) ?? BEGAN.exec(words) ?? YEARS.exec(words) ?? month
  return said ? span(clause.start + said.index, clause.start + said.index + said[0].length) : undefined
}
