/** A text as it may be stored: U+0000 and halves of surrogate pairs, which no store can hold, become U+FFFD. Its length does not change. */
export const toSafeText = (text: string): Readonly<{ text: string; replaced: boolean }> => {
  const whole = text.isWellFormed()
  if (whole && !text.includes('\0')) return { text, replaced: false }
  return { text: (whole ? text : text.toWellFormed()).replaceAll('\0', '\uFFFD'), replaced: true }
}
