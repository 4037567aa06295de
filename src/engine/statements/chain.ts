import type { Mention } from '../../model/mention.ts'
import { contains, type Span, wordsOf } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { Context } from '../context.ts'
import { lineageOf } from './statement-at.ts'

const BY_ID = new WeakMap<readonly Mention[], ReadonlyMap<string, Mention>>()

const mentionById = (mentions: readonly Mention[], id: string): Mention | undefined => {
  const known = BY_ID.get(mentions) ?? new Map(mentions.map((mention) => [mention.id, mention]))
  BY_ID.set(mentions, known)
  return known.get(id)
}

/**
 * A speaker in words: its fullest form in the document, or the source's own words where they say more ("security and militia
 * sources"). Undefined for a hidden source.
 */
export const speakerWords = (
  { document: { text }, mentions }: Pick<Context, 'document' | 'mentions'>,
  { source, speaker }: Statement,
): string | undefined => {
  const mention = speaker === null ? undefined : mentionById(mentions, speaker)
  const own = source && withoutComma(wordsOf(text, source))
  if (!mention) return own ?? undefined
  return own && saysMore(source, mention, own) ? own : wordsOf(text, mention)
}

const withoutComma = (words: string): string => words.replace(/[\s,]+$/, '')

/** The mention is only part of a plain source; appositions and clauses behind a comma are left out. */
const saysMore = (source: Span, mention: Span, own: string): boolean => contains(source, mention) && !own.includes(',')

/** The speakers of a statement and of those it stands inside, outermost first; hidden ones are left out. */
export const chainOf = (context: Context, statement: Statement): readonly string[] =>
  lineageOf(context.statements, statement).flatMap((one) => speakerWords(context, one) ?? [])
