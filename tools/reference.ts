/**
 * `node bin/task reference`: writes the generated pages of `docs/reference`. The same tree gives the same bytes; a test says when they
 * are stale. `--samples` also runs the examples of `README.md` and `docs/reference/analysis.md` anew.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderReference } from './reference-pages.ts'
import { renewSamples } from './reference-samples.ts'
import { root } from './steps.ts'

const folder = join(root, 'docs', 'reference')
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(renderReference())) writeFileSync(join(folder, name), text)
if (process.argv.includes('--samples')) renewSamples()
