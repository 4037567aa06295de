/**
 * Fits the weights of `src/engine/mentions/place/weights.ts` on every other document of two corpora of located place names and checks
 * them on the rest. Run: `node train/gazetteer/fit.ts ../shared/corpora`. Only the few dozen scalars leave this script.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadGazetteer } from '../../src/assets/gazetteer.ts'
import { loadLanguage } from '../../src/assets/language.ts'
import { readLanguage } from '../../src/engine/language/language.ts'
import type { ParsedText } from '../../src/engine/language/parsed.ts'
import { SPAN_FEATURES, type SpanFeature } from '../../src/engine/mentions/place/features.ts'
import { listNames } from '../../src/engine/mentions/place/names.ts'
import { readHints, scoreSpans } from '../../src/engine/mentions/place/places.ts'
import { distanceKm, MEANING_FEATURES, type MeaningFeature, weighMeanings } from '../../src/engine/mentions/place/resolve.ts'
import { MEANING_WEIGHTS, SPAN_THRESHOLD } from '../../src/engine/mentions/place/weights.ts'
import type { Document } from '../../src/model/document.ts'

type Gold = { start: number; end: number; lat: number | null; lon: number | null; geonameId?: number; scored?: boolean }
type Example = { parsed: ParsedText; publisher: string | null; gold: Gold[]; check: boolean; weight: number }

const root = process.argv[2] ?? '../shared/corpora'
const gazetteer = loadGazetteer()
const language = loadLanguage()
const readLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const readCorpus = (name: string, weight: number, capitals = false): Example[] => {
  const gold = new Map(readLines<{ id: string; places: Gold[] }>(`${root}/${name}/gold.jsonl`).map(({ id, places }) => [id, places]))
  return readLines<{ id: string; text: string; publisher?: string }>(`${root}/${name}/input.jsonl`)
    .filter(({ text }) => !capitals || text.toUpperCase().length === text.length)
    .map(({ id, text: written, publisher }, i) => {
      const text = capitals ? written.toUpperCase() : written
      const passages = [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].map((found, n) => ({
        id: `p${n}`,
        kind: 'paragraph' as const,
        start: found.index,
        end: found.index + found[0].length,
      }))
      return {
        parsed: readLanguage(text, passages, language),
        publisher: publisher ?? null,
        gold: gold.get(id) ?? [],
        check: i % 2 === 1,
        weight,
      }
    })
}
/** Upper case is rare in the corpora and common elsewhere: they are read once more in capitals, for the spans only. */
const examples = [...readCorpus('geo-lgl', 1), ...readCorpus('geo-geovirus', 2)]
const shouted = [...readCorpus('geo-lgl', 0.5, true), ...readCorpus('geo-geovirus', 0.5, true)]

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end
const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const dot = <F extends string>(weights: Record<F, number>, on: ReadonlyMap<F, number>): number => {
  let sum = 0
  for (const [name, value] of on) sum += (weights[name] ?? 0) * value
  return sum
}

/** Weights that stay as they are: no gold speaks of the publisher's home, and half the gold is American, which most reports are not. */
const HELD: ReadonlySet<string> = new Set(['home-english', 'english-alone'])

/** Adagrad with a little shrinkage: a convex problem of a few dozen weights. */
const fit = <F extends string>(
  names: readonly F[],
  start: Record<F, number>,
  gradients: (weights: Record<F, number>, add: (feature: F, slope: number) => void, epoch: number) => void,
  epochs: number,
  shrink: number,
): Record<F, number> => {
  const weights = { ...start }
  const squares = Object.fromEntries(names.map((name) => [name, 1e-6])) as Record<F, number>
  for (let epoch = 0; epoch < epochs; epoch++) {
    const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<F, number>
    gradients(
      weights,
      (feature, slope) => {
        sums[feature] += slope
      },
      epoch,
    )
    for (const name of names) {
      if (HELD.has(name)) continue
      const slope = sums[name] - shrink * weights[name]
      squares[name] += slope * slope
      weights[name] += (0.5 * slope) / Math.sqrt(squares[name])
    }
  }
  return weights
}

type SpanCase = { on: ReadonlyMap<SpanFeature, number>; right: number; weight: number; check: boolean }
const spanCases: SpanCase[] = [...examples, ...shouted].flatMap(({ parsed, gold, check, weight }) =>
  scoreSpans({ parsed }, gazetteer)
    .filter(({ span }) => !gold.some((place) => place.scored === false && overlaps(place, span)))
    .map(({ span, features }) => ({ on: features, right: gold.some((place) => overlaps(place, span)) ? 1 : 0, weight, check })),
)
const zero = <F extends string>(names: readonly F[]): Record<F, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<F, number>
const spanWeights = fit(
  SPAN_FEATURES,
  zero(SPAN_FEATURES),
  (weights, add) => {
    for (const { on, right, weight, check } of spanCases) {
      if (check) continue
      const error = (right - logistic(dot(weights, on))) * weight
      for (const [name, value] of on) add(name, error * value)
    }
  },
  400,
  1,
)
const spanFigures = (check: boolean, threshold: number): string => {
  let [tp, fp, fn] = [0, 0, 0]
  for (const each of spanCases) {
    if (each.check !== check) continue
    const taken = logistic(dot(spanWeights, each.on)) >= threshold
    if (taken && each.right) tp++
    else if (taken) fp++
    else if (each.right) fn++
  }
  return `P ${((100 * tp) / (tp + fp)).toFixed(1)} R ${((100 * tp) / (tp + fn)).toFixed(1)} F ${((200 * tp) / (2 * tp + fp + fn)).toFixed(1)}`
}
for (const threshold of [0.35, 0.4, 0.45, 0.5])
  console.log(`spans, threshold ${threshold}: fitted on ${spanFigures(false, threshold)}; checked on ${spanFigures(true, threshold)}`)

type MeaningCase = { options: readonly ReadonlyMap<MeaningFeature, number>[]; right: readonly boolean[]; weight: number; check: boolean }
const listMeaningCases = (weights: Record<MeaningFeature, number>): MeaningCase[] =>
  examples.flatMap(({ parsed, publisher, gold, check, weight }) => {
    const spans = scoreSpans({ parsed }, gazetteer)
      .filter(({ features }) => logistic(dot(spanWeights, features)) >= SPAN_THRESHOLD)
      .map(({ span }) => span)
    const names = listNames(spans, parsed, gazetteer)
    const document = { issuer: { name: publisher, kind: 'unknown', from: null }, url: null } as Document
    return weighMeanings(names, readHints({ document, parsed }, gazetteer), gazetteer, weights).flatMap(({ name, features }) => {
      const places = gold.filter((place) => place.lat !== null && name.spans.some((span) => overlaps(place, span)))
      const target = places[0]
      if (!target || target.lat === null || target.lon === null) return []
      const at = { lat: target.lat, lon: target.lon }
      const right = name.meanings.map(
        ({ place }) => (target.geonameId !== undefined && place.geonameId === target.geonameId) || distanceKm(place, at) <= 161,
      )
      return right.includes(true) ? [{ options: features, right, weight: weight * Math.sqrt(places.length), check }] : []
    })
  })
const shares = (scores: readonly number[]): number[] => {
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}
let meaningWeights: Record<MeaningFeature, number> = { ...MEANING_WEIGHTS }
for (let round = 0; round < 4; round++) {
  const cases = listMeaningCases(meaningWeights)
  const accuracy = (check: boolean): string => {
    let [right, all] = [0, 0]
    for (const each of cases) {
      if (each.check !== check) continue
      const scores = each.options.map((on) => dot(meaningWeights, on))
      all += each.weight
      if (each.right[scores.indexOf(Math.max(...scores))]) right += each.weight
    }
    return ((100 * right) / all).toFixed(1)
  }
  console.log(`meanings, round ${round}: fitted on ${accuracy(false)}, checked on ${accuracy(true)} (${cases.length})`)
  meaningWeights = fit(
    MEANING_FEATURES,
    meaningWeights,
    (weights, add) => {
      for (const { options, right, weight, check } of cases) {
        if (check) continue
        const chances = shares(options.map((on) => dot(weights, on)))
        const mass = chances.reduce((sum, chance, i) => sum + (right[i] ? chance : 0), 0)
        options.forEach((on, i) => {
          const slope = (right[i] ? chances[i]! / Math.max(mass, 1e-9) : 0) - chances[i]!
          for (const [name, value] of on) add(name, slope * value * weight)
        })
      }
    },
    150,
    0.5,
  )
}

const print = <F extends string>(names: readonly F[], weights: Record<F, number>): string =>
  names.map((name) => `  '${name}': ${Number(weights[name].toFixed(2))},`).join('\n')
writeFileSync(
  new URL('../../src/engine/mentions/place/weights.ts', import.meta.url),
  `import type { SpanFeature } from './features.ts'
import type { MeaningFeature } from './resolve.ts'

/**
 * How strongly each sign speaks for one meaning of a name: conditional logit, fitted by \`train/gazetteer/fit.ts\` on every other
 * document of the Local-Global Lexicon and GeoVirus (only these scalars were taken from them).
 */
export const MEANING_WEIGHTS: Readonly<Record<MeaningFeature, number>> = {
${print(MEANING_FEATURES, meaningWeights)}
}

/** How strongly each sign speaks for a name's being a place: logistic regression on the same documents. */
export const SPAN_WEIGHTS: Readonly<Record<SpanFeature, number>> = {
${print(SPAN_FEATURES, spanWeights)}
}

/** A span is a place from this likelihood on: best overlap F on the documents fitted on. */
export const SPAN_THRESHOLD = ${SPAN_THRESHOLD}
`,
)
