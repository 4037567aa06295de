import type { PartyMention } from '../../model/mention.ts'
import { wordsOf } from '../../model/span.ts'
import { isInstitution } from '../mentions/party/institution.ts'
import { singular, wordSet } from '../mentions/party/nouns.ts'
import { sayerOf } from './chain.ts'
import { type Draft, draft } from './draft.ts'
import type { View } from './view.ts'

/** What doers are called once they have been told of: "the attackers", "the men". */
const AGAIN = wordSet(
  'attacker assailant killer murderer kidnapper abductor captor assassin aggressor perpetrator raider bomber hijacker robber shooter man individual person people suspect intruder',
)
/** What irregular fighters are called again: "the rebels" after "guerrillas of the Front". */
const IRREGULAR = wordSet('guerrilla guerilla rebel terrorist insurgent militant extremist subversive gunman fighter')
const STATE = /\b(?:army|armed forces|air force|navy|soldiers?|troops?|police|policem[ae]n|military|national guard|government|marines?)\b/i
const DEFINITE = /^(?:the|those|these|both|same)\s(?:same\s)?(?:\w+\s)?([\p{L}-]+)$/iu

type Doer = Readonly<{ one: Draft; mention: PartyMention; words: string }>

/** The noun of a definite description that names nobody anew, or undefined. */
const nounAgain = ({ mention, words }: Doer): string | undefined => {
  if (mention.named || (mention.type !== 'group' && mention.type !== 'person')) return undefined
  // "Rebel attack" says no more than "the rebels".
  if (IRREGULAR.has(words.toLowerCase())) return words.toLowerCase()
  const noun = singular(DEFINITE.exec(words)?.[1] ?? '')
  return AGAIN.has(noun) || IRREGULAR.has(noun) ? noun : undefined
}

/** Whom "the attackers" or "the rebels" of an incident are: the doers told of last before them, else the first behind. */
const antecedentOf = (echo: Doer, noun: string, doers: readonly Doer[]): Doer | undefined => {
  const others = doers.filter(({ mention, words }) =>
    // "The rebels" are people; the body they belong to is another claim.
    mention.type === 'group'
      ? !isInstitution(words, mention) && !(IRREGULAR.has(noun) && STATE.test(words))
      : mention.type === 'person' && AGAIN.has(noun),
  )
  return others.findLast(({ mention }) => mention.start < echo.mention.start) ?? others[0]
}

/** Claims in which "the attackers" are whoever the incident has told of as its doers, one for each speaker and party. */
export const withoutEchoes = (view: View, drafts: readonly Draft[]): Draft[] => {
  const doers = drafts
    .flatMap((one): readonly Doer[] => {
      const mention = one.attribute === 'perpetrator' && 'mention' in one.value ? view.mention(one.value.mention) : undefined
      return mention?.kind === 'party' ? [{ one, mention, words: wordsOf(view.text, mention).replace(/\s+/g, ' ') }] : []
    })
    .sort((a, b) => a.mention.start - b.mention.start)
  const first = doers.filter((doer) => nounAgain(doer) === undefined)
  const meant = new Map<Draft, Doer>()
  for (const doer of doers) {
    const noun = nounAgain(doer)
    const antecedent = noun === undefined ? undefined : antecedentOf(doer, noun, first)
    if (antecedent) meant.set(doer.one, antecedent)
  }
  const kept = drafts.filter((one) => !meant.has(one))
  for (const [echo, { one, mention }] of meant) {
    const isSame = (other: Draft): boolean =>
      other.attribute === 'perpetrator' &&
      'mention' in other.value &&
      other.value.mention === mention.id &&
      sayerOf(other.statement) === sayerOf(echo.statement)
    if (!isSame(one) && !kept.some(isSame)) kept.push({ ...draft(echo), value: { mention: mention.id }, evidence: echo.evidence })
  }
  return kept
}
