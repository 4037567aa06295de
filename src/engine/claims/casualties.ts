import type { Figure } from '../../model/claim.ts'
import { cover, type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { CountReading } from '../mentions/count/counts.ts'
import { statementAt } from '../statements/statement-at.ts'
import { type CountIndex, countOf } from './counts.ts'
import { type Description, describe } from './describe.ts'
import { conjuncts, isNominal } from './grammar.ts'
import { HARM_RULES } from './harms/harms.ts'
import { isNoOne } from './harms/nouns.ts'
import { includedIn } from './harms/parts.ts'
import type { HarmReading } from './harms/reading.ts'
import type { Harm } from './harms/words.ts'
import { type Manner, mannerOf } from './modality.ts'
import { meansPeople } from './people.ts'
import type { View } from './view.ts'

/** Those harmed, as one place of the text counts and describes them. The span is the words that carry the figure. */
export type Casualty = Span &
  Readonly<{
    harm: Harm
    predicate: number
    head: number
    agents: readonly number[]
    statement: Statement | undefined
    manner: Manner
    /** Null where the words count nobody: "the man", "they". */
    amount: Pick<Figure, 'low' | 'high' | 'approximate' | 'words'> | null
    relation: CountReading['relation']
    /** Of a number told elsewhere: 0.5 for "half of them", 2 for "twice as many". */
    fraction: number | null
    /** "at least twice as many" */
    isFloor: boolean
    about: Description
    part: boolean
    /** "two of them", "two of its soldiers": part of a larger number, if one is given. */
    share: boolean
    none: boolean
    rule: string
    /** Rules that read the number. */
    because: readonly string[]
  }>

const NONE_AT_ALL = { low: 0, high: 0, approximate: false, words: null } as const
const SEVERAL = { low: 2, high: null, approximate: false, words: null } as const
const ONE = { low: 1, high: 1, approximate: false, words: null } as const

/** "an unknown number of others", bare "others". */
const isUncounted = (view: View, head: number, about: Description, count: CountReading | undefined): boolean => {
  const { lower, lemma } = view.tokens[head]!
  if (lemma === 'number')
    return view.tokens[head + 1]?.lower === 'of' && !/^the$/i.test(view.text.slice(about.span.start, about.span.end).split(' ')[0] ?? '')
  return lower === 'others' && !about.definite && count === undefined
}

const amountOf = (view: View, head: number, about: Description, count: CountReading | undefined): Casualty['amount'] => {
  if (
    /^(?:most|all|both|mostly|many)$/i.test(view.text.slice(about.span.start, about.span.end).split(' ')[0] ?? '') &&
    (!count || count.high === null)
  )
    return null
  if (count && count.form !== 'definite' && count.relation !== 'definite' && count.low !== null)
    return { low: count.low, high: count.high, approximate: count.approximate, words: count.words }
  if (count && count.relation === 'definite' && count.form !== 'definite' && count.form !== 'bare-plural')
    return { low: count.low, high: count.high, approximate: count.approximate, words: count.words }
  if (count && count.high !== null && count.low === null)
    return { low: null, high: count.high, approximate: count.approximate, words: count.words }
  // "a number of citizens", "others were hurt": more than one, nobody says how many.
  if (isUncounted(view, head, about, count)) return SEVERAL
  if (about.name.length > 0) return ONE
  if (count && about.definite) return null
  if (count?.fraction != null || /^(?:any|every)(?:body|one)$/.test(view.tokens[head]!.lower)) return null
  const token = view.tokens[head]!
  // A headline leaves articles out: "Teen shot near park".
  if (
    !about.plural &&
    !about.pronoun &&
    !about.definite &&
    token.upos === 'NOUN' &&
    meansPeople(view, head) === true &&
    !/^(?:police|family|crowd|public|population|community)$/.test(token.lemma)
  )
    return ONE
  return null
}

const MOST = 110

const valueSpan = (view: View, head: number, about: Description, count: CountReading | undefined): Span => {
  const whole = count ? cover(about.span, span(count.start, count.end)) : about.span
  if (whole.end - whole.start <= MOST) return whole
  const token = view.tokens[head]!
  const narrow = count ? cover(span(count.start, count.end), token) : token
  return narrow.end - narrow.start <= MOST ? span(narrow.start, narrow.end) : span(token.start, token.end)
}

/** "most of them", "all of the victims": a share of those counted elsewhere. */
const isShare = (view: View, { span: own }: Description): boolean =>
  /^(?:most|all|many|some|half|both|each|none|one|two|three|several) of (?:them|whom|the|those)\b|^(?:most|half|mostly) /i.test(
    view.text.slice(own.start, own.end),
  )

/** What the document says elsewhere of somebody named, or of whom a pronoun stands for. */
const asKnown = (view: View, head: number, about: Description): Description => {
  if (about.name.length === 0 && !about.pronoun) return about
  const fullest = view.resolve(head)
  if (fullest?.type !== 'person') return about
  const at = view.tokenAt(fullest.start)
  let token = at
  for (let i = at; i < view.tokens.length && view.tokens[i]!.start < fullest.end; i++) {
    const { head: up } = view.tokens[i]!
    if (up < 0 || view.tokens[up]!.start < fullest.start || view.tokens[up]!.start >= fullest.end) token = i
  }
  if (token === head) return about
  const full = describe(view, token)
  const name = about.pronoun ? full.name : [...new Set([...about.name, ...full.name])]
  return {
    ...about,
    name,
    years: about.years ?? full.years,
    sex: about.sex ?? full.sex,
    band: about.band ?? full.band,
    status: about.status ?? full.status,
    role: about.role ?? full.role,
  }
}

/** "a whole family of nine", "a crew of 12": as many as they are. */
const memberCount = (view: View, counts: CountIndex, head: number): CountReading | undefined => {
  if (!/^(?:family|crew|group|party|team|squad|household|patrol)$/.test(view.tokens[head]!.lemma)) return undefined
  const of = view.tokens[head + 1]
  return of?.lower === 'of' && view.tokens[head + 2]?.upos === 'NUM' ? countOf(view, counts, head + 2) : undefined
}

const toCasualty = (view: View, counts: CountIndex, reading: HarmReading): Casualty => {
  const { patient, predicate } = reading
  const statement = statementAt(view.context.statements, view.tokens[predicate]!) ?? undefined
  const about = asKnown(view, patient, describe(view, patient))
  const count = memberCount(view, counts, patient) ?? countOf(view, counts, patient)
  const none = reading.none || (isNoOne(view, patient) && count?.form !== 'number')
  const share = !reading.part && (count?.relation === 'part' || isShare(view, about))
  const part = reading.part || share
  return {
    ...valueSpan(view, patient, about, count),
    harm: reading.harm,
    predicate,
    head: patient,
    agents: reading.agents,
    statement,
    manner: mannerOf(view, predicate, statement),
    amount: none ? NONE_AT_ALL : amountOf(view, patient, about, count),
    relation: count?.relation ?? (about.other ? 'additional' : null),
    fraction: count?.fraction ?? null,
    isFloor: count?.form === 'bound',
    about,
    part,
    share,
    none,
    rule: reading.rule,
    because: count ? [reading.rule, count.rule] : [reading.rule],
  }
}

/** "killing a clerk and wounding two guards": the guards are the second verb's, where the first has somebody of its own before it. */
const ofNearestPredicate = (readings: readonly HarmReading[]): readonly HarmReading[] => {
  const byPatient = new Map<number, HarmReading[]>()
  const first = new Map<number, number>()
  for (const reading of readings) {
    const { patient, predicate } = reading
    byPatient.set(patient, [...(byPatient.get(patient) ?? []), reading])
    if (patient > predicate) first.set(predicate, Math.min(patient, first.get(predicate) ?? patient))
  }
  return readings.filter(
    ({ patient, predicate, harm }) =>
      !byPatient
        .get(patient)!
        .some(
          (other) =>
            other.harm !== harm &&
            predicate < other.predicate &&
            other.predicate < patient &&
            (first.get(predicate) ?? patient) < other.predicate,
        ),
  )
}

/** "They told me I was already dead": whoever tells it lives. */
const isSpeaking = (view: View, i: number): boolean => /^(?:i|me|myself)$/.test(view.tokens[i]!.lower)

const ASKING =
  /^(?:\W*\w+:\s*)?(?:(?:and|but|so|well|in \w+|now)\W+){0,3}(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would)\b/i

/** "Do you confirm that 54 soldiers were killed?": a question that yes or no answers claims nothing. */
const isAsked = (view: View, i: number): boolean => {
  const { start, end } = view.sentences[view.tokens[i]!.sentence]!
  return (
    /\?["”’']?\s*$/.test(view.text.slice(Math.max(start, end - 4), end)) && ASKING.test(view.text.slice(start, Math.min(end, start + 80)))
  )
}

const key = ({ patient, harm }: HarmReading): string => `${patient} ${harm}`

/** Everybody said to have come to harm, in document order; comments and page furniture are not read. */
export const findCasualties = (view: View, counts: CountIndex): readonly Casualty[] => {
  const seen = new Map<string, HarmReading>()
  for (const rule of HARM_RULES)
    for (const reading of rule.find(view)) {
      if (
        !isNominal(view.tokens[reading.patient]!) &&
        view.tokens[reading.patient]!.upos !== 'ADJ' &&
        view.tokens[reading.patient]!.upos !== 'DET' &&
        view.tokens[reading.patient]!.upos !== 'VERB'
      )
        continue
      const known = seen.get(key(reading))
      // The same words read twice: what says that they are a part of others says more.
      if (!known || (reading.part && !known.part)) seen.set(key(reading), reading)
    }
  // "No arrests have been made", "no one has been arrested": nothing about those whom the attack befell.
  const readings = ofNearestPredicate([...seen.values()])
    .filter(({ patient, harm }) => !isAge(view, patient) && !(harm === 'killed' && isSpeaking(view, patient)))
    .filter(({ predicate }) => !isAsked(view, predicate))
    .filter(
      ({ harm, none, patient, predicate }) =>
        harm !== 'captured' ||
        !(none || isNoOne(view, patient)) ||
        !/^(?:arrest|detain|apprehend|jail|imprison|detention)/.test(view.tokens[predicate]!.lemma),
    )
  for (const reading of [...readings]) {
    if (reading.none || reading.part) continue
    for (const patient of includedIn(view, reading.patient))
      if (!seen.has(`${patient} ${reading.harm}`)) {
        const token = view.tokens[patient]!
        const part = { ...reading, patient, start: token.start, end: token.end, part: true, rule: 'harm/including' }
        seen.set(key(part), part)
        readings.push(part)
      }
  }
  const casualties = withoutRepeats(
    readings.map((reading) => toCasualty(view, counts, reading)),
    counts,
    view,
  )
  return withFractions(
    view,
    [...casualties].sort((a, b) => a.predicate - b.predicate || a.start - b.start),
  )
}

/** Words in the singular for several people, whose number stands behind "of". */
const GATHERED =
  /^(?:family|crew|group|party|team|squad|household|patrol|total|toll|number|tally|count|maximum|minimum|average|majority|band|gang|figure)$/

/** "ages 13, 17 and 19", "his sons, 10 and 12, before": no number of people. */
const isAge = (view: View, i: number): boolean => {
  const { tokens } = view
  if (tokens[i]!.upos !== 'NUM') return false
  let at = i - 1
  while (at >= 0 && i - at < 8 && (tokens[at]!.upos === 'NUM' || /^(?:and|,|&)$/.test(tokens[at]!.text))) at--
  const before = tokens[at]
  if (!before || before.sentence !== tokens[i]!.sentence) return false
  if (/^(?:age|ages|aged)$/.test(before.lower)) return true
  // "a boy of 12"
  const whose = before.lower === 'of' && tokens[i + 1]?.upos !== 'NOUN' ? tokens[before.i - 1] : undefined
  if (whose?.upos === 'NOUN' && whose.xpos === 'NN' && /^\d{1,2}$/.test(tokens[i]!.text)) return !GATHERED.test(whose.lemma)
  // Digits between commas behind people.
  const closes = /^(?:,|and|&)$/.test(tokens[i + 1]?.text ?? '') || tokens[i + 1]?.sentence !== tokens[i]!.sentence
  const isYears = /^\d{1,2}$/.test(tokens[i]!.text) && tokens[at + 1]?.text === ','
  return closes && isYears && before.upos === 'NOUN' && meansPeople(view, at) === true
}

/** One number read by two rules ("one dead": the number, and the word it stands before) is one reading, the first. */
const withoutRepeats = (casualties: readonly Casualty[], counts: CountIndex, view: View): readonly Casualty[] => {
  const seen = new Set<string>()
  return casualties.filter(({ head, harm, none, start, end }) => {
    // "a number of civilians": read at "number" and at "civilians".
    const words = `words ${start} ${end} ${harm}`
    if (seen.has(words) && !none) return false
    seen.add(words)
    const count = memberCount(view, counts, head) ?? countOf(view, counts, head)
    if (!count || none) return true
    const key = `${count.start} ${count.end} ${harm === 'shot' ? 'wounded' : harm}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Two casualties joined by "and" under one predicate: "a soldier and two civilians", "eight in Aleppo and four in Idlib". */
export const areJoined = (view: View, a: Casualty, b: Casualty): boolean =>
  a.predicate === b.predicate &&
  (isGapped(a) || isGapped(b) || conjuncts(view, Math.min(a.head, b.head)).includes(Math.max(a.head, b.head)))

const isGapped = ({ rule }: Casualty): boolean => rule === 'harm/gapped'

/** How far back a share or a multiple looks for the number it is taken of, in sentences. */
const BASE_REACH = 3

/** "twice as many hurt", "half of them children": of the number told last before, of the same harm where it is a share. */
const withFractions = (view: View, casualties: readonly Casualty[]): readonly Casualty[] =>
  casualties.map((casualty) => {
    const { fraction, head, harm } = casualty
    if (fraction === null || casualty.amount !== null) return casualty
    const sentence = view.tokens[head]!.sentence
    const base = casualties.findLast(
      (one) =>
        one.head < head &&
        one.amount?.high != null &&
        one.amount.low === one.amount.high &&
        !one.part &&
        (fraction > 1
          ? view.tokens[one.head]!.sentence === sentence
          : one.harm === harm && sentence - view.tokens[one.head]!.sentence <= BASE_REACH),
    )?.amount?.low
    if (base === undefined || base === null) return casualty
    const number = Math.round(base * fraction)
    const amount = {
      low: number,
      high: casualty.isFloor ? null : number,
      approximate: fraction > 1 || !Number.isInteger(base * fraction),
      words: null,
    }
    return { ...casualty, amount, part: casualty.part || fraction < 1 }
  })
