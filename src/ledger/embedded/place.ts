import { access, chmod, chown, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CasusError } from '../../model/problem.ts'
import { type Account, isReachable } from './reach.ts'

/** Where a ledger's files lie. `base` is the ledger's folder, or a private one where the server cannot enter that. */
export type Place = Readonly<{ folder: string; base: string; data: string; log: string; note: string | null }>

/** In a ledger's folder: names the private folder that holds its data instead. */
const POINTER = 'lies-elsewhere.txt'
/** Where root keeps what an unprivileged server must reach. Survives a restart of the machine, unlike /tmp. */
const SHARED = '/var/lib/casus'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const notWritable = (folder: string, error: unknown): CasusError =>
  new CasusError('ledger/not-writable', `The ledger's folder ${folder} cannot be written to: ${(error as Error).message}`, { cause: error })

/** The folder, made where missing, in its real path; throws `ledger/not-writable` where it cannot be made or written to. */
const getWritableFolder = async (folder: string): Promise<string> => {
  try {
    // 0711: as root, the unprivileged server passes through; nobody else may look in. What lies inside is 0700.
    const made = await mkdir(folder, { recursive: true, mode: 0o711 })
    const path = await realpath(folder)
    if (made !== undefined && process.getuid?.() === 0) await chmod(path, 0o711)
    const probe = join(path, `.probe-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe, { force: true })
    return path
  } catch (error) {
    throw notWritable(folder, error)
  }
}

const toPlace = (folder: string, base: string): Place => ({
  folder,
  base,
  data: join(base, 'postgres'),
  log: join(base, 'postgres.log'),
  note:
    base === folder
      ? null
      : `The data of ${folder} lies in ${base}: PostgreSQL does not run as root, and its own account cannot enter the folders above ${folder}.`,
})

/** Finds or makes the place of the ledger in `folder`. */
export const getPlace = async (folder: string, account: Account | undefined): Promise<Place> => {
  const path = await getWritableFolder(folder)
  const pointer = join(path, POINTER)
  const elsewhere = await readFile(pointer, 'utf8').catch((error) => {
    if (isMissing(error)) return undefined
    throw notWritable(folder, error)
  })
  if (elsewhere !== undefined) return toPlace(path, elsewhere.trim())
  const here = toPlace(path, path)
  if (!account || (await exists(here.data)) || (await isReachable(path, account))) return here
  // A name of its own, so that a folder removed and made again does not find the data of the one before.
  const name = `${basename(path).replace(/[^\w.-]/g, '_')}-${process.pid.toString(36)}${Date.now().toString(36)}`
  const base = join(SHARED, name)
  try {
    await mkdir(base, { recursive: true, mode: 0o711 })
    await chmod(SHARED, 0o711)
    await chmod(base, 0o711)
    await writeFile(pointer, `${base}\n`)
  } catch (error) {
    throw notWritable(base, error)
  }
  return toPlace(path, base)
}

/** Gives a path to the server's account. */
export const giveTo = async (path: string, account: Account | undefined): Promise<void> => {
  if (account) await chown(path, account.uid, account.gid)
}
