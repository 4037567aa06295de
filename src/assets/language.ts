import { readFileSync } from 'node:fs'
import { LANGUAGE_FILES, type Language, openLanguage } from '../engine/language/language.ts'

const folder = new URL('../../models/', import.meta.url)
let loaded: Language | undefined

/** The English models of `models/`, read once for each process. */
export const loadLanguage = (): Language => {
  loaded ??= openLanguage(Object.fromEntries(LANGUAGE_FILES.map((name) => [name, readFileSync(new URL(name, folder))])))
  return loaded
}
