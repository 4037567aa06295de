import { access, constants, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findNative, linkLibraries, toReachable } from './native.ts'
import type { Account } from './reach.ts'

/** PostgreSQL's programs: where they lie, which version they are, and where the loader finds libraries that are not beside them. */
export type Program = Readonly<{ bin: string; major: number; libraries: string | null }>

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
