import { hashText, shapeOf } from './spelling.ts'

/** Words the model knows by name: the first `learned` have a learned vector, all have one from the word vectors (zeros where absent). */
export type Lexicon = Readonly<{ indexOf: ReadonlyMap<string, number>; learned: number }>

/** Hash buckets for endings, beginnings and shapes: [template, buckets]. Rows follow the learned words in this order. */
const BUCKETS = [8192, 4096, 1024, 4096, 1024, 1024, 256] as const
/** Learned rows that each word adds up: itself and one of each kind of bucket. */
export const ROWS_PER_WORD = 1 + BUCKETS.length
export const BUCKET_ROWS = BUCKETS.reduce((sum, buckets) => sum + buckets, 0)

/** What the model sees of a sentence: for each word its rows in the learned table, and its word vector (-1: none). */
export type View = Readonly<{ n: number; rows: Int32Array; vectors: Int32Array }>

const SHOUT = 0x2545f491

/** Marks that are written in more than one way, as the treebanks write them. */
const PLAIN: Readonly<Record<string, string>> = { '’': "'", '‘': "'", ʼ: "'", '“': '"', '”': '"', '…': '...', '—': '--', '–': '-' }
const ODD = /[’‘ʼ“”…—–]/g

export const toEntry = (form: string): string => {
  const lower = form.slice(0, 60).toLowerCase()
  return ODD.test(lower) ? lower.replace(ODD, (mark) => PLAIN[mark]!) : lower
}

/** Verb forms of reports on violence that the treebanks hardly know, each read as a common verb of the same form and frame. */
const READ_AS: Readonly<Record<string, string>> = { struck: 'attacked', slain: 'killed', slew: 'killed' }

/** The entry that a word is read by; in training every word stands for itself. */
export const toReadingEntry = (form: string): string => {
  const entry = toEntry(form)
  return Object.hasOwn(READ_AS, entry) ? READ_AS[entry]! : entry
}

/** The word's place in the lexicon, its figures read as noughts if it is not in it as it stands; -1 for an unknown word. */
export const findEntry = (lexicon: Lexicon, entry: string): number => {
  const known = lexicon.indexOf.get(entry)
  if (known !== undefined) return known
  return /\d/.test(entry) ? (lexicon.indexOf.get(entry.replace(/\d/g, '0')) ?? -1) : -1
}

export type Manner = 'as-written' | 'shouted'

/** Whether a text is written as usual, or all in capitals, so that case says nothing. */
/** A word as it is looked up: as written, by which entry, in what sort of text, and whether a sentence begins with it. */
export type Word = Readonly<{ form: string; entry: string; manner: Manner; first: boolean }>

/** Writes a word's rows to `rows` from `at` on; gives the index of its word vector, -1 for none. */
export const lookUp = (lexicon: Lexicon, word: Word, rows: Int32Array, at: number): number => {
  const { form, entry, manner, first } = word
  const index = findEntry(lexicon, entry)
  // Row 0 is the unknown word's.
  rows[at] = index >= 0 && index < lexicon.learned ? index + 1 : 0
  const shape = shapeOf(form)
  const pattern = hashText(patternOf(manner === 'shouted' ? entry : form.slice(0, 40)))
  const hashes = [
    hashText(entry.slice(-4)),
    hashText(entry.slice(-3)),
    hashText(entry.slice(-2)),
    hashText(entry.slice(0, 3)),
    hashText(entry.slice(0, 2)),
    manner === 'shouted' ? pattern ^ SHOUT : pattern,
    (manner === 'shouted' ? (shape & ~7) | 64 : shape) | (first ? 128 : 0),
  ]
  let base = lexicon.learned + 1
  for (let k = 0; k < BUCKETS.length; k += 1) {
    rows[at + 1 + k] = base + ((hashes[k]! >>> 0) % BUCKETS[k]!)
    base += BUCKETS[k]!
  }
  return index
}

export const viewWords = (lexicon: Lexicon, forms: readonly string[], manner: Manner): View => {
  const rows = new Int32Array(forms.length * ROWS_PER_WORD)
  const vectors = Int32Array.from(forms, (form, i) =>
    lookUp(lexicon, { form, entry: toEntry(form), manner, first: i === 0 }, rows, i * ROWS_PER_WORD),
  )
  return { n: forms.length, rows, vectors }
}

/** Runs of capitals, small letters and figures, each folded to at most two signs. */
const patternOf = (form: string): string => {
  let pattern = ''
  let last = ''
  let run = 0
  for (const letter of form) {
    const kind =
      letter >= '0' && letter <= '9' ? '0' : letter !== letter.toLowerCase() ? 'X' : letter !== letter.toUpperCase() ? 'x' : letter
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) pattern += kind
  }
  return pattern
}
