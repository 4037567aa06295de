import type { IssuerKind } from '../../../model/document.ts'
import { counter } from '../../../model/id.ts'
import type { PartyMention, PartyType } from '../../../model/mention.ts'
import { bySpan } from '../../../model/span.ts'
import type { Context } from '../../context.ts'
import type { ParsedText, Sentence, Token } from '../../language/parsed.ts'
import { findChild, isRelation } from '../../language/tree.ts'
import { findNames, listKnownParts, type NameHit } from './names.ts'
import { classOfNoun, type NounClass, singular, speakerKindOfNoun, wordSet } from './nouns.ts'
import { headOf, isPhraseHead, type Reach, reachOfName, reachOfPerson, reachOfPhrase } from './phrase.ts'
import { type ActorRegister, findActor } from './register.ts'
import { isSpokenOf } from './senses.ts'

/** A party with what later stages need of it. */
export type PartyReading = PartyMention &
  Readonly<{
    /** Head token. */
    token: number
    /** First and last token. */
    first: number
    last: number
    /** Tokens of the bare name inside it ("Nabil Khoury" in "Brigadier Nabil Khoury"); null for a description. */
    name: Reach | null
    /** What sort of speaker it is when it speaks, where its words or the register say. */
    speaker: IssuerKind | null
  }>

type Draft = Omit<PartyReading, 'id' | 'kind' | 'start' | 'end'>

const PLURALS = new Set(['NNS', 'NNPS'])
/** States as actors: subjects, doers, owners of forces. */
const ACTING = ['nsubj', 'obl:agent', 'nmod:poss', 'iobj']
const BODY_NOUNS = wordSet(
  'force troop army military police government official ministry minister soldier jet warplane airstrike strike official authority president regime',
)

const namedDrafts = (parsed: ParsedText, register: ActorRegister, hit: NameHit): readonly Draft[] => {
  const { tokens } = parsed
  const reach: Reach = { first: hit.first, last: hit.last }
  const head = headOf(parsed, reach)
  const base = { token: head.i, named: true, actor: hit.actor?.id ?? null, name: reach, speaker: hit.actor?.kind ?? null }
  if (hit.type === 'person') {
    const wide = reachOfPerson(parsed, reach)
    const title = { ...base, type: 'person' as PartyType, ...wide }
    // "Brigadier Nabil Khoury" holds "Nabil Khoury".
    return wide.first < reach.first ? [title, { ...base, type: 'person', ...reach }] : [title]
  }
  if (hit.state !== null) {
    if (hit.state === 'people')
      return [{ ...base, type: 'group', actor: null, ...reachOfPhrase(parsed, head, { withOf: false }), named: false, name: null }]
    if (hit.state === 'adjective' && head.upos !== 'PROPN' && head.upos !== 'ADJ') return []
    if (hit.state === 'capital' && !isActing(tokens, head)) return []
    return [{ ...base, type: 'geopolitical', ...(hit.state === 'name' ? reachOfName(parsed, reach) : reach) }]
  }
  if (hit.type === 'place') return []
  const adjective = nationalityIn(parsed, register, hit)
  // "Iraqi military officials": the officials are the party, "Iraqi" is inside.
  if (hit.actor?.ties.length === 1 && adjective && isRelation(head, 'compound') && head.head > hit.last) return [adjective]
  const type = hit.type === 'organisation' && hit.actor === null ? typeOfName(tokens, hit) : hit.type
  const named = { ...base, named: !DESCRIBING.has(tokens[hit.last]!.lower), type, ...reachOfName(parsed, reach) }
  return adjective ? [named, adjective] : [named]
}

/** Bodies of a state that are described rather than named. */
const DESCRIBING = wordSet('soldiers troops officials forces authorities')

/** "Iraqi" in "Iraqi forces", "Syrian" in "Free Syrian Army". */
const nationalityIn = (parsed: ParsedText, register: ActorRegister, { first, last, actor }: NameHit): Draft | undefined => {
  if (last === first) return undefined
  for (let i = first; i <= last; i += 1) {
    const { text, xpos, upos } = parsed.tokens[i]!
    if ((xpos.startsWith('JJ') || upos === 'ADJ') && findActor(register, text)?.form === 'adjective')
      return {
        token: i,
        type: 'geopolitical',
        named: true,
        actor: actor?.country ? actor.country.toLowerCase() : null,
        name: { first: i, last: i },
        speaker: null,
        first: i,
        last: i,
      }
  }
  return undefined
}

const ARMED_NAMES = wordSet(
  'brigade brigades battalion army front militia forces guard guards movement cartel gang division regiment corps',
)
const FACILITY_NAMES = wordSet(
  'hospital university school mosque church airport base camp prison cathedral temple hotel stadium bridge station market mall bank museum college clinic barracks checkpoint embassy',
)
const typeOfName = (tokens: readonly Token[], { last }: NameHit): PartyType => {
  const word = singular(tokens[last]!.lower)
  if (ARMED_NAMES.has(word)) return 'group'
  return FACILITY_NAMES.has(word) ? 'facility' : 'organisation'
}

const isActing = (tokens: readonly Token[], head: Token): boolean => {
  const governor = head.head >= 0 ? tokens[head.head] : undefined
  if (governor?.upos === 'VERB' && (isRelation(head, 'nsubj') || head.deprel === 'obl:agent')) return !STATIVE.has(governor.lemma)
  return ACTING.some((relation) => isRelation(head, relation)) && governor !== undefined && BODY_NOUNS.has(singular(governor.lemma))
}
const STATIVE = wordSet('be have lie see become remain sit stand witness')

const describedDrafts = (parsed: ParsedText, sentence: Sentence, covered: ReadonlyMap<number, NameHit>): readonly Draft[] => {
  const { tokens } = parsed
  const drafts: Draft[] = []
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = tokens[i]!
    const isNoun = token.upos === 'NOUN' || (token.upos === 'PROPN' && !covered.has(i)) || (token.upos === 'ADJ' && PLURALS.has(token.xpos))
    if (!isNoun || covered.has(i) || !isPhraseHead(parsed, token)) continue
    const lemma = singular(token.lower)
    const noun =
      classOfNoun(lemma) ??
      classOfNoun(token.lemma.toLowerCase()) ??
      (GROUNDS.has(lemma) && hasDeterminer(parsed, token) ? 'facility' : undefined) ??
      (isSpeaking(tokens, token, lemma) && hasDeterminer(parsed, token) ? 'person' : undefined)
    if (noun === undefined || !isSpokenOf(parsed, token, lemma)) continue
    const plural = PLURALS.has(token.xpos) || token.lower === 'people' || token.lower === 'police'
    const withNumber = noun === 'person' || noun === 'group'
    const reach = withNames(parsed, reachOfPhrase(parsed, token, { withOf: noun !== 'vehicle', withNumber }), covered)
    const type = typeOf(tokens, token, { noun, lemma, plural })
    drafts.push({
      token: i,
      type,
      named: isNamed(tokens, token),
      actor: actorWithin(parsed, reach, covered, type),
      name: null,
      speaker: speakerKindOfNoun(lemma) ?? null,
      ...reach,
    })
  }
  return drafts
}

const SPEECH = wordSet('say tell add insist recall explain recount warn')
/** What is spoken in, or speaks of things by being read. */
const TEXTS = wordSet(
  'report statement study document letter law article site post sign poll survey text message communique communiqué note tally count toll figure account bulletin release dispatch paper story book record rule order agreement source word lot part number majority rest page blog entry memo',
)

/** "A grave-digger said", "the coordinator told": whoever says something is somebody, in whatever trade. */
const isSpeaking = (tokens: readonly Token[], token: Token, lemma: string): boolean => {
  const verb = tokens[token.head]
  if (token.upos !== 'NOUN' || token.deprel !== 'nsubj' || TEXTS.has(lemma)) return false
  return verb !== undefined && SPEECH.has(verb.lemma) && /^VB[DZP]$/.test(verb.xpos) && !/(?:tion|ment|ness|ity)$/.test(lemma)
}

const BROADCASTING = wordSet('radio tv television news broadcasting')
const typeOf = (
  tokens: readonly Token[],
  token: Token,
  { noun, lemma, plural }: Readonly<{ noun: NounClass; lemma: string; plural: boolean }>,
): PartyType => {
  if ((noun === 'person' && plural) || MANY.has(lemma)) return 'group'
  // "a radio station" speaks, "a petrol station" stands.
  return lemma === 'station' && BROADCASTING.has(tokens[token.i - 1]?.lower ?? '') ? 'organisation' : noun
}

/** Towns and stretches of ground that are held, entered or shelled; only with a determiner ("the village"). */
const GROUNDS = wordSet(
  'village town city neighborhood neighbourhood suburb district street road highway area region border province outskirts settlement territory airspace river valley crossing junction stronghold square county location line quarter',
)
const hasDeterminer = (parsed: ParsedText, token: Token): boolean => findChild(parsed, token, 'det', 'nmod:poss') !== undefined

/** One word for many people. */
const MANY = wordSet('personnel staff crew family household enemy couple everyone everybody pair')

/** "Islamic State militants", where the parse left the name out or cut it in two. */
const withNames = (parsed: ParsedText, { first, last }: Reach, covered: ReadonlyMap<number, NameHit>): Reach => {
  const within = covered.get(first)
  if (within && within.first < first) return { first: within.first, last }
  const before = covered.get(first - 1)
  const opener = parsed.tokens[first]!
  if (
    !before ||
    before.type === 'person' ||
    before.type === 'place' ||
    opener.upos === 'DET' ||
    opener.upos === 'NUM' ||
    opener.deprel === 'nmod:poss'
  )
    return { first, last }
  const head = headOf(parsed, before)
  // "Hamas fighters" but not "told Hamas fighters had left".
  const isSubject = isRelation(head, 'nsubj') || isRelation(head, 'obj')
  return before.state === 'name' || isSubject ? { first, last } : { first: before.first, last }
}

/** "the Northern Liberation Front": a name that the name model missed; not a title, not a whole text in capitals. */
const isNamed = (tokens: readonly Token[], token: Token): boolean => {
  if (token.upos !== 'PROPN' || token.text === token.text.toUpperCase()) return false
  const before = tokens[token.i - 1]
  return before?.sentence === token.sentence && before.upos === 'PROPN' && before.text !== before.text.toUpperCase()
}

/** "Islamic State militants" act for the Islamic State; "Iraqi militants" do not act for Iraq. */
const actorWithin = (parsed: ParsedText, { first, last }: Reach, covered: ReadonlyMap<number, NameHit>, type: PartyType): string | null => {
  if (type !== 'group') return null
  for (let i = first; i <= last; i += 1) {
    const hit = covered.get(i)
    if (hit?.actor && hit.state === null && hit.type === 'group' && isRelation(parsed.tokens[headOf(parsed, hit).i]!, 'compound'))
      return hit.actor.id
  }
  return null
}

/** The people, bodies, groups, states, buildings and vehicles that a text names or describes, in document order; they nest. */
export const findParties = (context: Context, register: ActorRegister): readonly PartyReading[] => {
  const { parsed } = context
  const drafts = new Map<string, Draft>()
  const add = (draft: Draft): void => {
    const key = `${draft.first} ${draft.last}`
    const known = drafts.get(key)
    if (!known || (draft.named && !known.named)) drafts.set(key, draft)
  }
  const parts = listKnownParts(parsed)
  for (const sentence of parsed.sentences) {
    const names = findNames(parsed, sentence, register, parts)
    const covered = new Map<number, NameHit>()
    for (const hit of names) for (let i = hit.first; i <= hit.last; i += 1) covered.set(i, hit)
    const titles = new Set<number>()
    for (const hit of names)
      for (const draft of namedDrafts(parsed, register, hit)) {
        add(draft)
        if (draft.type === 'person' && draft.name) for (let i = draft.first; i < draft.name.first; i += 1) titles.add(i)
      }
    for (const draft of describedDrafts(parsed, sentence, covered)) if (!titles.has(draft.token)) add(draft)
  }
  const nextId = counter('p')
  return withoutNestedArticles(parsed, [...drafts.values()])
    .map((draft) => ({ ...draft, start: parsed.tokens[draft.first]!.start, end: parsed.tokens[draft.last]!.end }))
    .sort(bySpan)
    .map((draft) => ({ ...draft, id: nextId(), kind: 'party' }))
}

/** "the Security Council" on its own, "Security Council" inside "members of the Security Council". */
const withoutNestedArticles = (parsed: ParsedText, drafts: readonly Draft[]): readonly Draft[] => {
  const sorted = [...drafts].sort((a, b) => a.first - b.first || b.last - a.last)
  let reach = -1
  return sorted.map((draft) => {
    const nested = draft.last <= reach
    reach = Math.max(reach, draft.last)
    return nested && draft.named && draft.name && parsed.tokens[draft.first]!.lower === 'the'
      ? { ...draft, first: draft.name.first }
      : draft
  })
}
