/** Letters that do not come apart into a base letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'a',
  ħ: 'h',
  ŋ: 'ng',
}

/** Apostrophes and the letters that stand for ayn and hamza: they are dropped. */
const SILENT = /['’‘`´ʻʼʾʿ‛ʹ]/g
const ASCII_WORD = /^[A-Za-z]+$/
const WORDS: Readonly<Record<string, string>> = { saint: 'st', mount: 'mt', fort: 'ft' }

const normalise = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(SILENT, '')
    .replace(/[^\x20-\x7f]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[-‐‑–—/.,()_]+/g, ' ')
    .trim()

/**
 * The form under which a name is kept and looked up: lower case, no marks, apostrophes, hyphens or full stops; "Saint", "Mount" and
 * "Fort" shortened. "Al-Qa’im" and "Al Qaim" give "al qaim".
 */
export const nameKey = (name: string): string => {
  if (ASCII_WORD.test(name)) {
    const word = name.toLowerCase()
    return WORDS[word] ?? word
  }
  const plain = normalise(name)
  if (!plain.includes(' ')) return WORDS[plain] ?? plain
  return plain
    .split(/\s+/)
    .map((word) => WORDS[word] ?? word)
    .join(' ')
}

/** Arabic and Persian articles and linking words as they are written in Latin letters. */
const ARTICLES = new Set([
  'al',
  'el',
  'ul',
  'an',
  'en',
  'as',
  'es',
  'ash',
  'esh',
  'ad',
  'ed',
  'adh',
  'edh',
  'ar',
  'er',
  'at',
  'et',
  'ath',
  'eth',
  'az',
  'ez',
  'ol',
])

export const isArticle = (key: string): boolean => ARTICLES.has(key)

/** A key without its leading article: "al qaim" gives "qaim". Undefined if there is none, or nothing would be left. */
export const withoutArticle = (key: string): string | undefined => {
  const space = key.indexOf(' ')
  return space > 0 && key.length > space + 3 && ARTICLES.has(key.slice(0, space)) ? key.slice(space + 1) : undefined
}

/**
 * A looser key for names that are spelled in many ways out of Arabic, Persian or Kurdish: articles dropped, vowels and consonants that
 * transcribers confuse made one. "Hodeidah", "Al Hudaydah" and "Hudayda" give "hdida"; undefined if too little is left to tell names apart.
 */
export const looseKey = (key: string): string | undefined => {
  const folded = key
    .split(' ')
    .filter((word, i, all) => all.length === 1 || !ARTICLES.has(word) || (i === all.length - 1 && i === 0))
    .join(' ')
    .replace(/ou|oo|aw|au|o/g, 'u')
    .replace(/ay|ai|ae|ei|ey|ee|iy|yi|e|y/g, 'i')
    .replace(/q|kh|k/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/dh|th/g, (pair) => pair[0]!)
    .replace(/j/g, 'j')
    .replace(/(.)\1+/g, '$1')
    .replace(/([aiu])h?\b/g, (_all, vowel: string) => (vowel === 'u' ? 'u' : 'a'))
  return folded.length >= 4 ? folded : undefined
}
