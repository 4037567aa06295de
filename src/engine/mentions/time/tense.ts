import type { Token } from '../../language/parsed.ts'

/** Whether a date lies ahead (true), lies behind (false), or its words do not say (null); `held`: how far a preposition decides. */
export type Direction = Readonly<{
  ahead: boolean | null /** "by", "until", "from": such a date may lie ahead of a past verb. */
  bound: boolean
  /** "until": it does, save behind "had". */
  until: boolean
}>

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Lemmas that set a date ahead although they stand in the past or the participle: "was scheduled for Friday". */
const PLANS = words(
  'schedule expect plan slate set postpone extend delay due expire mature intend hope propose adjourn call book project anticipate reschedule order',
)
const MODALS = words("will 'll ’ll wo shall")
/** Said of the past as often as of the future: "could be seen Wednesday". */
const WEAK_MODALS = words('may might could should must can would ca')
/** Verbs after which an infinitive speaks of what is to come. */
const WILLING = words(
  'agree want hope intend decide order promise vow ask urge plan expect schedule prepare threaten pledge invite propose demand call tell go need have be begin continue try seek refuse offer vote set due',
)
/** "are investigating a shooting Thursday": what is done now about what has been. */
const LOOKING_BACK = words(
  'investigate probe search seek hunt look mourn grieve recover question interview review examine treat recuperate cope reel remember identify piece',
)
const BOUNDS = words('by until till through to before from effective beginning starting around')
const CLAUSE_ENDS = words("; : . -- — ( ) “ ” \" `` ''")
const WINDOW = 14
const MAX_CLIMB = 8

const isVerb = (token: Token): boolean => token.upos === 'VERB' || token.upos === 'AUX'
const PARTICIPLES = words('VBD VBN')

/** Words that hang on a token, within reach of it. */
const dependents = (tokens: readonly Token[], head: Token, first: number, last: number): Token[] => {
  const found: Token[] = []
  for (let i = Math.max(first, head.i - WINDOW); i < Math.min(last, head.i + WINDOW); i++)
    if (tokens[i]!.head === head.i) found.push(tokens[i]!)
  return found
}

const tenseOf = (tokens: readonly Token[], verb: Token, first: number, last: number, depth: number): boolean | null => {
  const around = dependents(tokens, verb, first, last)
  const aux = around.filter(({ deprel }) => deprel.startsWith('aux') || deprel === 'cop')
  const lemma = verb.lemma.toLowerCase()
  if (aux.some(({ lower }) => lower === 'had') || around.some(({ lower }) => lower === 'previously')) return false
  if (aux.some(({ lower }) => MODALS.has(lower))) return true
  if (aux.some(({ lower }) => WEAK_MODALS.has(lower))) return null
  if (PLANS.has(lemma) && (verb.xpos === 'VBN' || verb.upos === 'ADJ' || verb.xpos === 'VBZ' || verb.xpos === 'VBP')) return true
  const infinitive = around.some(({ lower, deprel }) => lower === 'to' && deprel === 'mark')
  if (infinitive) {
    const governor = verb.head >= 0 ? tokens[verb.head] : undefined
    if (!governor || depth > 2) return null
    if (aux.length === 0 && WILLING.has(governor.lemma.toLowerCase()))
      return tenseOf(tokens, governor, first, last, depth + 1) !== false || PARTICIPLES.has(governor.xpos)
    return isVerb(governor) ? tenseOf(tokens, governor, first, last, depth + 1) : true
  }
  if (aux.some(({ xpos, lower }) => xpos === 'VBD' || lower === 'have' || lower === 'has')) return false
  if (verb.xpos === 'VBD') return false
  if (aux.some(({ xpos }) => xpos === 'VBZ' || xpos === 'VBP')) return verb.xpos === 'VBG' && !LOOKING_BACK.has(lemma) ? true : null
  if (verb.xpos === 'VBN') return false
  return null
}

/** The word a date hangs on and the verb above it, by the parse. */
const byParse = (tokens: readonly Token[], at: number, end: number, first: number, last: number): boolean | null | undefined => {
  let token = tokens[at]
  for (let i = at; i < end; i++) if (tokens[i]!.head < at || tokens[i]!.head >= end) token = tokens[i]
  for (let climb = 0; token && climb < MAX_CLIMB; climb++) {
    if (token.head < first || token.head >= last)
      return token.head < 0 && isVerb(token) ? tenseOf(tokens, token, first, last, 0) : undefined
    // "Friday's ruling", "a June agreement": the noun's own time, not the verb's
    if (token.deprel === 'nmod:poss' || token.deprel === 'compound' || token.deprel === 'nmod:unmarked') return null
    token = tokens[token.head]!
    if (isVerb(token) || token.lemma === 'due' || dependents(tokens, token, first, last).some(({ deprel }) => deprel === 'cop'))
      return tenseOf(tokens, token, first, last, 0)
    if (PLANS.has(token.lower)) return true
  }
  return undefined
}

/** The nearest verb or modal in the clause, where there is no parse. */
const byNeighbours = (tokens: readonly Token[], at: number, first: number, last: number): boolean | null => {
  const read = (token: Token, before: Token | undefined): boolean | null => {
    if (token.xpos === 'MD' || PLANS.has(token.lemma)) return true
    if (token.xpos === 'VB' && before?.lower === 'to') return true
    return PARTICIPLES.has(token.xpos) ? false : null
  }
  for (let i = at - 1; i >= Math.max(first, at - WINDOW) && !CLAUSE_ENDS.has(tokens[i]!.text); i--) {
    const seen = read(tokens[i]!, tokens[i - 1])
    if (seen !== null) return seen
  }
  for (let i = at; i < Math.min(last, at + WINDOW) && !CLAUSE_ENDS.has(tokens[i]!.text); i++) {
    const seen = read(tokens[i]!, tokens[i - 1])
    if (seen !== null) return seen
  }
  return null
}

/** Where a date lies, by the verb it hangs on and the preposition before it. Tokens `at` up to `end` are the date's own. */
export const findDirection = (
  tokens: readonly Token[],
  at: number,
  end: number,
  { first, last }: { first: number; last: number },
): Direction => {
  if (at >= last) return { ahead: null, bound: false, until: false }
  const prev = at > first ? tokens[at - 1]! : undefined
  const bound = prev !== undefined && BOUNDS.has(prev.lower)
  const until =
    prev !== undefined &&
    (prev.lower === 'until' || prev.lower === 'till') &&
    !tokens.slice(first, last).some(({ lower }) => lower === 'had')
  // "said Friday", "announced on Friday": the verb right before it is its own
  const beside = prev?.lower === 'on' ? tokens[at - 2] : prev
  if (beside && beside.i >= first && beside.xpos === 'VBD' && !PLANS.has(beside.lemma)) return { ahead: false, bound, until }
  const parsed = byParse(tokens, at, end, first, last)
  const ahead = parsed === undefined ? byNeighbours(tokens, at, first, last) : parsed
  return { ahead, bound, until }
}
