import type { Affiliation, AffiliationType } from '../../model/actor.ts'
import type { PartyMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import { conjuncts, dependents, obliques, subjectOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'
import { statementAt } from '../statements/statement-at.ts'
import { partyAt, type Resolve } from './takers.ts'
import { findTies } from './ties.ts'

type Found = Readonly<{ subject: number; object: number; type: AffiliationType; at: Span }>

const WHOLE = /^(?:part|component|branch|wing|arm|faction|unit|subset|offshoot|division|affiliate|subsidiary|section)$/
const MEMBER = /^(?:member|fighter|commander|militant|soldier|ally|cadre|operative)$/
const LEAD = /^(?:lead|head|command|run|chair|found)$/
const LEADER = /^(?:leader|head|chief|commander|president|chairman|director|founder|boss|minister|secretary-general|commander-in-chief)$/
const FIGHT = /^(?:fight|battle|combat|oppose|rebel)$/
const BACK = /^(?:back|support|fund|arm|finance|sponsor|train|supply|equip)$/
const JOIN = /^(?:join|merge|integrate|incorporate|absorb|belong)$/

const CELL = /^(?:cell|faction|unit|branch|network|wing|chapter)$/

const MOST = 160

const between = (view: View, a: number, b: number): Span => {
  const [first, last] = a < b ? [a, b] : [b, a]
  const start = view.tokens[first]!.start
  const end = view.tokens[last]!.end
  return end - start <= MOST ? span(start, end) : span(view.tokens[b]!.start, view.tokens[b]!.end)
}

const isNegated = (view: View, i: number): boolean =>
  view.children(i).some((child) => /^(?:not|n't|n’t|never|no)$/.test(view.tokens[child]!.lower))

/** The noun before a relative clause or an apposition that says what it is. */
const holderOf = (view: View, i: number): number | undefined => {
  const token = view.tokens[i]!
  if (token.deprel === 'appos') return token.head
  if (token.deprel.startsWith('acl') && token.head >= 0) return token.head
  return undefined
}

/** "X is part of Y", "X, part of Y": a noun that is an object ("bombed part of Y") says nothing of the verb's subject. */
const heldBy = (view: View, i: number): number | undefined =>
  view.children(i).some((child) => view.tokens[child]!.deprel === 'cop') ? subjectOf(view, i) : holderOf(view, i)

/** Verbs that make something part of something: "was made part of", "became part of". */
const MAKING = /^(?:make|become|form|remain|declare)$/

const readAt = (view: View, i: number): readonly Found[] => {
  const token = view.tokens[i]!
  const found: Found[] = []
  if (isNegated(view, i)) return found
  const whole = (head: number): number =>
    /^(?:which|whom)$/.test(view.tokens[head]!.lower) && token.deprel.startsWith('acl') && token.head >= 0 ? token.head : head
  const objects = (word: RegExp): readonly number[] =>
    obliques(view, i)
      .filter((one) => word.test(one.word))
      .flatMap(({ head }) => [whole(head)])
  if (token.upos === 'NOUN' && WHOLE.test(token.lemma)) {
    const subject = heldBy(view, i)
    for (const object of objects(/^of$/))
      if (subject !== undefined && subject !== i)
        for (const one of conjuncts(view, subject))
          for (const whole of conjuncts(view, object))
            found.push({ subject: one, object: whole, type: 'part-of', at: between(view, one, whole) })
    // "was made part of": part hangs on the verb.
    if (subject === undefined && token.head >= 0 && MAKING.test(view.tokens[token.head]!.lemma)) {
      const raised = subjectOf(view, token.head)
      for (const object of objects(/^of$/))
        if (raised !== undefined) found.push({ subject: raised, object, type: 'part-of', at: between(view, raised, object) })
    }
  }
  if (token.upos === 'NOUN' && MEMBER.test(token.lemma)) {
    const subject = heldBy(view, i)
    for (const object of objects(/^of$/))
      if (subject !== undefined) found.push({ subject, object, type: 'member-of', at: between(view, subject, object) })
  }
  if (token.upos === 'NOUN' && LEADER.test(token.lemma)) {
    const subject = heldBy(view, i)
    for (const object of objects(/^of$/))
      if (subject !== undefined) found.push({ subject, object, type: 'leads', at: between(view, subject, object) })
  }
  if (token.upos === 'VERB') {
    const passive = dependents(view, i, 'nsubj').some((child) => view.tokens[child]!.deprel === 'nsubj:pass')
    const subject = subjectOf(view, i) ?? holderOf(view, i)
    const object = dependents(view, i, 'obj')[0]
    if (subject !== undefined && LEAD.test(token.lemma)) {
      const by = obliques(view, i).find(({ word }) => word === 'by')?.head
      if (passive || (object === undefined && by !== undefined)) {
        if (by !== undefined) found.push({ subject: by, object: subject, type: 'leads', at: between(view, subject, by) })
      } else if (object !== undefined) found.push({ subject, object, type: 'leads', at: between(view, subject, object) })
    }
    if (subject !== undefined && BACK.test(token.lemma)) {
      const by = obliques(view, i).find(({ word }) => word === 'by')?.head
      if (by !== undefined) found.push({ subject, object: by, type: 'backed-by', at: between(view, subject, by) })
      else if (object !== undefined && !passive)
        found.push({ subject: object, object: subject, type: 'backed-by', at: between(view, subject, object) })
    }
    if (subject !== undefined && FIGHT.test(token.lemma)) {
      const against = object ?? obliques(view, i).find(({ word }) => word === 'against' || word === 'with')?.head
      if (against !== undefined) found.push({ subject, object: against, type: 'fights', at: between(view, subject, against) })
    }
    if (subject !== undefined && JOIN.test(token.lemma)) {
      const into = token.lemma === 'join' ? object : obliques(view, i).find(({ word }) => /^(?:into|with|to|in)$/.test(word))?.head
      if (into !== undefined) {
        // "belonged to a cell of the Front": the Front.
        const whole = CELL.test(view.tokens[into]!.lemma) ? obliques(view, into).find(({ word }) => word === 'of')?.head : undefined
        const isPeople = classOfNoun(singular(view.tokens[subject]!.lower)) === 'person'
        found.push({ subject, object: whole ?? into, type: isPeople ? 'member-of' : 'part-of', at: between(view, subject, whole ?? into) })
      }
    }
    if (/^(?:know|call|name)$/.test(token.lemma) && (passive || token.xpos === 'VBN')) {
      const as = obliques(view, i).find(({ word }) => word === 'as')?.head
      if (subject !== undefined && as !== undefined)
        found.push({ subject, object: as, type: 'also-known-as', at: between(view, subject, as) })
    }
    // "serve in both brigades"
    if (/^(?:serve|fight)$/.test(token.lemma) && subject !== undefined) {
      const inside = obliques(view, i).find(
        ({ word, head }) => /^(?:in|with|under|alongside)$/.test(word) && word !== 'alongside' && !!partyAt(view, head),
      )?.head
      if (inside !== undefined && token.lemma === 'serve')
        found.push({ subject, object: inside, type: 'member-of', at: between(view, subject, inside) })
    }
  }
  // "Al-Hashd al-Sha'bi or the Popular Mobilization Forces", "the Movement (MMV)"
  if (
    token.upos === 'PROPN' &&
    token.deprel === 'conj' &&
    token.head >= 0 &&
    view.children(i).some((child) => view.tokens[child]!.lower === 'or')
  )
    found.push({ subject: token.head, object: i, type: 'also-known-as', at: between(view, token.head, i) })
  return found
}

const isBody = ({ type }: PartyMention): boolean => type !== 'facility' && type !== 'vehicle'
const isKnown = ({ named, actor }: PartyMention): boolean => named || actor !== null

/** A tie joins two parties of which at least one is named; nobody is part of a person, and a leader is one. */
const isTie = (one: PartyMention, two: PartyMention, type: AffiliationType): boolean => {
  if (!isBody(one) || !isBody(two) || !(isKnown(one) || isKnown(two))) return false
  if (type === 'part-of' || type === 'member-of') return isKnown(two) && two.type !== 'person'
  return type !== 'leads' || two.type !== 'person'
}

/** "Ukrainian" of "Ukrainian forces": an adjective names nobody who could be led, joined or known by another name. */
const isAdjective = (view: View, { type, start }: PartyMention): boolean =>
  type === 'geopolitical' && view.tokens[view.tokenAt(start)]?.upos === 'ADJ'

const CALLS_ITSELF =
  /^ (?:that|which|who) (?:calls? (?:itself|themselves)|is called|are called|is known as|are known as|styles itself) (?:the )?$/i

/** "the alliance that calls itself the Axis of Resistance": the name behind the description. */
const nameOf = (view: View, party: PartyMention): PartyMention =>
  isKnown(party)
    ? party
    : (view
        .within('party', span(party.start, Math.min(view.text.length, party.end + 80)))
        .find(
          (other) =>
            other.start > party.start && isKnown(other) && CALLS_ITSELF.test(withoutArticle(view.text.slice(party.end, other.start))),
        ) ??
      mintName(view, party) ??
      party)

const CAPITALS =
  /^( (?:that|which|who) (?:calls? (?:itself|themselves)|is called|are called|is known as|are known as|styles itself) (?:the )?)(\p{Lu}[\p{L}'’-]{1,30}(?: (?:of |for |and )?\p{Lu}[\p{L}'’-]{1,30}){1,4})/u

/** The name behind "that calls itself", where nothing took it for one. */
const mintName = (view: View, party: PartyMention): PartyMention | undefined => {
  const found = CAPITALS.exec(view.text.slice(party.end, party.end + 160))
  if (!found) return undefined
  const start = party.end + found[1]!.length
  return view.mint({ id: '', kind: 'party', start, end: start + found[2]!.length, type: 'organisation', named: true, actor: null })
}

const withoutArticle = (words: string): string => (words.length < 40 ? words : '')

const OF_WHICH =
  /^,? of which ((?:the |an? )?(?:[\p{L}-]{1,15} ){1,3}?)(?:forms?|is|are|was|were) (?:an? )?(?:part|member|wing|branch|component)\b/iu

/** "The Coalition, of which the militia forms part,": whoever stands in the clause belongs to whom it hangs on. */
const findInClauses = (view: View): readonly Readonly<{ subject: PartyMention; object: PartyMention; at: Span }>[] =>
  view.sentences.flatMap((sentence) => {
    const parties = view.within('party', sentence)
    return parties.flatMap((object) => {
      const found = isBody(object) && isKnown(object) ? OF_WHICH.exec(view.text.slice(object.end, object.end + 90)) : null
      const end = object.end + (found?.[0].length ?? 0)
      const subject = found
        ? (parties.find((party) => party.start > object.end && party.end < end && isBody(party)) ?? mintGroup(view, object.end, found))
        : undefined
      return subject ? [{ subject, object, at: span(object.start, end) }] : []
    })
  })

/** "the militia" of such a clause, where the parse took it for a part of the verb. */
const mintGroup = (view: View, from: number, found: RegExpExecArray): PartyMention | undefined => {
  const words = found[1]!.trimEnd()
  const sort = classOfNoun(singular(words.split(' ').at(-1) ?? ''))
  const start = from + found[0].indexOf(words)
  return sort === 'group' || sort === 'organisation'
    ? view.mint({ id: '', kind: 'party', start, end: start + words.length, type: sort, named: false, actor: null })
    : undefined
}

const BACKED = /^([\p{L}.]+)-(?:backed|supported|funded|sponsored|aligned|trained|armed)$/iu

/** Who belongs to, leads, backs or fights whom, as the document says. Comments are not read. */
export const findAffiliations = (view: View, resolve: Resolve): readonly Affiliation[] => {
  const found: Affiliation[] = []
  const seen = new Set<string>()
  const add = (subject: string, object: string, type: AffiliationType, at: Span): void => {
    const key = `${subject} ${object} ${type}`
    if (subject === object || seen.has(key)) return
    const [one, two] = [view.mention(subject), view.mention(object)]
    const ties = type !== 'backed-by' && type !== 'fights'
    if (ties && [one, two].some((party) => party?.kind === 'party' && isAdjective(view, party))) return
    // "Gen. Luis Ospina" and the "Luis Ospina" inside it say the same once.
    const isSame = (id: string, other: string): boolean => {
      const [a, b] = [view.mention(id), view.mention(other)]
      return id === other || (a !== undefined && b !== undefined && a.start < b.end && b.start < a.end)
    }
    if (found.some((known) => known.type === type && isSame(known.subject, subject) && isSame(known.object, object))) return
    seen.add(key)
    const statement = statementAt(view.context.statements, at)
    found.push({ subject, object, type, from: null, until: null, spans: [at], statement: statement?.id ?? null })
  }
  for (const { subject, object, type, at } of findTies(view)) add(subject.id, object.id, type, at)
  for (const { subject, object, at } of findInClauses(view))
    if (view.bears(view.tokenAt(object.start))) add(subject.id, object.id, 'part-of', at)
  for (const { i } of view.tokens) {
    if (!view.bears(i)) continue
    for (const { subject, object, type, at } of readAt(view, i)) {
      const own = (i: number) => {
        const party = partyAt(view, i)
        return party && (party.named || party.actor !== null) ? party : (resolve(i) ?? party)
      }
      const one = own(subject)
      const told = own(object)
      const two = told && nameOf(view, told)
      const parties = one && two ? { one, two } : undefined
      if (!parties) continue
      if (isTie(parties.one, parties.two, type)) add(parties.one.id, parties.two.id, type, at)
    }
    const token = view.tokens[i]!
    if (BACKED.test(token.text) && token.head >= 0) {
      const subject = partyAt(view, token.head)
      const object = view.within('party', token).find((party) => party.end <= token.end && party.start >= token.start)
      if (subject && object) add(subject.id, object.id, 'backed-by', span(token.start, token.end))
    }
  }
  return found
}
