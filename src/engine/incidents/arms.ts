import type { WeaponMention } from '../../model/mention.ts'
import { span } from '../../model/span.ts'
import { sayerOf } from '../claims/chain.ts'
import { type Draft, draft } from '../claims/draft.ts'
import { baseOf, caseOf, isNominal } from '../claims/grammar.ts'
import type { View } from '../claims/view.ts'
import { wordSet } from '../mentions/party/nouns.ts'
import { headOf } from './attach.ts'
import type { Happening } from './happening.ts'

/** "the bomb squad", "a bomb threat": a word for arms that says whose or what the next word is. */
const NO_ARMS =
  /^[\s-]{1,2}(?:squads?|disposal|threats?|scares?|hoax(?:es)?|warnings?|expert(?:s|ise)?|technicians?|control|licen[cs]es?|laws?|permits?)\b/i
const UNUSED_ARMS =
  /\b(?:did|does|do|has|have|had|was|were)(?: not|n['’]t) (?:\w+ ){0,2}(?:use|used|carry|carried|carrying|fire|fired|find|found)\b[^.;]{0,40}$/i

/** What is done with arms that nobody uses: taken, hidden, traded. */
const TAKEN = wordSet(
  'seize confiscate impound surrender possess smuggle traffic buy sell purchase supply deliver ship store hide stockpile receive obtain acquire recover hand turn collect inventory',
)
/** Guns that are found were no one's means there; a bomb that is found was laid. */
const FOUND = wordSet('find discover locate uncover unearth carry')
const TAKEN_NOUNS = wordSet(
  'seizure confiscation possession trafficking smuggling purchase sale supply delivery shipment cache arsenal stockpile buildup store amount quantity license licence race factory',
)
const LAID: ReadonlySet<string> = new Set(['bomb', 'car-bomb', 'suicide-bomb', 'explosive', 'mine', 'grenade'])
const JOINED = /^(?:conj|nmod|compound|appos|flat|list|dep|parataxis)$/
const STEPS = 12

/** "seized 300 rifles, two mortars and a bomb", "the seizure of arms": arms that were there, and not what the deed was done with. */
const isIdle = (view: View, weapon: WeaponMention): boolean => {
  const { tokens } = view
  let at = headOf(view, weapon)
  for (let step = 0; step < STEPS; step++) {
    const { head } = tokens[at]!
    const relation = baseOf(tokens[at]!)
    const above = tokens[head]
    if (!above) return false
    if (isNominal(above) && JOINED.test(relation)) {
      if (relation === 'nmod' && caseOf(view, at) === 'of' && TAKEN_NOUNS.has(above.lemma)) return true
      at = head
      continue
    }
    const isTaken = relation === 'obj' || tokens[at]!.deprel === 'nsubj:pass'
    return isTaken && (TAKEN.has(above.lemma) || (!LAID.has(weapon.type) && FOUND.has(above.lemma)))
  }
  return false
}

/** What it was done with, one claim for each weapon and speaker. */
export const weaponsOf = (view: View, happenings: readonly Happening[]): readonly Draft[] => {
  const drafts = new Map<string, Draft>()
  const wordsOf = ({ start, end }: Readonly<{ start: number; end: number }>): string =>
    view.text.slice(start, end).toLowerCase().replace(/s$/, '')
  const arms = happenings.flatMap(({ weapons }) => weapons)
  // "the truck bomb" says more than "the bomb".
  const isSaidBetter = (words: string): boolean => arms.some((other) => wordsOf(other).endsWith(` ${words}`))
  const onlyShots = arms.every(({ type }) => type === 'ammunition')
  for (const happening of happenings)
    for (const weapon of happening.weapons) {
      if ((weapon.type === 'ammunition' && !onlyShots) || isSaidBetter(wordsOf(weapon)) || isIdle(view, weapon)) continue
      if (
        NO_ARMS.test(view.text.slice(weapon.end, weapon.end + 20)) ||
        UNUSED_ARMS.test(view.text.slice(Math.max(0, weapon.start - 80), weapon.start))
      )
        continue
      const key = `${view.text.slice(weapon.start, weapon.end).toLowerCase().replace(/s$/, '')} ${sayerOf(happening.statement)}`
      if (drafts.has(key)) continue
      drafts.set(
        key,
        draft({
          attribute: 'weapon',
          value: { mention: weapon.id },
          spans: [span(weapon.start, weapon.end)],
          statement: happening.statement,
          modality: happening.manner.modality,
          because: ['weapon/used', `act/${happening.act}`],
        }),
      )
    }
  return [...drafts.values()]
}
