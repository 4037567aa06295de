import type { PartyMention } from '../../model/mention.ts'
import { span } from '../../model/span.ts'
import { phraseOf } from '../claims/describe.ts'
import { baseOf, caseOf, conjuncts, dependents, isPassive, objectsOf, obliques, sidesOf, subjectOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { DOING_VERBS } from '../mentions/act/lexicon.ts'
import { ARMED_GROUPS, COMBATANTS, classOfNoun, OFFICERS, singular, wordSet } from '../mentions/party/nouns.ts'
import type { Taking } from './happening.ts'
import { doerBeforeNoun, ownersOf, partyAt, partyRightBefore, type Resolve, takingAt } from './takers.ts'

/** Means that carry a crew: their name stands for those who work them ("two jets bombed the market"). */
const CREWED = wordSet(
  'artillery jet warplane aircraft plane airplane helicopter gunship bomber warship gunboat tank battery destroyer frigate submarine fighter-jet',
)
/** Means that nobody sits in: they tell of a doer only where their owner is named ("Russian missiles", "an Israeli drone"). */
const UNCREWED = wordSet(
  'drone uav missile rocket shell bomb mortar munition airstrike strike raid quadcopter projectile barrage salvo fire gunfire shelling bombardment bombing attack round',
)

const isMeans = (view: View, i: number): boolean => {
  const word = singular(view.tokens[i]!.lower)
  // A suicide bomber is somebody.
  return (CREWED.has(word) && view.tokens[i - 1]?.lower !== 'suicide') || UNCREWED.has(word)
}

const isBody = ({ type }: PartyMention): boolean => type !== 'facility' && type !== 'vehicle'

const isSomebody = (view: View, i: number): boolean => {
  const party = partyAt(view, i)
  if (party) return isBody(party)
  const sort = classOfNoun(singular(view.tokens[i]!.lower))
  return sort === 'person' || sort === 'group'
}

const WITHIN_PHRASE = /^(?:ADJ|NOUN|PROPN|PRON|NUM|PUNCT|PART|VERB)$/
/** Who owns or sent a means: "Russian missiles", "its aircraft", "a rocket fired by rebels", "a missile launched from a Russian bomber". */
const ownerOf = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const own = ownersOf(view, i).find((owner) => tokens[owner]!.upos === 'PRON' || isSomebody(view, owner))
  if (own !== undefined) return own
  for (let at = i - 1; at >= 0 && at >= i - 5; at--) {
    const token = tokens[at]!
    if (token.sentence !== tokens[i]!.sentence || !WITHIN_PHRASE.test(token.upos) || /^[,;:()]$/.test(token.text)) return undefined
    if (token.deprel === 'nmod:poss' && token.upos === 'PRON') return at
    const party = view.within('party', token).find(({ end }) => end <= tokens[i]!.start)
    // Inside "Russia-backed fighters' rockets" the backer is not the owner.
    if (party && isBody(party) && party.type !== 'person' && view.text[party.end] !== '-') return at
  }
  return undefined
}

const mintGroup = (view: View, i: number, actor: string | null): PartyMention => {
  const [first, last] = phraseOf(view, i)
  const [from, to] = last - first <= 8 ? [first, last] : [i, i]
  return view.mint({
    id: '',
    kind: 'party',
    start: view.tokens[from]!.start,
    end: view.tokens[to]!.end,
    type: 'group',
    named: false,
    actor,
  } as PartyMention)
}

/** Who acts where the words name what they act with. */
const behindMeans = (view: View, resolve: Resolve, i: number): Taking | undefined => {
  const owner = ownerOf(view, i)
  const crewed = CREWED.has(singular(view.tokens[i]!.lower))
  const own = owner === undefined ? undefined : takingAt(view, resolve, owner, 'party/owner-of-means')
  if (own && (!crewed || view.tokens[owner!]!.upos === 'PRON')) return own
  // "an army drone", "rebel mortars"
  if (!crewed) return doerBeforeNoun(view, i)
  const mention = mintGroup(view, i, own?.mention.actor ?? null)
  return { mention, span: span(mention.start, mention.end), token: i, rule: 'party/crew' }
}

/** Words for people that mean them only where they do a deed and are of some sort: "unidentified elements". */
const VAGUE_PEOPLE = /^(?:elements|individuals|subjects)$/
const isVaguePeople = (view: View, i: number): boolean =>
  VAGUE_PEOPLE.test(view.tokens[i]!.lower) && dependents(view, i, 'amod', 'compound').some((child) => child < i)

/** A token that does something, as who takes part: a party, those behind a means of war, or people that no mention holds yet. */
export const doerAt = (view: View, resolve: Resolve, i: number, rule: string): Taking | undefined => {
  if (isMeans(view, i)) {
    const behind = behindMeans(view, resolve, i)
    if (behind) return behind
  }
  const token = view.tokens[i]!
  const known = takingAt(view, resolve, i, rule)
  // "accused the army of burning houses and killing villagers": both deeds are alleged.
  const accused = token.deprel === 'obj' && token.head >= 0 && /^(?:accuse|blame|suspect|charge)$/.test(view.tokens[token.head]!.lemma)
  if (known) return accused ? { ...known, alleged: true } : known
  const sort = token.upos === 'NOUN' || token.upos === 'PROPN' ? classOfNoun(singular(token.lower)) : undefined
  if (sort !== 'group' && sort !== 'person' && !isVaguePeople(view, i)) return undefined
  // "a Northern Front (NF) unit": by the name before the bracket.
  const named = /^[)\]]$/.test(view.tokens[i - 1]?.text ?? '') ? partyRightBefore(view, i) : undefined
  if (named !== undefined) return takingAt(view, resolve, named, rule)
  const mention = mintGroup(view, i, null)
  return { mention, span: span(mention.start, mention.end), token: i, rule }
}

const AUXILIARY =
  /^(?:has|have|had|then|also|later|allegedly|reportedly|apparently|simultaneously|again|twice|first|who|which|that|out|today|yesterday|tonight)$/
/** Words that tie what describes people to them: "fighters loyal to the general", "gunmen believed to be members of". */
const TYING =
  /^(?:loyal|linked|allied|close|affiliated|believed|suspected|thought|dressed|disguised|armed|claiming|belonging|known|identified|described|wearing|riding|travelling|traveling|to|be|as|of|from|in|on|with|for|the|a|an|and|or|his|her|their|its)$/

/**
 * Who stands right before an active verb, where the parse gave it no subject: a label before a colon, a headline, capitals.
 * The first people of the stretch are meant: "gunmen believed to be fighters of the Front attacked a bus".
 */
const beforeVerb = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const verb = tokens[i]!
  if (!/^VB[DZP]$|^VBN$/.test(verb.xpos) || isPassive(view, i) || tokens[i + 1]?.lower === 'by') return undefined
  const object = objectsOf(view, i)[0]
  if (object === undefined) return undefined
  // "Bombs outside the offices of two candidates killed 40": a thing did it.
  const subject = dependents(view, i, 'nsubj')[0]
  if (subject !== undefined && (isMeans(view, subject) || view.within('weapon', tokens[subject]!).length > 0)) return undefined
  let at = i - 1
  while (at >= 0 && tokens[at]!.sentence === verb.sentence && AUXILIARY.test(tokens[at]!.lower)) at--
  // "men thought to be from the next county raided Lomelo": with an object right behind it, such a verb is no participle.
  if (verb.xpos === 'VBN' && !/^(?:has|have|had)$/.test(tokens[at + 1]?.lower ?? '') && !(object > i && object - i <= 3)) return undefined
  let found: number | undefined
  for (let n = 0; at >= 0 && n < 14 && tokens[at]!.sentence === verb.sentence; at--, n++) {
    const token = tokens[at]!
    const nominal =
      token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ' || token.upos === 'NUM' || token.deprel === 'amod'
    if (!nominal && !TYING.test(token.lower) && token.text !== '-') break
    if (found === undefined && n > 8) break
    const next = tokens[at + 1]!
    const endsPhrase =
      next.i === i || !/^(?:NOUN|PROPN|ADJ|PUNCT|NUM)$/.test(next.upos) || TYING.test(next.lower) || AUXILIARY.test(next.lower)
    if ((token.upos === 'NOUN' || token.upos === 'PROPN') && endsPhrase && (isSomebody(view, at) || isMeans(view, at))) found = at
  }
  return found
}

/** How far back the verb may stand whose doer a verb without one shares. */
const CHAINED = 14

/**
 * "Armed men stopped a truck, shot the driver and fled": a verb without a subject has the doer of the one before it, where only a
 * comma leads to it, or nothing: in "a man barricaded in a motel fired" the first of two verbs in the past says what sort of man.
 */
const ofVerbBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const { xpos, sentence } = tokens[i]!
  if (xpos !== 'VBD' || dependents(view, i, 'nsubj').length > 0) return undefined
  const joined = /^(?:,|and|then)$/.test(tokens[i - 1]?.lower ?? '')
  for (let at = i - (joined ? 2 : 1); at > 0 && i - at <= CHAINED && tokens[at]!.sentence === sentence; at--) {
    const token = tokens[at]!
    if (token.upos === 'SCONJ' || /^(?:[,;:]|who|which|that|when|where)$/.test(token.lower)) return undefined
    if (token.upos !== 'VERB') continue
    if (!/^VB[DN]$/.test(token.xpos) || isPassive(view, at) || (!joined && objectsOf(view, at).length > 0)) return undefined
    const own = dependents(view, at, 'nsubj')[0] ?? (joined ? subjectOf(view, at) : token.deprel.startsWith('acl') ? token.head : undefined)
    return own !== undefined && own < at && isSomebody(view, own) ? own : undefined
  }
  return undefined
}

/** The first people of the phrase behind "by", where the parse made a clause of it: "shot dead by riding-in-tandem gunmen". */
const firstBehind = (view: View, by: number): readonly number[] => {
  const { tokens } = view
  for (let at = by + 1; at < tokens.length && at <= by + 8 && tokens[at]!.sentence === tokens[by]!.sentence; at++) {
    const token = tokens[at]!
    if (/^[,;:.()]$/.test(token.text) || token.lower === 'by') return []
    const next = tokens[at + 1]
    const endsPhrase = !next || !/^(?:NOUN|PROPN)$/.test(next.upos)
    if (token.upos === 'NOUN' && endsPhrase && isSomebody(view, at)) return [at]
  }
  return []
}

/** "shelling by government forces", "WAS KILLED BY GUNMEN": who stands behind "by", whatever the parse made of the phrase. */
const behindBy = (view: View, i: number): readonly number[] => {
  const { tokens } = view
  const own = obliques(view, i).filter(({ word, head }) => word === 'by' && head > i && isSomebody(view, head))
  if (own.length > 0) return own.flatMap(({ head }) => conjuncts(view, head))
  const next = tokens[i + 1]
  const by =
    next?.lower === 'by'
      ? next
      : /^(?:dead|death)$/.test(next?.lower ?? '') && tokens[i + 2]?.lower === 'by'
        ? tokens[i + 2]
        : farBy(view, i)
  if (by?.lower !== 'by' || by.sentence !== tokens[i]!.sentence || by.head <= by.i) return []
  return isSomebody(view, by.head) && caseOf(view, by.head) === 'by' ? conjuncts(view, by.head) : firstBehind(view, by.i)
}

/** "shot dead at a checkpoint in Mill Street by police": the parse gave the doer to the place, which nobody made. */
const farBy = (view: View, i: number): View['tokens'][number] | undefined => {
  const { tokens } = view
  if (!isPassive(view, i)) return undefined
  for (let at = i + 1; at < tokens.length && at - i <= CHAINED && tokens[at]!.sentence === tokens[i]!.sentence; at++) {
    const token = tokens[at]!
    if (token.upos === 'VERB' || token.upos === 'SCONJ' || token.upos === 'PUNCT') return undefined
    if (token.lower !== 'by') continue
    const site = token.head > at ? tokens[tokens[token.head]!.head] : undefined
    const isSite =
      site !== undefined &&
      site.i < at &&
      (classOfNoun(singular(site.lower)) === 'facility' || view.within('place', site).length > 0 || view.within('time', site).length > 0)
    return isSite ? token : undefined
  }
  return undefined
}

/** Deeds against people that only those bent on them do. */
const ASSAILING = /^(?:open|fire|storm|raid|charge|attack|disperse|ambush|ram|swoop|overrun|invade|rampage)$/
/** What comes before a deed where armed people do it. */
const COMING = /^(?:come|enter|sweep|descend|burst|drive|surround|march|approach|fall)$/

const isArmed = (view: View, i: number): boolean => {
  const noun = singular(view.tokens[i]!.lower)
  return COMBATANTS.has(noun) || ARMED_GROUPS.has(noun) || OFFICERS.has(noun)
}

/** "killed when soldiers came up the river in boats", "wounded as police dispersed the marchers": those who came. */
export const findComers = (view: View, i: number): readonly number[] => {
  const { tokens, sentences } = view
  const { last } = sentences[tokens[i]!.sentence]!
  for (let at = i + 1; at < last && at - i <= 2 * CHAINED; at++) {
    const { lower, head } = tokens[at]!
    if (!/^(?:when|as|after)$/.test(lower) || head <= at) continue
    const subject = dependents(view, head, 'nsubj')[0]
    if (subject === undefined || subject < at || isPassive(view, head) || !isArmed(view, subject)) return []
    const { lemma } = tokens[head]!
    const isFight = COMBATANTS.has(singular(tokens[subject]!.lower))
    return ASSAILING.test(lemma) || (isFight && COMING.test(lemma)) ? conjuncts(view, subject) : []
  }
  return []
}

/** Who stands before a verb, or before the one that carries a noun: "our missile force today carried out an operation". */
const besideVerb = (view: View, i: number): readonly number[] => {
  const token = view.tokens[i]!
  const light = token.head >= 0 ? view.tokens[token.head]!.lemma : ''
  const carrier = token.upos === 'NOUN' && token.deprel === 'obj' && light !== 'claim' && DOING_VERBS.has(light)
  if (!carrier && (token.upos !== 'VERB' || baseOf(token) === 'amod')) return []
  const verb = carrier ? token.head : i
  const before = beforeVerb(view, verb) ?? ofVerbBefore(view, verb)
  return before === undefined ? [] : conjuncts(view, before)
}

/** Who did it, where the grammar of the word itself names nobody. */
export const findDoersAround = (view: View, resolve: Resolve, i: number): readonly Taking[] => {
  const beside = [behindBy, sidesOf, besideVerb].map((find) => find(view, i)).find((found) => found.length > 0)
  return beside
    ? beside.flatMap((one) => doerAt(view, resolve, one, 'party/beside') ?? [])
    : findComers(view, i).flatMap((one) => doerAt(view, resolve, one, 'party/comer') ?? [])
}
