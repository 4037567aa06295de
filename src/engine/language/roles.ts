import type { ParsedText, Token } from './parsed.ts'
import { childrenOf, findChild, findHead, isRelation, listChildren, listConjuncts } from './tree.ts'

/** Who does what to whom, as the grammar of a verb has it: the doers and those it is done to, conjuncts spread out. */
export type Roles = Readonly<{ passive: boolean; agents: readonly Token[]; patients: readonly Token[] }>

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** How far a subject is looked for over verbs that share it ("went, saw and tried to take"). Eight is beyond any sentence seen. */
const REACH = 8

export const isVerb = (token: Token): boolean => token.upos === 'VERB' || token.upos === 'AUX'

/** "were killed", "those killed in the raid", "killed and burned": the subject suffers. */
export const isPassive = (parsed: ParsedText, verb: Token, reach = REACH): boolean => {
  if (findChild(parsed, verb, 'aux:pass', 'nsubj:pass', 'csubj:pass', 'obl:agent') !== undefined) return true
  if (verb.xpos !== 'VBN' && verb.xpos !== 'VBD') return false
  if (childrenOf(parsed, verb).some((child) => isRelation(child, 'nsubj') || isRelation(child, 'aux'))) return false
  if (isRelation(verb, 'acl:relcl')) return false
  // A participle that takes no object of its own.
  if (isRelation(verb, 'acl') || (isRelation(verb, 'advcl') && verb.xpos === 'VBN')) return findChild(parsed, verb, 'obj') === undefined
  if (!isRelation(verb, 'conj') || reach === 0 || verb.xpos !== 'VBN') return false
  const first = findHead(parsed, verb)
  return first !== undefined && isVerb(first) && isPassive(parsed, first, reach - 1)
}

/** The verb's subjects: its own, or those it shares with the verb it is joined to, hangs on or describes. */
export const subjectsOf = (parsed: ParsedText, verb: Token): readonly Token[] => spread(parsed, findSubjects(parsed, verb, REACH))

const spread = (parsed: ParsedText, tokens: readonly Token[]): readonly Token[] => tokens.flatMap((token) => listConjuncts(parsed, token))

const findSubjects = (parsed: ParsedText, verb: Token, reach: number): readonly Token[] => {
  const own = listChildren(parsed, verb, 'nsubj', 'csubj').filter((child) => child.deprel !== 'nsubj:outer')
  if (own.length > 0) return own.map((subject) => behindRelative(parsed, subject, verb))
  const head = findHead(parsed, verb)
  if (head === undefined || reach === 0) return []
  if (isRelation(verb, 'conj') && verb.xpos === 'VBG' && /^(?:accuse|blame|suspect|convict|charge)$/.test(head.lemma)) {
    // "accused troops of burning houses and killing villagers"
    const accused = findChild(parsed, head, 'obj')
    if (accused !== undefined && accused.i < verb.i) return [accused]
  }
  if (isRelation(verb, 'conj'))
    return isVerb(head) || findChild(parsed, head, 'cop') !== undefined ? findSubjects(parsed, head, reach - 1) : []
  if (isRelation(verb, 'xcomp')) {
    const controller = findChild(parsed, head, 'obj', 'iobj')
    return controller !== undefined && controller.i < verb.i ? [controller] : findSubjects(parsed, head, reach - 1)
  }
  if (isRelation(verb, 'acl:relcl')) return findChild(parsed, verb, 'obj') !== undefined || isPassive(parsed, verb) ? [head] : []
  if (isRelation(verb, 'acl')) return isInfinitive(parsed, verb) ? [] : [head]
  if (isRelation(verb, 'advcl') && verb.xpos === 'VBG') {
    // "accused the army of firing", "kept them from leaving": the object is the one who does.
    const controller = findChild(parsed, head, 'obj')
    const isControlled = childrenOf(parsed, verb).some((child) => isRelation(child, 'mark') && /^(?:of|from|for)$/.test(child.lower))
    if (isControlled && controller !== undefined && controller.i < verb.i) return [controller]
  }
  if (isRelation(verb, 'advcl')) return isVerb(head) ? findSubjects(parsed, head, reach - 1) : []
  return []
}

const isInfinitive = (parsed: ParsedText, verb: Token): boolean => childrenOf(parsed, verb).some((child) => child.xpos === 'TO')

/** "the men who fired": "who" stands for the men. */
const behindRelative = (parsed: ParsedText, token: Token, verb: Token): Token => {
  if (token.upos !== 'PRON' || !RELATIVE.has(token.lower)) return token
  let at: Token | undefined = verb
  for (let step = 0; step < REACH && at !== undefined; step += 1) {
    if (isRelation(at, 'acl:relcl')) return findHead(parsed, at) ?? token
    at = findHead(parsed, at)
  }
  return token
}

/** Direct objects, shared ones too ("shelled and destroyed the bridge"), and the noun that an object relative describes. */
export const objectsOf = (parsed: ParsedText, verb: Token): readonly Token[] => {
  const own = listChildren(parsed, verb, 'obj').map((object) => behindRelative(parsed, object, verb))
  if (own.length > 0) return spread(parsed, own)
  if (isPassive(parsed, verb)) return []
  const later = listChildren(parsed, verb, 'conj').find(
    (conjunct) => isVerb(conjunct) && findChild(parsed, conjunct, 'nsubj') === undefined,
  )
  const shared = later === undefined ? undefined : findChild(parsed, later, 'obj')
  if (shared !== undefined && later !== undefined && areSideBySide(parsed, verb, later)) return spread(parsed, [shared])
  const head = findHead(parsed, verb)
  // "the house they shelled": a relative clause with a subject of its own and no object.
  if (head !== undefined && isRelation(verb, 'acl:relcl')) {
    const subjects = listChildren(parsed, verb, 'nsubj')
    if (subjects.length > 0 && subjects.every((subject) => !RELATIVE.has(subject.lower))) return spread(parsed, [head])
  }
  return []
}

/** Nothing but "and", "or", a comma or an adverb between two verbs: what follows the second belongs to both. */
const areSideBySide = (parsed: ParsedText, one: Token, other: Token): boolean => {
  for (let i = one.i + 1; i < other.i; i += 1) {
    const { upos } = parsed.tokens[i]!
    if (upos !== 'CCONJ' && upos !== 'PUNCT' && upos !== 'ADV' && upos !== 'AUX') return false
  }
  return other.i - one.i <= 4
}

/** "by …" of a passive, or of a noun ("a raid by the army"). */
export const byPhrases = (parsed: ParsedText, token: Token): readonly Token[] =>
  spread(
    parsed,
    childrenOf(parsed, token).filter(
      (child) =>
        child.deprel === 'obl:agent' ||
        ((isRelation(child, 'obl') || isRelation(child, 'nmod')) &&
          childrenOf(parsed, child).some((mark) => isRelation(mark, 'case') && mark.lower === 'by')),
    ),
  )

export const rolesOf = (parsed: ParsedText, verb: Token): Roles => {
  const passive = isPassive(parsed, verb)
  if (!passive) return { passive, agents: subjectsOf(parsed, verb), patients: objectsOf(parsed, verb) }
  return { passive, agents: byPhrases(parsed, verb), patients: subjectsOf(parsed, verb) }
}
