import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that the tests and screenshots drive: CASUS_CHROMIUM, else where Debian puts it. */
export const findChromium = (): string | undefined =>
  [process.env.CASUS_CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path))

const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium'

/** Finds Chromium, installs Debian's where that is allowed, else says which command does. */
export const ensureChromium = (): string | undefined => {
  const found = findChromium()
  if (found) return found
  const isRoot = process.getuid?.() === 0
  const prefix = isRoot ? [] : spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
  if (prefix && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Chromium found; installing Debian’s …\n')
    const [command = 'sh', ...rest] = [...prefix, 'sh', '-c', `${INSTALL} >/dev/null`]
    spawnSync(command, rest, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  const now = findChromium()
  if (!now)
    process.stderr.write(
      `The browser tests need Chromium. Install it with:\n\n  sudo sh -c '${INSTALL}'\n\nor leave them out with: npm test -- --no-browser\n`,
    )
  return now
}
