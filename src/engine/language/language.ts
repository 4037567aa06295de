import type { Passage } from '../../model/passage.ts'
import { bestClasses, bestLabels, scoreArcs } from './choose.ts'
import { encode } from './encode.ts'
import { findLemma, type Lemmatiser, readLemmatiser } from './lemma.ts'
import type { Manner } from './lexicon.ts'
import { type Model, readModel } from './model-file.ts'
import { findNames } from './name-tags.ts'
import { ROOM } from './net.ts'
import type { ParsedText, Sentence, Token, Upos } from './parsed.ts'
import { joinDeedsToWhatIsSaid } from './said-clauses.ts'
import { findSentenceStarts, LONGEST_SENTENCE } from './sentences.ts'
import { headColumns } from './shape.ts'
import { isShouted } from './shouted.ts'
import { findTree } from './spanning-tree.ts'
import { findWords } from './tokens.ts'

/** The loaded English models. */
export type Language = Readonly<{ model: Model; lemmatiser: Lemmatiser; tags: readonly Readonly<{ upos: Upos; xpos: string }>[] }>

/** The files of `models/` that `openLanguage` wants. */
export const LANGUAGE_FILES = ['reader.bin', 'lemmas.bin'] as const

/** Readers' comments and page furniture carry no evidence and are not read. */
const SILENT = new Set<Passage['kind']>(['comment', 'other'])

export const openLanguage = (files: Readonly<Record<string, Uint8Array>>): Language => {
  const get = (name: (typeof LANGUAGE_FILES)[number]): Uint8Array => {
    const bytes = files[name]
    if (bytes === undefined) throw new Error(`The language model "${name}" is missing: run "npm run train", or restore the folder models/.`)
    return bytes
  }
  const model = readModel(get('reader.bin'))
  return {
    model,
    lemmatiser: readLemmatiser(get('lemmas.bin'), (word) => model.lexicon.indexOf.get(word)),
    tags: model.classes.tags.map((name) => {
      const [upos, xpos] = name.split(' ') as [Upos, string]
      return { upos, xpos }
    }),
  }
}

/** A sentence cut into words, not yet read. */
type Draft = Readonly<{ forms: readonly string[]; starts: readonly number[]; passage: string; manner: Manner }>

/** The evidence-bearing passages of a text as tokens and sentences, in document order. Linear in the length of the text. */
export const readLanguage = (text: string, passages: readonly Passage[], language: Language): ParsedText => {
  const drafts = passages.filter(({ kind }) => !SILENT.has(kind)).flatMap((passage) => draftPassage(text, passage))
  return { text, ...readDrafts(drafts, language) }
}

/** One sentence given as words: tokens whose offsets count as if the words stood one space apart. */
export const readWords = (forms: readonly string[], language: Language): readonly Token[] => {
  const starts: number[] = []
  let at = 0
  for (const form of forms) {
    starts.push(at)
    at += form.length + 1
  }
  const manner: Manner = isShouted(forms) ? 'shouted' : 'as-written'
  const drafts: Draft[] = []
  for (let from = 0; from < forms.length; from += LONGEST_SENTENCE) {
    const part = forms.slice(from, from + LONGEST_SENTENCE)
    drafts.push({ forms: part, starts: starts.slice(from, from + part.length), passage: '', manner })
  }
  return readDrafts(drafts, language).tokens
}

const draftPassage = (text: string, passage: Passage): readonly Draft[] => {
  const words = findWords(text, passage.start, passage.end)
  const all = words.starts.map((start, i) => text.slice(start, words.ends[i]!))
  const shouted = isShouted(all)
  const firsts = findSentenceStarts(text, words)
  return firsts.map((from, k) => {
    const to = firsts[k + 1] ?? all.length
    const forms = all.slice(from, to)
    const manner: Manner = shouted || isShouted(forms) ? 'shouted' : 'as-written'
    return { forms, starts: words.starts.slice(from, to), passage: passage.id, manner }
  })
}

const readDrafts = (drafts: readonly Draft[], language: Language): Pick<ParsedText, 'tokens' | 'sentences'> => {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let k = 0
  while (k < drafts.length) {
    const batch: Draft[] = []
    let words = 0
    for (; k < drafts.length && words + drafts[k]!.forms.length <= ROOM; k += 1) {
      batch.push(drafts[k]!)
      words += drafts[k]!.forms.length
    }
    encode(language.model.net, language.model.lexicon, batch)
    let row = 0
    for (const draft of batch) {
      readSentence(draft, row, language, tokens, sentences)
      row += draft.forms.length
    }
  }
  return { tokens, sentences }
}

type Open = { -readonly [K in keyof Token]: Token[K] }

/** Puts one encoded sentence, whose rows start at `row`, at the end of `tokens` and `sentences`. */
const readSentence = (draft: Draft, row: number, language: Language, tokens: Token[], sentences: Sentence[]): void => {
  const { forms, starts } = draft
  const { net, classes } = language.model
  const n = forms.length
  const first = tokens.length
  const tags = bestClasses(net, row, n, headColumns(net.shape).tags, classes.tags.length)
  const names = findNames(net, row, draft, classes.names)
  const own: Open[] = []
  for (let i = 0; i < n; i += 1) {
    const form = forms[i]!
    const lower = form.toLowerCase()
    const { upos, xpos } = language.tags[tags[i]!]!
    own.push({
      start: starts[i]!,
      end: starts[i]! + form.length,
      i: first + i,
      text: form,
      lower,
      lemma: findLemma(language.lemmatiser, form, lower, upos, xpos),
      upos,
      xpos,
      head: -1,
      deprel: 'dep',
      name: classes.names[names[i]!] as Token['name'],
      sentence: sentences.length,
    })
  }
  setHeads(own, row, language.model)
  joinDeedsToWhatIsSaid(own)
  for (const token of own) tokens.push(token)
  sentences.push({ i: sentences.length, start: starts[0]!, end: own[n - 1]!.end, first, last: first + n, passage: draft.passage })
}

const setHeads = (own: readonly Open[], row: number, { net, classes }: Model): void => {
  const n = own.length
  const first = own[0]!.i
  const heads = findTree(scoreArcs(net, row, n), n)
  const labels = bestLabels(net, row, heads, classes.labels.length)
  for (let i = 0; i < n; i += 1) {
    const token = own[i]!
    token.head = heads[i] === -1 ? -1 : first + heads[i]!
    token.deprel = classes.labels[labels[i]!]!
  }
}
