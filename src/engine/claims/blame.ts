import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import { agentsOf, conjuncts, dependents, objectsOf, obliques, subjectOf } from './grammar.ts'
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

/** Who is blamed, accused, suspected, said to be behind it, or claims it. */
export const findBlame = (view: View): readonly Blame[] => {
  const found: Blame[] = []
  for (const token of view.tokens) {
    const { i } = token
    if (!view.bears(i)) continue
    if (token.upos === 'VERB' && ACCUSING.test(token.lemma)) {
      const deed =
        obliques(view, i).find(({ word }) => /^(?:for|of|in|over|with)$/.test(word))?.head ?? dependents(view, i, 'advcl', 'xcomp')[0]
      if (token.lemma === 'hold' && !dependents(view, i, 'xcomp').some((child) => view.tokens[child]!.lemma === 'responsible')) continue
      if ((token.lemma === 'charge' || token.lemma === 'suspect') && deed === undefined) continue
      const on = token.lemma === 'blame' ? obliques(view, i).find(({ word }) => word === 'on')?.head : undefined
      const objects = objectsOf(view, i)
      const passive = dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
      const parties =
        on !== undefined ? conjuncts(view, on) : objects.length > 0 ? objects : passive !== undefined ? conjuncts(view, passive) : []
      for (const party of parties)
        found.push({
          party,
          at: i,
          of: on !== undefined ? objects[0] : deed,
          alleged: true,
          statement: cueStatement(view, i),
          rule: `blame/${token.lemma}`,
        })
      continue
    }
    if (BEHIND.test(token.lower)) {
      const subject = subjectOf(view, i) ?? (token.head >= 0 && token.lower === 'behind' ? subjectOf(view, token.head) : undefined)
      const deed =
        token.lower === 'behind' && token.deprel === 'case' ? token.head : obliques(view, i).find(({ word }) => word === 'for')?.head
      if (subject === undefined || deed === undefined) continue
      const said = cueOrContent(view, i)
      const doubted = view.text.slice(view.sentences[token.sentence]!.start, token.start).slice(-200)
      if (/\bno (?:group|one|organi[sz]ation|party)\b/i.test(doubted)) continue
      for (const party of conjuncts(view, subject))
        found.push({
          party,
          at: i,
          of: deed,
          alleged: /\b(?:evidence|believ|suspect|may|might|likely|possibly|think|thought|alleg)\w*/i.test(doubted),
          statement: said,
          rule: 'blame/behind',
        })
      continue
    }
    if (
      token.upos === 'VERB' &&
      /^(?:claim|take|assume)$/.test(token.lemma) &&
      objectsOf(view, i).some((object) => view.tokens[object]!.lemma === 'responsibility')
    ) {
      const subject = subjectOf(view, i)
      const object = objectsOf(view, i)[0]!
      const no = subject !== undefined && /^(?:no|neither|nobody|none)$/i.test(view.tokens[Math.max(0, subject - 1)]!.lower)
      if (subject === undefined || no || view.children(i).some((child) => /^(?:not|n't|n’t)$/.test(view.tokens[child]!.lower))) continue
      const deed = [...obliques(view, object), ...obliques(view, i)].find(({ word }) => word === 'for')?.head
      for (const party of conjuncts(view, subject))
        found.push({ party, at: i, of: deed, alleged: false, statement: cueStatement(view, i), rule: 'blame/claims-responsibility' })
      continue
    }
    if (token.upos === 'VERB' && token.lemma === 'attribute') {
      const to = obliques(view, i).find(({ word }) => word === 'to')?.head
      if (to === undefined) continue
      const deed = objectsOf(view, i)[0] ?? subjectOf(view, i)
      for (const party of conjuncts(view, to))
        found.push({ party, at: i, of: deed, alleged: true, statement: cueStatement(view, i), rule: 'blame/attributed' })
      continue
    }
    if (token.lemma === 'responsibility' && token.upos === 'NOUN') {
      const verb = token.head >= 0 ? view.tokens[token.head]! : undefined
      if (verb && /^(?:claim)$/.test(verb.lemma))
        for (const party of agentsOf(view, verb.i))
          found.push({ party, at: i, of: undefined, alleged: false, statement: cueStatement(view, i), rule: 'blame/claims-responsibility' })
    }
  }
  return found
}

const cueOrContent = (view: View, i: number): Statement | undefined => statementAt(view.context.statements, view.tokens[i]!) ?? undefined
