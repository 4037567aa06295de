import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'

/** The checkout's root folder. */
export const root = resolve(import.meta.dirname, '..')

/** The measures' data, where it lies beside the checkout; everything else works without. */
export const shared = resolve(root, '..', 'shared')

const environment = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
}

/** How many checks passed and failed. */
export type Tally = Readonly<{ passed: number; failed: number; skipped: number }>

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  })

/** Runs a command in the checkout with its output shown; true when it exits with 0. */
export const isRunGood = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd: root, env: environment, stdio: 'inherit' }).status === 0

/** A command that counts as one check: type check, lint, a build. */
export const step = (name: string, command: string, args: readonly string[]): Tally => {
  process.stdout.write(`\n── ${name}\n`)
  const good = isRunGood(command, args)
  if (!good) process.stdout.write(`── ${name} failed\n`)
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 }
}

/** Runs Vitest projects and counts their tests; a file that cannot even be loaded counts as one failure. */
export const runTests = (projects: readonly string[], filters: readonly string[]): Tally => {
  const folder = mkdtempSync(join(tmpdir(), 'casus-test-'))
  const file = join(folder, 'report.json')
  process.stdout.write(`\n── tests: ${projects.join(', ')}\n`)
  const args = [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...projects.flatMap((name) => ['--project', name]),
    ...filters,
  ]
  const good = isRunGood('vitest', args)
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    const unloadable = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length
    const failed = report.numFailedTests + unloadable
    return { passed: report.numPassedTests, failed: failed === 0 && !good ? 1 : failed, skipped: report.numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
type Report = Readonly<{
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: readonly Readonly<{ status: string; assertionResults: readonly unknown[] }>[]
}>

/** Prints the closing line and sets the exit status. */
export const close = ({ passed, failed, skipped }: Tally): void => {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  process.exitCode = failed > 0 ? 1 : 0
}
