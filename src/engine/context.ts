import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'
import type { Statement } from '../model/statement.ts'
import type { ParsedText } from './language/parsed.ts'

/** What a stage of the engine sees: the document, its words, and what the stages before it found. */
export type Context = Readonly<{ document: Document; parsed: ParsedText; mentions: readonly Mention[]; statements: readonly Statement[] }>
