import { LINES } from './lines.ts'

/** What a run of `npm run score` found: the day, and a figure for each line of `LINES`. */
export type Run = Readonly<{ day: string; documents: 'all' | number; figures: Readonly<Record<string, number>> }>

/** A row of the accuracy table: figures that are read together, and what others reach at the same. */
type Row = Readonly<{ measure: string; n: number; lines: readonly string[]; peers?: string }>

const row = (measure: string, n: number, corpus: string, lines: string, peers?: string): Row => ({
  measure,
  n,
  lines: lines.split(', ').map((line) => `${corpus} ${line}`),
  ...(peers === undefined ? {} : { peers }),
})

/** [here]: run or recomputed on these documents with this scorer. [test]: on the corpus's standard test part, from its published outputs. */
const ROWS: readonly Row[] = [
  row('treebanks, words: UPOS; UAS; LAS', 2_077, 'treebanks', 'UPOS, UAS, LAS', 'wink-nlp 89.4; –; – [here]'),
  row('treebanks, names: F1', 2_077, 'treebanks', 'names F1'),
  row(
    'muc4, incidents: template micro F; roles F; type F',
    1_300,
    'muc4',
    'template micro F, roles F, type F',
    'GE 1992 53.8; 52.1; 76.1 · GTT 50.2; –; 67.4 · IterX 53.0; 57.4; 68.2 · GRIT –; 54.5; – [test]',
  ),
  row('muc4, slots: killed; wounded; date; country F', 1_300, 'muc4', 'killed F, wounded F, date F, country F'),
  row(
    'muc4-devtest, incidents: template micro F; roles F; type F',
    200,
    'muc4-devtest',
    'template micro F, roles F, type F',
    'as for muc4 [test]',
  ),
  row('muc4-devtest, slots: killed; wounded; date; country F', 200, 'muc4-devtest', 'killed F, wounded F, date F, country F'),
  row(
    'gun-violence, counts: killed; wounded; both, exact',
    3_469,
    'gun-violence',
    'killed exact, wounded exact, both exact',
    'one regular expression 73.9; 55.7; 42.0 [here] · the most frequent value 43.0; 32.4; 26.2 [whole collection]',
  ),
  row(
    'airwars, counts: killed; wounded low end within the range',
    483,
    'airwars',
    'killed in range, wounded in range',
    'a generic regular expression 27.5; 31.3 [here]',
  ),
  row(
    'polnear, who says what: source; cue; content, exact F',
    924,
    'polnear',
    'source F, cue F, content F',
    'rules 10.7; 22.8; 5.6 · CoreNLP quotes 13.9; –; 17.5 · CRF trained on it 50.6; 53.4; 28.6 · BERT trained on it 83.2; 75.3; 72.9 [test]',
  ),
  row(
    'geo-lgl, places: found, overlap F; Acc@161 of found; end to end F',
    588,
    'geo-lgl',
    'overlap F, Acc@161, end-to-end F',
    'Acc@161, places given: CamCoder 76; Edinburgh 76; CLAVIN 71; most populous namesake 70 [published outputs]',
  ),
  row(
    'geo-geovirus, places: found, overlap F; Acc@161 of found; end to end F',
    229,
    'geo-geovirus',
    'overlap F, Acc@161, end-to-end F',
    'Acc@161, places given: CamCoder 82; most populous namesake 80; CLAVIN 79; Edinburgh 78 [published outputs]',
  ),
  row('tempeval, times: relaxed F; value F', 256, 'tempeval', 'relaxed F, value F', 'chrono-node 74.8; 48.1 [here]'),
  row('html-articles, body: F', 85, 'html-articles', 'body F', 'Readability.js 94.1 · trafilatura 95.3 [here]'),
  row(
    'html-comments: recall; leakage (lower is better)',
    112,
    'html-comments',
    'comment recall, comment leakage',
    'all text as one –; 73.5 [here]',
  ),
  row('re3d, parties, places, weapons, times: exact F', 47, 're3d', 'exact F', 'compromise 24.5 [here]'),
  row('gun-violence, linking: pair F; B3', 3_469, 'gun-violence', 'pair F, B3', 'TF-IDF, single link, seven days 65.4; 89.7 [here]'),
  row(
    'gun-violence, look-alikes: wrongly joined (lower is better); rightly joined',
    135,
    'gun-violence',
    'trap wrongly joined, trap rightly joined',
    'TF-IDF 2.7 to 4.1; 95 to 97 [here]',
  ),
  row('cases, long articles on one event: casualty F1; said by; incidents found', 5, 'al-qaim', 'casualty F1, saidBy, incidentR'),
  row('cases, short texts with one trait each: casualty F1; said by; incidents found', 4, 'single', 'casualty F1, saidBy, incidentR'),
]

/** Every line that the table shows. */
export const TABLE_LINES: readonly string[] = ROWS.flatMap(({ lines }) => lines)

const figure = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1))

const known = new Set(LINES.map(({ name }) => name))

/** The accuracy table as Markdown: one run's figures beside the peers'. */
export const toAccuracyTable = ({ day, documents, figures }: Run): string => {
  const strange = TABLE_LINES.filter((line) => !known.has(line))
  if (strange.length > 0) throw new Error(`eval/lines.ts has no ${strange.join(', ')}`)
  const extent = documents === 'all' ? 'every document' : `the first ${documents} documents of each corpus; the treebanks and linking whole`
  return [
    `Measured on ${day} on ${extent}. Per cent; a dash: not measured.`,
    '',
    '| measure | documents | Casus | others |',
    '|---|---:|---|---|',
    ...ROWS.map(
      ({ measure, n, lines, peers = '–' }) =>
        `| ${measure} | ${n.toLocaleString('en')} | ${lines.map((line) => figure(figures[line])).join('; ')} | ${peers} |`,
    ),
  ].join('\n')
}

const MARK = ['<!-- table -->', '<!-- /table -->'] as const

/** `eval/README.md` with another table in its place. */
export const withAccuracyTable = (page: string, run: Run): string => {
  const [from, to] = [page.indexOf(MARK[0]), page.indexOf(MARK[1])]
  if (from < 0 || to < from) throw new Error('eval/README.md has no place for the table')
  return `${page.slice(0, from + MARK[0].length)}\n\n${toAccuracyTable(run)}\n\n${page.slice(to)}`
}

/** What `eval/scores.json` keeps: the figures that a drop is measured against, of the sample and of every document, and their days. */
export type Scores = Readonly<{
  sample?: Readonly<Record<string, number>>
  full?: Readonly<Record<string, number>>
  days?: Readonly<{ sample?: string; full?: string }>
}>

/** Documents of each corpus in the sample: enough that chance moves a line by about a point, few enough for three minutes on two cores. */
export const SAMPLE = 100

/** The run that the table shows: every document where that was measured, else the sample. */
export const findRun = ({ sample, full, days }: Scores): Run | undefined => {
  if (full) return { day: days?.full ?? 'an unknown day', documents: 'all', figures: full }
  if (sample) return { day: days?.sample ?? 'an unknown day', documents: SAMPLE, figures: sample }
  return undefined
}
