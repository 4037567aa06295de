import type { Modality } from '../../model/claim.ts'
import type { IncidentStatus } from '../../model/incident.ts'
import type { Statement } from '../../model/statement.ts'
import { baseOf, caseOf, dependents, hasDependent, isPassive } from './grammar.ts'
import { words } from './harms/words.ts'
import type { View } from './view.ts'

/** How far what a predicate says is claimed to be so; `status` is that of the happening, `modality` that of a claim about it. */
export type Manner = Readonly<{ modality: Modality; status: IncidentStatus; because: string | null }>

const FACT: Manner = { modality: 'asserted', status: 'happened', because: null }
const manner = (modality: Modality, status: IncidentStatus, because: string): Manner => ({
  modality,
  status,
  because: `modality/${because}`,
})

const ALLEGING_WORDS = words('allegedly alleged purportedly supposedly suspected suspectedly accused presumed presumably ostensibly')
const ALLEGING_VERBS = words('accuse suspect blame charge allege indict implicate')
const POSSIBLE_WORDS = words('possibly perhaps maybe potentially probably likely')
const NEARLY = words('nearly almost')
const FEARING = words('fear dread worry feared')
const PREVENTING = words(
  'prevent avoid avert foil thwart stop escape survive forestall preclude deter prohibit ban outlaw forbid abort disrupt',
)
const PLANNING = words(
  'plan intend prepare plot conspire aim hope want seek decide agree order call prepare urge vow pledge promise swear ask demand authorize authorise propose consider expect allow',
)
const PLOTTING = words('plan prepare plot')
const THREATENING = words('threaten vow warn')
const ATTEMPTING = words('try attempt fail')
/** After these an infinitive happened: "went on to kill", "managed to escape". */
const REALISED = words(
  'manage go continue proceed begin start happen use return come help force appear seem lead say believe report know find',
)
const HYPOTHETICAL_MARKS = words('if unless whether lest')
const PLAN_NOUNS = words(
  'plan plot attempt threat conspiracy bid effort intention risk possibility danger likelihood prospect chance fear proposal call order warning right ability capability capacity desire need decision scheme preparation',
)

const NEGATIONS = words("not n't never n’t neither nor hardly nobody")

const auxiliaries = (view: View, i: number): readonly string[] =>
  view
    .children(i)
    .filter((child) => baseOf(view.tokens[child]!) === 'aux')
    .map((child) => view.tokens[child]!.lower)

const isNegated = (view: View, i: number): boolean =>
  hasDependent(
    view,
    i,
    ({ lower, deprel }) =>
      NEGATIONS.has(lower) &&
      (deprel.startsWith('advmod') || deprel === 'cc' || deprel === 'cc:preconj' || deprel === 'neg' || deprel === 'mark'),
  )

/** What the words at one predicate say of it. */
const ownManner = (view: View, i: number): Manner | undefined => {
  const { tokens } = view
  const token = tokens[i]!
  const aux = auxiliaries(view, i)
  const has = (...list: readonly string[]): boolean => aux.some((word) => list.includes(word))
  const perfect = has('have', "'ve", '’ve')
  if (has('could', 'would', 'might', 'should', 'must') && perfect && token.xpos === 'VBN')
    return has('might', 'must') && !has('could', 'would')
      ? manner('possible', 'happened', 'may-have')
      : manner('counterfactual', 'hypothetical', 'could-have')
  for (const child of view.children(i)) {
    const { lower, deprel } = tokens[child]!
    if (deprel === 'mark' && HYPOTHETICAL_MARKS.has(lower)) return manner('possible', 'hypothetical', 'conditional')
    if (NEARLY.has(lower) && deprel === 'advmod' && child === i - 1) return manner('counterfactual', 'hypothetical', 'nearly')
    if (ALLEGING_WORDS.has(lower) && (deprel === 'advmod' || deprel === 'amod')) return manner('alleged', 'happened', 'allegedly')
  }
  if (has('will', "'ll", '’ll', 'wo', 'shall')) return manner('future', 'planned', 'future')
  if (has('would')) return manner('future', 'hypothetical', 'would')
  if (has('may', 'might')) return manner('possible', perfect ? 'happened' : 'hypothetical', 'may')
  if (has('could', 'can', 'should', 'must', 'ought')) return manner('possible', 'hypothetical', 'could')
  if (hasDependent(view, i, ({ lower, deprel }) => POSSIBLE_WORDS.has(lower) && deprel === 'advmod'))
    return manner('possible', 'happened', 'possibly')
  if (isNegated(view, i)) return manner('denied', 'happened', 'negated')
  return undefined
}

const isInfinitive = (view: View, i: number): boolean =>
  view.tokens[i]!.upos === 'VERB' && hasDependent(view, i, ({ lower, deprel }) => lower === 'to' && (deprel === 'mark' || deprel === 'aux'))

/** What a governing word says of the happening below it: "plan to attack", "fears of an attack", "accused of killing". */
const governedManner = (view: View, below: number, above: number): Manner | undefined => {
  const { tokens } = view
  const token = tokens[below]!
  const head = tokens[above]!
  const lemma = head.lemma
  const relation = baseOf(token)
  const isVerb = head.upos === 'VERB' || head.upos === 'ADJ'
  if (isVerb && ALLEGING_VERBS.has(lemma) && below > above) {
    const word = caseOf(view, below)
    const of = hasDependent(
      view,
      below,
      ({ lower }) => lower === 'of' || lower === 'for' || lower === 'with' || lower === 'in' || lower === 'over',
    )
    if (of || /^(?:of|for|with|in|over)$/.test(word) || relation === 'xcomp' || relation === 'ccomp')
      return manner('alleged', 'happened', 'accused')
  }
  // "accused the army of dropping bombs": the parser may hang the deed on the accused.
  const accusing = relation === 'acl' && head.head >= 0 ? tokens[head.head] : undefined
  if (accusing && ALLEGING_VERBS.has(accusing.lemma) && hasDependent(view, below, ({ lower }) => lower === 'of' || lower === 'for'))
    return manner('alleged', 'happened', 'accused')
  // "claimed to have killed": told as done.
  if (isInfinitive(view, below) && auxiliaries(view, below).some((word) => word === 'have')) return undefined
  if (isInfinitive(view, below)) {
    if (head.upos === 'NOUN' && relation === 'acl')
      return PLAN_NOUNS.has(lemma)
        ? manner(
            'future',
            lemma === 'attempt' || lemma === 'bid' ? 'attempted' : lemma === 'threat' ? 'threatened' : 'planned',
            'plan-noun',
          )
        : manner('future', 'planned', 'purpose')
    if (THREATENING.has(lemma)) return manner('future', 'threatened', 'threat')
    if (ATTEMPTING.has(lemma)) return manner('counterfactual', 'attempted', 'attempt')
    if (relation === 'advcl') return manner('future', 'planned', 'purpose')
    if (!REALISED.has(lemma) && (relation === 'xcomp' || relation === 'ccomp')) return manner('future', 'planned', 'plan')
    return undefined
  }
  if (
    head.upos === 'NOUN' &&
    PLAN_NOUNS.has(lemma) &&
    (relation === 'nmod' || relation === 'compound' || relation === 'acl') &&
    below !== above
  ) {
    if (lemma === 'attempt') return manner('counterfactual', 'attempted', 'attempt')
    return manner('future', lemma === 'threat' ? 'threatened' : 'hypothetical', 'plan-noun')
  }
  if (isVerb && (relation === 'obj' || relation === 'xcomp' || relation === 'obl' || relation === 'ccomp' || relation === 'advcl')) {
    if (PREVENTING.has(lemma) && (relation === 'obj' || relation === 'xcomp' || (relation === 'obl' && caseOf(view, below) === 'from')))
      return lemma === 'survive' || lemma === 'escape' ? undefined : manner('counterfactual', 'attempted', 'prevented')
    if (FEARING.has(lemma) && relation !== 'obl' && relation !== 'advcl') return manner('possible', 'happened', 'feared')
    if (
      token.upos === 'NOUN' &&
      relation === 'obj' &&
      (PLANNING.has(lemma) || THREATENING.has(lemma)) &&
      lemma !== 'order' &&
      lemma !== 'allow' &&
      lemma !== 'want'
    )
      return manner('future', THREATENING.has(lemma) && lemma !== 'warn' ? 'threatened' : 'planned', 'planned')
  }
  return undefined
}

/** "Attacks had been planned", "an attack was foiled"; not "the attack was planned in Raqqa", which took place. */
const passiveManner = (view: View, below: number, above: number): Manner | undefined => {
  const token = view.tokens[below]!
  const { lemma, upos } = view.tokens[above]!
  if (token.upos !== 'NOUN' || upos !== 'VERB' || baseOf(token) !== 'nsubj' || !isPassive(view, above)) return undefined
  if (PREVENTING.has(lemma) && lemma !== 'stop') return manner('counterfactual', 'attempted', 'prevented')
  const isKnown = hasDependent(view, below, ({ lower, deprel }) => deprel === 'nmod:poss' || /^(?:the|this|that|these|those)$/.test(lower))
  return PLOTTING.has(lemma) && !isKnown ? manner('future', 'planned', 'planned') : undefined
}

const OUTER = 6

/** Does a clause stand for what it says, or does a word above it take it back? */
const carries = (relation: string): boolean => relation !== 'advcl' && relation !== 'parataxis'

/**
 * How far a predicate is claimed to be so, by its own words, by what governs it and by the statement it stands in. A verb of saying
 * passes a fact on; a denial, a condition, a plan, a purpose, a fear does not.
 */
export const mannerOf = (view: View, i: number, statement: Statement | undefined): Manner => {
  const { tokens } = view
  let found: Manner | undefined = ownManner(view, i)
  const attributive = baseOf(tokens[i]!) === 'amod'
  for (let at = i, n = 0; !found && n < OUTER && !(attributive && n > 0); n++) {
    const above = tokens[at]!.head
    if (above < 0) break
    found = governedManner(view, at, above) ?? passiveManner(view, at, above)
    if (found) break
    const relation = baseOf(tokens[at]!)
    const nominal = tokens[at]!.upos === 'NOUN' || tokens[at]!.upos === 'PROPN' || tokens[at]!.upos === 'NUM'
    // A relative clause or a participle has its own manner; "after", "when" and "while" clauses tell what happened.
    if (relation === 'acl' || relation === 'parataxis') break
    if (relation === 'conj') {
      const own = ownManner(view, at)
      const sharesAux = dependents(view, at, 'nsubj').length === 0
      if (!own && sharesAux && tokens[above]!.upos === tokens[at]!.upos) found = ownManner(view, above)
      at = above
      continue
    }
    if (relation === 'advcl') {
      // "…, killing five": what a participle adds is as real as its clause; "when", "after" clauses stand alone.
      if (tokens[at]!.xpos !== 'VBG') break
      found = ownManner(view, above)
      at = above
      continue
    }
    if (relation === 'ccomp' || relation === 'csubj') break
    if (nominal && (relation === 'obj' || relation === 'nsubj' || relation === 'obl' || relation === 'nmod') && carries(relation)) {
      const verb = tokens[above]!
      if (verb.upos === 'VERB') {
        const own = ownManner(view, above)
        // "did not say who carried out the attack" does not deny the attack; "there was no attack" does.
        if (own && own.because !== 'modality/negated') found = relation === 'nsubj' || relation === 'obj' ? own : undefined
        else if (
          own &&
          /^(?:carry|launch|conduct|commit|cause|result|stage|mount|perpetrate|be|happen|occur)$/.test(verb.lemma) &&
          relation !== 'nsubj'
        )
          found = own
      }
    }
    at = above
  }
  const said = found ?? FACT
  if (!statement) return said
  if (statement.stance === 'denies' && said.modality !== 'counterfactual') return manner('denied', said.status, 'denial')
  if (statement.stance === 'threatens' && said.modality !== 'asserted') return manner('future', 'threatened', 'threat')
  if (statement.stance === 'doubts' || statement.stance === 'asks')
    return said.modality === 'asserted' ? manner('possible', said.status, 'doubt') : said
  return said
}
