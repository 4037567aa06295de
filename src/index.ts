/**
 * The library's table of contents: read a document, say what happened in it according to whom, and put rival figures side by side.
 *
 * @example
 * const assets = loadAssets()
 * const analysis = extract({ id: 'sha256:…', facts: {}, text: 'At least 12 people were killed …' }, assets)
 */
export { loadAssets } from './assets/load.ts'
export { type Assets, extract } from './engine/extract.ts'
export { type ReadInput, readBytes, readDocument } from './engine/read/read.ts'
export type { Affiliation } from './model/actor.ts'
export type { Claim, Evidence, Figure } from './model/claim.ts'
export type { Document, DocumentFacts, Issuer } from './model/document.ts'
export type { Aggregate, Incident, Relation } from './model/incident.ts'
export type { Mention } from './model/mention.ts'
export type { Passage } from './model/passage.ts'
export { PROBLEMS, type Problem } from './model/problem.ts'
export { ANALYSIS_SCHEMA, type Analysis, mainIncident } from './model/reading.ts'
export type { Span } from './model/span.ts'
export type { Statement } from './model/statement.ts'
