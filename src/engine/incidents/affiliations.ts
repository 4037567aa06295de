import type { Affiliation, AffiliationType } from '../../model/actor.ts'
import type { PartyMention } from '../../model/mention.ts'
import { type Span, span } from '../../model/span.ts'
import { conjuncts, dependents, obliques, subjectOf } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
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
      if (into !== undefined) found.push({ subject, object: into, type: 'part-of', at: between(view, subject, into) })
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

const BACKED = /^([\p{L}.]+)-(?:backed|supported|funded|sponsored|aligned|trained|armed)$/iu

/** Who belongs to, leads, backs or fights whom, as the document says. Comments are not read. */
export const findAffiliations = (view: View, resolve: Resolve): readonly Affiliation[] => {
  const found: Affiliation[] = []
  const seen = new Set<string>()
  const add = (subject: string, object: string, type: AffiliationType, at: Span): void => {
    const key = `${subject} ${object} ${type}`
    if (subject === object || seen.has(key)) return
    seen.add(key)
    const statement = statementAt(view.context.statements, at)
    found.push({ subject, object, type, from: null, until: null, spans: [at], statement: statement?.id ?? null })
  }
  for (const { subject, object, type, at } of findTies(view)) add(subject.id, object.id, type, at)
  for (const { i } of view.tokens) {
    if (!view.bears(i)) continue
    for (const { subject, object, type, at } of readAt(view, i)) {
      const own = (i: number) => {
        const party = partyAt(view, i)
        return party && (party.named || party.actor !== null) ? party : (resolve(i) ?? party)
      }
      const one = own(subject)
      const two = own(object)
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
