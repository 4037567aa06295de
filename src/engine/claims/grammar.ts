import type { Token } from '../language/parsed.ts'
import type { View } from './view.ts'

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export const baseOf = (token: Token): string => {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

export const isNominal = ({ upos }: Token): boolean =>
  upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM' || upos === 'SYM'

const CONJUNCTS = 12

/** Dependents of `i` whose base relation is among `relations`. */
export const dependents = ({ tokens, children }: View, i: number, ...relations: readonly string[]): readonly number[] =>
  children(i).filter((child) => relations.includes(baseOf(tokens[child]!)))

export const hasDependent = (view: View, i: number, test: (token: Token) => boolean): boolean =>
  view.children(i).some((child) => test(view.tokens[child]!))

/** A nominal and those it is joined with by "and", in order. */
export const conjuncts = (view: View, head: number): readonly number[] => {
  const list = [head]
  for (let at = 0; at < list.length && list.length < CONJUNCTS; at++)
    for (const child of view.children(list[at]!)) {
      const token = view.tokens[child]!
      if (token.deprel === 'conj' && isNominal(token)) list.push(child)
    }
  return list.sort((a, b) => a - b)
}

/** All those joined with `i`, also those before it: "two men" of "two men and a woman were hurt", where only the last stands at the verb. */
export const joinedWith = (view: View, i: number): readonly number[] => {
  const { tokens } = view
  let first = i
  for (let n = 0; n < CONJUNCTS && tokens[first]!.deprel === 'conj'; n++) {
    const { head } = tokens[first]!
    const isBroken =
      !isNominal(tokens[head]!) || head > first || tokens.slice(head, first).some(({ upos }) => upos === 'VERB' || upos === 'AUX')
    if (isBroken) break
    first = head
  }
  return conjuncts(view, first)
}

/** The preposition of an oblique or a modifier of a noun, lower case; several words joined by a space. */
export const caseOf = (view: View, i: number): string => {
  const marks = view.children(i).filter((child) => view.tokens[child]!.deprel === 'case' && child < i)
  return marks
    .flatMap((mark) => [mark, ...view.children(mark).filter((child) => view.tokens[child]!.deprel === 'fixed')])
    .map((mark) => view.tokens[mark]!.lower)
    .join(' ')
}

/** Nominals that hang on `i` by a preposition, each with its preposition. */
export const obliques = (view: View, i: number): readonly Readonly<{ word: string; head: number }>[] =>
  view
    .children(i)
    .filter((child) => {
      const relation = baseOf(view.tokens[child]!)
      return relation === 'obl' || relation === 'nmod'
    })
    .map((head) => ({ word: caseOf(view, head), head }))

export const isPassive = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  if (hasDependent(view, i, ({ deprel }) => deprel === 'aux:pass' || deprel === 'nsubj:pass')) return true
  if (token.xpos !== 'VBN') return false
  const relation = baseOf(token)
  if (relation === 'acl' && !hasDependent(view, i, ({ deprel }) => deprel.startsWith('obj'))) return true
  return hasDependent(view, i, ({ deprel, lower }) => deprel === 'aux' && (lower === 'been' || lower === 'being'))
}

const LINKS = 4

/** The verb whose subject a joined verb shares: "were found and [were] killed". */
const verbBefore = (view: View, i: number): number | undefined => {
  const token = view.tokens[i]!
  if (token.deprel !== 'conj' || token.head < 0) return undefined
  return token.head
}

/** "accused troops of burning houses and killing villagers": whom the accusing verb takes as its object. */
const accusedBy = (view: View, i: number): number | undefined =>
  /^(?:accuse|blame|suspect|convict|charge)$/.test(view.tokens[i]!.lemma) ? dependents(view, i, 'obj')[0] : undefined

/** The noun that a clause modifies ("the bomb that killed", "people killed in"), or undefined. */
export const modifiedBy = (view: View, i: number): number | undefined => {
  const token = view.tokens[i]!
  return baseOf(token) === 'acl' && token.head >= 0 && isNominal(view.tokens[token.head]!) ? token.head : undefined
}

const RELATIVES: ReadonlySet<string> = new Set(['who', 'that', 'which', 'whom'])

/** "who" of a relative clause stands for the noun before it. */
const resolveRelative = (view: View, i: number, verb: number): number => {
  if (!RELATIVES.has(view.tokens[i]!.lower)) return i
  let at = verb
  for (let n = 0; n < LINKS; n++) {
    const noun = modifiedBy(view, at)
    if (noun !== undefined && noun < i) return noun
    const before = verbBefore(view, at)
    if (before === undefined) return nounBefore(view, i) ?? i
    at = before
  }
  return nounBefore(view, i) ?? i
}

/** The noun that "which" or "who" stands right behind, a comma between them or not. */
const nounBefore = (view: View, i: number): number | undefined => {
  const { tokens } = view
  const before = tokens[i - 1]?.text === ',' ? i - 2 : i - 1
  const token = tokens[before]
  return token && token.sentence === tokens[i]!.sentence && (token.upos === 'NOUN' || token.upos === 'PROPN') ? before : undefined
}

const BEFORE_BEING = /^(?:before|after|while|without|until|despite)$/

/** The grammatical subject of a predicate; a joined or governed verb shares that of the verb before it. */
export const subjectOf = (view: View, i: number): number | undefined => {
  let at = i
  for (let n = 0; n < LINKS; n++) {
    const own = dependents(view, at, 'nsubj')[0]
    if (own !== undefined) return resolveRelative(view, own, at)
    const token = view.tokens[at]!
    const before = verbBefore(view, at)
    const accused = before !== undefined && token.xpos === 'VBG' ? accusedBy(view, before) : undefined
    if (accused !== undefined && accused < at) return accused
    if (before !== undefined && !isNominal(view.tokens[before]!)) {
      at = before
      continue
    }
    // "opened fire before being shot by police"
    const isBeing = token.deprel === 'advcl' && token.head >= 0 && token.head < at && view.tokens[at]!.xpos === 'VBN'
    if (
      isBeing &&
      hasDependent(view, at, ({ lower }) => lower === 'being') &&
      hasDependent(view, at, ({ lower }) => BEFORE_BEING.test(lower))
    ) {
      at = token.head
      continue
    }
    if (token.deprel === 'xcomp' && token.head >= 0) {
      const raised = dependents(view, token.head, 'obj')[0]
      if (raised !== undefined && raised < at) return raised
      at = token.head
      continue
    }
    // "accused the army of firing": the object does it, or is said to.
    if (token.deprel === 'advcl' && token.xpos === 'VBG' && token.head >= 0) {
      const blamed = dependents(view, token.head, 'obj')[0]
      if (blamed !== undefined && blamed < at && view.children(at).some((child) => /^(?:of|from|for)$/.test(view.tokens[child]!.lower)))
        return blamed
    }
    if ((token.deprel === 'advcl' && token.xpos === 'VBG' && token.head >= 0) || (token.deprel === 'parataxis' && token.head >= 0)) {
      // "Ann Lee, 61, of Mill Street, was charged": a name with what describes it, taken for a sentence of its own.
      if (token.deprel === 'parataxis') return view.tokens[token.head]!.name.endsWith('PER') && token.head < at ? token.head : undefined
      at = token.head
      continue
    }
    return undefined
  }
  return undefined
}

/** "blew up at least three pylons": the words that hedge a number are no preposition of the noun. */
const isBarelyCounted = (view: View, i: number): boolean =>
  caseOf(view, i) === '' &&
  dependents(view, i, 'nummod').some((number) => /^(?:least|most)$/.test(view.tokens[number - 1]?.lower ?? '')) &&
  view.tokens[i]!.deprel === 'obl'

export const objectsOf = (view: View, i: number): readonly number[] => {
  const own = [...dependents(view, i, 'obj'), ...dependents(view, i, 'obl').filter((child) => isBarelyCounted(view, child))]
  if (own.length > 0) return own.flatMap((head) => conjuncts(view, resolveRelative(view, head, i)))
  // "shot and killed a man": the object of the last verb belongs to the ones before it.
  for (const child of view.children(i)) {
    const token = view.tokens[child]!
    if (token.deprel === 'conj' && token.upos === 'VERB' && dependents(view, child, 'nsubj').length === 0 && child - i <= 4) {
      const shared = dependents(view, child, 'obj')
      if (shared.length > 0) return shared.flatMap((head) => conjuncts(view, head))
    }
  }
  return []
}

const MUTUAL =
  /^(?:clash|fight|fighting|battle|gunfight|gunbattle|firefight|shootout|skirmish|confrontation|exchange|feud|war|combat|hostility|violence|struggle|dispute|rivalry|conflict|brawl|crossfire)$/
const MUTUAL_REACH = 14

/** "clashes broke out on Friday between the Front and a rival militia", "a feud between two gangs": both sides. */
export const sidesOf = (view: View, i: number): readonly number[] => {
  const { tokens } = view
  if (!MUTUAL.test(tokens[i]!.lemma) && !MUTUAL.test(tokens[i]!.lower)) return []
  for (let at = i + 1; at < tokens.length && at - i <= MUTUAL_REACH && tokens[at]!.sentence === tokens[i]!.sentence; at++) {
    const { lower, head, upos } = tokens[at]!
    if (upos === 'PUNCT' || upos === 'SCONJ') return []
    if (lower === 'between') return head > at ? conjuncts(view, head).filter((side) => view.within('time', tokens[side]!).length === 0) : []
  }
  return []
}

const GROUND = /^(?:position|territory|area|side|line|trench|camp|bank|sector|zone|stronghold|post|checkpoint|battery|base)$/

/** Whose ground it is: "positions held by the Front", "army positions", "rebel-held territory"; nothing for any other word. */
export const holdersOf = (view: View, i: number): readonly number[] => {
  const { tokens } = view
  if (!GROUND.test(tokens[i]!.lemma)) return []
  const clauses = dependents(view, i, 'acl')
  // "came from territory held by the Front", where the parse hung the clause on the verb.
  const next = tokens[i + 1]?.xpos === 'VBN' && tokens[i + 1]!.sentence === tokens[i]!.sentence ? [i + 1] : []
  const by = [...new Set([...clauses, ...next])]
    .filter((clause) => /^(?:hold|control|occupy|man|run|seize|operate)$/.test(tokens[clause]!.lemma))
    .flatMap((clause) => agentsOf(view, clause))
  if (by.length > 0) return by
  const own = view
    .children(i)
    .filter((child) => child < i && /^(?:compound|amod|nmod:poss)$/.test(tokens[child]!.deprel))
    .flatMap((child) => (/^(?:held|controlled|occupied)$/.test(tokens[child]!.lower) ? view.children(child) : [child]))
    .filter((child) => isNominal(tokens[child]!) || tokens[child]!.upos === 'ADJ')
  return own.filter((child) =>
    view.within('party', tokens[child]!).some(({ start, end }) => start >= tokens[child]!.start - 40 && end <= tokens[i]!.start),
  )
}

/** Who did it, of a passive: "by the army". */
export const agentsOf = (view: View, i: number): readonly number[] =>
  view
    .children(i)
    .filter((child) => {
      const token = view.tokens[child]!
      return token.deprel === 'obl:agent' || (baseOf(token) === 'obl' && caseOf(view, child) === 'by' && isPassive(view, i))
    })
    .flatMap((head) => conjuncts(view, head))

/** The predicate at the head of the clause `i` stands in. */
export const clauseOf = (view: View, i: number): number => {
  let at = i
  for (let n = 0; n < 40; n++) {
    const token = view.tokens[at]!
    const relation = baseOf(token)
    if (token.head < 0 || relation === 'ccomp' || relation === 'advcl' || relation === 'parataxis' || relation === 'csubj') return at
    if (relation === 'conj' && token.upos === 'VERB') return at
    if (relation === 'acl') return at
    at = token.head
  }
  return at
}

/** `i` and what governs it, innermost first, up to the root. */
export const governors = (view: View, i: number, most = 12): readonly number[] => {
  const list: number[] = []
  for (let at = view.tokens[i]!.head; at >= 0 && list.length < most; at = view.tokens[at]!.head) list.push(at)
  return list
}
