import type { PositionValue } from '../../model/claim.ts'
import { type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import { dependents, objectsOf, subjectOf } from './grammar.ts'
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
const HARM = /\b(?:civilians?|women|children|innocent|bystanders?|casualties)\b/i

const MOST = 110

const clauseSpan = (view: View, from: number, to: number): Span => {
  const start = view.tokens[from]!.start
  let last = Math.max(from, to)
  while (last > from && view.tokens[last]!.end - start > MOST) last--
  return span(start, view.tokens[last]!.end)
}

const object = (view: View, i: number): number | undefined => objectsOf(view, i)[0] ?? dependents(view, i, 'ccomp', 'xcomp')[0]

/** Parties' own answers, in document order. */
export const findPositions = (view: View): readonly Position[] => {
  const found: Position[] = []
  for (const token of view.tokens) {
    if (token.upos !== 'VERB' || !view.bears(token.i)) continue
    const subject = subjectOf(view, token.i)
    if (subject === undefined) continue
    const thing = object(view, token.i)
    const word = thing === undefined ? undefined : view.tokens[thing]!
    const statement = statementAt(view.context.statements, token) ?? undefined
    const add = (answer: Position['answer'], rule: string): void => {
      const own = clauseSpan(view, token.i, thing ?? token.i)
      const on =
        HARM.test(view.text.slice(own.start, view.sentences[token.sentence]!.end).slice(0, 160)) && answer !== 'claims-credit'
          ? 'civilian-harm'
          : 'carrying-out'
      found.push({ ...own, party: subject, on, answer, at: thing ?? token.i, statement, rule: `position/${rule}` })
    }
    const negated = view.children(token.i).some((child) => /^(?:not|n't|n’t|never)$/.test(view.tokens[child]!.lower))
    if (DENY.test(token.lemma) && !negated && word && (DEED.test(word.lemma) || word.upos === 'VERB')) add('denies', 'denial')
    else if (/^(?:claim|take|assume|accept)$/.test(token.lemma) && word?.lemma === 'responsibility' && !negated)
      add('claims-credit', 'claim-of-responsibility')
    else if (ACCEPT.test(token.lemma) && word && (word.upos === 'VERB' || DEED.test(word.lemma)) && !negated) {
      const doer = word.upos === 'VERB' ? subjectOf(view, word.i) : undefined
      // "confirmed that it had struck": only where the speaker speaks of itself.
      if (
        word.xpos === 'VBG' ||
        (doer !== undefined && view.tokens[doer]!.upos === 'PRON' && /^(?:it|they|he|she|we)$/.test(view.tokens[doer]!.lower)) ||
        /^(?:responsibility|involvement|role)$/.test(word.lemma)
      )
        add('accepts', 'acceptance')
    } else if (
      INVESTIGATE.test(token.lemma) ||
      (/^(?:look)$/.test(token.lemma) && view.children(token.i).some((child) => view.tokens[child]!.lower === 'into')) ||
      (/^(?:open|launch|begin|start)$/.test(token.lemma) && word && /^(?:investigation|inquiry|probe|review)$/.test(word.lemma))
    )
      add('investigating', 'investigation')
    else if (
      (/^(?:decline|refuse)$/.test(token.lemma) && word && /^(?:comment|respond|discuss|confirm|say|elaborate|answer)$/.test(word.lemma)) ||
      (negated && /^(?:comment|respond)$/.test(token.lemma))
    )
      add('declines', 'no-comment')
  }
  return found
}
