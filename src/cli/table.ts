/** A table for a terminal: a head and rows, each with a label and one cell per column. */
export type Table = Readonly<{
  columns: readonly string[]
  rows: readonly Readonly<{ label: string; cells: readonly string[]; strong: boolean }>[]
}>

export type Paint = Readonly<{ head: (text: string) => string; strong: (text: string) => string; quiet: (text: string) => string }>

const LABEL_WIDTH = 12
const NARROWEST = 18
const WIDEST = 36
const GAP = ' │ '

/** Breaks words into lines no wider than `width`; a longer word is cut. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const whole of text.split(/\s+/))
    for (let at = 0; at === 0 || at < whole.length; at += width) {
      const word = whole.slice(at, at + width)
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
  return [...lines, line]
}

const toLines = (label: string, cells: readonly string[], width: number, paint: (text: string) => string): readonly string[] => {
  const labels = wrap(label, LABEL_WIDTH)
  const wrapped = cells.map((cell) => wrap(cell, width))
  const height = Math.max(labels.length, ...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, n) => {
    const parts = wrapped.map((lines) => paint((lines[n] ?? '').padEnd(width)))
    return [(labels[n] ?? '').padEnd(LABEL_WIDTH), ...parts].join(GAP).trimEnd()
  })
}

/** Draws a table fitted to a width: columns that do not fit side by side follow below, under the same labels. */
export const drawTable = ({ columns, rows }: Table, width: number, paint: Paint): readonly string[] => {
  const fitting = Math.max(1, Math.floor((width - LABEL_WIDTH) / (NARROWEST + GAP.length)))
  const out: string[] = []
  for (let first = 0; first < columns.length; first += fitting) {
    const heads = columns.slice(first, first + fitting)
    const wide = Math.max(NARROWEST, Math.min(WIDEST, Math.floor((width - LABEL_WIDTH) / heads.length) - GAP.length))
    if (first > 0) out.push('')
    out.push(...toLines('', heads, wide, paint.head))
    out.push(paint.quiet('─'.repeat(LABEL_WIDTH) + `─┼─${'─'.repeat(wide)}`.repeat(heads.length)))
    for (const { label, cells, strong } of rows) {
      const shown = cells.slice(first, first + fitting)
      if (shown.some((cell) => cell !== '')) out.push(...toLines(label, shown, wide, strong ? paint.strong : (text) => text))
    }
  }
  return out
}
