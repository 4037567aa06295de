/** One scorer's figures on one corpus, as printed. */
export type Figures = Readonly<{ measure: string; corpus: string } & Record<string, unknown>>

/** A line of the accuracy table: where its figure stands in a scorer's output, and which way is better. */
export type Line = Readonly<{ name: string; measure: string; corpus: string; path: string; better: 'higher' | 'lower' }>

const lines = (
  corpus: string,
  measure: string,
  figures: Readonly<Record<string, string>>,
  better: Line['better'] = 'higher',
): readonly Line[] => Object.entries(figures).map(([name, path]) => ({ name: `${corpus} ${name}`, measure, corpus, path, better }))

const CASES = {
  'casualty F1': 'casualtyF1',
  saidBy: 'saidBy',
  incidentR: 'incidentR',
  type: 'type',
  date: 'date',
  place: 'place',
  perpetrator: 'perpetrator',
  evidence: 'evidence',
  denials: 'denials',
}
const BREACHES = { 'extra incidents': 'extraIncidents', 'forbidden broken': 'forbiddenBroken', 'bad spans': 'badSpans' }

/** Every line that `npm run score` prints and guards. */
export const LINES: readonly Line[] = [
  ...lines('treebanks', 'language', { UPOS: 'UPOS', UAS: 'UAS', LAS: 'LAS', 'names F1': 'names F1' }),
  ...['muc4', 'muc4-devtest'].flatMap((corpus) =>
    lines(corpus, 'muc4', {
      'template micro F': 'template.micro.f',
      'type F': 'template.incident_type.f',
      'roles F': 'roles.micro.f',
      'killed F': 'slots.killed.f',
      'wounded F': 'slots.wounded.f',
      'date F': 'slots.date.f',
      'country F': 'slots.country.f',
    }),
  ),
  ...lines('gun-violence', 'counts', { 'killed exact': 'killed.exact', 'wounded exact': 'injured.exact', 'both exact': 'both' }),
  ...lines('airwars', 'counts', { 'killed in range': 'killed.within', 'wounded in range': 'injured.within' }),
  ...lines('polnear', 'attribution', { 'source F': 'source.exact.f', 'cue F': 'cue.exact.f', 'content F': 'content.exact.f' }),
  ...['geo-lgl', 'geo-geovirus'].flatMap((corpus) =>
    lines(corpus, 'places', { 'overlap F': 'tagOverlap.f', 'Acc@161': 'acc161', 'end-to-end F': 'endToEnd.f' }),
  ),
  ...lines('tempeval', 'times', { 'relaxed F': 'relaxed.f', 'value F': 'value.f' }),
  ...lines('html-articles', 'reading', { 'body F': 'body.f' }),
  ...lines('html-comments', 'reading', { 'comment recall': 'comments.recall' }),
  ...lines('html-comments', 'reading', { 'comment leakage': 'comments.leakage' }, 'lower'),
  ...lines('re3d', 'parties', { 'exact F': 'exact.f' }),
  ...lines('gun-violence', 'linking', { 'pair F': 'pairs.f', B3: 'b3.f', 'trap rightly joined': 'trap.overlap.joined' }),
  ...lines('gun-violence', 'linking', { 'trap wrongly joined': 'trap.overlap.wronglyJoined' }, 'lower'),
  ...lines('al-qaim', 'cases', {
    ...CASES,
    comments: 'comments',
    lostEmbeds: 'lostEmbeds',
    affiliations: 'affiliations',
    relations: 'relations',
    characterisations: 'characterisations',
  }),
  ...lines('al-qaim', 'cases', BREACHES, 'lower'),
  ...lines('single', 'cases', { ...CASES, aggregates: 'aggregates', revises: 'revises' }),
  ...lines('single', 'cases', BREACHES, 'lower'),
]
