import { glob, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files of a folder that are taken for documents; a file named outright is always tried. */
const DOCUMENT = /\.(?:txt|text|md|markdown|html?|xhtml|pdf|eml|warc|warc\.gz|jsonl|ndjson)$/i

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every document below a folder, in the order of names; what is hidden stays out. */
const listFolder = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = []
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => byName(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await listFolder(path)))
    else if (entry.isFile() && DOCUMENT.test(entry.name)) found.push(path)
  }
  return found
}

/** The files that arguments name: files, folders with all below them, patterns, and "-" for standard input. */
export const listInputs = async (args: readonly string[]): Promise<readonly string[]> => {
  const inputs: string[] = []
  for (const arg of args) {
    const found = arg === '-' ? undefined : await stat(arg).catch(() => undefined)
    if (found?.isDirectory()) inputs.push(...(await listFolder(arg)))
    else if (found || arg === '-' || !/[*?[{]/.test(arg)) inputs.push(arg)
    else {
      const matches: string[] = []
      for await (const path of glob(arg)) matches.push(path)
      matches.sort(byName)
      // A pattern that finds nothing is told of like a file that is not there.
      inputs.push(...(matches.length > 0 ? matches.filter((path) => DOCUMENT.test(path)) : [arg]))
    }
  }
  return [...new Set(inputs)]
}
