import type { Span } from '../model/span.ts'

/**
 * A named piece of reading. Rules stand in visible, ordered lists; a rule's name ("count/at-least") is what a claim gives as its reason.
 *
 * Examples and counter-examples are required and are its tests (`test/rules.test.ts` runs them all): an example marks what the
 * rule finds with guillemets — `"«at least 25» people were killed"` — and a counter-example holds nothing that it finds.
 */
export type Rule<Context, Found extends Span> = Readonly<{
  name: string
  /** One sentence: what it reads, and what it leaves alone. */
  about: string
  find: (context: Context) => readonly Found[]
  examples: readonly [string, ...string[]]
  counterExamples: readonly [string, ...string[]]
}>
