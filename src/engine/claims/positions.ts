import type { PositionValue } from '../../model/claim.ts'
import { type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import { agentsOf, dependents, objectsOf, subjectOf } from './grammar.ts'
import type { View } from './view.ts'

/** A party's answer to what is said of it: it did it, did not, looks into it, will not say. `at`: the word that carries the answer. */
export type Position = Span &
  Readonly<{
    party: number
    on: PositionValue['on']
    answer: PositionValue['answer']
    at: number
    statement: Statement | undefined
    rule: string
  }>

const DENY = /^(?:deny|reject|refute|disavow|disclaim|dismiss|repudiate|dispute)$/
const ACCEPT = /^(?:admit|acknowledge|confess|concede|confirm)$/
const INVESTIGATE = /^(?:investigate|probe|review|examine)$/
const DEED =
  /^(?:involvement|responsibility|role|accusation|allegation|claim|charge|report|blame|attack|strike|bombing|killing|shelling|raid|shooting|part|link|connection|having|hand|knowledge|complicity|targeting|civilian|use)$/
const CLAIMED =
  /^(?:attack|bombing|blast|bomb|explosion|killing|assassination|shooting|strike|raid|ambush|assault|operation|kidnapping|abduction)$/
const HARM = /\b(?:civilians?|women|children|innocent|bystanders?|casualties)\b/i

const MOST = 110

const clauseSpan = (view: View, from: number, to: number): Span => {
  const start = view.tokens[from]!.start
  let last = Math.max(from, to)
  while (last > from && view.tokens[last]!.end - start > MOST) last--
  return span(start, view.tokens[last]!.end)
}

const object = (view: View, i: number): number | undefined => objectsOf(view, i)[0] ?? dependents(view, i, 'ccomp', 'xcomp')[0]

const isNegated = (view: View, i: number): boolean =>
  view.children(i).some((child) => /^(?:not|n't|n’t|never|yet|neither|nor)$/.test(view.tokens[child]!.lower))

const isNobody = (view: View, i: number): boolean =>
  /^(?:no|neither|nobody|none|nothing)$/.test(view.tokens[i]!.lower) ||
  view.children(i).some((child) => /^(?:no|neither)$/.test(view.tokens[child]!.lower))

const SELF = /^(?:it|they|we|i|he|she)$/
const OWN = /^(?:its|their|our|his|her|my)$/

/** Does a word stand for the one who speaks, or for its people: "we", "its soldiers", "none of its troops"? */
const isOwn = (view: View, i: number): boolean =>
  SELF.test(view.tokens[i]!.lower) ||
  view.children(i).some((child) => {
    const { lower } = view.tokens[child]!
    return (
      OWN.test(lower) ||
      (/^(?:none|neither)$/.test(view.tokens[i]!.lower) && view.children(child).some((owner) => OWN.test(view.tokens[owner]!.lower)))
    )
  })

const DEED_VERB =
  /^(?:strike|hit|attack|target|bomb|shell|kill|shoot|fire|carry|launch|conduct|raid|burn|involve|use|take|have|be|massacre|murder|execute|abduct|kidnap|do|drop|plant|order|commit)$/
const PART =
  /^(?:involvement|part|role|hand|link|connection|knowledge|responsibility|responsible|behind|involved|aware|do|nothing|anything)$/

/** "We did not strike that convoy", "it had nothing to do with", "it was not behind the attack": a denial without a word for denying. */
const deniesPlainly = (view: View, i: number): number | undefined => {
  const token = view.tokens[i]!
  const isVerb = token.upos === 'VERB' && DEED_VERB.test(token.lemma)
  const isState = /^(?:responsible|behind|involved|aware)$/.test(token.lower)
  if (!isVerb && !isState) return undefined
  const subject = subjectOf(view, i) ?? (token.head >= 0 && token.deprel === 'case' ? subjectOf(view, token.head) : undefined)
  if (subject === undefined || !isOwn(view, subject)) return undefined
  const things = objectsOf(view, i)
  const nothing = things.some(
    (thing) => /^nothing$/.test(view.tokens[thing]!.lower) || view.children(thing).some((child) => view.tokens[child]!.lower === 'no'),
  )
  const negated =
    isNegated(view, i) || isNobody(view, subject) || (token.deprel === 'case' && token.head >= 0 && isNegated(view, token.head))
  if (!negated && !nothing) return undefined
  if (!isState && /^(?:have|be|take|do|use)$/.test(token.lemma) && !things.some((thing) => PART.test(view.tokens[thing]!.lemma)))
    return undefined
  // "did not say", "would not strike again" is no answer to what is said of it.
  return view.children(i).some((child) => view.tokens[child]!.xpos === 'MD') ? undefined : subject
}

const wordsOfCue = (view: View, { cue, source }: Statement): readonly number[] => {
  if (!cue || !source) return []
  const first = view.tokenAt(cue.start)
  return Array.from({ length: Math.min(8, view.tokenAt(cue.end - 1) - first + 1) }, (_, k) => first + k)
}

const CUES = new WeakMap<View['context'], ReadonlyMap<number, Statement>>()

/** The statement, with a speaker, that a token is the cue of. */
const saidWith = (view: View, token: View['tokens'][number]): Statement | undefined => {
  const known =
    CUES.get(view.context) ?? new Map(view.context.statements.flatMap((one) => wordsOfCue(view, one).map((i) => [i, one] as const)))
  CUES.set(view.context, known)
  return known.get(token.i)
}

const HARMED = /^(?:kill|injure|wound|hurt|harm|target|hit|lose|die)$/
const UNHARMED = /^(?:civilians?|women|children|residents?|people|person|passengers?|worshippers?|villagers?)$/

/** "not one civilian was killed", "no civilians had come to harm": an answer, where a side in the fight says it of what it is blamed for. */
const deniesHarm = (view: View, i: number, statement: Statement | undefined): number | undefined => {
  const token = view.tokens[i]!
  const harms =
    HARMED.test(token.lemma) ||
    (token.lemma === 'come' && /^to$/.test(view.tokens[i + 1]?.lower ?? '') && view.tokens[i + 2]?.lower === 'harm')
  if (!harms || token.upos !== 'VERB' || !statement?.source || !ANSWERABLE.has(statement.sourceKind)) return undefined
  const subject = subjectOf(view, i)
  if (subject === undefined || !UNHARMED.test(view.tokens[subject]!.lower)) return undefined
  const before = view.tokens.slice(Math.max(0, subject - 3), subject).map(({ lower }) => lower)
  return before.includes('no') || (before.includes('not') && before.includes('one')) ? subject : undefined
}
const ANSWERABLE: ReadonlySet<string> = new Set(['party-to-conflict', 'official-other', 'news', 'agency'])

const QUESTION = /^(?:comment|respond|reply|react|answer|address|speak)$/

/** Parties' own answers, in document order. */
export const findPositions = (view: View): readonly Position[] => {
  const found: Position[] = []
  for (const token of view.tokens) {
    if (!view.bears(token.i)) continue
    // "X denied that it …" is X's word, where the denial is read as a statement.
    const statement = saidWith(view, token) ?? statementAt(view.context.statements, token) ?? undefined
    const thing = token.upos === 'VERB' ? object(view, token.i) : undefined
    const add = (subject: number, answer: Position['answer'], rule: string): void => {
      const own = clauseSpan(view, token.i, thing !== undefined && thing > token.i ? thing : token.i)
      const on =
        HARM.test(view.text.slice(own.start, view.sentences[token.sentence]!.end).slice(0, 160)) && answer !== 'claims-credit'
          ? 'civilian-harm'
          : 'carrying-out'
      found.push({ ...own, party: subject, on, answer, at: thing ?? token.i, statement, rule: `position/${rule}` })
    }
    const plain = statement?.stance === 'asserts' && statement.speaker !== null ? deniesPlainly(view, token.i) : undefined
    const unharmed = plain ?? deniesHarm(view, token.i, statement)
    if (unharmed !== undefined) {
      add(unharmed, 'denies', 'plain-denial')
      continue
    }
    if (token.upos !== 'VERB') continue
    const passive = token.xpos === 'VBN' && /^(?:claim)$/.test(token.lemma) && view.tokens[token.i + 1]?.lower === 'by'
    const subject = passive ? agentsOf(view, token.i)[0] : subjectOf(view, token.i)
    if (subject === undefined || isNobody(view, subject)) continue
    const word = thing === undefined ? undefined : view.tokens[thing]!
    const negated = isNegated(view, token.i)
    const isClause = word !== undefined && (word.deprel === 'ccomp' || word.upos === 'VERB')
    if (DENY.test(token.lemma) && !negated && word && (DEED.test(word.lemma) || isClause || /^(?:it|this|that)$/.test(word.lower)))
      add(subject, 'denies', 'denial')
    else if (/^(?:claim|take|assume|accept)$/.test(token.lemma) && /^(?:responsibility|credit)$/.test(word?.lemma ?? '') && !negated)
      add(subject, 'claims-credit', 'claim-of-responsibility')
    else if (token.lemma === 'claim' && !negated && (passive || (word !== undefined && CLAIMED.test(word.lemma) && word.deprel === 'obj')))
      add(subject, 'claims-credit', 'claim-of-deed')
    else if (ACCEPT.test(token.lemma) && word && (isClause || DEED.test(word.lemma)) && !negated) {
      const doer = isClause ? subjectOf(view, word.i) : undefined
      // "confirmed that it had struck", "admitted that its jets hit": only where the speaker speaks of itself.
      if (word.xpos === 'VBG' || (doer !== undefined && isOwn(view, doer)) || /^(?:responsibility|involvement|role)$/.test(word.lemma))
        add(subject, 'accepts', 'acceptance')
    } else if (
      INVESTIGATE.test(token.lemma) ||
      (/^(?:look)$/.test(token.lemma) && view.tokens[token.i + 1]?.lower === 'into') ||
      (/^(?:open|launch|begin|start|order|announce)$/.test(token.lemma) &&
        word &&
        /^(?:investigation|inquiry|probe|review|enquiry)$/.test(word.lemma))
    )
      add(subject, 'investigating', 'investigation')
    else if (
      (/^(?:decline|refuse)$/.test(token.lemma) &&
        word &&
        /^(?:comment|respond|discuss|confirm|say|elaborate|answer|reply|speak|deny)$/.test(word.lemma)) ||
      (negated && QUESTION.test(token.lemma)) ||
      (/^(?:make|issue|offer|give|have)$/.test(token.lemma) &&
        word &&
        /^(?:comment|statement|response|reaction|reply)$/.test(word.lemma) &&
        (negated || view.children(word.i).some((child) => view.tokens[child]!.lower === 'no'))) ||
      (/^(?:remain|stay|keep)$/.test(token.lemma) && /^(?:silent|quiet)$/.test(view.tokens[token.i + 1]?.lower ?? ''))
    )
      add(subject, 'declines', 'no-comment')
  }
  return found
}
