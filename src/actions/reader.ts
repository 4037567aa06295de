import { type Assets, extract } from '../engine/extract.ts'
import { type ByteReading, type ReadInput, readBytes } from '../engine/read/read.ts'
import type { DocumentFacts } from '../model/document.ts'
import type { Analysis } from '../model/reading.ts'

/** What is known of bytes beside themselves, as `readBytes` takes it. */
type Hints = DocumentFacts & Readonly<{ fileName?: string; contentType?: string }>

/** What reads: in this thread, or in threads of its own, so that whoever asks stays free. */
export type Reader = Readonly<{
  /** The documents in some bytes, not yet read by the engine. */
  open: (bytes: Uint8Array, hints: Hints) => Promise<readonly ByteReading[]>
  /** What the engine says of one of them. */
  read: (input: ReadInput) => Promise<Analysis>
}>

/** What a thread is asked, and what it answers. */
export type Question = Readonly<{ act: 'open'; args: Parameters<Reader['open']> } | { act: 'read'; args: Parameters<Reader['read']> }>
export type Answer = Readonly<{ value: unknown } | { error: string }>

/** Reads in this thread. */
export const readerHere = (assets: Assets): Reader => ({
  open: async (bytes, hints) => readBytes(bytes, hints),
  read: async (input) => extract(input, assets),
})
