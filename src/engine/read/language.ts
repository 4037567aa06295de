/**
 * Words that a running text in a language cannot do without. Only those that tell it from its neighbours are listed:
 * a word that two of them share would count for both.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is was that for on with as by at from it be are were has had have not this which their they his her he she who after been but said an or its would will when there more than we you killed wounded police people two three',
  de: 'der die das und ist nicht ein eine einen einem einer von mit den dem des auf für sich auch es wird bei nach aus dass wurde sind oder wie noch zum zur über ich wir sie haben hat im werden',
  fr: 'le la les des et est une du dans que qui pour sur pas au avec par ce cette sont plus ont été il elle nous vous aux mais ses leur d l qu',
  es: 'el la los las de en y fueron dijo dos personas durante hasta cuando muy porque una que del para con por se su al lo como más pero sus fue ha han este esta está son entre desde también sobre',
  it: 'il gli che di un della del per non sono con dei alla si anche più nel delle è da questo ha hanno ma dal sul nella',
  pt: 'o os as um uma que do da dos das em no na para com por não mais foi ao se são pelo pela como seu sua também está',
  nl: 'het een van en dat niet zijn op te voor met aan ook door naar bij om wordt maar nog werd hij heeft uit deze',
  sv: 'och att det som en är av för inte den till med ett har om var jag han från så vid kan men',
  da: 'og det at er en af til som ikke på med har den et jeg var fra vi blev efter også',
  pl: 'i w na z się nie do to że jest po od za przez o ale jak są był dla oraz',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ise kadar sonra en',
  ro: 'și în de la cu a un o pe care nu din este pentru mai să sunt fost au',
  id: 'yang dan di ini itu dengan untuk dari pada tidak akan dalam oleh telah',
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
]
const LATIN = /\p{Script=Latin}/gu
const UKRAINIAN = /[іїєґ]/iu

const BY_WORD = new Map<string, string[]>()
for (const [language, words] of Object.entries(FUNCTION_WORDS))
  for (const word of words.split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), language])

/** A few thousand letters settle the question; more would only cost time. */
const SAMPLE = 20_000
/** Fewer words than this tell nothing when none of them is known. */
const FEW_WORDS = 6

const sampleOf = (text: string): string => {
  if (text.length <= SAMPLE) return text
  const third = Math.floor(SAMPLE / 3)
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * The language a text is written in, as a BCP 47 tag: told by script, then by function words. `und` where the words do not
 * tell; `declared` (a page's own `lang`) decides only then.
 */
export const findLanguage = (text: string, declared?: string): string => {
  const sample = sampleOf(text)
  const latin = count(sample, LATIN)
  let best = ''
  let most = 0
  for (const [language, script] of SCRIPTS) {
    const n = count(sample, script)
    if (n > most) [best, most] = [language, n]
  }
  // Japanese is written with Chinese characters too: some kana between them settle it.
  if (best === 'zh' && count(sample, SCRIPTS[0]![1]) * 5 > most) best = 'ja'
  if (most > latin) return best === 'ru' && UKRAINIAN.test(sample) ? 'uk' : best

  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const points = new Map<string, number>()
  for (const word of words) for (const language of BY_WORD.get(word) ?? []) points.set(language, (points.get(language) ?? 0) + 1)
  const ranked = [...points].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [first, second] = ranked
  const enough = first && first[1] >= Math.max(1, words.length * 0.08)
  if (enough && (!second || first[1] > second[1] * 1.15)) return first[0]
  const tag = declared?.trim().toLowerCase().split(/[-_]/)[0]
  if (tag && /^[a-z]{2,3}$/.test(tag)) return tag
  if (words.length >= FEW_WORDS && first && first[1] > (second?.[1] ?? 0)) return first[0]
  return 'und'
}

/** English is what the language core reads; a text too short to tell is tried. */
export const isReadable = (language: string): boolean => language === 'en' || language === 'und'
