import { type Problem, problem } from '../../model/problem.ts'
import { entryHash } from '../history.ts'
import { sha256 } from '../id.ts'
import type { HeadRow, HistoryRow } from '../rows.ts'
import { isVouched, type VouchedTable } from './digests.ts'
import { fingerprintOf, type Head, isSigned } from './signing.ts'

/** An entry of the history; `payload` is null where an evidence bundle keeps it back. */
export type Entry = Omit<HistoryRow, 'payload'> & Readonly<{ payload: string | null }>

/** Some entries of a history in order, and what the rows they tell of hash to as they are now. */
type Stretch = Readonly<{
  entries: readonly Entry[]
  /** Signed heads among these entries. */
  heads: readonly HeadRow[]
  /** The hash and number of rows of groups of rows, and what is wrong with bytes among them. */
  found: ReadonlyMap<string, Readonly<{ hash: string; rows: number }>>
  problems: readonly Problem[]
}>

/** What a check found. `problems`: the first ones; `wrong`: how many there are. */
export type Verdict = Readonly<{
  entries: number
  rows: number
  /** The last entry, and the last one that is signed. */
  head: Readonly<{ seq: number; hash: string }> | null
  signed: Readonly<{ seq: number; key: string; fingerprint: string; at: string }> | null
  problems: readonly Problem[]
  wrong: number
}>

export type Expected = Readonly<{
  /** The public keys that heads may be signed with; null: any. */
  keys: readonly string[] | null
  /** A head noted earlier: the history must hold it. */
  head: Readonly<{ seq: number; hash: string }> | null
}>

/** Told of one by one; the rest are counted. */
const MOST_TOLD = 100

/** The rows that an entry tells of: group and hash. */
export const groupsOf = (payload: string): readonly (readonly [group: string, hash: string])[] => {
  const { rows } = JSON.parse(payload) as { rows?: Readonly<Record<string, string>> }
  return Object.entries(rows ?? {})
}

export const tableOf = (group: string): VouchedTable => {
  const table = group.slice(0, group.indexOf(' '))
  if (!isVouched(table)) throw new Error(`no such table: ${table}`)
  return table
}

/** A check under way: takes stretches in order, then tells. */
export type Check = Readonly<{
  take: (stretch: Stretch) => void
  /** Rows of each table that the history told of. */
  counts: ReadonlyMap<VouchedTable, number>
  add: (one: Problem) => void
  end: () => Verdict
}>

/**
 * Begins a check of a history. `before`: the hash that the first entry follows, null where it is not known; `gaps`: entries may be
 * missing between stretches, as in an evidence bundle.
 */
export const openCheck = ({ keys, head: noted }: Expected, { before, gaps }: Readonly<{ before: string | null; gaps: boolean }>): Check => {
  const problems: Problem[] = []
  const counts = new Map<VouchedTable, number>()
  let wrong = 0
  let entries = 0
  let last: Entry | null = null
  let expects: string | null = before
  let signed: Verdict['signed'] = null
  let isNotedThere = false
  const add = (one: Problem): void => {
    wrong++
    if (problems.length < MOST_TOLD) problems.push(one)
  }

  const checkEntry = (entry: Entry, first: boolean): void => {
    const { seq } = entry
    const isWhole = entryHash(entry) === entry.hash && (entry.payload === null || sha256(entry.payload) === entry.payload_hash)
    if (!isWhole) add(problem('custody/chain-broken', `Entry ${seq} of the history is not as it was written.`))
    const isNext = last === null || (gaps && first) || seq === last.seq + 1
    const follows = expects === null || (gaps && first) || entry.previous === expects
    if (!isNext || !follows)
      add(problem('custody/chain-broken', `Entry ${seq} does not follow ${last === null ? 'the start' : `entry ${last.seq}`}.`))
    if (noted?.seq === seq) isNotedThere = noted.hash === entry.hash
    entries++
    last = entry
    expects = entry.hash
  }

  const checkRows = (entry: Entry, found: Stretch['found']): void => {
    if (entry.payload === null) return
    for (const [group, hash] of groupsOf(entry.payload)) {
      const one = found.get(group)
      if (!one) add(problem('custody/row-missing', `${group}: entry ${entry.seq} tells of it, and it is not there.`))
      else if (one.hash !== hash) add(problem('custody/row-changed', `${group}: not as entry ${entry.seq} says it was written.`))
      counts.set(tableOf(group), (counts.get(tableOf(group)) ?? 0) + (one?.rows ?? 0))
    }
  }

  const checkHead = (head: HeadRow, hashes: ReadonlyMap<number, string>): void => {
    const at: Head = { collection: head.collection, seq: head.seq, hash: head.hash }
    const fits = hashes.get(head.seq) === head.hash && isSigned(at, head.key, head.signature)
    if (!fits) add(problem('custody/bad-signature', `The signature on entry ${head.seq} does not fit it.`))
    else if (keys && !keys.includes(head.key))
      add(problem('custody/bad-signature', `Entry ${head.seq} is signed with the key ${fingerprintOf(head.key)}, which is not known here.`))
    else signed = { seq: head.seq, key: head.key, fingerprint: fingerprintOf(head.key), at: head.at }
  }

  const take = ({ entries: some, heads, found, problems: told }: Stretch): void => {
    for (const [i, entry] of some.entries()) {
      checkEntry(entry, i === 0)
      checkRows(entry, found)
    }
    const hashes = new Map(some.map(({ seq, hash }) => [seq, hash]))
    for (const head of heads) checkHead(head, hashes)
    const final = some.at(-1)
    if (gaps && final && !heads.some(({ seq }) => seq === final.seq))
      add(problem('custody/unsigned', `Entry ${final.seq} does not lead to a signed head.`))
    for (const one of told) add(one)
  }

  const end = (): Verdict => {
    if (noted && !isNotedThere)
      add(problem('custody/head-missing', `The history does not hold entry ${noted.seq} with the hash ${noted.hash}.`))
    if (!gaps && last && (signed?.seq ?? 0) < last.seq)
      add(problem('custody/unsigned', `Entries ${(signed?.seq ?? 0) + 1} to ${last.seq} are not under a signed head.`))
    const rows = [...counts.values()].reduce((sum, n) => sum + n, 0)
    return { entries, rows, head: last && { seq: last.seq, hash: last.hash }, signed, problems, wrong }
  }
  return { take, counts, add, end }
}
