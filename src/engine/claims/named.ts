import type { PartyMention } from '../../model/mention.ts'
import type { Statement } from '../../model/statement.ts'
import { statementAt } from '../statements/statement-at.ts'
import type { Casualty } from './casualties.ts'
import type { Harm } from './harms/words.ts'
import type { View } from './view.ts'

/** Somebody that a list of names tells of: who, what befell them where the words say so, and the word of the list that says it. */
export type Named = Readonly<{ mention: PartyMention; harm: Harm | null; at: number; statement: Statement | undefined; rule: string }>

/** "The dead were identified as …", "among the wounded are …", "the victims are …". */
const LISTING =
  /\b(dead|deceased|killed|slain|murdered|fatalities|victims?|wounded|injured|hostages?|kidnapped|abducted)\b(?: \w+){0,3}? (?:(?:have been|were|was|are|is) (?:\w+ )?(?:identified|named) as|are|were|is|was|included?|includes)\b/i
/** "They are …", "Their names are …", right behind a sentence that counts them. */
const GOING_ON = /^\W{0,3}(?:they|their names|the names|the victims|these) (?:are|were|have been identified as|were identified as)\b/i
const HARMS: readonly (readonly [pattern: RegExp, harm: Harm])[] = [
  [/^(?:dead|deceased|killed|slain|murdered|fatalities)$/i, 'killed'],
  [/^(?:wounded|injured)$/i, 'wounded'],
  [/^(?:hostages?|kidnapped|abducted)$/i, 'captured'],
]

/** How far the first name may stand behind the words that open a list, in characters. */
const FIRST = 60
const APART = 90
const FINITE = /^VB[DZP]$/
const LEADING = /^(?:NOUN|PROPN|ADJ|DET|PUNCT|NUM|CCONJ)$/

/** The people named from `from` on, to the end of the sentence or the first word that tells of something else. */
const namesFrom = (view: View, speakers: ReadonlySet<number>, sentence: number, from: number): readonly PartyMention[] => {
  const { end } = view.sentences[sentence]!
  const people = view
    .within('party', { start: from, end })
    .filter(({ type, named, start }) => type === 'person' && named && start >= from)
    .sort((a, b) => a.start - b.start)
  const found: PartyMention[] = []
  let last = from
  for (const person of people) {
    if (person.start < last) continue
    const between = view.tokens.slice(view.tokenAt(last), view.tokenAt(person.start))
    if (person.start - last > (found.length === 0 ? FIRST : APART) || speakers.has(view.tokenAt(person.start))) break
    // "were not known to Ana Ruiz": before the first name stand only titles and the like, unless a colon opens the list.
    const opens = found.length === 0 && between.at(-1)?.text !== ':'
    if (between.some(({ xpos, upos, lower }) => (opens ? !LEADING.test(upos) && lower !== 'of' : FINITE.test(xpos)))) break
    found.push(person)
    last = person.end
  }
  return found
}

/** "killed three journalists: …", "took two engineers, Ana Ruiz and …": what stands between a count and the names it counts. */
const COUNTED = /^\s?(?:[:,(]|--|—|–)?\s?(?:including |among them |namely |identified as |named as )?(?:\p{L}+ ){0,3}$/u

/** The names behind a count of people, where there are at least two. */
const countedNames = (view: View, speakers: ReadonlySet<number>, { end, predicate, amount, none }: Casualty): readonly PartyMention[] => {
  if (none || !amount || (amount.high !== null && amount.high < 2)) return []
  const names = namesFrom(view, speakers, view.tokens[predicate]!.sentence, end)
  const [first] = names
  return first &&
    names.length >= 2 &&
    (COUNTED.test(view.text.slice(end, first.start).replace(/\s+/g, ' ')) || /:\s*$/.test(view.text.slice(end, first.start)))
    ? names
    : []
}

/** People whom a list names as those who came to harm. */
export const findNamed = (view: View, casualties: readonly Casualty[]): readonly Named[] => {
  const found: Named[] = []
  const speakers = new Set(
    view.context.statements.flatMap(({ source }) => {
      const words: number[] = []
      for (
        let i = source ? view.tokenAt(source.start) : view.tokens.length;
        i < view.tokens.length && view.tokens[i]!.start < source!.end;
        i++
      )
        words.push(i)
      return words
    }),
  )
  for (const sentence of view.sentences) {
    if (!view.bears(sentence.first)) continue
    const words = view.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000))
    const open = LISTING.exec(words)
    const told = open ? undefined : GOING_ON.exec(words)
    const before = told && casualties.findLast(({ predicate, none }) => !none && view.tokens[predicate]!.sentence === sentence.i - 1)
    const from = open ? open.index + open[0].length : told && before ? told.index + told[0].length : undefined
    if (from === undefined) continue
    const names = namesFrom(view, speakers, sentence.i, sentence.start + from)
    // One name behind "is" says who somebody is: "the dead man's brother is …".
    if (names.length === 0) continue
    const harm = open ? (HARMS.find(([pattern]) => pattern.test(open[1]!))?.[1] ?? null) : before!.harm
    const at = open ? view.tokenAt(sentence.start + open.index) : before!.predicate
    for (const mention of names)
      found.push({ mention, harm, at, statement: statementAt(view.context.statements, mention) ?? undefined, rule: 'victim/listed' })
  }
  for (const casualty of casualties)
    for (const mention of countedNames(view, speakers, casualty))
      found.push({ mention, harm: casualty.harm, at: casualty.predicate, statement: casualty.statement, rule: 'victim/counted-names' })
  return found
}
