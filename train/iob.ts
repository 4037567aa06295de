import { readFileSync } from 'node:fs'

/** A sentence with name tags: O, B-PER, I-PER, … */
export type Named = Readonly<{ forms: readonly string[]; names: readonly string[] }>

const KEPT = /^[BI]-(?:PER|LOC|ORG)$/

const toNamed = (pairs: readonly (readonly [string, string])[]): Named => {
  const names: string[] = []
  for (const [, tag] of pairs) {
    const last = names.at(-1) ?? 'O'
    if (!KEPT.test(tag)) names.push('O')
    else if (tag.startsWith('I-') && last.slice(2) !== tag.slice(2)) names.push(`B-${tag.slice(2)}`)
    else names.push(tag)
  }
  return { forms: pairs.map(([form]) => form), names }
}

/** Universal NER: number, word, tag. */
export const readUner = (file: string): readonly Named[] =>
  readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => /^\d+\t/.test(line)))
    .filter((lines) => lines.length > 0)
    .map((lines) => toNamed(lines.map((line) => line.split('\t').slice(1, 3) as [string, string])))

/** WikiGold: word and tag, MISC left out. */
export const readWikiGold = (file: string): readonly Named[] =>
  readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.includes(' ')))
    .filter((lines) => lines.length > 0)
    .map((lines) => toNamed(lines.map((line) => line.trim().split(' ') as [string, string])))
