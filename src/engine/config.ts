import { HARM_RULES } from './claims/harms/harms.ts'
import { EXCLUSIONS as ACT_EXCLUSIONS } from './mentions/act/figurative.ts'
import { EXCLUSIONS as COUNT_EXCLUSIONS } from './mentions/count/exclude.ts'
import { QUANTITY_RULES } from './mentions/count/rules.ts'
import { TIME_RULES } from './mentions/time/times.ts'
import { FURNITURE_RULES } from './read/plain/furniture.ts'
import type { Rule } from './rule.ts'

/** What can be told of a rule without running it. */
export type NamedRule = Pick<Rule<never, never>, 'name' | 'about' | 'examples' | 'counterExamples'>

/** Rules of one sort. Where `kind` is `exclusion`, an example holds what is left out, and a counter-example what stays. */
export type RuleFamily = Readonly<{ name: string; about: string; kind: 'finds' | 'exclusion'; rules: readonly NamedRule[] }>

/** Every named rule of the engine, family by family, in the order in which they run. A new family is added here. */
export const RULES: readonly RuleFamily[] = [
  { name: 'Page furniture', about: 'lines of a page that are no part of the report', kind: 'finds', rules: FURNITURE_RULES },
  { name: 'Times', about: 'time expressions; what was said apart from what was assumed', kind: 'finds', rules: TIME_RULES },
  { name: 'Quantities', about: 'how many', kind: 'finds', rules: QUANTITY_RULES },
  { name: 'Numbers that count nothing', about: 'numbers that are left out', kind: 'exclusion', rules: COUNT_EXCLUSIONS },
  { name: 'Words that tell of no violence', about: 'words of violence that are left out', kind: 'exclusion', rules: ACT_EXCLUSIONS },
  { name: 'Harm', about: 'who came to harm, and how', kind: 'finds', rules: HARM_RULES },
]
