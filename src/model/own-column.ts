/** What the cells of a column that people made can hold. */
export const COLUMN_TYPES = ['text', 'number', 'date', 'yes-no', 'choice'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** A column as people define it. `vocabulary`: the words that a choice is made from, in their order. */
export type ColumnValue = Readonly<{
  name: string
  type: ColumnType
  /** What is to be entered, and what not. */
  definition: string
  vocabulary: readonly string[]
  /** It is shown no more; what was entered stays in the ledger. */
  removed?: boolean
}>

/** A column of people's own, as last defined, and by whom. */
export type OwnColumn = Omit<ColumnValue, 'removed'> & Readonly<{ id: string; by: string; at: string; judgement: string }>

/** What a person enters for an incident. `column`: of one's own, or of the grid. `value` null: the cell is emptied. `claim`: what it rests on. */
export type CellValue = Readonly<{ column: string; value: string | null; claim: string | null }>

export const YES_NO = ['yes', 'no'] as const

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`)
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

type Shape = Pick<ColumnValue, 'type' | 'vocabulary'>
type Read = Readonly<{ value: string | null; wrong: null } | { value: null; wrong: string }>

const right = (value: string): Read => ({ value, wrong: null })
const wrong = (why: string): Read => ({ value: null, wrong: why })

const oneOf = (typed: string, words: readonly string[]): Read => {
  const found = words.find((word) => word.toLowerCase() === typed.toLowerCase())
  return found === undefined ? wrong(`one of ${words.join(', ')}`) : right(found)
}

const READ: Readonly<Record<ColumnType, (typed: string, shape: Shape) => Read>> = {
  text: right,
  number: (typed) => (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(typed) ? right(typed) : wrong('a number such as 12 or 3.5')),
  date: (typed) => (isDay(typed) ? right(typed) : wrong('a date such as 2021-05-03, 2021-05 or 2021')),
  'yes-no': (typed) => oneOf(typed, YES_NO),
  choice: (typed, { vocabulary }) => oneOf(typed, vocabulary),
}

/** What was typed as the column keeps it; `wrong`: what it would have to be. Nothing typed empties the cell. */
export const readCell = (typed: string, shape: Shape): Read => {
  const words = typed.trim()
  return words === '' ? { value: null, wrong: null } : READ[shape.type](words, shape)
}
