import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import { agentsOf, conjuncts, dependents, holdersOf, isPassive, objectsOf, obliques, sidesOf, subjectOf } from './grammar.ts'
import type { View } from './view.ts'

/** Somebody is said to have done it by other words than the act's own. `of`: the words for the deed, where the sentence has them. */
export type Blame = Readonly<{
  party: number
  at: number
  of: number | undefined
  alleged: boolean
  statement: Statement | undefined
  rule: string
}>

const ACCUSING = /^(?:blame|accuse|suspect|implicate|charge|indict|finger|hold)$/
const BEHIND = /^(?:behind|responsible|culpable|liable)$/

const cueStatement = (view: View, i: number): Statement | undefined => {
  const { start, end } = view.tokens[i]!
  return (
    view.context.statements.find(({ cue }) => cue && cue.start <= start && end <= cue.end) ??
    statementAt(view.context.statements, { start, end }) ??
    undefined
  )
}

/** Deeds that can be laid at somebody's door. */
const DEED =
  /^(?:attack|blast|bombing|bomb|explosion|killing|killings|murder|assassination|shooting|shelling|strike|airstrike|raid|ambush|massacre|assault|kidnapping|abduction|violence|incident|death|blaze|fire|operation|atrocity|crime|slaughter|hit|deed|act|action|slaying|sabotage|attempt|plot|rape|torture|robbery|arson|it|this|that|which|they|one)$/

const NOBODY = /^(?:no|neither|nobody|none|nothing|no-one)$/i

/** "No group", "none of the groups", "nobody". */
const isNobody = (view: View, i: number): boolean =>
  NOBODY.test(view.tokens[i]!.lower) ||
  view.children(i).some((child) => child < i && NOBODY.test(view.tokens[child]!.lower)) ||
  NOBODY.test(view.tokens[Math.max(0, i - 1)]!.lower)

const isNegated = (view: View, i: number): boolean =>
  view.children(i).some((child) => /^(?:not|n't|n’t|never|yet)$/.test(view.tokens[child]!.lower))

/** The head of the phrase that a preposition opens, whatever it hangs on. */
const headAfter = (view: View, mark: number): number | undefined => {
  const { head, sentence } = view.tokens[mark]!
  return head > mark && view.tokens[head]!.sentence === sentence ? head : undefined
}

/** The first of some prepositions within a few words behind `i`, with the phrase it opens. */
const phraseBehind = (view: View, i: number, word: RegExp, reach = 14): number | undefined => {
  const { tokens } = view
  for (let at = i + 1; at < tokens.length && at <= i + reach && tokens[at]!.sentence === tokens[i]!.sentence; at++) {
    if (/^[;:.]$/.test(tokens[at]!.text)) return undefined
    if (word.test(tokens[at]!.lower) && tokens[at]!.upos === 'ADP') return headAfter(view, at)
  }
  return undefined
}

type Reading = Readonly<{ parties: readonly number[]; of: number | undefined; alleged: boolean; rule: string }>

/** "blamed the attack on the rebels", "blamed the rebels for the attack", "accused the army of firing". */
const byAccusing = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  // "A SPOKESMAN BLAMED SYRIAN AGENTS", where the verb was taken for an adjective.
  const misread =
    token.lower === 'blamed' && token.deprel === 'amod' && token.head > i && /^[,]$|^[\p{L})]/u.test(view.tokens[i - 1]?.text ?? '.')
  if (misread) return { parties: [token.head], of: undefined, alleged: true, rule: 'blame/blame' }
  if (token.upos !== 'VERB' || !ACCUSING.test(token.lemma)) return undefined
  const deed =
    obliques(view, i).find(({ word }) => /^(?:for|of|in|over|with)$/.test(word))?.head ?? dependents(view, i, 'advcl', 'xcomp')[0]
  if (token.lemma === 'hold' && !dependents(view, i, 'xcomp').some((child) => view.tokens[child]!.lemma === 'responsible')) return undefined
  if (token.lemma === 'charge' && deed === undefined) return undefined
  if (token.lemma === 'suspect' && deed === undefined) return bySuspicion(view, i)
  const objects = objectsOf(view, i)
  const first = objects[0]
  const isDeed = first !== undefined && DEED.test(view.tokens[first]!.lemma)
  const on =
    token.lemma === 'blame'
      ? (obliques(view, i).find(({ word }) => word === 'on')?.head ??
        (isDeed ? obliques(view, first).findLast(({ word }) => word === 'on')?.head : undefined) ??
        (view.tokens[i + 1]?.lower === 'on' ? headAfter(view, i + 1) : undefined))
      : undefined
  const passive = dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  const parties =
    on !== undefined ? conjuncts(view, on) : objects.length > 0 ? objects : passive !== undefined ? conjuncts(view, passive) : []
  return parties.length === 0 ? undefined : { parties, of: on !== undefined ? first : deed, alleged: true, rule: `blame/${token.lemma}` }
}

/** "The Front is suspected", "Front suspected." with no word for the deed: only of bodies that have a name. */
const bySuspicion = (view: View, i: number): Reading | undefined => {
  const suspect = dependents(view, i, 'nsubj')[0]
  if (suspect === undefined || suspect > i || view.tokens[i]!.xpos !== 'VBN' || isNegated(view, i)) return undefined
  const isBody = view
    .within('party', view.tokens[suspect]!)
    .some(({ type, named }) => named && (type === 'group' || type === 'organisation'))
  return isBody ? { parties: conjuncts(view, suspect), of: undefined, alleged: true, rule: 'blame/suspect' } : undefined
}

/** "laid the killings to the rebels", "put the blame on", "pinned the attack on", "pointed the finger at", "suspicion fell on". */
const byPointing = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'VERB') return undefined
  const object = objectsOf(view, i)[0]
  const thing = object === undefined ? '' : view.tokens[object]!.lemma
  const subject = subjectOf(view, i)
  const what = subject === undefined ? '' : view.tokens[subject]!.lemma
  const at = (word: RegExp): number | undefined => phraseBehind(view, Math.max(i, object ?? i), word)
  const party =
    /^(?:lay|put|pin|place|cast)$/.test(token.lemma) &&
    (thing === 'blame' || thing === 'responsibility' || (DEED.test(thing) && /^(?:lay|pin)$/.test(token.lemma)))
      ? at(/^(?:on|to|upon)$/)
      : token.lemma === 'point' && /^(?:finger|suspicion|evidence)$/.test(thing || what)
        ? at(/^(?:at|to|towards?)$/)
        : token.lemma === 'fall' && /^(?:suspicion|blame)$/.test(what)
          ? at(/^(?:on|upon)$/)
          : token.lemma === 'attribute' || token.lemma === 'ascribe' || token.lemma === 'trace'
            ? at(/^to$/)
            : undefined
  if (party === undefined || isNegated(view, i)) return undefined
  // "to a feud between two gangs"
  const sides = sidesOf(view, party)
  return {
    parties: sides.length > 0 ? sides : conjuncts(view, party),
    of: object ?? subject,
    alleged: true,
    rule: token.lemma === 'attribute' ? 'blame/attributed' : 'blame/pointed-at',
  }
}

/** "The bombing was the work of the Front", "bore the hallmarks of". */
const byHandiwork = (view: View, i: number): Reading | undefined => {
  const { lower } = view.tokens[i]!
  // "Moscow said the strikes were its answer"
  if (/^(?:answer|response|retaliation|reply|revenge|work|operation|doing)$/.test(lower)) {
    const owner = view.children(i).find((child) => child < i && /^(?:its|their|our)$/.test(view.tokens[child]!.lower))
    const deed = owner === undefined || dependents(view, i, 'cop').length === 0 ? undefined : subjectOf(view, i)
    if (owner !== undefined && deed !== undefined && DEED.test(view.tokens[deed]!.lemma) && !isNegated(view, i))
      return { parties: [owner], of: deed, alleged: false, rule: 'blame/work-of' }
  }
  if (!/^(?:work|handiwork|hallmarks?|doing)$/.test(lower)) return undefined
  const hallmarks = lower.startsWith('hallmark')
  const party = obliques(view, i).find(({ word }) => word === 'of')?.head
  const verb = view.tokens[i]!.head
  const subject = hallmarks ? (verb >= 0 ? subjectOf(view, verb) : undefined) : subjectOf(view, i)
  if (party === undefined || subject === undefined || !DEED.test(view.tokens[subject]!.lemma) || isNegated(view, i)) return undefined
  return { parties: conjuncts(view, party), of: subject, alleged: true, rule: 'blame/work-of' }
}

const ACCUSED = /^(?:accuse|suspect|charge|implicate|involve|convict|wanted)$/

/** "five men suspected of killing the judge", "the soldiers involved in the massacre", "were implicated in the attack". */
const byCharged = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  const isJoined = /^VB[DN]$/.test(token.xpos) && token.deprel === 'conj' && isPassive(view, token.head) && objectsOf(view, i).length === 0
  if ((token.xpos !== 'VBN' && !isJoined) || !ACCUSED.test(token.lemma) || isNegated(view, i)) return undefined
  const next = view.tokens
    .slice(i + 1, i + 4)
    .find(({ lower, sentence }) => sentence === token.sentence && /^(?:of|in|for|with)$/.test(lower))
  if (!next) return undefined
  const deed = next.head > next.i && view.tokens[next.head]!.sentence === token.sentence ? next.head : next.i + 1
  const what = view.tokens[deed]
  const isDone = what !== undefined && (DEED.test(what.lemma) || (what.upos === 'VERB' && token.lemma !== 'involve'))
  const inDeed = DEED.test(view.tokens[next.i + 1]?.lemma ?? '') || DEED.test(view.tokens[next.i + 2]?.lemma ?? '')
  if (!isDone && !inDeed) return undefined
  const party =
    token.deprel.startsWith('acl') && token.head >= 0
      ? token.head
      : (dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass') ??
        (isJoined || isPassive(view, i) ? subjectOf(view, i) : undefined))
  if (party === undefined || isNobody(view, party)) return undefined
  return { parties: conjuncts(view, party), of: deed, alleged: true, rule: 'blame/suspected-of' }
}

const COMMITTING = /^(?:commit|perpetrate|mastermind|orchestrate|author)$/
const ORDERED = /^(?:commit|perpetrate|mastermind|orchestrate|author|order)$/

/** "the crime perpetrated on 12 January by armed men", "the cartel masterminded the massacres". */
const byCommitting = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (!/^VB[DNZP]$/.test(token.xpos) || !ORDERED.test(token.lemma) || isNegated(view, i)) return undefined
  if (view.children(i).some((child) => view.tokens[child]!.xpos === 'MD')) return undefined
  const object = objectsOf(view, i)[0]
  if (object !== undefined) {
    const subject = subjectOf(view, i)
    if (
      !COMMITTING.test(token.lemma) ||
      subject === undefined ||
      subject > i ||
      !DEED.test(view.tokens[object]!.lemma) ||
      isNobody(view, subject)
    )
      return undefined
    return { parties: conjuncts(view, subject), of: object, alleged: false, rule: 'blame/committed' }
  }
  const deed =
    token.deprel.startsWith('acl') && token.head >= 0
      ? token.head
      : dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  const party = deed === undefined || !DEED.test(view.tokens[deed]!.lemma) ? undefined : phraseBehind(view, i, /^by$/)
  return party === undefined || party === i
    ? undefined
    : { parties: conjuncts(view, party), of: deed, alleged: false, rule: 'blame/committed' }
}

const TAKING_PART = /^(?:participate|part)$/

/** "members of the army participated in the crime", "took part in the attack". */
const byTakingPart = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (!TAKING_PART.test(token.lemma) || (token.lemma === 'part' && view.tokens[i - 1]?.lemma !== 'take')) return undefined
  const verb = token.lemma === 'part' ? i - 1 : i
  if (!/^VB[DNZP]$/.test(view.tokens[verb]!.xpos) || isNegated(view, verb)) return undefined
  const deed = phraseBehind(view, i, /^in$/, 1)
  const { deprel, head, xpos } = view.tokens[verb]!
  // "Members of the army participated in the crime, he said", taken for what modifies them.
  const subject = subjectOf(view, verb) ?? (deprel === 'acl' && xpos === 'VBD' ? head : undefined)
  if (deed === undefined || subject === undefined || subject > i || !DEED.test(view.tokens[deed]!.lemma) || isNobody(view, subject))
    return undefined
  return { parties: conjuncts(view, subject), of: deed, alleged: false, rule: 'blame/committed' }
}

/** Who a deed makes of those who did it. */
const CULPRIT =
  /^(?:perpetrator|mastermind|culprit|killer|murderer|assassin|attacker|assailant|gunman|shooter|bomber|sniper|ringleader|author|kidnapper)$/
const ACCUSED_ONE = /^(?:suspect|accused|defendant|gunman|shooter)$/

/** "Police named the bomber as Ali Reza", "the suspect was identified as Ann Lee", "Lee was the gunman". */
const byNaming = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (CULPRIT.test(token.lemma) && dependents(view, i, 'cop').length > 0 && !isNegated(view, i)) {
    const subject = subjectOf(view, i)
    const isKnown = subject !== undefined && subject < i && view.within('party', view.tokens[subject]!).some(({ named }) => named)
    return isKnown ? { parties: conjuncts(view, subject), of: undefined, alleged: true, rule: 'blame/named-as' } : undefined
  }
  if (token.upos !== 'VERB' || !/^(?:name|identify)$/.test(token.lemma) || isNegated(view, i)) return undefined
  const one =
    dependents(view, i, 'obj', 'xcomp')[0] ?? dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  const lemma = one === undefined ? '' : view.tokens[one]!.lemma
  if (one === undefined || !(CULPRIT.test(lemma) || ACCUSED_ONE.test(lemma))) return undefined
  const name = phraseBehind(view, Math.max(i, one), /^as$/, 4)
  const isSomebody = name !== undefined && view.within('party', view.tokens[name]!).some(({ named, type }) => named && type === 'person')
  return isSomebody ? { parties: conjuncts(view, name), of: undefined, alleged: true, rule: 'blame/named-as' } : undefined
}

const FOR_IT =
  /^(?:,\s)?(?:\S+\s){0,4}?(?:in connection with|over|for|on suspicion of|on charges? of|accused of|suspected of)\s(?:the\s|a\s)?/i

/** "Two men were arrested in connection with the killing", "was jailed for the murder of". */
const byArrest = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (!/^VB[ND]$/.test(token.xpos) || !/^(?:arrest|detain|hold|jail|convict|sentence|imprison)$/.test(token.lemma)) return undefined
  if (!isPassive(view, i) || isNegated(view, i)) return undefined
  const words = FOR_IT.exec(view.text.slice(token.end + 1, token.end + 80))
  const deed = words ? view.tokenAt(token.end + 1 + words[0].length) : -1
  const party = subjectOf(view, i) ?? (token.deprel.startsWith('acl') ? token.head : undefined)
  if (deed < 0 || view.tokens[deed]?.sentence !== token.sentence || party === undefined || party > i || isNobody(view, party))
    return undefined
  const what = [deed, deed + 1].find((at) => ARRESTED_FOR.test(view.tokens[at]?.lemma ?? ''))
  return what === undefined ? undefined : { parties: conjuncts(view, party), of: what, alleged: true, rule: 'blame/arrested-for' }
}
const ARRESTED_FOR =
  /^(?:attack|blast|bombing|explosion|killing|murder|assassination|shooting|strike|raid|ambush|massacre|assault|kidnapping|abduction|slaying|stabbing|manslaughter|arson|kill|shoot|stab|bomb|lynching)$/

/** Nouns that say by themselves that somebody did it. */
const DOERS = /^(?:attacker|assailant|kidnapper|abductor|captor|murderer|killer|assassin|aggressor|perpetrator)$/
const SUFFERED = /^(?:kill|shoot|arrest|capture|wound|die|injure|identify|detain)$/

/** "The assailants fled": told of as doers, whatever else they do. */
const byName = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' || !DOERS.test(token.lemma) || token.deprel !== 'nsubj' || isNobody(view, i)) return undefined
  const verb = token.head >= 0 ? view.tokens[token.head]! : undefined
  if (verb?.upos !== 'VERB' || SUFFERED.test(verb.lemma) || verb.i < i) return undefined
  return { parties: [i], of: undefined, alleged: false, rule: 'blame/by-name' }
}

const DOUBTFUL = /\b(?:evidence|believ|suspect|may|might|likely|possibly|think|thought|alleg)\w*/i

/** Where a pronoun opens what somebody says, it stands for that one: characters, enough for "that" and a mark before it. */
const OPENING = 8

/** A pronoun for the one who speaks, in that one's own statement. */
const isSelf = (view: View, i: number): boolean => {
  if (!/^(?:it|they|we|i|he|she)$/.test(view.tokens[i]!.lower)) return false
  const said = statementAt(view.context.statements, view.tokens[i]!)
  const speaker = said?.stance === 'asserts' && said.speaker !== null ? view.mention(said.speaker) : undefined
  if (speaker?.kind !== 'party') return false
  const isFirst = view.tokens[i]!.start - (said?.content[0]?.start ?? 0) < OPENING
  return isFirst || /^(?:we|i)$/.test(view.tokens[i]!.lower) || view.resolve(i)?.id === speaker.id
}

/** "was behind the blast", "is responsible for", "is to blame". */
const byBehind = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  const toBlame =
    token.lower === 'blame' && view.tokens[i - 1]?.lower === 'to' && /^(?:is|are|was|were|be)$/.test(view.tokens[i - 2]?.lower ?? '')
  if (!BEHIND.test(token.lower) && !toBlame) return undefined
  const subject = subjectOf(view, i) ?? (token.head >= 0 && token.lower === 'behind' ? subjectOf(view, token.head) : undefined)
  const deed = token.lower === 'behind' && token.deprel === 'case' ? token.head : obliques(view, i).find(({ word }) => word === 'for')?.head
  // "The Front said it was responsible": of what, goes without saying.
  const isOwn = token.lower === 'responsible' && subject !== undefined && isSelf(view, subject)
  if (subject === undefined || (deed === undefined && !toBlame && !isOwn) || isNobody(view, subject)) return undefined
  if ([i, token.head].some((at) => at >= 0 && view.tokens[at]!.sentence === token.sentence && isNegated(view, at))) return undefined
  const before = view.text.slice(view.sentences[token.sentence]!.start, token.start).slice(-200)
  if (/\bno (?:group|one|organi[sz]ation|party)\b/i.test(before)) return undefined
  return { parties: conjuncts(view, subject), of: deed ?? i, alleged: toBlame || DOUBTFUL.test(before), rule: 'blame/behind' }
}

/** What somebody admits to having done. */
const ADMITTED =
  /^(?:it|this|attack|bombing|killing|murder|assassination|shooting|strike|airstrike|raid|ambush|massacre|kidnapping|abduction)$/

/** "claimed responsibility for", "claimed the attack", "an attack claimed by". */
const byClaiming = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'VERB' || !/^(?:claim|take|assume|accept|admit)$/.test(token.lemma) || isNegated(view, i)) return undefined
  const object = objectsOf(view, i)[0] ?? dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  const lemma = object === undefined ? '' : view.tokens[object]!.lemma
  const before = view.tokens[i - 1]?.lemma ?? ''
  const isDeed = token.lemma === 'claim' && (DEED.test(lemma) || (token.deprel.startsWith('a') && DEED.test(before)))
  const isAdmitted = token.lemma === 'admit' && ADMITTED.test(lemma)
  if (!/^(?:responsibility|credit)$/.test(lemma) && !isDeed && !isAdmitted) return undefined
  const passive = object === undefined || objectsOf(view, i)[0] === undefined
  const subject = passive ? (view.tokens[i + 1]?.lower === 'by' ? headAfter(view, i + 1) : agentsOf(view, i)[0]) : subjectOf(view, i)
  if (subject === undefined || isNobody(view, subject)) return undefined
  const deed =
    object !== undefined && !isDeed && !isAdmitted
      ? [...obliques(view, object), ...obliques(view, i)].find(({ word }) => word === 'for')?.head
      : DEED.test(lemma)
        ? object
        : i - 1
  return { parties: conjuncts(view, subject), of: deed, alleged: false, rule: 'blame/claims-responsibility' }
}

const DOING =
  /^(?:carry|plant|target|strike|hit|fire|launch|conduct|attack|ambush|detonate|execute|stage|mount|kill|destroy|bomb|shell|shoot|storm|raid|down|blow|set)$/

/** "The Front said its fighters had planted the device": the speaker's own people, or the speaker, by the speaker's word. */
const byOwnWord = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'VERB' || !DOING.test(token.lemma) || isNegated(view, i)) return undefined
  if (objectsOf(view, i).length === 0 && obliques(view, i).length === 0) return undefined
  const subject = subjectOf(view, i)
  if (
    subject === undefined ||
    subject > i ||
    !view.children(i).every((child) => view.tokens[child]!.xpos !== 'MD' && view.tokens[child]!.xpos !== 'TO')
  )
    return undefined
  const whose = view.children(subject).find((child) => /^(?:its|their|our|his)$/.test(view.tokens[child]!.lower))
  const isOwn = whose !== undefined && OWN_PEOPLE.test(view.tokens[subject]!.lemma)
  if (!isOwn && !(STRIKING.test(token.lemma) && isSelf(view, subject) && isBodySaying(view, token))) return undefined
  const said = statementAt(view.context.statements, token)
  if (said?.stance !== 'asserts' || said.speaker === null) return undefined
  return { parties: [subject], of: i, alleged: false, rule: 'blame/own-word' }
}
const STRIKING = /^(?:target|strike|hit|fire|attack|ambush|detonate|bomb|shell|shoot|storm)$/

/** Is it a body, not a person, whose statement a word stands in? */
const isBodySaying = (view: View, token: View['tokens'][number]): boolean => {
  const speaker = statementAt(view.context.statements, token)?.speaker
  const mention = speaker == null ? undefined : view.mention(speaker)
  return mention?.kind === 'party' && mention.type !== 'person'
}

const OWN_PEOPLE =
  /^(?:fighter|force|troop|soldier|man|member|unit|militant|gunman|guerrilla|commando|bomber|martyr|brigade|jet|aircraft|warplane|artillery|gunner|navy|army|warrior|mujahid|mujahideen|drone|cell|operative|combatant|battalion)$/

/** "The government says it was the Front": a body, where somebody says so of what was done. */
const byCleft = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'PROPN' && token.upos !== 'NOUN') return undefined
  const isPast = dependents(view, i, 'cop').some((child) => /^(?:was|were)$/.test(view.tokens[child]!.lower))
  if (!isPast || isNegated(view, i) || !statementAt(view.context.statements, token)) return undefined
  const subject = dependents(view, i, 'nsubj')[0]
  if (subject === undefined || !/^(?:it|this|that|these)$/.test(view.tokens[subject]!.lower)) return undefined
  const isGroup = view.within('party', token).some(({ type, named, actor }) => type === 'group' && (named || actor !== null))
  const clause = dependents(view, i, 'acl')[0]
  const isSaying = clause !== undefined && /^(?:say|tell|report|announce|call|claim|deny|find)$/.test(view.tokens[clause]!.lemma)
  if (!isGroup || isSaying) return undefined
  return { parties: conjuncts(view, i), of: undefined, alleged: false, rule: 'blame/it-was' }
}

const SHOT = /^(?:shell|rocket|missile|round|shot|bullet|projectile|mortar|fire|gunfire|drone|bomb|grenade|salvo|barrage|munition)$/

/** "The rounds came from positions held by the army", "fired from rebel-held ground". */
const byOrigin = (view: View, i: number): Reading | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'VERB' || !/^(?:come|originate|fire|launch)$/.test(token.lemma) || isNegated(view, i)) return undefined
  const thing = subjectOf(view, i) ?? (token.deprel.startsWith('acl') ? token.head : undefined)
  if (thing === undefined || !SHOT.test(view.tokens[thing]!.lemma)) return undefined
  const ground = obliques(view, i).find(({ word }) => word === 'from')?.head
  const parties = ground === undefined ? [] : holdersOf(view, ground)
  return parties.length === 0 ? undefined : { parties, of: thing, alleged: false, rule: 'blame/came-from' }
}

/** Is the party who claims a deed the one that the statement is by? */
const speaks = (view: View, { source, speaker }: Statement, party: number): boolean => {
  const { start, end } = view.tokens[party]!
  const mention = speaker === null ? undefined : view.mention(speaker)
  return (
    [source, mention].some((own) => !!own && own.start <= start && end <= own.end) || (!!mention && view.resolve(party)?.id === mention.id)
  )
}

/** "attributed to army positions": the army. */
const orHolders = (view: View, party: number): readonly number[] => {
  const holders = holdersOf(view, party)
  return holders.length > 0 ? holders : [party]
}

/** Who is blamed, accused, suspected, said to be behind it, or claims it. */
export const findBlame = (view: View): readonly Blame[] => {
  const found: Blame[] = []
  for (const { i } of view.tokens) {
    if (!view.bears(i)) continue
    const reading =
      byAccusing(view, i) ??
      byPointing(view, i) ??
      byHandiwork(view, i) ??
      byBehind(view, i) ??
      byClaiming(view, i) ??
      byOwnWord(view, i) ??
      byCharged(view, i) ??
      byCommitting(view, i) ??
      byCleft(view, i) ??
      byOrigin(view, i) ??
      byTakingPart(view, i) ??
      byNaming(view, i) ??
      byArrest(view, i) ??
      byName(view, i)
    if (!reading) continue
    const own = /^blame\/(?:behind|work-of|own-word|committed|by-name|suspected-of|it-was|came-from|named-as|arrested-for)$/.test(
      reading.rule,
    )
    const said = own ? (statementAt(view.context.statements, view.tokens[i]!) ?? undefined) : cueStatement(view, i)
    const isForeign =
      reading.rule === 'blame/claims-responsibility' && said?.cue && !reading.parties.some((party) => speaks(view, said, party))
    const statement = isForeign ? (statementAt(view.context.statements, view.tokens[i]!) ?? undefined) : said
    for (const party of reading.parties.flatMap((one) => orHolders(view, one)))
      found.push({ party, at: i, of: reading.of, alleged: reading.alleged, statement, rule: reading.rule })
  }
  return found
}
