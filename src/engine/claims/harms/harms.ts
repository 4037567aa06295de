import { BODILY_RULES } from './bodily.ts'
import { carriedOff } from './carried-off.ts'
import { gapped } from './gapped.ts'
import { IDIOM_RULES } from './idioms.ts'
import { NOUN_RULES } from './nouns.ts'
import { PART_RULES } from './parts.ts'
import type { HarmRule } from './reading.ts'
import { SHARE_RULES } from './shares.ts'
import { countThenState, inState } from './states.ts'
import { VERB_RULES } from './verbs.ts'

/** The rules that read who came to harm; a later one adds to what the earlier ones found. */
export const HARM_RULES: readonly HarmRule[] = [
  ...PART_RULES,
  ...SHARE_RULES,
  ...VERB_RULES,
  ...IDIOM_RULES,
  ...BODILY_RULES,
  carriedOff,
  inState,
  ...NOUN_RULES,
  countThenState,
  gapped,
]
