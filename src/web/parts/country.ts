import { texts } from '../texts.ts'

const names = new Intl.DisplayNames([texts.language], { type: 'region', fallback: 'none' })

/** `IQ` as "Iraq"; codes that stand for no country stay as they are. */
export const countryName = (code: string): string => {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
