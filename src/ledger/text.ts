/** What PostgreSQL cannot keep in text becomes U+FFFD: U+0000 and lone surrogates. The length stays, so offsets stay valid. */
export const toStorable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

/** Escapes in JSON that PostgreSQL refuses in a jsonb column. */
const REFUSED = /\\u(?:0000|d[89a-f])/i

/** JSON that PostgreSQL can keep. */
export const toJson = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (!REFUSED.test(text)) return text
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? toStorable(inner) : inner))
}
