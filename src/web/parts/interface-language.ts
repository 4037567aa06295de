/** Languages that the interface speaks, each by its own name. */
export const LANGUAGES = { en: 'English', ar: 'العربية' } as const
export type InterfaceLanguage = keyof typeof LANGUAGES

const KEY = 'casus-language'

/** The language that `theme.js` set before the first paint; English where there is no page. */
export const chosenLanguage = (): InterfaceLanguage => (globalThis.document?.documentElement.lang === 'ar' ? 'ar' : 'en')

/** Remembers a language in this browser, and loads the page anew in it. */
export const chooseLanguage = (language: InterfaceLanguage): void => {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage may be closed to us: the language cannot be changed then.
  }
  window.location.reload()
}
