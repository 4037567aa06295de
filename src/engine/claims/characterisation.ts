import { type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { NOUNS as ACT_NOUNS } from '../mentions/act/lexicon.ts'
import { singular } from '../mentions/party/nouns.ts'
import { statementAt } from '../statements/statement-at.ts'
import { phraseOf } from './describe.ts'
import { baseOf, caseOf, dependents, subjectOf } from './grammar.ts'
import { words } from './harms/words.ts'
import { type Manner, mannerOf } from './modality.ts'
import type { View } from './view.ts'

/** Words that judge what happened, by whose word. `of`: the token of the act they judge. */
export type Characterisation = Span & Readonly<{ of: number; statement: Statement | undefined; manner: Manner; rule: string }>

/** Adjectives that say what an act is worth, or whether it was right. */
const JUDGING = words(`
  defensive punitive retaliatory preemptive pre-emptive precision precise surgical targeted proportionate disproportionate indiscriminate deliberate
  cowardly heinous barbaric brutal savage vicious horrific horrendous atrocious monstrous abhorrent despicable vile senseless cold-blooded
  unprovoked unjustified justified illegal unlawful criminal legitimate terrorist terroristic treacherous genocidal inhuman inhumane merciless
  ruthless unacceptable outrageous reckless unwarranted aggressive hostile provocative racist sectarian tragic accidental unintentional intentional
  self-defensive anti-terrorist counterterrorism counter-terrorism cruel hateful evil bloody ethnic wanton random unjustifiable flagrant blatant`)
/** Nouns that judge: what somebody calls an act. */
const NAMES = words(`
  crime terrorism terror genocide massacre atrocity aggression provocation murder barbarism savagery slaughter outrage injustice travesty violation
  self-defence self-defense retaliation revenge accident mistake error tragedy bloodbath bloodletting cowardice sabotage escalation assassination
  betrayal treason heroism victory success failure act`)
const CALLING = words(
  'call describe condemn denounce brand label characterize characterise term dub decry regard hail portray consider slam blast deplore',
)
const VIOLENT = words('bloodletting violence act operation action force campaign response measure crime killing bombing deed conduct war')

const isAct = (view: View, i: number): boolean => {
  const token = view.tokens[i]!
  return token.upos === 'NOUN' && (ACT_NOUNS.has(singular(token.lower)) || VIOLENT.has(token.lemma))
}

/** "a senseless act": from the article to the noun, where nothing else stands between. */
const phraseAround = (view: View, i: number, noun: number): Span => {
  const { tokens } = view
  let first = i
  while (
    first > 0 &&
    i - first < 3 &&
    tokens[first - 1]!.sentence === tokens[i]!.sentence &&
    /^(?:DET|ADJ|NOUN)$/.test(tokens[first - 1]!.upos) &&
    tokens[first - 1]!.head === noun
  )
    first--
  const near = noun > i && noun - i <= 4
  return span(tokens[near ? first : i]!.start, tokens[near ? noun : i]!.end)
}

/** "carried out cowardly attacks": the adjective, with the quotation marks that set it off. */
const byAdjective = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (!JUDGING.has(token.lower)) return undefined
  const relation = baseOf(token)
  const head = token.head
  if (head < 0) return undefined
  const statement = statementAt(view.context.statements, token) ?? undefined
  if (relation === 'amod' || relation === 'compound' || relation === 'conj') {
    let noun = head
    if (relation === 'conj' && view.tokens[noun]!.upos === 'ADJ') noun = view.tokens[noun]!.head
    if (noun < 0 || !isAct(view, noun)) return undefined
    return {
      ...phraseAround(view, i, noun),
      of: noun,
      statement,
      manner: mannerOf(view, i, statement),
      rule: 'characterisation/adjective',
    }
  }
  return undefined
}

/** "The strike was unlawful", "this is a war crime". */
const byPredicate = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  const isNoun = token.upos === 'NOUN' && NAMES.has(token.lemma) && token.lemma !== 'act'
  if (!(isNoun || (token.upos === 'ADJ' && JUDGING.has(token.lower)))) return undefined
  if (dependents(view, i, 'cop').length === 0) return undefined
  const subject = subjectOf(view, i)
  if (subject === undefined || !(isAct(view, subject) || /^(?:it|this|that|which|what)$/.test(view.tokens[subject]!.lower)))
    return undefined
  const [first, last] = phraseOf(view, i)
  const statement = statementAt(view.context.statements, token) ?? undefined
  return {
    ...span(view.tokens[first]!.start, view.tokens[last]!.end),
    of: subject,
    statement,
    manner: mannerOf(view, i, statement),
    rule: 'characterisation/predicate',
  }
}

const MOST = 110

/** "a crime against all the people": to the end of what it is done to. */
const withTarget = (view: View, end: number): number => {
  const { tokens } = view
  const { sentence } = tokens[end]!
  let last = end
  if (!/^(?:against|on|upon|of|to|towards?)$/.test(tokens[end + 1]?.lower ?? '')) return end
  for (let at = end + 1; tokens[at]?.sentence === sentence && at - end < 10; at++) {
    const token = tokens[at]!
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|PRON|NUM|PART)$/.test(token.upos) || view.within('time', token).length > 0) break
    if (/^(?:NOUN|PROPN|ADJ|PRON|NUM)$/.test(token.upos)) last = at
  }
  return last
}

/** "called the raid a crime against the state", "condemned it as an act of terror". */
const byCalling = (view: View, i: number): readonly Characterisation[] => {
  const token = view.tokens[i]!
  if (token.upos !== 'VERB' || !CALLING.has(token.lemma)) return []
  const found: Characterisation[] = []
  const { last } = view.sentences[token.sentence]!
  const object = dependents(view, i, 'obj')[0] ?? dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  for (let at = i + 1; at < Math.min(last, i + 25); at++) {
    const word = view.tokens[at]!
    const judges =
      (word.upos === 'NOUN' && NAMES.has(word.lemma)) || (word.upos === 'ADJ' && JUDGING.has(word.lower) && baseOf(word) !== 'amod')
    if (!judges || at === object) continue
    const viaAs = caseOf(view, at) === 'as' || view.children(at).some((child) => view.tokens[child]!.lower === 'as')
    const article = view.children(at).some((child) => /^(?:an?|the)$/.test(view.tokens[child]!.lower))
    if (!(viaAs || article || baseOf(word) === 'xcomp' || word.upos === 'ADJ')) continue
    if (caseOf(view, at) !== '' && !viaAs) continue
    const [first, end] = phraseOf(view, at)
    const whole = span(view.tokens[first]!.start, view.tokens[withTarget(view, Math.max(end, at))]!.end)
    // What somebody calls something is that speaker's word, also where the verb alone makes the statement.
    const own = view.context.statements.find(({ cue }) => cue && cue.start <= token.start && token.end <= cue.end)
    found.push({
      ...(whole.end - whole.start > MOST ? span(word.start, word.end) : whole),
      of: object ?? i,
      statement: statementAt(view.context.statements, word) ?? own,
      manner: { modality: 'asserted', status: 'happened', because: null },
      rule: 'characterisation/called',
    })
    break
  }
  return found
}

/** What speakers call what happened, in document order. */
export const findCharacterisations = (view: View): readonly Characterisation[] => {
  const found: Characterisation[] = []
  for (const { i } of view.tokens) {
    if (!view.bears(i)) continue
    const called = byCalling(view, i)
    found.push(...called)
    const one = byAdjective(view, i) ?? byPredicate(view, i)
    if (one && !found.some((other) => other.start <= one.start && one.end <= other.end)) found.push(one)
  }
  return found
}
