/** A set of texts with other words in it: of the same shape. */
export type Translatable<Words> = Words extends (...given: infer Given) => string
  ? (...given: Given) => string
  : Words extends string
    ? string
    : Words extends readonly string[]
      ? readonly string[]
      : { readonly [Name in keyof Words]: Translatable<Words[Name]> }

/** A translation, in which words may be missing. */
export type Translation<Words> = Words extends string | readonly string[] | ((...given: never) => string)
  ? Words
  : { readonly [Name in keyof Words]?: Translation<Words[Name]> }

const isGroup = (words: unknown): words is Readonly<Record<string, unknown>> =>
  typeof words === 'object' && words !== null && !Array.isArray(words)

/** The words of a translation, and where it has none, those of the texts it translates. */
export const fillGaps = <Words>(words: Words, translation: Translation<Words> | undefined): Words => {
  const translated: unknown = translation
  if (!isGroup(words) || !isGroup(translated)) return (translated ?? words) as Words
  const filled = Object.entries(words).map(([name, own]) => [name, fillGaps(own, translated[name] as Translation<unknown>)] as const)
  return { ...translated, ...Object.fromEntries(filled) } as Words
}
