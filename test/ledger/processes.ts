import { chmod } from 'node:fs/promises'

/** Lets the server's own account pass through a folder: what `mkdtemp` makes is closed to it when the tests run as root. */
export const openUp = async (folder: string): Promise<string> => {
  await chmod(folder, 0o711)
  return folder
}
