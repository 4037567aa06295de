import type { Span } from '../../../model/span.ts'

/** The smallest unit of the time grammar: a run of letters, a run of digits, or one sign. Independent of how the tokeniser splits "two-day" or "p.m.". */
export type Piece = Readonly<
  Span & {
    text: string
    lower: string
    /** Its number if it is a run of up to nine digits, else -1. */
    num: number
    /** No white space between this piece and the one before. */
    glued: boolean
    capital: boolean
  }
>

/** A sentence as pieces. */
export type Line = Readonly<{ pieces: readonly Piece[] /** Most letters are capitals: capitals say nothing. */; shouting: boolean }>

const PIECE = /\p{L}+|\d+|\S/gu
const LOWER = /\p{Ll}/u

/** Splits a stretch of text into pieces with offsets into the whole text. */
export const toLine = (text: string, { start, end }: Span): Line => {
  const slice = text.slice(start, end)
  const pieces: Piece[] = []
  let before = -1
  for (const found of slice.matchAll(PIECE)) {
    const word = found[0]
    const at = found.index
    const code = word.charCodeAt(0)
    const digits = code >= 48 && code <= 57
    const lower = digits ? word : word.toLowerCase()
    pieces.push({
      start: start + at,
      end: start + at + word.length,
      text: word,
      lower,
      num: digits && word.length <= 9 ? Number(word) : -1,
      glued: at === before,
      capital: !digits && lower !== word,
    })
    before = at + word.length
  }
  return { pieces, shouting: !LOWER.test(slice) }
}

/** The lower-case word at an index, or '' beyond either end. */
export const wordAt = (line: Line, i: number): string => line.pieces[i]?.lower ?? ''

export const numAt = (line: Line, i: number): number => line.pieces[i]?.num ?? -1

/** Is the piece joined to the one before it by a hyphen-like sign or by nothing? */
export const isGlued = (line: Line, i: number): boolean => line.pieces[i]?.glued ?? false

const APOSTROPHES = new Set(["'", '’', '‘', '`', 'ʼ'])
export const isApostrophe = (line: Line, i: number): boolean => APOSTROPHES.has(wordAt(line, i))

const DASHES = new Set(['-', '–', '—', '‑'])
export const isDash = (line: Line, i: number): boolean => DASHES.has(wordAt(line, i))

/** Index after an optional piece. */
export const skip = (line: Line, i: number, ...words: readonly string[]): number => (words.includes(wordAt(line, i)) ? i + 1 : i)
