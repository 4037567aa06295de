/**
 * `npm run score`: how well Casus reads, by the scorers of ../shared/score over ../shared/corpora.
 *
 *   npm run score                   a fixed sample of each corpus (linking always in full)
 *   npm run score -- --full         every document
 *   npm run score -- --only muc4    some corpora; nothing is written
 *   npm run score -- --accept       a drop of more than 0.5 is written too (say why in the change log)
 *
 * Prints the table and writes eval/scores.json and the table of eval/README.md; a drop of more than 0.5 on any line fails and leaves
 * both as they were.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureLanguage } from '../eval/language.ts'
import { type Figures, LINES } from '../eval/lines.ts'
import { findRun, SAMPLE, type Scores, withAccuracyTable } from '../eval/table.ts'
import { close, root, shared } from './steps.ts'

/** A line may drop by this much before it fails: the noise of an unrelated change, seen on 2026-11-22. */
const TOLERANCE = 0.5

const args = process.argv.slice(2)
const isFull = args.includes('--full')
const isAccepting = args.includes('--accept')
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
const casus = join(root, 'bin', 'casus')
const file = join(root, 'eval', 'scores.json')

if (!existsSync(join(shared, 'score'))) {
  process.stdout.write('The corpora and scorers (../shared) are not here: nothing was measured.\n0 passed, 0 failed\n')
  process.exit(0)
}

const out = mkdtempSync(join(tmpdir(), 'casus-score-'))
const node = (script: string, ...rest: readonly string[]): string => {
  const run = spawnSync(process.execPath, ['--max-old-space-size=4096', script, ...rest], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return run.stdout ?? ''
}
const parseLines = (text: string): readonly Figures[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Figures)

const figures: Figures[] = []

const runCorpora = (): void => {
  const limits = isFull ? [] : ['--limit', String(SAMPLE)]
  process.stdout.write(
    node(
      join(shared, 'score', 'run.mjs'),
      casus,
      join(shared, 'corpora'),
      '--jobs',
      '2',
      '--out',
      out,
      ...limits,
      ...(only ? ['--only', only] : []),
    ),
  )
  const isLinkingApart = !isFull
  figures.push(
    ...parseLines(readFileSync(join(out, 'figures.jsonl'), 'utf8')).filter((one) => !(isLinkingApart && one.measure === 'linking')),
  )
}

const runLinking = (): void => {
  const folder = join(shared, 'corpora', 'gun-violence')
  const lines = join(out, 'links.jsonl')
  spawnSync('sh', ['-c', `"${casus}" link --jsonl --jobs 2 < "${join(folder, 'input.jsonl')}" > "${lines}"`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  figures.push(...parseLines(node(join(shared, 'score', 'linking.mjs'), folder, lines)).map((one) => ({ ...one, corpus: 'gun-violence' })))
}

const runCases = (): void => {
  for (const name of readdirSync(join(shared, 'cases')))
    figures.push(
      ...parseLines(node(join(shared, 'score', 'cases.mjs'), casus, join(shared, 'cases', name))).map((one) => ({ ...one, corpus: name })),
    )
}

const get = (object: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], object)

runCorpora()
if (!only) {
  if (!isFull) runLinking()
  runCases()
  figures.push({ measure: 'language', corpus: 'treebanks', ...measureLanguage(join(shared, 'treebanks')) })
}
rmSync(out, { recursive: true, force: true })

const kind = isFull ? 'full' : 'sample'
const before: Scores = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Scores) : {}
const now: Record<string, number> = {}
let passed = 0
let failed = 0
process.stdout.write(`\n${'line'.padEnd(44)}${'now'.padStart(9)}${'before'.padStart(9)}\n`)
for (const line of LINES) {
  const found = figures.find((one) => one.measure === line.measure && one.corpus === line.corpus)
  const raw = found === undefined ? undefined : get(found, line.path)
  const value = typeof raw === 'string' ? Number.parseFloat(raw) : raw
  if (typeof value !== 'number') {
    if (!only) {
      failed++
      process.stdout.write(`${line.name.padEnd(44)}${'none'.padStart(9)}  not measured\n`)
    }
    continue
  }
  now[line.name] = value
  const old = before[kind]?.[line.name]
  const drop = old === undefined ? 0 : line.better === 'higher' ? old - value : value - old
  if (drop > TOLERANCE) failed++
  else passed++
  process.stdout.write(
    `${line.name.padEnd(44)}${value.toFixed(1).padStart(9)}${(old?.toFixed(1) ?? '–').padStart(9)}${drop > TOLERANCE ? '  dropped' : ''}\n`,
  )
}
if (!only && (failed === 0 || isAccepting)) {
  const day = new Date().toISOString().slice(0, 10)
  const scores: Scores = { ...before, [kind]: now, days: { ...before.days, [kind]: day } }
  writeFileSync(file, `${JSON.stringify(scores, null, 2)}\n`)
  const run = findRun(scores)
  const page = join(root, 'eval', 'README.md')
  if (run) writeFileSync(page, withAccuracyTable(readFileSync(page, 'utf8'), run))
}
close({ passed, failed: isAccepting ? 0 : failed, skipped: 0 })
