const APOSTROPHES = /['’‘`ʼʻʿʾ]/g
const MARKS = /\p{M}/gu
const WORD = /[\p{L}\p{N}]+/gu

/** Articles that transliterations write or leave out: "al-Nusra", "Nusra". */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'the'])

/**
 * The words of a name in their normal form: small letters, no accents, apostrophes, points or articles, one spelling for words that
 * have several ("Hizballah", "Hezbollah"). "U.S." is "us".
 */
export const toNameWords = (text: string, spellings: ReadonlyMap<string, string>): readonly string[] => {
  const plain = text.replace(APOSTROPHES, '').normalize('NFD').replace(MARKS, '').replaceAll('.', '').toLowerCase()
  const words: string[] = []
  for (const [word] of plain.matchAll(WORD)) if (!ARTICLES.has(word)) words.push(spellings.get(word) ?? word)
  return words
}

/** Whether a name is an abbreviation in capitals, which matches capitals only. */
export const isAcronym = (text: string): boolean => {
  const letters = text.replaceAll('.', '').replaceAll('-', '').replaceAll('/', '')
  return letters.length <= 8 && !letters.includes(' ') && /\p{Lu}/u.test(letters) && letters === letters.toUpperCase()
}
