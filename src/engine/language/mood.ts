import type { ParsedText, Token } from './parsed.ts'
import { childrenOf, findHead, isRelation, listAncestors, listChildren } from './tree.ts'

/** How a verb is meant: denied, held possible, made to depend on something. */
export type Mood = Readonly<{
  negated: boolean
  /** "could", "may", "would", … in small letters, as written; null without one. */
  modal: string | null
  /** In an "if" or "unless" clause, or governed by one. */
  conditional: boolean
  /** "would have", "could have": it did not happen. */
  counterfactual: boolean
  /** "to attack": purpose or plan, not an act. */
  infinitive: boolean
}>

const NOT = new Set(['not', "n't", 'n’t', 'nt', 'never', 'neither', 'nor', 'hardly', 'barely'])
const NO = new Set(['no', 'none', 'nobody', 'neither', 'nothing'])
const IF = new Set(['if', 'unless', 'lest', 'whether', 'provided', 'otherwise'])

export const moodOf = (parsed: ParsedText, verb: Token): Mood => {
  const auxiliaries = auxiliariesOf(parsed, verb)
  const modal = auxiliaries.find((auxiliary) => auxiliary.xpos === 'MD')?.lower ?? null
  const perfect = auxiliaries.some((auxiliary) => auxiliary.lemma === 'have')
  return {
    negated: isNegated(parsed, verb),
    modal,
    conditional: isConditional(parsed, verb),
    counterfactual: perfect && (modal === 'would' || modal === 'could' || modal === 'should' || modal === 'might'),
    infinitive: modal === null && childrenOf(parsed, verb).some((child) => child.xpos === 'TO'),
  }
}

/** Auxiliaries of the verb, or of the verb it is joined to when it has none and no subject of its own. */
const auxiliariesOf = (parsed: ParsedText, verb: Token): readonly Token[] => {
  const own = listChildren(parsed, verb, 'aux')
  if (own.length > 0 || !isRelation(verb, 'conj') || listChildren(parsed, verb, 'nsubj').length > 0) return own
  const head = findHead(parsed, verb)
  // "may attack and kill": a bare form shares "may"; "may attack and killed" does not.
  return head !== undefined && verb.xpos === head.xpos ? listChildren(parsed, head, 'aux') : []
}

export const isNegated = (parsed: ParsedText, verb: Token): boolean => {
  for (const child of childrenOf(parsed, verb)) {
    if (isRelation(child, 'advmod') && (NOT.has(child.lower) || (child.lower === 'longer' && parsed.tokens[child.i - 1]?.lower === 'no')))
      return true
    if (isRelation(child, 'cc:preconj') && child.lower === 'neither') return true
    const argument = isRelation(child, 'nsubj') || isRelation(child, 'obj')
    if (argument && (NO.has(child.lower) || childrenOf(parsed, child).some((word) => word.lower === 'no' && isRelation(word, 'det'))))
      return true
  }
  return false
}

/** In the "if" clause, or the main clause that an "if" clause hangs on. */
export const isConditional = (parsed: ParsedText, verb: Token): boolean =>
  [verb, ...listAncestors(parsed, verb)].some((token) => isRelation(token, 'advcl') && hasIf(parsed, token)) ||
  listChildren(parsed, verb, 'advcl').some((clause) => hasIf(parsed, clause))

const hasIf = (parsed: ParsedText, clause: Token): boolean =>
  childrenOf(parsed, clause).some((child) => (isRelation(child, 'mark') || isRelation(child, 'advmod')) && IF.has(child.lower))
