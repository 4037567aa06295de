import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CasusError } from '../../model/problem.ts'
import { readLines } from '../lines.ts'

/** `backup`: every row of one collection · `evidence`: what the ledger holds of some documents, and the history that vouches for it. */
type FileKind = 'backup' | 'evidence'

/** The first line of a file of ours. */
export type FileHead = Readonly<{
  format: `casus-${FileKind}@1`
  made: string
  collection: number
  /** What the file is of: documents of an evidence bundle. */
  subjects: readonly string[]
  /** The migrations that the ledger's tables had gone through. */
  migrations: readonly string[]
}>

/** The last line: the SHA-256 of all lines before, and how many rows there are. */
type FileEnd = Readonly<{ end: true; rows: number; sha256: string }>

const broken = (file: string, why: string): CasusError => new CasusError('custody/file-broken', `${file}: ${why}`)

/** Writes a file of ours: gzipped lines of JSON. It gets its name only when it is whole. */
export const writeFileOfRows = async (
  file: string,
  head: FileHead,
  tables: AsyncIterable<Readonly<{ table: string; rows: readonly string[] }>>,
): Promise<Readonly<{ rows: number; sha256: string }>> => {
  const partial = `${file}.partial`
  const zip = createGzip({ level: 6 })
  const out = createWriteStream(partial, { mode: 0o600 })
  zip.pipe(out)
  const done = finished(out)
  done.catch(() => undefined)
  const hash = createHash('sha256')
  let rows = 0
  const put = async (line: string): Promise<void> => {
    hash.update(`${line}\n`)
    if (!zip.write(`${line}\n`)) await Promise.race([once(zip, 'drain'), done])
  }
  try {
    await put(JSON.stringify(head))
    for await (const { table, rows: some } of tables) {
      // Rows are JSON already, to the byte as PostgreSQL gave it.
      await put(`{"table":${JSON.stringify(table)},"rows":[${some.join(',')}]}`)
      rows += some.length
    }
    const sha256 = hash.digest('hex')
    zip.end(`${JSON.stringify({ end: true, rows, sha256 } satisfies FileEnd)}\n`)
    await done
    await rename(partial, file)
    return { rows, sha256 }
  } catch (error) {
    zip.destroy()
    out.destroy()
    await rm(partial, { force: true })
    throw error
  }
}

/** A line of a file of ours: the rows of a table, as text and parsed. */
export type FileRows = Readonly<{ table: string; rows: readonly Readonly<Record<string, unknown>>[]; text: string }>

const ROWS = '"rows":'

/** The lines of a file of ours, checked against its last line once all are read. Throws `custody/file-broken`. */
export async function* readFileOfRows(file: string, told: (head: FileHead) => void): AsyncGenerator<FileRows> {
  const input = createReadStream(file)
  const unzip = createGunzip()
  input.on('error', (error) => unzip.destroy(error))
  input.pipe(unzip)
  const hash = createHash('sha256')
  let first = true
  let rows = 0
  let end: FileEnd | null = null
  try {
    for await (const line of readLines(unzip)) {
      if (end) throw broken(file, 'there is more after its last line')
      const value = JSON.parse(line) as Partial<FileHead & FileEnd & FileRows>
      if (first) {
        if (!/^casus-(?:backup|evidence)@1$/.test(String(value.format)))
          throw broken(file, 'it is not a backup or evidence bundle of Casus')
        told(value as FileHead)
      } else if (value.end) end = value as FileEnd
      else {
        rows += value.rows!.length
        yield { table: value.table!, rows: value.rows!, text: line.slice(line.indexOf(ROWS) + ROWS.length, -1) }
      }
      if (!end) hash.update(`${line}\n`)
      first = false
    }
  } catch (error) {
    throw error instanceof CasusError ? error : broken(file, (error as Error).message)
  }
  if (!end) throw broken(file, 'it ends too early')
  if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw broken(file, 'it is not as it was written: its hash differs')
}
