import { counter } from '../../../model/id.ts'
import type { PartyMention } from '../../../model/mention.ts'
import type { Context } from '../../context.ts'

const ONE = new Set(['he', 'she', 'him', 'her', 'i', 'me', 'himself', 'herself'])
const MANY = new Set(['we', 'they', 'us', 'them', 'ourselves', 'themselves'])

/**
 * The pronouns that stand for people, as mentions of their own. Kept apart from `findParties`: who looks for the party behind a
 * speaker or a doer wants names and descriptions, and asks the coreference about pronouns.
 */
export const findPronouns = (context: Context): readonly PartyMention[] => {
  const nextId = counter('q')
  const found: PartyMention[] = []
  for (const { lower, upos, deprel, text, start, end } of context.parsed.tokens) {
    if (upos !== 'PRON' || deprel === 'nmod:poss' || text === 'US') continue
    const type = ONE.has(lower) ? 'person' : MANY.has(lower) ? 'group' : undefined
    if (type) found.push({ id: nextId(), kind: 'party', type, named: false, actor: null, start, end })
  }
  return found
}
