import { step, type Tally } from './steps.ts'

/** The checks that run nothing: format, lint, types. */
export const staticChecks = (): readonly Tally[] => [
  step('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  step('types', 'tsc', ['-p', '.']),
]
