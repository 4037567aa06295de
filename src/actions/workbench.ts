import type { Ledger } from '../ledger/ledger.ts'
import type { DocumentFacts } from '../model/document.ts'
import type { Problem } from '../model/problem.ts'
import type { Analysis } from '../model/reading.ts'

/** One document found in the bytes given: a file holds one, an archive or a JSON-lines file many. */
export type FoundDocument = Readonly<{
  /** The bytes of this document as captured. */
  bytes: Uint8Array
  mediaType: string | null
  /** What is known of it beside its bytes: address, title, date, publisher. */
  facts: DocumentFacts
  /** What could not be read in it. */
  problems: readonly Problem[]
  /** Reads it; null where nothing in it can be read. Called only when the ledger does not hold the same bytes already. */
  extract: (() => Promise<Analysis>) | null
}>

/** Bytes as they came in, and what the caller knows of them. */
export type Input = Readonly<{
  bytes: Uint8Array
  fileName: string | null
  mediaType?: string | null
  facts?: DocumentFacts
  /** The number of the first line, where these are a part of a file of JSON lines. */
  firstLine?: number
}>

/** What the actions that change something work with: the ledger, and the engine with its models loaded. */
export type Workbench = Readonly<{
  ledger: Ledger
  /** Name and version of the engine: each reading is kept with it. */
  engine: string
  find: (input: Input) => Promise<readonly FoundDocument[]>
}>
