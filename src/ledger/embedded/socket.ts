import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { giveTo } from './place.ts'
import type { Account } from './reach.ts'

/** A Unix socket's path may have about 107 bytes, of which PostgreSQL's own file name takes 18: hence not in the ledger's folder. */
const PARENT = '/tmp'

const isPrivate = async (folder: string, uid: number): Promise<boolean> => {
  const stat = await lstat(folder).catch(() => undefined)
  return stat?.isDirectory() === true && stat.uid === uid && (stat.mode & 0o077) === 0
}

/** A short folder of the server's account alone, the same each time for the same data unless somebody else took the name. */
export const getSocketFolder = async (data: string, account: Account | undefined): Promise<string> => {
  const uid = account?.uid ?? process.getuid?.() ?? 0
  const folder = join(PARENT, `casus-${uid}-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`)
  if (await isPrivate(folder, uid)) return folder
  try {
    await mkdir(folder, { mode: 0o700 })
    await giveTo(folder, account)
    return folder
  } catch {
    const other = await mkdtemp(join(PARENT, 'casus-'))
    await giveTo(other, account)
    return other
  }
}
