/** `npm start`: builds the pages if their sources changed, puts the bundled example into an empty ledger, serves. Arguments go to `casus serve`. */
import { join } from 'node:path'
import { run } from '../src/cli/serve.ts'
import { root } from './steps.ts'
import { buildWeb } from './web.ts'

if (buildWeb().failed > 0) process.exitCode = 1
else process.exitCode = await run(['--example', join(root, 'examples', 'kramatorsk'), ...process.argv.slice(2)])
