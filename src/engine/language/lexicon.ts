import { hashText, shapeOf } from './features.ts'

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

/** The word's place in the lexicon, its figures read as noughts if it is not in it as it stands; -1 for an unknown word. */
export const findEntry = (lexicon: Lexicon, entry: string): number => {
  const known = lexicon.indexOf.get(entry)
  if (known !== undefined) return known
  return /\d/.test(entry) ? (lexicon.indexOf.get(entry.replace(/\d/g, '0')) ?? -1) : -1
}

export type Manner = 'as-written' | 'shouted'

export const viewWords = (lexicon: Lexicon, forms: readonly string[], manner: Manner): View => {
  const n = forms.length
  const rows = new Int32Array(n * ROWS_PER_WORD)
  const vectors = new Int32Array(n)
  for (let i = 0; i < n; i += 1) {
    const entry = toEntry(forms[i]!)
    const index = findEntry(lexicon, entry)
    vectors[i] = index
    // Row 0 is the unknown word's.
    let at = i * ROWS_PER_WORD
    rows[at++] = index >= 0 && index < lexicon.learned ? index + 1 : 0
    const shape = shapeOf(forms[i]!)
    const pattern = hashText(patternOf(manner === 'shouted' ? entry : forms[i]!.slice(0, 40)))
    const hashes = [
      hashText(entry.slice(-4)),
      hashText(entry.slice(-3)),
      hashText(entry.slice(-2)),
      hashText(entry.slice(0, 3)),
      hashText(entry.slice(0, 2)),
      manner === 'shouted' ? pattern ^ SHOUT : pattern,
      (manner === 'shouted' ? (shape & ~7) | 64 : shape) | (i === 0 ? 128 : 0),
    ]
    let base = lexicon.learned + 1
    for (let k = 0; k < BUCKETS.length; k += 1) {
      rows[at++] = base + ((hashes[k]! >>> 0) % BUCKETS[k]!)
      base += BUCKETS[k]!
    }
  }
  return { n, rows, vectors }
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
