import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadLanguage } from '../src/assets/language.ts'
import { type Language, readLanguage, readWords } from '../src/engine/language/language.ts'
import type { Token } from '../src/engine/language/parsed.ts'
import type { Passage } from '../src/model/passage.ts'
import { readTrees, type Tree } from '../train/conllu.ts'
import { type Named, readUner } from '../train/iob.ts'

/** The language core against the English Web Treebank and Universal NER: per cent, one decimal. */
export type LanguageFigures = Record<string, number>

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10)
const f1 = (right: number, found: number, gold: number): number => percent(2 * right, found + gold)

/** Is there anything to measure against? */
export const hasTreebanks = (treebanks: string): boolean => existsSync(join(treebanks, 'ewt-test.conllu'))

/** All figures on EWT test and UNER-EWT test; `part: 'dev'` takes the development part. */
export const measureLanguage = (treebanks: string, options: { part?: 'dev' | 'test' } = {}): LanguageFigures => {
  const part = options.part ?? 'test'
  const language = loadLanguage()
  const trees = readTrees(join(treebanks, `ewt-${part}.conllu`))
  const named = readUner(join(treebanks, `uner-ewt-${part}.iob2`))
  return {
    ...measureWords(trees, language, (form) => form, ''),
    ...measureWords(trees, language, (form) => form.toUpperCase(), 'shouted '),
    ...measureNames(named, language, (form) => form, ''),
    ...measureNames(named, language, (form) => form.toUpperCase(), 'shouted '),
    ...measureText(trees, language),
  }
}

/** Gold words, predicted tags; punctuation counts, subtypes count, as in the CoNLL 2018 evaluation on whole labels. */
const measureWords = (trees: readonly Tree[], language: Language, say: (form: string) => string, prefix: string): LanguageFigures => {
  const right = { upos: 0, xpos: 0, lemma: 0, head: 0, arc: 0, words: 0 }
  for (const tree of trees) {
    const tokens = readWords(tree.forms.map(say), language)
    tokens.forEach((token, i) => {
      const head = token.head === tree.heads[i]
      right.words += 1
      if (token.upos === tree.upos[i]) right.upos += 1
      if (token.xpos === tree.xpos[i]) right.xpos += 1
      if (token.lemma.toLowerCase() === tree.lemmas[i]!.toLowerCase()) right.lemma += 1
      if (head) right.head += 1
      if (head && token.deprel === tree.deprels[i]) right.arc += 1
    })
  }
  const of = (count: number): number => percent(count, right.words)
  return {
    [`${prefix}UPOS`]: of(right.upos),
    [`${prefix}XPOS`]: of(right.xpos),
    [`${prefix}lemma`]: of(right.lemma),
    [`${prefix}UAS`]: of(right.head),
    [`${prefix}LAS`]: of(right.arc),
  }
}

const spansOf = (tags: readonly string[]): ReadonlySet<string> => {
  const spans = new Set<string>()
  tags.forEach((tag, i) => {
    if (!tag.startsWith('B-')) return
    let end = i + 1
    while (end < tags.length && tags[end] === `I-${tag.slice(2)}`) end += 1
    spans.add(`${i} ${end} ${tag.slice(2)}`)
  })
  return spans
}

const measureNames = (named: readonly Named[], language: Language, say: (form: string) => string, prefix: string): LanguageFigures => {
  const sum = { right: 0, found: 0, gold: 0 }
  for (const { forms, names } of named) {
    const gold = spansOf(names)
    const found = spansOf(readWords(forms.map(say), language).map((token) => token.name))
    sum.gold += gold.size
    sum.found += found.size
    for (const span of found) if (gold.has(span)) sum.right += 1
  }
  return {
    [`${prefix}names P`]: percent(sum.right, sum.found),
    [`${prefix}names R`]: percent(sum.right, sum.gold),
    [`${prefix}names F1`]: f1(sum.right, sum.found, sum.gold),
  }
}

type Placed = Readonly<{ start: number; end: number; upos: string; head: string; deprel: string }>

/** From raw text, paragraph by paragraph: words, sentences, and what the parse is worth on words that were cut right. */
const measureText = (trees: readonly Tree[], language: Language): LanguageFigures => {
  const sum = { words: 0, gold: 0, found: 0, sentences: 0, goldSentences: 0, foundSentences: 0, upos: 0, head: 0, arc: 0 }
  for (const paragraph of toParagraphs(trees)) {
    const { text, words, sentences } = layOut(paragraph)
    const passage: Passage = { id: 'p1', kind: 'paragraph', start: 0, end: text.length }
    const parsed = readLanguage(text, [passage], language)
    const at = (token: Token | undefined): string => (token === undefined ? 'root' : `${token.start}-${token.end}`)
    sum.gold += words.size
    sum.found += parsed.tokens.length
    sum.goldSentences += sentences.size
    sum.foundSentences += parsed.sentences.length
    for (const sentence of parsed.sentences) if (sentences.has(`${sentence.start}-${sentence.end}`)) sum.sentences += 1
    for (const token of parsed.tokens) {
      const gold = words.get(at(token))
      if (gold === undefined) continue
      const head = gold.head === at(parsed.tokens[token.head])
      sum.words += 1
      if (gold.upos === token.upos) sum.upos += 1
      if (head) sum.head += 1
      if (head && gold.deprel === token.deprel) sum.arc += 1
    }
  }
  return {
    'token F1': f1(sum.words, sum.found, sum.gold),
    'sentence F1': f1(sum.sentences, sum.foundSentences, sum.goldSentences),
    'raw UPOS F1': f1(sum.upos, sum.found, sum.gold),
    'raw UAS F1': f1(sum.head, sum.found, sum.gold),
    'raw LAS F1': f1(sum.arc, sum.found, sum.gold),
  }
}

const toParagraphs = (trees: readonly Tree[]): readonly (readonly Tree[])[] => {
  const paragraphs: Tree[][] = []
  for (const tree of trees) {
    if (tree.newParagraph || paragraphs.length === 0) paragraphs.push([])
    paragraphs.at(-1)!.push(tree)
  }
  return paragraphs
}

const layOut = (
  paragraph: readonly Tree[],
): Readonly<{ text: string; words: ReadonlyMap<string, Placed>; sentences: ReadonlySet<string> }> => {
  let text = ''
  const words = new Map<string, Placed>()
  const sentences = new Set<string>()
  for (const tree of paragraph) {
    if (text !== '') text += ' '
    const offset = text.length
    text += tree.text
    const at = (i: number): string => (i === -1 ? 'root' : `${offset + tree.starts[i]!}-${offset + tree.ends[i]!}`)
    tree.forms.forEach((_, i) => {
      const place = { start: offset + tree.starts[i]!, end: offset + tree.ends[i]! }
      words.set(at(i), { ...place, upos: tree.upos[i]!, head: at(tree.heads[i]!), deprel: tree.deprels[i]! })
    })
    sentences.add(`${offset + tree.starts[0]!}-${offset + tree.ends.at(-1)!}`)
  }
  return { text, words, sentences }
}

/** Words a second of processor time from raw text, every sentence parsed. Apart from the figures: it varies with the machine. */
export const measureLanguageSpeed = (treebanks: string): number => {
  const language = loadLanguage()
  const texts = toParagraphs(readTrees(join(treebanks, 'ewt-test.conllu'))).map((paragraph) => layOut(paragraph).text)
  const run = (): number =>
    texts.reduce(
      (sum, text) => sum + readLanguage(text, [{ id: 'p1', kind: 'paragraph', start: 0, end: text.length }], language).tokens.length,
      0,
    )
  run()
  const from = process.cpuUsage()
  const words = run() + run() + run()
  const { user, system } = process.cpuUsage(from)
  return Math.round(words / ((user + system) / 1e6))
}

if (import.meta.main) {
  const [folder = resolve(import.meta.dirname, '..', '..', 'shared', 'treebanks'), part = 'test'] = process.argv.slice(2)
  if (!hasTreebanks(folder)) console.log(`Not measured: no treebanks in ${folder}.`)
  else {
    const figures = measureLanguage(folder, { part: part === 'dev' ? 'dev' : 'test' })
    console.log(JSON.stringify({ ...figures, 'words a second': measureLanguageSpeed(folder) }, null, 2))
  }
}
