import { sha256 } from './id.ts'
import type { HistoryRow } from './rows.ts'

type Unhashed = Omit<HistoryRow, 'payload_hash' | 'hash'>

/** The entry with its hashes: of the payload as stored, and of the whole entry with the one before. */
export const historyEntry = (entry: Unhashed): HistoryRow => {
  const payload_hash = sha256(entry.payload)
  return { ...entry, payload_hash, hash: entryHash({ ...entry, payload_hash }) }
}

/** The hash of an entry, which needs of its payload only the hash. */
export const entryHash = (entry: Omit<HistoryRow, 'payload' | 'hash'>): string => {
  const { collection, seq, at, kind, subject, by, payload_hash, previous } = entry
  return sha256(JSON.stringify([collection, seq, at, kind, subject, by, payload_hash, previous]))
}

/** Whether an entry is as it was written, and follows the one before. */
export const isIntact = (entry: HistoryRow, previous: string): boolean => {
  const { payload_hash, hash } = historyEntry(entry)
  return entry.previous === previous && entry.payload_hash === payload_hash && entry.hash === hash
}
