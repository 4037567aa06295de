import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstLoad, MOST_FIRST_LOAD } from './first-load.ts'
import { root, step, type Tally } from './steps.ts'

const stamp = join(root, 'dist', 'web', '.built-from')

/** What the built pages depend on: the browser's code, what it shares with the program, and the packages. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['src/web', 'src/model', 'src/publish'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(tsx?|css|html|svg|js|json)$/.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)))
  for (const name of ['vite.config.ts', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

/** Builds the web pages into `dist/web`, unless they are built from the same sources already. Fails when their first load is too large. */
export const buildWeb = (): Tally => {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { passed: 1, failed: 0, skipped: 0 }
  const built = step('build the web pages', 'vite', ['build', '--logLevel', 'warn'])
  if (built.failed > 0) return built
  const bytes = firstLoad(join(root, 'dist', 'web'))
  process.stdout.write(
    `The first page loads ${Math.round(bytes / 1_000)} kB of script, compressed; ${MOST_FIRST_LOAD / 1_000} kB is the most.\n`,
  )
  if (bytes > MOST_FIRST_LOAD) return { passed: 0, failed: 1, skipped: 0 }
  writeFileSync(stamp, wanted)
  return built
}
