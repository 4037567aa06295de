import { sha256 } from './id.ts'
import type { HistoryRow } from './rows.ts'

/** The entry with its hashes: of the payload as stored, and of the whole entry with the one before. */
export const historyEntry = (entry: Omit<HistoryRow, 'payload_hash' | 'hash'>): HistoryRow => {
  const { collection, seq, at, kind, subject, by, payload, previous } = entry
  const payload_hash = sha256(payload)
  const hash = sha256(JSON.stringify([collection, seq, at, kind, subject, by, payload_hash, previous]))
  return { ...entry, payload_hash, hash }
}

/** Whether an entry is as it was written, and follows the one before. */
export const isIntact = (entry: HistoryRow, previous: string): boolean => {
  const { payload_hash, hash } = historyEntry(entry)
  return entry.previous === previous && entry.payload_hash === payload_hash && entry.hash === hash
}
