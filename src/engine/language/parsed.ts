import type { Span } from '../../model/span.ts'

/** Universal POS tags (universaldependencies.org/u/pos). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

export type NameType = 'PER' | 'LOC' | 'ORG'

/** A word as the language core reads it. Indices (`i`, `head`, `sentence`) are into the document's token and sentence lists. */
export type Token = Readonly<
  Span & {
    i: number
    text: string
    lower: string
    lemma: string
    upos: Upos
    /** Penn Treebank tag (VBD, NNS, …). */
    xpos: string
    /** The token this one depends on; -1 for a sentence's root. */
    head: number
    /** Universal Dependencies relation, with subtype (`nsubj:pass`). */
    deprel: string
    /** BIO name tag from the name model. */
    name: 'O' | `${'B' | 'I'}-${NameType}`
    sentence: number
  }
>

/** A sentence: tokens `first` up to but not including `last`, all of one passage. */
export type Sentence = Readonly<Span & { i: number; first: number; last: number; passage: string }>

/** A document's evidence-bearing passages as tokens and sentences, in document order. */
export type ParsedText = Readonly<{ text: string; tokens: readonly Token[]; sentences: readonly Sentence[] }>
