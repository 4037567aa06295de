import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadAssets } from '../src/assets/load.ts'
import { CALIBRATED, confidenceFeatures } from '../src/engine/claims/confidence.ts'
import { extract } from '../src/engine/extract.ts'
import { type Claim, isFigureClaim } from '../src/model/claim.ts'
import { type Analysis, mainIncident } from '../src/model/reading.ts'
import { type Example, fitLogistic } from './logistic.ts'

/**
 * Fits the weights of `src/engine/claims/confidence-weights.ts`: how much each named feature of a claim speaks for its having been read
 * rightly. Every second document is learned from; the others give the reliability table that is printed. No word is a feature.
 *
 *     node train/confidence.ts --cases FOLDER --corpora FOLDER [--limit N]
 */

const { values } = parseArgs({
  options: { cases: { type: 'string' }, corpora: { type: 'string' }, limit: { type: 'string', default: '600' } },
})
if (!values.cases || !values.corpora) throw new Error('Give the folder of the cases with --cases and that of the corpora with --corpora.')

/** A feature seen in fewer claims than this gets no weight of its own. */
const RAREST = 25
const FIT = { rounds: 1500, prior: 3 }
/** What a claim of the corpora with figures only counts against one of the cases, whose gold tells the document's own words. */
const FIGURES_COUNT = 0.3

type Range = Readonly<{ low: number; high: number }>
type Labelled = Readonly<{ features: readonly string[]; right: boolean; weight: number; half: number; from: string }>
type Label = (analysis: Analysis, claim: Claim) => boolean | undefined

const assets = loadAssets()
const list = <T>(x: T | readonly T[] | null | undefined): readonly T[] => (x == null ? [] : ([] as T[]).concat(x as T[]))
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replace(/[’‘'`.]/g, '')
        .match(/[\p{L}\p{N}]{2,}/gu) ?? []
    ).filter((word) => !/^(?:the|of|and|in|said|al)$/.test(word)),
  )
/** At least half of the gold's words. */
const isAlike = (said: string, golds: readonly string[]): boolean =>
  golds.some((gold) => {
    const [own, wanted] = [wordsIn(said), wordsIn(gold)]
    return wanted.size > 0 && [...wanted].filter((word) => own.has(word)).length / wanted.size >= 0.5
  })

const labelled = (text: string, id: string, half: number, from: string, weight: number, label: Label): readonly Labelled[] => {
  const analysis = extract({ id: `sha256:${id}`, text, facts: { id } }, assets)
  const featuresOf = confidenceFeatures(analysis)
  return analysis.claims.flatMap((claim) => {
    const right = CALIBRATED.has(claim.attribute) ? label(analysis, claim) : undefined
    return right === undefined ? [] : [{ features: featuresOf(claim), right, weight, half, from }]
  })
}

/** A figure of the main incident against what an archive or an assessment holds; everything else is not judged. */
const byArchive =
  (gold: Readonly<Record<'killed' | 'wounded', Range | null>>): Label =>
  (analysis, claim) => {
    if (claim.attribute !== 'killed' && claim.attribute !== 'wounded') return undefined
    const range = gold[claim.attribute]
    if (!range || claim.incident !== mainIncident(analysis)?.id || !isFigureClaim(claim)) return undefined
    if (claim.value.extent !== 'total' || claim.value.low === null || claim.modality !== 'asserted') return undefined
    return claim.value.low >= range.low && claim.value.low <= range.high
  }

type Casualty = Readonly<{
  attribute: string
  min: number
  max?: number | null
  saidBy?: string | readonly string[] | null
  part?: boolean
}>
type CaseGold = Readonly<{
  incidents: readonly Readonly<{
    date?: string
    places?: readonly string[]
    initiators?: readonly string[]
    blamed?: readonly string[]
    claimedBy?: readonly string[]
    casualties?: readonly Casualty[]
  }>[]
}>

const byCase =
  (gold: CaseGold): Label =>
  ({ document, mentions, statements }, claim) => {
    const at = (span: { start: number; end: number } | null | undefined): string => (span ? document.text.slice(span.start, span.end) : '')
    const mention =
      'mention' in claim.value ? mentions.find(({ id }) => id === ('mention' in claim.value ? claim.value.mention : '')) : undefined
    if (isFigureClaim(claim)) {
      const { low, high, extent } = claim.value
      if (extent === 'part' || low === null || claim.modality === 'denied') return undefined
      const same = gold.incidents
        .flatMap(({ casualties }) => casualties ?? [])
        .filter((one) => one.attribute === claim.attribute && one.min === low && (one.max === undefined || (one.max ?? null) === high))
      if (same.length === 0) return false
      const statement = statements.find(({ id }) => id === claim.statement)
      const speakers = [at(statement?.source), at(mentions.find(({ id }) => id === statement?.speaker)), claim.chain.at(-1) ?? '']
      return same.some(({ saidBy }) =>
        saidBy === undefined ? true : saidBy === null ? claim.statement === null : speakers.some((one) => isAlike(one, list(saidBy))),
      )
    }
    if (claim.attribute === 'date') {
      const dates = gold.incidents.flatMap(({ date }) => date ?? [])
      const value = mention?.kind === 'time' ? (mention.value ?? '') : ''
      return dates.length === 0
        ? undefined
        : dates.some(
            (date) => value.startsWith(date) || value.slice(0, 10) === date.split('/')[0] || (date.includes('/') && value.includes('W')),
          )
    }
    if (claim.attribute === 'place') {
      const places = gold.incidents.flatMap((one) => one.places ?? [])
      // Wider places than the gold names are not wrong for that.
      if (places.length === 0 || mention?.kind !== 'place' || mention.precision > 4) return undefined
      return isAlike(at(mention), places) || (mention.name !== null && isAlike(mention.name, places))
    }
    const parties = gold.incidents.flatMap((one) => [...(one.initiators ?? []), ...(one.blamed ?? []), ...(one.claimedBy ?? [])])
    return parties.length === 0 ? undefined : isAlike(at(mention) || at(claim.spans[0]), parties)
  }

const readCases = (folder: string): readonly Labelled[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name, i) => {
      const gold = JSON.parse(readFileSync(join(folder, name.replace(/\.txt$/, '.gold.json')), 'utf8')) as CaseGold
      return labelled(readFileSync(join(folder, name), 'utf8'), name, i % 2, 'cases', 1, byCase(gold))
    })

const readCorpus = (name: string): readonly Labelled[] => {
  const folder = join(values.corpora as string, name)
  if (!existsSync(folder)) return []
  const lines = <Line>(file: string): readonly Line[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, Number(values.limit))
      .map((line) => JSON.parse(line) as Line)
  const toRange = (value: number | Range | null): Range | null => (typeof value === 'number' ? { low: value, high: value } : value)
  const golds = new Map(
    lines<Readonly<{ id: string; killed: number | Range | null; injured: number | Range | null }>>('gold.jsonl').map((one) => [
      one.id,
      one,
    ]),
  )
  return lines<Readonly<{ id: string; text: string }>>('input.jsonl').flatMap(({ id, text }, i) => {
    const gold = golds.get(id)
    return gold
      ? labelled(text, id, i % 2, name, FIGURES_COUNT, byArchive({ killed: toRange(gold.killed), wounded: toRange(gold.injured) }))
      : []
  })
}

const main = (): void => {
  const all = [...readCases(values.cases as string), ...readCorpus('gun-violence'), ...readCorpus('airwars')]
  const learned = all.filter(({ half }) => half === 0)
  const counts = new Map<string, number>()
  for (const { features } of learned) for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts].flatMap(([name, count]) => (count >= RAREST ? [name] : [])).sort()
  const indices = new Map(names.map((name, i) => [name, i]))
  const toIndices = (features: readonly string[]): readonly number[] => [...new Set(features)].flatMap((name) => indices.get(name) ?? [])
  const examples = learned.map(({ features, right, weight }): Example => ({ features: toIndices(features), right, weight }))
  const { bias, weights } = fitLogistic(examples, names.length, FIT)
  const given = ({ features }: Labelled): number => {
    let sum = bias
    for (const i of toIndices(features)) sum += weights[i] as number
    return 1 / (1 + Math.exp(-sum))
  }
  const lines = names.flatMap((name, i) => {
    const weight = Number((weights[i] as number).toFixed(2))
    return weight === 0 ? [] : [`  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${weight},`]
  })
  writeFileSync(
    resolve(import.meta.dirname, '..', 'src', 'engine', 'claims', 'confidence-weights.ts'),
    `/** Fitted by \`train/confidence.ts\`; \`models/confidence.md\` says on what. Weights of named features: no word has a weight. */\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n}\n\nexport const BIAS = ${bias.toFixed(2)}\n`,
  )
  console.error(`${learned.length} claims learned from, ${learned.filter(({ right }) => right).length} right, ${lines.length} weights`)
  for (const from of ['cases', 'gun-violence', 'airwars'])
    report(
      from,
      all.filter((one) => one.half === 1 && one.from === from),
      given,
    )
}

/** The reliability table of claims that were not learned from: what they are given, what share is right, how many. */
const report = (from: string, held: readonly Labelled[], given: (one: Labelled) => number): void => {
  const bins = Array.from({ length: 10 }, () => ({ given: 0, right: 0, n: 0 }))
  let brier = 0
  for (const one of held) {
    const p = given(one)
    const bin = bins[Math.min(9, Math.floor(p * 10))] as (typeof bins)[number]
    bin.given += p
    bin.right += one.right ? 1 : 0
    bin.n++
    brier += (p - (one.right ? 1 : 0)) ** 2
  }
  const share = held.filter(({ right }) => right).length / Math.max(1, held.length)
  const full = bins.filter(({ n }) => n > 0)
  const error = full.reduce((sum, { given: g, right }) => sum + Math.abs(g - right), 0) / Math.max(1, held.length)
  console.log(
    `${from}: ${held.length} claims held back, ${(100 * share).toFixed(1)} % right; Brier ${(brier / held.length).toFixed(3)} (always the mean: ${(share * (1 - share)).toFixed(3)}); calibration error ${(100 * error).toFixed(1)}`,
  )
  console.log(`| given | ${full.map(({ given: g, n }) => (g / n).toFixed(2)).join(' | ')} |`)
  console.log(`| found | ${full.map(({ right, n }) => (right / n).toFixed(2)).join(' | ')} |`)
  console.log(`| claims | ${full.map(({ n }) => n).join(' | ')} |`)
}

main()
