import type { PartyMention, PlaceMention, TimeMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import type { Casualty } from '../claims/casualties.ts'
import { phraseOf } from '../claims/describe.ts'
import { baseOf, caseOf, conjuncts, objectsOf, obliques } from '../claims/grammar.ts'
import { mannerOf } from '../claims/modality.ts'
import type { View } from '../claims/view.ts'
import type { Token } from '../language/parsed.ts'
import type { ActReading } from '../mentions/act/acts.ts'
import type { ActKind } from '../mentions/act/kinds.ts'
import { DOING_VERBS } from '../mentions/act/lexicon.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'
import { reachOfPhrase } from '../mentions/party/phrase.ts'
import { isWithin } from '../mentions/place/places.ts'
import type { WeaponReading } from '../mentions/weapon/weapons.ts'
import { statementAt } from '../statements/statement-at.ts'
import { daysOf } from './agree.ts'
import { byToken, headOf, holderOf, nearestIn } from './attach.ts'
import { doerAt, findComers, findDoersAround } from './doers.ts'
import { familyOf } from './families.ts'
import type { Happening, Placed, PlaceRole, Relation, Taking, Timed } from './happening.ts'
import { speakerFirst } from './self.ts'
import { aimsOfNoun, doerBeforeNoun, doersOfNoun, ownersOf, partyAt, type Resolve, takingAt } from './takers.ts'
import { landAt } from './unlisted.ts'

export type Materials = Readonly<{
  view: View
  acts: readonly ActReading[]
  casualties: readonly Casualty[]
  weapons: readonly WeaponReading[]
  resolve: Resolve
}>

const HARM_ACTS: Readonly<Record<Casualty['harm'], ActKind>> = {
  killed: 'die',
  wounded: 'wound',
  shot: 'shoot',
  missing: 'go-missing',
  captured: 'arrest',
  displaced: 'displace',
}

const OTHER =
  /^(?:another|other|separate|second|third|fourth|fifth|previous|earlier|prior|similar|different|subsequent|later|unrelated|past|old|next)$/
/** "An earlier toll of 39" is of the same event. */
const TALLY = /^(?:toll|figure|count|tally|number|estimate|total)$/
const SERIES =
  /^(?:repeated|recent|frequent|numerous|several|many|various|regular|daily|continued|continuing|ongoing|persistent|increasing|future|such|more|previous|past|all|any|no|most|some|these|those|similar)$/

const isPast = ({ xpos }: Token): boolean => xpos === 'VBD' || xpos === 'VBN' || xpos === 'VBG'

const isTerse = (view: View, i: number): boolean => /^(?:headline|standfirst|caption|list-item)$/.test(view.passageOf(i)?.kind ?? '')

/** "Four hours earlier a patrol had come under fire": what the sentence tells is not what was told before it. */
const EARLIER =
  /^\W{0,3}(?:(?:about|some|around|just|only|nearly)\s)?(?:\w+\s){0,2}(?:hours?|days?|weeks?|months?|years?)\s(?:earlier|before)\b|^\W{0,3}(?:earlier|separately|elsewhere|meanwhile)\b|^in (?:a|an|another) (?:separate|unrelated|earlier|different|other)\b/i

/** "In mid-August, 17 soldiers had died", "In the worst attack, in 2010, …", "Last November a similar attack": back from what is told to what was before. */
const BACK =
  /^\W{0,3}(?:(?:on|in|back in|last)\s[^,.;]{2,40}?(?:,\s|\s)[^.;]{0,60}?\bhad\s(?:\w+ly\s)?(?:been\s)?\w+(?:ed|en|t|n)\b|(?:in|among) (?:one of )?(?:the|its|their) (?:worst|deadliest|bloodiest|biggest|most)\b|last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)\b)/i
/** "Hours later", "The next day", "later in the day": on from what is told to what came then. */
const ONWARD =
  /^\W{0,3}(?:(?:some |several |a few )?(?:hours|days|weeks) later|(?:a|one|two|three) (?:day|week|hour|month)s? later|the (?:next|following|same) (?:day|night|morning|afternoon|evening)|(?:hours|days|weeks) after (?:the|that|those)\b|also (?:on|in)|in (?:a|another|one) (?:second|further|later) (?:attack|incident|clash|raid|strike|shooting|bombing))\b|\blater (?:in the day|that (?:day|night|evening))\b/i

/** "In April, …", "Last month …", "In 2015 …", "Two weeks ago …": far from the day of what was told. */
const FORMERLY =
  /^\W{0,3}(?:also |back |it was )?(?:in (?:early[- ]|mid-?|late[- ])?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: of)?(?: last year| this year| \d{4})?\b(?! \d)|last (?:year|month|week|spring|summer|autumn|fall|winter)\b|earlier (?:this|in the|last) (?:week|month|year)\b|in (?:19|20)\d\d\b|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some) (?:weeks?|months?|years?) (?:ago|earlier|before)\b)/i

/** "In retaliation fighters attacked …": the answer is not what was told before. */
const ANSWERS = /^\W{0,3}in (?:\w+ )?(?:retaliation|response|revenge|reprisal|reply|retribution)\b,? (?!to\b|for\b)/i

/** "It was the second such attack this year: on New Year's Day a bomb …": behind the colon, the one before. */
const COUNTED_ON = /^\W{0,3}(?:it|this|that) (?:was|is) (?:at least )?the (?:second|third|fourth|fifth|sixth|seventh|latest)\b[^:]{0,160}:/i

const opensAnother = (view: View, i: number, act: ActKind): boolean => {
  const sentence = view.sentences[view.tokens[i]!.sentence]!
  if (COUNTED_ON.test(view.text.slice(sentence.start, Math.min(view.tokens[i]!.start, sentence.start + 240)))) return true
  const opening = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60))
  if (EARLIER.test(opening) || FORMERLY.test(opening) || ANSWERS.test(opening)) return true
  // "… called it self-defence: on Tuesday a gunman had killed two": behind a colon a clause begins.
  const colon = view.text.lastIndexOf(': ', view.tokens[i]!.start)
  const begin = colon > sentence.start ? colon + 2 : sentence.start
  const whole = view.text.slice(begin, Math.min(sentence.end, begin + 160))
  return BACK.test(whole) || (familyOf(act) !== 'outcome' && ONWARD.test(whole))
}

const referenceOf = (view: View, i: number, nominal: boolean): Readonly<{ reference: Happening['reference']; other: boolean }> => {
  const token = view.tokens[i]!
  const words = view.children(i).map((child) => view.tokens[child]!)
  // "It was the third shooting this month": the one told of, counted.
  const isCounted = words.some(({ deprel }) => deprel === 'cop') && words.some(({ lower }) => /^(?:it|this|that)$/.test(lower))
  const other =
    nominal &&
    !isCounted &&
    !TALLY.test(token.lemma) &&
    words.some(({ lower, deprel }) => OTHER.test(lower) && !deprel.startsWith('nmod:poss'))
  if (!nominal)
    return {
      reference: 'verb',
      other: words.some(({ lower, deprel }) => deprel === 'advmod' && /^(?:separately|elsewhere|previously|earlier)$/.test(lower)),
    }
  const plural = token.xpos === 'NNS' || token.xpos === 'NNPS'
  const definite = words.some(({ lower, deprel }) => /^(?:the|this|that|these|those)$/.test(lower) || deprel === 'nmod:poss')
  const counted = words.some(({ deprel, upos }) => deprel === 'nummod' || upos === 'NUM')
  const repeated = words.some(({ lower }) => SERIES.test(lower))
  const verb = token.head >= 0 ? view.tokens[token.head] : undefined
  // "conducted strikes against five bases", "strikes hit the port" tell of something done; "attacks on bases" alone of no one thing.
  const told =
    verb !== undefined &&
    verb.upos === 'VERB' &&
    (isPast(verb) || (isTerse(view, i) && verb.xpos !== 'VB')) &&
    ((DOING_VERBS.has(verb.lemma) && token.deprel.startsWith('obj')) || token.deprel.startsWith('nsubj'))
  if (plural && !counted && (repeated || (!definite && !told))) return { reference: 'plural', other }
  return { reference: definite ? 'definite' : 'indefinite', other }
}

const withOther = <R extends Readonly<{ other: boolean }>>(reference: R, other: boolean): R => (other ? { ...reference, other } : reference)

const RELATIONS: Readonly<Record<string, Relation>> = {
  near: 'near',
  outside: 'outside',
  between: 'between',
  beside: 'near',
  'close to': 'near',
  around: 'near',
  towards: 'near',
  toward: 'near',
  off: 'near',
}
const NEAR_WORDS =
  /\b(?:near|close to|outside|between|outskirts of|not far from|adjacent to|vicinity of|kilometers (?:north|south|east|west)|miles (?:north|south|east|west)|km (?:north|south|east|west))\s+(?:the\s+)?(?:\w+\s+){0,2}$/i

const relationOf = (view: View, head: number, mention: PlaceMention): Relation => {
  const known = RELATIONS[caseOf(view, head)]
  if (known) return known
  const found = NEAR_WORDS.exec(view.text.slice(Math.max(0, mention.start - 50), mention.start))
  if (!found) return 'at'
  const word = found[0].trim().toLowerCase()
  return word.startsWith('between') ? 'between' : word.startsWith('outside') || word.startsWith('outskirts') ? 'outside' : 'near'
}

const MEDICAL = /^(?:hospital|clinic|morgue|mortuary|infirmary)$/
const LAUNCH = /^(?:fire|launch|fly|take|come|shell|lob)$/

/** What a place is to a deed: where it fell, where it was launched from, where the wounded were taken. */
export const roleOf = (view: View, through: readonly number[], head: number): PlaceRole => {
  const above = view.tokens[through.at(-1) ?? head]!.head
  for (const at of above >= 0 ? [...through, above] : through) {
    const { lemma } = view.tokens[at]!
    if (
      /^(?:take|rush|transport|airlift|transfer|admit|treat|fly|evacuate|bring)$/.test(lemma) &&
      (MEDICAL.test(view.tokens[head]!.lemma) || [...through, ...view.children(at)].some((one) => MEDICAL.test(view.tokens[one]!.lemma)))
    )
      return 'treated-at'
  }
  const isFrom = [head, ...through].some(
    (at) =>
      caseOf(view, at) === 'from' && (at === head || /^(?:direction|territory|side|area|position|base)$/.test(view.tokens[at]!.lemma)),
  )
  if (isFrom && through.concat(head).some((at) => LAUNCH.test(view.tokens[view.tokens[at]!.head]?.lemma ?? ''))) return 'launched-from'
  return 'hit'
}

/** Does a place name somebody ("the Iraqi army", "police in Paris said") rather than say where? */
export const isAboutSomebody = (view: View, mention: PlaceMention, head: number): boolean => {
  const token = view.tokens[head]!
  const relation = baseOf(token)
  // "Iran-backed", "US airstrikes".
  if (view.text[mention.end] === '-') return true
  if (mention.precision >= 6 && (relation === 'compound' || relation === 'amod' || token.deprel === 'nmod:poss')) return true
  if (token.upos === 'ADJ' && (relation === 'amod' || relation === 'compound')) return true
  if (relation === 'nsubj' || token.deprel === 'obl:agent')
    return (
      view.within('party', mention).some(({ type }) => type === 'geopolitical' || type === 'organisation' || type === 'group') ||
      relation === 'nsubj'
    )
  const parent = token.head >= 0 ? view.tokens[token.head] : undefined
  if (parent && (relation === 'compound' || token.deprel === 'nmod:poss')) {
    const party = partyAt(view, parent.i)
    return !!party && party.type !== 'facility' && party.start <= mention.start
  }
  return false
}

const AREAS: Readonly<Record<string, (precision: number) => boolean>> = {
  city: (precision) => precision <= 3,
  town: (precision) => precision <= 3,
  village: (precision) => precision <= 3,
  neighborhood: (precision) => precision <= 3,
  neighbourhood: (precision) => precision <= 3,
  district: (precision) => precision <= 3,
  area: (precision) => precision <= 4,
  province: (precision) => precision === 4,
  region: (precision) => precision === 4 || precision === 5,
  state: (precision) => precision === 4,
  country: (precision) => precision === 6,
}

/** "in the same city": the place last named that is one. */
const placeMeant = (view: View, i: number, places: readonly PlaceMention[]): PlaceMention | undefined => {
  const token = view.tokens[i]!
  const isKind = AREAS[token.lemma]
  if (!isKind || token.upos !== 'NOUN') return undefined
  if (!/^(?:in|inside|at|of|near|outside|across|through|throughout|into)$/.test(caseOf(view, i))) return undefined
  const words = view.children(i).map((child) => view.tokens[child]!)
  if (!words.some(({ lower }) => /^(?:the|this|that|same)$/.test(lower))) return undefined
  if (
    words.some(
      ({ upos, deprel }) =>
        upos === 'PROPN' ||
        deprel.startsWith('nmod') ||
        deprel.startsWith('acl') ||
        deprel === 'appos' ||
        deprel === 'amod' ||
        deprel === 'compound',
    ) &&
    !words.some(({ lower }) => lower === 'same')
  )
    return undefined
  // "the city of Quetta", "the town/crossing of Safwan" name themselves.
  if (places.some((place) => place.start > token.end && place.start < token.end + 30 && place.end <= view.sentences[token.sentence]!.end))
    return undefined
  const near = places.filter((place) => place.end <= token.start)
  for (let at = near.length - 1; at >= 0 && at > near.length - 12; at--) if (isKind(near[at]!.precision)) return near[at]
  return undefined
}

type Open = { -readonly [K in keyof Happening]: Happening[K] extends readonly (infer E)[] ? E[] : Happening[K] }

const push = <T>(map: Map<number, T[]>, at: number, item: T): void => {
  const list = map.get(at)
  if (list) list.push(item)
  else map.set(at, [item])
}

const unique = (takings: readonly (Taking | undefined)[]): Taking[] => {
  const seen = new Set<string>()
  return takings.filter((taking): taking is Taking => {
    if (!taking) return false
    const key = `${taking.mention.id} ${taking.span.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const isDoer = ({ mention }: Taking): boolean => mention.type !== 'facility' && mention.type !== 'vehicle'

/** Those who may kill and be killed in one deed. */
const ATTACKING =
  /^(?:bomber|attacker|assailant|gunman|militant|fighter|rebel|soldier|troop|insurgent|terrorist|shooter|suspect|guerrilla|force|man|woman|police|officer)$/

const FIGHTS = /^(?:gunfight|gunbattle|gun-battle|firefight|shoot-?out|crossfire)$/i

const LANDING_ACTS: Readonly<Partial<Record<WeaponReading['type'], ActKind>>> = {
  mortar: 'shell',
  artillery: 'shell',
  rocket: 'rocket-fire',
  missile: 'rocket-fire',
  bomb: 'bomb',
  drone: 'drone-strike',
  grenade: 'grenade',
}

/** "Eight bombs fell on the town": what falls was dropped. */
const FALLING = /^(?:fall|rain)$/
const landingOf = (type: WeaponReading['type'], verb: string): ActKind | undefined =>
  type === 'bomb' && FALLING.test(verb) ? 'air-strike' : LANDING_ACTS[type]

const stemOf = (view: View, i: number): string => singular(view.tokens[i]!.lemma.toLowerCase()).replace(/^air-?(?=strike)/, '')

/** "all five strikes", in a document that has told of air strikes: the word alone would not say what sort of strike. */
const sayAgain = (view: View, acts: readonly ActReading[]): readonly ActReading[] => {
  const known = new Map(acts.filter(({ form }) => form === 'noun').map((act) => [stemOf(view, act.token), act]))
  const taken = new Set(acts.map(({ token }) => token))
  return view.tokens.flatMap((token) => {
    if (token.upos !== 'NOUN' || taken.has(token.i) || baseOf(token) === 'compound') return []
    const act = known.get(stemOf(view, token.i))
    const definite = view.children(token.i).some((child) => /^(?:the|these|those|this|that|all|both)$/.test(view.tokens[child]!.lower))
    return act && definite && act.effect === null
      ? [{ ...act, start: token.start, end: token.end, token: token.i, agents: [], patients: [], instruments: [], light: null }]
      : []
  })
}

/** Means that are laid or thrown somewhere: where that is a building or a vehicle, it is what was hit. */
const PLANTED = /^(?:bomb|suicide-bomb|grenade|burn)$/
const AT_SITE = /^(?:at|in|inside|under|underneath|beneath|against|outside|in front of|opposite|on top of|on|into)$/

const isThing = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return false
  const sort = classOfNoun(singular(token.lower))
  return sort === 'facility' || sort === 'vehicle' || THINGS.test(token.lower) || (sort === 'organisation' && HOUSED.test(token.lower))
}
/** Bodies whose name is said of the house they are in. */
const HOUSED =
  /^(?:ministry|department|institute|institution|company|enterprise|firm|agency|fund|association|corporation|newspaper|radio|television|station|council|municipality|court|tribunal|congress|parliament|consulate|embassy|union|federation|bureau|mission|bank|office|headquarters)s?$/
/** Things that are built or set up and are no buildings. */
const THINGS =
  /^(?:studio|booth|pole|pylon|mast|transmitter|transformer|kiosk|substation|monument|statue|stand|grid|network|system|structure|field|crop|drugstore|pharmacy|headquarter|residence|club|branch|exchange|establishment|business|institution|monastery|printshop|cabin|line)(?:s|es)?$/

/** The side or part of a building that a device is laid at: "in front of the bank", "at the gate of the base". */
const SIDE = /^(?:front|top|entrance|door|gate|basement|lobby|courtyard|side|roof|doorway|hall|garage|garden|lot|foot|back)$/
const TAKES_PLACE = /^(?:occur|happen|take|go|explode|be)$/

const wholeOf = (view: View, i: number): number =>
  SIDE.test(view.tokens[i]!.lemma) ? (obliques(view, i).find(({ word }) => word === 'of')?.head ?? i) : i

/** "exploded at the house of the judge", "was placed under a bus", "the blast occurred in front of the bank": the tokens of the building or vehicle. */
const sitesOf = (view: View, i: number): readonly number[] => {
  const { head, deprel } = view.tokens[i]!
  const verb = head >= 0 && deprel.startsWith('nsubj') && TAKES_PLACE.test(view.tokens[head]!.lemma) ? obliques(view, head) : []
  return [...obliques(view, i), ...verb]
    .filter(({ word }) => AT_SITE.test(word))
    .map(({ head: at }) => wholeOf(view, at))
    .filter((at) => isThing(view, at) && view.within('place', view.tokens[at]!).length === 0)
    .flatMap((at) => conjuncts(view, at))
}

/** A building or a vehicle that no mention holds yet, as what was hit. */
const thingAt = (view: View, i: number): Taking | undefined => {
  if (!isThing(view, i)) return undefined
  const { first, last } = reachOfPhrase(view.context.parsed, view.tokens[i]!, { withOf: true, withNumber: false })
  const [from, to] = last - first <= 8 ? [first, last] : [i, i]
  const own = span(view.tokens[from]!.start, view.tokens[to]!.end)
  const type = classOfNoun(singular(view.tokens[i]!.lower)) === 'vehicle' ? 'vehicle' : 'facility'
  const mention = view.mint({ id: '', kind: 'party', ...own, type, named: false, actor: null } as PartyMention)
  return { mention, span: own, token: i, rule: 'party/thing' }
}

const LABEL = /^\p{Lu}[\p{Lu} '’-]{2,30}(?=[.:]\s)/u

/** The place that an item of a list opens with, as its label. */
const labelOf = (view: View, { start, end }: Span): PlaceMention | undefined => {
  const known = view
    .within('place', { start, end: Math.min(end, start + 5) })
    .find((mention) => mention.start <= start + 4 && mention.end < end)
  if (known) return /^(?:[^.:\n]{0,14}:|\.\s)/.test(view.text.slice(known.end, known.end + 20)) ? known : undefined
  const words = LABEL.exec(view.text.slice(start, Math.min(end, start + 40)))
  if (!words || words[0].length === end - start) return undefined
  const own = span(start, start + words[0].length)
  return view.mint({
    id: '',
    kind: 'place',
    ...own,
    lat: null,
    lon: null,
    name: null,
    country: landAt(view, own),
    precision: 3,
    radiusM: null,
  })
}

/** "in answer to an attack two days earlier": the noun for a deed right before how long before it was. */
const nounBefore = (view: View, head: number, triggers: readonly number[]): number | undefined => {
  const time = view.within('time', view.tokens[head]!)[0]
  if (!time || !/\b(?:earlier|before|ago|previously)$/i.test(view.text.slice(time.start, time.end))) return undefined
  const at = view.tokenAt(time.start) - 1
  return triggers.includes(at) && view.tokens[at]!.upos === 'NOUN' ? at : undefined
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|\d+(?:st|nd|rd|th))$/

/** "the third shooting this month", "the city's 21st homicide of 2024": numbered within a stretch of time, which is no day of it. */
const isNumbered = (view: View, i: number): boolean => view.children(i).some((child) => ORDINAL.test(view.tokens[child]!.lower))

const isStretch = (time: TimeMention): boolean => {
  const days = daysOf(time)
  return days === undefined || days[1] > days[0]
}

/** "It was the second attack this year: on New Year's Day a bomb …": what stands behind a colon is of the deed told behind it. */
const behindColon = ({ tokens }: View, trigger: number, head: number, triggers: readonly number[]): number | undefined => {
  const next = triggers.filter((at) => at > head).sort((a, b) => a - b)[0]
  if (next === undefined || trigger > head) return undefined
  return tokens.slice(trigger, head).some(({ text }) => text === ':') ? next : undefined
}

const CLAUSE = 14

/** The word for an act in the clause that "when" or "where" opens. */
const triggerBehind = (view: View, i: number, isTrigger: (i: number) => boolean): number | undefined => {
  const { tokens } = view
  for (let at = i + 1; at < tokens.length && at <= i + CLAUSE && tokens[at]!.sentence === tokens[i]!.sentence; at++) {
    if (/^[;:]$/.test(tokens[at]!.text)) return undefined
    if (isTrigger(at)) return at
  }
  return undefined
}

/** Every place of the text where something happens, with the time, place, parties, weapons and casualties that its own words give it. */
export const findHappenings = ({ view, acts, casualties, weapons, resolve }: Materials): readonly Happening[] => {
  const { tokens } = view
  const open = new Map<number, Open>()
  const start = (i: number, act: ActKind, nominal: boolean): Open => {
    const known = open.get(i)
    if (known) return known
    const token = tokens[i]!
    const statement = statementAt(view.context.statements, token) ?? undefined
    const fresh: Open = {
      start: token.start,
      end: token.end,
      token: i,
      sentence: token.sentence,
      act,
      family: familyOf(act),
      nominal,
      ...withOther(referenceOf(view, i, nominal), opensAnother(view, i, act)),
      statement,
      manner: mannerOf(view, i, statement),
      times: [],
      places: [],
      agents: [],
      targets: [],
      weapons: [],
      casualties: [],
    }
    open.set(i, fresh)
    return fresh
  }
  // "the death of a trader and injured four": the one who died is not the one who injured, however the parse has it.
  // Who fled may have done it.
  const sufferers = new Set(casualties.flatMap(({ head, harm }) => (harm === 'displaced' ? [] : [head])))
  const isSufferer = (i: number): boolean => sufferers.has(i) && !ATTACKING.test(tokens[i]!.lemma)
  for (const act of [...acts, ...sayAgain(view, acts)]) {
    if (!view.bears(act.token)) continue
    // "Operation Northern Shield" is a name.
    if (tokens[act.token]!.text === 'Operation' && /^\p{Lu}\p{Ll}/u.test(tokens[act.token + 1]?.text ?? '')) continue
    const nominal = act.form === 'noun'
    const happening = start(act.token, FIGHTS.test(tokens[act.token]!.lemma) ? 'clash' : act.act, nominal)
    const source = happening.statement?.source
    const isSource = (i: number): boolean => source != null && tokens[i]!.start >= source.start && tokens[i]!.end <= source.end
    // "killing four, the state news agency said": who tells it did not do it.
    const take = (i: number, rule: string): Taking | undefined =>
      isSource(i) && tokens[i]!.upos !== 'PRON' ? undefined : takingAt(view, speakerFirst(view, happening.statement, resolve), i, rule)
    if (act.act === 'die' || act.act === 'casualty') continue
    const ofVictim = act.effect !== null
    const before = nominal ? doerBeforeNoun(view, act.token) : undefined
    if (before) happening.agents.push(before)
    const named = nominal ? [...doersOfNoun(view, act.token, { patientOfIsVictim: ofVictim }), ...(ofVictim ? [] : act.agents)] : act.agents
    const doers = [...named, ...act.instruments.flatMap((i) => conjuncts(view, i)).flatMap((i) => ownersOf(view, i))]
    const own = speakerFirst(view, happening.statement, resolve)
    happening.agents.push(
      ...unique(
        doers
          .flatMap((i) => conjuncts(view, i))
          .filter((i) => (!isSource(i) || tokens[i]!.upos === 'PRON') && !isSufferer(i))
          .map((i) => doerAt(view, own, i, 'party/doer')),
      ).filter(isDoer),
    )
    if (happening.agents.length === 0)
      happening.agents.push(...unique(findDoersAround(view, own, act.token)).filter((one) => isDoer(one) && !isSufferer(one.token)))
    const aims = nominal ? [...aimsOfNoun(view, act.token), ...act.patients] : act.patients
    const agents = new Set(happening.agents.map(({ token }) => token))
    const things = aims.flatMap((i) => conjuncts(view, i)).map((i) => [i, 'party/target'] as const)
    const sites = PLANTED.test(happening.act) ? sitesOf(view, act.token).map((i) => [i, 'party/site'] as const) : []
    happening.targets.push(
      ...unique(
        [...things, ...sites]
          .filter(([i]) => !agents.has(i) && tokens[i]!.upos !== 'PRON')
          .map(([i, rule]) => take(i, rule) ?? thingAt(view, i)),
      ),
    )
  }
  for (const casualty of casualties) {
    const happening = start(casualty.predicate, HARM_ACTS[casualty.harm], tokens[casualty.predicate]!.upos === 'NOUN')
    happening.casualties.push(casualty)
    const source = happening.statement?.source
    const isSource = (i: number): boolean =>
      source != null && tokens[i]!.start >= source.start && tokens[i]!.end <= source.end && tokens[i]!.upos !== 'PRON'
    const doers = casualty.agents.filter((i) => !isSource(i) && !isSufferer(i)).map((i) => doerAt(view, resolve, i, 'party/doer'))
    if (happening.agents.length === 0) happening.agents.push(...unique(doers).filter(isDoer))
    if (happening.agents.length === 0)
      happening.agents.push(
        ...unique(findComers(view, casualty.predicate).map((i) => doerAt(view, resolve, i, 'party/comer'))).filter(
          (one) => isDoer(one) && !isSufferer(one.token),
        ),
      )
  }
  // "Recent rebel attacks included a raid on the port": what the many did, the one did.
  for (const happening of open.values()) {
    const verb = tokens[happening.token]!.head
    if (
      !happening.nominal ||
      happening.agents.length > 0 ||
      verb < 0 ||
      tokens[verb]!.lemma !== 'include' ||
      !tokens[happening.token]!.deprel.startsWith('obj')
    )
      continue
    const whole = view
      .children(verb)
      .map((child) => open.get(child))
      .find((one) => one && tokens[one.token]!.deprel.startsWith('nsubj'))
    if (whole) happening.agents.push(...whole.agents)
  }
  // "Two mortar shells landed in a camp": the weapon says what sort of deed it was.
  for (const weapon of weapons) {
    const verb = tokens[weapon.token]!.head
    const act = verb < 0 ? undefined : landingOf(weapon.type, tokens[verb]!.lemma)
    const isSubject = tokens[weapon.token]!.deprel.startsWith('nsubj') || (verb > weapon.token && objectsOf(view, verb).length > 0)
    if (verb < 0 || !act || open.has(verb) || !view.bears(verb) || !isSubject) continue
    if (!/^(?:land|fall|hit|strike|crash|slam|rain|explode|impact)$/.test(tokens[verb]!.lemma)) continue
    const happening = start(verb, act, false)
    happening.agents.push(
      ...unique([
        ...doersOfNoun(view, weapon.token, { patientOfIsVictim: false }).map((i) => takingAt(view, resolve, i, 'party/doer')),
        doerAt(view, resolve, weapon.token, 'party/doer'),
      ]).filter(isDoer),
    )
    happening.targets.push(...unique(objectsOf(view, verb).map((i) => takingAt(view, resolve, i, 'party/target'))))
  }
  const triggers = new Map<number, number[]>()
  for (const { token, sentence } of open.values()) push(triggers, sentence, token)
  const isTrigger = (i: number): boolean => open.has(i)
  const cues = new Set(view.context.statements.flatMap(({ cue }) => (cue ? [view.tokenAt(cue.start)] : [])))
  const isCue = (i: number): boolean => cues.has(i) && !open.has(i)
  const holder = (
    sentence: number,
    head: number,
    whose: 'time' | 'place',
  ): Readonly<{ at: number | undefined; through: readonly number[] }> => {
    const own = triggers.get(sentence)
    if (!own) return { at: undefined, through: [] }
    const hold = holderOf(view, head, isTrigger, isCue, whose)
    const beside = whose === 'time' ? nounBefore(view, head, own) : undefined
    if (beside !== undefined) return { at: beside, through: [] }
    const apart = hold && behindColon(view, hold.trigger, head, own)
    if (apart !== undefined) return { at: apart, through: [] }
    return hold ? { at: hold.trigger, through: hold.through } : { at: undefined, through: [] }
  }
  const mentions = view.context.mentions
  for (const [sentence, times] of byToken(
    view,
    mentions.filter((mention): mention is TimeMention => mention.kind === 'time'),
  ))
    for (const mention of times) {
      if (mention.type === 'DURATION' || mention.type === 'SET' || /_REF$/.test(mention.value ?? '')) continue
      const { at } = holder(sentence, headOf(view, mention), 'time')
      const timed: Timed = { mention, rule: 'date/held' }
      if (at !== undefined && !(isNumbered(view, at) && isStretch(mention))) open.get(at)!.times.push(timed)
    }
  for (const [sentence, places] of byToken(
    view,
    mentions.filter((mention): mention is PlaceMention => mention.kind === 'place'),
  ))
    for (const mention of places) {
      const head = headOf(view, mention)
      if (isAboutSomebody(view, mention, head)) continue
      const { at, through } = holder(sentence, head, 'place')
      if (at === undefined) continue
      const placed: Placed = {
        mention,
        span: span(mention.start, mention.end),
        relation: relationOf(view, head, mention),
        role: roleOf(view, through, head),
        rule: 'place/held',
      }
      open.get(at)!.places.push(placed)
    }
  // "in Dan Gulbi, in the north of Zamfara State": what holds the place is said as well.
  const allPlaces = mentions.filter((mention): mention is PlaceMention => mention.kind === 'place')
  const nextOf = new Map(allPlaces.map((mention, i) => [mention, allPlaces[i + 1]]))
  const held = new Set([...open.values()].flatMap(({ places }) => places.map(({ mention }) => mention)))
  for (const happening of open.values())
    for (const { mention, role } of [...happening.places]) {
      const holding = nextOf.get(mention)
      if (!holding || held.has(holding) || !isWithin(view.text, mention, holding)) continue
      held.add(holding)
      happening.places.push({ mention: holding, span: span(holding.start, holding.end), relation: 'at', role, rule: 'place/within' })
    }
  // "20 people had been killed there": the place last told of.
  const told = [...open.values()]
    .flatMap(({ places }) => places)
    .filter(({ mention, role }) => mention.precision <= 4 && role === 'hit')
    .sort((a, b) => a.mention.start - b.mention.start)
  for (const token of tokens) {
    if (token.lower !== 'there' || token.upos !== 'ADV' || !triggers.has(token.sentence)) continue
    const last = told.findLast(({ mention }) => mention.end < token.start)
    const { at } = last ? holder(token.sentence, token.i, 'place') : { at: undefined }
    if (last && at !== undefined)
      open
        .get(at)!
        .places.push({ mention: last.mention, span: span(token.start, token.end), relation: 'at', role: 'hit', rule: 'place/there' })
  }
  // "in the west of the city", under a dateline or a headline that names one.
  const atHead = view.document.passages
    .filter(({ kind }) => kind === 'dateline' || kind === 'headline')
    .flatMap((passage) => view.within('place', passage))
  const named = [...atHead, ...[...open.values()].flatMap(({ places }) => places.map(({ mention }) => mention))].sort(
    (a, b) => a.start - b.start,
  )
  for (const token of tokens) {
    if (AREAS[token.lemma] === undefined || !triggers.has(token.sentence)) continue
    const mention = placeMeant(view, token.i, named)
    const { at, through } = mention ? holder(token.sentence, token.i, 'place') : { at: undefined, through: [] }
    if (!mention || at === undefined) continue
    const [first, last] = phraseOf(view, token.i)
    open.get(at)!.places.push({
      mention,
      span: span(tokens[first]!.start, tokens[last]!.end),
      relation: 'at',
      role: roleOf(view, through, token.i),
      rule: 'place/the-same',
    })
  }
  // "- Manbij: a roadside bomb hit a patrol", "2) EL OBEID. Artillery struck …": the name at the head of an item says where.
  for (const passage of view.document.passages) {
    const label = passage.kind === 'list-item' ? labelOf(view, passage) : undefined
    if (!label) continue
    const own = [...open.values()].filter((one) => one.start > label.end && one.start < passage.end).sort((a, b) => a.token - b.token)
    const first = own[0]
    if (first && !own.some(({ places }) => places.some(({ mention }) => mention === label)))
      first.places.push({ mention: label, span: span(label.start, label.end), relation: 'at', role: 'hit', rule: 'place/label' })
  }
  // "August 1999, when gunmen killed 27", "the bridge at Salto, where a bomb went off": the name before the clause says when and where.
  for (const token of tokens) {
    if ((token.lower !== 'when' && token.lower !== 'where') || !triggers.has(token.sentence)) continue
    const before = tokens[token.i - 1]?.text === ',' ? tokens[token.i - 2] : tokens[token.i - 1]
    const at = before?.sentence === token.sentence ? triggerBehind(view, token.i, isTrigger) : undefined
    if (!before || at === undefined) continue
    const happening = open.get(at)!
    const time =
      token.lower === 'when' ? view.within('time', before).find(({ end, type }) => end === before.end && type === 'DATE') : undefined
    if (time && happening.times.length === 0) happening.times.push({ mention: time, rule: 'date/when' })
    const place = token.lower === 'where' ? view.within('place', before).find(({ end }) => end === before.end) : undefined
    if (place && happening.places.length === 0)
      happening.places.push({ mention: place, span: span(place.start, place.end), relation: 'at', role: 'hit', rule: 'place/where' })
  }
  for (const weapon of weapons) {
    const { sentence } = tokens[weapon.token]!
    const own = triggers.get(sentence)
    if (!own) continue
    const hold = isTrigger(weapon.token) ? weapon.token : holderOf(view, weapon.token, isTrigger, isCue, 'time')?.trigger
    const at = hold ?? nearestIn(own, weapon.token)
    if (at !== undefined && view.bears(at)) open.get(at)!.weapons.push(weapon)
  }
  for (const act of acts)
    for (const i of act.instruments) {
      const happening = open.get(act.token)
      const weapon = weapons.find(({ token }) => token === i)
      if (happening && weapon && !happening.weapons.includes(weapon)) happening.weapons.push(weapon)
    }
  return [...open.values()].filter(({ token }) => view.bears(token)).sort((a, b) => a.token - b.token)
}
