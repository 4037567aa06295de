/** `node bin/task static`: format, lint and types alone. */
import { staticChecks } from './checks.ts'
import { close, sum } from './steps.ts'

close(sum(staticChecks()))
