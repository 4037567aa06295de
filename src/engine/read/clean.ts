/** U+0000 and halves of surrogate pairs: no offset may ever point at one. */
const UNSAFE = /[\0\p{Cs}]/u

/** A text as it may be stored: what no store can hold is U+FFFD, and the text is well formed. Its length does not change. */
export const toSafeText = (text: string): Readonly<{ text: string; replaced: boolean }> => {
  if (!UNSAFE.test(text)) return { text, replaced: false }
  return { text: text.toWellFormed().replaceAll('\0', '\uFFFD'), replaced: true }
}
