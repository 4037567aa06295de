import type { Span } from '../../model/span.ts'
import type { ParsedText, Token } from './parsed.ts'

/** The parse of a text turned upside down: each token's children in order, and the reach of its subtree. Built once for each text. */
type Tree = Readonly<{ children: readonly (readonly Token[])[]; first: Int32Array; last: Int32Array }>

const trees = new WeakMap<ParsedText, Tree>()
const NOBODY: readonly Token[] = []

const treeOf = (parsed: ParsedText): Tree => {
  const known = trees.get(parsed)
  if (known !== undefined) return known
  const built = buildTree(parsed)
  trees.set(parsed, built)
  return built
}

const buildTree = ({ tokens, sentences }: ParsedText): Tree => {
  const n = tokens.length
  const children: Token[][] = Array.from({ length: n }, () => [])
  for (const token of tokens) if (token.head >= 0) children[token.head]!.push(token)
  const first = Int32Array.from(tokens, (_, i) => i)
  const last = Int32Array.from(tokens, (_, i) => i)
  for (const sentence of sentences) {
    for (const token of childrenLast(tokens, children, sentence.first, sentence.last)) {
      const head = token.head
      if (head < 0) continue
      first[head] = Math.min(first[head]!, first[token.i]!)
      last[head] = Math.max(last[head]!, last[token.i]!)
    }
  }
  return { children, first, last }
}

/** A sentence's tokens so that every token comes before its head. */
const childrenLast = (tokens: readonly Token[], children: readonly (readonly Token[])[], from: number, to: number): readonly Token[] => {
  const order: Token[] = []
  for (let i = from; i < to; i += 1) if (tokens[i]!.head < 0) order.push(tokens[i]!)
  for (let k = 0; k < order.length; k += 1) order.push(...children[order[k]!.i]!)
  return order.reverse()
}

/** The tokens that depend on `token`, in text order. */
export const childrenOf = (parsed: ParsedText, token: Token): readonly Token[] => treeOf(parsed).children[token.i] ?? NOBODY

/** "nsubj" takes "nsubj:pass" too; "nsubj:pass" takes only itself. */
export const isRelation = (token: Token, relation: string): boolean => token.deprel === relation || token.deprel.startsWith(`${relation}:`)

export const listChildren = (parsed: ParsedText, token: Token, ...relations: readonly string[]): readonly Token[] =>
  childrenOf(parsed, token).filter((child) => relations.some((relation) => isRelation(child, relation)))

export const findChild = (parsed: ParsedText, token: Token, ...relations: readonly string[]): Token | undefined =>
  childrenOf(parsed, token).find((child) => relations.some((relation) => isRelation(child, relation)))

export const findHead = (parsed: ParsedText, token: Token): Token | undefined => (token.head < 0 ? undefined : parsed.tokens[token.head])

/** From the token's head upwards to the root. Never longer than the sentence. */
export const listAncestors = (parsed: ParsedText, token: Token): readonly Token[] => {
  const found: Token[] = []
  for (let head = findHead(parsed, token); head !== undefined; head = findHead(parsed, head)) found.push(head)
  return found
}

/** First and last token (inclusive) that a subtree reaches. */
export const subtreeTokens = (parsed: ParsedText, token: Token): Readonly<{ first: Token; last: Token }> => {
  const { first, last } = treeOf(parsed)
  return { first: parsed.tokens[first[token.i]!]!, last: parsed.tokens[last[token.i]!]! }
}

/** The text from a subtree's first to its last word. */
export const subtreeSpan = (parsed: ParsedText, token: Token): Span => {
  const { first, last } = subtreeTokens(parsed, token)
  return { start: first.start, end: last.end }
}

/** Whether `token` stands at or below `ancestor`. */
export const isUnder = (parsed: ParsedText, token: Token, ancestor: Token): boolean =>
  token.i === ancestor.i || listAncestors(parsed, token).some((head) => head.i === ancestor.i)

/** Inside a noun phrase whatever follows: determiner, adjectives, numbers, title, the parts of a name, a possessor. */
const CORE = ['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'nmod:desc', 'flat', 'fixed', 'goeswith', 'advmod']

export type PhraseOptions = Readonly<{
  /** Also "of …" and the like behind the head ("the ministry of defence"). Default: not. */
  withOf?: boolean
}>

/** A noun phrase from its determiner to its head or name, without relative clauses, appositions and places after it. */
export const phraseSpan = (parsed: ParsedText, head: Token, options: PhraseOptions = {}): Span => {
  const reached = phraseTokens(parsed, head, options)
  return { start: reached.first.start, end: reached.last.end }
}

/** First and last token (inclusive) of `phraseSpan`. */
export const phraseTokens = (parsed: ParsedText, head: Token, options: PhraseOptions = {}): Readonly<{ first: Token; last: Token }> => {
  let first = head.i
  let last = head.i
  for (const child of childrenOf(parsed, head)) {
    if (!isInPhrase(parsed, child, head, options)) continue
    const reach = isRelation(child, 'nmod:poss') ? subtreeTokens(parsed, child) : phraseTokens(parsed, child, { withOf: true })
    first = Math.min(first, reach.first.i)
    last = Math.max(last, reach.last.i)
  }
  return { first: parsed.tokens[first]!, last: parsed.tokens[last]! }
}

const isInPhrase = (parsed: ParsedText, child: Token, head: Token, { withOf = false }: PhraseOptions): boolean => {
  if (isRelation(child, 'advmod')) return child.i < head.i && head.upos !== 'VERB' && head.upos !== 'AUX'
  if (isRelation(child, 'amod')) return child.i < head.i
  if (isRelation(child, 'nummod')) return true
  if (CORE.some((relation) => isRelation(child, relation))) return true
  if (!withOf || child.i < head.i || child.deprel !== 'nmod') return false
  return findChild(parsed, child, 'case')?.lower === 'of'
}

/** The token and what is joined to it by "and", "or", commas. */
export const listConjuncts = (parsed: ParsedText, token: Token): readonly Token[] => {
  const found = [token]
  for (let k = 0; k < found.length; k += 1) found.push(...listChildren(parsed, found[k]!, 'conj'))
  return found
}

/** The first of a row of conjuncts: the one that the others hang on. */
export const firstConjunct = (parsed: ParsedText, token: Token): Token => {
  let at = token
  while (isRelation(at, 'conj') && at.head >= 0) at = parsed.tokens[at.head]!
  return at
}
