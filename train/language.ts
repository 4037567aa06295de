import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../src/engine/language/lexicon.ts'
import type { NetShape } from '../src/engine/language/shape.ts'
import { readTrees } from './conllu.ts'
import { readUner, readWikiGold } from './iob.ts'
import { learnLemmas } from './lemmas.ts'
import { countWords, joinExamples, listClasses } from './lessons.ts'
import { trainNet } from './neural.ts'
import { packModel } from './pack.ts'
import { readVectors } from './vectors.ts'

export type TrainOptions = Readonly<{ treebanks: string; vectors: string; models: string; say: (line: string) => void }>

/** Words of the vectors that are kept beside those of the corpora: the commonest. */
const KEPT_WORDS = 100_000
const toEights = (n: number): number => Math.ceil(n / 8) * 8

/** Trains every English model from the treebanks, and writes it into the folder of the models. */
export const trainLanguage = ({ treebanks, vectors: vectorFile, models, say }: TrainOptions): void => {
  mkdirSync(models, { recursive: true })
  const write = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(models, name), bytes)
    say(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`)
  }
  const trees = ['ewt-train.conllu', 'gum-open-train.conllu'].flatMap((file) => readTrees(join(treebanks, file)))
  write('lemmas.bin', learnLemmas(trees))

  const named = [...readUner(join(treebanks, 'uner-ewt-train.iob2')), ...readWikiGold(join(treebanks, 'wikigold.conll'))]
  const examples = joinExamples(trees, named)
  const counts = countWords(examples)
  const space = readVectors(vectorFile, KEPT_WORDS, new Set(counts.keys()))
  const { words, learned, vectors } = buildWordList(counts, space)
  const lexicon: Lexicon = { indexOf: new Map(words.map((word, i) => [word, i])), learned }
  const classes = listClasses(trees)
  const shape: NetShape = {
    units: 96,
    layers: 3,
    vector: space.size,
    learnedVector: 60,
    arc: 80,
    label: 80,
    tagColumns: toEights(classes.tags.length),
    nameColumns: toEights(classes.names.length),
    labelColumns: toEights(classes.labels.length),
  }
  say(`${examples.length} sentences, ${words.length} words, ${learned} of them learned`)
  const trainer = trainNet({
    examples,
    classes,
    lexicon,
    counts,
    words,
    vectors,
    vectorScale: space.scale,
    shape,
    batchWords: 500,
    rounds: 12,
    rate: 0.003,
    dropout: 0.25,
    say,
  })
  write('reader.bin', packModel({ trainer, classes, words, learned, vectors, vectorScale: space.scale }))
}

type Space = ReturnType<typeof readVectors>

/** Words seen twice or more come first, then the other words that have a vector. */
const buildWordList = (counts: ReadonlyMap<string, number>, space: Space) => {
  const seen = [...counts].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const first = seen.map(([word]) => word)
  const known = new Set(first)
  const words = [...first, ...space.words.filter((word) => !known.has(word))]
  const places = new Map(space.words.map((word, i) => [word, i]))
  const vectors = new Int8Array(words.length * space.size)
  words.forEach((word, i) => {
    const place = places.get(word)
    if (place !== undefined) vectors.set(space.bytes.subarray(place * space.size, (place + 1) * space.size), i * space.size)
  })
  return { words, learned: first.length, vectors }
}
