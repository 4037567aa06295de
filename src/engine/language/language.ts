import type { Passage } from '../../model/passage.ts'
import { readClusters } from './clusters.ts'
import { type ClusterOf, isShouted, type Seen, seeWords } from './features.ts'
import { findLemma, type Lemmatiser, readLemmatiser } from './lemma.ts'
import { type LinearModel, readLinear } from './linear.ts'
import { findNames } from './names.ts'
import type { ParsedText, Sentence, Token, Upos } from './parsed.ts'
import { type Moves, parseSentence, toMoves } from './parser.ts'
import { findSentenceStarts } from './sentences.ts'
import { tagSentence } from './tagger.ts'
import { findWords } from './tokens.ts'

/** The loaded English models. */
export type Language = Readonly<{
  tagger: LinearModel
  tags: readonly Readonly<{ upos: Upos; xpos: string }>[]
  parser: LinearModel
  moves: Moves
  names: LinearModel
  lemmatiser: Lemmatiser
  clusterOf: ClusterOf
}>

/** The files of `models/` that `openLanguage` wants. */
export const LANGUAGE_FILES = ['clusters.bin', 'tagger.bin', 'parser.bin', 'names.bin', 'lemmas.bin'] as const

export type ReadingOptions = Readonly<{
  /** A cheap first look: sentences it turns down are tagged, not parsed. Default: every sentence is parsed. */
  worthParsing?: (tokens: readonly Token[]) => boolean
}>

/** Reader's comments and page furniture carry no evidence and are not read. */
const SILENT = new Set<Passage['kind']>(['comment', 'other'])

export const openLanguage = (files: Readonly<Record<string, Uint8Array>>): Language => {
  const get = (name: (typeof LANGUAGE_FILES)[number]): Uint8Array => {
    const bytes = files[name]
    if (bytes === undefined) throw new Error(`The language model "${name}" is missing: run "npm run train", or restore the folder models/.`)
    return bytes
  }
  const tagger = readLinear(get('tagger.bin'))
  const parser = readLinear(get('parser.bin'))
  return {
    tagger,
    tags: tagger.classes.map((name) => {
      const [upos, xpos] = name.split(' ') as [Upos, string]
      return { upos, xpos }
    }),
    parser,
    moves: toMoves(parser.classes),
    names: readLinear(get('names.bin')),
    lemmatiser: readLemmatiser(get('lemmas.bin')),
    clusterOf: readClusters(get('clusters.bin')),
  }
}

/** The evidence-bearing passages of a text as tokens and sentences, in document order. Linear in the length of the text. */
export const readLanguage = (text: string, passages: readonly Passage[], language: Language, options: ReadingOptions = {}): ParsedText => {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  for (const passage of passages) {
    if (SILENT.has(passage.kind)) continue
    const words = findWords(text, passage.start, passage.end)
    const firsts = findSentenceStarts(text, words)
    firsts.forEach((from, k) => {
      const to = firsts[k + 1] ?? words.starts.length
      const spans = { starts: words.starts.slice(from, to), ends: words.ends.slice(from, to) }
      const parsed = readSentence({ text, ...spans, sentence: sentences.length, offset: tokens.length }, language, options, tokens)
      sentences.push({
        i: sentences.length,
        start: words.starts[from]!,
        end: words.ends[to - 1]!,
        first: tokens.length - (to - from),
        last: tokens.length,
        passage: passage.id,
        parsed,
      })
    })
  }
  return { text, tokens, sentences }
}

type Open = { -readonly [K in keyof Token]: Token[K] }

/** One sentence given as words: tokens whose offsets count as if the words stood one space apart. */
export const readWords = (forms: readonly string[], language: Language): readonly Token[] => {
  const text = forms.join(' ')
  const starts: number[] = []
  let at = 0
  for (const form of forms) {
    starts.push(at)
    at += form.length + 1
  }
  const tokens: Token[] = []
  const ends = starts.map((start, i) => start + forms[i]!.length)
  readSentence({ text, starts, ends, sentence: 0, offset: 0 }, language, {}, tokens)
  return tokens
}

type Place = Readonly<{ text: string; starts: readonly number[]; ends: readonly number[]; sentence: number; offset: number }>

/** Puts one sentence's tokens at the end of `tokens`; says whether it was parsed. */
const readSentence = (place: Place, language: Language, options: ReadingOptions, tokens: Token[]): boolean => {
  const forms = place.starts.map((start, i) => place.text.slice(start, place.ends[i]!))
  const seen = seeWords(forms, language.clusterOf, isShouted(forms))
  const tags = tagSentence(language.tagger, seen)
  const names = findNames(language.names, seen, tags)
  const own: Open[] = forms.map((form, i) => {
    const { upos, xpos } = language.tags[tags[i]!]!
    const lower = form.toLowerCase()
    return {
      start: place.starts[i]!,
      end: place.ends[i]!,
      i: place.offset + i,
      text: form,
      lower,
      lemma: findLemma(language.lemmatiser, form, lower, upos, xpos),
      upos,
      xpos,
      head: -1,
      deprel: 'dep',
      name: language.names.classes[names[i]!] as Token['name'],
      sentence: place.sentence,
    }
  })
  const parsed = options.worthParsing === undefined || options.worthParsing(own)
  if (parsed) setHeads(own, seen, tags, language, place.offset)
  for (const token of own) tokens.push(token)
  return parsed
}

const setHeads = (own: readonly Open[], seen: Seen, tags: Int32Array, language: Language, offset: number): void => {
  const { heads, labels } = parseSentence(language.parser, language.moves, seen, tags)
  own.forEach((token, i) => {
    const head = heads[i]!
    token.head = head === -1 ? -1 : offset + head
    token.deprel = language.moves.labels[labels[i]!]!
  })
}
