/** `npm run check`: what a developer runs before a commit: format, lint, types, unit, contract and architecture tests. */
import { staticChecks } from './checks.ts'
import { close, runTests, sum } from './steps.ts'

close(sum([...staticChecks(), runTests(['unit'], process.argv.slice(2))]))
