import { wordsOf } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { lineageOf } from '../statements/statement-at.ts'
import type { View } from './view.ts'

/** Who stands between the reader and a claim, outermost first: the issuer where it has a name, then each speaker in its fullest form. */
export const chainOf = (view: View, statement: Statement | undefined): readonly string[] => {
  const { name } = view.document.issuer
  const issuer = name === null ? [] : [name]
  if (!statement) return issuer
  const speakers = lineageOf(view.context.statements, statement).flatMap(({ speaker, source }) => {
    const mention = speaker === null ? undefined : view.mention(speaker)
    return mention ? [wordsOf(view.text, mention)] : source ? [wordsOf(view.text, source)] : []
  })
  return [...issuer, ...speakers]
}

/** One key for each speaker: a claim said twice by one speaker is one claim. Empty for the document's own voice. */
export const sayerOf = (statement: Statement | undefined): string => (statement ? (statement.speaker ?? statement.id) : '')
