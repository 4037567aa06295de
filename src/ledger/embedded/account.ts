import { stat } from 'node:fs/promises'
import type { Account } from './reach.ts'

/** The account that owns nothing: PostgreSQL refuses to run as root. */
const NOBODY: Account = { uid: 65534, gid: 65534 }

/** The account the server runs under: undefined where it is our own; as root, the owner of the data, else nobody. */
export const findServerAccount = async (data: string | undefined): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const owner = data === undefined ? undefined : await stat(data).catch(() => undefined)
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}
