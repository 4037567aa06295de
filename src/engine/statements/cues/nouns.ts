import type { Stance } from '../../../model/statement.ts'

/** What a noun of saying or thinking carries: words of its own kind, or the clause that follows it. */
export const NOUN_CLASSES = [
  'statement',
  'report',
  'belief',
  'wish',
  'plan',
  'judgement',
  'denial',
  'question',
  'warning',
  'feeling',
] as const
export type NounClass = (typeof NOUN_CLASSES)[number]

const NOUNS: Readonly<Record<NounClass, string>> = {
  statement: `statement claim assertion allegation accusation announcement argument comment remark declaration explanation testimony insistence
    contention suggestion boast admission acknowledgement acknowledgment confession confirmation assurance revelation disclosure charge
    reply response answer rhetoric complaint word message speech tweet description portrayal characterization characterisation depiction mention
    insinuation implication endorsement proclamation hint rumor rumour talk discussion`,
  report: `report finding estimate account study survey poll tally count figure data evidence sign indication suggestion news verdict conclusion
    ruling diagnosis assessment analysis record prediction forecast projection speculation signal`,
  belief: `belief view opinion conviction notion idea thought theory assumption perception impression suspicion understanding knowledge sense
    position stance judgment judgement recognition awareness realization realisation interpretation doubt confidence certainty faith attitude
    philosophy skepticism scepticism stereotype vision`,
  wish: `hope desire wish demand call request appeal plea preference interest urge longing ambition aspiration push bid quest need eagerness willingness
    unwillingness reluctance`,
  plan: `plan proposal promise pledge vow offer intention intent threat decision refusal recommendation commitment agreement effort goal aim order
    instruction advice directive mandate resolution determination invitation strategy agenda`,
  judgement: `criticism praise support opposition endorsement condemnation attack disapproval approval objection admiration disdain contempt
    blame credit insult ridicule mockery defense defence rejection acceptance backing sympathy antipathy hostility outrage distrust mistrust
    dislike love hatred respect disgust indignation scorn preference embrace dismissal`,
  denial: `denial dismissal rejection disavowal rebuttal`,
  question: `question query inquiry enquiry debate uncertainty curiosity`,
  warning: `warning caution prediction alert`,
  feeling: `fear concern worry anxiety anger frustration disappointment regret dismay alarm surprise excitement enthusiasm optimism pessimism unease
    expectation apprehension pride satisfaction relief shock`,
}

const STANCES: Readonly<Partial<Record<NounClass, Stance>>> = { denial: 'denies', question: 'asks' }
const STANCE_OF_NOUN: Readonly<Record<string, Stance>> = {
  threat: 'threatens',
  refusal: 'declines-to-comment',
  doubt: 'doubts',
  skepticism: 'doubts',
  scepticism: 'doubts',
}

const CLASSES: ReadonlyMap<string, NounClass> = new Map(
  [...NOUN_CLASSES].reverse().flatMap((nounClass) =>
    NOUNS[nounClass]
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word): [string, NounClass] => [word, nounClass]),
  ),
)

/** The class of a noun that can introduce somebody's words or thoughts. */
export const findNounClass = (lemma: string): NounClass | undefined => CLASSES.get(lemma)

export const stanceOfNoun = (lemma: string, nounClass: NounClass): Stance => STANCE_OF_NOUN[lemma] ?? STANCES[nounClass] ?? 'asserts'
