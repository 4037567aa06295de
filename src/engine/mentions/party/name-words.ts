/** Apostrophes and points stand inside words and are written or left out at will. */
const DROPPED = /['’‘`ʼʻʿʾ.]/g
const ASCII = /^[\x00-\x7f]*$/
const MARKS = /\p{M}/gu
const BREAK = /[^\p{L}\p{N}]+/u

const PLAIN = /^[A-Za-z]+$/
const NONE: readonly string[] = []

/** Articles that transliterations write or leave out: "al-Nusra", "Nusra". */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'the'])

/**
 * The words of a name in their normal form: small letters, no accents, apostrophes, points or articles, one spelling for words that
 * have several ("Hizballah", "Hezbollah"). "U.S." is "us".
 */
export const toNameWords = (text: string, spellings: ReadonlyMap<string, string>): readonly string[] => {
  // Most words of most texts are plain letters: one comparison instead of four passes.
  if (PLAIN.test(text)) {
    const lower = text.toLowerCase()
    return ARTICLES.has(lower) ? NONE : [spellings.get(lower) ?? lower]
  }
  const bare = ASCII.test(text) ? text : text.normalize('NFD').replace(MARKS, '')
  const words: string[] = []
  for (const word of bare.replace(DROPPED, '').toLowerCase().split(BREAK))
    if (word !== '' && !ARTICLES.has(word)) words.push(spellings.get(word) ?? word)
  return words
}

/** Whether a name is an abbreviation in capitals, which matches capitals only. */
export const isAcronym = (text: string): boolean => {
  const letters = text.replaceAll('.', '').replaceAll('-', '').replaceAll('/', '')
  return letters.length <= 8 && !letters.includes(' ') && /\p{Lu}/u.test(letters) && letters === letters.toUpperCase()
}
