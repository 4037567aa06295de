import type { PolicyName } from '../model/judgement.ts'

type Definition = Readonly<{ term: string; meaning: string }>

/** What this ledger counts and how: cited, by its version, in what it gives out. */
export type MethodView = Readonly<{
  /** Raised with every change to a sentence below. */
  version: string
  definitions: readonly Definition[]
  inclusion: readonly string[]
  policies: readonly Readonly<{ name: PolicyName; meaning: string }>[]
  limits: readonly string[]
}>

export const METHOD_VERSION = 'casus-method-1'

const POLICIES: Readonly<Record<PolicyName, string>> = {
  range: 'The lowest to the highest of one figure per origin. An open end (“at least”) stays open. Not an estimate of what is true.',
  acled: 'One number for the dead: the lowest of the current figures. Tens count as 10, dozens as 12, hundreds as 100.',
  ucdp: 'Low and high of the current figures; a best figure only where one remains, else a person chooses it.',
  ibc: 'Civilians only, minimum and maximum, of figures whose speaker calls the dead civilians.',
  airwars: 'Status of the strike by who says that they did it or who is blamed, and a grade of civilian harm that only a person gives.',
  latest: 'Each speaker’s latest figure, by the day on which its document came out, from the lowest to the highest.',
}

/** The definitions, inclusion rules and policies of this version. */
export const METHOD: MethodView = {
  version: METHOD_VERSION,
  definitions: [
    {
      term: 'Incident',
      meaning:
        'Something that documents tell of as one happening, of one time and place as far as they say. What is known of it is in its claims.',
    },
    { term: 'Claim', meaning: 'A value that somebody gives for an attribute of an incident, tied to the exact words and to who says it.' },
    {
      term: 'Origin',
      meaning: 'Whom information comes from: the speaker, not the outlet that prints it. Documents with the same text are one origin.',
    },
    {
      term: 'Independent origins',
      meaning: 'A range: those that nothing joins, up to those that nothing is known to join. Being quoted by many does not make one many.',
    },
    {
      term: 'Sources differ',
      meaning: 'Two current claims of different speakers that cannot both be right. A revision by the same speaker is no difference.',
    },
    {
      term: 'Precision of a place',
      meaning:
        'As the Uppsala Conflict Data Program has it, from 1 (exact spot) to 7 (sea or air). What is known as an area is drawn as one.',
    },
    {
      term: 'Checked',
      meaning: 'A person accepted, edited or rejected the claim. Everything else was read by the machine alone and says so.',
    },
  ],
  inclusion: [
    'An incident enters when a document says that violence happened, was attempted, threatened or planned; which of these stands with it.',
    'A denial is a claim like any other. It removes nothing.',
    'Totals over a period or a campaign are kept apart and never added to an incident’s toll.',
    'Readers’ comments are kept with the document. Nothing is claimed from them.',
    'A date, place, number or doer that nobody states stays empty. What is taken from a document’s own date is marked as assumed.',
    'Nothing is deleted. What a person corrects or takes back stays in the history.',
  ],
  policies: Object.entries(POLICIES).map(([name, meaning]) => ({ name: name as PolicyName, meaning })),
  limits: [
    'The machine reads English only. Documents in other languages are kept and can be marked by hand.',
    'It misses and misreads. How often is measured and published with the program.',
    'What is in the ledger depends on which documents were given to it. A place without incidents is not a place without violence.',
  ],
}
