import { type Figure, NOBODY_DESCRIBED } from '../../model/claim.ts'
import { cover } from '../../model/span.ts'
import type { Happening } from '../incidents/happening.ts'
import type { CountReading } from '../mentions/count/counts.ts'
import { singular } from '../mentions/party/nouns.ts'
import { statementAt } from '../statements/statement-at.ts'
import { type Draft, draft } from './draft.ts'
import { mannerOf } from './modality.ts'
import type { View } from './view.ts'

const COUNTED = new Set(
  'strike airstrike air-strike raid attack bombing explosion blast rocket missile shell mortar drone bomb grenade round bullet munition site target facility base position location house building home vehicle car shot sortie salvo warplane jet helicopter village checkpoint projectile uav school tent apartment'.split(
    ' ',
  ),
)

/** Strikes, sites, rockets and munitions that are counted in a sentence about an incident. */
export const quantitiesOf = (
  view: View,
  counts: readonly CountReading[],
  sentences: ReadonlySet<number>,
  happenings: readonly Happening[],
): readonly Draft[] => {
  const drafts: Draft[] = []
  const seen = new Set<string>()
  for (const count of counts) {
    if (
      count.noun === null ||
      count.low === null ||
      count.form === 'indefinite' ||
      count.form === 'definite' ||
      count.form === 'bare-plural'
    )
      continue
    const noun = view.tokens[count.noun]!
    const word = singular(noun.lemma)
    if (!sentences.has(noun.sentence) || !COUNTED.has(word) || !view.bears(count.noun)) continue
    const near = happenings.filter(({ sentence }) => sentence === noun.sentence)
    if (near.length === 0) continue
    const statement = statementAt(view.context.statements, noun) ?? undefined
    const key = `${word} ${count.low} ${count.high} ${statement?.speaker ?? statement?.id ?? ''}`
    if (seen.has(key)) continue
    seen.add(key)
    const own = cover(count, noun)
    const manner = mannerOf(view, count.noun, statement)
    const value: Figure = {
      low: count.low,
      high: count.high,
      approximate: count.approximate,
      words: count.words,
      extent: count.relation === 'part' ? 'part' : 'total',
      of: null,
      people: { ...NOBODY_DESCRIBED, text: view.text.slice(own.start, own.end), role: word },
      scope: null,
    }
    drafts.push(
      draft({
        attribute: 'quantity',
        value,
        spans: [{ start: own.start, end: own.end }],
        statement,
        modality: manner.modality,
        because: [count.rule, 'quantity/counted'],
      }),
    )
  }
  return drafts
}
