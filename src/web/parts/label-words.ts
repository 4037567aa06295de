import { texts } from '../texts.ts'

const translate = (words: string): string => texts.labels[words] ?? words

/** Words that come with the data (the head of a row, a kind, a type) in the language of the interface; several are joined by a dot. */
export const labelWords = (words: string): string => words.split(' · ').map(translate).join(' · ')

/** An attribute, such as `killed`, as a label. */
export const attributeLabel = (attribute: string): string => labelWords(`${attribute[0]!.toUpperCase()}${attribute.slice(1)}`)
