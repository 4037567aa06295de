import { type Span, span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { NOUNS as ACT_NOUNS } from '../mentions/act/lexicon.ts'
import { classOfNoun, singular } from '../mentions/party/nouns.ts'
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
  shameful disgraceful appalling shocking unforgivable inexcusable gratuitous calculated premeditated desperate dastardly craven murderous terrible
  repugnant sickening revolting gruesome grave serious
  self-defensive anti-terrorist counterterrorism counter-terrorism cruel hateful evil bloody ethnic wanton random unjustifiable flagrant blatant`)
/** Nouns that judge: what somebody calls an act. */
const NAMES = words(`
  crime terrorism terror genocide massacre atrocity aggression provocation murder barbarism savagery slaughter outrage injustice travesty violation
  self-defence self-defense retaliation revenge accident mistake error tragedy bloodbath bloodletting cowardice sabotage escalation assassination
  war-crime carnage butchery pogrom lynching extermination cleansing piracy hooliganism blunder disaster catastrophe horror nightmare attempt
  betrayal treason heroism victory success failure act magnicide femicide infanticide fratricide patricide execution insurrection invasion
  punishment vendetta`)
/** What somebody calls people, where the words are quoted. */
const LABELS = words(`
  terrorist thug bandit traitor mercenary martyr hooligan criminal butcher murderer infidel apostate fascist nazi saboteur occupier invader
  aggressor barbarian savage parasite vermin stooge puppet`)
const CALLING = words(
  'call describe condemn denounce brand label characterize characterise term dub decry regard hail portray consider slam blast deplore castigate lambast',
)
/** What somebody's ways are called, by an adjective that judges: "the enemy's inhuman cruelty". */
const CONDUCT = words('cruelty brutality barbarity behaviour behavior conduct contempt hatred disregard policy practice tactic')
const VIOLENT = words(
  'offence offense incident bloodletting violence act operation action force campaign response measure crime killing bombing deed conduct war',
)

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
    const isConduct = noun >= 0 && statement?.source != null && CONDUCT.has(view.tokens[noun]!.lemma)
    if (noun < 0 || !(isConduct || isAct(view, noun))) return undefined
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
  const judged = view.children(i).some((child) => baseOf(view.tokens[child]!) === 'amod' && JUDGING.has(view.tokens[child]!.lower))
  const isTarget = token.lemma === 'target' && judged
  const isNoun = token.upos === 'NOUN' && ((NAMES.has(token.lemma) && token.lemma !== 'act') || isTarget)
  if (!(isNoun || (token.upos === 'ADJ' && JUDGING.has(token.lower)))) return undefined
  if (dependents(view, i, 'cop').length === 0) return undefined
  const subject = subjectOf(view, i)
  if (subject === undefined || !(isTarget || isAct(view, subject) || /^(?:it|this|that|which|what)$/.test(view.tokens[subject]!.lower)))
    return undefined
  const [first, last] = phraseOf(view, i)
  const statement = statementAt(view.context.statements, token) ?? undefined
  return {
    ...span(view.tokens[first]!.start, view.tokens[withTarget(view, last)]!.end),
    of: isTarget ? i : subject,
    statement,
    manner: mannerOf(view, i, statement),
    rule: 'characterisation/predicate',
  }
}

/** "self-defence", whose parts are words of their own: the name they make together. */
const nameAt = (view: View, i: number): string => {
  const { tokens } = view
  return tokens[i - 1]?.text === '-' && tokens[i - 2]?.end === tokens[i - 1]!.start
    ? `${tokens[i - 2]!.lower}-${tokens[i]!.lemma}`
    : tokens[i]!.lemma
}
const isName = (view: View, i: number): boolean => NAMES.has(view.tokens[i]!.lemma) || NAMES.has(nameAt(view, i))

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

const QUOTE_OPENS = /^(?:"|“|'|‘|``|«)$/
const QUOTE_CLOSES = /^(?:"|”|'|’|''|»)$/
const QUOTED = 14

/** What stands in quotation marks right behind: `called it "an attack on all of us"`; nothing where the marks never close. */
const quotedAfter = (view: View, from: number, until: number): readonly [first: number, last: number] | undefined => {
  const { tokens } = view
  for (let at = from; at < until; at++) {
    if (/^[;:.]$/.test(tokens[at]!.text)) return undefined
    if (!QUOTE_OPENS.test(tokens[at]!.text) || tokens[at]!.deprel !== 'punct') continue
    for (let end = at + 1; end < Math.min(tokens.length, at + QUOTED) && tokens[end]!.sentence === tokens[at]!.sentence; end++)
      if (QUOTE_CLOSES.test(tokens[end]!.text) && end > at + 1 && tokens[end]!.deprel === 'punct') {
        const last = tokens[end - 1]!.upos === 'PUNCT' ? end - 2 : end - 1
        return last > at ? [at + 1, last] : undefined
      }
    return undefined
  }
  return undefined
}

/** "spoke of a massacre", "amounts to war crimes": the verb with its preposition. */
const NAMING: Readonly<Record<string, RegExp>> = {
  speak: /^of$/,
  talk: /^of$/,
  amount: /^to$/,
  refer: /^to$/,
  constitute: /^/,
  equate: /^(?:to|with)$/,
}

/** The second of "a cowardly and barbaric act". */
const isJoinedModifier = (view: View, i: number): boolean => {
  const { head } = view.tokens[i]!
  return baseOf(view.tokens[i]!) === 'conj' && head >= 0 && baseOf(view.tokens[head]!) === 'amod'
}

const isJudgement = (view: View, first: number, last: number): boolean =>
  view.tokens.slice(first, last + 1).some(({ lower, lemma }) => JUDGING.has(lower) || (NAMES.has(lemma) && lemma !== 'act'))

const DISMISSING = /^(?:dismiss|reject|deride|ridicule)$/

/** Where the words of what something is called may begin, and whether a bare name counts as one. */
const callingAt = (view: View, i: number): Readonly<{ from: number; bare: boolean }> | undefined => {
  const token = view.tokens[i]!
  // "dismissed the figures as \"fanciful rumours\"": the judgement stands behind "as".
  if (token.upos === 'VERB' && DISMISSING.test(token.lemma)) {
    const as = view.tokens.slice(i + 1, i + 12).find(({ lower, sentence }) => lower === 'as' && sentence === token.sentence)
    return as && QUOTE_OPENS.test(view.tokens[as.i + 1]?.text ?? '') ? { from: as.i + 1, bare: false } : undefined
  }
  if (token.upos === 'VERB' && CALLING.has(token.lemma))
    return { from: i + 1, bare: /^(?:label|brand|term|dub|call|describe|denounce|condemn)$/.test(token.lemma) }
  const word = token.upos === 'VERB' || token.upos === 'NOUN' ? NAMING[token.lemma] : undefined
  if (!word?.test(view.tokens[i + 1]?.lower ?? '')) return undefined
  // "The killings amount to": taken for a noun, "amount" still says so where no article goes before it.
  if (
    token.upos === 'NOUN' &&
    (token.lower !== 'amount' || view.children(i).some((child) => view.tokens[child]!.upos === 'DET' && child === i - 1))
  )
    return undefined
  return { from: token.lemma === 'constitute' ? i + 1 : i + 2, bare: true }
}

/** "called the raid a crime against the state", "condemned it as an act of terror", "spoke of a massacre". */
const byCalling = (view: View, i: number): readonly Characterisation[] => {
  const token = view.tokens[i]!
  const calling = callingAt(view, i)
  if (!calling) return []
  const { last } = view.sentences[token.sentence]!
  const object = dependents(view, i, 'obj')[0] ?? dependents(view, i, 'nsubj').find((child) => view.tokens[child]!.deprel === 'nsubj:pass')
  // What somebody calls something is that speaker's word, also where the verb alone makes the statement.
  const own = view.context.statements.find(({ cue }) => cue && cue.start <= token.start && token.end <= cue.end)
  const characterise = (first: number, end: number, of: number): Characterisation => {
    const whole = span(view.tokens[first]!.start, view.tokens[end]!.end)
    return {
      ...(whole.end - whole.start > MOST ? span(view.tokens[end]!.start, view.tokens[end]!.end) : whole),
      of,
      statement: statementAt(view.context.statements, view.tokens[end]!) ?? own,
      manner: { modality: 'asserted', status: 'happened', because: null },
      rule: 'characterisation/called',
    }
  }
  const isWhat =
    object !== undefined && isAct(view, object) && !view.children(object).some((child) => /^an?$/.test(view.tokens[child]!.lower))
  const quoted = quotedAfter(view, calling.from, Math.min(last, calling.from + 8))
  // "spoke of deep sorrow", "considered going": not every quoted word after these judges the deed.
  const isLoose = token.lemma in NAMING || /^(?:regard|hail|consider|slam|blast|portray|deplore)$/.test(token.lemma)
  if (quoted && (!isLoose || isJudgement(view, quoted[0], quoted[1]))) return [characterise(quoted[0], quoted[1], isWhat ? object : i)]
  for (let at = calling.from; at < Math.min(last, i + 25); at++) {
    const word = view.tokens[at]!
    if (/^[;:]$/.test(word.text)) break
    const isAdjective = word.upos === 'ADJ' || (word.upos === 'ADV' && /ly$/.test(word.lower))
    const judges =
      (word.upos === 'NOUN' && isName(view, at)) ||
      (isAdjective && JUDGING.has(word.lower) && baseOf(word) !== 'amod' && !isJoinedModifier(view, at))
    // "described the shooting as a robbery": of a deed, any noun says what it is called.
    const isSaidOf = isWhat && word.upos === 'NOUN' && CALLING.has(token.lemma) && at !== object && baseOf(word) !== 'compound'
    const sorts = isSaidOf && caseOf(view, at) === 'as' && view.children(at).some((child) => /^an?$/.test(view.tokens[child]!.lower))
    // "condemned the attack", "called the killing a crime": what is judged is not the judgement.
    if (!(judges || sorts) || (at === object && isWhat)) continue
    const viaAs = caseOf(view, at) === 'as' || view.children(at).some((child) => view.tokens[child]!.lower === 'as')
    const article = view.children(at).some((child) => /^(?:an?)$/.test(view.tokens[child]!.lower))
    const after =
      at > calling.from &&
      /^(?:NOUN|PROPN|PRON)$/.test(view.tokens[calling.from]!.upos === 'DET' ? 'NOUN' : view.tokens[calling.from]!.upos)
    const joined = view.tokens[at - 1]?.text === '-' ? at - 2 : at
    const bare = calling.bare && (after || token.lemma in NAMING) && !/^(?:the|this|that|these|those)$/.test(view.tokens[joined - 1]!.lower)
    if (!(viaAs || article || baseOf(word) === 'xcomp' || isAdjective || bare)) continue
    if (caseOf(view, at) !== '' && !viaAs && !(token.lemma in NAMING)) continue
    const [first, end] = phraseOf(view, at)
    // "the operation state terrorism": the words for what is judged may have been taken into the phrase.
    const begin =
      joined < at
        ? article
          ? Math.min(first, joined)
          : joined
        : object === at && !article
          ? at - (view.tokens[at - 1]!.lower === 'state' || view.tokens[at - 1]!.lower === 'war' ? 1 : 0)
          : Math.max(first, calling.from)
    return [characterise(begin, withTarget(view, Math.max(end, at)), object !== undefined && object !== at ? object : i)]
  }
  return []
}

const QUOTED_MOST = 8
const STRIKING = /^(?:strike|hit|attack|target|bomb|shell|raid|destroy|eliminate|kill|neutrali[sz]e|disperse)$/
const COUNTING = /^(?:number|several|many|some|others?|dozens?|scores|few|more|most|people|members?|still)$/

/**
 * A few words that somebody else's account sets in quotation marks: "said it had hit \"a gathering of nationalists\"", "they are
 * \"thugs\"". Figures, sentences and names are quoted for other reasons.
 */
const byQuotation = (view: View, i: number): Characterisation | undefined => {
  const { tokens } = view
  if (!QUOTE_OPENS.test(tokens[i]!.text) || QUOTE_CLOSES.test(tokens[i - 1]?.text ?? '')) return undefined
  let last = i + 1
  while (tokens[last]?.sentence === tokens[i]!.sentence && !QUOTE_CLOSES.test(tokens[last]!.text) && last - i <= QUOTED_MOST) last++
  if (!QUOTE_CLOSES.test(tokens[last]?.text ?? '') || last - i > QUOTED_MOST || last < i + 2) return undefined
  const inside = tokens.slice(i + 1, tokens[last - 1]!.upos === 'PUNCT' ? last - 1 : last)
  const named = inside.at(-1)
  // "horrific acts", where the noun was taken for a verb.
  const isJudged =
    inside.length === 2 &&
    JUDGING.has(inside[0]!.lower) &&
    named !== undefined &&
    (VIOLENT.has(singular(named.lower)) || NAMES.has(singular(named.lower)))
  if (inside.length === 0 || (!isJudged && inside.some(({ upos }) => /^(?:VERB|AUX|NUM|PUNCT|PRON)$/.test(upos)))) return undefined
  const head = isJudged ? named : inside.find(({ head: up }) => up <= i || up >= last)
  if (!head || (!isJudged && head.upos !== 'NOUN')) return undefined
  const statement = statementAt(view.context.statements, head)
  if (!statement?.source) return undefined
  const verb = tokens[head.head]
  // "a number of crew members", "several other people" count; arms and people are called what they are.
  const isPlain =
    inside.length < 2 ||
    inside.some(({ lower }) => COUNTING.test(lower)) ||
    classOfNoun(singular(head.lower)) === 'person' ||
    view.within('weapon', head).length > 0
  const isDone = !isPlain && verb !== undefined && STRIKING.test(verb.lemma) && /^(?:obj|nsubj|obl)/.test(head.deprel)
  const judges = inside.some(
    ({ lower, lemma }) => JUDGING.has(lower) || (NAMES.has(lemma) && lemma !== 'act') || LABELS.has(singular(lower)),
  )
  if (!judges && !isDone) return undefined
  return {
    ...span(inside[0]!.start, inside.at(-1)!.end),
    of: head.i,
    statement,
    manner: { modality: 'asserted', status: 'happened', because: null },
    rule: 'characterisation/quoted',
  }
}

/** Does an opening mark of quotation stand before a word in its sentence, and none that closes it? */
const isQuoted = (view: View, i: number): boolean => {
  const { tokens } = view
  for (let at = i - 1; at >= 0 && i - at <= 40 && tokens[at]!.sentence === tokens[i]!.sentence; at--) {
    if (!QUOTE_OPENS.test(tokens[at]!.text) && !QUOTE_CLOSES.test(tokens[at]!.text)) continue
    return tokens[at]!.end === tokens[at + 1]!.start && (tokens[at - 1]?.end ?? -1) < tokens[at]!.start
  }
  return false
}

/** "“The terrorists want people to stay at home,” said the minister": a name for people, in somebody's own words. */
const byLabel = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' || !LABELS.has(singular(token.lower))) return undefined
  const statement = statementAt(view.context.statements, token)
  if (!statement?.source || (statement.form !== 'direct' && !isQuoted(view, i))) return undefined
  let first = i
  while (view.tokens[first - 1]?.head === i && /^(?:compound|amod)$/.test(view.tokens[first - 1]!.deprel)) first--
  return {
    ...span(view.tokens[first]!.start, token.end),
    of: i,
    statement,
    manner: { modality: 'asserted', status: 'happened', because: null },
    rule: 'characterisation/label',
  }
}

/** "fired in self-defence", "what they did was self-defence": what somebody did, called lawful. */
const bySelfDefence = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (!/^self-defen[cs]e$/.test(nameAt(view, i)) && !/^self-?defen[cs]e$/.test(token.lower)) return undefined
  if (!/^(?:in|of|as)$/.test(caseOf(view, i))) return undefined
  const first = token.lower.startsWith('self') ? i : i - 2
  const statement = statementAt(view.context.statements, token) ?? undefined
  return {
    ...span(view.tokens[first]!.start, token.end),
    of: token.head >= 0 ? token.head : i,
    statement,
    manner: mannerOf(view, i, statement),
    rule: 'characterisation/self-defence',
  }
}

const CRIMES = /^(?:crime|terrorism|genocide|murder|sabotage|treason|terror)$/
const SORTED = /^(?:war|hate|humanity|terrorist)$/
const PROCEEDING =
  /^(?:proceedings?|case|investigation|inquiry|probe|charge|indictment|investigate|treat|open|charge|prosecute|try|qualify|classify)$/

/** "opened proceedings over a war crime", "is being treated as terrorism": what the law calls it, for now. */
const byProceeding = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' || !CRIMES.test(token.lemma) || !/^(?:over|into|as|under|on|of|for)$/.test(caseOf(view, i))) return undefined
  const [first, last] = phraseOf(view, i)
  const isSort = token.lemma !== 'crime' || view.tokens.slice(first, last + 3).some(({ lower }) => SORTED.test(lower))
  const above = token.head >= 0 ? view.tokens[token.head]! : undefined
  if (!isSort || token.lemma === 'murder' || !above || !PROCEEDING.test(above.lemma)) return undefined
  const begin = view.tokens[i - 1]?.head === i && view.tokens[i - 1]!.upos !== 'DET' ? i - 1 : i
  const statement = statementAt(view.context.statements, token) ?? undefined
  return {
    ...span(view.tokens[begin]!.start, view.tokens[withTarget(view, i)]!.end),
    of: above.i,
    statement,
    manner: mannerOf(view, i, statement),
    rule: 'characterisation/proceeding',
  }
}

/** Nouns that no account uses without judging. */
const DAMNING = words('slaughter massacre genocide carnage bloodbath atrocity barbarity pogrom butchery')

/** "the slaughter of seven herders": named so by somebody who says it, not by the document in its own voice. */
const byNoun = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' || !DAMNING.has(token.lemma)) return undefined
  const statement = statementAt(view.context.statements, token)
  const isParty = view.document.issuer.kind === 'party-to-conflict'
  if (!statement?.source && !isParty) return undefined
  const relation = baseOf(token)
  // "the Abu Obaid massacre": how it is known.
  const isKnownAs = view.children(i).some((child) => child < i && view.tokens[child]!.upos === 'PROPN')
  if (relation === 'compound' || isKnownAs || statement?.stance === 'denies') return undefined
  return {
    ...span(token.start, token.end),
    of: i,
    statement,
    manner: mannerOf(view, i, statement),
    rule: 'characterisation/noun',
  }
}

const WORD_FOR =
  /\b(?:word|name|term) for (?:it|this|that|them|what (?:\w+ ){1,4}?(?:happened|done|did|was|saw|see))(?: \w+){0,2}?(?: is|:| was)(?: an?)? $/i
const REACH = 90

/** "The word for it is massacre", "There is only one word for this: slaughter". */
const byWordFor = (view: View, i: number): Characterisation | undefined => {
  const token = view.tokens[i]!
  if (token.upos !== 'NOUN' || !isName(view, i)) return undefined
  const { start } = view.sentences[token.sentence]!
  const before = view.text.slice(Math.max(start, token.start - REACH), token.start)
  if (!WORD_FOR.test(before) || /\b(?:no|not|without) (?:\w+ )?(?:word|name|term)\b/i.test(before)) return undefined
  return {
    ...span(token.start, token.end),
    of: i,
    statement: statementAt(view.context.statements, token) ?? undefined,
    manner: { modality: 'asserted', status: 'happened', because: null },
    rule: 'characterisation/word-for',
  }
}

/** What it is called, without the marks around a part of it: “defensive” strikes are called "defensive strikes". */
export const labelOf = (view: View, { start, end }: Span): string => view.text.slice(start, end).replace(/["“”„«»]/g, '')

/** What speakers call what happened, in document order. */
export const findCharacterisations = (view: View): readonly Characterisation[] => {
  const found: Characterisation[] = []
  for (const { i } of view.tokens) {
    if (!view.bears(i)) continue
    const called = byCalling(view, i)
    found.push(...called.filter((one) => !found.some((other) => other.start < one.end && one.start < other.end)))
    const one =
      byAdjective(view, i) ??
      byPredicate(view, i) ??
      byQuotation(view, i) ??
      byLabel(view, i) ??
      byNoun(view, i) ??
      bySelfDefence(view, i) ??
      byWordFor(view, i) ??
      byProceeding(view, i)
    if (one && !found.some((other) => other.start < one.end && one.start < other.end)) found.push(one)
  }
  return found
}
