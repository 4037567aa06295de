import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadAssets } from '../src/assets/load.ts'
import { readLine } from '../src/cli/read-line.ts'
import { findBoilerplate } from '../src/engine/incidents/linking/boilerplate.ts'
import { signsOf, toWeighed } from '../src/engine/incidents/linking/features.ts'
import { type Linkable, toLinkable } from '../src/engine/incidents/linking/link-documents.ts'
import { listPairs } from '../src/engine/incidents/linking/pairs.ts'
import { countWords, toRarity } from '../src/engine/incidents/linking/rarity.ts'
import { fillSheet } from '../src/engine/incidents/linking/sheet.ts'
import type { Analysis } from '../src/model/reading.ts'

/**
 * Fits the weights of `src/engine/incidents/linking/weights.ts`: how much each named sign speaks for two incidents being one. Reads a
 * linking corpus in the scorers' layout (`gold.jsonl` with an `incident` for each document) and uses half of its incidents; the other
 * half is for checking. `--analyses` takes what `casus extract --jsonl` made of the corpus, and saves reading it again.
 *
 *     node train/linking.ts --corpus FOLDER [--analyses FILE]
 */

/**
 * Signs whose weight is not fitted: the corpus has one country, one kind of event and few dates in full, and says nothing about them.
 * Chosen on conflict reports: what excludes weighs more than what is unknown.
 */
const BY_HAND: Readonly<Record<string, number>> = {
  'country-other': -2.5,
  'type-other': -3,
  'type-near': -1.5,
  'type-same': 0,
  'day-to-3-assumed': -0.3,
  'day-to-3-stated': -1,
  'day-to-10-stated': -2,
  'day-to-60-stated': -3.5,
  'day-over-60-stated': -4,
  'place-name-other': -0.5,
  'day-and-place-other': -5,
  'place-over-200': -0.5,
  'published-unknown': 0,
  'published-far': -2,
  'party-same': 0.6,
  'one-beside': -3,
  'both-beside': -0.5,
}
const STRENGTH_OF_PRIOR = 1
const ROUNDS = 12

const { values } = parseArgs({ options: { corpus: { type: 'string' }, analyses: { type: 'string' } } })
if (!values.corpus) throw new Error('Give the folder of a linking corpus with --corpus.')

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

const readCorpus = (folder: string): readonly Linkable[] => {
  if (values.analyses) return linesOf(values.analyses).map((line) => toLinkable(JSON.parse(line) as Analysis))
  const assets = loadAssets()
  return linesOf(join(folder, 'input.jsonl')).flatMap((line) => {
    const read = readLine(line, assets)
    return 'document' in read ? [toLinkable(read)] : []
  })
}

/** Half of the incidents, by a hash of their name: none is in both halves. */
const isForFitting = (incident: string): boolean => {
  let hash = 0
  for (const char of incident) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  hash ^= hash >>> 7
  return ((Math.imul(hash, 0x9e3779b1) >>> 16) & 1) === 0
}

type Example = Readonly<{ signs: readonly (readonly [string, number])[]; same: boolean; half: 'fit' | 'check' }>

const listExamples = (documents: readonly Linkable[], gold: ReadonlyMap<string, string>): readonly Example[] => {
  const boilerplate = findBoilerplate(documents.map(({ drafts, published }) => ({ lines: drafts.lines, published })))
  const nodes = documents.flatMap(({ id, main, drafts: { lines, incidents } }) => {
    const draft = incidents.find(({ local }) => local === main)
    return draft ? [{ incident: gold.get(id)!, sheet: fillSheet(draft, lines, (key) => boilerplate.has(key)) }] : []
  })
  const sheets = nodes.map(({ sheet }) => sheet)
  const rarity = toRarity(countWords(sheets.map(({ words }) => words)))
  const weighed = sheets.map((sheet) => toWeighed(sheet, rarity))
  return listPairs(sheets, rarity).flatMap(([i, j]) => {
    const [a, b] = [nodes[i]!.incident, nodes[j]!.incident]
    if (isForFitting(a) !== isForFitting(b)) return []
    const signs = signsOf(weighed[i]!, weighed[j]!, rarity).map(({ name, value }) => [name, value] as const)
    return [{ signs, same: a === b, half: isForFitting(a) ? 'fit' : 'check' }]
  })
}

/** Solves a symmetric positive system in place. */
const solve = (matrix: readonly Float64Array[], right: Float64Array): Float64Array => {
  const n = right.length
  for (let c = 0; c < n; c++)
    for (let r = c + 1; r < n; r++) {
      const factor = matrix[r]![c]! / matrix[c]![c]!
      if (factor === 0) continue
      for (let q = c; q < n; q++) matrix[r]![q]! -= factor * matrix[c]![q]!
      right[r]! -= factor * right[c]!
    }
  for (let c = n - 1; c >= 0; c--) {
    for (let q = c + 1; q < n; q++) right[c]! -= matrix[c]![q]! * right[q]!
    right[c]! /= matrix[c]![c]!
  }
  return right
}

/** Logistic regression by Newton's method; signs weighed by hand keep their weight, the last one is the bias. */
const fit = (examples: readonly Example[], names: readonly string[]): Float64Array => {
  const index = new Map(names.map((name, i) => [name, i]))
  const bias = names.length
  const weights = new Float64Array(bias + 1)
  for (const [name, weight] of Object.entries(BY_HAND)) weights[index.get(name)!] = weight
  const rows = examples.map(({ signs, same }) => ({
    at: [...signs.map(([name]) => index.get(name)!), bias],
    values: [...signs.map(([, value]) => value), 1],
    same: Number(same),
  }))
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(bias + 1)
    const curve = Array.from({ length: bias + 1 }, () => new Float64Array(bias + 1))
    for (const { at, values: strengths, same } of rows) {
      const score = at.reduce((sum, i, k) => sum + weights[i]! * strengths[k]!, 0)
      const chance = 1 / (1 + Math.exp(-score))
      at.forEach((i, k) => {
        slope[i]! += (chance - same) * strengths[k]!
        const steep = chance * (1 - chance) * strengths[k]!
        if (steep !== 0)
          at.forEach((j, l) => {
            curve[i]![j]! += steep * strengths[l]!
          })
      })
    }
    names.forEach((name, i) => {
      slope[i]! += STRENGTH_OF_PRIOR * weights[i]!
      curve[i]![i]! += STRENGTH_OF_PRIOR
      if (!(name in BY_HAND)) return
      for (const row of curve) row[i] = 0
      curve[i]!.fill(0)
      curve[i]![i] = 1
      slope[i] = 0
    })
    curve[bias]![bias]! += 1e-6
    solve(curve, slope).forEach((step, i) => {
      weights[i]! -= step
    })
  }
  return weights
}

const toTwoPlaces = (value: number): number => Math.round(value * 100) / 100 || 0

const main = (): void => {
  const folder = values.corpus as string
  const gold = new Map(
    linesOf(join(folder, 'gold.jsonl')).map((line) => {
      const { id, incident } = JSON.parse(line) as { id: string; incident: string | number }
      return [id, String(incident)]
    }),
  )
  const all = listExamples(readCorpus(folder), gold)
  const examples = all.filter(({ half }) => half === 'fit')
  const names = [...new Set([...Object.keys(BY_HAND), ...examples.flatMap(({ signs }) => signs.map(([name]) => name))])].sort()
  const weights = fit(examples, names)
  const rows = names
    .map((name, i) => [name, toTwoPlaces(weights[i]!)] as const)
    .filter(([, weight]) => weight !== 0)
    .map(([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`)
  const file = resolve(import.meta.dirname, '../src/engine/incidents/linking/weights.ts')
  writeFileSync(
    file,
    [
      '/** How strongly each sign speaks for two incidents being one, in log odds. Written by `train/linking.ts`; see `models/linking.md`. */',
      'export const LINK_WEIGHTS: Readonly<Record<string, number>> = {',
      ...rows,
      '}',
      '',
      '/** Log odds before any sign is seen, among incidents that share a rare word or a place. */',
      `export const LINK_BIAS = ${toTwoPlaces(weights[names.length]!)}`,
      '',
    ].join('\n'),
  )
  process.stdout.write(`${examples.length} pairs, ${examples.filter(({ same }) => same).length} the same; ${rows.length} weights\n`)
  showReliability(
    all.filter(({ half }) => half === 'check'),
    new Map(names.map((name, i) => [name, weights[i]!])),
    weights[names.length]!,
  )
}

/** Of the pairs of the other half that are given a chance of about 0.8, how many are one incident? */
const showReliability = (examples: readonly Example[], weights: ReadonlyMap<string, number>, bias: number): void => {
  const bins = Array.from({ length: 10 }, () => ({ pairs: 0, same: 0, chance: 0 }))
  for (const { signs, same } of examples) {
    const score = signs.reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, bias)
    const chance = 1 / (1 + Math.exp(-score))
    const bin = bins[Math.min(9, Math.floor(chance * 10))]!
    bin.pairs++
    bin.same += Number(same)
    bin.chance += chance
  }
  for (const { pairs, same, chance } of bins)
    process.stdout.write(`given ${(chance / pairs).toFixed(2)}  found ${(same / pairs).toFixed(2)}  of ${pairs} pairs\n`)
}

main()
