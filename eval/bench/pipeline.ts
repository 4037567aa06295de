/**
 * Whole documents: `extract` over articles of 500 words, beside wink-nlp's sentence split and tag over the same texts on the same core.
 * Uses the corpora beside the checkout where they are, else the bundled example repeated.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { loadAssets } from '../../src/assets/load.ts'
import { extract } from '../../src/engine/extract.ts'

const WORDS = 500
const DOCUMENTS = 150
const ROUNDS = 3

const root = resolve(import.meta.dirname, '../..')

const readTexts = (): readonly string[] => {
  const corpora = ['gun-violence', 'muc4', 'polnear'].map((name) => join(root, '../shared/corpora', name, 'input.jsonl')).filter(existsSync)
  if (corpora.length > 0)
    return corpora.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n', 400)
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text),
    )
  const folder = join(root, 'examples', 'kramatorsk')
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return Array.from({ length: DOCUMENTS }, (_, i) => [...all.slice(i % all.length), ...all, ...all].join('\n\n'))
}

/** The first paragraphs of a text that reach the length; undefined where it is shorter. */
const cut = (text: string): string | undefined => {
  let words = 0
  for (const match of text.matchAll(/\S+/g)) if (++words === WORDS) return text.slice(0, match.index + match[0].length)
  return undefined
}

const texts = readTexts().flatMap((text) => cut(text) ?? [])
const step = Math.max(1, Math.floor(texts.length / DOCUMENTS))
const sample = texts.filter((_, i) => i % step === 0).slice(0, DOCUMENTS)

const assets = loadAssets()
const wink = winkNLP(model, ['sbd', 'pos'])
const seconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}
const runCasus = (): void => {
  for (const [i, text] of sample.entries()) extract({ id: `sha256:${i}`, facts: {}, text }, assets)
}
const runWink = (): void => {
  for (const text of sample) wink.readDoc(text).sentences().out()
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

runCasus()
runWink()
const rounds = Array.from({ length: ROUNDS }, () => [seconds(runCasus), seconds(runWink)] as const)
const casus = sample.length / median(rounds.map(([one]) => one))
const peer = sample.length / median(rounds.map(([, two]) => two))
process.stdout.write(
  [
    `n = ${sample.length} documents of ${WORDS} words, median of ${ROUNDS} rounds, one core`,
    `casus extract       ${casus.toFixed(1)} documents/s`,
    `wink-nlp split+tag  ${peer.toFixed(1)} documents/s`,
    `ratio               ${(casus / peer).toFixed(3)}`,
    '',
  ].join('\n'),
)
