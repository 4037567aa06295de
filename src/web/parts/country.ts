const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** `IQ` as "Iraq"; codes that stand for no country stay as they are. */
export const countryName = (code: string): string => {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
