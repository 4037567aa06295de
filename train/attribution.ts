import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLanguage } from '../src/assets/language.ts'
import { readLanguage } from '../src/engine/language/language.ts'
import type { Candidate } from '../src/engine/statements/candidate.ts'
import { listCandidates } from '../src/engine/statements/candidates.ts'
import { listQuotes } from '../src/engine/statements/quotes.ts'
import { toReading } from '../src/engine/statements/reading.ts'
import type { Passage } from '../src/model/passage.ts'
import { type Example, fitLogistic } from './logistic.ts'

/**
 * Fits the weights of `src/engine/statements/weights.ts`: how much each named feature of a candidate speaks for its being a statement.
 * Reads every second document of an attribution corpus in the scorers' layout; the others are for checking. No word is a feature.
 *
 *     node train/attribution.ts --corpus FOLDER [--limit N]
 */

type Gold = Readonly<{
  id: string
  statements: readonly Readonly<{ cue: readonly (readonly [number, number])[]; content: readonly (readonly [number, number])[] }>[]
}>

/** A feature seen in fewer candidates than this gets no weight of its own. */
const RAREST = 25
const STRENGTH_OF_PRIOR = 2
const ROUNDS = 400

const { values } = parseArgs({ options: { corpus: { type: 'string' }, limit: { type: 'string', default: '100000' } } })
if (!values.corpus) throw new Error('Give the folder of an attribution corpus with --corpus.')

const readLines = <Line>(name: string): readonly Line[] =>
  readFileSync(join(values.corpus as string, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)

const toPassages = (text: string): readonly Passage[] =>
  [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map((match, i) => ({
      id: `p${i + 1}`,
      kind: i === 0 ? ('headline' as const) : ('paragraph' as const),
      start: match.index,
      end: match.index + match[0].length,
    }))

/** Does the candidate's cue share words with a gold cue, or its content with a gold content whose cue is near? */
const isRight = ({ cue }: Candidate, gold: Gold): boolean =>
  cue !== null && gold.statements.some((statement) => statement.cue.some(([start, end]) => start < cue.end && cue.start < end))

const main = (): void => {
  const gold = new Map(readLines<Gold>('gold.jsonl').map((line) => [line.id, line]))
  const documents = readLines<Readonly<{ id: string; text: string }>>('input.jsonl')
    .filter((_, i) => i % 2 === 0)
    .slice(0, Number(values.limit))
  const language = loadLanguage()
  const counts = new Map<string, number>()
  const raw: { features: readonly string[]; right: boolean }[] = []
  for (const { id, text } of documents) {
    const passages = toPassages(text)
    const reading = toReading(text, readLanguage(text, passages, language), listQuotes(text, passages))
    for (const candidate of listCandidates(reading, passages)) {
      raw.push({ features: candidate.features, right: isRight(candidate, gold.get(id) as Gold) })
      for (const feature of new Set(candidate.features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    }
  }
  const names = [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([name]) => name)
    .sort()
  const indices = new Map(names.map((name, i) => [name, i]))
  const examples = raw.map(
    ({ features, right }): Example => ({ right, features: [...new Set(features)].flatMap((name) => indices.get(name) ?? []) }),
  )
  const { bias, weights } = fitLogistic(examples, names.length, { rounds: ROUNDS, prior: STRENGTH_OF_PRIOR })
  write(names, bias, weights, examples)
}

const write = (names: readonly string[], bias: number, weights: Float64Array, examples: readonly Example[]): void => {
  const lines = names.flatMap((name, i) => {
    const weight = Number((weights[i] as number).toFixed(2))
    return weight === 0 ? [] : [`  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${weight},`]
  })
  const file = resolve(import.meta.dirname, '..', 'src', 'engine', 'statements', 'weights.ts')
  writeFileSync(
    file,
    `/** Fitted by \`train/attribution.ts\`; \`models/attribution.md\` says on what. Weights of named features: no word has a weight. */\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n}\n\nexport const BIAS = ${bias.toFixed(2)}\n`,
  )
  const right = examples.filter((example) => example.right).length
  console.error(`${examples.length} candidates, ${right} right, ${lines.length} weights`)
}

main()
