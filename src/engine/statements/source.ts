import type { Span } from '../../model/span.ts'
import type { Token } from '../language/parsed.ts'
import { childBy, isBreak, isNominal, relationOf, type Tree } from './clause.ts'
import { listVerbCues } from './cues/verbs.ts'
import { CHANNELS, SPOKEN_IN, TIME_WORDS, WEEKDAYS } from './cues/words.ts'
import { type Reading, spanOf } from './reading.ts'
import { skipSetting } from './setting.ts'

export type Source = Readonly<{ span: Span; head: number; from: number; to: number }>

const COMMAS = new Set([',', '–', '—', '--', '-'])

/**
 * The words of a speaker: the whole noun phrase with determiner, title, modifiers, appositions and relative clauses. The comma that closes
 * an apposition belongs to it when the verb follows.
 */
export const toSource = (reading: Reading, tree: Tree, head: number, bounds: { from?: number; to?: number } = {}): Source | undefined => {
  const token = tree.tokens[head]
  if (!token) return undefined
  let from = Math.max(tree.left(head), bounds.from ?? tree.sentence.first)
  let to = Math.min(tree.right(head), bounds.to ?? tree.sentence.last)
  if (
    from > head ||
    to <= head ||
    tree
      .children(head)
      .some((child) => relationOf(child) === 'case' && child.i < head && child.upos === 'ADP' && child.i >= from && !bounds.from)
  )
    return undefined
  to = beforeSpeech(tree, head, to)
  while (from < head && (isLoose(tree.tokens[from]) || isCase(tree.tokens[from], head))) from++
  while (to > head + 1 && isLoose(tree.tokens[to - 1])) to--
  to = withoutTime(tree, head, to)
  // "An official who asked not to be named said": words the parser left between a relative clause and the verb.
  if (
    bounds.to !== undefined &&
    to < bounds.to &&
    bounds.to - to <= 8 &&
    tree.children(head).some((child) => child.deprel === 'acl:relcl') &&
    isUnmarked(tree, to, bounds.to)
  )
    to = bounds.to
  // The comma that closes an apposition, where the verb or the sentence's rest follows.
  if (
    tree.tokens[to]?.text === ',' &&
    hasComma(tree, from, to) &&
    to < (bounds.to ?? tree.sentence.last) &&
    (bounds.to === undefined || to + 1 === bounds.to)
  )
    to++
  return { span: spanOf(reading, from, to), head, from, to }
}

/** "Said Berg, who predicted that …": the relative clause says something of its own and is not part of the name. */
const beforeSpeech = (tree: Tree, head: number, to: number): number => {
  const clause = tree
    .children(head)
    .find(
      (child) =>
        child.deprel === 'acl:relcl' &&
        child.i > head &&
        listVerbCues(child.lemma).some(
          ({ classes }) => classes.has('say') || classes.has('argue') || classes.has('add') || classes.has('expect'),
        ),
    )
  return clause ? Math.max(head + 1, Math.min(to, tree.left(clause.i))) : to
}

/** "The army on Saturday": when, not who. */
const withoutTime = (tree: Tree, head: number, to: number): number => {
  for (let from = Math.max(head + 1, to - 4); from < to; from++) if (skipSetting(tree, from) === to && isSetting(tree, to - 1)) return from
  return to
}
const isSetting = (tree: Tree, i: number): boolean => {
  const word = tree.tokens[i]?.lower ?? ''
  return WEEKDAYS.has(word) || TIME_WORDS.has(word) || SPOKEN_IN.has(word)
}

const isUnmarked = (tree: Tree, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isBreak(tree.tokens[i])) return false
  return true
}

const isLoose = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.upos === 'PUNCT' && !/^[“"')\]%]$/.test(token.text) && (token.text === '.' || !token.text.endsWith('.'))) ||
    token.upos === 'CCONJ' ||
    (token.upos === 'SCONJ' && token.deprel === 'mark'))

/** "By" of "by the ministry". */
const isCase = (token: Token | undefined, head: number): boolean =>
  token?.upos === 'ADP' && token.head === head && relationOf(token) === 'case'

const hasComma = (tree: Tree, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (COMMAS.has(tree.tokens[i]?.text ?? '')) return true
  return false
}

export type SubjectPath = 'own' | 'conj' | 'control' | 'adverbial' | 'noun' | 'agent' | 'none'
export type Subject = Readonly<{ head: Token | undefined; path: SubjectPath }>

/** A participle with its auxiliary; a lone "nsubj:pass" before a past tense is a misreading. */
export const isPassive = (tree: Tree, verb: Token): boolean =>
  tree.children(verb.i).some(({ deprel }) => deprel === 'aux:pass' || (deprel === 'nsubj:pass' && verb.xpos === 'VBN'))

/** Who does the saying: the verb's own subject, or the one it shares with the verb it hangs on. */
export const subjectOf = (tree: Tree, verb: Token, depth = 0): Subject => {
  const passive = isPassive(tree, verb)
  if (!passive) {
    const subjects = tree.children(verb.i).filter(({ deprel }) => deprel === 'nsubj')
    // Of several, the one nearest to the verb: the others were lost from the clause that is said.
    const own = subjects.filter(({ i }) => i < verb.i).at(-1) ?? subjects[0]
    if (own) return { head: own, path: 'own' }
  } else {
    const agent = tree
      .children(verb.i)
      .find((child) => child.deprel === 'obl:agent' || (relationOf(child) === 'obl' && childBy(tree, child.i, 'case')?.lower === 'by'))
    return { head: agent, path: agent ? 'agent' : 'none' }
  }
  const head = tree.tokens[verb.head]
  if (depth > 6 || !head || verb.head < 0) return { head: undefined, path: 'none' }
  const relation = relationOf(verb)
  if (relation === 'acl' && isNominal(head)) {
    if (verb.xpos === 'VBN') {
      const agent = tree.children(verb.i).find((child) => relationOf(child) === 'obl' && childBy(tree, child.i, 'case')?.lower === 'by')
      return { head: agent, path: agent ? 'agent' : 'none' }
    }
    // "The ministry put out a communiqué acknowledging five deaths": whoever puts it out.
    const putting = verb.xpos === 'VBG' && CHANNELS.has(head.lower) && relationOf(head) === 'obj' ? tree.tokens[head.head] : undefined
    if (putting?.upos === 'VERB') return { head: subjectOf(tree, putting, depth + 1).head, path: 'adverbial' }
    if (verb.deprel === 'acl:relcl' || verb.xpos === 'VBG') return { head, path: 'noun' }
    return possessorOf(tree, head)
  }
  if (head.upos === 'VERB' || head.upos === 'AUX' || head.upos === 'ADJ' || head.upos === 'NOUN') {
    // "Said the site was not on any list agreed with them and called it baseless": a past tense is no second participle.
    const isPast = verb.xpos === 'VBD' ? relationOf(head) === 'acl' : verb.xpos === 'VBN' && verb.lemma === 'call'
    // "Denied that its men had been there and attributed the deaths to thieves": the speaker, not its men.
    const ofOwnPeople = isJudging(verb) && hasOwnPeople(tree, head)
    if (relation === 'conj' && ((isPast && head.xpos === 'VBN') || ofOwnPeople)) {
      const saying = sayingAbove(tree, head)
      if (saying) return { head: subjectOf(tree, saying, depth + 1).head, path: 'conj' }
    }
    if (relation === 'conj') return { head: subjectOf(tree, head, depth + 1).head ?? passiveSubject(tree, head.i), path: 'conj' }
    if (relation === 'xcomp') {
      const object = childBy(tree, head.i, 'obj', 'iobj')
      if (object && object.i < verb.i && head.upos === 'VERB') return { head: object, path: 'control' }
      return { head: subjectOf(tree, head, depth + 1).head ?? passiveSubject(tree, head.i), path: 'control' }
    }
    if ((relation === 'advcl' || relation === 'parataxis' || relation === 'dep') && verb.xpos !== 'VBN')
      return { head: subjectOf(tree, head, depth + 1).head ?? passiveSubject(tree, head.i), path: 'adverbial' }
  }
  return { head: undefined, path: 'none' }
}

const isJudging = ({ lemma, xpos }: Token): boolean =>
  /^VB[DN]$/.test(xpos) && /^(?:call|attribute|blame|accuse|describe|condemn|denounce|dismiss|reject|urge)$/.test(lemma)

/** Is the subject of a clause somebody's own: "its men", "their guns"? */
const hasOwnPeople = (tree: Tree, clause: Token): boolean => {
  const subject = tree.children(clause.i).find((child) => relationOf(child) === 'nsubj')
  return subject !== undefined && tree.children(subject.i).some(({ lower }) => /^(?:its|their|his|her)$/.test(lower))
}

/** The verb of saying in whose clause a word stands. */
const sayingAbove = ({ tokens }: Tree, word: Token): Token | undefined => {
  for (let at = tokens[word.head], steps = 0; at && steps < 8; at = tokens[at.head], steps++)
    if (at.xpos === 'VBD' && listVerbCues(at.lemma).some(({ classes }) => classes.has('say') || classes.has('tell') || classes.has('deny')))
      return at
  return undefined
}

export const passiveSubject = (tree: Tree, i: number): Token | undefined => tree.children(i).find(({ deprel }) => deprel === 'nsubj:pass')

/** Whose statement, plan or fear it is: "the army's claim", "his decision", "a statement by the ministry". */
export const possessorOf = (tree: Tree, noun: Token, cases: readonly string[] = ['by', 'from', 'of', 'among']): Subject => {
  const owner = tree.children(noun.i).find(({ deprel }) => deprel === 'nmod:poss')
  if (owner) return { head: owner, path: 'noun' }
  const of = tree
    .children(noun.i)
    .find((child) => relationOf(child) === 'nmod' && cases.includes(childBy(tree, child.i, 'case')?.lower ?? ''))
  return { head: of, path: of ? 'noun' : 'none' }
}
