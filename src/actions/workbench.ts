import type { Ledger } from '../ledger/ledger.ts'
import type { DocumentFacts } from '../model/document.ts'
import type { Problem } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'

/** One document found in the bytes given: a file holds one, an archive or a JSON-lines file many. */
export type ReadDocument = Readonly<{
  /** The bytes of this document as captured. */
  bytes: Uint8Array
  mediaType: string | null
  /** Reads it. Called only when the ledger does not hold the same bytes already. */
  extract: () => Promise<Analysis>
  /** What the container says of it: address, title, date, publisher. */
  facts: DocumentFacts
}>

/** Bytes as they came in, and what the caller knows of them. */
export type Input = Readonly<{ bytes: Uint8Array; fileName: string | null; mediaType?: string | null; facts?: DocumentFacts }>

/** What could not be read in an input as a whole, beside the documents that could. */
export type Reading = Readonly<{ documents: readonly ReadDocument[]; problems: readonly Problem[] }>

/** What the actions that change something work with: the ledger, and the engine with its models loaded. */
export type Workbench = Readonly<{ ledger: Ledger; engine: string; read: (input: Input) => Promise<Reading> }>
