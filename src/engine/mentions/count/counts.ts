import { counter } from '../../../model/id.ts'
import type { PassageKind } from '../../../model/passage.ts'
import { bySpan } from '../../../model/span.ts'
import type { Context } from '../../context.ts'
import type { Sentence, Token } from '../../language/parsed.ts'
import { findDescribed } from './described.ts'
import { findCountable } from './exclude.ts'
import { nounOf } from './noun.ts'
import type { CountDraft, CountReading } from './reading.ts'
import { toWords } from './words.ts'

export type { CountReading } from './reading.ts'

/** Words for people that follow a number without a noun: "12 dead". */
const STATES = new Set(
  'dead killed wounded injured hurt missing slain hospitalized hospitalised shot arrested detained kidnapped abducted captured feared reported confirmed stabbed'.split(
    ' ',
  ),
)
/** Verbs whose subject or object is a person when it is a bare number. */
const PERSONAL = new Set(
  'kill wound injure hurt die perish shoot stab arrest detain kidnap abduct capture survive flee displace hospitalize hospitalise murder execute slay behead trap rescue free release treat bury succumb drown massacre evacuate massacre martyr'.split(
    ' ',
  ),
)

/** Passages that leave out articles. */
const TERSE: ReadonlySet<PassageKind> = new Set(['headline', 'standfirst', 'caption', 'list-item'])

const toOf = (tokens: readonly Token[], token: Token, noun: number | null, next: Token | undefined): string => {
  if (noun !== null) {
    const lemma = tokens[noun]!.lemma.toLowerCase()
    return STATES.has(tokens[noun]!.lower) || ['other', 'others', 'more', 'them', 'they', 'whom', 'dead', 'us', 'those'].includes(lemma)
      ? 'person'
      : lemma
  }
  const head = token.head >= 0 ? tokens[token.head] : undefined
  if ((next && STATES.has(next.lower)) || (head && (PERSONAL.has(head.lemma) || STATES.has(head.lower)))) return 'person'
  return 'unstated'
}

const numeric = (context: Context, sentence: Sentence): readonly CountDraft[] => {
  const { tokens, text } = context.parsed
  const drafts: CountDraft[] = []
  let at = sentence.first
  for (const quantity of findCountable(toWords(text, sentence))) {
    while (at < sentence.last && tokens[at]!.end <= quantity.start) at += 1
    let last = at
    while (last + 1 < sentence.last && tokens[last + 1]!.start < quantity.end) last += 1
    if (at >= sentence.last) break
    // "both … and …" joins, it does not count.
    if (tokens[at]!.deprel === 'cc:preconj') continue
    const { head, noun } = nounOf(tokens, sentence, at, last)
    const token = tokens[head]!
    const partitive = ['of'].includes(tokens[last + 1]?.lower ?? '') || tokens[last]!.lower === 'of'
    const definiteWhole =
      partitive &&
      ['the', 'them', 'those', 'these', 'whom', 'his', 'her', 'their', 'us', 'its'].includes(
        tokens[tokens[last]!.lower === 'of' ? last + 1 : last + 2]?.lower ?? '',
      )
    drafts.push({
      start: quantity.start,
      end: quantity.end,
      low: quantity.low,
      high: quantity.high,
      approximate: quantity.approximate,
      of: quantity.form === 'none' && noun === null ? 'person' : toOf(tokens, token, noun, tokens[last + 1]),
      token: head,
      noun,
      words: quantity.words,
      form: quantity.form,
      fraction: quantity.fraction,
      relation: definiteWhole && quantity.form !== 'none' ? 'part' : quantity.relation,
      rule: quantity.rule,
    })
  }
  return drafts
}

/** The counts of a document in document order: every form of figure, and persons and things counted without one. */
export const findCounts = (context: Context): readonly CountReading[] => {
  const drafts: CountDraft[] = []
  const terse = new Set(context.document.passages.filter(({ kind }) => TERSE.has(kind)).map(({ id }) => id))
  for (const sentence of context.parsed.sentences) {
    const counted = numeric(context, sentence)
    const taken = new Set<number>()
    for (const draft of counted) {
      taken.add(draft.token)
      if (draft.noun !== null) taken.add(draft.noun)
    }
    drafts.push(
      ...[...counted, ...findDescribed(context.parsed.tokens, sentence, { taken, terse: terse.has(sentence.passage) })].sort(bySpan),
    )
  }
  const nextId = counter('c')
  return drafts.map((draft) => ({ ...draft, id: nextId(), kind: 'count' }))
}
