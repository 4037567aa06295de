import type { Line } from './piece.ts'
import { wordAt } from './piece.ts'
import type { Match, Matcher } from './reading.ts'

/** A time rule: the words it can start at, and how it reads on from there. `#` stands for any number, `'` for an apostrophe. */
export type TimeRule = Readonly<{
  name: string
  about: string
  triggers: readonly string[]
  match: Matcher
  examples: readonly [string, ...string[]]
  counterExamples: readonly [string, ...string[]]
}>

export type Grammar = ReadonlyMap<string, readonly TimeRule[]>

/** Rules by the word they start at. */
export const toGrammar = (rules: readonly TimeRule[]): Grammar => {
  const index = new Map<string, TimeRule[]>()
  for (const rule of rules)
    for (const trigger of rule.triggers) {
      const list = index.get(trigger)
      if (list) list.push(rule)
      else index.set(trigger, [rule])
    }
  return index
}

/** The longest reading at each place, from left to right, none overlapping; of equally long ones the rule listed first. */
export const readLine = (grammar: Grammar, line: Line): Match[] => {
  const found: Match[] = []
  for (let i = 0; i < line.pieces.length; ) {
    const rules = grammar.get(line.pieces[i]!.num >= 0 ? '#' : wordAt(line, i))
    let best: Match | undefined
    for (const rule of rules ?? []) {
      const reading = rule.match(line, i)
      if (!reading || reading.to <= i || reading.to > line.pieces.length) continue
      const match = { first: reading.from ?? i, last: reading.to, said: reading.said, rule: rule.name }
      if (!best || match.last > best.last) best = match
    }
    if (best) found.push(best)
    i = best ? best.last : i + 1
  }
  return found
}
