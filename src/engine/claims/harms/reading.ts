import type { Span } from '../../../model/span.ts'
import type { Rule } from '../../rule.ts'
import type { View } from '../view.ts'
import type { Harm } from './words.ts'

/** Somebody came to harm: the words that say who or how many, and the predicate that says how. */
export type HarmReading = Span &
  Readonly<{
    harm: Harm
    /** The token that says what happened. */
    predicate: number
    /** The head of the words for those harmed. */
    patient: number
    /** Those who did it, as heads of their words. */
    agents: readonly number[]
    /** `part`: these are among others already counted. */
    part: boolean
    /** "no casualties", "nobody was hurt". */
    none: boolean
    rule: string
  }>

export type HarmRule = Rule<View, HarmReading> & Readonly<{ at: (view: View, i: number) => readonly Found[] }>

export type Found = Readonly<{
  harm: Harm
  patients: readonly number[]
  predicate?: number
  agents?: readonly number[]
  part?: boolean
  none?: boolean
}>

type Parts = Omit<HarmRule, 'find'>

/** A rule that looks at one token after another. */
export const harmRule = (parts: Parts): HarmRule => ({
  ...parts,
  find: (view) => view.tokens.flatMap((token) => toReadings(view, token.i, parts.at(view, token.i), parts.name)),
})

export const toReadings = (view: View, i: number, found: readonly Found[], rule: string): readonly HarmReading[] =>
  found.flatMap(({ harm, patients, predicate = i, agents = [], part = false, none = false }) =>
    patients.map((patient) => {
      const { start, end } = view.tokens[patient]!
      return { start, end, harm, predicate, patient, agents, part, none, rule }
    }),
  )
