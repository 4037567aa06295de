import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { loadLanguage } from '../../src/assets/language.ts'
import { readLanguage } from '../../src/engine/language/language.ts'
import type { Passage } from '../../src/model/passage.ts'

/** Words and sentences of every kind of length, written for the measure; where no corpus is at hand, a document is 500 words of them in turn. */
const SENTENCES = [
  'At least 14 people were killed and 30 others wounded when a car bomb exploded near a crowded market in the north of the city on Tuesday, police and hospital officials said.',
  'The ministry of defence denied that its aircraft had struck the village.',
  'A spokesman for the rebels told a local radio station that their fighters had shot down a military helicopter, a claim that could not be independently confirmed.',
  '"We heard two explosions and then the sound of gunfire," said a shopkeeper who lives opposite the checkpoint.',
  'Rescue workers pulled three bodies from the rubble of the four-storey building, among them a woman and her two children.',
  'The governor visited the wounded in hospital.',
  'Since January more than 200 civilians have died in the fighting, according to a monitoring group based in London, which relies on a network of activists on the ground.',
  'No group has claimed responsibility for the attack, which came a day after the government and opposition leaders agreed to resume talks in Geneva.',
  'Witnesses said the gunmen, who wore army uniforms, stopped the bus at a false checkpoint and took away eleven passengers.',
  'The mayor of the town, Carlos Mendez, was kidnapped by unidentified men outside his home last week and has not been seen since.',
] as const

export type LanguageBench = Readonly<{
  machine: string
  /** Where the documents come from. */
  source: string
  documents: number
  words: number
  rounds: number
  /** Medians, words a second of processor time, and ours as a share of wink-nlp's sentences and tags in the same run. */
  casus: number
  wink: number
  ratio: number
  documentsPerSecond: number
}>

const toDocument = (seed: number): string => {
  const paragraphs: string[] = []
  let words = 0
  for (let k = seed; words < 500; k += 1) {
    const sentence = SENTENCES[k % SENTENCES.length]!
    paragraphs.push(sentence)
    words += sentence.split(' ').length
  }
  return paragraphs.join(' ')
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

type Wink = Readonly<{
  readDoc: (text: string) => {
    tokens: () => { out: (its: unknown) => unknown[]; length: () => number }
    sentences: () => { out: () => string[] }
  }
  its: { pos: unknown }
}>

const openWink = (): Wink => {
  const require = createRequire(import.meta.url)
  const model = require('wink-eng-lite-web-model')
  return require('wink-nlp')(model, ['sbd', 'pos'])
}

/** News articles cut into documents of 500 words; undefined where the corpus is absent. */
const findDocuments = (corpora: string, count: number): readonly string[] | undefined => {
  const file = resolve(corpora, 'polnear', 'input.jsonl')
  if (!existsSync(file)) return undefined
  const words = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, count * 2)
    .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(' '))
  return Array.from({ length: count }, (_, i) => words.slice(i * 500, (i + 1) * 500).join(' '))
}

/** Every sentence tokenised, tagged, named and parsed, against wink-nlp's split and tags on the same documents in turn. */
export const benchLanguage = (options: Readonly<{ documents?: number; rounds?: number; corpora?: string }> = {}): LanguageBench => {
  const { documents = 40, rounds = 9, corpora = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora') } = options
  const language = loadLanguage()
  const wink = openWink()
  const found = findDocuments(corpora, documents)
  const texts = found ?? Array.from({ length: documents }, (_, i) => toDocument(i))
  const passagesOf = (text: string): readonly Passage[] => [{ id: 'p1', kind: 'paragraph', start: 0, end: text.length }]
  const runCasus = (): number => texts.reduce((sum, text) => sum + readLanguage(text, passagesOf(text), language).tokens.length, 0)
  const runWink = (): number =>
    texts.reduce((sum, text) => {
      const doc = wink.readDoc(text)
      doc.sentences().out()
      return sum + doc.tokens().out(wink.its.pos).length
    }, 0)
  const words = runCasus()
  runWink()
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(words / timeOf(runCasus))
    theirs.push(words / timeOf(runWink))
  }
  const casus = median(ours)
  const winkSpeed = median(theirs)
  return {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    source: found === undefined ? 'ten sentences in turn' : 'polnear',
    documents,
    words,
    rounds,
    casus: Math.round(casus),
    wink: Math.round(winkSpeed),
    ratio: Math.round((casus / winkSpeed) * 1000) / 1000,
    documentsPerSecond: Math.round((casus / words) * documents * 10) / 10,
  }
}

/** Seconds of processor time: on a busy machine the clock measures the neighbours. */
const timeOf = (run: () => unknown): number => {
  const from = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

if (import.meta.main) console.log(JSON.stringify(benchLanguage(), null, 2))
