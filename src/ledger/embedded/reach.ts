import { lstat, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'

/** An account of the operating system by its numbers. */
export type Account = Readonly<{ uid: number; gid: number }>

const mayEnter = (stat: { mode: number; uid: number; gid: number }, { uid, gid }: Account): boolean => {
  if (stat.uid === uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

/** Whether an account may enter a folder and every folder above it. False where one of them does not exist. */
export const isReachable = async (folder: string, account: Account): Promise<boolean> => {
  let path = await realpath(folder).catch(() => undefined)
  if (path === undefined) return false
  for (;;) {
    const stat = await lstat(path).catch(() => undefined)
    if (!stat || !mayEnter(stat, account)) return false
    const parent = dirname(path)
    if (parent === path) return true
    path = parent
  }
}
