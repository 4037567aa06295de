import { texts } from '../texts.ts'

const names = new Intl.DisplayNames([texts.language], { type: 'language', fallback: 'none' })

/** `ar` as "Arabic"; what is not a known language stays as it is. */
export const languageName = (code: string): string => {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
