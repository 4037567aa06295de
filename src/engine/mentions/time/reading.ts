import type { Span } from '../../../model/span.ts'
import type { Period } from './calendar.ts'
import type { Line } from './piece.ts'
import type { Edge, Part, Unit } from './words.ts'

export type Which = 'last' | 'this' | 'next' | null

/** A date as the words give it; nothing is filled in yet. */
export type SaidDate =
  | Readonly<{
      kind: 'calendar'
      year: number | null
      month: number | null
      day: number | null
      which: Which /** The year counted from the document's: "next year" is 1. */
      yearBy?: number /** A weekday said beside it. */
      weekday?: number
    }>
  /** Several readings of one numeric date ("03/04/2005"); the nearest to the document's date is meant. */
  | Readonly<{ kind: 'either'; dates: readonly SaidDate[] }>
  | Readonly<{ kind: 'weekday'; weekday: number; which: Which; from: From }>
  /** So many units before (negative) or after the document's date or the date last said. */
  | Readonly<{
      kind: 'offset'
      unit: Unit
      by: number
      from: From /** "a year earlier": of the period just spoken of, at its own grain. */
      keepGrain?: true
    }>
  | Readonly<{ kind: 'season'; season: string; year: number | null; which: Which }>
  | Readonly<{ kind: 'quarter'; quarter: number | null; year: number | null; which: Which; fiscal: boolean }>
  | Readonly<{ kind: 'period'; period: Period }>
  /** PAST_REF and its kind; or a value that is none of a calendar. */
  | Readonly<{ kind: 'reference'; value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }>

export type From = 'document' | 'text'
export type Clock = Readonly<{ hour: number; minute: number | null; second: number | null }>

/** What a rule read: the words' own meaning, before any date of the document's is used. */
export type Said =
  | Readonly<{ type: 'DATE'; date: SaidDate; edge?: Edge }>
  | Readonly<{ type: 'TIME'; date: SaidDate | null; clock: Clock | null; part: Part | null }>
  | Readonly<{ type: 'DURATION'; value: string }>
  | Readonly<{ type: 'SET'; value: string }>

/** What a rule found in a line: pieces `first` up to but not including `last`. */
export type Match = Readonly<{ first: number; last: number; said: Said; rule: string }>

/** A found expression with its place in the text. */
export type SaidTime = Readonly<Span & { said: Said; rule: string }>

/** What a rule's matcher gives: where it ends (and starts, if before the trigger), and the meaning. */
export type Reading = Readonly<{ from?: number; to: number; said: Said }>
export type Matcher = (line: Line, at: number) => Reading | undefined
