/** `npm run bench`: how fast Casus is, beside the named peers in one run. `-- NAME …` runs some of `eval/bench`; options (`--large`) go on to them. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { root } from './steps.ts'

const folder = join(root, 'eval', 'bench')
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
const options = process.argv.slice(2).filter((arg) => arg.startsWith('-'))

if (!existsSync(join(folder, 'node_modules'))) {
  process.stderr.write('Installing the peers …\n')
  spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: ['ignore', 2, 2] })
}
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`)
for (const file of readdirSync(folder).sort()) {
  const name = file.replace(/\.ts$/, '')
  if (!file.endsWith('.ts') || file.endsWith('.test.ts') || (wanted.length > 0 && !wanted.includes(name))) continue
  process.stdout.write(`\n── ${name}\n`)
  if (
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, file), ...options], { cwd: root, stdio: 'inherit' })
      .status !== 0
  )
    process.exitCode = 1
}
