import type { ParsedText, Sentence, Token } from '../language/parsed.ts'
import { childrenOf, isRelation, subtreeTokens } from '../language/tree.ts'

/** A sentence seen as a tree by token index: children in order, and how far each word's subtree reaches (`right` exclusive). */
export type Tree = Readonly<{
  sentence: Sentence
  tokens: readonly Token[]
  children: (i: number) => readonly Token[]
  left: (i: number) => number
  right: (i: number) => number
}>

const NONE: readonly Token[] = []

export const toTree = (parsed: ParsedText, sentence: Sentence): Tree => {
  const { tokens } = parsed
  const at = <Value>(i: number, otherwise: Value, get: (token: Token) => Value): Value => {
    const token = tokens[i]
    return token ? get(token) : otherwise
  }
  return {
    sentence,
    tokens,
    children: (i) => at(i, NONE, (token) => childrenOf(parsed, token)),
    left: (i) => at(i, i, (token) => subtreeTokens(parsed, token).first.i),
    right: (i) => at(i, i + 1, (token) => subtreeTokens(parsed, token).last.i + 1),
  }
}

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export const relationOf = ({ deprel }: Token): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

export const childBy = (tree: Tree, i: number, ...relations: readonly string[]): Token | undefined =>
  tree.children(i).find((child) => relations.some((relation) => isRelation(child, relation)))

export const isVerb = ({ upos }: Token): boolean => upos === 'VERB' || upos === 'AUX'
export const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'

/** A mark between clauses or phrases; the hyphen and the apostrophe inside a name are none. */
export const isBreak = (token: Token | undefined): boolean =>
  token !== undefined && token.upos === 'PUNCT' && !/^[-‐‑'’&/]$/.test(token.text)
