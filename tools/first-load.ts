import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of script, compressed, that may be loaded before a page shows; the map comes after it. */
export const MOST_FIRST_LOAD = 250_000

/** The scripts that a page asks for before anything shows: its own, and those that are fetched beside it. */
const listScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path]) => path!)

/** What the first page loads of script, in bytes compressed with gzip: the most that the server sends. */
export const firstLoad = (folder: string): number =>
  listScripts(readFileSync(join(folder, 'index.html'), 'utf8'))
    .map((path) => gzipSync(readFileSync(join(folder, path))).length)
    .reduce((a, b) => a + b, 0)
