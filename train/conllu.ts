import { readFileSync } from 'node:fs'

/** A treebank sentence: parallel lists, one entry for each word; `heads` are indices into them, -1 for the root. */
export type Tree = Readonly<{
  text: string
  forms: readonly string[]
  starts: readonly number[]
  ends: readonly number[]
  lemmas: readonly string[]
  upos: readonly string[]
  xpos: readonly string[]
  heads: readonly number[]
  deprels: readonly string[]
  newParagraph: boolean
}>

/** The sentences of a CoNLL-U file. Empty nodes are left out; words of a multi-word token get their place inside it. */
export const readTrees = (file: string): readonly Tree[] => readFileSync(file, 'utf8').split('\n\n').flatMap(toTree)

const toTree = (block: string): readonly Tree[] => {
  const lines = block.split('\n')
  const text = lines.find((line) => line.startsWith('# text = '))?.slice(9) ?? ''
  const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
  if (rows.length === 0) return []
  const starts: number[] = []
  const ends: number[] = []
  let place = 0
  for (const row of rows) {
    const found = text.indexOf(row[1]!, place)
    // A few multi-word tokens are spelled otherwise than their words: they keep the place where they would stand.
    const start = found === -1 || found > place + 8 ? place : found
    starts.push(start)
    place = Math.min(text.length, start + row[1]!.length)
    ends.push(place)
  }
  return [
    {
      text,
      forms: rows.map((row) => row[1]!),
      starts,
      ends,
      lemmas: rows.map((row) => row[2]!),
      upos: rows.map((row) => row[3]!),
      xpos: rows.map((row) => row[4]!),
      heads: rows.map((row) => Number(row[6]) - 1),
      deprels: rows.map((row) => row[7]!),
      newParagraph: lines.some((line) => line.startsWith('# newpar') || line.startsWith('# newdoc')),
    },
  ]
}
