import type { Document } from '../../model/document.ts'
import type { Mention, MentionKind, PartyMention } from '../../model/mention.ts'
import { isEvidenceBearing, type Passage } from '../../model/passage.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { Sentence, Token } from '../language/parsed.ts'

type OfKind<K extends MentionKind> = Extract<Mention, { kind: K }>

/** A document's words with the look-ups that the claims stages share; each is built once, in linear time. */
export type View = Readonly<{
  context: Context
  document: Document
  text: string
  tokens: readonly Token[]
  sentences: readonly Sentence[]
  /** The tokens that depend on token `i`, in order. */
  children: (i: number) => readonly number[]
  passageOf: (i: number) => Passage | undefined
  /** False in comments and page furniture. */
  bears: (i: number) => boolean
  /** The first token that ends after `offset`. */
  tokenAt: (offset: number) => number
  /** Mentions of a kind that overlap a span, in document order. */
  within: <K extends MentionKind>(kind: K, span: Span) => readonly OfKind<K>[]
  mention: (id: string) => Mention | undefined
  /** The fullest mention of the party that a token stands for, pronouns included. */
  resolve: (i: number) => PartyMention | undefined
  /** Mentions that only the claims stages see a need for: a time told by another event, a group named before its deed ("gang raid"). */
  mint: <M extends Mention>(mention: M) => M
  minted: () => readonly Mention[]
}>

const NONE: readonly number[] = []

/** The first index whose item ends after `offset`; items in order of their start. */
export const firstAfter = (items: readonly Span[], offset: number): number => {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

export const toView = (context: Context, resolve: View['resolve'] = () => undefined): View => {
  const { document, parsed, mentions } = context
  const { tokens, sentences } = parsed
  const children: number[][] = []
  for (const token of tokens)
    if (token.head >= 0 && token.head !== token.i) {
      const list = children[token.head]
      if (list) list.push(token.i)
      else children[token.head] = [token.i]
    }
  const passages = new Map(document.passages.map((passage) => [passage.id, passage]))
  const minted: Mention[] = []
  const mintedAt = new Map<string, Mention>()
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  const perToken = new Map<MentionKind, Map<number, Mention[]>>()
  const order = new Map(mentions.map((mention, index) => [mention, index]))
  const tokenAt = (offset: number): number => firstAfter(tokens, offset)
  for (const mention of mentions) {
    const map = perToken.get(mention.kind) ?? new Map<number, Mention[]>()
    perToken.set(mention.kind, map)
    for (let i = tokenAt(mention.start); i < tokens.length && tokens[i]!.start < mention.end; i++) {
      const list = map.get(i)
      if (list) list.push(mention)
      else map.set(i, [mention])
    }
  }
  const within = <K extends MentionKind>(kind: K, span: Span): readonly OfKind<K>[] => {
    const map = perToken.get(kind)
    if (!map) return []
    const found = new Set<Mention>()
    for (let i = tokenAt(span.start); i < tokens.length && tokens[i]!.start < span.end; i++)
      for (const mention of map.get(i) ?? []) found.add(mention)
    return [...found].sort((a, b) => a.start - b.start || b.end - a.end || order.get(a)! - order.get(b)!) as OfKind<K>[]
  }
  const passageOf = (i: number): Passage | undefined => {
    const token = tokens[i]
    const sentence = token && sentences[token.sentence]
    return sentence && passages.get(sentence.passage)
  }
  return {
    context,
    document,
    text: document.text,
    tokens,
    sentences,
    children: (i) => children[i] ?? NONE,
    passageOf,
    bears: (i) => {
      const passage = passageOf(i)
      return !!passage && isEvidenceBearing(passage)
    },
    tokenAt,
    within,
    mention: (id) => byId.get(id),
    resolve,
    mint: (mention) => {
      const key = `${mention.kind} ${mention.start} ${mention.end}`
      const known = mintedAt.get(key)
      if (known) return known as typeof mention
      const fresh = { ...mention, id: `m${mentions.length + minted.length + 1}` }
      minted.push(fresh)
      mintedAt.set(key, fresh)
      byId.set(fresh.id, fresh)
      return fresh
    },
    minted: () => minted,
  }
}
