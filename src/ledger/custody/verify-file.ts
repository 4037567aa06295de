import { type Problem, problem } from '../../model/problem.ts'
import { sha256 } from '../id.ts'
import type { HeadRow } from '../rows.ts'
import { NOTHING_BEFORE } from '../write.ts'
import { digestsOf, groupOf, isVouched, VOUCHED } from './digests.ts'
import { type FileHead, readFileOfRows } from './file.ts'
import { type Entry, type Expected, openCheck, tableOf, type Verdict } from './verify.ts'

type Row = Readonly<Record<string, unknown>>

const toTime = (value: unknown): unknown => (typeof value === 'string' ? new Date(value).toISOString() : value)

/** A row as the ledger's own connection would give it: PostgreSQL writes times and bytes into JSON in forms of its own. */
const toRow = (row: Row): Row => ({ ...row, ...('at' in row ? { at: toTime(row.at) } : {}) })

const toBytes = (hex: unknown): Buffer => Buffer.from(String(hex).slice(2), 'hex')

/** Bytes and analyses that are not what their hash says. An analysis was written by JSON.stringify, so that it comes back to the byte. */
const listChanged = (table: string, row: Row): readonly Problem[] => {
  if (table !== 'contents' && table !== 'analyses') return []
  const actual = table === 'contents' ? sha256(toBytes(row.bytes)) : sha256(JSON.stringify(row.body))
  return actual === row.sha256 ? [] : [problem('custody/content-changed', `${groupOf(table, row)}: it hashes to ${actual}.`)]
}

type Read = {
  head: FileHead | null
  entries: Entry[]
  heads: HeadRow[]
  /** Rows of a group may be spread over lines: hashed once all are there. */
  rows: Map<string, Row[]>
  problems: Problem[]
}

const readAll = async (file: string): Promise<Read> => {
  const read: Read = { head: null, entries: [], heads: [], rows: new Map(), problems: [] }
  const told = (head: FileHead): void => {
    read.head = head
  }
  for await (const { table, rows } of readFileOfRows(file, told))
    for (const each of rows) {
      const row = toRow(each)
      if (table === 'history') {
        const payload = row.payload === null ? null : JSON.stringify(row.payload)
        read.entries.push({ ...row, payload } as Entry)
      } else if (table === 'heads') read.heads.push(row as HeadRow)
      else if (isVouched(table)) {
        read.problems.push(...listChanged(table, row))
        const group = groupOf(table, row)
        const bare = table === 'contents' ? { ...row, bytes: null } : table === 'analyses' ? { ...row, body: null } : row
        const held = read.rows.get(group)
        if (held) held.push(bare)
        else read.rows.set(group, [bare])
      }
    }
  return read
}

/** Entries that follow each other without a gap. */
const inStretches = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const stretches: Entry[][] = []
  for (const entry of entries)
    if (stretches.at(-1)?.at(-1)?.seq === entry.seq - 1) stretches.at(-1)!.push(entry)
    else stretches.push([entry])
  return stretches
}

/**
 * Checks a backup or an evidence bundle with nothing but the file: that it is whole, that its history is one chain (in a bundle: from
 * each act told of to the next signed head), that heads are signed, and that every row is as the history says it was written.
 */
export const verifyFile = async (
  file: string,
  expected: Partial<Expected> = {},
): Promise<Verdict & Readonly<{ kind: 'backup' | 'evidence'; subjects: readonly string[]; made: string }>> => {
  const { head, entries, heads, rows, problems } = await readAll(file)
  const isBundle = head!.format === 'casus-evidence@1'
  const check = openCheck(
    { keys: expected.keys ?? null, head: expected.head ?? null },
    { before: isBundle ? null : NOTHING_BEFORE, gaps: isBundle },
  )
  const found = new Map<string, Readonly<{ hash: string; rows: number }>>()
  for (const [group, some] of rows) found.set(group, { hash: digestsOf(tableOf(group), some).get(group)!, rows: some.length })
  const bySeq = new Map(heads.map((one) => [one.seq, one]))
  for (const stretch of inStretches(entries))
    check.take({ entries: stretch, heads: stretch.flatMap(({ seq }) => bySeq.get(seq) ?? []), found, problems: [] })
  for (const one of problems) check.add(one)
  const counted = Map.groupBy(rows, ([group]) => tableOf(group))
  for (const table of VOUCHED) {
    const there = (counted.get(table) ?? []).reduce((sum, [, some]) => sum + some.length, 0)
    const more = there - (check.counts.get(table) ?? 0)
    if (more > 0)
      check.add(problem('custody/row-unknown', `${table}: ${more} more ${more === 1 ? 'row' : 'rows'} than the history tells of.`))
  }
  return { ...check.end(), kind: isBundle ? 'evidence' : 'backup', subjects: head!.subjects, made: head!.made }
}
